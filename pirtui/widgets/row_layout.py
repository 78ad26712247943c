"""How one row of a list is wrapped: its columns, its lines, and what each piece of a line is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len

from pirtui.domain.visible import visible, visible_lines
from pirtui.widgets.wrapping import elided, wrapped

_WIDEST_LEAD = 15
_WIDEST_BADGE = 7
_NARROWEST_BODY = 16
_NARROWEST_WRAPPED = 4
_MARGIN = 2

Piece = tuple[str, str]
"""A piece of a line: its text, and the role that gives it its style."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A short remark after a row's text."""

    text: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `lead` and `badge` in their columns, the text with its tags, the detail beneath.

    `kind` is `item`, `rule` (a new day), `heading`, `silence` or `hint`. A row without a `key` cannot be
    highlighted.
    """

    key: str
    lead: str = ""
    badge: str = ""
    text: str = ""
    tags: tuple[Tag, ...] = ()
    detail: str = ""
    tone: str = ""
    depth: int = 0
    kind: str = "item"


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths, in cells, that all rows of a list share."""

    width: int = 0
    lead: int = 0
    badge: int = 0

    @property
    def body(self) -> int:
        """Where the text begins."""
        return _MARGIN + (self.lead + 1 if self.lead else 0) + (self.badge + 1 if self.badge else 0)


def columns_for(rows: Iterable[Row], width: int) -> Columns:
    """Columns that fit these rows."""
    widths = [natural_widths(row) for row in rows]
    lead = max((lead for lead, _ in widths), default=0)
    badge = max((badge for _, badge in widths), default=0)
    return columns_within(lead, badge, width)


def natural_widths(row: Row) -> tuple[int, int]:
    """The cells that a row's lead and badge would take."""
    return (_cells(row.lead), _cells(row.badge)) if row.kind == "item" else (0, 0)


def columns_within(lead: int, badge: int, width: int) -> Columns:
    """Columns for the widest lead and badge; they give way when the text would be squeezed."""
    columns = Columns(width, min(lead, _WIDEST_LEAD), min(badge, _WIDEST_BADGE))
    if width - columns.body < _NARROWEST_BODY:
        columns = Columns(width, columns.lead, 0)
    if width - columns.body < _NARROWEST_BODY // 2:
        columns = Columns(width, 0, 0)
    return columns


@dataclass(frozen=True, slots=True)
class RowLayout:
    """A row wrapped for a width; `height` is in lines."""

    row: Row
    columns: Columns
    plain: str
    body_lines: tuple[tuple[int, int], ...]
    detail_plain: str
    detail_lines: tuple[tuple[int, int], ...]
    height: int

    def line(self, number: int, *, mark: Piece) -> list[Piece]:
        """The pieces of one of the row's lines; `mark` stands in the margin, two cells wide."""
        if number >= len(self.body_lines):
            start, end = self.detail_lines[number - len(self.body_lines)]
            return [mark, (self._indent(), ""), (self.detail_plain[start:end], "muted")]
        if self.row.kind != "item":
            return [mark, *_announced(self, number)]
        return [mark, *self._columns(number), *self._body(*self.body_lines[number])]

    def _indent(self) -> str:
        if self.row.kind != "item":
            return ""
        return " " * (self.columns.body - _MARGIN + _indentation(self.row, self.columns))

    def _columns(self, number: int) -> list[Piece]:
        row, columns = self.row, self.columns
        if number:
            return [(self._indent(), "")]
        indentation = _indentation(row, columns)
        pieces: list[Piece] = []
        if columns.lead:
            pieces.append((f"{_padded(row.lead, columns.lead)} ", "lead"))
        if columns.badge:
            pieces.append((f"{_padded(row.badge, columns.badge)} ", "badge"))
        if indentation:
            pieces.append((f"{' ' * (indentation - 2)}└ ", "muted"))
        return pieces

    def _body(self, start: int, end: int) -> list[Piece]:
        pieces: list[Piece] = []
        place = 0
        for text, role in _body_pieces(self.row):
            begin, finish = max(start, place), min(end, place + len(text))
            if begin < finish:
                pieces.append((text[begin - place : finish - place], role))
            place += len(text)
        return pieces


def laid_out(row: Row, columns: Columns) -> RowLayout:
    """Wrap a row for these columns."""
    plain = "".join(text for text, _ in _body_pieces(row))
    room = columns.width - columns.body - _indentation(row, columns) if row.kind == "item" else 0
    if row.kind != "item":
        room = columns.width - _MARGIN - 1
    detail = visible_lines(row.detail).replace("\n", "  ") if row.detail else ""
    wraps = row.kind in ("item", "hint") and room >= _NARROWEST_WRAPPED
    body_lines = tuple(wrapped(plain, room)) if wraps else ((0, len(plain)),)
    detail_lines = tuple(wrapped(detail, room)) if detail and room >= _NARROWEST_WRAPPED else ()
    height = len(body_lines) + len(detail_lines)
    return RowLayout(row, columns, plain, body_lines, detail, detail_lines, height)


def _cells(text: str) -> int:
    return len(text) if text.isascii() else cell_len(visible(text))


def _shown(text: str) -> str:
    return text if text.isprintable() else visible(text)


def _body_pieces(row: Row) -> list[Piece]:
    pieces: list[Piece] = [(_shown(row.text), row.tone)]
    for tag in row.tags:
        pieces += [("  ", ""), (_shown(tag.text), tag.tone)]
    return pieces


def _announced(layout: RowLayout, number: int) -> list[Piece]:
    row = layout.row
    room = layout.columns.width - _MARGIN - 1
    if row.kind == "hint":
        start, end = layout.body_lines[number]
        return [(layout.plain[start:end], "hint")]
    text = elided(layout.plain, room)
    if row.kind == "rule":
        text = elided(layout.plain, room - 4)
        line = "─" * max(room - cell_len(text) - 4, 0)
        return [(f"── {text} {line}", "rule")]
    if row.kind == "silence":
        indent = " " * (layout.columns.lead // 2)
        return [(elided(f"{indent}┊ {text}", room), "muted")]
    return [(text, row.kind if row.kind == "heading" else "muted")]


def _indentation(row: Row, columns: Columns) -> int:
    return min(row.depth * 2, max(columns.width - columns.body - _NARROWEST_BODY, 0) // 2 * 2)


def _padded(text: str, width: int) -> str:
    shown = elided(visible(text), width)
    return shown + " " * max(width - cell_len(shown), 0)
