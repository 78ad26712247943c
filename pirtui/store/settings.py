"""What the facilitator chose once, kept in the library."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from pirtui.store.tables import SettingRow
from pirtui.store.texts import kept_text
from pirtui.store.writing import table


def read_setting(connection: Connection, name: str) -> str:
    """What was chosen under this name; empty if nothing was."""
    rows = table(SettingRow)
    found = connection.execute(select(rows.c.value).where(rows.c.name == name)).scalar()
    return "" if found is None else str(found)


def write_setting(connection: Connection, name: str, value: str) -> None:
    """Keep a choice under a name, in place of the former one."""
    chosen = {"name": kept_text(name), "value": kept_text(value)}
    connection.execute(
        insert(table(SettingRow))
        .values(**chosen)
        .on_conflict_do_update(index_elements=["name"], set_={"value": chosen["value"]})
    )
