"""A review that travels alone, in a library of its own."""

from pathlib import Path

from pirtui.domain.review import Review
from pirtui.store.connection import close, connect, transaction
from pirtui.store.errors import LockedLibrary
from pirtui.store.placing import beside, put_in_place, require_free
from pirtui.store.writing import insert_review


def write_single(review: Review, path: Path, now: str, *, overwrite: bool) -> None:
    """Write a library that holds one review and nothing of its history.

    Raises:
        LibraryProblem: if the file exists and may not be replaced, or is open as a library.
    """
    if not overwrite:
        require_free(path)
    if beside(path, "-wal").exists():
        raise LockedLibrary(f"{path} is open in another pirtui; name another file.")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with put_in_place(path) as part:
        connection = connect(part)
        try:
            with transaction(connection):
                insert_review(connection, review, now)
            connection.exec_driver_sql("PRAGMA journal_mode = DELETE")
        finally:
            close(connection)
