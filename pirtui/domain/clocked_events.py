"""The events with a time of day, as the rules look at them; quick where one event of many changed."""

from datetime import datetime, timedelta
from typing import NamedTuple

from pirtui.domain.events import Event
from pirtui.domain.intervals import is_estimate
from pirtui.domain.memo import by_identity, item_by_item


class ClockedEvent(NamedTuple):
    """An event with a time of day.

    `begun` and `ended` are seconds since 1970, to be compared quickly; `offset` is that of the clock
    on which the time was told.
    """

    event: Event
    start: datetime
    begun: float
    ended: float
    offset: timedelta | None
    is_estimate: bool


@by_identity
def clocked_events(events: tuple[Event, ...]) -> tuple[ClockedEvent, ...]:
    """Those of the events that have a time of day, in their order."""
    return tuple(each for each in _clocked(events) if each is not None)


@item_by_item
def _clocked(event: Event) -> ClockedEvent | None:
    start = event.time.start
    if start is None or not event.time.is_clocked:
        return None
    begun = start.timestamp()
    return ClockedEvent(
        event,
        start,
        begun,
        begun if event.time.end is None else event.time.end.timestamp(),
        start.utcoffset(),
        is_estimate(event.time),
    )


@by_identity
def voices(events: tuple[Event, ...]) -> tuple[str, ...]:
    """Who is named as acting, event by event; those that name nobody are left out."""
    return tuple(voice for voice in _voice(events) if voice)


@item_by_item
def _voice(event: Event) -> str:
    return event.actor.strip().lower()
