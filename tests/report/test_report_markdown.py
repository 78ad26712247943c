"""What a report says of a review, complete or barely begun."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from pirtui.domain import changes
from pirtui.domain.events import Event, Milestone
from pirtui.domain.factors import Category, Factor
from pirtui.domain.moments import Moment, Precision
from pirtui.domain.people import Person
from pirtui.domain.review import Review, ReviewDates
from pirtui.domain.roles import NameStyle
from pirtui.report.markdown import to_markdown
from tests.report import incidents_in_full


def _empty(**fields: object) -> Review:
    dates = ReviewDates(created=datetime(2026, 5, 1, tzinfo=UTC))
    return Review.model_validate({"id": "1", "ref": "empty", "dates": dates, **fields})


def _with_events(*events: Event, zone: str = "UTC") -> Review:
    review = _empty(incident={"zone": zone, "title": "x"})
    for event in events:
        review = changes.add(review, event)
    return review


def _event(time: str, text: str = "something", **fields: object) -> Event:
    moment = Moment(start=datetime.fromisoformat(time), precision=Precision.MINUTE)
    return Event.model_validate({"label": "E0", "time": moment, "text": text, **fields})


def _section(report: str, heading: str) -> str:
    level = heading.split(" ")[0]
    return re.split(rf"^#{{1,{len(level)}}} ", report.split(f"\n{heading}\n", 1)[1], flags=re.MULTILINE)[
        0
    ]


def test_an_empty_review_says_so_plainly() -> None:
    """Sections that a reader looks for say that nothing was recorded; the others are left out."""
    report = to_markdown(_empty())
    for heading in ("## Summary", "## Impact", "## How it unfolded", "### Timeline", "### Actions"):
        assert _section(report, heading).strip() == "Nothing was recorded."
    assert "### Intervals" not in report
    assert "## What went well" not in report
    assert "# Incident without a title" in report


def test_every_reference_leads_to_an_anchor() -> None:
    """Each link inside the report has its target in the report."""
    for review in (incidents_in_full.crates_io(), incidents_in_full.leaked_secrets()):
        report = to_markdown(review)
        anchors = set(re.findall(r'<a id="(\w+)" name="\1"></a>', report))
        headings = {heading.lower() for heading in re.findall(r"^#+ (\w+)$", report, re.MULTILINE)}
        assert set(re.findall(r"\]\(#(\w+)\)", report)) <= anchors | headings


def test_evidence_is_linked_both_ways() -> None:
    """A gap names its events, and each of these events names the gap."""
    report = to_markdown(incidents_in_full.crates_io())
    gap = next(
        line for line in report.splitlines() if "Evidence: [E7](#e7), [E9](#e9), [E11](#e11)" in line
    )
    row = next(line for line in report.splitlines() if line.startswith('| <a id="e7"'))
    assert "[F4](#f4)" in gap
    assert "[G1](#g1)" in row


@pytest.mark.parametrize("names", NameStyle)
def test_names_appear_only_when_asked_for(names: NameStyle) -> None:
    """Roles are the default; people are named where asked for, and where they own an action."""
    report = to_markdown(incidents_in_full.crates_io(), names=names)
    story, _, actions = report.partition("### Actions")
    assert ("Birch" in story) is (names is NameStyle.NAMES)
    assert "Birch" in actions
    assert ("infrastructure engineer posts" in report) is (names is NameStyle.ROLES)


def test_events_kept_out_of_the_report_leave_no_words() -> None:
    """An event that the room keeps out shows neither in the timeline nor in the story or loose ends."""
    review = _with_events(
        _event("2026-05-01T10:00+00:00"),
        _event(
            "2026-05-01T10:05+00:00",
            "a private remark",
            in_report=False,
            open_question=True,
            key_moment=True,
            milestones=(Milestone.DETECTED,),
        ),
    )
    report = to_markdown(review)
    assert "private" not in report
    assert "1 event is kept out of this report" in report
    assert "](#e2)" not in report


def test_times_are_local_and_in_utc() -> None:
    """Each time stands in the review's zone and in UTC, with the day where UTC has another one."""
    review = _with_events(_event("2026-05-01T23:30+00:00"), zone="Europe/London")
    row = next(line for line in to_markdown(review).splitlines() if line.startswith('| <a id="e1"'))
    assert "| 00:30 | Fri 1 May, 23:30 |" in row


def test_an_unknown_zone_falls_back_to_utc() -> None:
    """A zone that is not known here is not a reason to have no report."""
    report = to_markdown(_with_events(_event("2026-05-01T10:00+00:00"), zone="Mars/Olympus"))
    assert 'zone: "UTC"' in report


def test_days_stand_under_headings_only_when_there_are_several() -> None:
    """One day needs no heading; two have one each."""
    one = to_markdown(_with_events(_event("2026-05-01T10:00+00:00")))
    two = to_markdown(_with_events(_event("2026-05-01T10:00+00:00"), _event("2026-05-02T10:00+00:00")))
    assert "#### Fri 1 May 2026" not in one
    assert "#### Fri 1 May 2026" in two
    assert "#### Sat 2 May 2026" in two


def test_unknown_and_negative_intervals_are_told() -> None:
    """A missing end is unknown, in words and as null; a negative length is shown and named."""
    review = _with_events(
        _event("2026-05-01T10:10+00:00", milestones=(Milestone.IMPACT_START,)),
        _event("2026-05-01T10:00+00:00", milestones=(Milestone.DETECTED,)),
    )
    report = to_markdown(review)
    assert "| Time to detect | -10 min: the ends are out of order |" in report
    assert "| Time to mitigate | unknown |" in report
    assert "time-to-detect: -10\n" in report
    assert "time-to-mitigate: null\n" in report
    assert "| not known |" in report


def test_the_story_is_short() -> None:
    """However many key moments there are, the story has eight lines at most, in order of time."""
    start = datetime(2026, 5, 1, tzinfo=UTC)
    events = (
        _event((start + timedelta(minutes=minute)).isoformat(), key_moment=True) for minute in range(30)
    )
    last = _event("2026-05-01T20:00+00:00", "it is over", milestones=(Milestone.RESOLVED,))
    story = _section(to_markdown(_with_events(*events, last)), "## How it unfolded")
    lines = [line for line in story.splitlines() if line.startswith("- ")]
    assert len(lines) == 8
    assert "it is over" in lines[-1]
    assert "has 31 events" in story


def test_a_deep_tree_stays_readable() -> None:
    """A how-come tree is indented only so far; what lies deeper names the factor that it explains."""
    review = _empty()
    for depth in range(30):
        parent = f"F{depth}" if depth else None
        factor = Factor(label="F0", category=Category.HUMAN, text=f"because {depth}", parent=parent)
        review = changes.add(review, factor)
    lines = to_markdown(review).splitlines()
    deepest = lines.index(next(line for line in lines if "because 29\\" in line))
    assert lines[deepest].startswith("          - ")
    assert "part of the how-come of [F29](#f29)" in lines[deepest + 1]


def test_roles_are_counted() -> None:
    """Several people in one role are one entry with their number."""
    people = [
        Person(label="P1", name="Ada", role="engineer"),
        Person(label="P2", name="Bea", role="engineer"),
        Person(label="P3", name="Cem", role="support", present=False),
    ]
    method = _section(to_markdown(_empty(people=people)), "### Method")
    assert "**In the room:** 2 × engineer" in method
    assert "**Not in the room:** support" in method
