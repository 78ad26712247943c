"""Every change, kept: for undo and redo across restarts, and for the history of a review."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, desc, func, insert, select, update

from pirtui.domain.differences import Difference, FieldChange, ItemChange
from pirtui.domain.review import COLLECTIONS, Review
from pirtui.domain.value import Item
from pirtui.store.tables import ChangedRow, ChangeRow
from pirtui.store.writing import table


class State(StrEnum):
    """Whether a change holds, was taken back, or can no longer be made again."""

    LIVE = "live"
    UNDONE = "undone"
    DISCARDED = "discarded"


@dataclass(frozen=True)
class HistoryEntry:
    """One change of a review, for people."""

    at: datetime
    summary: str
    state: State


@dataclass(frozen=True)
class Step:
    """A change as it stands in the journal."""

    id: int
    summary: str
    change: Difference


def record(connection: Connection, review_id: str, summary: str, change: Difference, now: str) -> None:
    """Write a change down; what was taken back before it can no longer be made again."""
    steps = table(ChangeRow)
    connection.execute(
        update(steps)
        .where(steps.c.review_id == review_id, steps.c.state == State.UNDONE.value)
        .values(state=State.DISCARDED.value)
    )
    made = connection.execute(
        insert(steps).values(review_id=review_id, at=now, summary=summary, state=State.LIVE.value)
    )
    change_id = made.inserted_primary_key[0] if made.inserted_primary_key else None
    rows = [*map(_item_row, change.items), *map(_field_row, change.fields)]
    numbered = [{"change_id": change_id, "position": n, **row} for n, row in enumerate(rows)]
    connection.execute(insert(table(ChangedRow)), numbered)


def newest_live(connection: Connection, review_id: str) -> Step | None:
    """The change that undo takes back."""
    return _step(connection, review_id, State.LIVE, newest=True)


def live_steps(connection: Connection, review_id: str) -> Iterator[Step]:
    """Every change that holds, the newest first."""
    steps = table(ChangeRow)
    query = (
        select(steps.c.id, steps.c.summary)
        .where(steps.c.review_id == review_id, steps.c.state == State.LIVE.value)
        .order_by(desc(steps.c.id))
    )
    for number, summary in connection.execute(query).all():
        yield Step(number, summary, difference_of(connection, number))


def oldest_undone(connection: Connection, review_id: str) -> Step | None:
    """The change that redo makes again."""
    return _step(connection, review_id, State.UNDONE, newest=False)


def set_state(connection: Connection, step: Step, state: State) -> None:
    """Say that a change holds again, or was taken back."""
    steps = table(ChangeRow)
    connection.execute(update(steps).where(steps.c.id == step.id).values(state=state.value))


def history(connection: Connection, review_id: str) -> tuple[HistoryEntry, ...]:
    """Every change of a review, the newest first."""
    steps = table(ChangeRow)
    query = (
        select(steps.c.at, steps.c.summary, steps.c.state)
        .where(steps.c.review_id == review_id)
        .order_by(desc(steps.c.id))
    )
    return tuple(
        HistoryEntry(datetime.fromisoformat(at), summary, State(state))
        for at, summary, state in connection.execute(query)
    )


def _step(connection: Connection, review_id: str, state: State, *, newest: bool) -> Step | None:
    steps = table(ChangeRow)
    pick = func.max(steps.c.id) if newest else func.min(steps.c.id)
    chosen = connection.execute(
        select(pick).where(steps.c.review_id == review_id, steps.c.state == state.value)
    ).scalar()
    if chosen is None:
        return None
    summary = connection.execute(select(steps.c.summary).where(steps.c.id == chosen)).scalar_one()
    return Step(chosen, summary, difference_of(connection, chosen))


def difference_of(connection: Connection, change_id: int) -> Difference:
    """What a change changed.

    Raises:
        ValueError: if it holds what no item can.
    """
    rows = table(ChangedRow)
    query = select(rows).where(rows.c.change_id == change_id).order_by(rows.c.position)
    items: list[ItemChange] = []
    fields: list[FieldChange] = []
    for row in connection.execute(query).mappings():
        name, before, after = row["label"], row["before"], row["after"]
        if row["of_review"]:
            fields.append(FieldChange(name, _field(name, before), _field(name, after)))
        else:
            items.append(ItemChange(name, _item(name, before), _item(name, after)))
    return Difference(tuple(items), tuple(fields))


def _item_row(change: ItemChange) -> dict[str, Any]:
    return {
        "of_review": False,
        "label": change.label,
        "before": _item_json(change.before),
        "after": _item_json(change.after),
    }


def _field_row(change: FieldChange) -> dict[str, Any]:
    return {
        "of_review": True,
        "label": change.name,
        "before": _field_json(change.name, change.before),
        "after": _field_json(change.name, change.after),
    }


def _item_json(item: Item | None) -> str | None:
    return None if item is None else json.dumps(item.model_dump(mode="json"))


def _item(label: str, text: str | None) -> Item | None:
    _, kind = COLLECTIONS[label[0]]
    return None if text is None else kind.model_validate(json.loads(text))


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    """What reads and writes a field of the review, or one of a part of it such as `incident.title`."""
    kind: Any = Review
    for step in name.split("."):
        kind = kind.model_fields[step].annotation
    return TypeAdapter(kind)


def _field_json(name: str, value: Any) -> str:
    return json.dumps(_adapter(name).dump_python(value, mode="json"))


def _field(name: str, text: str) -> Any:
    return _adapter(name).validate_python(json.loads(text))
