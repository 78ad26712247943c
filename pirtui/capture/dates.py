"""A calendar day as people write it: `2018-10-21`, `21/10/18`, `Oct 21st`, `2018 October 21`."""

import re
from collections.abc import Callable
from dataclasses import replace

from pirtui.capture import named_days, numeric_days
from pirtui.capture.stated_days import (
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS,
    WEEKDAY_NAMES,
    WEEKDAYS,
    StatedDay,
    day_text,
    nearest,
    possible,
)

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "MONTHS",
    "WEEKDAYS",
    "WEEKDAY_NAMES",
    "StatedDay",
    "day_text",
    "nearest",
    "possible",
    "read_day",
]

_NAME = (
    r"((?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|r|ur)?(?:day)?"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)(?![a-z])"
)
_STARTS = {
    **{name[:3].casefold(): number for number, name in enumerate(WEEKDAYS)},
    "die": 1,
    "mit": 2,
    "don": 3,
    "fre": 4,
    "sam": 5,
    "son": 6,
    "lun": 0,
    "mar": 1,
    "mer": 2,
    "jeu": 3,
    "ven": 4,
    "dim": 6,
}
_WEEKDAY = re.compile(_NAME + r"\.?,?\s+", re.I)
_WEEKDAY_BEHIND = re.compile(
    r",?\s+(?:\(" + _NAME + r"\)|" + _NAME + r"\.?(?=,?\s+\d{1,2}[:.]\d\d|\s*(?:$|[-–—:|,;)\]*_`])))",
    re.I,
)

Reader = Callable[[str, int], StatedDay | None]
_BEGUN_WITH_A_DIGIT: tuple[Reader, ...] = (
    numeric_days.read_year_first,
    numeric_days.read_year_last,
    named_days.read_day_first,
    numeric_days.read_without_year,
)


def read_day(text: str, position: int) -> StatedDay | None:
    """Read a calendar day at this position, with an optional weekday; `None` if none is there."""
    first = text[position : position + 1]
    if first.isdigit():
        return _read_numbers(text, position)
    if not first.isalpha():
        return None
    weekday = _WEEKDAY.match(text, position)
    if weekday is None:
        return named_days.read_month_first(text, position)
    start = weekday.end()
    stated = _read_numbers(text, start) or named_days.read_month_first(text, start)
    return replace(stated, weekday=_number(weekday[1])) if stated else None


def _read_numbers(text: str, position: int) -> StatedDay | None:
    for reader in _BEGUN_WITH_A_DIGIT:
        stated = reader(text, position)
        if stated is not None:
            return _with_weekday(stated, text)
    return None


def _with_weekday(stated: StatedDay, text: str) -> StatedDay:
    behind = _WEEKDAY_BEHIND.match(text, stated.end)
    if behind is None:
        return stated
    return replace(stated, weekday=_number(behind[1] or behind[2]), end=behind.end())


def _number(weekday: str) -> int | None:
    return _STARTS.get(weekday[:3].casefold())
