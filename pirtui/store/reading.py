"""Reading a review whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from pirtui.domain import timeline
from pirtui.domain.review import COLLECTIONS, Review
from pirtui.domain.value import Item
from pirtui.store import converters
from pirtui.store.tables import ItemRow, LabelNumberRow, ReviewRow
from pirtui.store.writing import ITEM_TABLES, SIDE_TABLES, table

Sides = dict[str, dict[str, tuple[str, ...]]]


def read_review(connection: Connection, name: str) -> tuple[Review, int] | None:
    """The review with this ref or id, and its revision; `None` if there is none."""
    rows = table(ReviewRow)
    wanted = (rows.c.ref == name) | (rows.c.id == name)
    found = connection.execute(select(rows).where(wanted, rows.c.hidden_at.is_(None))).mappings().first()
    return None if found is None else (_review(connection, found), int(found["revision"]))


def _review(connection: Connection, row: Mapping[str, Any]) -> Review:
    review_id = row["id"]
    lists = {
        name: _rows_of(connection, name, review_id)
        for name in ("incident_service", "incident_link", "incident_relation")
    }
    numbers = table(LabelNumberRow)
    highest = connection.execute(
        select(numbers.c.letter, numbers.c.number).where(numbers.c.review_id == review_id)
    )
    fields: dict[str, Any] = {
        "id": review_id,
        "ref": row["ref"],
        "status": row["status"],
        "stage": row["stage"],
        "incident": converters.incident_from(row, lists),
        "question": row["question"],
        "ground_rules_read": row["ground_rules_read"],
        "dates": converters.dates_from(row),
        "archived": row["archived"],
        "last_numbers": {letter: number for letter, number in highest},
        "schema_version": row["schema_version"],
    }
    return Review(**fields).model_copy(update=_items(connection, review_id))


def _rows_of(connection: Connection, name: str, review_id: str) -> list[Mapping[str, Any]]:
    rows = table(name)
    query = select(rows).where(rows.c.review_id == review_id).order_by(rows.c.position)
    return [dict(row) for row in connection.execute(query).mappings()]


def _items(connection: Connection, review_id: str) -> dict[str, tuple[Item, ...]]:
    sides = _sides(connection, review_id)
    found: dict[str, tuple[Item, ...]] = {}
    for letter, name in ITEM_TABLES.items():
        field, _ = COLLECTIONS[letter]
        found[field] = _items_of(connection, review_id, name, sides)
    found["events"] = timeline.in_order(found["events"])  # type: ignore[arg-type] # the table of events
    return found


def _items_of(connection: Connection, review_id: str, name: str, sides: Sides) -> tuple[Item, ...]:
    rows, heads = table(name), table(ItemRow)
    query = (
        select(rows)
        .join(heads, (heads.c.review_id == rows.c.review_id) & (heads.c.label == rows.c.label))
        .where(rows.c.review_id == review_id, heads.c.hidden_at.is_(None))
        .order_by(heads.c.number)
    )
    return tuple(
        converters.item_from(row["label"], row, sides.get(row["label"], {}))
        for row in connection.execute(query).mappings()
    )


def _sides(connection: Connection, review_id: str) -> Sides:
    sides: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for field, row in SIDE_TABLES.items():
        rows = table(row)
        value = rows.c[converters.SIDE_FIELDS[field]]
        query = (
            select(rows.c.label, value)
            .where(rows.c.review_id == review_id)
            .order_by(rows.c.label, rows.c.position)
        )
        for label, said in connection.execute(query):
            sides[label][field] = (*sides[label].get(field, ()), said)
    return sides
