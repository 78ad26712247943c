"""Every label in a report leads to the place where it stands, in both directions."""

import re

from hypothesis import HealthCheck, given, settings

from pirtui.domain import changes
from pirtui.domain.actions import Action
from pirtui.domain.closing import closed
from pirtui.domain.events import Event
from pirtui.domain.factors import Category, Factor
from pirtui.domain.gaps import Gap, GapKind
from pirtui.domain.learnings import Parked, ParkedKind
from pirtui.domain.review import Review
from pirtui.domain.roles import NameStyle
from pirtui.report.markdown import to_markdown
from tests.domain.making import happened, review_of
from tests.report import incidents_in_full
from tests.report.report_structure import PARSERS, addresses, body
from tests.strategies import reviews


def _targets(report: str) -> list[str]:
    """The names of all anchors, as a parser of Markdown sees them."""
    rendered = PARSERS["commonmark"].enable("table").render(body(report))
    return re.findall(r'<a id="([\w-]+)" name="\1"></a>', rendered)


def _dangling(report: str) -> list[str]:
    targets = set(_targets(report))
    return [each for each in addresses(report) if each.startswith("#") and each[1:] not in targets]


def _a_review(**event: object) -> Review:
    return review_of(
        happened(0, "retries doubled the load").changed(**event),
        Gap(label="G0", kind=GapKind.DETECTION, text="no alert", evidence=("E1",)),
        Factor(
            label="F0", category=Category.PROCESS, text="no test", evidence=("G1",), themes=("load",)
        ),
        Factor(label="F0", category=Category.TOOLING, text="no rig", parent="F1"),
        Action(label="A0", text="build a rig", evidence=("F2",)),
        Parked(label="K0", kind=ParkedKind.QUESTION, text="who owns it?", origin_label="F2"),
    )


def _line_of(report: str, label: str) -> str:
    """The line at which a label is defined, with the line of its references."""
    lines = report.splitlines()
    place = next(n for n, line in enumerate(lines) if f'<a id="{label.lower()}"' in line)
    return "\n".join(lines[place : place + 2])


def test_the_thread_can_be_followed_in_both_directions() -> None:
    """From the event up to the action, and from the action down to the event."""
    report = to_markdown(_a_review())
    follows = (("E1", "G1"), ("G1", "F1"), ("F1", "T1"), ("F2", "A1"), ("T1", "A1"))
    rests = (("G1", "E1"), ("F1", "G1"), ("T1", "F1"), ("A1", "F2"), ("K1", "F2"))
    for label, other in (*follows, *rests):
        assert f"[{other}](#{other.lower()})" in _line_of(report, label), (label, other)


def test_a_question_that_is_open_leads_to_its_events() -> None:
    """The labels in a question of the timeline are links."""
    report = to_markdown(incidents_in_full.crates_io())
    still_open = report.split("### Still open")[1]
    assert re.search(r"\(\[E\d+\]\(#e\d+\)", still_open)


def test_what_was_left_open_stands_with_its_reason() -> None:
    """A closed end leaves what is still open, and is told with its link and its reason."""
    review = closed(_a_review(open_question=True), "open-question:E1", "nobody can know")
    still, left = to_markdown(review).split("### Left open on purpose")
    assert "A question is open" not in still.split("### Still open")[1]
    assert (
        "[E1](#e1): A question is open: retries doubled the load\\\n  Because: nobody can know" in left
    )


def test_nothing_closed_no_section() -> None:
    """Without a closed end there is no heading for one."""
    assert "Left open on purpose" not in to_markdown(_a_review())


def test_how_many_actions_go_back_to_an_event() -> None:
    """The method says it, and links those that do not."""
    report = to_markdown(changes.add(_a_review(), Action(label="A0", text="write a page")))
    assert "1 of 2 actions traced back to an event; without one: [A2](#a2)." in report


def test_an_event_kept_out_of_the_report_is_no_target() -> None:
    """Its label stands as plain text, and its closed end is not told."""
    review = _a_review(open_question=True, in_report=False)
    report = to_markdown(closed(review, "open-question:E1", "a private reason"))
    assert "(#e1)" not in report
    assert "a private reason" not in report
    assert _dangling(report) == []


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(review=reviews())
def test_no_link_of_any_report_dangles(review: Review) -> None:
    """Each link inside a report has its target, and each target stands once."""
    for names in (NameStyle.ROLES, NameStyle.NAMES):
        report = to_markdown(review, names=names)
        assert _dangling(report) == []
        targets = _targets(report)
        assert len(targets) == len(set(targets))


def test_no_link_of_a_whole_incident_dangles() -> None:
    """Not in the reports of real incidents either."""
    for review in (incidents_in_full.crates_io(), incidents_in_full.leaked_secrets()):
        assert _dangling(to_markdown(review)) == []
        assert {event.label.lower() for event in review.events} <= set(_targets(to_markdown(review)))


def test_a_long_timeline_keeps_its_shape() -> None:
    """An event that everything cites has one row, and its references share one cell."""
    review = review_of(happened(0), Event(label="E0", text="later"))
    for _ in range(40):
        factor = Factor(label="F0", category=Category.HUMAN, text="x", evidence=("E1",))
        review = changes.add(review, factor)
    row = next(line for line in to_markdown(review).splitlines() if line.startswith('| <a id="e1"'))
    cell = next(cell for cell in row.split(" | ") if "[F1](#f1)" in cell)
    assert cell.count("](#f") == 40
