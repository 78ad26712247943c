"""The order of events: by time, and where no time is known, in the order in which they were said."""

from collections.abc import Iterable
from datetime import UTC, datetime

from pirtui.domain.events import Event

_BEFORE_ALL = datetime.min.replace(tzinfo=UTC)


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Sort events by time; an event without a time stays behind the timed event entered before it."""
    keys: dict[str, tuple[datetime, int]] = {}
    anchor = _BEFORE_ALL
    by_entry = sorted(events, key=lambda event: event.number)
    for event in by_entry:
        anchor = event.time.start or anchor
        keys[event.label] = (anchor, event.number)
    return tuple(sorted(by_entry, key=lambda event: keys[event.label]))


def inserted(events: tuple[Event, ...], event: Event) -> tuple[Event, ...]:
    """Put the newest event where `in_order` would, without sorting the rest again."""
    anchor = event.time.start or _latest_anchor(events)
    place = _past_untimed(events, _first_later(events, anchor))
    return (*events[:place], event, *events[place:])


def _first_later(events: tuple[Event, ...], anchor: datetime) -> int:
    """The place behind the last timed event that is not later than `anchor`."""
    low, high = 0, len(events)
    while low < high:
        middle = (low + high) // 2
        timed = middle
        while timed >= low and events[timed].time.start is None:
            timed -= 1
        start = events[timed].time.start if timed >= low else None
        if start is None or start <= anchor:
            low = middle + 1
        else:
            high = timed
    return low


def _latest_anchor(events: tuple[Event, ...]) -> datetime:
    """The time of the timed event that was entered last."""
    timed = (event for event in events if event.time.start is not None)
    latest = max(timed, key=lambda event: event.number, default=None)
    return (latest.time.start if latest else None) or _BEFORE_ALL


def _past_untimed(events: tuple[Event, ...], place: int) -> int:
    while place < len(events) and events[place].time.start is None:
        place += 1
    return place
