"""A question that the timeline raises, and the facts from which the rules ask."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from pirtui.domain import intervals
from pirtui.domain.actions import Action
from pirtui.domain.clocked_events import ClockedEvent, clocked_events
from pirtui.domain.events import Event, Milestone
from pirtui.domain.gaps import GapKind, Span
from pirtui.domain.incident import Incident, IncidentKind
from pirtui.domain.milestones import Mark, marks
from pirtui.domain.phases import impact_span
from pirtui.domain.thresholds import DEFAULTS, Thresholds
from pirtui.domain.value import Value

_WITH_IMPACT = (IncidentKind.INCIDENT, IncidentKind.DRILL)


class GapQuestion(Value):
    """A question to the room; `key` stays the same for as long as the question does.

    `heuristic` names the rule that asks; `evidence` holds the labels of events.
    """

    key: str
    heuristic: str
    kind: GapKind
    text: str
    evidence: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(frozen=True)
class Facts:
    """What the rules look at: the timeline, its marks, the incident record and the actions."""

    events: tuple[Event, ...]
    incident: Incident
    marks: dict[Milestone, Mark]
    impact_minutes: float | None
    actions: tuple[Action, ...] = ()
    thresholds: Thresholds = DEFAULTS.default

    @property
    def has_impact(self) -> bool:
        """Whether this sort of incident reaches users; a near miss does not."""
        return self.incident.kind in _WITH_IMPACT

    def minutes(self, start: Milestone, end: Milestone) -> float | None:
        """The minutes between two milestones, or `None` while an end has no time of day."""
        first, last = self.marks.get(start), self.marks.get(end)
        return intervals.minutes_between(first.time if first else None, last.time if last else None)

    def clock(self, milestone: Milestone) -> datetime | None:
        """The instant of a milestone with a time of day."""
        mark = self.marks.get(milestone)
        return mark.time.start if mark and mark.is_clocked else None

    def told(
        self,
        tells: Callable[[str], bool],
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> tuple[Event, ...]:
        """The events with a time of day whose words tell of something, from one instant to another."""
        clocked, starts = self.clocked, self._starts
        first = 0 if since is None else bisect_left(starts, since.timestamp())
        last = len(starts) if until is None else bisect_right(starts, until.timestamp())
        return tuple(each.event for each in clocked[first:last] if tells(each.event.text))

    @cached_property
    def clocked(self) -> tuple[ClockedEvent, ...]:
        """The events with a time of day, in timeline order."""
        return clocked_events(self.events)

    @cached_property
    def _starts(self) -> list[float]:
        return [each.begun for each in self.clocked]

    def first_clocked(self, *milestones: Milestone) -> Milestone | None:
        """The first of these milestones that has a time of day."""
        return next((milestone for milestone in milestones if self.clock(milestone)), None)

    def label(self, milestone: Milestone) -> str:
        """The label of the event that carries a milestone; empty if there is none."""
        mark = self.marks.get(milestone)
        return mark.label if mark else ""

    def figure(self, start: Milestone, end: Milestone) -> str:
        """The length between two milestones in words, as positive: `about 58 min`."""
        between = intervals.IntervalDefinition(name="", start=start, end=end)
        found = intervals.interval(between, self.marks)
        return found.changed(minutes=abs(found.minutes or 0)).minutes_text

    def ends(self, start: Milestone, end: Milestone) -> str:
        """Both ends in parentheses: `(E3 → E9)`."""
        first, last = self.label(start), self.label(end)
        return f"({first})" if first == last else f"({first} → {last})"

    def between(self, start: Milestone, end: Milestone) -> tuple[tuple[str, ...], Span | None]:
        """The labels of two milestones, and the span between them if it runs forward."""
        labels = tuple(dict.fromkeys(name for name in (self.label(start), self.label(end)) if name))
        first, last = self.clock(start), self.clock(end)
        forward = first is not None and last is not None and first <= last
        return labels, Span(start=first, end=last) if first and last and forward else None


def facts(
    events: tuple[Event, ...],
    incident: Incident,
    actions: tuple[Action, ...] = (),
    thresholds: Thresholds | None = None,
) -> Facts:
    """Gather what the rules look at; without thresholds the default ones of the severity hold."""
    impact = impact_span(events)
    minutes = impact.minutes if impact else None
    figures = thresholds or DEFAULTS.of(incident.severity)
    return Facts(events, incident, marks(events), minutes, actions, figures)


def minutes_from(start: datetime, event: Event) -> float:
    """The minutes from an instant to an event with a time of day."""
    return 0.0 if event.time.start is None else (event.time.start - start).total_seconds() / 60


def about_events(
    heuristic: str, kind: GapKind, text: str, events: Sequence[Event], *, key: str = ""
) -> GapQuestion:
    """A question about some events, covering the stretch from the first of them to the last."""
    starts = [event.time.start for event in events if event.time.start is not None]
    span = Span(start=min(starts), end=max(starts)) if len(set(starts)) > 1 else None
    return GapQuestion(
        key=key or heuristic,
        heuristic=heuristic,
        kind=kind,
        text=text,
        evidence=tuple(dict.fromkeys(event.label for event in events)),
        span=span,
    )


def about_milestone(heuristic: str, milestone: Milestone, kind: GapKind, text: str) -> GapQuestion:
    """A question about a milestone that is missing or has no time."""
    return GapQuestion(key=f"{heuristic}:{milestone.value}", heuristic=heuristic, kind=kind, text=text)


def about_stretch(
    known: Facts, heuristic: str, start: Milestone, end: Milestone, kind: GapKind, text: str
) -> GapQuestion:
    """A question about the stretch between two milestones."""
    evidence, span = known.between(start, end)
    return GapQuestion(
        key=heuristic, heuristic=heuristic, kind=kind, text=text, evidence=evidence, span=span
    )
