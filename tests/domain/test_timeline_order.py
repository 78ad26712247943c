"""The order of events."""

from hypothesis import given
from hypothesis import strategies as st

from pirtui.domain.events import Event
from pirtui.domain.timeline import in_order, inserted
from tests.domain.making import happened, minute

MINUTES = st.lists(st.one_of(st.none(), st.integers(0, 5)), min_size=1, max_size=12)


@given(MINUTES)
def test_inserting_gives_the_same_as_sorting(minutes: list[int | None]) -> None:
    """The quick way to add the newest event never differs from sorting all of them."""
    events: tuple[Event, ...] = ()
    for number, at in enumerate(minutes, start=1):
        event = Event(label=f"E{number}", text="x", time=minute(at))
        events = inserted(events, event)
        assert events == in_order(events)


def test_an_event_without_a_time_stays_behind_the_one_before_it() -> None:
    """What was said next is read next."""
    first, untimed, earlier = (
        happened(at).changed(label=f"E{number}") for number, at in enumerate((10, None, 5), start=1)
    )
    assert [event.label for event in in_order((first, untimed, earlier))] == ["E3", "E1", "E2"]
