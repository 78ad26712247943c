"""What was chosen once, read before anything heavy is imported."""

import sqlite3
from pathlib import Path

from pirtui.store.errors import LibraryProblem
from pirtui.store.opening import connect_to_read

THEME = "theme"
"""The name under which the theme is kept."""

PROMPTS = "prompts"
"""The name under which it is kept whether questions to ask are shown: `off`, or `on`."""


def remembered(path: Path, name: str) -> str:
    """What was chosen under this name; empty if nothing was, or if the library cannot be read."""
    if not path.is_file():
        return ""
    try:
        connection = connect_to_read(path)
    except (LibraryProblem, sqlite3.Error, OSError):
        return ""
    try:
        found = connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    except sqlite3.Error:
        return ""
    finally:
        connection.close()
    return str(found[0]) if found else ""
