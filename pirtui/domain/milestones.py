"""Which event carries which milestone.

Source: research/facilitation.md, section 5.
"""

from collections.abc import Iterable, Iterator

from pirtui.domain.events import Event, Milestone
from pirtui.domain.gaps import GapKind
from pirtui.domain.memo import by_identity
from pirtui.domain.moments import Moment
from pirtui.domain.review import Review
from pirtui.domain.value import Value

KIND_OF: dict[Milestone, GapKind] = {
    Milestone.IMPACT_START: GapKind.DETECTION,
    Milestone.FIRST_SIGNAL: GapKind.DETECTION,
    Milestone.DETECTED: GapKind.DETECTION,
    Milestone.NOTIFIED: GapKind.RESPONSE,
    Milestone.ACKNOWLEDGED: GapKind.RESPONSE,
    Milestone.DECLARED: GapKind.RESPONSE,
    Milestone.MOBILISED: GapKind.RESPONSE,
    Milestone.DIAGNOSED: GapKind.RESPONSE,
    Milestone.MITIGATED: GapKind.CONTAINMENT,
    Milestone.RECOVERED: GapKind.RECOVERY,
    Milestone.VERIFIED: GapKind.RECOVERY,
    Milestone.RESOLVED: GapKind.RECOVERY,
}
"""The part of the response that each milestone closes."""


class Mark(Value):
    """A milestone of a review, with the event that carries it."""

    milestone: Milestone
    label: str
    time: Moment
    text: str

    @property
    def is_clocked(self) -> bool:
        """Whether the event has a time of day, so that intervals can be computed from it."""
        return self.time.is_clocked


def words(milestone: Milestone) -> str:
    """The milestone as the room reads it: `impact start`."""
    return milestone.value.replace("-", " ")


def marks(source: Review | Iterable[Event]) -> dict[Milestone, Mark]:
    """The mark of each milestone that the timeline has, in the usual order of milestones.

    Where several events carry the same milestone, the earliest with a time of day counts, and without
    any such the first in the timeline.
    """
    return dict(_first_marks(_events_of(source)))


def repeated_marks(source: Review | Iterable[Event]) -> tuple[Mark, ...]:
    """The marks that `marks` leaves out, because another event carries the same milestone."""
    events = _events_of(source)
    counted = {(mark.milestone, mark.label) for mark in _first_marks(events).values()}
    return tuple(mark for mark in _all_marks(events) if (mark.milestone, mark.label) not in counted)


def _events_of(source: Review | Iterable[Event]) -> tuple[Event, ...]:
    if isinstance(source, Review):
        return source.events
    return source if isinstance(source, tuple) else tuple(source)


@by_identity
def _first_marks(events: tuple[Event, ...]) -> dict[Milestone, Mark]:
    found: dict[Milestone, Mark] = {}
    for mark in _all_marks(events):
        held = found.get(mark.milestone)
        if held is None or (mark.is_clocked and not held.is_clocked):
            found[mark.milestone] = mark
    return {milestone: found[milestone] for milestone in Milestone if milestone in found}


def _all_marks(events: tuple[Event, ...]) -> Iterator[Mark]:
    for event in events:
        for milestone in event.milestones:
            yield Mark(milestone=milestone, label=event.label, time=event.time, text=event.text)
