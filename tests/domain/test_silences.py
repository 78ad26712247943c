"""Stretches in which nothing is written down."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pirtui.domain.events import Event
from pirtui.domain.silences import silences
from pirtui.domain.thresholds import Thresholds
from tests.domain.making import happened, minute, review_of

USUAL = Thresholds()


def labels(*minutes: float | None, figures: Thresholds = USUAL) -> list[tuple[str, str]]:
    """The silences between events at these minutes."""
    found = silences(review_of(*(happened(at) for at in minutes)).events, figures)
    return [(silence.after, silence.before) for silence in found]


def test_a_stretch_much_longer_than_usual_is_a_silence() -> None:
    """Three times the median, and ten minutes at least."""
    assert labels(0, 2, 4, 6, 40) == [("E4", "E5")]
    assert labels(0, 2, 4, 6, 15) == []
    assert labels(0, 30, 60, 90) == []


def test_the_least_length_can_be_chosen() -> None:
    """A caller with a denser timeline can ask for shorter silences."""
    assert labels(0, 1, 2, 3, 8, figures=Thresholds(silence_least_minutes=4)) == [("E4", "E5")]


def test_events_without_a_time_of_day_do_not_break_a_silence() -> None:
    """Only what has a clock time counts as neighbouring."""
    assert labels(0, 2, 4, None, 40) == [("E3", "E5")]


def test_an_event_that_lasts_is_not_silent() -> None:
    """A silence begins when the event before it ends."""
    lasting = Event(label="E0", text="restoring", time=minute(4, until=38))
    review = review_of(happened(0), happened(2), lasting, happened(40), happened(42), happened(80))
    assert [(silence.after, silence.minutes) for silence in silences(review.events)] == [("E5", 38)]


@given(st.lists(st.integers(0, 2000), max_size=30))
def test_silences_never_overlap(minutes: list[int]) -> None:
    """Each begins after the one before it has ended."""
    found = silences(review_of(*(happened(at) for at in minutes)).events)
    assert all(silence.minutes > 10 for silence in found)
    assert all(one.end <= another.start for one, another in pairwise(found))
