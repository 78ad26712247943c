"""Writing a database file so that it is there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pirtui.store.errors import LibraryProblem

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite may keep beside a database, by the endings of the files' names."""


def require_free(path: Path) -> None:
    """Check that nothing lies at `path`.

    Raises:
        LibraryProblem: if something does.
    """
    if path.exists():
        raise LibraryProblem(f"{path} exists already; name another file.")


def file_at(path: Path) -> tuple[int, int] | None:
    """Which file lies at `path`, whatever it is called; `None` if there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def beside(path: Path, ending: str) -> Path:
    """The file that SQLite keeps under this ending beside a database."""
    return path.with_name(f"{path.name}{ending}")


@contextmanager
def put_in_place(path: Path) -> Iterator[Path]:
    """A new, empty file in the same folder, private to its owner, to be filled inside.

    At the end it takes the place of whatever lies at `path`; on a failure it is gone.

    Raises:
        OSError: if the folder cannot be written.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}-", suffix=".part")
    os.close(handle)
    made = Path(name)
    try:
        yield made
        os.replace(made, path)
        _keep_entries(path.parent)
    finally:
        for ending in ("", *BESIDE):
            beside(made, ending).unlink(missing_ok=True)


def _keep_entries(folder: Path) -> None:
    """See that the folder's entries reach the disk."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
