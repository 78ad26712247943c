"""Opening a library for reading, with the standard library alone."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pirtui.store.identity import require_library, require_no_triggers

_WAIT_SECONDS = 2.0
_NOTHING_BESIDE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open a library for reading only.

    Raises:
        ForeignFile, NewerLibrary: if it is not ours to read.
    """
    try:
        return _connected(path, "mode=ro")
    except sqlite3.OperationalError as problem:
        if problem.sqlite_errorcode & 0xFF not in _NOTHING_BESIDE or not _is_alone(path):
            raise
    return _connected(path, "immutable=1")


def _is_alone(path: Path) -> bool:
    """Whether nobody has the library open, so that it can be read where nothing may be put beside it."""
    return path.is_file() and not path.with_name(f"{path.name}-wal").exists()


def _connected(path: Path, how: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?{how}", uri=True, timeout=_WAIT_SECONDS, isolation_level=None
    )
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute("PRAGMA trusted_schema = OFF")
        require_library(application, version, empty=is_empty(connection))
        require_no_triggers(parts(connection))
    except BaseException:
        connection.close()
        raise
    return connection


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether the file holds no table yet, as one does that is just being made."""
    return not parts(connection)


def parts(connection: sqlite3.Connection) -> set[str]:
    """The kinds of what a file is made of, such as `table`, `index` and `view`."""
    return {kind for (kind,) in connection.execute("SELECT DISTINCT type FROM sqlite_master")}


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything read inside is of one moment, whatever other processes write meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.rollback()
