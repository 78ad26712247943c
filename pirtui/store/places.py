"""Where the room was: the stage on the screen, and in each stage the highlight and the draft."""

from dataclasses import asdict, dataclass

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from pirtui.store.seats import is_first
from pirtui.store.tables import PositionRow, StagePlaceRow
from pirtui.store.texts import kept_text
from pirtui.store.writing import table


@dataclass(frozen=True)
class Place:
    """The highlighted key and the unfinished line of a stage, with the item that the line edits."""

    highlight: str = ""
    draft: str = ""
    editing: str = ""


@dataclass(frozen=True)
class Places:
    """The stage on the screen, empty if none was, and the place in each stage."""

    stage: str
    by_stage: dict[str, Place]


def read_places(connection: Connection, review_id: str) -> Places:
    """Where the room was in a review."""
    positions, rows = table(PositionRow), table(StagePlaceRow)
    stage = connection.execute(
        select(positions.c.stage).where(positions.c.review_id == review_id)
    ).scalar()
    query = select(rows.c.stage, rows.c.highlight, rows.c.draft, rows.c.editing).where(
        rows.c.review_id == review_id
    )
    found = {
        name: Place(highlight, draft, editing)
        for name, highlight, draft, editing in connection.execute(query)
    }
    return Places(stage or "", found)


def write_place(connection: Connection, review_id: str, stage: str, place: Place) -> None:
    """Keep where the room is now."""
    position = {"review_id": review_id, "stage": stage}
    if is_first(stage):
        connection.execute(
            insert(table(PositionRow))
            .values(**position)
            .on_conflict_do_update(index_elements=["review_id"], set_={"stage": stage})
        )
    said = {name: kept_text(text) for name, text in asdict(place).items()}
    connection.execute(
        insert(table(StagePlaceRow))
        .values(**position, **said)
        .on_conflict_do_update(index_elements=["review_id", "stage"], set_=said)
    )
