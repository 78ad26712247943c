"""Due dates as they are said: `2026-12-04`, `fri`, `+2w`, `eow`, `eoq`."""

import re
from calendar import monthrange
from datetime import date, timedelta

from pirtui.capture import dates, zones
from pirtui.capture.reading import LineContext

_STEP = re.compile(r"\+(\d{1,3})([dwm])", re.I)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FRIDAY = 4


def today(context: LineContext) -> date:
    """Today's date in the zone of the review."""
    return zones.in_zone(context.now, zones.review_zone(context.zone)).date()


def read_due(value: str, now: date) -> date | None:
    """The date that is meant, counted from `now`; `None` if this is no date.

    A weekday is the next one after today; `eow` is this week's Friday, or the next on a weekend.
    """
    word = value.casefold()
    match = _ISO.fullmatch(word)
    if match:
        return dates.possible(int(match[1]), int(match[2]), int(match[3]))
    try:
        return _stepped(word, now) or _named(word, now)
    except OverflowError:
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
        return _month_end(now, now.month)
    if word == "eoq":
        return _month_end(now, (now.month + 2) // 3 * 3)
    return _weekday(word, now)


def _month_end(day: date, month: int) -> date:
    return day.replace(month=month, day=monthrange(day.year, month)[1])


def _weekday(word: str, now: date) -> date | None:
    for number, name in enumerate(dates.WEEKDAY_NAMES):
        if len(word) >= 3 and name.startswith(word):
            return now + timedelta(days=(number - now.weekday() - 1) % 7 + 1)
    return None
