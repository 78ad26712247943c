"""Rows of a table in a text: which mark divides the cells, and where each row begins."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

_DELIMITERS = (",", ";", "\t", "|")
_STATED = re.compile(r"sep=(.)[ \t]*(?:\n|$)", re.I)
_SNIFFED = 8_000
_SAMPLED_ROWS = 200
_LONGEST_CELL = 131_072
_MOST_STRAY_QUOTES = 20
_GUARD = re.compile(r"^'(?=[=+\-@\t])")
_FORMULA_TEXT = re.compile(r'="(.*)"', re.S)


@dataclass(frozen=True)
class Row:
    """The cells of one row, the line on which it begins, and the source's own wording."""

    line: int
    cells: tuple[str, ...]
    wording: str

    @property
    def is_empty(self) -> bool:
        """Whether no cell says anything."""
        return not any(self.cells)


@dataclass(frozen=True)
class Table:
    """The rows that say something; `width` is the usual number of cells, `share` how usual it is."""

    rows: tuple[Row, ...]
    delimiter: str
    width: int
    share: float
    notices: tuple[str, ...] = ()


def table_of(text: str) -> Table:
    """Read a text as a table, with the mark between the cells that gives the most even rows."""
    stated = _STATED.match(text)
    if stated:
        return _table(text, stated[1], first=2)
    sample = "\n".join(text.split("\n", _SAMPLED_ROWS)[:_SAMPLED_ROWS])
    sniffed = _sniffed(sample[:_SNIFFED])
    tables = [_table(sample, delimiter) for delimiter in _DELIMITERS]
    best = max(tables, key=lambda each: (round(each.share, 2), each.delimiter == sniffed, each.width))
    return _table(text, best.delimiter)


def _sniffed(sample: str) -> str:
    """What the library's sniffer takes for the mark between cells; empty where it finds none."""
    try:
        return csv.Sniffer().sniff(sample, "".join(_DELIMITERS)).delimiter
    except csv.Error:
        return ""


def _table(text: str, delimiter: str, first: int = 1) -> Table:
    lines = text.split("\n")
    stray: list[int] = []
    rows = tuple(row for row in _rows(lines, first - 1, delimiter, stray) if not row.is_empty)
    widths = Counter(len(row.cells) for row in rows if len(row.cells) > 1)
    width, count = widths.most_common(1)[0] if widths else (1, 0)
    share = count / len(rows) if rows else 0.0
    notices = tuple(
        f"Line {line} opens a quotation mark that nothing closes; the mark was read as text."
        for line in stray[:1]
    )
    return Table(rows, delimiter, width, share, notices)


def _rows(lines: list[str], start: int, delimiter: str, stray: list[int]) -> Iterator[Row]:
    """The rows from this line on; lines with a quotation mark that nothing closes go to `stray`."""
    position = start
    while position < len(lines):
        literally = len(stray) >= _MOST_STRAY_QUOTES
        try:
            for behind, row in _parsed(lines, position, delimiter, literally=literally):
                position = behind
                yield row
        except csv.Error:
            stray.append(position + 1)
            cells = _literal_cells(lines[position], delimiter)
            yield _row(lines, position, position + 1, cells)
            position += 1


def _parsed(
    lines: list[str], start: int, delimiter: str, *, literally: bool
) -> Iterator[tuple[int, Row]]:
    """Rows with the line behind each.

    Raises:
        csv.Error: where a quotation mark is never closed.
    """
    ended = False

    def fed() -> Iterator[str]:
        nonlocal ended
        for number in range(start, len(lines)):
            yield lines[number] + "\n"
        ended = True

    skipped = delimiter != "\t"
    reader = (
        csv.reader(fed(), delimiter=delimiter, quoting=csv.QUOTE_NONE, skipinitialspace=skipped)
        if literally
        else csv.reader(fed(), delimiter=delimiter, skipinitialspace=skipped)
    )
    position = start
    for cells in reader:
        behind = start + reader.line_num
        if ended:
            raise csv.Error
        yield behind, _row(lines, position, behind, cells)
        position = behind


def _literal_cells(line: str, delimiter: str) -> list[str]:
    if len(line) > _LONGEST_CELL:
        return line.split(delimiter)
    return next(csv.reader([line], delimiter=delimiter, quoting=csv.QUOTE_NONE), [])


def _row(lines: list[str], start: int, end: int, cells: list[str]) -> Row:
    return Row(start + 1, tuple(map(_cell, cells)), "\n".join(lines[start:end]))


def _cell(text: str) -> str:
    """A cell without what spreadsheets put around it so that nobody takes it for a formula."""
    stripped = text.strip()
    formula = _FORMULA_TEXT.fullmatch(stripped)
    return formula[1].strip() if formula else _GUARD.sub("", stripped, count=1)
