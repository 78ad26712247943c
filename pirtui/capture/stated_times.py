"""What the words of a time say, before the day and the zone of the review are known."""

import re
from dataclasses import replace
from datetime import timedelta

from pirtui.capture import clock_times, dates, plain_numbers, time_ends, zones
from pirtui.capture.clock_times import StatedClock, Style
from pirtui.capture.dates import StatedDay
from pirtui.capture.time_statements import StatedTime
from pirtui.domain.moments import Precision

__all__ = ["StatedTime", "may_begin", "read_stated"]

_MAY_BEGIN = re.compile(
    r"[\d~≈±?+(-]|[oO]\d[:.]\d|(?:now|c\.|ca\.?|circa|about|around|approx|roughly|d[+-]|mon|tue|wed|thu|fri|sat|sun"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|hh:|yyyy-|xx:|tbc|tbd|time\s|between|from|vers|gegen|ab\s"
    r"|mon|die|mit|don|fre|sam|son|lun|mer|jeu|ven|dim|dez|mai|okt|déc|fév|avr|jui|aoû|mär)",
    re.I,
)
_NOW = re.compile(r"now(?![\w'’-])", re.I)
_STEP = re.compile(
    r"\+(?=\d)(?:(\d{1,4})\s?h)?(?:(\d{1,5})\s?m(?:in)?)?(?:(\d{1,6})\s?s(?:ec)?)?(?!\w)", re.I
)
_SHIFTED_DAY = re.compile(r"d([+-])(\d{1,3})\s+", re.I)
_BETWEEN = re.compile(r"(?:between|from)\s+", re.I)
_YEAR_BEHIND = re.compile(r"\s+((?:19|20|21)\d{2})(?!\w|:\d|[.,/-]\d)")
_HALF_A_DAY = re.compile(r"\s?[ap]m(?=\s*(?:$|[:|,;)\]*_`]|[-–—])|\s+(?!I\b))", re.I)
_ON_A_DAY = re.compile(r"\s+on\s+(?:the\s+)?", re.I)
_BESIDE_A_DAY = re.compile(r",?\s+")
_AT_A_MARK = re.compile(r"\s*(?:$|[:|;)\]*_`<>]|[-–—=]|,\s)")
_TWO_TIMES = re.compile(r"(?:\s*[,;&/]\s*|\s+(?:and|or|&)\s+|\s+)(?=\d)")
_END_OF_SECOND = re.compile(r"\s*(?:$|[:|,;)\]*_`]|\.(?:\s|$)|[-–—]|\s)")
_UNSURE = re.compile(
    r"\?(?=\s|$)|-?ish(?!\w)|\s+approx(?:imately|\.)?(?!\w)"
    r"|\s*\((?:approx(?:imately|\.)?|ca\.?|circa|roughly|about|estimated|est\.)\)",
    re.I,
)
_FROM_THEN_ON = re.compile(r"ab\s+(?=\d)", re.I)


def may_begin(text: str, position: int) -> bool:
    """Whether a time could begin here at all; a quick no for prose."""
    return _MAY_BEGIN.match(text, position) is not None


def read_stated(text: str, position: int) -> StatedTime | None:
    """Read a time at exactly this position; `None` if none is there."""
    if not may_begin(text, position):
        return None
    approximate = time_ends.APPROXIMATE.match(text, position)
    start = approximate.end() if approximate else position
    readers = (
        *(_read_dated, _read_clocked, _read_now, _read_step, _read_shifted, _read_between),
        _read_from_then_on,
    )
    for reader in readers:
        stated = reader(text, start)
        if stated is not None:
            return replace(stated, approximate=True) if approximate else stated
    return None


# Relative times


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
    return None if clocked.day else replace(clocked, day_shift=int(match[1] + match[2]))


# Times of a clock


def _read_clocked(text: str, position: int) -> StatedTime | None:
    clock = clock_times.read_clock(text, position)
    if clock is None:
        return None
    stated = StatedTime(clock.end, clock=clock)
    if clock.hour is None:
        return _with_day_behind(stated, text)
    if _is_number(clock, text):
        return None
    return _with_second(_with_tail(stated, text), text)


def _read_between(text: str, position: int) -> StatedTime | None:
    """`between 14:00 and 14:30`, `from 14:00 to 14:30`."""
    match = _BETWEEN.match(text, position)
    clock = clock_times.read_clock(text, match.end()) if match else None
    if clock is None or clock.hour is None:
        return None
    return time_ends.with_end(
        time_ends.with_zone(StatedTime(clock.end, clock=clock), text), text, between=True
    )


def _read_from_then_on(text: str, position: int) -> StatedTime | None:
    """`ab 15.10 Uhr`."""
    match = _FROM_THEN_ON.match(text, position)
    clocked = _read_clocked(text, match.end()) if match else None
    if clocked is None or clocked.clock is None or clocked.clock.hour is None:
        return None
    return replace(clocked, open_ended=clocked.end_clock is None)


def _with_tail(stated: StatedTime, text: str) -> StatedTime:
    stated = time_ends.with_zone(stated, text)
    ranged = time_ends.with_end(stated, text)
    if ranged is None:
        ranged = time_ends.with_onwards(_with_day_behind(stated, text), text)
    unsure = _UNSURE.match(text, ranged.end)
    if unsure and ranged.clock and ranged.clock.hour is not None:
        ranged = replace(ranged, approximate=True, end=unsure.end())
    return replace(ranged, counts=True) if _counts(ranged, text) else ranged


def _with_day_behind(stated: StatedTime, text: str) -> StatedTime:
    """The same with a day behind the clock: `14:30 on 4 May`, `[14:30, 04/05/2026]`."""
    if stated.day is not None:
        return stated
    join = _ON_A_DAY.match(text, stated.end)
    beside = None if join else _BESIDE_A_DAY.match(text, stated.end)
    found = join or beside
    if found is None:
        return stated
    day = dates.read_day(text, found.end())
    if day is None or day.impossible or (beside and not _is_whole(day, text)):
        return stated
    ended = replace(stated, day=day, end=day.end)
    if stated.clock is not None and stated.clock.hour is None:
        ended = replace(ended, clock=None)
    return time_ends.with_zone(ended, text)


def _is_whole(day: StatedDay, text: str) -> bool:
    """Whether a day is more than the first words of the text."""
    return day.year is not None and _AT_A_MARK.match(text, day.end) is not None


def _with_second(stated: StatedTime, text: str) -> StatedTime:
    """The same with a second time beside it: `19.20, 19.27`, `1.30 and 4.00`."""
    clock = stated.clock
    if clock is None or stated.end_clock is not None or stated.day is not None or stated.counts:
        return stated
    join = _TWO_TIMES.match(text, stated.end)
    second = clock_times.read_clock(text, join.end()) if join else None
    if join is None or second is None or not _is_second(clock, second, text):
        return stated
    return replace(stated, second=text[join.end() : second.end])


def _is_second(clock: StatedClock, second: StatedClock, text: str) -> bool:
    if second.style is not clock.style or second.hour is None or second.impossible:
        return False
    if clock_times.is_year(second) or plain_numbers.is_count(text, second.end):
        return False
    return _END_OF_SECOND.match(text, second.end) is not None


def _is_number(clock: StatedClock, text: str) -> bool:
    """Whether the words behind show that it is no time: `2019 was`, `1.30 is`, `2.50 requests`."""
    if clock_times.is_year(clock):
        return plain_numbers.is_spoken_year(text, clock.end)
    is_short = clock.style is Style.DOT and not clock.meridiem and (clock.hour or 0) < 10
    if not is_short or text[clock.end - 5 : clock.end - 4] == "0":
        return False
    return plain_numbers.is_subject(text, clock.end) or plain_numbers.is_count(text, clock.end)


def _counts(stated: StatedTime, text: str) -> bool:
    clock = stated.clock
    if clock is None or clock.meridiem or stated.zone or stated.day or stated.end_clock:
        return False
    return clock.style is Style.BARE and plain_numbers.is_count(text, stated.end)


# Days with or without a time


def _read_dated(text: str, position: int) -> StatedTime | None:
    day = dates.read_day(text, position)
    if day is None:
        return None
    stated = StatedTime(day.end, day=day)
    if day.last_day is not None:
        return _with_day_tail(stated, text)
    return _with_clock(stated, text) or _with_day_tail(stated, text)


def _with_clock(stated: StatedTime, text: str) -> StatedTime | None:
    found = time_ends.clock_after(text, stated.end)
    if found is None:
        return None
    clock, approximate = found
    if clock.hour is None or (stated.day and stated.day.precision is not Precision.DAY):
        return time_ends.with_zone(replace(stated, end=clock.end), text)
    if plain_numbers.is_count(text, clock.end) and clock.style is Style.BARE:
        return None
    stated = replace(stated, clock=clock, approximate=approximate, end=clock.end)
    return _with_tail(_with_year_behind(stated, text), text)


def _with_year_behind(stated: StatedTime, text: str) -> StatedTime:
    """The year behind the clock, as machines write it: `Mon May 4 09:12:30 2026 +0200`."""
    day, clock = stated.day, stated.clock
    if day is None or day.year is not None or clock is None:
        return stated
    if day.weekday is None and clock.precision is not Precision.SECOND:
        return stated
    zone = zones.read_zone(text, stated.end, half=bool(clock.meridiem))
    match = _YEAR_BEHIND.match(text, zone.end if zone else stated.end)
    if match is None:
        return stated
    return replace(stated, day=replace(day, year=int(match[1])), zone=zone, end=match.end())


def _with_day_tail(stated: StatedTime, text: str) -> StatedTime:
    half = _HALF_A_DAY.match(text, stated.end)
    stated = time_ends.with_zone(replace(stated, end=half.end()) if half else stated, text)
    ranged = time_ends.with_last_day(stated, text)
    if ranged.end_day is not None:
        return time_ends.with_zone(ranged, text)
    return time_ends.with_onwards(ranged, text)
