"""Opening a library for reading, with the standard library alone."""

import sqlite3
from pathlib import Path

from pirtui.store.identity import require_library


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open a library for reading only.

    Raises:
        ForeignFile, NewerLibrary: if it is not ours to read.
    """
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=2)
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        require_library(application, version, empty=False)
    except BaseException:
        connection.close()
        raise
    return connection
