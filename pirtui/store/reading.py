"""Reading a review whole, by the standard library alone: one opens before SQLModel is imported."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, cast

from pirtui.domain import timeline
from pirtui.domain.events import Event
from pirtui.domain.review import COLLECTIONS, Review
from pirtui.domain.stages import Stage
from pirtui.domain.value import Item
from pirtui.store import converters
from pirtui.store.failures import translated
from pirtui.store.opening import connect_to_read

ITEM_TABLES = {
    "P": "person",
    "E": "event",
    "G": "gap",
    "F": "factor",
    "T": "theme",
    "A": "action",
    "K": "parked",
    "L": "learning",
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
Sides = dict[str, dict[str, tuple[str, ...]]]


def read_at_once(path: Path, name: str) -> tuple[Review, Stage, str] | None:
    """The review with this ref or id the stage on the screen and its highlight; `None` without one.

    Raises:
        LibraryProblem: if the file cannot be read as a library.
    """
    if not path.exists():
        return None
    with translated(path), closing(connect_to_read(path)) as connection:
        found = read_review(connection, name)
        if found is None:
            return None
        review, _ = found
        place = next(_rows(connection, _PLACE, review.id), None)
    known = {stage.value: stage for stage in Stage}
    if place is None or place["stage"] not in known:
        return review, review.stage, ""
    return review, known[place["stage"]], place["highlight"] or ""


def read_review(connection: sqlite3.Connection, name: str) -> tuple[Review, int] | None:
    """The review with this ref or id, and its revision; `None` if there is none."""
    query = "SELECT * FROM review WHERE (ref = ?1 OR id = ?1) AND hidden_at IS NULL"
    found = next(_rows(connection, query, name), None)
    return None if found is None else (_review(connection, found), int(found["revision"]))


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
        "archived": bool(row["archived"]),
        "last_numbers": {each["letter"]: each["number"] for each in numbers},
        "schema_version": row["schema_version"],
    }
    return Review(**fields).model_copy(update=_items(connection, review_id))


def _of_review(name: str) -> str:
    return f"SELECT * FROM {name} WHERE review_id = ? ORDER BY position"


def _items(connection: sqlite3.Connection, review_id: str) -> dict[str, tuple[Item, ...]]:
    sides = _sides(connection, review_id)
    found: dict[str, tuple[Item, ...]] = {}
    for letter, name in ITEM_TABLES.items():
        field, _ = COLLECTIONS[letter]
        found[field] = _items_of(connection, review_id, name, sides)
    found["events"] = timeline.in_order(cast(tuple[Event, ...], found["events"]))
    return found


def _items_of(
    connection: sqlite3.Connection, review_id: str, name: str, sides: Sides
) -> tuple[Item, ...]:
    query = (
        f"SELECT {name}.* FROM {name} JOIN item USING (review_id, label)"
        " WHERE review_id = ? AND item.hidden_at IS NULL ORDER BY item.number"
    )
    return tuple(
        converters.item_from(row["label"], row, sides.get(row["label"], {}))
        for row in _rows(connection, query, review_id)
    )


def _sides(connection: sqlite3.Connection, review_id: str) -> Sides:
    sides: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for field, name in SIDE_TABLES.items():
        column = converters.SIDE_FIELDS[field]
        query = f"SELECT label, {column} FROM {name} WHERE review_id = ? ORDER BY label, position"
        for row in _rows(connection, query, review_id):
            label = row["label"]
            sides[label][field] = (*sides[label].get(field, ()), row[column])
    return sides
