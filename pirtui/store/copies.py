"""Copies of a library: a whole backup, or one review that travels alone."""

import os
import sqlite3
from pathlib import Path

from sqlalchemy import Connection

from pirtui.domain.review import Review
from pirtui.store.connection import close, connect, raw, transaction
from pirtui.store.errors import LibraryProblem
from pirtui.store.writing import insert_review


def backup(connection: Connection, path: Path) -> None:
    """Copy the whole library to a file that does not exist yet.

    Raises:
        LibraryProblem: if the file exists.
    """
    _require_free(path, overwrite=False)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    target = sqlite3.connect(path)
    try:
        raw(connection).backup(target)
    finally:
        target.close()


def write_single(review: Review, path: Path, now: str, *, overwrite: bool) -> None:
    """Write a library that holds one review and nothing of its history.

    Raises:
        LibraryProblem: if the file exists and may not be replaced.
    """
    _require_free(path, overwrite=overwrite)
    beside = path.with_name(f".{path.name}.part")
    beside.unlink(missing_ok=True)
    connection = connect(beside)
    try:
        with transaction(connection):
            insert_review(connection, review, now)
        connection.exec_driver_sql("PRAGMA journal_mode = DELETE")
    finally:
        close(connection)
    os.replace(beside, path)


def _require_free(path: Path, *, overwrite: bool) -> None:
    if path.exists() and not overwrite:
        raise LibraryProblem(f"{path} exists already; name another file.")
