"""Backups that are made without being asked, in a folder beside the library, and thinned out with time.

Only the standard library is needed, so that a backup never waits for anything else, nor anything for it.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from pirtui.domain.backup_policy import worth_keeping
from pirtui.store.backups import write_backup
from pirtui.store.errors import CorruptLibrary, LibraryProblem
from pirtui.store.failures import DAMAGED, translated
from pirtui.store.opening import connect_to_read, is_empty

FOLDER = "backups"
"""The name of the folder beside the library."""

_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"\.(\d{8}T\d{6}Z)\.backup$")
_ALWAYS = timedelta(0)


class Backup(NamedTuple):
    """A copy of the library, and when it was made, in UTC."""

    path: Path
    at: datetime


def backups_of(library: Path) -> tuple[Backup, ...]:
    """The copies that lie in the library's folder of backups, the newest first."""
    found = []
    with suppress(OSError):
        for path in (library.parent / FOLDER).iterdir():
            named = _NAME.search(path.name)
            if named and path.name.startswith(f"{library.name}.") and path.is_file():
                found.append(Backup(path, datetime.strptime(named[1], _STAMP).replace(tzinfo=UTC)))
    return tuple(sorted(found, key=lambda backup: backup.at, reverse=True))


def keep_backup(
    library: Path, clock: Callable[[], datetime], at_most_every: timedelta = _ALWAYS
) -> Backup | None:
    """Copy the library if it has changed since the last copy, then thin the older copies out.

    Nothing is removed unless the new copy is whole. A copy younger than `at_most_every` is enough.

    Raises:
        LibraryProblem: if the library cannot be read, or the copy not be written.
    """
    now = clock().astimezone(UTC).replace(microsecond=0)
    made = backups_of(library)
    if made and timedelta(0) <= now - made[0].at < at_most_every:
        return None
    with translated(library), closing(connect_to_read(library)) as source:
        if is_empty(source) or (made and _content(source) == _content_of(made[0].path)):
            return None
        backup = Backup(library.parent / FOLDER / f"{library.name}.{now:{_STAMP}}.backup", now)
        with translated(backup.path):
            _write(source, backup.path)
    _thin_out(library, now)
    return backup


def is_sound(backup: Path) -> bool:
    """Whether a copy can be read whole."""
    try:
        with translated(backup), closing(connect_to_read(backup)) as connection:
            return bool(connection.execute("PRAGMA quick_check").fetchone() == ("ok",))
    except LibraryProblem:
        return False


def _write(source: sqlite3.Connection, path: Path) -> None:
    path.parent.mkdir(mode=0o700, exist_ok=True)
    write_backup(source, path)
    if not is_sound(path):
        path.unlink()
        raise CorruptLibrary(DAMAGED[1])


def _thin_out(library: Path, now: datetime) -> None:
    backups = backups_of(library)
    kept = worth_keeping((backup.at for backup in backups), now)
    for backup in backups:
        if backup.at not in kept:
            with suppress(OSError):
                os.unlink(backup.path)


def _content(connection: sqlite3.Connection) -> tuple[object, ...]:
    """What is another one after every change of a review."""
    changes = connection.execute("SELECT max(id) FROM change").fetchone()
    reviews = connection.execute("SELECT count(*), sum(revision), max(id) FROM review").fetchone()
    return (*changes, *reviews)


def _content_of(backup: Path) -> tuple[object, ...]:
    """The same of a copy; nothing of one that cannot be read, which is then made anew."""
    try:
        with translated(backup), closing(connect_to_read(backup)) as connection:
            return _content(connection)
    except LibraryProblem:
        return ()
