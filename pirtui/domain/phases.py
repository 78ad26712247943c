"""The stretches of an incident, drawn to scale: detection, response, containment, recovery.

Source: research/facilitation.md, section 5.
"""

from collections.abc import Iterable, Mapping

from pirtui.domain.events import Event, Milestone
from pirtui.domain.gaps import GapKind, Span
from pirtui.domain.milestones import Mark, marks
from pirtui.domain.moments import Instant
from pirtui.domain.review import Review
from pirtui.domain.value import Value

_RESPONSE_ENDS = (Milestone.DIAGNOSED, Milestone.MOBILISED, Milestone.ACKNOWLEDGED)
_RECOVERY_ENDS = (Milestone.RECOVERED, Milestone.RESOLVED)
_IMPACT_ENDS = (Milestone.MITIGATED, Milestone.RECOVERED, Milestone.RESOLVED)


class Phase(Value):
    """A stretch between two marks; it carries the name of the gaps that can lie in it."""

    kind: GapKind
    start_mark: Mark
    end_mark: Mark
    start: Instant
    end: Instant

    @property
    def name(self) -> str:
        """The phase as the room reads it: `detection`."""
        return self.kind.value

    @property
    def minutes(self) -> float:
        """How long it lasted, in minutes."""
        return (self.end - self.start).total_seconds() / 60


def phases(source: Review | Iterable[Event]) -> tuple[Phase, ...]:
    """The known phases in order, each beginning where the one before it ends.

    Detection ends when the incident was detected, response at diagnosed (else mobilised, else
    acknowledged), containment at mitigated, recovery at recovered (else resolved). A phase without two
    known ends in the right order is left out; containment begins at detected where no end of the
    response is known.
    """
    found = _clocked(marks(source))
    detected = found.get(Milestone.DETECTED)
    mitigated = found.get(Milestone.MITIGATED)
    response_end = _first_within(found, _RESPONSE_ENDS, detected, mitigated)
    recovery_end = _first_within(found, _RECOVERY_ENDS, mitigated, None)
    candidates = (
        _phase(GapKind.DETECTION, found.get(Milestone.IMPACT_START), detected),
        _phase(GapKind.RESPONSE, detected, response_end),
        _phase(GapKind.CONTAINMENT, response_end or detected, mitigated),
        _phase(GapKind.RECOVERY, mitigated, recovery_end),
    )
    return _connected(tuple(phase for phase in candidates if phase))


def impact_span(source: Review | Iterable[Event]) -> Span | None:
    """From impact start to when the impact was stopped: mitigated, else recovered, else resolved."""
    found = _clocked(marks(source))
    start = found.get(Milestone.IMPACT_START)
    end = _first_within(found, _IMPACT_ENDS, start, None)
    return Span(start=_instant(start), end=_instant(end)) if start and end else None


def window(source: Review | Iterable[Event]) -> Span | None:
    """From the earliest to the latest milestone with a time of day: the width of a drawing to scale."""
    instants = [_instant(mark) for mark in _clocked(marks(source)).values()]
    return Span(start=min(instants), end=max(instants)) if instants else None


def _clocked(found: Mapping[Milestone, Mark]) -> dict[Milestone, Mark]:
    return {milestone: mark for milestone, mark in found.items() if mark.is_clocked}


def _instant(mark: Mark) -> Instant:
    if mark.time.start is None:
        raise ValueError(f"{mark.label} has no time")
    return mark.time.start


def _first_within(
    found: Mapping[Milestone, Mark],
    candidates: Iterable[Milestone],
    earliest: Mark | None,
    latest: Mark | None,
) -> Mark | None:
    """The first candidate that lies between the two marks, where these are known."""
    for mark in (found[milestone] for milestone in candidates if milestone in found):
        after = earliest is None or _instant(earliest) <= _instant(mark)
        before = latest is None or _instant(mark) <= _instant(latest)
        if after and before:
            return mark
    return None


def _phase(kind: GapKind, start: Mark | None, end: Mark | None) -> Phase | None:
    if start is None or end is None or _instant(end) < _instant(start):
        return None
    return Phase(kind=kind, start_mark=start, end_mark=end, start=_instant(start), end=_instant(end))


def _connected(known: tuple[Phase, ...]) -> tuple[Phase, ...]:
    """Keep the longest run in which every phase begins where the one before it ends."""
    runs: list[list[Phase]] = []
    for phase in known:
        if runs and runs[-1][-1].end == phase.start:
            runs[-1].append(phase)
        else:
            runs.append([phase])
    longest: list[Phase] = max(runs, key=len, default=[])
    return tuple(longest)
