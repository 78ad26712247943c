"""The few shapes that a report is laid out in: tables, and list entries with lines below them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pirtui.report.escape import Markdown


@dataclass(frozen=True)
class Table:
    """A table: its column headings and its rows, every cell Markdown on one line."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Markdown, ...], ...]


@dataclass(frozen=True)
class Entry:
    """A list entry: its text, further lines of its own, and how deep it stands (0 is the top)."""

    text: Markdown
    lines: tuple[Markdown, ...] = ()
    depth: int = 0


@dataclass(frozen=True)
class Group:
    """A part of a section under a heading of its own."""

    heading: str
    entries: tuple[Entry, ...] = field(default=())
    table: Table | None = None


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """A table without the columns that hold nothing in any row."""
    return aligned([full_table(headings, rows)])[0]


def full_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """A table with all its columns."""
    held = tuple(tuple(Markdown(cell) for cell in row) for row in rows)
    return Table(headings=tuple(headings), rows=held)


def aligned(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Tables with the same headings, without the columns that hold nothing in any of them."""
    headings = tables[0].headings if tables else ()
    every_row = [row for each in tables for row in each.rows]
    kept = [column for column in range(len(headings)) if any(row[column] for row in every_row)]
    return tuple(
        Table(
            headings=tuple(headings[column] for column in kept),
            rows=tuple(tuple(row[column] for column in kept) for row in each.rows),
        )
        for each in tables
    )


def entries(texts: Iterable[str]) -> tuple[Entry, ...]:
    """List entries of one line each; empty texts are left out."""
    return tuple(Entry(Markdown(text)) for text in texts if text)


def joined(parts: Iterable[str], separator: str = " · ") -> Markdown:
    """The parts that hold something, with a separator between them."""
    return Markdown(separator.join(part for part in parts if part))


def sentences(first: Markdown, second: Markdown) -> Markdown:
    """One text after the other, with a full stop between them where none stands yet."""
    if not (first and second):
        return Markdown(first or second)
    return Markdown(
        f"{first} {second}" if first.endswith((".", "!", "?", ":")) else f"{first}. {second}"
    )


def labelled(name: str, value: str) -> Markdown:
    """`Name: value`, or nothing when there is no value."""
    return Markdown(f"{name}: {value}") if value else Markdown("")
