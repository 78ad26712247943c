"""Due dates as they are said: `2026-12-04`, `fri`, `+2w`, `eow`, `4-dec`, `"end of next week"`."""

import re
from calendar import monthrange
from datetime import date, timedelta

from pirtui.capture import dates, zones
from pirtui.capture.reading import LineContext

_STEP = re.compile(r"\+(\d{1,3})([dwm])", re.I)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FRIDAY = 4
_IN = re.compile(
    r"in (?P<count>\d{1,3}|an?|one|two|three|four|five|six|eight|ten|twelve) (?P<unit>day|week|month)s?"
)
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8,
    "ten": 10, "twelve": 12,
}  # fmt: skip
_END = re.compile(r"(?:the )?end of (?P<which>this |next |the )?(?P<what>day|week|month|quarter|year)")
_DAY_OF_MONTH = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<month>[a-z]{3,9})"
    r"|(?P<month_first>[a-z]{3,9}) (?P<day_last>\d{1,2})(?:st|nd|rd|th)?)(?:,? (?P<year>\d{4}))?"
)
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip


def today(context: LineContext) -> date:
    """Today's date in the zone of the review."""
    return zones.in_zone(context.now, zones.review_zone(context.zone)).date()


def read_due(value: str, now: date) -> date | None:
    """The date that is meant, counted from `now`; `None` if this is no date.

    A weekday is the next one after today, `next fri` the one in next week; `eow` is this week's Friday,
    or the next on a weekend. Hyphens may stand for spaces; a day without a year is the next such day.
    """
    word = " ".join(value.casefold().split())
    match = _ISO.fullmatch(word)
    if match:
        return dates.possible(int(match[1]), int(match[2]), int(match[3]))
    try:
        return _stepped(word, now) or _named(word, now) or _spoken(word.replace("-", " "), now)
    except (OverflowError, ValueError):
        return None


def is_due(value: str) -> bool:
    """Whether a word says a due date, on whichever day it is read."""
    return read_due(value, date(2024, 1, 31)) is not None


def _stepped(word: str, now: date) -> date | None:
    match = _STEP.fullmatch(word)
    if match is None:
        return None
    count = int(match[1])
    if match[2] == "m":
        return months_later(now, count)
    return now + timedelta(days=count * (7 if match[2] == "w" else 1))


def months_later(day: date, count: int) -> date:
    """The same day some months later, or the last day of a shorter month."""
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _named(word: str, now: date) -> date | None:
    if word in ("today", "tomorrow"):
        return now + timedelta(days=int(word == "tomorrow"))
    if word == "eow":
        return now + timedelta(days=(_FRIDAY - now.weekday()) % 7)
    if word == "eom":
        return _month_end(now)
    if word == "eoq":
        return _month_end(now.replace(day=1, month=(now.month + 2) // 3 * 3))
    return _weekday(word, now)


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _weekday(word: str, now: date) -> date | None:
    for number, name in enumerate(dates.WEEKDAY_NAMES):
        if len(word) >= 3 and name.startswith(word):
            return now + timedelta(days=(number - now.weekday() - 1) % 7 + 1)
    return None


def _spoken(words: str, now: date) -> date | None:
    """A date in several words: `in 3 weeks`, `next friday`, `end of next month`, `4 dec`."""
    return _ahead(words, now) or _next(words, now) or _end(words, now) or _day_of_month(words, now)


def _ahead(words: str, now: date) -> date | None:
    match = _IN.fullmatch(words)
    if match is None:
        return None
    count = int(match["count"]) if match["count"].isdecimal() else _COUNTS[match["count"]]
    if match["unit"] == "month":
        return months_later(now, count)
    return now + timedelta(days=count * (7 if match["unit"] == "week" else 1))


def _next(words: str, now: date) -> date | None:
    first, _, rest = words.partition(" ")
    if first not in ("next", "this", "by", "on", "coming") or not rest:
        return None
    if rest == "week":
        return now + timedelta(days=(_FRIDAY - now.weekday()) + (7 if first == "next" else 0))
    if rest == "month":
        return _month_end(months_later(now.replace(day=1), int(first == "next")))
    monday_next_week = now + timedelta(days=7 - now.weekday())
    return _weekday(rest, monday_next_week - timedelta(days=1) if first == "next" else now)


def _end(words: str, now: date) -> date | None:
    match = _END.fullmatch(words)
    if match is None:
        return None
    further = match["which"] == "next "
    what = match["what"]
    if what == "day":
        return now + timedelta(days=int(further))
    if what == "week":
        return now + timedelta(days=(_FRIDAY - now.weekday()) % 7 + 7 * further)
    if what == "year":
        return date(now.year + further, 12, 31)
    if what == "month":
        return _month_end(months_later(now.replace(day=1), int(further)))
    quarter = months_later(now.replace(day=1), (3 - now.month % 3) % 3 + 3 * further)
    return _month_end(quarter)


def _day_of_month(words: str, now: date) -> date | None:
    match = _DAY_OF_MONTH.fullmatch(words)
    name = (match["month"] or match["month_first"]) if match else ""
    month = next((n for n, each in enumerate(_MONTHS, 1) if name and each.startswith(name)), None)
    if match is None or month is None:
        return None
    day = int(match["day"] or match["day_last"])
    if match["year"]:
        return dates.possible(int(match["year"]), month, day)
    this_year = dates.possible(now.year, month, day)
    return this_year if this_year and this_year >= now else dates.possible(now.year + 1, month, day)
