"""Where a gap lies: the stretch it was given, or that of the run of events it rests on."""

from collections.abc import Iterable

from pirtui.domain.events import Event
from pirtui.domain.gaps import Gap, Span
from pirtui.domain.labelled import places
from pirtui.domain.moments import Instant


def span_of(gap: Gap, events: tuple[Event, ...]) -> Span | None:
    """The gap's stretch, or `None` where it is not known.

    Events count where they follow one another in the timeline, as `[E3..E7]` does; two events with
    others between them say what a gap rests on, and not how long it lasted.
    """
    if gap.span is not None or len(gap.evidence) < 2:
        return gap.span
    known = places(events)
    held = sorted(known.get(label, -2) for label in gap.evidence)
    if held[0] < 0 or held != list(range(held[0], held[-1] + 1)):
        return None
    return _stretch(events[place] for place in held)


def _stretch(events: Iterable[Event]) -> Span | None:
    times = [event.time for event in events if event.time.is_clocked and event.time.start is not None]
    starts: list[Instant] = [time.start for time in times if time.start is not None]
    ends = [time.end or time.start for time in times if time.start is not None]
    if len(times) < 2 or min(starts) == max(end for end in ends if end is not None):
        return None
    return Span(start=min(starts), end=max(end for end in ends if end is not None))
