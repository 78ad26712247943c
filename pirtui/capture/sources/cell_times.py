"""The time in a cell of a table, which may be spelled in more ways than in a line."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from pirtui.capture import dates, zones
from pirtui.capture.candidates import Assumptions
from pirtui.capture.reading import Alternative, LineContext
from pirtui.capture.sources import day_order, excel_serials, stamps
from pirtui.capture.sources.day_order import DayOrder
from pirtui.capture.times import read_leading_time
from pirtui.domain.moments import UNKNOWN, Moment

_COUNTED = re.compile(r"(?:1\d{9}|2[0-3]\d{8})(?:[.,]\d{1,9}|\d{3}|\d{6}|\d{9})?")
_MACHINE = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}\S*|\d{8}T\d{6}\S*")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?)?(?!\d)")
_OFFSET_TWICE = re.compile(r"([+-]\d{4}) (?:[A-Z]{3,5}|[+-]\d{2,4})$")
_MIDNIGHT = re.compile(r"(?:[T ]+00:00(?::00(?:\.0+)?)?|,? 12:00(?::00)? AM)$")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_PLAIN = LineContext("", datetime(2020, 1, 1, tzinfo=UTC))
_TAIL = "x"
_END = f" | {_TAIL}"
"""What stands behind a cell while it is read as a line, so that none of it is taken for words."""


@dataclass(frozen=True)
class CellTime:
    """What a cell says about a time, the questions about it, and other readings as times alone.

    `dated` says that the cell names its day itself.
    """

    moment: Moment
    questions: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    dated: bool = False


@dataclass(frozen=True)
class Clocks:
    """What holds for every cell of a table: the order of its dates, and the zone where none is stated.

    `zone` is what stands behind a time, such as `CET`, and wins over the zone of the context.
    """

    order: DayOrder
    zone: str = ""


def is_time(cell: str) -> bool:
    """Whether a cell of an unnamed column is a time and nothing else; a mere number is not."""
    if _NUMBER.fullmatch(cell):
        return _COUNTED.fullmatch(cell) is not None
    return is_named_time(cell)


def is_named_time(cell: str) -> bool:
    """Whether a cell of a column that is called a time is one."""
    text = day_order.rewritten(_unfolded(cell), DayOrder()).text
    if not text or _COUNTED.fullmatch(text):
        return bool(text)
    leading = read_leading_time(f"{text}{_END}", _PLAIN)
    return leading.rest == _TAIL


def has_clock(cell: str) -> bool:
    """Whether a cell names a time of day."""
    leading = read_leading_time(f"{day_order.rewritten(_unfolded(cell), DayOrder()).text}{_END}", _PLAIN)
    return leading.moment.is_clocked


def has_day(cell: str) -> bool:
    """Whether a cell names a day."""
    text = _unfolded(cell)
    if _COUNTED.fullmatch(text):
        return True
    spelled = day_order.rewritten(text, DayOrder()).text
    return dates.read_day(spelled.lstrip("~ "), 0) is not None


def joined(day: str, clock: str) -> str:
    """The cells of a date column and a time column as one."""
    day, clock = _unfolded(day), _unfolded(clock)
    if not day or has_day(clock):
        return clock or day
    return f"{_MIDNIGHT.sub('', day)} {clock}" if clock else _MIDNIGHT.sub("", day)


def read_cell(cell: str, context: LineContext, clocks: Clocks, assumptions: Assumptions) -> CellTime:
    """Read a cell that should hold a time; where it holds none, a question asks for it."""
    text = _unfolded(cell)
    if not text:
        return CellTime(UNKNOWN, ("There is no time in this row. When was it?",))
    at = _instant(text)
    if at is not None:
        return CellTime(stamps.moment(at, cell, assumptions.zone), dated=True)
    spelled = day_order.rewritten(text, clocks.order)
    asked = (spelled.question,) if spelled.question else ()
    found = _understood(spelled.text, context, clocks)
    return CellTime(
        found.moment.changed(raw=cell), (*asked, *found.questions), found.alternatives, has_day(cell)
    )


def _instant(text: str) -> datetime | None:
    """A count from 1970 or a stamp of a machine that names its zone."""
    if _COUNTED.fullmatch(text):
        whole = re.split(r"[.,]", text)[0]
        return stamps.epoch(text.replace(",", "."), 10 ** (len(whole) - 10))
    return stamps.instant(text) if _MACHINE.fullmatch(text) else None


def _understood(text: str, context: LineContext, clocks: Clocks) -> CellTime:
    leading = read_leading_time(f"{text} {clocks.zone}{_END}", context)
    if not clocks.zone or leading.rest != _TAIL:
        leading = read_leading_time(f"{text}{_END}", context)
    others = tuple(
        Alternative(other.name, other.line.removesuffix(_END))
        for other in leading.alternatives
        if not other.line.startswith("\\")
    )
    if leading.moment.start is None:
        asked = leading.doubts or (f"“{text}” is not a time that can be placed. When was it?",)
        return CellTime(UNKNOWN, asked, others)
    if leading.rest == _TAIL:
        return CellTime(leading.moment, leading.doubts, others)
    doubt = f"“{text}” was read as {leading.moment.raw}. Is that right?"
    return CellTime(leading.moment, (doubt, *leading.doubts), others)


def _unfolded(cell: str) -> str:
    """A cell with numbers and compact stamps spelled as dates."""
    text = " ".join(cell.split())
    text = text[1:-1].strip() if text[:1] + text[-1:] in ("[]", "()") else text
    serial = excel_serials.spelled(text) or excel_serials.clock(text)
    if serial:
        return serial
    compact = None if _COUNTED.fullmatch(text) else _COMPACT.match(text)
    if compact:
        year, month, day, hour, minute, second = compact.groups()
        clock = f" {hour}:{minute}" + (f":{second}" if second else "") if hour else ""
        return f"{year}-{month}-{day}{clock}{text[compact.end() :]}"
    return _OFFSET_TWICE.sub(r"\1", text)


def stated_zone(words: str) -> str:
    """The zone named in a header such as `Time (CET)` or `time_utc`, as it stands behind a time."""
    for match in re.finditer(r"[\[(]([^)\]]+)[)\]]|(?<![^\s_-])(\S+)$", words.replace("_", " ")):
        text = (match[1] or match[2]).strip()
        spelling = text.upper() if text.lower() in ("utc", "gmt") else text
        zone = zones.read_zone(spelling, 0, minus=True)
        if zone is not None and zone.end == len(spelling) and spelling != "Z":
            return spelling
    return ""
