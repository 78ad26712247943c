"""Due dates as they are said: `2026-12-04`, `fri`, `+2w`, `eoq`, `dec-4`, `end of next week`.

Words are joined with hyphens, or stand between quotes. Weeks begin on Monday and end, for work, on
Friday. Days in figures alone, such as `4/12`, are not read: half the readers would take another day.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from pirtui.capture import dates, zones
from pirtui.capture.reading import LineContext

_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_BEFORE = re.compile(r"^(?:by|on|until|till|before|due|the)\s+(?:the\s+)?")
_STEP = re.compile(
    r"(?:\+|in |within )?\s*(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve)"
    r"\s*(?P<unit>d|w|m|y|days?|weeks?|months?|years?|wks?|mths?|fortnights?)"
    r"(?: (?:from now|from today|time|later))?"
)
_END = re.compile(
    r"(?:the )?(?:end of|eo)\s*(?P<which>the|this|next)?\s*(?P<unit>w|m|q|y|week|month|quarter"
    r"|year)"
)
_NEXT = re.compile(r"(?P<which>this|next)\s(?P<unit>week|month|quarter|year)")
_QUARTER = re.compile(r"(?:end of )?q(?P<quarter>[1-4])(?: (?P<year>\d{4}))?")
_MONTHS = tuple(name.casefold() for name in dates.MONTHS)
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:,? (?P<year>\d{4}))?"
_MONTH_END = re.compile(r"(?:the )?end of " + _MONTH + _YEAR)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_ON = r"(?:[a-z]{3,9},? )?"
_DAY_FIRST = re.compile(_ON + _DAY + r"\.?(?: of)? " + _MONTH + _YEAR)
_MONTH_FIRST = re.compile(_ON + _MONTH + " " + _DAY + _YEAR)
_WEEKDAY = re.compile(r"(?P<which>next |this |coming )?(?P<day>[a-z]{3,9})")
_WORDED = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_NUMBERS = {"a": 1, "an": 1, **{word: number for number, word in enumerate(_WORDED, 1)}}
_NAMED = {"today": 0, "tomorrow": 1, "day after tomorrow": 2, "the day after tomorrow": 2}
_FRIDAY = 4
_YEARS_AHEAD = 9
"""Within so many years every day of the calendar comes round once, 29 February too."""


def today(context: LineContext) -> date:
    """Today's date in the zone of the review."""
    return zones.in_zone(context.now, zones.review_zone(context.zone)).date()


def read_due(value: str, now: date) -> date | None:
    """The date that is meant, counted from `now`; `None` if this is no date.

    A weekday is the next one after today, `next-fri` the one of next week; `eow` is this week's Friday,
    or the next on a weekend. A day without a year is the next such day from today on.
    """
    written = " ".join(value.casefold().split())
    if not written[:1].isalnum() and not written.startswith("+"):
        return None
    try:
        found = _in_figures(written) or _in_words(_spoken(written), now)
    except (OverflowError, ValueError):
        return None
    return _in_calendar(found) if found else None


def is_due(value: str) -> bool:
    """Whether a word says a due date, on whichever day it is read."""
    return read_due(value, date(2024, 1, 31)) is not None


def months_later(day: date, count: int) -> date:
    """The same day some months later, or the last day of a shorter month."""
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _in_figures(written: str) -> date | None:
    match = _ISO.fullmatch(written)
    if match:
        return dates.possible(int(match[1]), int(match[2]), int(match[3]))
    match = _DOTTED.fullmatch(written)
    return dates.possible(int(match[3]), int(match[2]), int(match[1])) if match else None


def _spoken(written: str) -> str:
    words = re.sub(r"[-_\s]+", " ", written).strip()
    return _BEFORE.sub("", words)


def _in_words(words: str, now: date) -> date | None:
    if words in _NAMED:
        return now + timedelta(days=_NAMED[words])
    for pattern, reader in _READERS:
        match = pattern.fullmatch(words)
        found = reader(match, now) if match else None
        if found is not None:
            return found
    return None


def _stepped(match: re.Match[str], now: date) -> date | None:
    count = _NUMBERS.get(match["count"]) or int(match["count"])
    unit = match["unit"]
    if unit.startswith("m"):
        return months_later(now, count)
    if unit.startswith("y"):
        return months_later(now, 12 * count)
    days = {"d": 1, "w": 7, "f": 14}[unit[0]]
    return now + timedelta(days=count * days)


def _ended(match: re.Match[str], now: date) -> date | None:
    """The last day of this week, month, quarter or year, or of the next."""
    steps = int(match["which"] == "next")
    match match["unit"][0]:
        case "w":
            return now + timedelta(days=(_FRIDAY - now.weekday()) % 7 + 7 * steps)
        case "m":
            return _month_end(months_later(now.replace(day=1), steps))
        case "q":
            first = now.replace(month=(now.month - 1) // 3 * 3 + 1, day=1)
            return _month_end(months_later(first, 3 * steps + 2))
    return date(now.year + steps, 12, 31)


def _quarter(match: re.Match[str], now: date) -> date | None:
    month = int(match["quarter"]) * 3
    if match["year"]:
        return _month_end(date(int(match["year"]), month, 1))
    end = _month_end(date(now.year, month, 1))
    return end if end >= now else _month_end(date(now.year + 1, month, 1))


def _end_of_month(match: re.Match[str], now: date) -> date | None:
    month = _month_number(match)
    if match["year"]:
        return _month_end(date(int(match["year"]), month, 1))
    end = _month_end(date(now.year, month, 1))
    return end if end >= now else _month_end(date(now.year + 1, month, 1))


def _calendar_day(match: re.Match[str], now: date) -> date | None:
    weekday = match[0].split()[0].rstrip(",")
    if weekday[0].isalpha() and not weekday.startswith(_MONTHS) and _weekday_number(weekday) is None:
        return None
    month, day = _month_number(match), int(match["day"])
    if match["year"]:
        return dates.possible(int(match["year"]), month, day)
    ahead = (dates.possible(now.year + years, month, day) for years in range(_YEARS_AHEAD))
    return next((found for found in ahead if found and found >= now), None)


def _on_weekday(match: re.Match[str], now: date) -> date | None:
    number = _weekday_number(match["day"])
    if number is None:
        return None
    if (match["which"] or "").strip() == "next":
        return now + timedelta(days=7 - now.weekday() + number)
    return now + timedelta(days=(number - now.weekday() - 1) % 7 + 1)


def _weekday_number(word: str) -> int | None:
    for number, name in enumerate(dates.WEEKDAY_NAMES):
        if len(word) >= 3 and name.startswith(word):
            return number
    return None


def _month_number(match: re.Match[str]) -> int:
    return _MONTHS.index(match["month"][:3]) + 1


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _in_calendar(day: date) -> date | None:
    return dates.possible(day.year, day.month, day.day)


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (_STEP, _stepped),
    (_END, _ended),
    (_NEXT, _ended),
    (_QUARTER, _quarter),
    (_MONTH_END, _end_of_month),
    (_DAY_FIRST, _calendar_day),
    (_MONTH_FIRST, _calendar_day),
    (_WEEKDAY, _on_weekday),
)
