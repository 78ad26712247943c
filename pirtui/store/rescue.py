"""A library that was deleted or replaced while it was open: what was in it is written down again."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from pirtui.store.backups import write_backup
from pirtui.store.connection import close, connect, raw
from pirtui.store.errors import LibraryProblem
from pirtui.store.failures import MOVED, translated
from pirtui.store.placing import BESIDE, beside

_BACK = "{path} was deleted while it was open; it is back, with all that was in it. Enter goes on."
_MOVED = "{path} was moved while it was open; move it back, or start pirtui again where it is now."
_BESIDE = "{path} was replaced while it was open; what was in it is in {rescued}. Start pirtui again."

_MOST_OPEN = 1024


@dataclass(frozen=True)
class Rescue:
    """What is said, the connection to go on with, and whether the file is at its place again."""

    sentence: str
    connection: Connection
    is_back: bool


def rescue(path: Path, file: tuple[int, int] | None, connection: Connection) -> Rescue:
    """Write what the open connection still reads to its place, or beside what lies there now.

    A `file` that has a name somewhere else was moved: it holds everything, and is left alone.
    """
    try:
        with translated(path):
            if _has_a_name(file):
                return Rescue(_MOVED, connection, is_back=False)
            return _beside(path, connection) if path.exists() else _back(path, connection)
    except LibraryProblem:
        return Rescue(MOVED[1], connection, is_back=False)


def _has_a_name(file: tuple[int, int] | None) -> bool:
    """Whether an open file can still be found in some folder; asked of what this process has open."""
    for number in range(_MOST_OPEN):
        with suppress(OSError):
            found = os.fstat(number)
            if (found.st_dev, found.st_ino) == file:
                return found.st_nlink > 0
    return False


def _back(path: Path, connection: Connection) -> Rescue:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for ending in BESIDE:
        beside(path, ending).unlink(missing_ok=True)
    write_backup(raw(connection), path)
    again = connect(path)
    with suppress(Exception):
        close(connection)
    return Rescue(_BACK, again, is_back=True)


def _beside(path: Path, connection: Connection) -> Rescue:
    """Under a name that stays the same however often this is asked for."""
    number = raw(connection).execute("SELECT count(*) FROM change").fetchone()[0]
    rescued = path.with_name(f"{path.name}.{number}-changes.rescued")
    if not rescued.exists():
        write_backup(raw(connection), rescued)
    return Rescue(_BESIDE.replace("{rescued}", str(rescued)), connection, is_back=False)
