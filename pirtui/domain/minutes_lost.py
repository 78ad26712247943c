"""How many minutes of the impact the room's gaps explain, each minute counted once.

Source: research/facilitation.md, section 5.
"""

from collections.abc import Iterable
from itertools import pairwise

from pydantic import Field

from pirtui.domain.events import Event, Milestone
from pirtui.domain.gap_spans import span_of
from pirtui.domain.gaps import Gap, GapKind, Span, Verdict
from pirtui.domain.memo import by_identity
from pirtui.domain.milestones import marks
from pirtui.domain.moments import Moment
from pirtui.domain.phases import Phase, phases
from pirtui.domain.review import Review
from pirtui.domain.value import Value

_ENDS = (Milestone.RECOVERED, Milestone.RESOLVED, Milestone.MITIGATED)


class MinutesLost(Value):
    """Minutes by kind of gap, within the window of the impact.

    `window` is that window's length, `None` while one of its ends is not known; nothing is attributed
    then. `by_kind` holds only kinds to which minutes were attributed. `unmeasured` holds the labels of
    gaps whose minutes are not known, which is never the same as none.
    """

    window: float | None = None
    by_kind: dict[GapKind, float] = Field(default_factory=dict)
    unmeasured: tuple[str, ...] = ()

    @property
    def attributed(self) -> float:
        """The minutes that some gap explains."""
        return sum(self.by_kind.values())

    @property
    def left(self) -> float | None:
        """The minutes of the window that no gap explains; `None` while the window is not known."""
        return None if self.window is None else max(self.window - self.attributed, 0.0)


def minutes_lost(review: Review) -> MinutesLost:
    """Attribute the minutes of the impact to the gaps that the room confirmed.

    The window runs from impact start to recovered, else resolved, else mitigated; where milestones do
    not tell, the incident's impact window does. A minute that several gaps claim goes to the kind in
    whose phase it lies, else to the shortest of the gaps.
    """
    return _lost(review.events, review.gaps, review.incident.impact.window)


@by_identity
def _lost(events: tuple[Event, ...], gaps: tuple[Gap, ...], stated: Moment | None) -> MinutesLost:
    window = _window(events, stated)
    confirmed = [
        gap.model_copy(update={"span": span_of(gap, events)})
        for gap in gaps
        if gap.verdict is Verdict.GAP
    ]
    unmeasured = tuple(gap.label for gap in confirmed if gap.span is None)
    if window is None:
        return MinutesLost(unmeasured=unmeasured)
    claims = [gap for gap in confirmed if gap.span is not None]
    return MinutesLost(
        window=window.minutes,
        by_kind=_by_kind(claims, window, phases(events)),
        unmeasured=unmeasured,
    )


def _window(events: tuple[Event, ...], stated: Moment | None) -> Span | None:
    found = {name: mark.time.start for name, mark in marks(events).items() if mark.is_clocked}
    start = found.get(Milestone.IMPACT_START)
    end = next((found[name] for name in _ENDS if found.get(name)), None)
    if stated is not None and stated.is_clocked:
        start = start or stated.start
        end = end or stated.end
    return Span(start=start, end=end) if start and end and start < end else None


def _by_kind(claims: Iterable[Gap], window: Span, known: tuple[Phase, ...]) -> dict[GapKind, float]:
    """Cut the window wherever a gap or a phase begins or ends, and give each piece to one kind."""
    inside = [(gap, cut) for gap in claims if (cut := _within(gap, window)) is not None]
    edges = {edge for _, cut in inside for edge in (cut.start, cut.end)}
    edges |= {edge for phase in known for edge in (phase.start, phase.end)}
    lost: dict[GapKind, float] = {}
    for start, end in pairwise(sorted(edges)):
        piece = Span(start=start, end=end)
        over = [(gap, cut) for gap, cut in inside if cut.start <= start and end <= cut.end]
        if over:
            kind = _claimed_by(over, piece, known)
            lost[kind] = lost.get(kind, 0.0) + piece.minutes
    return {kind: lost[kind] for kind in GapKind if lost.get(kind)}


def _within(gap: Gap, window: Span) -> Span | None:
    if gap.span is None:
        return None
    start, end = max(gap.span.start, window.start), min(gap.span.end, window.end)
    return Span(start=start, end=end) if start < end else None


def _claimed_by(over: list[tuple[Gap, Span]], piece: Span, known: tuple[Phase, ...]) -> GapKind:
    phase = next((p.kind for p in known if p.start <= piece.start and piece.end <= p.end), None)
    if any(gap.kind is phase for gap, _ in over) and phase is not None:
        return phase
    shortest = min(over, key=lambda each: (each[1].minutes, each[0].number))
    return shortest[0].kind
