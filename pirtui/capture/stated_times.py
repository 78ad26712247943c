"""What the words of a time say, before the day and the zone of the review are known."""

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from pirtui.capture import clock_times, dates, zones
from pirtui.capture.clock_times import StatedClock, Style
from pirtui.capture.dates import StatedDay
from pirtui.capture.zones import StatedZone
from pirtui.domain.moments import Precision

_APPROXIMATE = re.compile(
    r"(?:[~≈]\s*|c\.\s*|ca\.\s*|(?:ca|circa|about|around|approx\.?|approximately|roughly)\s+)", re.I
)
_NOW = re.compile(r"now(?![\w'’-])", re.I)
_STEP = re.compile(
    r"\+(?=\d)(?:(\d{1,4})\s?h)?(?:(\d{1,5})\s?m(?:in)?)?(?:(\d{1,6})\s?s(?:ec)?)?(?!\w)", re.I
)
_SHIFTED_DAY = re.compile(r"d([+-])(\d{1,3})\s+", re.I)
_TO_CLOCK = re.compile(r"(?:,?\s+at\s+|\s*@\s*|,?\s+|T(?=\d))")
_TIME_TO_CONFIRM = re.compile(r"\s*\((?:time\s+)?(?:tbc|tbd|unknown)\)", re.I)
_RANGE = re.compile(r"\s*[-–—]\s*|\s+(?:to|until|till)\s+", re.I)
_OPEN_END = re.compile(r"\s*[-–—]\s*(?:\d{1,2}:\?\?|\?\?:\?\?|\?(?=\s|$))(?!\w)")
_ONWARDS = re.compile(r"\s+onwards?(?!\w)", re.I)
_UNSURE = re.compile(r"\?(?=\s|$)")


@dataclass(frozen=True)
class StatedTime:
    """A time as it was written; `end` is the position behind it.

    `step` counts from the previous event and `is_now` from the present; `day_shift` moves the day of
    the review. `clock` is `None` where only a day is stated. `counts` says that the number more
    probably counts something, and `impossible` that no calendar or clock shows this.
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
    open_ended: bool = False
    counts: bool = False

    @property
    def impossible(self) -> bool:
        """Whether no calendar or no clock shows one of the ends."""
        stated = (self.day, self.clock, self.end_day, self.end_clock)
        return any(piece is not None and piece.impossible for piece in stated)


def read_stated(text: str, position: int) -> StatedTime | None:
    """Read a time at exactly this position; `None` if none is there."""
    approximate = _APPROXIMATE.match(text, position)
    start = approximate.end() if approximate else position
    for reader in (_read_now, _read_step, _read_shifted, _read_dated, _read_clocked):
        stated = reader(text, start)
        if stated is not None:
            return replace(stated, approximate=stated.approximate or approximate is not None)
    return None


def _read_now(text: str, position: int) -> StatedTime | None:
    match = _NOW.match(text, position)
    return StatedTime(match.end(), is_now=True) if match else None


def _read_step(text: str, position: int) -> StatedTime | None:
    match = _STEP.match(text, position)
    if match is None or not any(match.groups()):
        return None
    hours, minutes, seconds = (int(group or 0) for group in match.groups())
    step = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return StatedTime(match.end(), step=step, step_in_seconds=match[3] is not None)


def _read_shifted(text: str, position: int) -> StatedTime | None:
    match = _SHIFTED_DAY.match(text, position)
    clocked = _read_clocked(text, match.end()) if match else None
    if match is None or clocked is None or clocked.clock is None or clocked.clock.hour is None:
        return None
    return replace(clocked, day_shift=int(match[1] + match[2]))


def _read_clocked(text: str, position: int) -> StatedTime | None:
    clock = clock_times.read_clock(text, position)
    return _with_tail(StatedTime(clock.end, clock=clock), text) if clock else None


def _read_dated(text: str, position: int) -> StatedTime | None:
    day = dates.read_day(text, position)
    if day is None:
        return None
    stated = StatedTime(day.end, day=day)
    return _with_clock(stated, text) or _with_day_tail(stated, text)


def _with_clock(stated: StatedTime, text: str) -> StatedTime | None:
    confirm = _TIME_TO_CONFIRM.match(text, stated.end)
    if confirm:
        return replace(stated, end=confirm.end())
    found = _clock_after(text, stated.end)
    if found is None:
        return None
    clock, approximate = found
    if clock.hour is None:
        return replace(stated, end=clock.end)
    stated = _with_tail(replace(stated, clock=clock, approximate=approximate, end=clock.end), text)
    return None if stated.counts else stated


def _clock_after(text: str, position: int) -> tuple[StatedClock, bool] | None:
    join = _TO_CLOCK.match(text, position)
    if join is None:
        return None
    approximate = _APPROXIMATE.match(text, join.end())
    clock = clock_times.read_clock(text, approximate.end() if approximate else join.end())
    return (clock, approximate is not None) if clock else None


def _with_day_tail(stated: StatedTime, text: str) -> StatedTime:
    stated = _with_day_zone(stated, text)
    join = _RANGE.match(text, stated.end)
    end_day = dates.read_day(text, join.end()) if join else None
    if end_day and stated.day and end_day.precision == stated.day.precision:
        clocked = _clock_after(text, end_day.end)
        if clocked is None or clocked[0].hour is None:
            return _with_day_zone(replace(stated, end_day=end_day, end=end_day.end), text)
    return _with_onwards(stated, text)


def _with_day_zone(stated: StatedTime, text: str) -> StatedTime:
    zone = None if stated.zone else zones.read_zone(text, stated.end)
    return replace(stated, zone=zone, end=zone.end) if zone else stated


def _with_tail(stated: StatedTime, text: str) -> StatedTime:
    stated = _with_zone(stated, text)
    ranged = _with_end(stated, text) or _with_onwards(stated, text)
    unsure = _UNSURE.match(text, ranged.end)
    if unsure and ranged.clock and ranged.clock.hour is not None:
        ranged = replace(ranged, approximate=True, end=unsure.end())
    return replace(ranged, counts=_counts(ranged, text))


def _counts(stated: StatedTime, text: str) -> bool:
    clock = stated.clock
    if clock is None or clock.style is not Style.BARE or clock.meridiem or stated.zone:
        return False
    return clock_times.is_count(text, stated.end)


def _with_zone(stated: StatedTime, text: str) -> StatedTime:
    clock = stated.clock
    if clock is None or clock.hour is None:
        return stated
    exact = stated.day is not None and clock.precision is Precision.SECOND
    written_as_one = stated.day is not None and text[stated.day.end : stated.day.end + 1] == "T"
    zone = zones.read_zone(text, stated.end, minus=exact or written_as_one)
    return replace(stated, zone=zone, end=zone.end) if zone else stated


def _with_end(stated: StatedTime, text: str) -> StatedTime | None:
    clock = stated.clock
    if clock is None or clock.hour is None:
        return None
    join = _RANGE.match(text, stated.end)
    if join is None:
        return None
    dated = _dated_end(stated, text, join.end())
    if dated:
        return dated
    opened = _OPEN_END.match(text, stated.end) if clock.precision is not Precision.HOUR else None
    if opened:
        return replace(stated, open_ended=True, end=opened.end())
    end = clock_times.read_clock(text, join.end())
    return _ended(stated, text, end) if end else None


def _dated_end(stated: StatedTime, text: str, position: int) -> StatedTime | None:
    day = dates.read_day(text, position)
    found = _clock_after(text, day.end) if day else None
    if found is None or found[0].hour is None:
        return None
    return _ended(replace(stated, end_day=day), text, found[0])


def _ended(stated: StatedTime, text: str, end: StatedClock) -> StatedTime | None:
    clock = stated.clock
    if clock is None or end.style is not clock.style or end.hour is None:
        return None
    zone = zones.read_zone(text, end.end)
    return replace(
        stated,
        clock=clock if stated.end_day else clock_times.in_half(clock, end),
        zone=stated.zone or zone,
        end_clock=end,
        end_zone=zone,
        end=zone.end if zone else end.end,
    )


def _with_onwards(stated: StatedTime, text: str) -> StatedTime:
    match = _ONWARDS.match(text, stated.end)
    return replace(stated, open_ended=True, end=match.end()) if match else stated
