"""A table with its header found and its columns named, and whether a text is one at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pirtui.capture.material import Material
from pirtui.capture.sources import cell_times, column_names, column_roles
from pirtui.capture.sources.column_roles import Columns
from pirtui.capture.sources.table_rows import Row, Table, table_of

_LOOKED_AT = 40_000
_MARKDOWN = re.compile(
    r"^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*$|^[ \t]*```", re.M
)
_PROSE_BEGINS = re.compile(r"\s*(?:#{1,6} |[-*>] |\||```|---\n|commit [0-9a-f]{7})")
_EVEN = 0.8
_EVEN_WITH_HEADER = 0.5
_HASH = re.compile(r"[0-9a-f]{7,64}")
_CHAT_MARKS = frozenset(("-->", "<--", "--", "*", "=!="))
_MILLISECONDS = re.compile(r"\d{3}(?: |$)")
_DECLARED = re.compile(r"\btimes?\b.{0,30}?\bin\s+(.{1,40}?)\.?$", re.I)


@dataclass(frozen=True)
class Layout:
    """A table with its columns: the rows below the header, and what stands above it.

    `named` says that the header is known as one by the names in it.
    """

    table: Table
    columns: Columns
    rows: tuple[Row, ...]
    above: tuple[Row, ...]
    named: bool

    @property
    def has_time(self) -> bool:
        """Whether any column says when."""
        return column_names.TIME in self.columns.roles or column_names.DATE in self.columns.roles

    @property
    def declared_zone(self) -> str:
        """The zone that a line above the table declares, such as `All times in CET`; else empty."""
        return next(filter(None, map(_declared, self.above)), "")

    def cell(self, row: Row, role: str) -> str:
        """What the first column with this role holds in a row; empty where there is none."""
        return cell_at(row, self.columns.index(role))


def is_table(material: Material) -> bool:
    """Whether this is a table with times, and no Markdown, prose, chat or log of commits."""
    if material.members or material.looks_like_json:
        return False
    text = _beginning(material.text_or_nothing)
    if _MARKDOWN.search(text) or _PROSE_BEGINS.match(text):
        return False
    table = table_of(text)
    if len(table.rows) < 2 or table.width < 2:
        return False
    layout = layout_of(table)
    if table.share < (_EVEN_WITH_HEADER if layout.named else _EVEN) or not layout.has_time:
        return False
    return layout.named or not _is_another_format(layout)


def _beginning(text: str) -> str:
    if len(text) <= _LOOKED_AT:
        return text
    return text[: text.rfind("\n", 0, _LOOKED_AT) + 1] or text[:_LOOKED_AT]


def _is_another_format(layout: Layout) -> bool:
    """Logs of chats, commits and programs also have even columns, but no header."""
    if layout.table.delimiter == "|":
        return True
    firsts = [row.cells[0] for row in layout.rows]
    seconds = [row.cells[1] for row in layout.rows if len(row.cells) > 1]
    if layout.table.delimiter == "\t" and _CHAT_MARKS.intersection(seconds):
        return True
    if all(_HASH.fullmatch(cell) and not cell.isdigit() for cell in firsts):
        return True
    millis = sum(1 for cell in seconds if _MILLISECONDS.match(cell))
    return layout.table.delimiter == "," and millis * 2 > len(seconds)


def layout_of(table: Table, given: Sequence[tuple[str, str]] = ()) -> Layout:
    """Find the header of a table and what its columns hold; `given` says it by their headers."""
    position = column_roles.header_of(table.rows, table.width)
    header = None if position is None else table.rows[position]
    first = 0 if position is None else position + 1
    rows = tuple(
        _trimmed(row, header, table)
        for row in table.rows[first:]
        if header is None or row.cells != header.cells
    )
    named = header is not None and column_roles.names_time(header.cells)
    columns = column_roles.columns_of(header, rows, table.width, given)
    return Layout(table, columns, rows, table.rows[: position or 0], named)


def _trimmed(row: Row, header: Row | None, table: Table) -> Row:
    """A row without more cells than there are columns: a mark in the last text has split it."""
    width = len(header.cells) if header else table.width
    if len(row.cells) <= width or width < 2:
        return row
    joint = table.delimiter if table.delimiter == "\t" else f"{table.delimiter} "
    last = joint.join(row.cells[width - 1 :]).strip(f"{table.delimiter} ")
    return replace(row, cells=(*row.cells[: width - 1], last))


def cell_at(row: Row, column: int | None) -> str:
    """What a row holds in a column; empty where it has none."""
    return row.cells[column] if column is not None and column < len(row.cells) else ""


def _declared(row: Row) -> str:
    """The zone that a line above the table declares, such as `All times in CET`."""
    match = _DECLARED.search(" ".join(row.cells))
    return cell_times.stated_zone(f"({match[1]})") if match else ""
