"""Commands on the highlighted item: what they change, what they refuse, and that they can wait."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.domain import changes
from pirtui.domain.actions import Action, ActionStatus
from pirtui.domain.events import Event, Milestone
from pirtui.domain.factors import Category, Confidence, Factor, Theme
from pirtui.domain.gaps import Gap, GapKind, Verdict
from pirtui.domain.learnings import Parked, ParkedKind
from pirtui.domain.questions import answered, gap_questions
from pirtui.domain.review import Review
from pirtui.screens.item_commands import ITEM_COMMANDS, CannotDoError
from tests.domain.making import happened, minute, review_of
from tests.strategies import hostile_texts

NEEDS_A_LABEL = {
    "note": "an item",
    "milestone": "an event",
    "ask": "an event",
    "key-moment": "an event",
    "source": "an event",
    "in-report": "an event",
    "next-day": "an event",
    "time-is-right": "an event",
    "answer": "a gap",
    "no-factor": "a gap",
    "trigger": "a factor",
    "stop": "a factor",
    "under": "a factor",
    "confidence": "a factor",
    "needs": "a factor",
    "gather": "a factor",
    "no-action": "a factor",
    "not-doing": "an action",
    "tracker": "an action",
    "resolve": "a parked remark",
}
"""What each command asks to be highlighted; `theme` and `accept` name their theme themselves."""

ARGUMENTS = {
    "milestone": "detected",
    "answer": "explained",
    "theme": "drift slow",
    "accept": "drift because",
    "confidence": "low",
}


def a_review() -> Review:
    """A review with one item of each sort, and a second event, factor and theme."""
    doubtful = happened(10, "deploy").changed(doubt="Is 00:10 on the next day?")
    return review_of(
        doubtful,
        happened(50, "users call", Milestone.DETECTED),
        Gap(label="G0", kind=GapKind.DETECTION, text="no alert"),
        Factor(label="F0", category=Category.TECHNICAL, text="retries", themes=("drift",)),
        Factor(label="F0", category=Category.PROCESS, text="no drill", parent="F1"),
        Action(label="A0", text="Add an alert"),
        Parked(label="K0", kind=ParkedKind.QUESTION, text="who owns it?"),
    )


def done(review: Review, name: str, key: str, argument: str = "") -> Review:
    """The review after a command was given."""
    return ITEM_COMMANDS[name](review, key, argument).change(review)


def refused(review: Review, name: str, key: str, argument: str = "") -> str:
    """The sentence with which a command is refused."""
    with pytest.raises(CannotDoError) as caught:
        ITEM_COMMANDS[name](review, key, argument)
    return str(caught.value)


def field(review: Review, label: str, name: str) -> object:
    """A field of the item with this label."""
    return getattr(changes.find(review, label), name)


@pytest.mark.parametrize(
    ("name", "key", "argument", "changed", "value"),
    [
        ("note", "E1", "from the chat", "note", "from the chat"),
        ("note", "G1", "said so", "note", "said so"),
        ("note", "F1", "seen twice", "note", "seen twice"),
        ("milestone", "E1", "impact-start", "milestones", (Milestone.IMPACT_START,)),
        ("milestone", "E1", "impact start", "milestones", (Milestone.IMPACT_START,)),
        ("milestone", "E1", "!ver", "milestones", (Milestone.VERIFIED,)),
        ("milestone", "E2", "detected", "milestones", ()),
        ("milestone", "E2", "notified", "milestones", (Milestone.DETECTED, Milestone.NOTIFIED)),
        ("ask", "E1", "", "open_question", True),
        ("key-moment", "E1", "", "key_moment", True),
        ("source", "E1", " https://e.x/1 ", "source", "https://e.x/1"),
        ("in-report", "E1", "", "in_report", False),
        ("next-day", "E1", "", "doubt", ""),
        ("next-day", "E1", "", "time", minute(10 + 24 * 60)),
        ("time-is-right", "E1", "", "doubt", ""),
        ("time-is-right", "E1", "", "time", minute(10)),
        ("answer", "G1", "explained we knew", "verdict", Verdict.EXPLAINED),
        ("answer", "G1", "explained we knew", "note", "we knew"),
        ("answer", "G1", "Not a gap", "verdict", Verdict.NOT_A_GAP),
        ("answer", "G1", "not-a-gap as planned", "note", "as planned"),
        ("no-factor", "G1", "known risk", "no_factor_reason", "known risk"),
        ("trigger", "F1", "", "trigger", True),
        ("stop", "F1", "agreed", "stop_reason", "agreed"),
        ("under", "F2", "", "parent", None),
        ("no-action", "F1", "too rare", "no_action_reason", "too rare"),
        ("confidence", "F1", "High", "confidence", Confidence.HIGH),
        ("needs", "F1", "the access log", "evidence_needed", "the access log"),
        ("gather", "F1", "#alone", "themes", ("drift", "alone")),
        ("gather", "F1", "drift", "themes", ()),
        ("theme", "", "drift config moves", "text", None),
        ("not-doing", "A1", "costs too much", "status", ActionStatus.NOT_DOING),
        ("not-doing", "A1", "costs too much", "status_reason", "costs too much"),
        ("tracker", "A1", "OPS-12", "tracker", "OPS-12"),
        ("resolve", "K1", "see A1", "resolution", "see A1"),
        ("resolve", "K1", "", "resolution", "done"),
    ],
)
def test_a_command_changes_its_field(
    name: str, key: str, argument: str, changed: str, value: object
) -> None:
    """Each command changes the one thing that its summary promises."""
    after = done(a_review(), name, key, argument)
    if name == "theme":
        assert [(theme.name, theme.text) for theme in after.themes] == [("drift", "config moves")]
    else:
        assert field(after, key, changed) == value


@pytest.mark.parametrize("name", ["ask", "key-moment", "in-report", "trigger"])
def test_a_mark_given_twice_is_taken_back(name: str) -> None:
    """The same command sets a mark and clears it."""
    review = a_review()
    key = "F1" if name == "trigger" else "E1"
    assert done(done(review, name, key), name, key) == review


def test_a_milestone_given_twice_is_taken_back() -> None:
    """The same milestone sets and clears itself, and leaves the others."""
    review = a_review()
    twice = done(done(review, "milestone", "E2", "notified"), "milestone", "E2", "notified")
    assert twice == review


def test_the_next_day_keeps_the_length_of_a_range() -> None:
    """Both ends of a range move by a day."""
    ranged = happened(10).changed(time=minute(10, until=25))
    review = review_of(ranged)
    time = field(done(review, "next-day", "E1"), "E1", "time")
    assert time == minute(10 + 24 * 60, until=25 + 24 * 60)


def test_a_factor_goes_under_another_by_its_label() -> None:
    """The label may be typed in lower case."""
    review = changes.add(a_review(), Factor(label="F0", category=Category.HUMAN, text="tired"))
    assert field(done(review, "under", "F3", "f1"), "F3", "parent") == "F1"


def test_a_factor_cannot_explain_itself() -> None:
    """A factor does not go under one that rests on it, nor under itself."""
    assert refused(a_review(), "under", "F1", "F2") == "F2 already rests on F1."
    assert "F1" in refused(a_review(), "under", "F1", "F1")


@pytest.mark.parametrize("name", list(NEEDS_A_LABEL))
@pytest.mark.parametrize("key", ["", "E9", "P1", "~gap:G1", "field:title", "rules", "link:1"])
def test_a_command_says_what_to_highlight(name: str, key: str) -> None:
    """On a row that is not its own, a command says what it needs and changes nothing."""
    sentence = refused(a_review(), name, key, ARGUMENTS.get(name, "words"))
    assert sentence == f"Highlight {NEEDS_A_LABEL[name]} first."


@pytest.mark.parametrize(
    ("name", "key", "argument", "sentence"),
    [
        ("note", "A1", "words", "A note goes on an event, a gap or a factor."),
        ("milestone", "E1", "", "Name one milestone, such as /milestone detected."),
        ("milestone", "E1", "d", "Name one milestone, such as /milestone detected."),
        ("milestone", "E1", "nonsense", "Name one milestone, such as /milestone detected."),
        ("answer", "G1", "", "Answer gap, explained or not-a-gap, then a note."),
        ("answer", "G1", "perhaps", "Answer gap, explained or not-a-gap, then a note."),
        ("theme", "F1", "", "Name a theme first (known: #drift)."),
        ("accept", "F1", "", "Name a theme first (known: #drift)."),
        ("accept", "F1", "drift", "Say why: /accept THEME because …"),
        ("accept", "T1", "", "Say why: /accept THEME because …"),
        ("not-doing", "A1", " ", "Say why: /not-doing REASON"),
        ("under", "F1", "E1", "Highlight a factor first."),
    ],
)
def test_a_refusal_says_what_is_missing(name: str, key: str, argument: str, sentence: str) -> None:
    """One calm sentence says what the command needs."""
    assert refused(a_review(), name, key, argument) == sentence


def test_an_event_without_a_time_cannot_move() -> None:
    """There is no next day of an unknown time."""
    review = review_of(happened(None, "somewhen"))
    assert refused(review, "next-day", "E1") == "E1 has no time to move."


def test_a_new_theme_is_made_when_it_is_described() -> None:
    """A theme that nobody named before begins with its description; the sign before it is optional."""
    after = done(a_review(), "theme", "", "#speed: too fast to see")
    assert [(theme.label, theme.name, theme.text) for theme in after.themes[1:]] == [
        ("T2", "speed", "too fast to see")
    ]


@pytest.mark.parametrize(("key", "argument"), [("", "drift it is rare"), ("T1", "it is rare")])
def test_a_theme_is_accepted_with_a_reason(key: str, argument: str) -> None:
    """By its name, or as the highlighted row."""
    after = done(a_review(), "accept", key, argument)
    assert [(theme.name, theme.accepted_because) for theme in after.themes] == [("drift", "it is rare")]


def test_a_highlighted_theme_gives_way_to_a_named_one() -> None:
    """A name with its sign is meant, whatever is highlighted."""
    review = changes.add(a_review(), Theme(label="T0", name="speed"))
    after = done(review, "accept", "T1", "#speed it is rare")
    assert [theme.accepted_because for theme in after.themes] == ["", "it is rare"]


def test_a_question_is_answered_with_its_note() -> None:
    """The answer becomes a gap that carries the question's key."""
    review = a_review()
    question = gap_questions(review)[0]
    after = done(review, "answer", f"?{question.key}", "explained it was announced")
    gap = answered(after)[question.key]
    assert (gap.verdict, gap.note, gap.kind) == (Verdict.EXPLAINED, "it was announced", question.kind)


def test_a_note_on_a_question_leaves_it_open() -> None:
    """A note can be written before the room knows its answer."""
    review = a_review()
    question = gap_questions(review)[0]
    after = done(review, "note", f"?{question.key}", "ask the supplier")
    assert question.key not in answered(after)
    assert [gap.note for gap in after.gaps if gap.heuristic == question.key] == ["ask the supplier"]


def test_a_verdict_without_a_note_keeps_the_former_note() -> None:
    """Changing one's mind does not cost the words said before."""
    review = done(a_review(), "note", "G1", "written before")
    after = done(review, "answer", "G1", "explained")
    assert field(after, "G1", "note") == "written before"


def _elsewhere(review: Review) -> Review:
    """The same review after another person added to it."""
    other = changes.add(review, Event(label="E0", time=minute(70), text="from elsewhere"))
    return changes.updated(other, incident=other.incident.changed(on=date(2024, 3, 6)))


@pytest.mark.parametrize("name", list(ITEM_COMMANDS))
def test_a_change_works_on_a_fresher_review(name: str) -> None:
    """What was decided on one state of the review is done on the newest, and nothing else is undone."""
    review = a_review()
    key = _fitting_key(name)
    intent = ITEM_COMMANDS[name](review, key, ARGUMENTS.get(name, "words" if name != "under" else ""))
    fresher = intent.change(_elsewhere(review))
    assert fresher == _elsewhere(intent.change(review))
    assert fresher != _elsewhere(review)


def test_a_question_is_answered_on_a_fresher_review() -> None:
    """An answer that somebody else gave to the same question is changed, not doubled."""
    review = a_review()
    key = f"?{gap_questions(review)[0].key}"
    twice = ITEM_COMMANDS["answer"](review, key, "explained").change(done(review, "answer", key, "gap"))
    assert [gap.verdict for gap in twice.gaps[1:]] == [Verdict.EXPLAINED]


def _fitting_key(name: str) -> str:
    letters: dict[str, Callable[[], str]] = {
        "an event": lambda: "E1",
        "an item": lambda: "E1",
        "a gap": lambda: "G1",
        "a factor": lambda: "F2",
        "an action": lambda: "A1",
        "a parked remark": lambda: "K1",
    }
    return letters[NEEDS_A_LABEL[name]]() if name in NEEDS_A_LABEL else ""


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(list(ITEM_COMMANDS)), hostile_texts())
def test_any_argument_is_a_change_or_a_sentence(name: str, argument: str) -> None:
    """Whatever is typed after a command, it is carried out or refused, and what is kept is one line."""
    review = a_review()
    after, refusal = _after_any(review, name, argument)
    assert refusal or after.last_numbers
    changed = [item for item in changes.items(after) if item not in tuple(changes.items(review))]
    texts = [value for item in changed for value in dict(item).values() if isinstance(value, str)]
    assert not [text for text in texts if "\n" in text or "\x1b" in text or "\u202e" in text]


def _after_any(review: Review, name: str, argument: str) -> tuple[Review, str]:
    """The review after the command, or as it was with the sentence that refuses it."""
    try:
        return done(review, name, _fitting_key(name), argument), ""
    except CannotDoError as problem:
        return review, str(problem)


def test_every_change_has_a_name_to_undo_it_by() -> None:
    """The list of changes says of each what it was."""
    review = a_review()
    for name in ITEM_COMMANDS:
        argument = ARGUMENTS.get(name, "words" if name != "under" else "")
        summary = ITEM_COMMANDS[name](review, _fitting_key(name), argument).summary
        assert summary
        assert summary[0].isupper()


def test_a_day_later_is_a_day_later() -> None:
    """Moving an event on twice moves it by two days."""
    twice = done(done(a_review(), "next-day", "E1"), "next-day", "E1")
    moved, before = (changes.find(review, "E1") for review in (twice, a_review()))
    assert isinstance(moved, Event)
    assert isinstance(before, Event)
    assert moved.time.start is not None
    assert before.time.start is not None
    assert moved.time.start - before.time.start == timedelta(days=2)
