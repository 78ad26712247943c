"""Every failure of SQLite, said as one sentence that names the file."""

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
    ReadOnlyLibrary,
)

_SENTENCES: tuple[tuple[str, type[LibraryProblem], str], ...] = (
    ("locked", LockedLibrary, "{path} is held by another process; try again in a moment."),
    ("busy", LockedLibrary, "{path} is held by another process; try again in a moment."),
    ("readonly", ReadOnlyLibrary, "{path} can be read but not written; check its permissions."),
    (
        "not a database",
        ForeignFile,
        "{path} is not a pirtui library; choose another file with --library.",
    ),
    ("malformed", CorruptLibrary, "{path} is damaged; `pirtui doctor` says what can be saved."),
    ("disk is full", FullDisk, "There is no room left on the disk for {path}; free some and try again."),
    (
        "unable to open",
        ReadOnlyLibrary,
        "{path} cannot be opened; check that its folder can be written.",
    ),
    ("no such table", CorruptLibrary, "{path} lacks a table; `pirtui doctor` says what can be saved."),
)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system say into a `LibraryProblem` about `path`."""
    try:
        yield
    except LibraryProblem as problem:
        raise type(problem)(str(problem).replace("{path}", str(path))) from problem
    except PermissionError as problem:
        raise ReadOnlyLibrary(f"{path} may not be written by you; check its permissions.") from problem
    except Exception as problem:
        if not _is_database_error(problem):
            raise
        raise _as_problem(problem, path) from problem


def _is_database_error(problem: Exception) -> bool:
    if isinstance(problem, (sqlite3.Error, OSError)):
        return True
    return isinstance(getattr(problem, "orig", None), sqlite3.Error)


def _as_problem(problem: Exception, path: Path) -> LibraryProblem:
    said = str(getattr(problem, "orig", None) or problem)
    for sign, kind, sentence in _SENTENCES:
        if sign in said.lower():
            return kind(sentence.replace("{path}", str(path)))
    return LibraryProblem(f"{path} could not be used: {said}.")
