"""The day on which notes begin, from the title, a label or a sentence above the timeline."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pirtui.capture import dates
from pirtui.capture.notes.lines import LineKind, NoteLine
from pirtui.capture.notes.wording import plain
from pirtui.domain.moments import Precision

_LABEL = re.compile(
    r"[\W_]*(?P<label>[A-Za-z][A-Za-z ]{0,40}?)\s*(?:\*\*|__)?\s*:\s*(?:\*\*|__)?\s*(?P<value>\S.*)"
)
_OF_INCIDENT = re.compile(
    r"(?:incident\s+)?(?:date|dates|day|when|from|start(?:ed)?(?: (?:date|time|at|on))?|began"
    r"|occurred(?: on)?|happened(?: on)?|date of (?:the )?incident|outage (?:date|start)"
    r"|incident (?:from|start(?:ed)?|began|on)"
    r"|first (?:detected|seen|noticed)|detected|impact start(?:ed)?)",
    re.I,
)
_FRONT_DATE = re.compile(r"(?:incident[_ -]?(?:date|day)|occurred(?:_on)?|happened(?:_on)?)$", re.I)
_SPAN = re.compile(
    r"(\d{1,2}(?:st|nd|rd|th)?)\s*(?:-|–|—|to|and)\s*\d{1,2}(?:st|nd|rd|th)?(?=,?\s+(?:\d{4}|[A-Z]))"
)
_DAY_START = re.compile(r"(?<![\w./-])(?:\d{1,4}(?=[-/. ]|st|nd|rd|th)|[A-Z][a-z]{2,9}\b)")
_OF_THE_REVIEW = re.compile(
    r"[\W_]*(?:retro|review|post-?mortem|meeting|published|written|created|updated|last|due|author"
    r"|report)"
    r"[A-Za-z ]{0,30}[*_]*\s*:",
    re.I,
)
_IN_WORDS = (LineKind.TEXT, LineKind.BULLET, LineKind.QUOTE, LineKind.LABEL, LineKind.ROW)
_WEEKDAY = re.compile(r"\W*(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|r|ur)?(?:day)?\b", re.I)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/(?:\d{4}|\d{2}))?(?![\d/])")
_WEEK, _MONTHS, _DAYS = 7, 12, 31
_MONTH_YEAR = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?,? (?:19|20)\d{2}\b"
)
_MAY_NAME_MONTH = (LineKind.HEADING, LineKind.TEXT, LineKind.FRONT, LineKind.LABEL)
_MAIL_HEADER = 4


@dataclass(frozen=True)
class DeclaredDay:
    """The day on which notes begin, and where they say so."""

    day: date
    said_in: str


def declared_day(lines: Sequence[NoteLine], before: int, day_first: bool | None) -> DeclaredDay | None:
    """The day on which the timeline begins, from what stands before line `before`.

    A labelled date wins over the title's, the title's over one in a sentence.
    """
    above = [line for line in lines if line.number < before]
    readers = (
        _front_incident_day,
        _labelled_day,
        _title_day,
        _sentence_day,
        _titled_month,
        _mail_day,
        _front_day,
    )
    for reader in readers:
        found = reader(above, day_first)
        if found:
            return found
    return None


def day_in_heading(words: str, near: date, day_first: bool | None) -> date | None:
    """The day that a heading names somewhere in its words; without a year, the one nearest to `near`."""
    full = next(days_in(words, day_first), None)
    if full is not None:
        return full
    bare = plain(words)
    for match in _DAY_START.finditer(bare):
        stated = dates.read_day(bare, match.start())
        if stated is not None and not stated.impossible and stated.precision is Precision.DAY:
            return dates.nearest(stated, near)
    weekday = _WEEKDAY.match(bare)
    if weekday is None:
        return None
    ahead = (dates.WEEKDAYS.index(weekday[1].capitalize()) - near.weekday()) % _WEEK
    return near + timedelta(days=ahead)


def day_order(lines: Sequence[NoteLine]) -> bool | None:
    """Whether days stand first in the dates with slashes, where any of them settles it for all."""
    found = [(int(match[1]), int(match[2])) for line in lines for match in _SLASHED.finditer(line.whole)]
    day_first = any(_MONTHS < first <= _DAYS and 0 < second <= _MONTHS for first, second in found)
    month_first = any(_MONTHS < second <= _DAYS and 0 < first <= _MONTHS for first, second in found)
    return day_first if day_first is not month_first else None


def days_in(words: str, day_first: bool | None = None) -> Iterator[date]:
    """Every full date in a text, in its order; of a span such as "January 14-19, 2026" the first day."""
    bare = _SPAN.sub(r"\1", plain(words))
    position = 0
    while match := _DAY_START.search(bare, position):
        stated = dates.read_day(bare, match.start())
        position = match.end()
        if stated is None or stated.year is None or stated.impossible:
            continue
        found = dates.possible(stated.year, stated.month, stated.day)
        found = stated.swapped if day_first is False and stated.swapped else found
        position = max(position, stated.end)
        if found is not None:
            yield found


def _front_incident_day(lines: Sequence[NoteLine], day_first: bool | None) -> DeclaredDay | None:
    for line in lines:
        name, _, value = line.text.partition(":")
        if line.kind is LineKind.FRONT and _FRONT_DATE.match(name.strip()):
            for day in days_in(value.replace('"', " "), day_first):
                return DeclaredDay(day, "the front matter")
    return None


def _labelled_day(lines: Sequence[NoteLine], day_first: bool | None) -> DeclaredDay | None:
    for line in lines:
        if line.kind in (LineKind.FRONT, LineKind.CODE, LineKind.REFERENCE):
            continue
        match = _LABEL.match(line.text.strip("|").replace("|", ":"))
        if _is_of_mail(lines, line):
            continue
        if match and _OF_INCIDENT.fullmatch(match["label"].strip()):
            for day in days_in(match["value"], day_first):
                return DeclaredDay(day, f"“{match['label'].strip()}”")
    return None


def _title_day(lines: Sequence[NoteLine], day_first: bool | None) -> DeclaredDay | None:
    for line in lines:
        titled = line.kind is LineKind.FRONT and line.text.lower().startswith("title")
        if titled or line.kind is LineKind.HEADING:
            for day in days_in(line.text.replace('"', " "), day_first):
                return DeclaredDay(day, "the title" if titled or line.level == 1 else "a heading")
    return None


def _titled_month(lines: Sequence[NoteLine], _day_first: bool | None) -> DeclaredDay | None:
    """The first day of a month that a title or a sentence names: it tells the year of other days."""
    for line in lines:
        match = _MONTH_YEAR.search(plain(line.text)) if line.kind in _MAY_NAME_MONTH else None
        day = next(days_in(f"1 {match[0]}"), None) if match else None
        if day is not None:
            return DeclaredDay(day, "the title" if line.level else "a sentence above the timeline")
    return None


def _mail_day(lines: Sequence[NoteLine], day_first: bool | None) -> DeclaredDay | None:
    """The day on which a mail was sent is that of its story, or the one after."""
    for line in lines:
        if _is_of_mail(lines, line):
            for day in days_in(line.text, day_first):
                return DeclaredDay(day, "the mail")
    return None


def _is_of_mail(lines: Sequence[NoteLine], line: NoteLine) -> bool:
    if not line.text.lower().startswith(("date:", "sent:")):
        return False
    near = (each.text.lower() for each in lines if abs(each.number - line.number) <= _MAIL_HEADER)
    return any(text.startswith(("subject:", "from:", "to:")) for text in near)


def _sentence_day(lines: Sequence[NoteLine], day_first: bool | None) -> DeclaredDay | None:
    for line in lines:
        if line.kind not in _IN_WORDS or _OF_THE_REVIEW.match(line.text) or _is_of_mail(lines, line):
            continue
        for day in days_in(line.text, day_first):
            return DeclaredDay(day, "a sentence above the timeline")
    return None


def _front_day(lines: Sequence[NoteLine], day_first: bool | None) -> DeclaredDay | None:
    """The date of a page is seldom that of the incident, but better than none."""
    for line in lines:
        if line.kind is LineKind.FRONT and re.match(r"date\s*[:=]", line.text):
            for day in days_in(line.text.replace('"', " "), day_first):
                return DeclaredDay(day, "the date of the page")
    return None
