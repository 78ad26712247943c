"""Every failure of SQLite and of the file system, said as one sentence that names the file."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pirtui.store.errors import (
    CorruptLibrary,
    ForeignFile,
    FullDisk,
    LibraryProblem,
    LockedLibrary,
    MovedLibrary,
    ReadOnlyLibrary,
)

Saying = tuple[type[LibraryProblem], str]

_FULL: Saying = (FullDisk, "There is no room left on the disk for {path}; free some and try again.")
_LOCKED: Saying = (LockedLibrary, "{path} is held by another process; try again in a moment.")
_READ_ONLY: Saying = (
    ReadOnlyLibrary,
    "{path} can be read but not written; check its permissions and its disk.",
)
_NO_ENTRY: Saying = (
    ReadOnlyLibrary,
    "{path} cannot be opened; check the permissions of the file and of its folder.",
)
_FOLDER: Saying = (LibraryProblem, "{path} is a folder; name a file in it.")
_UNREADABLE: Saying = (
    LibraryProblem,
    "{path} could not be read or written by the disk; check the disk, then try again.",
)
DAMAGED: Saying = (
    CorruptLibrary,
    "{path} is damaged and was left as it is; copy it away, then put a backup in its place.",
)
FOREIGN: Saying = (ForeignFile, "{path} is not a pirtui library; choose another file with --library.")
MOVED: Saying = (
    MovedLibrary,
    "{path} was moved, deleted or replaced while it was open; start pirtui again.",
)

_BY_SQLITE: dict[int, Saying] = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_IOERR: _UNREADABLE,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_CANTOPEN: _NO_ENTRY,
    sqlite3.SQLITE_NOTADB: FOREIGN,
}
_BY_SYSTEM: dict[int, Saying] = {
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EISDIR: _FOLDER,
    errno.EIO: _UNREADABLE,
    errno.EEXIST: (LibraryProblem, "{path} exists already; name another file."),
    errno.ENOENT: (LibraryProblem, "There is no folder for {path}; make it or name another one."),
    errno.ENOTDIR: (LibraryProblem, "{path} does not lie in a folder; name another file."),
    errno.ENAMETOOLONG: (LibraryProblem, "The name of {path} is too long; choose a shorter one."),
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system say into a `LibraryProblem` about `path`."""
    try:
        yield
    except LibraryProblem as problem:
        if "{path}" not in str(problem):
            raise
        raise type(problem)(str(problem).replace("{path}", str(path))) from problem
    except Exception as problem:
        said = _by_sqlite(problem, path) or _by_system(problem)
        if said is None:
            raise
        kind, sentence = said
        raise kind(sentence.replace("{path}", str(path))) from problem


def _by_sqlite(problem: Exception, path: Path) -> Saying | None:
    """What SQLite means, also when SQLAlchemy has wrapped it."""
    beneath = getattr(problem, "orig", None) or problem
    if not isinstance(beneath, sqlite3.Error):
        return None
    if path.is_dir():
        return _FOLDER
    code = getattr(beneath, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_ERROR and "no such" in str(beneath):
        return DAMAGED
    return _BY_SQLITE.get(code) or (LibraryProblem, f"{{path}} could not be used: {beneath}.")


def _by_system(problem: Exception) -> Saying | None:
    if not isinstance(problem, OSError):
        return None
    number = problem.errno or 0
    said = os.strerror(number).lower() if number else str(problem)
    return _BY_SYSTEM.get(number) or (LibraryProblem, f"{{path}} could not be used: {said}.")
