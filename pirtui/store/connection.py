"""Opening a library file: its pragmas, its identity, its migrations, each in a transaction."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import StaticPool
from sqlmodel import SQLModel

from pirtui.store.backups import write_backup
from pirtui.store.identity import (
    APPLICATION_ID,
    LIBRARY_VERSION,
    require_library,
    require_no_triggers,
)
from pirtui.store.opening import parts
from pirtui.store.tables import (
    ClosedEndRow,
    ReviewRow,
    RoomMarkRow,
    SafeguardRow,
    SettingRow,
    StageTimeRow,
)
from pirtui.store.views import VIEWS

_WAIT_SECONDS = 5.0
_BETWEEN_TRIES = 0.02
_PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
)


def connect(path: Path) -> Connection:
    """Open the file, made if it is missing, with the newest tables in it.

    Raises:
        sqlite3.Error, OSError, LibraryProblem: to be put into words by `failures.translated`.
    """
    _make_private(path)
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(path, timeout=_WAIT_SECONDS, check_same_thread=False),
        poolclass=StaticPool,
    )
    connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    try:
        _require_ours(connection)
        _write_ahead(connection)
        for statement in _PRAGMAS:
            connection.exec_driver_sql(statement)
        _bring_up_to_date(connection, path)
    except BaseException:
        close(connection)
        raise
    return connection


def close(connection: Connection) -> None:
    """Close the connection and the file."""
    connection.close()
    connection.engine.dispose()


@contextmanager
def transaction(connection: Connection) -> Iterator[Connection]:
    """All or nothing: committed at the end, rolled back on any failure."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        if raw(connection).in_transaction:
            connection.exec_driver_sql("ROLLBACK")
        raise


def is_free(connection: sqlite3.Connection) -> bool:
    """Whether a transaction could begin at once."""
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError as problem:
        return problem.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY  # writing will say the rest
    finally:
        connection.execute(f"PRAGMA busy_timeout = {_WAIT_SECONDS * 1000:.0f}")
    return True


def pragma(connection: Connection, name: str) -> int:
    """The number that a pragma holds."""
    return int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())


def _make_private(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _require_ours(connection: Connection) -> None:
    found = parts(raw(connection))
    require_library(
        pragma(connection, "application_id"), pragma(connection, "user_version"), empty=not found
    )
    require_no_triggers(found)


def _write_ahead(connection: Connection) -> None:
    """Keep changes in a log beside the file, so that a crash loses none and readers never wait.

    Two processes that set this at the same moment get in each other's way without waiting, so it is
    tried again for as long as a lock would be waited for.
    """
    until = time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            if connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() != "wal":
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
            return
        except OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(_BETWEEN_TRIES)


def _bring_up_to_date(connection: Connection, path: Path) -> None:
    """Make the tables of a new library; take those of an older one to the version of today.

    An older library is copied first. All of it happens in one transaction, or none.
    """
    version = pragma(connection, "user_version")
    if version == LIBRARY_VERSION:
        return
    if version:
        write_backup(raw(connection), path.with_name(f"{path.name}.v{version}.backup"))
    with transaction(connection):
        version = pragma(connection, "user_version")
        if version:
            for number in range(version + 1, LIBRARY_VERSION + 1):
                MIGRATIONS[number](connection)
        else:
            _make_tables(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {LIBRARY_VERSION}")


def _make_tables(connection: Connection) -> None:
    """Every table and view of today, and the mark that the file is ours."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    for row in ReviewRow.metadata.sorted_tables:
        row.create(connection)
    for name, query in VIEWS.items():
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {query}")


def _add_settings(connection: Connection) -> None:
    SQLModel.metadata.tables[str(SettingRow.__tablename__)].create(connection)


def _add_the_room(connection: Connection) -> None:
    """Safeguards, loose ends closed with a reason, the close of the meeting, and private marks."""
    for row in (SafeguardRow, ClosedEndRow, RoomMarkRow, StageTimeRow):
        SQLModel.metadata.tables[str(row.__tablename__)].create(connection)
    for column in ("close_answered", "close_learned", "close_come_again"):
        connection.exec_driver_sql(f"ALTER TABLE review ADD COLUMN {column} INTEGER")
    connection.exec_driver_sql("ALTER TABLE parked ADD COLUMN origin_label VARCHAR NOT NULL DEFAULT ''")


MIGRATIONS: dict[int, Callable[[Connection], None]] = {2: _add_settings, 3: _add_the_room}
"""What takes a library to this version from the one before; nothing does for the first."""


def raw(connection: Connection) -> sqlite3.Connection:
    """The standard library's connection beneath, for what needs no SQLAlchemy."""
    beneath = connection.connection.dbapi_connection
    assert isinstance(beneath, sqlite3.Connection)
    return beneath
