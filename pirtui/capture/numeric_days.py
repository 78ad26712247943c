"""Calendar days in numbers: `2018-10-21`, `21/10/18`, `04.05.2023`, `03-26`."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date

from pirtui.capture.stated_days import StatedDay, possible
from pirtui.domain.moments import Precision

_CLOCK_FOLLOWS = r",?\s+(?:at\s+)?\d{1,2}[:.]\d{2}(?!\d)"
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4,5})(?P<mark>[-/])(?P<month>\d{1,2}|\?\?|MM|xx|XX)(?P=mark)"
    r"(?P<day>\d{1,2}|\?\?|DD|xx|XX)(?!\d)"
)
_YEAR_FIRST_DOTTED = re.compile(
    r"(?P<year>\d{4})\.(?P<month>\d{1,2})\.(?P<day>\d{1,2})(?=" + _CLOCK_FOLLOWS + ")"
)
_TOGETHER = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?=T\d{4})")
_EITHER_YEAR = re.compile(r"(\d{4})/(\d{4}|\d{2})-(?:\?\?|MM)-(?:\?\?|DD)(?!\w)")
_MONTH = re.compile(r"((?:19|20|21)\d{2})-(0[1-9]|1[0-2])(?![^\W_]|-\w|[.,:]\d)")
_YEAR_LAST = re.compile(
    r"(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})(?![\d/]|[.-]\d)"
)
_NEEDED_CLOCK = re.compile(_CLOCK_FOLLOWS)
_CENTURIES = range(1900, 2200)
_NO_YEAR = re.compile(
    r"(?P<first>\d{1,2})(?:(?P<mark>[/-])(?P<second>\d{1,2})|\.(?P<dotted>\d{1,2})\.)"
    r"(?=(?:T|,?\s+)\d{1,2}[:.]\d{2}(?!\d))"
)


def read_year_first(text: str, position: int) -> StatedDay | None:
    """`2018-10-21`, `2018/10/21`, `2018-10-??`, `2018-MM-DD`, `20181021T0930`, `2018-10:`."""
    if not text[position + 3 : position + 4].isdigit():
        return None
    match = _YEAR_FIRST.match(text, position) or _YEAR_FIRST_DOTTED.match(text, position)
    match = match or _TOGETHER.match(text, position)
    if match is None:
        return _read_either_year(text, position) or _read_month(text, position)
    year, month, day = match["year"], match["month"], match["day"]
    if not month.isdigit():
        return _checked(StatedDay(match.end(), int(year), precision=Precision.YEAR), text, position)
    stated = StatedDay(match.end(), int(year), int(month), precision=Precision.MONTH)
    if day.isdigit():
        stated = replace(stated, day=int(day), precision=Precision.DAY)
    return _checked(stated, text, position)


def read_year_last(text: str, position: int) -> StatedDay | None:
    """`21/10/18`, `04.05.2023`, `04-05-2023`: day first, unless only the other order is possible.

    Nobody writes the month first and dots behind it, so a date with dots has one reading.
    """
    match = _YEAR_LAST.match(text, position)
    if match is None or not _is_plausible(match, text):
        return None
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    year += 2000 if year < 100 else 0
    stated = _in_order(match.end(), year, possible(year, second, first), possible(year, first, second))
    return replace(stated, swapped=None) if stated and match["mark"] == "." else stated


def read_without_year(text: str, position: int) -> StatedDay | None:
    """`03-26 23:04` with the month first, and `26/03 23:04` or `26.03. 23:04` with the day first."""
    match = _NO_YEAR.match(text, position)
    if match is None:
        return None
    if match["mark"] == "-" and len(match[0]) != 5:
        return None
    first, second = int(match["first"]), int(match["second"] or match["dotted"])
    day_first, month_first = possible(2000, second, first), possible(2000, first, second)
    if match["mark"] == "-":
        chosen = month_first or day_first
        return StatedDay(match.end(), None, chosen.month, chosen.day) if chosen else None
    stated = _in_order(match.end(), 2000, day_first, month_first)
    if stated is None:
        return None
    return replace(stated, year=None, swapped=None if match["dotted"] else stated.swapped)


def _is_plausible(match: re.Match[str], text: str) -> bool:
    """Dots and hyphens also separate the parts of versions and numbers."""
    if match["mark"] == "/":
        return True
    if len(match["year"]) == 4:
        return int(match["year"]) in _CENTURIES
    return _NEEDED_CLOCK.match(text, match.end()) is not None


def _in_order(end: int, year: int, day_first: date | None, month_first: date | None) -> StatedDay | None:
    chosen = day_first or month_first
    if chosen is None:
        return None
    swapped = month_first if month_first != chosen else None
    return StatedDay(end, year, chosen.month, chosen.day, swapped=swapped)


def _read_either_year(text: str, position: int) -> StatedDay | None:
    match = _EITHER_YEAR.match(text, position)
    if match is None:
        return None
    year, other = int(match[1]), int(match[1][: 4 - len(match[2])] + match[2])
    if possible(year, 1, 1) is None or other == year:
        return None
    return StatedDay(match.end(), year, precision=Precision.YEAR, swapped=possible(other, 1, 1))


def _read_month(text: str, position: int) -> StatedDay | None:
    match = _MONTH.match(text, position)
    if match is None:
        return None
    return StatedDay(match.end(), int(match[1]), int(match[2]), precision=Precision.MONTH)


def _checked(stated: StatedDay, text: str, position: int) -> StatedDay:
    if possible(stated.year or 0, stated.month, stated.day):
        return stated
    written = text[position : stated.end]
    return replace(stated, impossible=True, likely=tuple(_likely(stated, written)))


def _likely(stated: StatedDay, written: str) -> list[str]:
    year = stated.year or 0
    if year > 9999:
        return _with_shorter_year(stated, written)
    if possible(year, stated.day, stated.month):
        return [f"{year:04}-{stated.day:02}-{stated.month:02}"]
    if (possible(year, stated.month, 1) and stated.day == 31) or stated.day in (29, 30):
        return _around_the_end(year, stated.month, stated.day)
    return []


def _with_shorter_year(stated: StatedDay, written: str) -> list[str]:
    year = str(stated.year)
    if not written.startswith(year):
        return []
    shorter = sorted({int(year[:cut] + year[cut + 1 :]) for cut in range(5)})
    return [
        str(other) + written[5:]
        for other in shorter
        if 1990 <= other < 2100 and possible(other, stated.month, stated.day)
    ]


def _around_the_end(year: int, month: int, day: int) -> list[str]:
    """The last day of that month, and the same day of the next."""
    if possible(year, month, 1) is None:
        return []
    last = date(year, month, monthrange(year, month)[1])
    following = possible(year, month % 12 + 1, day)
    return [found.isoformat() for found in (last, following) if found is not None]
