"""What the facilitator keeps beside the review: private marks, and how long the stages took."""

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from pirtui.store.kept_room import KeptRoom, StageTime
from pirtui.store.tables import RoomMarkRow, StageTimeRow
from pirtui.store.texts import kept_text
from pirtui.store.writing import table


def read_room(connection: Connection, review_id: str) -> KeptRoom:
    """Everything that is kept beside a review."""
    rows, times = table(RoomMarkRow), table(StageTimeRow)
    marks: dict[str, dict[str, str]] = {}
    query = select(rows.c.kind, rows.c.name, rows.c.value).where(rows.c.review_id == review_id)
    for kind, name, value in connection.execute(query):
        marks.setdefault(kind, {})[name] = value
    taken = select(times.c.stage, times.c.seconds, times.c.extra_minutes).where(
        times.c.review_id == review_id
    )
    return KeptRoom(
        marks, {stage: StageTime(seconds, extra) for stage, seconds, extra in connection.execute(taken)}
    )


def write_mark(connection: Connection, review_id: str, kind: str, name: str, value: str) -> None:
    """Keep a mark in place of the former one of the same name."""
    kept = kept_text(value)
    connection.execute(
        insert(table(RoomMarkRow))
        .values(review_id=review_id, kind=kind, name=kept_text(name), value=kept)
        .on_conflict_do_update(index_elements=["review_id", "kind", "name"], set_={"value": kept})
    )


def remove_mark(connection: Connection, review_id: str, kind: str, name: str) -> None:
    """Take a mark away, if it is there."""
    rows = table(RoomMarkRow)
    connection.execute(
        delete(rows).where(
            rows.c.review_id == review_id, rows.c.kind == kind, rows.c.name == kept_text(name)
        )
    )


def write_stage_time(connection: Connection, review_id: str, stage: str, spent: StageTime) -> None:
    """Keep how long a stage has taken so far."""
    values = {"seconds": spent.seconds, "extra_minutes": spent.extra_minutes}
    connection.execute(
        insert(table(StageTimeRow))
        .values(review_id=review_id, stage=stage, **values)
        .on_conflict_do_update(index_elements=["review_id", "stage"], set_=values)
    )
