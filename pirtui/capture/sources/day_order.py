"""Dates such as `4/5/2026`: which number is the day, decided from all of a source's dates together."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pirtui.capture import dates

_NUMERIC = re.compile(
    r"(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})(?![\d/-]|\.\d)"
)
_YEAR_LAST = re.compile(
    r"(?:[A-Z][a-z]{2} )?(?P<month>[A-Z][a-z]{2}) {1,2}(?P<day>\d{1,2}) "
    r"(?P<clock>\d{2}:\d{2}:\d{2}) (?P<year>\d{4})\b"
)
_HYPHENATED = re.compile(
    r"(?P<day>\d{1,2})[-/ ](?P<month>[A-Za-z]{3,9})[-/ ,]+(?P<year>\d{4}|\d{2})(?=[ ,:]|$)"
)
_CLOCK_FOLLOWS = re.compile(r",?\s+\d{1,2}[:.]\d{2}")


@dataclass(frozen=True)
class DayOrder:
    """Whether the day comes before the month.

    `assumed` says that no date settles it, `mixed` that the dates contradict each other. `example` is
    a date that could be read both ways, or empty.
    """

    day_first: bool = True
    assumed: bool = False
    mixed: bool = False
    example: str = ""

    @property
    def question(self) -> str:
        """What to ask once where the order is only assumed; else empty."""
        written = _match(self.example) if self.assumed else None
        if written is None:
            return ""
        taken, other = _days(written)
        if taken is None or other is None:
            return ""
        return f"{written[0]} is read day first, as {_day(taken)}. Is it {_day(other)}?"


@dataclass(frozen=True)
class Rewritten:
    """A time with its date in the order year, month, day, and a question about it or an empty text."""

    text: str
    question: str = ""


def decided(texts: Iterable[str], day_first: bool | None) -> DayOrder:
    """The order that these dates share; `day_first` decides where somebody has said it."""
    if day_first is not None:
        return DayOrder(day_first)
    seen_day_first = seen_month_first = False
    example = ""
    for match in filter(None, map(_match, texts)):
        first, second = int(match["first"]), int(match["second"])
        seen_day_first = seen_day_first or first > 12
        seen_month_first = seen_month_first or second > 12
        if not example and first != second and max(first, second) <= 12:
            example = match[0]
    if seen_day_first != seen_month_first:
        return DayOrder(seen_day_first)
    return DayOrder(assumed=not seen_day_first, mixed=seen_day_first, example=example)


def rewritten(text: str, order: DayOrder) -> Rewritten:
    """Spell the date at the start of a text so that the parser of times knows it.

    `4/5/2026` becomes `2026-05-04`, `Mon May 4 09:12:30 2026` and `04-May-26` lose their odd order, and
    other texts stay as they are.
    """
    match = _match(text)
    if match is None:
        return Rewritten(_in_words(text))
    day_first, month_first = _days(match)
    wanted, other = (day_first, month_first) if order.day_first else (month_first, day_first)
    taken = wanted or other
    if taken is None:
        return Rewritten(text)
    question = ""
    if wanted is None and not order.mixed:
        question = f"{match[0]} cannot be in the order of the other dates. Is it {_day(taken)}?"
    elif order.mixed and other is not None and other != taken:
        question = f"{match[0]} is read as {_day(taken)}. Is it {_day(other)}?"
    return Rewritten(taken.isoformat() + text[match.end() :], question)


def first_to_ask(texts: Iterable[str], order: DayOrder) -> int | None:
    """The position of the first text at which the question about the order is asked."""
    if not order.question:
        return None
    return next((number for number, text in enumerate(texts) if text.startswith(order.example)), None)


def _in_words(text: str) -> str:
    """Dates with the name of a month, in the order day, month, year."""
    machine = _YEAR_LAST.match(text)
    if machine:
        day = f"{machine['day']} {machine['month']} {machine['year']} {machine['clock']}"
        return day + text[machine.end() :]
    hyphenated = _HYPHENATED.match(text)
    if hyphenated is None:
        return text
    year = int(hyphenated["year"]) + (2000 if len(hyphenated["year"]) == 2 else 0)
    behind = text[hyphenated.end() :].lstrip(":")
    joint = " " if behind and not behind[0].isspace() and behind[0] != "," else ""
    return f"{hyphenated['day']} {hyphenated['month'].capitalize()} {year}{joint}{behind}"


def _match(text: str) -> re.Match[str] | None:
    match = _NUMERIC.match(text)
    if match is None:
        return None
    could_be_clock = match["mark"] == "." and len(match["year"]) == 2
    return None if could_be_clock and not _CLOCK_FOLLOWS.match(text, match.end()) else match


def _days(match: re.Match[str]) -> tuple[date | None, date | None]:
    """The date read day first and read month first; `None` where the calendar has none."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    year += 2000 if len(match["year"]) == 2 else 0
    return dates.possible(year, second, first), dates.possible(year, first, second)


def _day(day: date) -> str:
    return f"{day.day} {dates.MONTHS[day.month - 1]}"
