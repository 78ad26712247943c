"""A calendar day as people write it: `2018-10-21`, `21/10/18`, `Oct 21st`, `2018 October 21`."""

import re
from dataclasses import dataclass, replace
from datetime import date

from pirtui.domain.moments import Precision

FIRST_YEAR = 1900
LAST_YEAR = 2199

WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_MONTH_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH_NUMBERS = {
    **{name: number for number, name in enumerate(_MONTH_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)},
    "sept": 9,
}
_LIKE_WORDS = {"may", "march", "mar"}
"""Months that are also words, and so need a capital."""

_MONTH = "(?P<month>" + "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True)) + r")(?![a-z])\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\w:]|[.,]\d)"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20|21)\d{2})(?![\w:]|[.,]\d|\s?[ap]m))?"

_ISO = re.compile(
    r"(?P<year>\d{4,5})(?P<mark>[-/])(?P<month>\d{1,2}|\?\?|MM)(?P=mark)(?P<day>\d{1,2}|\?\?|DD)(?!\d)"
)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?![\d/])")
_NAMED = (
    re.compile(r"(?P<year>(?:19|20|21)\d{2})\s+" + _MONTH + r"\s+" + _DAY, re.I),
    re.compile(_MONTH + r"\s+" + _DAY + _YEAR, re.I),
    re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?(?:\s+of)?\s+" + _MONTH + _YEAR, re.I),
)
_WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|r|ur)?(?:day)?(?![a-z])\.?,?\s+", re.I)


@dataclass(frozen=True)
class StatedDay:
    """A day as it was written; `end` is the position behind it.

    `year` is `None` where none is stated. `precision` is day, month or year. `swapped` is the other
    reading of a day such as `8/6/26`. `impossible` says that no calendar has this day; `likely` holds
    the readings that were probably meant.
    """

    end: int
    year: int | None
    month: int = 1
    day: int = 1
    precision: Precision = Precision.DAY
    weekday: int | None = None
    swapped: date | None = None
    impossible: bool = False
    likely: tuple[str, ...] = ()


def read_day(text: str, position: int) -> StatedDay | None:
    """Read a calendar day at this position, with an optional weekday; `None` if none is there."""
    weekday = _WEEKDAY.match(text, position)
    start = weekday.end() if weekday else position
    stated = _read_iso(text, start) or _read_slashed(text, start) or _read_named(text, start)
    if stated is None or weekday is None:
        return stated
    return replace(stated, weekday=WEEKDAYS.index(weekday[1].capitalize()))


def nearest(stated: StatedDay, reference: date) -> date | None:
    """The day that is meant; without a year, the one nearest to the reference day."""
    if stated.year is not None:
        return possible(stated.year, stated.month, stated.day)
    years = (reference.year, reference.year - 1, reference.year + 1)
    days = [possible(year, stated.month, stated.day) for year in years]
    return min((day for day in days if day), key=lambda day: abs(day - reference), default=None)


def possible(year: int, month: int, day: int) -> date | None:
    """The day, or `None` if no calendar has it or it lies outside 1900 to 2199."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_text(day: date) -> str:
    """A day as the room reads it: `Mon 22 Oct`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def _read_iso(text: str, position: int) -> StatedDay | None:
    match = _ISO.match(text, position)
    if match is None:
        return None
    year, month, day = match["year"], match["month"], match["day"]
    if not month.isdigit():
        return _checked(StatedDay(match.end(), int(year), precision=Precision.YEAR), text, position)
    stated = StatedDay(match.end(), int(year), int(month), precision=Precision.MONTH)
    if day.isdigit():
        stated = replace(stated, day=int(day), precision=Precision.DAY)
    return _checked(stated, text, position)


def _read_slashed(text: str, position: int) -> StatedDay | None:
    match = _SLASHED.match(text, position)
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    year += 2000 if year < 100 else 0
    day_first, month_first = possible(year, second, first), possible(year, first, second)
    chosen = day_first or month_first
    if chosen is None:
        return None
    swapped = month_first if month_first != chosen else None
    return StatedDay(match.end(), year, chosen.month, chosen.day, swapped=swapped)


def _read_named(text: str, position: int) -> StatedDay | None:
    for pattern in _NAMED:
        match = pattern.match(text, position)
        if match is None or match["month"] in _LIKE_WORDS:
            continue
        year = int(match["year"]) if match["year"] else None
        month, day = _MONTH_NUMBERS[match["month"].lower()], int(match["day"])
        if 1 <= day <= 31:
            return _checked(StatedDay(match.end(), year, month, day), text, position)
    return None


def _checked(stated: StatedDay, text: str, position: int) -> StatedDay:
    if possible(2000 if stated.year is None else stated.year, stated.month, stated.day):
        return stated
    written = text[position : stated.end]
    return replace(stated, impossible=True, likely=tuple(_likely(stated, written)))


def _likely(stated: StatedDay, written: str) -> list[str]:
    year = str(stated.year)
    if len(year) == 5 and written.startswith(year):
        shorter = sorted({int(year[:cut] + year[cut + 1 :]) for cut in range(5)})
        return [
            str(other) + written[5:]
            for other in shorter
            if 1990 <= other < 2100 and possible(other, stated.month, stated.day)
        ]
    if possible(int(stated.year or 0), stated.day, stated.month):
        return [f"{stated.year:04}-{stated.day:02}-{stated.month:02}"]
    return []
