"""Taking whatever can still be read out of a damaged library into a new, sound one.

The damaged file is only ever copied. Its rows are read table by table, and around what cannot be read;
what the tables have lost and the journal still tells is put back from there.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from pirtui.domain.differences import ItemChange
from pirtui.domain.review import COLLECTIONS, Review
from pirtui.domain.value import Item
from pirtui.store import journal
from pirtui.store.connection import close, connect, raw, transaction
from pirtui.store.errors import CorruptLibrary, LibraryProblem
from pirtui.store.failures import translated
from pirtui.store.placing import BESIDE, beside, put_in_place, require_free
from pirtui.store.readable_rows import readable_rows
from pirtui.store.reading import ITEM_TABLES, read_hidden, read_review
from pirtui.store.salvaged_pages import opened_anyhow
from pirtui.store.tables import ChangeRow, ItemRow, ReviewRow
from pirtui.store.writing import table, write_items


@dataclass(frozen=True)
class Salvaged:
    """What came out of a damaged library.

    `reviews` counts the items of each review that was saved, by its ref; `lost` says in sentences what
    was not; `from_journal` counts the items that only the journal still told.
    """

    reviews: Mapping[str, int]
    from_journal: int
    lost: tuple[str, ...]


def salvage(damaged: Path, target: Path, clock: Callable[[], datetime]) -> Salvaged:
    """Write what can be read of `damaged` into a new library at `target`.

    Raises:
        LibraryProblem: if nothing can be read, something lies at `target`, or it cannot be written.
    """
    with translated(target):
        require_free(target)
    with TemporaryDirectory(prefix="pirtui-salvage-") as folder:
        copy = Path(folder) / "damaged.db"
        with translated(damaged):
            _copied(damaged, copy)
        with translated(damaged), closing(opened_anyhow(copy)) as source, put_in_place(target) as part:
            saved = _saved(source, part, clock().isoformat())
            if not saved.reviews:
                raise CorruptLibrary("Nothing can be read in {path}; a backup is the way back.")
            return saved


def _copied(damaged: Path, copy: Path) -> None:
    shutil.copyfile(damaged, copy)
    for ending in BESIDE:
        if ending != "-shm" and beside(damaged, ending).exists():
            shutil.copyfile(beside(damaged, ending), beside(copy, ending))


def _saved(source: sqlite3.Connection, path: Path, now: str) -> Salvaged:
    connection = connect(path)
    try:
        raw(connection).execute("PRAGMA foreign_keys = OFF")
        with transaction(connection):
            lost = list(_copy_rows(source, connection))
            lost += _adopt(connection, now)
            from_journal = _from_journal(connection, now)
            lost += _without_strangers(connection)
            _without_loose_links(connection)
        reviews = _counted(connection)
        raw(connection).execute("PRAGMA journal_mode = DELETE")
    finally:
        close(connection)
    return Salvaged(reviews, from_journal, tuple(lost))


def _copy_rows(source: sqlite3.Connection, target: Connection) -> Iterator[str]:
    """Copy every row that can be read; a sentence for each table of which some cannot."""
    for each in ReviewRow.metadata.sorted_tables:
        read = readable_rows(source, each.name)
        written = sum(_insert(target, each, row) for row in read.rows)
        if read.stopped or written < len(read.rows):
            yield f"Some rows of the table {each.name} could not be read; {written} could."


def _insert(target: Connection, each: Table, row: Mapping[str, Any]) -> int:
    """Write one row as it was, so far as today's table has a place for it; how many were written."""
    known = {column.name: row[column.name] for column in each.columns if column.name in row}
    names, marks = ", ".join(f'"{name}"' for name in known), ", ".join("?" * len(known))
    try:
        done = raw(target).execute(
            f'INSERT OR IGNORE INTO "{each.name}" ({names}) VALUES ({marks})', tuple(known.values())
        )
    except sqlite3.Error:
        return 0
    return done.rowcount


def _adopt(connection: Connection, now: str) -> Iterator[str]:
    """Give a row of its own to every review whose items are there while it is not itself."""
    reviews, items = table(ReviewRow), table(ItemRow)
    orphans = select(items.c.review_id).distinct().where(items.c.review_id.not_in(select(reviews.c.id)))
    for number, (review_id,) in enumerate(connection.execute(orphans).all(), 1):
        ref = f"salvaged-{number}-{str(review_id)[:8]}"
        values = {"status": "draft", "stage": "timeline", "kind": "incident", "created": now}
        connection.execute(
            insert(reviews).values(id=review_id, ref=ref, title=f"Salvaged review {number}", **values)
        )
        yield f"The title and the impact of a review were lost; its items are now in {ref}."


def _from_journal(connection: Connection, now: str) -> int:
    """Put back the items that the tables lost and of which the journal tells the last state."""
    restored = 0
    for (review_id,) in connection.execute(select(table(ReviewRow).c.id)).all():
        there = _labels(connection, review_id)
        told = {
            label: item
            for label, item in _last_states(connection, review_id).items()
            if item is not None and label not in there
        }
        if told:
            write_items(connection, review_id, list(told.values()), now)
            restored += len(told)
    return restored


def _labels(connection: Connection, review_id: str) -> set[str]:
    """The labels whose item is whole: a row in `item`, and one in the table of its sort."""
    found: set[str] = set()
    for letter, name in ITEM_TABLES.items():
        query = (
            f"SELECT label FROM item JOIN {name} USING (review_id, label)"
            " WHERE review_id = ? AND substr(label, 1, 1) = ?"
        )
        found.update(label for (label,) in raw(connection).execute(query, (review_id, letter)))
    return found


def _last_states(connection: Connection, review_id: str) -> dict[str, Item | None]:
    """What the journal tells of each item last; `None` for one that was removed."""
    states: dict[str, Item | None] = {}
    for change in _changes(connection, review_id):
        states.setdefault(change.label, change.after)
    return states


def _changes(connection: Connection, review_id: str) -> Iterator[ItemChange]:
    """The changes of items that hold and can be read, the newest first."""
    steps = table(ChangeRow)
    query = (
        select(steps.c.id)
        .where(steps.c.review_id == review_id, steps.c.state == journal.State.LIVE.value)
        .order_by(steps.c.id.desc())
    )
    for (number,) in connection.execute(query).all():
        try:
            yield from journal.difference_of(connection, number).items
        except (ValueError, KeyError):
            continue


def _without_strangers(connection: Connection) -> Iterator[str]:
    """Take out what no review can hold, until every review can be read."""
    _without_half_items(connection)
    for review_id, ref in connection.execute(
        select(table(ReviewRow).c.id, table(ReviewRow).c.ref)
    ).all():
        for label in list(_strange_items(connection, review_id)):
            _remove_item(connection, review_id, label)
            yield f"{label} of {ref} held something that is no item; it was left out."
        if not _is_readable(connection, review_id):
            connection.execute(delete(table(ReviewRow)).where(table(ReviewRow).c.id == review_id))
            for each in ReviewRow.metadata.sorted_tables:
                if "review_id" in each.columns:
                    connection.execute(delete(each).where(each.c.review_id == review_id))
            yield f"{ref} could not be read as a review; it was left out."


def _without_half_items(connection: Connection) -> None:
    """An item without the row that says what it is, or such a row without an item, is none."""
    cursor = raw(connection)
    for letter, name in ITEM_TABLES.items():
        both = "SELECT review_id, label FROM"
        cursor.execute(f"DELETE FROM {name} WHERE (review_id, label) NOT IN ({both} item)")
        cursor.execute(
            f"DELETE FROM item WHERE substr(label, 1, 1) = ? AND hidden_at IS NULL"
            f" AND (review_id, label) NOT IN ({both} {name})",
            (letter,),
        )


def _strange_items(connection: Connection, review_id: str) -> Iterator[str]:
    from pirtui.store.converters import item_reader

    for letter, name in ITEM_TABLES.items():
        rows = raw(connection).execute(f"SELECT * FROM {name} WHERE review_id = ?", (review_id,))
        columns = [column for column, *_ in rows.description]
        read, label = item_reader(letter, columns), columns.index("label")
        for row in rows.fetchall():
            try:
                read(row, {})
            except (ValueError, TypeError):
                yield str(row[label])


def _remove_item(connection: Connection, review_id: str, label: str) -> None:
    for name in ("item", *ITEM_TABLES.values(), "evidence", "event_milestone", "factor_theme"):
        raw(connection).execute(
            f"DELETE FROM {name} WHERE review_id = ? AND label = ?", (review_id, label)
        )


def _is_readable(connection: Connection, review_id: str) -> bool:
    try:
        return _read(connection, review_id) is not None
    except (LibraryProblem, ValueError, TypeError):
        return False


def _read(connection: Connection, review_id: str) -> tuple[Review, int] | None:
    beneath = raw(connection)
    return read_review(beneath, review_id) or read_hidden(beneath, review_id)


def _without_loose_links(connection: Connection) -> None:
    """Remove the rows that point at something which could not be saved."""
    cursor = raw(connection)
    while broken := cursor.execute("PRAGMA foreign_key_check").fetchall():
        for name, rowid, *_ in broken:
            cursor.execute(f'DELETE FROM "{name}" WHERE rowid = ?', (rowid,))


def _counted(connection: Connection) -> dict[str, int]:
    found = {}
    for (review_id,) in connection.execute(select(table(ReviewRow).c.id)).all():
        read = _read(connection, review_id)
        if read is not None:
            review, _ = read
            found[review.ref] = sum(len(getattr(review, field)) for field, _ in COLLECTIONS.values())
    return found
