"""Stretches of the timeline in which nothing is written down.

Source: research/facilitation.md, section 5, heuristic C1.
"""

from collections.abc import Iterable
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
    seconds, long = _stretches(clocked_events(events), least)
    if not long:
        return ()
    longest_usual = max(least, times_median * median(seconds))
    return tuple(_silence(stretch) for stretch in long if stretch.seconds > longest_usual)


def _stretches(events: tuple[ClockedEvent, ...], least: float) -> tuple[list[float], list[_Stretch]]:
    """The length of every stretch, and those that are longer than `least` seconds."""
    seconds: list[float] = []
    long: list[_Stretch] = []
    if not events:
        return seconds, long
    since = after = events[0]
    reached = since.ended
    for event in events[1:]:
        length = max(event.begun - reached, 0.0)
        seconds.append(length)
        if length > least:
            long.append(_Stretch(since, after, event, length))
        if event.ended > reached:
            reached, since = event.ended, event
        after = event
    return seconds, long


def _silence(stretch: _Stretch) -> Silence:
    start = stretch.since.event.time.end or stretch.since.start
    return Silence(
        after=stretch.after.event.label,
        before=stretch.before.event.label,
        start=start,
        end=max(start, stretch.before.start),
        minutes=stretch.seconds / 60,
    )
