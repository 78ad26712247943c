"""How long the parts of the incident took, always between two named milestones.

A missing end makes an interval unknown, never zero, and a negative one is never clamped: it is a
question to the room. Source: research/facilitation.md, section 5.
"""

from collections.abc import Iterable, Mapping

from pirtui.domain.durations import duration_text
from pirtui.domain.events import Event, Milestone
from pirtui.domain.milestones import Mark, marks, words
from pirtui.domain.moments import Moment, Precision
from pirtui.domain.review import Review
from pirtui.domain.value import Value


class IntervalDefinition(Value):
    """The name of an interval and the two milestones between which it is measured."""

    name: str
    start: Milestone
    end: Milestone

    @property
    def text(self) -> str:
        """Both ends in words: `impact start → detected`."""
        return f"{words(self.start)} → {words(self.end)}"


class Interval(IntervalDefinition):
    """An interval of one review; `minutes` is `None` while an end has no time of day."""

    start_mark: Mark | None = None
    end_mark: Mark | None = None
    minutes: float | None = None

    @property
    def is_negative(self) -> bool:
        """Whether the end lies before the start, which the room has to look at."""
        return self.minutes is not None and self.minutes < 0

    @property
    def is_approximate(self) -> bool:
        """Whether one of the ends is an estimate."""
        ends = (self.start_mark, self.end_mark)
        return any(mark is not None and is_estimate(mark.time) for mark in ends)

    @property
    def minutes_text(self) -> str:
        """The length in words: `58 min`, `about 58 min` or `unknown`."""
        if self.minutes is None:
            return "unknown"
        return f"{'about ' if self.is_approximate else ''}{duration_text(self.minutes)}"


def _defined(name: str, start: Milestone, end: Milestone) -> IntervalDefinition:
    return IntervalDefinition(name=name, start=start, end=end)


TIME_TO_DETECT = _defined("time to detect", Milestone.IMPACT_START, Milestone.DETECTED)
SIGNAL_LAG = _defined("signal lag", Milestone.FIRST_SIGNAL, Milestone.DETECTED)
TIME_TO_NOTIFY = _defined("time to notify", Milestone.DETECTED, Milestone.NOTIFIED)
TIME_TO_ACKNOWLEDGE = _defined("time to acknowledge", Milestone.NOTIFIED, Milestone.ACKNOWLEDGED)
TIME_TO_ENGAGE = _defined("time to engage", Milestone.ACKNOWLEDGED, Milestone.MOBILISED)
TIME_TO_DIAGNOSE = _defined("time to diagnose", Milestone.ACKNOWLEDGED, Milestone.DIAGNOSED)
TIME_TO_MITIGATE = _defined("time to mitigate", Milestone.IMPACT_START, Milestone.MITIGATED)
CONTAINMENT_EFFORT = _defined("containment effort", Milestone.DETECTED, Milestone.MITIGATED)
TIME_TO_RECOVER = _defined("time to recover", Milestone.IMPACT_START, Milestone.RECOVERED)
VERIFICATION_LAG = _defined("verification lag", Milestone.RECOVERED, Milestone.VERIFIED)
TIME_TO_RESOLVE = _defined("time to resolve", Milestone.IMPACT_START, Milestone.RESOLVED)

INTERVALS: tuple[IntervalDefinition, ...] = (
    TIME_TO_DETECT,
    SIGNAL_LAG,
    TIME_TO_NOTIFY,
    TIME_TO_ACKNOWLEDGE,
    TIME_TO_ENGAGE,
    TIME_TO_DIAGNOSE,
    TIME_TO_MITIGATE,
    CONTAINMENT_EFFORT,
    TIME_TO_RECOVER,
    VERIFICATION_LAG,
    TIME_TO_RESOLVE,
)
"""Every interval that is measured, in the order in which it is shown."""


def intervals(source: Review | Iterable[Event]) -> tuple[Interval, ...]:
    """One interval for each definition, whether it is known or not."""
    found = marks(source)
    return tuple(interval(definition, found) for definition in INTERVALS)


def interval(definition: IntervalDefinition, found: Mapping[Milestone, Mark]) -> Interval:
    """Measure one interval between the marks of a timeline."""
    start = found.get(definition.start)
    end = found.get(definition.end)
    return Interval(
        name=definition.name,
        start=definition.start,
        end=definition.end,
        start_mark=start,
        end_mark=end,
        minutes=minutes_between(start.time if start else None, end.time if end else None),
    )


def minutes_between(start: Moment | None, end: Moment | None) -> float | None:
    """The minutes from one moment to the other, or `None` unless both have a time of day."""
    if start is None or end is None or not (start.is_clocked and end.is_clocked):
        return None
    if start.start is None or end.start is None:
        return None
    return (end.start - start.start).total_seconds() / 60


def is_estimate(moment: Moment) -> bool:
    """Whether a time is marked as approximate, or known only to the hour."""
    return moment.approximate or moment.precision is Precision.HOUR
