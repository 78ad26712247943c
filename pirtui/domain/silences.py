"""Stretches of the timeline in which nothing is written down.

Source: research/facilitation.md, section 5, heuristic C1.
"""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from operator import sub
from statistics import median
from typing import NamedTuple

from pirtui.domain.clocked_events import ClockedEvent, clocked_events
from pirtui.domain.events import Event
from pirtui.domain.memo import by_identity
from pirtui.domain.moments import Instant
from pirtui.domain.thresholds import Thresholds
from pirtui.domain.value import Value

_USUAL = Thresholds()


class Silence(Value):
    """A stretch with no event in it; `after` and `before` are the labels of the events around it."""

    after: str
    before: str
    start: Instant
    end: Instant
    minutes: float


class _Stretch(NamedTuple):
    """From the event that lasts until it, behind another, to the next one; and how long in seconds."""

    since: ClockedEvent
    after: ClockedEvent
    before: ClockedEvent
    seconds: float


def silences(events: Iterable[Event], figures: Thresholds = _USUAL) -> tuple[Silence, ...]:
    """The stretches longer than both the least minutes and several times the median stretch.

    The events are in timeline order. Only those with a time of day count; an event with a known end
    lasts until then.
    """
    held = events if isinstance(events, tuple) else tuple(events)
    return _silences(held, figures.silence_least_minutes * 60, figures.silence_times_median)


@by_identity
def _silences(events: tuple[Event, ...], least: float, times_median: float) -> tuple[Silence, ...]:
    clocked = clocked_events(events)
    reached = list(accumulate((event.ended for event in clocked), max))
    seconds = list(map(sub, (event.begun for event in clocked[1:]), reached))
    long = [place for place, length in enumerate(seconds) if length > least]
    if not long:
        return ()
    if min(seconds) < 0:
        seconds = [max(length, 0.0) for length in seconds]
    longest_usual = max(least, times_median * median(seconds))
    found = (_stretch(clocked, reached, place) for place in long if seconds[place] > longest_usual)
    return tuple(map(_silence, found))


def _stretch(clocked: tuple[ClockedEvent, ...], reached: list[float], place: int) -> _Stretch:
    """The stretch behind the event at this place, of which `reached` tells until when all had lasted."""
    since = bisect_left(reached, reached[place])
    seconds = clocked[place + 1].begun - reached[place]
    return _Stretch(clocked[since], clocked[place], clocked[place + 1], seconds)


def _silence(stretch: _Stretch) -> Silence:
    start = stretch.since.event.time.end or stretch.since.start
    return Silence(
        after=stretch.after.event.label,
        before=stretch.before.event.label,
        start=start,
        end=max(start, stretch.before.start),
        minutes=stretch.seconds / 60,
    )
