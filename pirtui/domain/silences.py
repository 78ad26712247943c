"""Stretches of the timeline in which nothing is written down.

Source: research/facilitation.md, section 5, heuristic C1.
"""

from collections.abc import Iterable
from datetime import datetime
from statistics import median
from typing import NamedTuple

from pirtui.domain import thresholds
from pirtui.domain.events import Event
from pirtui.domain.memo import by_identity
from pirtui.domain.moments import Instant
from pirtui.domain.value import Value


class Silence(Value):
    """A stretch with no event in it; `after` and `before` are the labels of the events around it."""

    after: str
    before: str
    start: Instant
    end: Instant
    minutes: float


class _Stretch(NamedTuple):
    after: str
    before: str
    start: datetime
    end: datetime
    minutes: float


def silences(
    events: Iterable[Event], *, least_minutes: float = thresholds.SILENCE_LEAST_MINUTES
) -> tuple[Silence, ...]:
    """The stretches longer than both `least_minutes` and three times the median stretch.

    The events are in timeline order. Only those with a time of day count; an event with a known end
    lasts until then.
    """
    return _silences(events if isinstance(events, tuple) else tuple(events), least_minutes)


@by_identity
def _silences(events: tuple[Event, ...], least_minutes: float) -> tuple[Silence, ...]:
    stretches = _stretches(events)
    if not stretches:
        return ()
    typical = median([stretch.minutes for stretch in stretches])
    longest_usual = max(least_minutes, thresholds.SILENCE_TIMES_MEDIAN * typical)
    return tuple(
        Silence(**stretch._asdict()) for stretch in stretches if stretch.minutes > longest_usual
    )


def _stretches(events: tuple[Event, ...]) -> list[_Stretch]:
    stretches: list[_Stretch] = []
    reached: datetime | None = None
    after = ""
    for event in events:
        start = event.time.start
        if start is None or not event.time.is_clocked:
            continue
        if reached is not None:
            seconds = (start - reached).total_seconds()
            stretches.append(_Stretch(after, event.label, reached, start, max(seconds, 0) / 60))
        ended = event.time.end or start
        if reached is None or ended > reached:
            reached = ended
        after = event.label
    return stretches
