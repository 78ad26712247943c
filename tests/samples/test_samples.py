"""The incidents in the package."""

from datetime import timedelta

from pirtui import samples
from pirtui.domain.moments import Precision
from pirtui.domain.questions import answered, open_questions
from pirtui.domain.roles import NameStyle
from pirtui.report.markdown import to_markdown

_IDENT = "01890a5d-ac96-774b-bcce-b302099a8057"


def test_the_demo_is_half_reviewed() -> None:
    """The story is complete and work has begun, and something is left for the room to do."""
    review = samples.crates_io(_IDENT)
    assert len(review.events) == 16
    assert answered(review)
    assert open_questions(review)
    assert all((review.factors, review.themes, review.actions, review.parked, review.people))
    assert not review.learnings


def test_the_demo_keeps_the_facts_of_its_source() -> None:
    """Every time is the source's, to the minute: 13 minutes until it was mitigated, 113 in all."""
    review = samples.crates_io(_IDENT)
    marks = {milestone.value: event.time for event in review.events for milestone in event.milestones}
    start = marks["impact-start"].start
    assert start
    assert start.isoformat() == "2023-07-20T12:17:00+00:00"
    minutes = {name: (time.start or start) - start for name, time in marks.items()}
    assert minutes["mitigated"] == timedelta(minutes=13)
    assert minutes["resolved"] == timedelta(minutes=113)
    assert all(event.time.precision is Precision.MINUTE for event in review.events)
    assert not any(event.doubt for event in review.events)


def test_the_demo_names_its_source() -> None:
    """The source and its licence stand in the review itself."""
    (link,) = samples.crates_io(_IDENT).incident.links
    assert "rust-lang/blog.rust-lang.org" in link.url
    assert "Apache-2.0 or MIT" in link.comment


def test_the_demo_tells_of_roles_only() -> None:
    """Nobody's name is in the sample, so every style of names tells the same story."""
    review = samples.crates_io(_IDENT)
    reports = {names: to_markdown(review, names=names).split("### Method")[0] for names in NameStyle}
    assert len(set(reports.values())) == 1
