"""Reading the rows of a table around those that a damaged page holds."""

import sqlite3
from dataclasses import dataclass, field
from typing import Any

UNREADABLE = (sqlite3.Error, ValueError, OverflowError)
"""What is raised for a damaged page; the names in it may be garbage too."""

_MOST_TRIES = 20_000


@dataclass
class Readable:
    """The rows that could be read, as columns by name; `stopped` where others could not."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    stopped: bool = False


def readable_rows(source: sqlite3.Connection, name: str) -> Readable:
    """Every row of a table that can be read: from its start, its end, and between them by number."""
    found = Readable()
    seen: dict[int, dict[str, Any]] = {}
    if not _read(source, f'SELECT rowid, * FROM "{name}" ORDER BY rowid', (), seen):
        found.stopped = True
        _read(source, f'SELECT rowid, * FROM "{name}" ORDER BY rowid DESC', (), seen)
        _read_between(source, name, seen)
        _read_by_index(source, name, seen)
    found.rows = [seen[number] for number in sorted(seen)]
    return found


def _read_between(source: sqlite3.Connection, name: str, seen: dict[int, dict[str, Any]]) -> None:
    """Ask for the numbers that lie between those that were read, one by one."""
    if not seen:
        return
    missing = [number for number in range(min(seen), max(seen)) if number not in seen]
    for number in missing[:_MOST_TRIES]:
        _read(source, f'SELECT rowid, * FROM "{name}" WHERE rowid = ?', (number,), seen)


def _read_by_index(source: sqlite3.Connection, name: str, seen: dict[int, dict[str, Any]]) -> None:
    """Ask for the numbers that the indexes of the table still know."""
    for (index,) in _answers(source, "SELECT name FROM pragma_index_list(?)", (name,)):
        quoted = index.replace('"', '""')
        numbers = _answers(source, f'SELECT rowid FROM "{name}" INDEXED BY "{quoted}"', ())
        for (number,) in numbers[:_MOST_TRIES]:
            if number not in seen:
                _read(source, f'SELECT rowid, * FROM "{name}" WHERE rowid = ?', (number,), seen)


def _answers(
    source: sqlite3.Connection, query: str, values: tuple[object, ...]
) -> list[tuple[Any, ...]]:
    answers: list[tuple[Any, ...]] = []
    try:
        answers.extend(source.execute(query, values))
    except UNREADABLE:
        return answers
    return answers


def _read(
    source: sqlite3.Connection,
    query: str,
    values: tuple[object, ...],
    seen: dict[int, dict[str, Any]],
) -> bool:
    """Take in what a query gives, one row at a time; whether it came to its end."""
    try:
        cursor = source.execute(query, values)
        columns = [column for column, *_ in cursor.description][1:]
        for number, *row in cursor:
            seen.setdefault(number, dict(zip(columns, row, strict=True)))
    except UNREADABLE:
        return False
    return True
