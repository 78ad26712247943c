"""Whole copies of a library: made while it is in use, and put back in its place."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from pirtui.store.errors import CorruptLibrary, LibraryProblem, LockedLibrary
from pirtui.store.failures import DAMAGED, translated
from pirtui.store.opening import connect_to_read
from pirtui.store.placing import BESIDE, beside, put_in_place, require_free

_IN_USE = "{path} is open in another pirtui; close that one, then try again."


def write_backup(source: sqlite3.Connection, path: Path) -> None:
    """Copy a whole library to `path`, in one file; what is there is replaced.

    Raises:
        OSError, sqlite3.Error: if it cannot be written.
    """
    with put_in_place(path) as part:
        _copy(source, part)


def restore_backup(path: Path, backup: Path, clock: Callable[[], datetime]) -> Path | None:
    """Put a copy of a backup in the place of the library at `path`, which no process may have open.

    What was there is kept beside it, damaged or not; its new name is returned, `None` if there was
    nothing.

    Raises:
        LibraryProblem: if the backup is not a sound library, the library is in use, or the folder cannot
            be written; nothing is changed then.
    """
    replaced = path.with_name(f"{path.name}.{clock():%Y%m%dT%H%M%S}.replaced")
    with translated(backup), closing(_sound(backup)) as source, translated(path):
        require_free(replaced)
        _require_unused(path)
        with put_in_place(path) as part:
            _copy(source, part)
            return _kept_as(path, replaced)


def _copy(source: sqlite3.Connection, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")


def _sound(backup: Path) -> sqlite3.Connection:
    if not backup.exists():
        raise LibraryProblem(f"There is no file {backup}.")
    connection = connect_to_read(backup)
    try:
        if connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            raise CorruptLibrary(DAMAGED[1])
    except BaseException:
        connection.close()
        raise
    return connection


def _require_unused(path: Path) -> None:
    """Bring what stands beside the library into it, which works only where no other process has it."""
    if not path.exists():
        return
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
    except sqlite3.DatabaseError as problem:
        if problem.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise LockedLibrary(_IN_USE) from problem


def _kept_as(path: Path, replaced: Path) -> Path | None:
    """Give the library a second name, so that there is one at every moment."""
    if not path.exists():
        return None
    try:
        os.link(path, replaced)
    except OSError:
        os.replace(path, replaced)
    for ending in BESIDE:
        if beside(path, ending).exists():
            os.replace(beside(path, ending), beside(replaced, ending))
    return replaced
