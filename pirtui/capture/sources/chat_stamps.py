"""The times that chats show beside a name: `9:14 AM`, `Yesterday at 09:15`, `04/05/2026, 09:15:30`."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from pirtui.capture import dates
from pirtui.capture.sources.local_times import Clock
from pirtui.domain.moments import Precision

_CLOCK = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2})[:.](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?"
    r"(?:\s?(?P<half>[ap])\.?\s?m\.?)?$",
    re.I,
)
_BETWEEN = re.compile(r"(?:[\s,]+(?:at|um|à|kl\.?)|,)?\s*$", re.I)
_NUMERIC = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})(?:\2(\d{4}|\d{2}))?\.?$")
_AGO = re.compile(
    r"(?:(?:\d{1,3}|an?|a few) (?:second|minute|min|hour|hr|day|week|month|year)s? ago"
    r"|just now)$",
    re.I,
)
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_LONGEST = 60


@dataclass(frozen=True)
class SaidDay:
    """A day as a chat shows it: one of these is set.

    `stated` is a day of the calendar that may lack its year, `numeric` two numbers whose order is open
    and a year or `None`, `back` a number of days before today, `weekday` one from Monday, which is 0.
    """

    stated: dates.StatedDay | None = None
    numeric: tuple[int, int, int | None] | None = None
    back: int | None = None
    weekday: int | None = None

    @property
    def is_relative(self) -> bool:
        """Whether it depends on the day on which the chat was copied."""
        return self.back is not None or self.weekday is not None


@dataclass(frozen=True)
class ChatStamp:
    """A time beside a message; `ago` says that only a distance was shown (`3 hours ago`)."""

    raw: str
    clock: Clock | None = None
    day: SaidDay | None = None
    ago: bool = False
    has_half: bool = False


def read_stamp(text: str) -> ChatStamp | None:
    """Read a text that is a time and nothing else; `None` if it is not."""
    if len(text) > _LONGEST:
        return None
    raw = _SPACES.sub(" ", text).strip()
    if _AGO.match(raw):
        return ChatStamp(raw, ago=True)
    found = _CLOCK.search(raw)
    clock = _clock(found) if found else None
    if found is None or clock is None:
        return None
    before = raw[: found.start()].strip()
    day = read_day(_BETWEEN.sub("", before)) if before else None
    is_other_number = ":" not in found[0] and not before
    if is_other_number or (before and day is None):
        return None
    return ChatStamp(raw, clock, day, has_half=bool(found["half"]))


def read_day(text: str) -> SaidDay | None:
    """Read a text that is a day and nothing else; `None` if it is not."""
    said = text.strip().strip(",")
    if not said or len(said) > _LONGEST:
        return None
    word = said.lower()
    if word in ("today", "yesterday"):
        return SaidDay(back=("today", "yesterday").index(word))
    if word in dates.WEEKDAY_NAMES:
        return SaidDay(weekday=dates.WEEKDAY_NAMES.index(word))
    numeric = _NUMERIC.match(said)
    if numeric:
        return _numeric(numeric)
    stated = dates.read_day(said, 0)
    if stated is None or said[stated.end :].strip(" .,") or stated.precision is not Precision.DAY:
        return None
    return None if stated.impossible else SaidDay(stated=stated)


def day_first_in(days: list[SaidDay]) -> bool | None:
    """Whether the numeric days of a source put the day first; `None` where none of them tells."""
    numbers = [day.numeric for day in days if day.numeric is not None]
    if any(first > 12 for first, _, _ in numbers):
        return True
    return False if any(second > 12 for _, second, _ in numbers) else None


def resolved(day: SaidDay, today: date, base: date, *, day_first: bool) -> date | None:
    """The day that is meant, read on `today`; a day without a year is the one nearest to `base`."""
    if day.stated is not None:
        return dates.nearest(day.stated, base)
    if day.numeric is not None:
        return _in_order(day.numeric, base, day_first=day_first)
    try:
        back = day.back if day.back is not None else (today.weekday() - (day.weekday or 0)) % 7
        return today - timedelta(days=back)
    except OverflowError:
        return None


def _in_order(numbers: tuple[int, int, int | None], base: date, *, day_first: bool) -> date | None:
    first, second, year = numbers
    number, month = (first, second) if day_first else (second, first)
    return dates.nearest(dates.StatedDay(0, year, month, number), base)


def _numeric(match: re.Match[str]) -> SaidDay | None:
    first, second, year = int(match[1]), int(match[3]), match[4]
    if match[2] in "-." and year is None and match[2] == "-":
        return None
    full = int(year) + (2000 if len(year) == 2 else 0) if year else None
    if match[2] == ".":
        number = dates.StatedDay(0, full, second, first)
        return SaidDay(stated=number) if dates.possible(2000, second, first) else None
    fits = any(dates.possible(2000, *pair) for pair in ((first, second), (second, first)))
    return SaidDay(numeric=(first, second, full)) if fits else None


def _clock(match: re.Match[str]) -> Clock | None:
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if hour > 23 or (half and hour == 0):
        return None
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    second = int(match["second"]) if match["second"] else None
    return Clock(hour, int(match["minute"]), second)
