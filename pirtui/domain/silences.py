"""Stretches of the timeline in which nothing is written down.

Source: research/facilitation.md, section 5, heuristic C1.
"""

from collections.abc import Iterable
from statistics import median
from typing import NamedTuple

from pirtui.domain.events import Event
from pirtui.domain.memo import by_identity, by_item
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
    """Places in the tuple of events: of the one that it lasts from, of its neighbours; and seconds."""

    since: int
    after: int
    before: int
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
    seconds, long = _stretches(events, least)
    if not long:
        return ()
    longest_usual = max(least, times_median * median(seconds))
    return tuple(_silence(events, stretch) for stretch in long if stretch.seconds > longest_usual)


def _stretches(events: tuple[Event, ...], least: float) -> tuple[list[float], list[_Stretch]]:
    """The length of every stretch, and those that are longer than `least` seconds."""
    seconds: list[float] = []
    long: list[_Stretch] = []
    reached = float("-inf")
    since = after = -1
    for place, event in enumerate(events):
        span = _clock_span(event)
        if span is None:
            continue
        if after >= 0:
            length = max(span[0] - reached, 0.0)
            seconds.append(length)
            if length > least:
                long.append(_Stretch(since, after, place, length))
        if span[1] > reached:
            reached, since = span[1], place
        after = place
    return seconds, long


@by_item
def _clock_span(event: Event) -> tuple[float, float] | None:
    """When the event began and ended, in seconds; nothing without a time of day."""
    time = event.time
    if time.start is None or not time.is_clocked:
        return None
    return time.start.timestamp(), (time.end or time.start).timestamp()


def _silence(events: tuple[Event, ...], stretch: _Stretch) -> Silence:
    since, before = events[stretch.since].time, events[stretch.before].time
    start, end = since.end or since.start, before.start
    assert start is not None
    assert end is not None
    return Silence(
        after=events[stretch.after].label,
        before=events[stretch.before].label,
        start=start,
        end=max(start, end),
        minutes=stretch.seconds / 60,
    )
