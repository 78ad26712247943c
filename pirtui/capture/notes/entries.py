"""What an entry of a timeline in notes is, and how to see that a line begins one."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from pirtui.capture.notes.lines import LineKind, NoteLine
from pirtui.capture.notes.subjects import Subject, subject_within
from pirtui.capture.notes.tables import TableRow
from pirtui.capture.notes.wording import without_notes
from pirtui.capture.reading import LineContext
from pirtui.capture.times import LeadingTime, read_leading_time
from pirtui.domain.moments import Moment, Precision

_DOTTED = Moment(raw="00.00")
_SOMEWHERE = LineContext("", datetime(2020, 6, 15, 12, tzinfo=UTC), date(2020, 6, 15), _DOTTED)
"""Any context will do to see whether a line begins with a time at all."""

_ELSEWHERE = replace(_SOMEWHERE, zone="Pacific/Kiritimati", on=date(2020, 6, 16))
"""Another day, and a zone that notes hardly name: what is the same there is stated by the line."""

_RELATIVE = re.compile(r"(?:now\b|\+|d[+-]\d|\?)", re.I)
_CLOCK_LIKE = re.compile(r"\W{0,4}[~c]?\W{0,2}(?:\d{4,5}-\d\d?-\d\d?|\d{1,3}[:.]\d\d)")
_FOUR_DIGITS = re.compile(r"\W{0,4}(?:[01]\d|2[0-3])[0-5]\d(?!\d)")
_DAYLIKE = (Precision.DAY, Precision.MONTH, Precision.YEAR)
_SEPARATOR = re.compile(r"[*_`\])]+|\s*(?:[-–—:|=>]|$)")
_SAID = re.compile(r"^(\s*[-*•+]\s+(?:\*\*|__))by\s+(?=\d)|^(\s*[-*•+]\s+(?:\*\*|__)?)at\s+(?=\d)", re.I)
"""A bullet that says "at" or, in bold, "by" before its time."""

_ENCLOSING = ("*", "_", "`", "[", "(", "<")
_SEPARATING = (":", "-", "–", "—", "|", ";", ">", "=", "<")


@dataclass(frozen=True)
class Section:
    """Where in the notes a line stands: the headings above it, the outermost first."""

    headings: tuple[NoteLine, ...] = ()
    label: NoteLine | None = None

    @property
    def subject(self) -> Subject:
        """What it is about: what its nearest heading says, else the one above that."""
        names = [heading.text for heading in self.headings[1:] or self.headings]
        if self.label is not None:
            names.append(self.label.text)
        return subject_within(names)


@dataclass(frozen=True)
class Entry:
    """Something that begins with a time, or the prose between two such things.

    `stamp` is the text that begins with the time; empty for prose. `first` holds the lines of its first
    paragraph, the words behind the stamp left out, and `others` those that follow it.
    """

    line: NoteLine
    section: Section
    stamp: str = ""
    first: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    row: TableRow | None = None

    @property
    def words(self) -> str:
        """What is read as the entry's time: of a row, its time alone and a stand-in for words."""
        return f"{self.stamp} | x" if self.row is not None else self.stamp

    @property
    def is_heading(self) -> bool:
        """Whether the time stands in a heading."""
        return self.line.kind is LineKind.HEADING


def leading(line: str, context: LineContext = _SOMEWHERE) -> LeadingTime | None:
    """The time that an entry of notes begins with; `None` if it begins with none.

    A relative time is none here, nor is a date that a sentence begins with.
    """
    words = _SAID.sub(r"\1\2", without_notes(line))
    read = read_leading_time(words, context)
    if not read.moment.raw:
        return read if read.doubts and _CLOCK_LIKE.match(words.lstrip(" -*+•#[(_>")) else None
    if _RELATIVE.match(read.moment.raw):
        return None
    return None if _is_sentence(words, read) else read


@dataclass(frozen=True)
class Shape:
    """What the time of an entry says by itself: `raw` its spelling, `clock` its wall clock.

    `dated` and `zoned` say that it states its own day and its own zone.
    """

    raw: str
    clock: datetime | None
    dated: bool
    zoned: bool


def shape_of(entry: Entry) -> Shape | None:
    """The shape of an entry's time; `None` if it cannot be placed on any day."""
    here, there = leading(entry.words), leading(entry.words, _ELSEWHERE)
    if here is None or there is None or here.moment.start is None or there.moment.start is None:
        return None
    first, second = here.moment.start, there.moment.start
    return Shape(
        here.moment.raw,
        first.replace(tzinfo=None) if here.moment.is_clocked else None,
        first.date() == second.date(),
        first.utcoffset() == second.utcoffset(),
    )


def counted(line: str) -> bool:
    """Whether a line begins with four digits that more probably count something: "1500 requests"."""
    read = read_leading_time(line, _SOMEWHERE)
    return not read.moment.raw and bool(read.doubts) and _FOUR_DIGITS.match(line) is not None


@dataclass(frozen=True)
class StampStyle:
    """How a stamp is set off from its words: what encloses it, and what stands behind it."""

    enclosed: str
    separator: str

    @property
    def is_marked(self) -> bool:
        """Whether anything sets it off at all."""
        return bool(self.enclosed or self.separator)


def style_of(line: str, stamp: LeadingTime) -> StampStyle:
    """The style of the stamp at the beginning of a line."""
    words = without_notes(line)
    start = max(words.find(stamp.moment.raw), 0)
    before = words[:start].strip()[-1:]
    behind = words[start + len(stamp.moment.raw) :].lstrip("*_`]) ")
    enclosed = before if before in _ENCLOSING else ""
    return StampStyle(enclosed, behind[:1] if behind[:1] in _SEPARATING else "")


def _is_sentence(words: str, read: LeadingTime) -> bool:
    """Whether a date merely begins a sentence: "June 28, 2024 was a Friday"."""
    raw = read.moment.raw
    if not read.rest or read.moment.precision not in _DAYLIKE or raw[:4].isdigit():
        return False
    behind = words[words.find(raw) + len(raw) :]
    return _SEPARATOR.match(behind) is None
