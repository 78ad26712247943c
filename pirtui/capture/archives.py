"""Zip archives opened safely: what is inside is counted, measured and named before anybody reads it."""

import re
import stat
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath

from pirtui.capture.candidates import UnreadableSource
from pirtui.capture.material import Material
from pirtui.domain.visible import visible

LARGEST_FILE = 100_000_000
"""Bytes of the largest file that is read."""

_MOST_BYTES = 200_000_000
_MOST_MEMBERS = 50_000
_MEGABYTES = 1_000_000
_HIGHEST_RATIO = 200
_RATIO_MATTERS = 5_000_000
_CHUNK = 262_144

_BEGINNINGS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_DIRECTORY_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DRIVE = re.compile(r"[A-Za-z]:")
_PROSE = (".txt", ".text", ".md", ".markdown", ".rst", ".adoc")
_DATA = (".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".tab", ".yaml", ".yml")
_LOGS = (".log", ".weechatlog", ".out", ".history")
_SUFFIXES = frozenset(("", *_PROSE, *_DATA, *_LOGS))
_CLUTTER = frozenset(("__MACOSX", ".git", ".DS_Store"))
_OFFICE = {"xl/workbook.xml": "an Excel workbook", "word/document.xml": "a Word document"}
_NOTHING_INSIDE = "expected JSON, text, Markdown or CSV files inside, but there are none."


class Allowance:
    """How much one archive or folder may still hold; spent while it is read."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._bytes = 0
        self._members = 0

    def count(self, members: int = 1) -> None:
        """Note that there are more members.

        Raises:
            UnreadableSource: if they are too many.
        """
        self._members += members
        if self._members > _MOST_MEMBERS:
            expected = f"expected at most {_MOST_MEMBERS:,} files inside, but there are more."
            raise UnreadableSource(self._name, expected)

    def spend(self, size: int) -> None:
        """Note that this many bytes more were read.

        Raises:
            UnreadableSource: if they are too many.
        """
        self._bytes += size
        if self._bytes > _MOST_BYTES:
            most = _MOST_BYTES // _MEGABYTES
            raise UnreadableSource(self._name, f"expected at most {most} MB inside, but there is more.")


def is_archive(content: bytes) -> bool:
    """Whether these bytes begin as a zip archive does."""
    return content.startswith(_BEGINNINGS)


def matters(path: str) -> bool:
    """Whether a file at this path inside a folder or an archive can hold evidence, by its name."""
    where = PurePosixPath(path)
    clutter = _CLUTTER.intersection(where.parts) or where.name.startswith("._")
    return not clutter and where.suffix.lower() in _SUFFIXES


def nothing_inside(name: str) -> UnreadableSource:
    """The refusal of a folder or an archive without any file that matters."""
    return UnreadableSource(name, _NOTHING_INSIDE)


def unpacked(name: str, content: bytes) -> Material:
    """The members of a zip archive that can hold evidence.

    Nothing is written anywhere, and archives inside it stay closed.

    Raises:
        UnreadableSource: if it is damaged, encrypted, too large, or names places outside of itself.
    """
    allowance = Allowance(name)
    allowance.count(content.count(_DIRECTORY_ENTRY))
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return Material(name, members=_members(name, archive, allowance))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, LookupError):
        raise UnreadableSource(name, "expected a zip archive, but this one is damaged.") from None


def _members(name: str, archive: zipfile.ZipFile, allowance: Allowance) -> dict[str, Material]:
    entries = archive.infolist()
    _refuse_documents(name, {entry.filename for entry in entries})
    for entry in entries:
        _refuse_tricks(name, entry)
    members: dict[str, Material] = {}
    for entry in entries:
        path = entry.filename
        if entry.is_dir() or not matters(path):
            continue
        if path in members:
            raise UnreadableSource(
                name, f"expected each file once, but {visible(path)} is inside twice."
            )
        content = _content(name, archive, entry, allowance)
        members[path] = Material(f"{name}/{visible(path)}", content)
    if not members:
        raise nothing_inside(name)
    return members


def _refuse_documents(name: str, paths: set[str]) -> None:
    for path, title in _OFFICE.items():
        if path in paths:
            raise UnreadableSource(
                name, f"this is {title}; save it as CSV or plain text and import that."
            )


def _refuse_tricks(name: str, entry: zipfile.ZipInfo) -> None:
    path = entry.orig_filename
    shown = visible(path)
    if path.startswith("/") or "\\" in path or _DRIVE.match(path) or ".." in path.split("/"):
        expected = f"expected files that stay inside the archive, but one is named {shown}."
        raise UnreadableSource(name, expected)
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise UnreadableSource(name, f"expected files, but {shown} is a link to another place.")


def _content(name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, allowance: Allowance) -> bytes:
    shown = visible(entry.filename)
    if entry.flag_bits & _ENCRYPTED:
        raise UnreadableSource(name, f"{shown} is encrypted; unpack the archive and import the folder.")
    if entry.compress_type not in _METHODS:
        expected = f"{shown} is packed in an unusual way; unpack the archive and import the folder."
        raise UnreadableSource(name, expected)
    pieces: list[bytes] = []
    size = 0
    with archive.open(entry) as stream:
        while piece := stream.read(_CHUNK):
            pieces.append(piece)
            size += len(piece)
            allowance.spend(len(piece))
            _refuse_swelling(name, shown, size, entry.compress_size)
    return b"".join(pieces)


def _refuse_swelling(name: str, shown: str, size: int, packed: int) -> None:
    if size > LARGEST_FILE:
        most = LARGEST_FILE // _MEGABYTES
        raise UnreadableSource(name, f"{shown} is larger than {most} MB when it is unpacked.")
    if size > _RATIO_MATTERS and size > _HIGHEST_RATIO * max(packed, 1):
        expected = f"{shown} unpacks to more than {_HIGHEST_RATIO} times its size, so nothing was read."
        raise UnreadableSource(name, expected)
