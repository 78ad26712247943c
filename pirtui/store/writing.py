"""Writing changed rows, and only those."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, delete, update
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlmodel import SQLModel

from pirtui.domain.differences import Difference
from pirtui.domain.review import COLLECTIONS, Review
from pirtui.domain.value import Item
from pirtui.store import converters
from pirtui.store.reading import ITEM_TABLES, SIDE_TABLES
from pirtui.store.tables import ReviewRow

_OF_INCIDENT = "incident"

_HIDE = "UPDATE item SET hidden_at = ?, updated_at = ? WHERE review_id = ? AND label = ?"

_TARGET = """
    INSERT INTO item (review_id, label, kind, number, hidden_at, created_at, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
"""


def table(row: type[SQLModel] | str) -> Table:
    """The Core table of a row class or of a name."""
    name = row if isinstance(row, str) else str(row.__tablename__)
    return SQLModel.metadata.tables[name]


def insert_review(connection: Connection, review: Review, now: str) -> None:
    """Write a whole review that is not in the library yet."""
    connection.execute(insert(table(ReviewRow)), converters.review_columns(review))
    _write_lists(connection, review)
    _write_numbers(connection, review)
    items = [item for field, _ in COLLECTIONS.values() for item in getattr(review, field)]
    write_items(connection, review.id, items, now)


def write_difference(connection: Connection, review: Review, change: Difference, now: str) -> None:
    """Write the review's own row, and of the rest what a change touched."""
    rows = table(ReviewRow)
    columns = converters.review_columns(review)
    connection.execute(update(rows).where(rows.c.id == review.id).values(**columns))
    if any(each.name.startswith(_OF_INCIDENT) for each in change.fields):
        _replace_lists(connection, review)
    if change.items:
        _write_numbers(connection, review)
        write_items(connection, review.id, [c.after for c in change.items if c.after is not None], now)
        _hide(connection, review.id, [c.label for c in change.items if c.after is None], now)


def write_items(connection: Connection, review_id: str, items: list[Item], now: str) -> None:
    """Write items with their side rows; all items first, since evidence points at them."""
    head = [
        {
            "review_id": review_id,
            "label": item.label,
            "kind": ITEM_TABLES[item.label[0]],
            "number": item.number,
            "hidden_at": None,
            "created_at": now,
            "updated_at": now,
        }
        for item in items
    ]
    _upsert(connection, "item", ("review_id", "label"), head, keep=("created_at",))
    for letter, name in ITEM_TABLES.items():
        rows = [
            {"review_id": review_id, **converters.item_columns(item)}
            for item in items
            if item.label[0] == letter
        ]
        _upsert(connection, name, ("review_id", "label"), rows)
    _write_sides(connection, review_id, items, now)


def _replace_lists(connection: Connection, review: Review) -> None:
    for name in converters.incident_lists(review):
        lists = table(name)
        connection.execute(delete(lists).where(lists.c.review_id == review.id))
    _write_lists(connection, review)


def _write_sides(connection: Connection, review_id: str, items: Iterable[Item], now: str) -> None:
    new: dict[str, list[dict[str, Any]]] = {name: [] for name in SIDE_TABLES}
    touched: dict[str, list[dict[str, Any]]] = {name: [] for name in SIDE_TABLES}
    for item in items:
        for name, values in converters.side_values(item).items():
            touched[name].append({"the_review": review_id, "the_label": item.label})
            new[name] += _side_rows(review_id, item.label, name, values)
    _keep_targets(connection, review_id, {row["target"] for row in new["evidence"]}, now)
    for name, side in SIDE_TABLES.items():
        if touched[name]:
            sql = f"DELETE FROM {side} WHERE review_id = :the_review AND label = :the_label"
            connection.exec_driver_sql(sql, touched[name])
        if new[name]:
            connection.execute(insert(table(side)), new[name])


def _side_rows(
    review_id: str, label: str, name: str, values: tuple[str, ...]
) -> Iterator[dict[str, Any]]:
    column = converters.SIDE_FIELDS[name]
    for place, value in enumerate(values):
        yield {"review_id": review_id, "label": label, "position": place, column: value}


def _keep_targets(connection: Connection, review_id: str, labels: set[str], now: str) -> None:
    """See that whatever evidence points at has a row, if only that of an item which is not shown."""
    rows = [(review_id, label, *_kind_and_number(label), now, now, now) for label in sorted(labels)]
    if rows:
        connection.exec_driver_sql(_TARGET, rows)


def _kind_and_number(label: str) -> tuple[str, int]:
    number = label[1:]
    return ITEM_TABLES.get(label[:1], ""), int(number) if number.isdecimal() else 0


def _hide(connection: Connection, review_id: str, labels: list[str], now: str) -> None:
    if labels:
        connection.exec_driver_sql(_HIDE, [(now, now, review_id, label) for label in labels])


def _write_lists(connection: Connection, review: Review) -> None:
    for name, rows in converters.incident_lists(review).items():
        if rows:
            connection.execute(insert(table(name)), [{"review_id": review.id, **row} for row in rows])


def _write_numbers(connection: Connection, review: Review) -> None:
    rows = [
        {"review_id": review.id, "letter": letter, "number": number}
        for letter, number in review.last_numbers.items()
    ]
    _upsert(connection, "label_number", ("review_id", "letter"), rows)


def _upsert(
    connection: Connection,
    name: str,
    key: tuple[str, ...],
    rows: list[dict[str, Any]],
    keep: tuple[str, ...] = (),
) -> None:
    if rows:
        connection.execute(_upsert_statement(name, key, tuple(rows[0]), keep), rows)


@cache
def _upsert_statement(
    name: str, key: tuple[str, ...], columns: tuple[str, ...], keep: tuple[str, ...]
) -> Insert:
    statement = insert(table(name))
    renewed = {each: statement.excluded[each] for each in columns if each not in (*key, *keep)}
    return statement.on_conflict_do_update(index_elements=key, set_=renewed)
