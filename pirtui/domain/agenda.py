"""How the meeting's time is shared among the stages, what is spent, and what is left.

The boxes for 60 and 90 minutes follow research/facilitation.md, section 1; those for 30 minutes are our
judgement, made in the same proportion. Minutes are minutes of the room; a paused clock adds none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from math import ceil, floor

from pirtui.domain.stages import Stage

PLANS: dict[int, dict[Stage, float]] = {
    length: dict(zip(Stage, boxes, strict=True))
    for length, boxes in {
        30: (2, 12, 5, 5, 4, 2),
        60: (4, 25, 10, 10, 8, 3),
        90: (5, 38, 15, 15, 12, 5),
    }.items()
}
"""The minutes of each stage, by the length of the meeting in minutes."""

EXTENSION = 3
"""Minutes by which a box grows unless another number is given."""

LONGEST_STEP = timedelta(hours=2)
"""A longer time between two looks at the clock was not spent in the room: the machine was asleep."""


@dataclass(frozen=True)
class Agenda:
    """A meeting of `length` minutes, 0 without a plan, and the minutes spent in each stage since then.

    `boxes` are the minutes that each stage has; `extra` those by which its box was extended.
    """

    length: int = 0
    boxes: Mapping[Stage, float] = field(default_factory=dict)
    extra: Mapping[Stage, int] = field(default_factory=dict)
    spent: Mapping[Stage, float] = field(default_factory=dict)
    paused: bool = False

    @property
    def is_planned(self) -> bool:
        """Whether a length was chosen."""
        return self.length > 0

    def box(self, stage: Stage) -> float:
        """The minutes that a stage has, with those by which it was extended."""
        return self.boxes.get(stage, 0.0) + self.extra.get(stage, 0)

    def minutes(self, stage: Stage) -> float:
        """The minutes spent in a stage; never below zero."""
        return max(self.spent.get(stage, 0.0), 0.0)

    def over(self, stage: Stage) -> float:
        """The minutes beyond a stage's box; below zero while it still has some."""
        return self.minutes(stage) - self.box(stage)

    @property
    def left(self) -> float:
        """The minutes until the meeting's end; below zero after it."""
        return self.length - sum(self.minutes(stage) for stage in Stage)

    def resplit(self, current: Stage) -> dict[Stage, int]:
        """Whole minutes for each stage from the current one on, in proportion to what each still needs.

        They add up to the whole minutes that are left. A stage whose box is used up gets none, unless
        every one is: then the later stages, or at the end the current one, share by their boxes.
        """
        ahead = [stage for stage in Stage if stage.number >= current.number]
        needs = {stage: max(-self.over(stage), 0.0) for stage in ahead}
        if not any(needs.values()):
            needs = {stage: self.box(stage) for stage in ahead if stage is not current}
        if not any(needs.values()):
            needs = {current: 1.0}
        shared = _in_proportion(max(floor(self.left), 0), needs)
        return {stage: shared.get(stage, 0) for stage in ahead}

    def with_resplit(self, current: Stage) -> Agenda:
        """The agenda after the room took over the suggestion: what was extended is part of the boxes."""
        boxes = {stage: self.box(stage) for stage in Stage}
        for stage, minutes in self.resplit(current).items():
            boxes[stage] = self.minutes(stage) + minutes
        return replace(self, boxes=boxes, extra={})

    def overruns(self, stage: Stage) -> bool:
        """Whether a stage has used up its box."""
        return self.is_planned and self.over(stage) >= 0


def planned(length: int) -> Agenda:
    """The agenda of a meeting that begins now.

    Raises:
        KeyError: if there is no plan of this length.
    """
    return Agenda(length, dict(PLANS[length]))


def elapsed(before: datetime, now: datetime) -> float:
    """Seconds between two looks at the clock; none if it was set back or the machine was asleep."""
    step = now - before
    return step.total_seconds() if timedelta() < step <= LONGEST_STEP else 0.0


def clock_texts(agenda: Agenda, stage: Stage) -> tuple[str, ...]:
    """The stage clock of a planned meeting, from its longest spelling to its shortest; no seconds."""
    of_box = f"{floor(agenda.minutes(stage))} of {floor(agenda.box(stage))} min"
    named = f"{stage.heading} {of_box}"
    state = _state(agenda, stage)
    if state:
        rest = _left_text(agenda)
        return (f"{named} · {state} · {rest}", f"{named} · {state}", f"{of_box} · {state}", of_box)
    rest = _left_text(agenda)
    return (f"{named} · {rest}", f"{of_box} · {rest}", of_box)


def plan_text(agenda: Agenda) -> str:
    """The minutes of each stage in one sentence."""
    told = ", ".join(f"{stage.heading} {floor(agenda.box(stage))}" for stage in Stage)
    return f"{agenda.length} minutes: {told}."


def time_is_up(agenda: Agenda, stage: Stage) -> str:
    """What the room may choose when a box has ended, in one or two short sentences."""
    box = floor(agenda.box(stage))
    minutes = "1 minute" if box == 1 else f"{box} minutes"
    if box == 0:
        return f"{stage.heading} has no time left in the plan. Move on, /extend, or /park what is open."
    return (
        f"{stage.heading} has had its {minutes}: move on, /extend, or /park what is open. "
        "/agenda shares out the rest."
    )


def _state(agenda: Agenda, stage: Stage) -> str:
    if agenda.paused:
        return "paused"
    over = floor(agenda.over(stage))
    return f"{over} over" if over >= 1 else ""


def _left_text(agenda: Agenda) -> str:
    left = ceil(agenda.left)
    return f"{left} left" if left >= 0 else f"{-left} past the end"


def _in_proportion(whole: int, needs: Mapping[Stage, float]) -> dict[Stage, int]:
    """Whole shares that add up to the whole; the largest remainders are rounded up."""
    total = sum(needs.values())
    exact = {stage: whole * (need / total) for stage, need in needs.items()}
    shares = {stage: floor(share) for stage, share in exact.items()}
    missing = whole - sum(shares.values())
    by_remainder = sorted(exact, key=lambda stage: shares[stage] - exact[stage])
    for stage in by_remainder[:missing]:
        shares[stage] += 1
    return shares
