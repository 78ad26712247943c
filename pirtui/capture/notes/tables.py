"""Tables of Markdown: which column holds the time, which the words, and each row as an entry."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pirtui.capture.notes.declared_zones import DeclaredZone, zone_in_header
from pirtui.capture.notes.lines import NoteLine, is_delimiter
from pirtui.capture.notes.wording import plain, without_notes

_CELL = re.compile(r"(?<!\\)\|")
_TIME = re.compile(
    r"\b(?:time|times|timestamp|when|clock|hour|start(?:ed)?|begin|began|from|at|ts)\b", re.I
)
_DATE = re.compile(r"\b(?:date|day)\b", re.I)
_END = re.compile(r"\b(?:end|ended|until|to|finish(?:ed)?)\b", re.I)
_NO_TIME = re.compile(
    r"\b(?:due|deadline|target|eta|by when|duration|elapsed|took|minutes|length|estimate|spent"
    r"|time to|counts?|sizes?|amounts?|numbers?|totals?|ratios?|age)\b",
    re.I,
)
_ACTOR = re.compile(
    r"^(?:who|actor|author|user|by|role|owner|person|people|name|responder|whom)\b", re.I
)
_LINK = re.compile(r"\b(?:link|links|url|source|reference|permalink|data link)\b", re.I)
_ZONE = re.compile(r"^(?:tz|zone|time ?zone)$", re.I)
_LABEL = re.compile(r"^(?:#|id|no\.?|nr\.?|event|item|step)$", re.I)
_IGNORED = re.compile(r"^evidence for$", re.I)
"""A column of pirtui's own report that points to other parts of it."""

_SHORT_LABEL = re.compile(r"^[A-Z]{0,3}\d{0,4}$")
_MOSTLY = 0.6


@dataclass(frozen=True)
class TableRow:
    """A row of a timeline in a table; `stamp` is the time as the cells spell it, before any words."""

    line: NoteLine
    stamp: str
    first: tuple[str, ...]
    others: tuple[str, ...]
    zone: DeclaredZone | None
    actor: str = ""
    link: str = ""


@dataclass(frozen=True)
class _Columns:
    time: int
    zone_column: int | None
    date: int | None
    end: int | None
    actor: int | None
    link: int | None
    words: tuple[int, ...]
    zone: DeclaredZone | None


def read_table(block: Sequence[NoteLine], is_time: Callable[[str], bool]) -> tuple[TableRow, ...]:
    """The rows of a table that is a timeline, in their order; none if it is another table."""
    rows = [(line, cells(line.text)) for line in block if not is_delimiter(line)]
    delimited = len(block) > 1 and is_delimiter(block[1])
    headers: list[str] = []
    if rows and (delimited or not any(is_time(cell) for cell in rows[0][1])):
        headers, rows = rows[0][1], rows[1:]
    columns = _columns(headers, [row for _, row in rows], is_time)
    if columns is None:
        return ()
    return tuple(_joined(_row(line, row, columns, headers) for line, row in rows if any(row)))


def _joined(rows: Iterable[TableRow]) -> Iterator[TableRow]:
    """A row with nothing but words goes on with what the row above it says."""
    held: TableRow | None = None
    for row in rows:
        if held is not None and not row.stamp and not row.actor:
            held = replace(held, others=(*held.others, *row.first, *row.others))
            continue
        if held is not None:
            yield held
        held = row
    if held is not None:
        yield held


def cells(row: str) -> list[str]:
    """The cells of a row, without the outer pipes; an escaped pipe is a character."""
    found = [cell.strip() for cell in _CELL.split(row.strip())]
    if found and not found[0] and row.lstrip().startswith("|"):
        found = found[1:]
    if found and not found[-1] and row.rstrip().endswith("|"):
        found = found[:-1]
    return [cell.replace("\\|", "|").replace("\\~", "~") for cell in found]


def _columns(
    headers: Sequence[str], rows: Sequence[Sequence[str]], is_time: Callable[[str], bool]
) -> _Columns | None:
    width = max((len(row) for row in rows), default=0)
    timed = [
        place for place in range(width) if _is_timed(_column(rows, place), is_time, _at(headers, place))
    ]
    if not timed:
        return None
    date = next((each for each in timed if _is_day_column(headers, rows, each)), None)
    times = [each for each in timed if each != date] or timed
    time = next((each for each in times if not _is_universal(headers, each)), times[0])
    date = None if date == time else date
    end = next((each for each in timed if each != time and _END.search(_at(headers, each))), None)
    zone_column = next((each for each in range(width) if _ZONE.match(_at(headers, each))), None)
    others = [place for place in range(width) if place not in (*timed, zone_column)]
    actor = _first(others, headers, _ACTOR)
    link = next((each for each in others if each != actor and _LINK.search(_at(headers, each))), None)
    taken = (actor, link)
    words = [each for each in others if each not in taken and not _is_label(headers, rows, each)]
    words = [each for each in words if not _IGNORED.match(_at(headers, each))]
    if not words:
        return None
    return _Columns(
        time, zone_column, date, end, actor, link, tuple(words), zone_in_header(_at(headers, time))
    )


def _is_timed(column: Sequence[str], is_time: Callable[[str], bool], header: str) -> bool:
    """A column of times: most of its cells are times, and its header does not say something else."""
    told = [cell for cell in column if cell.strip(" -–—*")]
    if not told or _NO_TIME.search(header):
        return False
    share = sum(is_time(without_notes(plain(cell))) for cell in told) / len(told)
    return share >= _MOSTLY or (share > 0 and bool(_TIME.search(header)))


def _is_day_column(headers: Sequence[str], rows: Sequence[Sequence[str]], place: int) -> bool:
    header = _at(headers, place)
    told = [cell for cell in _column(rows, place) if cell]
    dated = not any(":" in cell or re.search(r"\d\.\d\d(?!\d)", cell) for cell in told)
    return dated and bool(told) and (bool(_DATE.search(header)) or not _TIME.search(header))


def _is_universal(headers: Sequence[str], place: int) -> bool:
    zone = zone_in_header(_at(headers, place))
    return zone is not None and zone.spelling.upper() in ("UTC", "GMT", "Z")


def _is_label(headers: Sequence[str], rows: Sequence[Sequence[str]], place: int) -> bool:
    """A column of numbers or short labels, which is no text."""
    told = [plain(cell) for cell in _column(rows, place) if cell]
    short = all(_SHORT_LABEL.match(cell) for cell in told)
    return bool(told) and short and (place == 0 or bool(_LABEL.match(_at(headers, place))))


def _row(line: NoteLine, row: Sequence[str], columns: _Columns, headers: Sequence[str]) -> TableRow:
    date = _at(row, columns.date)
    stated = (date, _at(row, columns.time), _at(row, columns.zone_column))
    stamp = " ".join(without_notes(plain(cell)) for cell in stated if cell)
    end = plain(_at(row, columns.end))
    words = [_at(row, place) for place in columns.words]
    told = [place for place, cell in zip(columns.words, words, strict=True) if cell]
    first = _at(row, told[0]) if told else ""
    others = tuple(_labelled(_at(headers, place), _at(row, place)) for place in told[1:])
    return TableRow(
        line,
        f"{stamp} - {end}" if stamp and end else stamp,
        (first,) if first else (),
        others,
        columns.zone,
        plain(_at(row, columns.actor)),
        _address(_at(row, columns.link)),
    )


def _labelled(header: str, cell: str) -> str:
    return f"{plain(header)}: {plain(cell)}" if header else plain(cell)


def _address(cell: str) -> str:
    found = re.search(r"https?://[^\s)>\]]+", cell)
    return found[0] if found else plain(cell)


def _first(places: Sequence[int], headers: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((place for place in places if pattern.search(_at(headers, place).strip("*_ "))), None)


def _column(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    return [_at(row, place) for row in rows]


def _at(cells_of_row: Sequence[str], place: int | None) -> str:
    return cells_of_row[place] if place is not None and place < len(cells_of_row) else ""
