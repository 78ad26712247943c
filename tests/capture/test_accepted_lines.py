"""Lines of every stage become changes of the review, through one door."""

from datetime import UTC, date, datetime

import pytest

from pirtui.capture.context import line_context
from pirtui.capture.incident_fields import FIELDS, parse_field, print_field
from pirtui.capture.lines import Accepted, accept_line, print_line
from pirtui.domain import changes
from pirtui.domain.events import Event
from pirtui.domain.factors import Category, Factor, Theme
from pirtui.domain.incident import DetectionSource, Impact, Incident, IncidentKind, Link, Severity
from pirtui.domain.moments import Moment, Precision
from pirtui.domain.review import Review, ReviewDates

NOW = datetime(2018, 10, 25, 9, 0, tzinfo=UTC)
EMPTY = Review(id="1", ref="r", dates=ReviewDates(created=NOW))


def _typed(review: Review, kind: str, *lines: str) -> Review:
    for line in lines:
        accepted = accept_line(kind, line, review, NOW)
        assert accepted.change is not None, accepted.problem
        review = accepted.change(review)
    return review


def _change(accepted: Accepted, review: Review) -> Review:
    assert accepted.change is not None
    return accepted.change(review)


REVIEW = _typed(
    _typed(EMPTY, "prepare", "zone: utc", "date: 2018-10-21", "Jane Doe, commander"),
    "timeline",
    "22:52 the network split !impact-start",
    "22:54 alerts @on-call",
    "00:05 a recovery plan",
)


def test_lines_of_every_stage_add_their_items() -> None:
    """Each kind of line adds to its own collection under the next label."""
    review = _typed(REVIEW, "gaps", "detection: two minutes [E1..E2]")
    review = _typed(review, "factors", "technical: failover crossed regions #promotion [G1]")
    review = _typed(review, "actions", "Forbid promotion across regions @jane [F1]")
    review = _typed(review, "wrap-up", "well: nothing was lost")
    review = _typed(review, "parked", "who owns it?")
    labels = {item.label for item in changes.items(review)}
    assert labels == {"P1", "E1", "E2", "E3", "G1", "F1", "T1", "A1", "L1", "K1"}


def test_an_add_may_run_on_a_newer_review() -> None:
    """The item gets the next label of the review that the change meets."""
    accepted = accept_line("timeline", "23:07 deploys locked", REVIEW, NOW)
    newer = _typed(REVIEW, "timeline", "23:00 something else")
    assert accepted.summary == "Add event"
    assert changes.has(_change(accepted, newer), "E5")


def test_an_edit_changes_only_what_the_line_changed() -> None:
    """A field that somebody else changed meanwhile is kept."""
    line = print_line(REVIEW, "E2", NOW)
    assert line == "22:54 alerts @on-call"
    accepted = accept_line("timeline", "22:55 alerts @on-call", REVIEW, NOW, label="E2")
    newer = changes.put(REVIEW, changes.find(REVIEW, "E2").changed(note="seen by two"))
    edited = changes.find(_change(accepted, newer), "E2")
    assert isinstance(edited, Event)
    assert edited.note == "seen by two"
    assert edited.time.start == datetime(2018, 10, 21, 22, 55, tzinfo=UTC)
    assert accepted.summary == "Change E2"


def test_an_edit_of_an_item_that_is_gone_says_so_or_brings_it_back() -> None:
    """An unknown label is a problem; one removed since the line was read is restored."""
    gone = changes.remove(REVIEW, "E2")
    assert "no longer" in accept_line("timeline", "22:55 x", gone, NOW, label="E2").problem
    accepted = accept_line("timeline", "22:55 alerts", REVIEW, NOW, label="E2")
    assert changes.has(_change(accepted, gone), "E2")


def test_every_item_and_field_prints_a_line_that_changes_nothing() -> None:
    """Putting an item into the line and pressing Enter leaves the review as it is."""
    review = _typed(REVIEW, "gaps", "detection: slow [E1..E3]")
    review = _typed(review, "factors", "technical: failover #promotion")
    review = _typed(review, "actions", "Forbid it due:fri")
    review = _typed(review, "wrap-up", "question: why? @jane")
    review = _typed(review, "prepare", "link: https://x.io the page", "summary: all of it")
    fields = [spec.name for spec in FIELDS if spec.name != "link"]
    for label in [*(item.label for item in changes.items(review)), *fields, "link:1"]:
        line = print_line(review, label, NOW)
        accepted = accept_line("prepare", line, review, NOW, label=label)
        assert _change(accepted, review) == review


def test_a_parked_remark_remembers_where_it_came_up() -> None:
    """The stage in which it was parked is kept."""
    accepted = accept_line("parked", "who owns it?", REVIEW, NOW, origin="timeline")
    assert _change(accepted, REVIEW).parked[0].origin == "timeline"


def test_a_factor_cannot_explain_itself() -> None:
    """Neither directly nor through its own children."""
    review = _typed(REVIEW, "factors", "technical: one", "technical: two")
    child = accept_line("factors", "> technical: three", review, NOW, parent="F1")
    review = _change(child, review)
    assert review.factors[2].parent == "F1"
    for parent in ("F1", "F3"):
        looped = accept_line("factors", "> technical: one", review, NOW, parent=parent, label="F1")
        assert looped.change is None
        assert "cannot explain itself" in looped.problem


def test_a_renamed_theme_is_renamed_in_its_factors() -> None:
    """Factors name their themes, so they follow."""
    review = _typed(REVIEW, "factors", "technical: one #overload")
    accepted = accept_line("factors", "#overload-retries", review, NOW, label="T1")
    changed = _change(accepted, review)
    assert changed.themes == (Theme(label="T1", name="overload-retries"),)
    assert changed.factors[0].themes == ("overload-retries",)


def test_an_unknown_kind_of_line_is_an_error() -> None:
    """A caller's mistake is not read as text."""
    with pytest.raises(ValueError, match="nonsense"):
        accept_line("nonsense", "x", REVIEW, NOW)


def test_a_problem_has_no_change() -> None:
    """What cannot be saved says why."""
    accepted = accept_line("gaps", "no kind", REVIEW, NOW)
    assert accepted.change is None
    assert accepted.problem


@pytest.mark.parametrize(
    ("line", "incident"),
    [
        ("title: Split network", Incident(title="Split network")),
        ("kind: near miss", Incident(kind=IncidentKind.NEAR_MISS)),
        ("severity: sev1", Incident(severity=Severity.SEV1)),
        ("severity: 2", Incident(severity=Severity.SEV2)),
        ("Severity: SEV-3", Incident(severity=Severity.SEV3)),
        ('services: api, "web, old"', Incident(services=("api", "web, old"))),
        ("team: Payments", Incident(owner_team="Payments")),
        ("zone: europe/london", Incident(zone="Europe/London")),
        ("date: 2018-10-21", Incident(on=date(2018, 10, 21))),
        ("date: yesterday", Incident(on=date(2018, 10, 24))),
        ("date: 21 Oct", Incident(on=date(2018, 10, 21))),
        ("date: last sunday", Incident(on=date(2018, 10, 21))),
        ("detected by: third party", Incident(detection_source=DetectionSource.THIRD_PARTY)),
        ("not affected: reads", Incident(impact=Impact(not_affected="reads"))),
        ("link: https://x.io the page", Incident(links=(Link(url="https://x.io", comment="the page"),))),
    ],
)
def test_a_field_is_set(line: str, incident: Incident) -> None:
    """Each field takes the words that people use for it."""
    reading = parse_field(line, EMPTY, NOW)
    assert reading.change is not None, reading.problem
    assert reading.change(EMPTY).incident == incident


def test_the_window_is_read_as_a_time() -> None:
    """A window needs nothing but a time; its date is always printed."""
    review = _typed(REVIEW, "prepare", "window: 22:52-23:03")
    window = review.incident.impact.window
    assert window is not None
    assert (window.start, window.end) == (
        datetime(2018, 10, 21, 22, 52, tzinfo=UTC),
        datetime(2018, 10, 21, 23, 3, tzinfo=UTC),
    )
    assert print_field("window", review) == "window: 2018-10-21 22:52-23:03"
    assert parse_field("window: long", review, NOW).problem


@pytest.mark.parametrize("spec", [spec for spec in FIELDS if spec.name != "link"], ids=lambda s: s.name)
def test_an_empty_value_clears_a_field(spec: object) -> None:
    """A field's name and a colon take the value away."""
    name = getattr(spec, "name", "")
    reading = parse_field(f"{name}:", REVIEW, NOW)
    assert reading.change is not None
    cleared = reading.change(REVIEW)
    expected = "kind: incident" if name == "kind" else f"{name}:"
    assert print_field(name, cleared) == expected


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Europe/Londn", "Europe/London"), ("london", "Europe/London"), ("BST", "Europe/London")],
)
def test_a_zone_that_is_nearly_right_is_suggested(typed: str, meant: str) -> None:
    """An unknown zone is a problem with the likely name beside it."""
    reading = parse_field(f"zone: {typed}", EMPTY)
    assert reading.change is None
    assert meant in reading.problem
    assert reading.alternatives[0].line == f"zone: {meant}"


@pytest.mark.parametrize(
    "line", ["severity: huge", "kind: outage", "date: soon", "detected-by: luck", "link:"]
)
def test_a_value_that_does_not_fit_is_a_problem(line: str) -> None:
    """The problem says what would fit; the field is still known."""
    reading = parse_field(line, EMPTY, NOW)
    assert (reading.change, reading.field) == (None, line.split(":")[0])
    assert reading.problem


def test_a_link_is_edited_and_removed_by_its_number() -> None:
    """`link:2` is the second link, and an empty value removes it."""
    review = _typed(EMPTY, "prepare", "link: https://a.io one", "link: https://b.io two")
    assert print_line(review, "link:2", NOW) == "link: https://b.io two"
    edited = _change(accept_line("prepare", "link: https://c.io", review, NOW, label="link:2"), review)
    assert edited.incident.links[1] == Link(url="https://c.io")
    removed = _change(accept_line("prepare", "link:", review, NOW, label="link:2"), review)
    assert len(removed.incident.links) == 1
    with pytest.raises(LookupError):
        print_line(review, "link:3", NOW)


def test_a_summary_of_several_lines_survives_an_unchanged_line() -> None:
    """The line shows it as one, and saving the same line keeps the breaks."""
    review = changes.updated(EMPTY, incident=Incident(summary="one\ntwo"))
    line = print_line(review, "summary", NOW)
    assert line == "summary: one two"
    assert _change(accept_line("prepare", line, review, NOW), review) == review


def test_a_line_that_names_no_field_is_a_person() -> None:
    """Prepare takes fields and people."""
    review = _typed(EMPTY, "prepare", "Sam: the quiet one, database")
    assert review.people[0].name == "Sam: the quiet one"


def test_the_context_follows_the_event_entered_last() -> None:
    """Labels stand in timeline order; the previous time is the newest event's that has one."""
    review = _typed(REVIEW, "timeline", "nobody knows when")
    context = line_context(review, NOW)
    assert context.labels[:4] == ("E3", "E4", "E1", "E2")
    assert context.previous is not None
    assert context.previous.start == datetime(2018, 10, 21, 0, 5, tzinfo=UTC)
    assert line_context(review, NOW).labels is context.labels


def test_an_event_under_edit_stays_on_its_own_day() -> None:
    """A bare time typed over an event does not follow the event entered last."""
    event = changes.find(REVIEW, "E1")
    assert isinstance(event, Event)
    moved = event.changed(
        time=Moment(start=datetime(2018, 10, 20, 8, 0, tzinfo=UTC), precision=Precision.MINUTE)
    )
    context = line_context(changes.put(REVIEW, moved), NOW, editing=moved)
    assert (context.on, context.previous) == (date(2018, 10, 20), None)


def test_a_factor_keeps_its_label_and_children_when_edited() -> None:
    """Editing a parent moves no child."""
    review = changes.add(REVIEW, Factor(label="F0", category=Category.HUMAN, text="a"))
    review = changes.add(review, Factor(label="F0", category=Category.HUMAN, text="b", parent="F1"))
    changed = _change(accept_line("factors", "human: c", review, NOW, label="F1"), review)
    assert [(factor.text, factor.parent) for factor in changed.factors] == [("c", None), ("b", "F1")]
