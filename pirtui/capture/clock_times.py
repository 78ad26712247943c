"""A time of day as people write it: `14:32`, `14.32`, `1432`, `5:33pm`, `14:??`."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto

from pirtui.capture import plain_numbers
from pirtui.domain.moments import Precision

_FRACTION = r"(?:[.,](\d{1,9}))?"
_COLON = re.compile(r"(\d{1,3}):(\d{2})(?::(\d{2})" + _FRACTION + r")?(?![^\W_]|[:.,]\d)")
_COLON_MERIDIEM = re.compile(
    r"(\d{1,3}):(\d{2})(?::(\d{2})" + _FRACTION + r")?(?=\s?[ap](?:m|\.))", re.I
)
_COLON_ZONE = re.compile(
    r"(\d{1,2}):(\d{2})(?::(\d{2})" + _FRACTION + r")?(?=(?:Z|UTC|GMT|[hH](?:rs)?|-?ish)(?![^\W_]))"
)
_EXTRA_DIGIT = re.compile(r"(\d{1,2}):(\d{3})(?![\w:.,%])")
_TOGETHER = re.compile(r"([01]\d|2[0-3])([0-5]\d)([0-5]\d)" + _FRACTION + r"(?![\d:])")
_DOT = re.compile(r"(\d{1,2})\.([0-5]\d)(?![\d%]|[.,:]\d)")
_BARE = re.compile(r"([01]\d|2[0-3])([0-5]\d)(?![\d%]|[.,:/]\d|-\d(?!\d{3}(?!\d))|/[A-Za-z])")
_HOUR = re.compile(r"(\d{1,2})(?=\s?[ap](?:m|\.\s?m))", re.I)
_HOUR_OF_RANGE = re.compile(
    r"(\d{1,2})(?=\s?(?:[-–—]|to)\s?(?:0?\d|1[0-2])(?::[0-5]\d)?\s?[ap]\.?m(?!\w))", re.I
)
_MERIDIEM = re.compile(r"(\s?)([ap])(?:m|\.\s?m\.?)(?![^\W_])", re.I)
_OF_THE_CLOCK = re.compile(r"\s?(?:h|hrs|uhr)(?!\w)", re.I)
_UHR = re.compile(r"\s?uhr(?!\w)", re.I)
_H = re.compile(r"(\d{1,2})\s?h\s?([0-5]\d)(?!\w)", re.I)
_H_ALONE = re.compile(r"(\d{1,2})\s?(?:h|uhr)(?=\s*(?::(?:\s|$)|[–—|]|-\s|$))", re.I)
_SPACED = re.compile(r"([01]\d|2[0-3])\s:\s([0-5]\d)(?=\s*[:|–—-]|\s*$)")
_SLIPPED = re.compile(r"([oO]\d|\d{1,2})[:;]([0-5]?\d|[0-5]?[oO])(?![\w%]|[.,:;]\d)")
_PARTIAL = re.compile(r"(\d{1,2}):(?:\?\??|[0-5](?:\?|…\??)|xx|--|mm)(?![^\W_])", re.I)
_UNKNOWN = re.compile(
    r"(?:(?:YYYY|yyyy)-(?:MM|mm)-(?:DD|dd)(?:[T\s]+(?:HH|hh):(?:MM|mm)(?::(?:SS|ss))?)?"
    r"|--:--(?::--)?|\?\?:\?\?(?::\?\?)?|(?:HH|hh|Hh):(?:MM|mm|Mm)|xx:xx|XX:XX)(?![^\W_]|:\w)"
    r"|\?(?=\s|$)|(?:TBC|TBD|[Tt]ime\s+(?:TBC|TBD|tbc|tbd|unknown))(?![^\W_])|\((?:[Tt]ime\s+)?(?:TBC|TBD|tbc|tbd|unknown)\)"
)
_YEARS = range(1990, 2100)


class Style(Enum):
    """How a time of day is spelled; both ends of a range share a style."""

    COLON = auto()
    DOT = auto()
    BARE = auto()
    UNKNOWN = auto()


@dataclass(frozen=True)
class StatedClock:
    """A time of day as it was written; `end` is the position behind it.

    `hour` is `None` where only a placeholder stands (`--:--`). `meridiem` is `a`, `p` or empty.
    `impossible` says that no clock shows this; `likely` holds what was probably meant instead.
    """

    end: int
    style: Style
    hour: int | None = None
    minute: int = 0
    second: int = 0
    microsecond: int = 0
    precision: Precision = Precision.MINUTE
    meridiem: str = ""
    impossible: bool = False
    likely: tuple[str, ...] = ()
    doubt: str = ""

    @property
    def of_day(self) -> tuple[int, int, int, int]:
        """Hour, minute, second and microsecond, to compare two times of one day."""
        return self.hour or 0, self.minute, self.second, self.microsecond


def read_clock(text: str, position: int) -> StatedClock | None:
    """Read a time of day at this position; `None` if none is there."""
    if not text[position : position + 1].isdigit():
        if text[position : position + 1] in "oO":
            return read_slipped_clock(text, position)
        return _read_unknown(text, position)
    for reader in _BEGUN_WITH_A_DIGIT:
        clock = reader(text, position)
        if clock is not None:
            return clock
    return None


def read_clock_together(text: str, position: int) -> StatedClock | None:
    """Read a time without marks that has seconds, as behind the T of `20181021T093015`."""
    match = _TOGETHER.match(text, position)
    return _exact(match) if match else None


def is_year(clock: StatedClock) -> bool:
    """Whether a bare time could also be a year: `2015`."""
    return clock.style is Style.BARE and (clock.hour or 0) * 100 + clock.minute in _YEARS


def in_half(clock: StatedClock, end: StatedClock) -> StatedClock:
    """The start of a range with the half of the day that only its end states: `8:20 - 8:24 PM`."""
    if clock.meridiem or not end.meridiem or clock.hour is None or clock.hour > 12:
        return clock
    hour = clock.hour % 12 + (12 if end.meridiem == "p" else 0)
    shifted = replace(clock, hour=hour, meridiem=end.meridiem)
    return shifted if shifted.of_day <= end.of_day else clock


def _read_unknown(text: str, position: int) -> StatedClock | None:
    match = _UNKNOWN.match(text, position)
    if match is None:
        return None
    return StatedClock(match.end(), Style.UNKNOWN, precision=Precision.NONE)


def _read_partial(text: str, position: int) -> StatedClock | None:
    match = _PARTIAL.match(text, position)
    if match is None or int(match[1]) > 23:
        return None
    return StatedClock(match.end(), Style.COLON, hour=int(match[1]), precision=Precision.HOUR)


def _read_colon(text: str, position: int) -> StatedClock | None:
    match = _COLON.match(text, position)
    if match is None:
        match = _COLON_MERIDIEM.match(text, position) or _COLON_ZONE.match(text, position)
    if match is None:
        return _read_extra_digit(text, position)
    clock = _with_meridiem(_exact(match), text)
    if not clock.meridiem:
        named = _OF_THE_CLOCK.match(text, clock.end)
        clock = replace(clock, end=named.end()) if named else clock
        if plain_numbers.is_duration(text, clock.end):
            return None
    return _checked(clock, match[1])


def _read_extra_digit(text: str, position: int) -> StatedClock | None:
    """`14:322`, which no clock shows."""
    match = _EXTRA_DIGIT.match(text, position)
    if match is None or int(match[1]) > 23:
        return None
    minutes = match[2]
    shorter = dict.fromkeys((minutes[:2], minutes[0] + minutes[2], minutes[1:]))
    likely = tuple(f"{int(match[1]):02}:{each}" for each in shorter if int(each) < 60)
    if not likely:
        return None
    return StatedClock(match.end(), Style.COLON, hour=int(match[1]), impossible=True, likely=likely)


def _read_dot(text: str, position: int) -> StatedClock | None:
    match = _DOT.match(text, position)
    if match is None:
        return None
    clock = StatedClock(match.end(), Style.DOT, hour=int(match[1]), minute=int(match[2]))
    clock = _with_meridiem(clock, text)
    if (clock.hour or 0) > 23 or (not clock.meridiem and plain_numbers.is_measure(text, clock.end)):
        return None
    named = _UHR.match(text, clock.end)
    return replace(clock, end=named.end()) if named else clock


def _read_bare(text: str, position: int) -> StatedClock | None:
    match = _BARE.match(text, position)
    if match is None:
        return None
    clock = StatedClock(match.end(), Style.BARE, hour=int(match[1]), minute=int(match[2]))
    clock = _with_meridiem(clock, text)
    return None if not clock.meridiem and plain_numbers.is_measure(text, clock.end) else clock


def _read_hour(text: str, position: int) -> StatedClock | None:
    match = _HOUR.match(text, position)
    if match is None or int(match[1]) > 23:
        return None
    clock = StatedClock(match.end(), Style.COLON, hour=int(match[1]), precision=Precision.HOUR)
    clock = _with_meridiem(clock, text)
    return clock if clock.meridiem else None


def _read_hour_of_range(text: str, position: int) -> StatedClock | None:
    """The first hour of `2-4pm`, whose half of the day stands behind the second."""
    match = _HOUR_OF_RANGE.match(text, position)
    if match is None or int(match[1]) > 12:
        return None
    return StatedClock(match.end(), Style.COLON, hour=int(match[1]), precision=Precision.HOUR)


def _read_h(text: str, position: int) -> StatedClock | None:
    """`14h05`, `14 : 05` and, before a separator, `14h`."""
    match = _H.match(text, position) or _SPACED.match(text, position)
    if match is not None and int(match[1]) < 24 and not plain_numbers.is_later(text, match.end()):
        return StatedClock(match.end(), Style.COLON, hour=int(match[1]), minute=int(match[2]))
    alone = _H_ALONE.match(text, position)
    if alone is None or int(alone[1]) > 23:
        return None
    return StatedClock(alone.end(), Style.COLON, hour=int(alone[1]), precision=Precision.HOUR)


def read_slipped_clock(text: str, position: int) -> StatedClock | None:
    """Read a time with a wrong key in it, which only a day before it gives away: `08;24`, `08:3`."""
    match = _SLIPPED.match(text, position)
    if match is None:
        return None
    hours = match[1].lower().replace("o", "0")
    minutes = match[2].lower().replace("o", "0")
    if int(hours) > 23:
        return None
    fuller = (minutes,) if len(minutes) == 2 else (f"{minutes}0", f"0{minutes}")
    likely = tuple(f"{int(hours):02}:{each}" for each in fuller if int(each) < 60)
    return StatedClock(match.end(), Style.COLON, hour=int(hours), impossible=True, likely=likely)


def _exact(match: re.Match[str]) -> StatedClock:
    """Hours, minutes, and seconds with a fraction where they are stated."""
    return StatedClock(
        match.end(),
        Style.COLON,
        hour=int(match[1]),
        minute=int(match[2]),
        second=int(match[3] or 0),
        microsecond=int((match[4] or "0").ljust(6, "0")[:6]),
        precision=Precision.SECOND if match[3] else Precision.MINUTE,
    )


def _with_meridiem(clock: StatedClock, text: str) -> StatedClock:
    match = _MERIDIEM.match(text, clock.end)
    if match is None or clock.hour is None or clock.hour > 24:
        return clock
    half = match[2].lower()
    if clock.hour > 12 and half == "a":
        return _in_no_half(clock, text, match)
    hour = clock.hour if clock.hour > 12 else clock.hour % 12 + (12 if half == "p" else 0)
    return replace(clock, hour=hour, meridiem=half, end=match.end())


def _in_no_half(clock: StatedClock, text: str, match: re.Match[str]) -> StatedClock:
    if match[1]:
        return clock
    shown = f"{clock.hour:02}:{clock.minute:02}"
    doubt = f"{shown}{text[clock.end : match.end()]} read as {shown}."
    return replace(clock, meridiem="a", end=match.end(), doubt=doubt)


def _checked(clock: StatedClock, hours: str) -> StatedClock:
    hour = clock.hour or 0
    midnight = hour == 24 and not clock.minute and not clock.second
    if not ((hour < 24 or midnight) and clock.minute < 60 and clock.second < 60 and len(hours) < 3):
        return replace(clock, impossible=True, likely=_likely(clock, hours))
    return clock


def _likely(clock: StatedClock, hours: str) -> tuple[str, ...]:
    """What was probably typed: a digit too many, or a wrong first digit."""
    if clock.minute > 59 or clock.second > 59:
        return ()
    if len(hours) == 3 and hours[0] == "0":
        shorter: tuple[str, ...] = (hours[1:],)
    elif len(hours) == 3:
        shorter = (hours[1:], hours[:2], hours[0] + hours[2])
    elif 24 <= int(hours) <= 29:
        shorter = (f"1{hours[1]}", f"0{int(hours) - 24}")
        shorter = shorter[::-1] if hours == "24" else shorter
    else:
        return ()
    exact = f":{clock.second:02}" if clock.precision is Precision.SECOND else ""
    return tuple(f"{each}:{clock.minute:02}{exact}" for each in dict.fromkeys(shorter) if int(each) < 24)


_BEGUN_WITH_A_DIGIT: tuple[Callable[[str, int], StatedClock | None], ...] = (
    *(_read_partial, _read_colon, _read_dot, _read_bare, _read_hour, _read_hour_of_range, _read_h),
)
