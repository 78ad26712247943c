"""Reading a review whole, by the standard library alone: one opens before SQLModel is imported."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple, cast

from pirtui.domain import timeline
from pirtui.domain.events import Event
from pirtui.domain.review import COLLECTIONS, Review
from pirtui.domain.stages import Stage
from pirtui.domain.thresholds import DEFAULTS, ThresholdsBySeverity
from pirtui.domain.value import Item
from pirtui.store import converters
from pirtui.store.errors import CorruptLibrary
from pirtui.store.failures import translated
from pirtui.store.identity import LIBRARY_VERSION
from pirtui.store.opening import connect_to_read, is_empty, snapshot
from pirtui.store.texts import kept_text

ITEM_TABLES = {
    "P": "person",
    "E": "event",
    "G": "gap",
    "F": "factor",
    "T": "theme",
    "A": "action",
    "K": "parked",
    "L": "learning",
    "S": "safeguard",
    "C": "closed_end",
}
"""The label letter of each sort of item, and the table that holds it."""

SIDE_TABLES = {"evidence": "evidence", "milestones": "event_milestone", "themes": "factor_theme"}
"""The fields that hold several values, and the table of each."""

_INCIDENT_LISTS = ("incident_service", "incident_link", "incident_relation")

_PLACE = """
    SELECT position.stage, highlight FROM position
    LEFT JOIN stage_place USING (review_id, stage) WHERE review_id = ?
"""

Row = Mapping[str, Any]
AllSides = dict[str, dict[str, tuple[str, ...]]]


class AtOnce(NamedTuple):
    """A review as it is on disk, its revision, and the stage and highlight of the last visit."""

    review: Review
    revision: int
    stage: Stage
    highlight: str


def read_at_once(path: Path, name: str, thresholds: ThresholdsBySeverity = DEFAULTS) -> AtOnce | None:
    """The review with this ref or id, and where the room was in it; `None` if there is none.

    `thresholds` are the figures by which its timeline asks.

    Raises:
        LibraryProblem: if the file cannot be read as a library.
    """
    if not path.exists():
        return None
    _bring_up_to_date(path)
    with translated(path), closing(connect_to_read(path)) as connection, snapshot(connection):
        found = None if is_empty(connection) else read_review(connection, name)
        if found is None:
            return None
        stored, revision = found
        review = stored.model_copy(update={"thresholds": thresholds})
        place = next(_rows(connection, _PLACE, review.id), None)
    known = {stage.value: stage for stage in Stage}
    if place is None or place["stage"] not in known:
        return AtOnce(review, revision, review.stage, "")
    return AtOnce(review, revision, known[place["stage"]], place["highlight"] or "")


def _bring_up_to_date(path: Path) -> None:
    """Let an older library be migrated before anything is read from it."""
    with translated(path), closing(connect_to_read(path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        current = version == LIBRARY_VERSION or is_empty(connection)
    if not current:
        from pirtui.store.connection import close, connect

        with translated(path):
            close(connect(path))


def read_review(connection: sqlite3.Connection, name: str) -> tuple[Review, int] | None:
    """The review with this ref or id, and its revision; `None` if there is none, or if it is deleted.

    Raises:
        CorruptLibrary: if the tables hold what no review can.
    """
    return _found(connection, "(ref = ?1 OR id = ?1) AND hidden_at IS NULL", name)


def in_order(review: Review) -> Review:
    """The review as reading gives it: events along the timeline, everything else in order of entry."""
    held = {
        field: sorted(getattr(review, field), key=lambda item: item.number)
        for field, _ in COLLECTIONS.values()
    }
    update: dict[str, tuple[Item, ...]] = {field: tuple(items) for field, items in held.items()}
    update["events"] = timeline.in_order(review.events)
    return review.model_copy(update=update)


def read_hidden(connection: sqlite3.Connection, ident: str) -> tuple[Review, int] | None:
    """The deleted review with this id, and its revision; `None` if there is none.

    Raises:
        CorruptLibrary: if the tables hold what no review can.
    """
    return _found(connection, "id = ?1 AND hidden_at IS NOT NULL", ident)


def _found(connection: sqlite3.Connection, which: str, name: str) -> tuple[Review, int] | None:
    with snapshot(connection):
        row = next(_rows(connection, f"SELECT * FROM review WHERE {which}", kept_text(name)), None)
        if row is None:
            return None
        try:
            return _review(connection, row), int(row["revision"])
        except ValueError as problem:
            raise CorruptLibrary(_strange(row["ref"], problem)) from problem


def _strange(ref: str, problem: ValueError) -> str:
    said = str(problem).splitlines()[0]
    return (
        f"Review {ref} in {{path}} holds something that pirtui did not write ({said});"
        " put a backup in its place."
    )


def _rows(connection: sqlite3.Connection, query: str, *values: str) -> Iterator[Row]:
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return cast(Iterator[Row], cursor.execute(query, values))


def _review(connection: sqlite3.Connection, row: Row) -> Review:
    review_id = row["id"]
    lists = {name: list(_rows(connection, _of_review(name), review_id)) for name in _INCIDENT_LISTS}
    numbers = _rows(connection, "SELECT letter, number FROM label_number WHERE review_id = ?", review_id)
    fields: dict[str, Any] = {
        "id": review_id,
        "ref": row["ref"],
        "status": row["status"],
        "stage": row["stage"],
        "incident": converters.incident_from(row, lists),
        "question": row["question"],
        "ground_rules_read": bool(row["ground_rules_read"]),
        "dates": converters.dates_from(row),
        "close_round": converters.close_round_from(row),
        "archived": bool(row["archived"]),
        "last_numbers": {each["letter"]: each["number"] for each in numbers},
    }
    return Review(**fields).model_copy(update=_items(connection, review_id))


def _of_review(name: str) -> str:
    return f"SELECT * FROM {name} WHERE review_id = ? ORDER BY position"


def _items(connection: sqlite3.Connection, review_id: str) -> dict[str, tuple[Item, ...]]:
    sides = _sides(connection, review_id)
    found: dict[str, tuple[Item, ...]] = {}
    for letter in ITEM_TABLES:
        field, _ = COLLECTIONS[letter]
        found[field] = _items_of(connection, review_id, letter, sides)
    found["events"] = timeline.in_order(cast(tuple[Event, ...], found["events"]))
    return found


def _items_of(
    connection: sqlite3.Connection, review_id: str, letter: str, sides: AllSides
) -> tuple[Item, ...]:
    name = ITEM_TABLES[letter]
    query = (
        f"SELECT {name}.* FROM {name} JOIN item USING (review_id, label)"
        " WHERE review_id = ? AND item.hidden_at IS NULL ORDER BY item.number"
    )
    rows = connection.execute(query, (review_id,))
    columns = [column for column, *_ in rows.description]
    read, label = converters.item_reader(letter, columns), columns.index("label")
    return tuple(read(row, sides.get(row[label], {})) for row in rows)


def _sides(connection: sqlite3.Connection, review_id: str) -> AllSides:
    sides: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for field, name in SIDE_TABLES.items():
        column = converters.SIDE_FIELDS[field]
        query = f"SELECT label, {column} FROM {name} WHERE review_id = ? ORDER BY label, position"
        for row in _rows(connection, query, review_id):
            label = row["label"]
            sides[label][field] = (*sides[label].get(field, ()), row[column])
    return sides
