"""Calendar days with the name of a month: `Oct 21st`, `2018 October 21`, `4-May-2026`."""

import re
from calendar import monthrange
from dataclasses import replace

from pirtui.capture.stated_days import StatedDay, possible

_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_MONTH_NUMBERS = {
    **{name: number for number, name in enumerate(_MONTH_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)},
    "sept": 9,
    "januar": 1,
    "februar": 2,
    "märz": 3,
    "mai": 5,
    "juni": 6,
    "juli": 7,
    "oktober": 10,
    "okt": 10,
    "dezember": 12,
    "dez": 12,
    "janvier": 1,
    "février": 2,
    "avril": 4,
    "juin": 6,
    "juillet": 7,
    "août": 8,
    "septembre": 9,
    "octobre": 10,
    "novembre": 11,
    "décembre": 12,
}
_LIKE_WORDS = {"may", "march", "mar"}
"""Months that are also words, and so need a capital."""

_NAME = "(?P<month>" + "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True)) + r")(?![a-z])"
_MONTH = _NAME + r"\.?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_DAY = r"(?P<day>\d{1,2})" + _ORDINAL + r"(?!\w|:\d|[.,]\d)"
_LAST = (
    r"(?:(?:\s*[-–—]\s*|\s+to\s+)(?P<last>\d{1,2})"
    + _ORDINAL
    + r"(?!\w|:\d|[.,]\d)(?=,?\s+(?:19|20|21)\d\d(?!\d)|\s*(?:$|[:|)\]])))?"
)
_YEAR = r"(?:,?\s+(?P<year>(?:19|20|21)\d{2})(?!\w|:\d|[.,]\d|\s?[ap]m))?"

_MONTH_FIRST = re.compile(_MONTH + r"\s+" + _DAY + _LAST + _YEAR, re.I)
_YEAR_FIRST = re.compile(
    r"(?P<year>(?:19|20|21)\d{2})\s+" + _MONTH + r"\s+" + _DAY + r"(?P<last>)", re.I
)
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})"
    + _ORDINAL
    + r"(?:(?:\s*[-–—]\s*|\s+to\s+)(?P<last>\d{1,2})"
    + _ORDINAL
    + r")?\.?(?:\s+of)?\s+"
    + _MONTH
    + _YEAR,
    re.I,
)
_JOINED = re.compile(
    r"(?P<day>\d{1,2})(?P<last>)(?P<mark>[-/])" + _NAME + r"(?P=mark)(?P<year>\d{4}|\d{2})(?![\d/-])",
    re.I,
)


def read_month_first(text: str, position: int) -> StatedDay | None:
    """`Oct 21`, `October 21st, 2018`, `Oct 29-30, 2018`."""
    return _read(_MONTH_FIRST, text, position)


def read_day_first(text: str, position: int) -> StatedDay | None:
    """`21 October 2018`, `19. April`, `4-5 May`, `4-May-26`, and `2018 October 21`."""
    for pattern in (_YEAR_FIRST, _DAY_FIRST, _JOINED):
        stated = _read(pattern, text, position)
        if stated is not None:
            return stated
    return None


def _read(pattern: re.Pattern[str], text: str, position: int) -> StatedDay | None:
    match = pattern.match(text, position)
    month = _MONTH_NUMBERS.get(match["month"].casefold()) if match else None
    if match is None or month is None or match["month"] in _LIKE_WORDS:
        return None
    year = int(match["year"]) if match["year"] else None
    year = year + 2000 if year is not None and year < 100 else year
    day, last = int(match["day"]), int(match["last"] or 0)
    if not 1 <= day <= 31 or (last and last <= day):
        return None
    stated = StatedDay(match.end(), year, month, day)
    return _checked(replace(stated, last_day=last or None))


def _checked(stated: StatedDay) -> StatedDay:
    year = 2000 if stated.year is None else stated.year
    if possible(year, stated.month, stated.last_day or stated.day):
        return stated
    likely: tuple[str, ...] = ()
    if stated.year is not None and stated.last_day is None and possible(year, stated.month, 1):
        likely = (f"{year:04}-{stated.month:02}-{monthrange(year, stated.month)[1]:02}",)
    return replace(stated, impossible=True, likely=likely)
