"""What is noted about the room: seats heard, remarks parked, and how the meeting was."""

from datetime import UTC, datetime

import pytest

from pirtui.domain import changes
from pirtui.domain.actions import ActionStatus
from pirtui.domain.bias_cues import BIAS_CUES
from pirtui.domain.close_round import CloseRound, close_round_text
from pirtui.domain.gaps import Gap, GapKind
from pirtui.domain.heard import not_heard, seat_named, seats
from pirtui.domain.learnings import LearningKind, Parked, ParkedKind
from pirtui.domain.parking import SET_ASIDE, origin_text, reopened, settled
from pirtui.domain.people import Person
from pirtui.domain.review import Review, ReviewDates

EMPTY = Review(id="1", ref="r", dates=ReviewDates(created=datetime(2026, 11, 23, tzinfo=UTC)))
ROOM = EMPTY.changed(
    people=(
        Person(label="P1", name="Ada Byron", role="incident commander"),
        Person(label="P2", name="Bo Lind", role="support"),
        Person(label="P3", name="Cem", role="support"),
        Person(label="P4", name="Di", role="database", present=False),
        Person(label="P5", name="Eve"),
    )
)


def test_seats_are_the_roles_of_those_present() -> None:
    """Two people in one role share a seat, who is absent has none, and nobody appears by name."""
    assert seats(ROOM) == ("incident commander", "support", "participant")


def test_a_seat_that_was_heard_is_no_longer_waited_for() -> None:
    """Marks are compared however they are spelled."""
    assert not_heard(ROOM, {"Incident-Commander"}) == ("support", "participant")


@pytest.mark.parametrize(
    ("typed", "seat"),
    [
        ("sup", "support"),
        ("@incident-commander", "incident commander"),
        ("bo", "support"),
        ("ada", "incident commander"),
        ("di", None),
        ("", None),
        ("nobody here", None),
    ],
)
def test_a_seat_is_named_by_its_beginning_or_by_a_person(typed: str, seat: str | None) -> None:
    """A name leads to the role, and what is not one seat leads nowhere."""
    assert seat_named(ROOM, typed) == seat


def _parked(kind: ParkedKind, origin_label: str = "") -> Review:
    gap = Gap(label="G0", kind=GapKind.RESPONSE, text="nobody was paged")
    remark = Parked(label="K0", kind=kind, text="who owns it?", origin="gaps", origin_label=origin_label)
    return changes.add(changes.add(EMPTY, gap), remark)


def test_an_action_idea_becomes_a_candidate_tied_to_where_it_came_up() -> None:
    """The action is proposed only, rests on the gap, and the remark says what became of it."""
    after = settled(_parked(ParkedKind.ACTION, "G1"), "K1")
    (action,) = after.actions
    assert (action.text, action.status, action.evidence) == (
        "who owns it?",
        ActionStatus.PROPOSED,
        ("G1",),
    )
    assert after.parked[0].resolution == "became A1"
    assert reopened(after, "K1").parked[0].resolution == ""
    assert reopened(after, "K1").actions == after.actions


def test_a_question_becomes_an_open_question_and_the_rest_is_set_aside() -> None:
    """Each kind of remark has its own end."""
    after = settled(_parked(ParkedKind.QUESTION), "K1")
    assert [(each.kind, each.text) for each in after.learnings] == [
        (LearningKind.QUESTION, "who owns it?")
    ]
    assert settled(_parked(ParkedKind.OFF_TOPIC), "K1").parked[0].resolution == SET_ASIDE


def test_an_origin_is_told_in_words_and_forgets_what_is_gone() -> None:
    """The item stands there for as long as it exists."""
    review = _parked(ParkedKind.ACTION, "G1")
    assert origin_text(review.parked[0]) == "from Gaps, at G1"
    assert origin_text(changes.remove(review, "G1").parked[0]) == "from Gaps"
    assert origin_text(Parked(label="K1", kind=ParkedKind.ACTION, text="x")) == ""


@pytest.mark.parametrize(
    ("counted", "told"),
    [
        (CloseRound(), ""),
        (CloseRound(answered=8), "8 took part in the closing round"),
        (CloseRound(come_again=0), "0 would come again"),
        (
            CloseRound(answered=8, learned=6, come_again=7),
            "6 of 8 learned something that changes how they work; 7 of 8 would come again",
        ),
    ],
)
def test_the_closing_round_is_told_in_counts(counted: CloseRound, told: str) -> None:
    """What nobody counted is not told, and zero hands are zero hands."""
    assert close_round_text(counted) == told


def test_every_cue_fits_one_line() -> None:
    """A cue is read at a glance while ten people talk."""
    assert len(BIAS_CUES) >= 7
    assert all(len(each.name) + len(each.cue) <= 88 for each in BIAS_CUES)
