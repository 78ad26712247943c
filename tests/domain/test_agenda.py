"""How the meeting's time is shared, spent and left."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from math import floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.domain.agenda import PLANS, Agenda, clock_texts, elapsed, plan_text, planned, time_is_up
from pirtui.domain.review import Stage

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

agendas = st.builds(
    lambda length, spent, extra: replace(planned(length), spent=spent, extra=extra),
    st.sampled_from(sorted(PLANS)),
    st.dictionaries(st.sampled_from(Stage), st.floats(-5, 120)),
    st.dictionaries(st.sampled_from(Stage), st.integers(0, 15)),
)


def spent(length: int, **minutes: float) -> Agenda:
    """A plan of which some minutes are spent."""
    return replace(planned(length), spent={Stage(name): value for name, value in minutes.items()})


@pytest.mark.parametrize("length", sorted(PLANS))
def test_the_boxes_add_up_to_the_meeting(length: int) -> None:
    """Every stage has some minutes, and together they are the whole."""
    boxes = PLANS[length]
    assert sum(boxes.values()) == length
    assert set(boxes) == set(Stage)
    assert min(boxes.values()) > 0


def test_an_hour_gives_most_of_its_time_to_the_story() -> None:
    """The timeline and the gaps have 35 of 60 minutes."""
    assert plan_text(planned(60)) == (
        "60 minutes: Prepare 4, Timeline 25, Gaps 10, Factors 10, Actions 8, Wrap-up 3."
    )


@settings(max_examples=100, deadline=None)
@given(agendas, st.sampled_from(Stage))
def test_a_resplit_shares_exactly_what_is_left(agenda: Agenda, current: Stage) -> None:
    """Whole minutes for the stages still to come, which add up; none is negative."""
    shares = agenda.resplit(current)
    assert sum(shares.values()) == max(floor(agenda.left), 0)
    assert min(shares.values()) >= 0
    assert list(shares) == [stage for stage in Stage if stage.number >= current.number]


@settings(max_examples=100, deadline=None)
@given(agendas, st.sampled_from(Stage))
def test_a_resplit_that_was_taken_changes_nothing_more(agenda: Agenda, current: Stage) -> None:
    """Asked for at once again, the suggestion is the same, and what was spent is as before."""
    taken = agenda.with_resplit(current)
    assert [taken.minutes(stage) for stage in Stage] == [agenda.minutes(stage) for stage in Stage]
    ahead = {
        stage: floor(taken.box(stage) - taken.minutes(stage) + 0.001) for stage in taken.resplit(current)
    }
    assert sum(ahead.values()) == sum(agenda.resplit(current).values())


def test_an_overrun_is_shared_by_the_stages_to_come() -> None:
    """Thirty-five minutes of Timeline leave 21, in proportion to 10, 10, 8 and 3."""
    shares = spent(60, prepare=4, timeline=35).resplit(Stage.TIMELINE)
    assert shares == {
        Stage.TIMELINE: 0,
        Stage.GAPS: 7,
        Stage.FACTORS: 7,
        Stage.ACTIONS: 5,
        Stage.WRAP_UP: 2,
    }


def test_with_no_minute_left_nothing_is_shared() -> None:
    """After the end every suggestion is zero, and the clock says by how much."""
    late = spent(30, timeline=35)
    assert set(late.resplit(Stage.GAPS).values()) == {0}
    assert clock_texts(late, Stage.GAPS)[0] == "Gaps 0 of 5 min · 5 past the end"


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (12.9, "Timeline 12 of 25 min · 48 left"),
        (25.0, "Timeline 25 of 25 min · 35 left"),
        (27.2, "Timeline 27 of 25 min · 2 over · 33 left"),
    ],
)
def test_the_clock_tells_minutes_in_words(minutes: float, told: str) -> None:
    """What is spent, of how much, by how much it is over, and what is left; without seconds."""
    texts = clock_texts(spent(60, timeline=minutes), Stage.TIMELINE)
    assert texts[0] == told
    assert [len(text) for text in texts] == sorted((len(text) for text in texts), reverse=True)


def test_a_paused_clock_says_so() -> None:
    """The word stands in every spelling but the shortest."""
    paused = replace(spent(60, timeline=3), paused=True)
    assert clock_texts(paused, Stage.TIMELINE)[:3] == (
        "Timeline 3 of 25 min · paused · 57 left",
        "Timeline 3 of 25 min · paused",
        "3 of 25 min · paused",
    )


def test_an_extended_box_is_longer_and_the_meeting_is_not() -> None:
    """Three more minutes for a stage come out of what is left."""
    extended = replace(spent(60, timeline=26), extra={Stage.TIMELINE: 3})
    assert clock_texts(extended, Stage.TIMELINE)[0] == "Timeline 26 of 28 min · 34 left"
    assert not extended.overruns(Stage.TIMELINE)


def test_the_end_of_a_box_offers_a_choice() -> None:
    """Move on, extend or park: nobody is hurried."""
    told = time_is_up(spent(60, timeline=25), Stage.TIMELINE)
    assert told == (
        "Timeline has had its 25 minutes: move on, /extend, or /park what is open. "
        "/agenda shares out the rest."
    )


def test_without_a_plan_nothing_overruns() -> None:
    """A stage that has no box cannot use it up."""
    assert not Agenda(spent={Stage.GAPS: 50}).overruns(Stage.GAPS)


@settings(max_examples=50, deadline=None)
@given(st.floats(-1e6, 1e6))
def test_time_never_runs_backwards(seconds: float) -> None:
    """A clock that was set back, or a machine that slept, adds nothing."""
    step = elapsed(NOON, NOON + timedelta(seconds=seconds))
    assert 0 <= step <= 2 * 3600
    if 0 < seconds <= 2 * 3600:
        assert step == pytest.approx(seconds, abs=1e-5)
