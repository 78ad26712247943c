"""The end of a stated time: `12:26-12:40`, `9.03 onwards`, `14:00 to ?`, two dates with times."""

import re
from dataclasses import replace

from pirtui.capture import clock_times, dates, zones
from pirtui.capture.clock_times import StatedClock, Style
from pirtui.capture.time_statements import StatedTime
from pirtui.domain.moments import Precision

APPROXIMATE = re.compile(
    r"(?:[~≈±]\s*|c\.\s*|ca\.\s*|(?:ca|circa|about|around|approx\.?|approximately|roughly|vers|gegen)\s+)",
    re.I,
)
TO_CLOCK = re.compile(r"(?:,?\s+at\s+|\s*@\s*|,?\s+|T(?=\d)|_(?=\d)|:(?=\d\d:\d\d:\d\d))")
_TO_CLEAR_CLOCK = re.compile(r"(?:\s+[-–—|]|:)\s+(?=\d{1,2}:\d\d)")
_RANGE = re.compile(r"\s*[-–—]\s*|\s+(?:to|until|till)\s+", re.I)
_RANGE_OR_AND = re.compile(r"\s*[-–—]\s*|\s+(?:to|until|till|and)\s+", re.I)
_OPEN_END = re.compile(
    r"(?:\s*[-–—]\s*|\s+(?:to|until|till)\s+)"
    r"(?:\d{1,2}:\?\?|\?\?:\?\?|\?\??(?=\s|$)|…"
    r"|(?:present|ongoing|still ongoing|TBC|TBD)(?=\s*(?:$|[:|,;)\]*_`]|\s[-–—]\s)))(?!\w)"
)
_DASHES = ("-", "−")
"""Right behind four digits, `0930-0945`, a dash joins two times and begins no offset."""

_ONWARDS = re.compile(r"\s+onwards?(?!\w)", re.I)
_NEXT_DAY = re.compile(r"\s*\((?:\+1(?:\s?d(?:ay)?)?|(?:the\s+)?next\s+(?:day|morning))\)", re.I)


def clock_after(text: str, position: int) -> tuple[StatedClock, bool] | None:
    """The clock time behind a day, and whether it is approximate; `None` if none follows."""
    join = _TO_CLEAR_CLOCK.match(text, position) or TO_CLOCK.match(text, position)
    if join is None:
        return None
    approximate = APPROXIMATE.match(text, join.end())
    start = approximate.end() if approximate else join.end()
    clock = clock_times.read_clock(text, start)
    if clock is None and join[0] == "T":
        clock = clock_times.read_clock_together(text, start)
    if clock is None and text[position : position + 1].isspace():
        clock = clock_times.read_slipped_clock(text, start)
    return (clock, approximate is not None) if clock else None


def with_zone(stated: StatedTime, text: str) -> StatedTime:
    """The same with the zone that follows, if one does."""
    clock = stated.clock
    if stated.zone or (clock is not None and clock.hour is None):
        return stated
    if clock is not None and clock.style is Style.BARE and text[stated.end : stated.end + 1] in _DASHES:
        return stated
    exact = stated.day is not None and clock is not None and clock.precision is Precision.SECOND
    written_as_one = stated.day is not None and text[stated.day.end : stated.day.end + 1] == "T"
    half = clock is not None and bool(clock.meridiem)
    zone = zones.read_zone(text, stated.end, minus=exact or written_as_one, half=half)
    return replace(stated, zone=zone, end=zone.end) if zone else stated


def with_end(stated: StatedTime, text: str, *, between: bool = False) -> StatedTime | None:
    """The same with the end that follows; `None` if none does.

    `between` says that "and" joins the two ends.
    """
    clock = stated.clock
    if clock is None or clock.hour is None:
        return None
    join = (_RANGE_OR_AND if between else _RANGE).match(text, stated.end)
    if join is None:
        return None
    dated = _dated_end(stated, text, join.end())
    if dated:
        return dated
    opened = _OPEN_END.match(text, stated.end) if clock.precision is not Precision.HOUR else None
    if opened:
        return replace(stated, open_ended=True, end=opened.end())
    approximate = APPROXIMATE.match(text, join.end())
    end = clock_times.read_clock(text, approximate.end() if approximate else join.end())
    if end is None or not _same_spelling(clock, end, close=not join[0][:1].isspace()):
        return None
    ended = _ended(stated, text, end)
    return replace(ended, approximate=True) if ended and approximate else ended


def with_onwards(stated: StatedTime, text: str) -> StatedTime:
    """The same, open-ended where the words say "onwards"."""
    match = _ONWARDS.match(text, stated.end)
    return replace(stated, open_ended=True, end=match.end()) if match else stated


def with_last_day(stated: StatedTime, text: str) -> StatedTime:
    """A day with the last day of a range of days, if one follows."""
    day = stated.day
    if day is None:
        return stated
    if day.last_day is not None:
        return replace(stated, end_day=replace(day, day=day.last_day, last_day=None))
    join = _RANGE.match(text, stated.end)
    end_day = dates.read_day(text, join.end()) if join else None
    if end_day is None or end_day.precision != day.precision:
        return stated
    clocked = clock_after(text, end_day.end)
    if clocked is not None and clocked[0].hour is not None:
        return stated
    year = day.year if day.year is not None else end_day.year
    return replace(stated, day=replace(day, year=year), end_day=end_day, end=end_day.end)


def _same_spelling(clock: StatedClock, end: StatedClock, *, close: bool) -> bool:
    """Whether two clocks are the ends of one range rather than a time and a number behind a dash."""
    mixed = close and {clock.style, end.style} == {Style.COLON, Style.DOT}
    return end.hour is not None and (end.style is clock.style or mixed)


def _dated_end(stated: StatedTime, text: str, position: int) -> StatedTime | None:
    day = dates.read_day(text, position)
    found = clock_after(text, day.end) if day else None
    if day is None or found is None or found[0].hour is None:
        return None
    start_day = stated.day
    if start_day is not None and start_day.year is None and day.year is not None:
        start_day = replace(start_day, year=day.year)
    return _ended(replace(stated, day=start_day, end_day=day), text, found[0])


def _ended(stated: StatedTime, text: str, end: StatedClock) -> StatedTime | None:
    clock = stated.clock
    if clock is None:
        return None
    position, shifted = end.end, _NEXT_DAY.match(text, end.end)
    zone = zones.read_zone(text, shifted.end() if shifted else position, half=bool(end.meridiem))
    if zone is not None and shifted is None:
        shifted = _NEXT_DAY.match(text, zone.end)
    ends = [position, zone.end if zone else 0, shifted.end() if shifted else 0]
    return replace(
        stated,
        clock=clock if stated.end_day else clock_times.in_half(clock, end),
        zone=stated.zone or zone,
        end_clock=end,
        end_zone=zone,
        next_day=shifted is not None,
        end=max(ends),
    )
