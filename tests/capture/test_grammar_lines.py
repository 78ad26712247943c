"""What the tokens of each kind of line mean."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from pirtui.capture.actions import parse_action, print_action
from pirtui.capture.events import parse_event, print_event
from pirtui.capture.factors import parse_factor, print_factor
from pirtui.capture.gaps import parse_gap, print_gap
from pirtui.capture.learnings import parse_learning
from pirtui.capture.parked import parse_parked
from pirtui.capture.people import parse_person, print_person
from pirtui.capture.reading import LineContext
from pirtui.capture.themes import parse_theme
from pirtui.domain.actions import Action, ActionKind, ActionStatus, FixFamily, Priority, Strength
from pirtui.domain.events import Event, Milestone
from pirtui.domain.factors import Category, Confidence, Factor
from pirtui.domain.gaps import Gap, GapKind, Verdict
from pirtui.domain.learnings import LearningKind, ParkedKind
from pirtui.domain.moments import Moment
from pirtui.domain.people import Person
from tests.capture.capture_strategies import CONTEXT


def _item(reading: Any) -> Any:
    assert reading.problem == ""
    assert reading.item is not None
    return reading.item


def test_an_event_takes_its_tokens_from_anywhere_in_the_line() -> None:
    """Role, milestones, source, note, key moment and open question leave the text as it was said."""
    line = '14:32 @ic rolled  back to 4811 !ack !mitigated ^ src:https://x.io/1 note:"by \\"hand\\"" ?'
    reading = parse_event(line, CONTEXT)
    event = _item(reading)
    assert event.text == "rolled  back to 4811"
    assert event.time.start == datetime(2018, 10, 21, 13, 32, tzinfo=UTC)
    assert event.actor == "ic"
    assert event.milestones == (Milestone.ACKNOWLEDGED, Milestone.MITIGATED)
    assert (event.source, event.note) == ("https://x.io/1", 'by "hand"')
    assert event.key_moment
    assert event.open_question
    assert reading.doubts == ()
    assert [part.text for part in reading.parts][:2] == ["14:32 BST, Sun 21 Oct 2018", "acknowledged"]


def test_an_event_may_have_no_time() -> None:
    """A line without a time is saved with an unknown one, and the preview says so."""
    reading = parse_event("somebody restarted it", CONTEXT)
    assert _item(reading).time == Moment()
    assert reading.parts[0].text == "no time"


def test_only_known_words_at_the_start_of_a_word_are_tokens() -> None:
    """Anything else is text: an address, a price, an unknown mark, a question inside the text."""
    event = _item(parse_event("14:32 mail jane@x.io a!ack why? really ? yes @ !important", CONTEXT))
    assert event.text == "mail jane@x.io a!ack why? really ? yes @ !important"
    assert (event.actor, event.milestones, event.open_question) == ("", (), False)


def test_an_unknown_mark_is_pointed_out() -> None:
    """A mistyped milestone stays in the text and is visible in the doubts, which are not stored."""
    reading = parse_event("14:32 back to normal !mitigatd", CONTEXT)
    assert "!mitigatd" in reading.doubts[0]
    assert _item(reading).doubt == ""


def test_a_doubt_about_the_time_is_stored_with_the_event() -> None:
    """A question about the time stays until somebody answers it."""
    assert "Is it 09:38?" in _item(parse_event("009:38 restart", CONTEXT)).doubt


def test_a_milestone_alone_says_what_happened() -> None:
    """`14:32 !first-signal` needs no other words."""
    assert _item(parse_event("14:32 !first-signal", CONTEXT)).text == "First signal"


@pytest.mark.parametrize("line", ["", "   ", "14:32", "14:32 @ic", "?", "14:32 -"])
def test_an_event_needs_words(line: str) -> None:
    """A line that does not say what happened is not saved."""
    reading = parse_event(line, CONTEXT)
    assert reading.item is None
    assert reading.problem


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("14:40 was the old time", "14:32 14:40 was the old time"),
        ("UTC pods", "14:32 \\UTC pods"),
        ("- 15:00 again", "14:32 \\- 15:00 again"),
        ("press !ack or @ic", "14:32 press \\!ack or \\@ic"),
        ("what ?", "14:32 what \\?"),
        ("a\nb\x1b[0m", "14:32 a b␛[0m"),
    ],
)
def test_a_text_that_looks_like_tokens_is_escaped(text: str, line: str) -> None:
    """The printed line shows a backslash only where the text would be misread."""
    time = _item(parse_event("14:32 x", CONTEXT)).time
    assert print_event(Event(label="E1", time=time, text=text), CONTEXT) == line


def test_editing_keeps_what_the_line_does_not_say() -> None:
    """A note of several lines, the label, the report flag and an open doubt survive an edit."""
    base = _item(parse_event("14:32 rolled back", CONTEXT)).model_copy(
        update={"label": "E7", "note": "one\ntwo", "in_report": False, "doubt": "Is it?"}
    )
    line = print_event(base, CONTEXT).replace("rolled back", "rolled forward")
    edited = _item(parse_event(line, CONTEXT, base))
    assert edited == base.model_copy(update={"text": "rolled forward"})
    moved = _item(parse_event(line.replace("14:32", "14:40"), CONTEXT, base))
    assert moved.doubt == ""
    assert moved.time.start == datetime(2018, 10, 21, 13, 40, tzinfo=UTC)


def test_a_gap_has_a_kind_evidence_and_a_verdict() -> None:
    """A range of labels runs in the order of the timeline."""
    line = 'Detection: no alert [E4..E5, e7] !explained note:"n" no-factor:"r"'
    gap = _item(parse_gap(line, CONTEXT))
    assert (gap.kind, gap.text) == (GapKind.DETECTION, "no alert")
    assert gap.evidence == ("E4", "E2", "E3", "E5", "E7")
    assert (gap.verdict, gap.note, gap.no_factor_reason) == (Verdict.EXPLAINED, "n", "r")
    assert "[E4..E5,E7]" in print_gap(gap, CONTEXT)


def test_a_gap_without_a_kind_is_not_saved() -> None:
    """The problem names the four kinds."""
    assert "detection:" in parse_gap("no alert [E3]", CONTEXT).problem


def test_references_to_what_is_not_there_stay_text() -> None:
    """An unknown label, or one of the wrong sort, is text with a doubt."""
    reading = parse_gap("detection: no alert [E3,E99,F1]", CONTEXT)
    assert _item(reading).evidence == ("E3",)
    assert _item(reading).text == "no alert [E99,F1]"
    assert len(reading.doubts) == 2


def test_two_references_are_printed_apart_and_three_as_a_range() -> None:
    """Only a run of three or more is compressed."""
    gap = Gap(label="G1", kind=GapKind.RECOVERY, text="slow", evidence=("E2", "E3"))
    assert print_gap(gap, CONTEXT) == "recovery: slow [E2,E3]"
    gap = gap.changed(evidence=("E4", "E2", "E3"))
    assert print_gap(gap, CONTEXT) == "recovery: slow [E4..E3]"


def test_a_factor_has_category_themes_and_evidence() -> None:
    """Every token of a factor's line is taken out of its text."""
    line = (
        "technical/coupling-cascade: retries doubled the load #overload #retry-storm [G1,E4] !trigger "
        'confidence:low stop:"s" needs:"e" note:"n" no-action:"a"'
    )
    factor = _item(parse_factor(line, CONTEXT))
    assert factor == Factor(
        label="F0",
        category=Category.TECHNICAL,
        subcategory="coupling-cascade",
        text="retries doubled the load",
        note="n",
        evidence=("G1", "E4"),
        confidence=Confidence.LOW,
        evidence_needed="e",
        trigger=True,
        stop_reason="s",
        themes=("overload", "retry-storm"),
        no_action_reason="a",
    )


def test_a_sub_category_implies_its_category() -> None:
    """`coupling-cascade:` is technical; `other:` could be anything and is no prefix."""
    factor = _item(parse_factor("alerting: the page went to nobody", CONTEXT))
    assert (factor.category, factor.subcategory) == (Category.TOOLING, "alerting")
    assert parse_factor("other: something", CONTEXT).problem


def test_an_unknown_sub_category_stays_text() -> None:
    """The factor is saved in its category, and the closest sub-category is offered."""
    reading = parse_factor("technical/coupling: retries", CONTEXT)
    assert (_item(reading).subcategory, _item(reading).text) == ("", "coupling: retries")
    assert reading.doubts


def test_a_child_goes_under_the_highlighted_factor() -> None:
    """`>` needs a highlight for a new factor, and keeps the parent of one that has it."""
    assert _item(parse_factor("> human: tired", CONTEXT)).parent == "F1"
    nowhere = LineContext("UTC", CONTEXT.now)
    assert parse_factor("> human: tired", nowhere).problem
    base = Factor(label="F4", category=Category.HUMAN, text="tired", parent="F2")
    assert print_factor(base, CONTEXT) == "> human: tired"
    assert _item(parse_factor("> human: very tired", CONTEXT, base)).parent == "F2"
    assert _item(parse_factor("human: tired", CONTEXT, base)).parent is None


def test_an_issue_number_is_no_theme() -> None:
    """`#2212` stays in the text."""
    factor = _item(parse_factor("process: see #2212", CONTEXT))
    assert (factor.text, factor.themes) == ("see #2212", ())


def test_an_action_takes_its_tokens_from_anywhere() -> None:
    """Owner, date, priority, kind, family, strength, status, tests and links leave the text."""
    line = (
        "Page on-call when lag > 10k for 5 min @jane due:2026-12-04 !critical ~detect "
        'family:observability strength:intermediate status:agreed tracker:OPS-1 done:"fired in a drill" '
        'effect:"found in 5 min" detail:"d" why-not:"w" [F2,G1]'
    )
    action = _item(parse_action(line, CONTEXT))
    assert action == Action(
        label="A0",
        text="Page on-call when lag > 10k for 5 min",
        detail="d",
        owner="jane",
        due=date(2026, 12, 4),
        kind=ActionKind.DETECT,
        family=FixFamily.OBSERVABILITY,
        strength=Strength.INTERMEDIATE,
        priority=Priority.CRITICAL,
        status=ActionStatus.AGREED,
        status_reason="w",
        done_test="fired in a drill",
        effect_measure="found in 5 min",
        evidence=("F2", "G1"),
        tracker="OPS-1",
    )
    assert print_action(action, CONTEXT).count("2026-12-04") == 1


@pytest.mark.parametrize(
    ("word", "due"),
    [
        ("fri", date(2018, 10, 26)),
        ("thursday", date(2018, 11, 1)),
        ("+2w", date(2018, 11, 8)),
        ("+3d", date(2018, 10, 28)),
        ("+4m", date(2019, 2, 25)),
        ("today", date(2018, 10, 25)),
        ("tomorrow", date(2018, 10, 26)),
        ("eow", date(2018, 10, 26)),
        ("eom", date(2018, 10, 31)),
        ("eoq", date(2018, 12, 31)),
        ("2026-12-04", date(2026, 12, 4)),
    ],
)
def test_due_dates_are_said_in_words(word: str, due: date) -> None:
    """Words count from today in the zone of the review; the 25th is a Thursday."""
    assert _item(parse_action(f"Fix it due:{word}", CONTEXT)).due == due


def test_a_due_date_that_is_none_is_pointed_out() -> None:
    """It stays in the text, with a doubt."""
    reading = parse_action("Fix it due:someday", CONTEXT)
    assert (_item(reading).due, _item(reading).text) == (None, "Fix it due:someday")
    assert "due:someday" in reading.doubts[0]


def test_only_the_first_of_two_owners_counts() -> None:
    """A second one is a mention in the text, and is still one after another edit."""
    action = _item(parse_action("Ask @dba to help @jane", CONTEXT))
    assert (action.owner, action.text) == ("dba", "Ask to help @jane")
    assert _item(parse_action(print_action(action, CONTEXT), CONTEXT)) == action


def test_learnings_start_with_their_kind() -> None:
    """Only a question has an owner and a date; elsewhere `@` is text."""
    well = _item(parse_learning("well: the drill paid off @jane due:fri", CONTEXT))
    assert (well.kind, well.text) == (LearningKind.WELL, "the drill paid off @jane due:fri")
    question = _item(parse_learning("question: who owns it? @jane due:fri", CONTEXT))
    assert (question.text, question.owner, question.due) == ("who owns it?", "jane", date(2018, 10, 26))
    assert "well:" in parse_learning("it went well", CONTEXT).problem


def test_a_parked_remark_is_a_question_unless_it_says_otherwise() -> None:
    """`off-topic:` and `action:` are taken, everything else is a question."""
    assert _item(parse_parked("who owns the runbook?", CONTEXT)).kind is ParkedKind.QUESTION
    assert _item(parse_parked("off-topic: lunch", CONTEXT)).kind is ParkedKind.OFF_TOPIC


def test_a_person_has_a_role_and_a_team() -> None:
    """A leading `-` marks an absent one, and quotes keep a comma inside a value."""
    jane = _item(parse_person('"Doe, Jane", incident commander, Payments', CONTEXT))
    assert jane == Person(label="P0", name="Doe, Jane", role="incident commander", team="Payments")
    assert print_person(jane, CONTEXT) == '"Doe, Jane", incident commander, Payments'
    assert not _item(parse_person("- Sam, , Search", CONTEXT)).present
    assert parse_person(", commander", CONTEXT).problem


def test_a_misspelt_field_says_that_it_adds_a_person() -> None:
    """Otherwise `sevrity: sev2` would sit in the room unnoticed."""
    assert "no field sevrity" in parse_person("sevrity: sev2", CONTEXT).doubts[0]
    assert not parse_person("Jane Doe, lead: payments, Payments", CONTEXT).doubts


def test_a_theme_has_a_name_and_a_reason_to_accept_it() -> None:
    """`#name text accepted:"…"`."""
    theme = _item(parse_theme('#overload retries accepted:"known"', CONTEXT))
    assert (theme.name, theme.text, theme.accepted_because) == ("overload", "retries", "known")
