"""What sort of file a path leads to, without opening a library."""

from enum import StrEnum
from pathlib import Path

_SQLITE_START = b"SQLite format 3\x00"


class FileKind(StrEnum):
    """A pirtui-sized guess by content; only opening the file proves it."""

    LIBRARY = "library"
    JSON = "json"
    OTHER = "other"
    MISSING = "missing"


def file_kind(path: Path) -> FileKind:
    """Look at the first bytes of a file.

    Raises:
        OSError: if it exists but cannot be read.
    """
    if not path.is_file():
        return FileKind.MISSING if not path.exists() else FileKind.OTHER
    with path.open("rb") as file:
        start = file.read(256)
    if start.startswith(_SQLITE_START):
        return FileKind.LIBRARY
    return FileKind.JSON if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else FileKind.OTHER
