"""A time as its words state it, before the day and the zone of the review are known."""

from dataclasses import dataclass
from datetime import timedelta

from pirtui.capture.clock_times import StatedClock
from pirtui.capture.dates import StatedDay
from pirtui.capture.zones import StatedZone


@dataclass(frozen=True)
class StatedTime:
    """A time as it was written; `end` is the position behind it.

    `step` counts from the previous event and `is_now` from the present; `day_shift` moves the day of
    the review. `clock` is `None` where only a day is stated. `counts` says that the number more
    probably counts something, and `impossible` that no calendar or clock shows this. `next_day` says
    that the words put the end on the day after, and `second` is a second time beside the first.
    """

    end: int
    approximate: bool = False
    is_now: bool = False
    step: timedelta | None = None
    step_in_seconds: bool = False
    day_shift: int | None = None
    day: StatedDay | None = None
    clock: StatedClock | None = None
    zone: StatedZone | None = None
    end_day: StatedDay | None = None
    end_clock: StatedClock | None = None
    end_zone: StatedZone | None = None
    next_day: bool = False
    open_ended: bool = False
    counts: bool = False
    second: str = ""

    @property
    def impossible(self) -> bool:
        """Whether no calendar or no clock shows one of the ends."""
        stated = (self.day, self.clock, self.end_day, self.end_clock)
        return any(piece is not None and piece.impossible for piece in stated)
