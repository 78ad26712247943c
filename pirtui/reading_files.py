"""Files, folders and streams become materials: the edge between the disk and the readers of evidence."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from pirtui.capture.archives import (
    LARGEST_FILE,
    Allowance,
    is_archive,
    matters,
    nothing_inside,
    unpacked,
)
from pirtui.capture.candidates import UnreadableSource
from pirtui.capture.material import Material
from pirtui.domain.visible import visible
from pirtui.files import FileProblem

STANDARD_INPUT = "standard input"
"""The name of a material that came through a pipe."""

_TOO_LARGE = f"expected at most {LARGEST_FILE // 1_000_000} MB, but this is larger."
_SPECIAL = "expected a file or a folder, but this is a device or a pipe; a pipe can be read with -."
_REASONS = {
    FileNotFoundError: "there is no such file or folder",
    PermissionError: "it may not be read by you",
}


def material_from(path: Path) -> Material:
    """Read a file, a zip archive or a folder.

    Raises:
        FileProblem: if it cannot be opened.
        UnreadableSource: if it is too large, or an archive that cannot be read.
    """
    try:
        return _material(path)
    except OSError as problem:
        raise FileProblem(f"{visible(str(path))} could not be read: {_reason(problem)}.") from problem


def material_from_stream(stream: BinaryIO, name: str = STANDARD_INPUT) -> Material:
    """Read everything that comes through a pipe.

    Raises:
        FileProblem: if it breaks.
        UnreadableSource: if it is too large, or an archive that cannot be read.
    """
    try:
        content = stream.read(LARGEST_FILE + 1)
    except OSError as problem:
        raise FileProblem(f"{name} could not be read: {_reason(problem)}.") from problem
    return material_from_bytes(name, content)


def material_from_bytes(name: str, content: bytes) -> Material:
    """The material that these bytes are: the members of a zip archive, or the bytes themselves.

    Raises:
        UnreadableSource: if they are too many, or an archive that cannot be read.
    """
    if len(content) > LARGEST_FILE:
        raise UnreadableSource(name, _TOO_LARGE)
    return unpacked(name, content) if is_archive(content) else Material(name, content)


def _material(path: Path) -> Material:
    found = _found(path)
    name = _name(path)
    if stat.S_ISDIR(found.st_mode):
        return _folder(path, name)
    return material_from_bytes(name, _content(path, found, name))


def _found(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except ValueError:  # a name with an empty character in it
        raise FileNotFoundError from None


def _name(path: Path) -> str:
    """The last part of the path: what lies above it is nobody's business in a report."""
    return visible(path.name or path.resolve().name or str(path))


def _reason(problem: OSError) -> str:
    for kind, reason in _REASONS.items():
        if isinstance(problem, kind):
            return reason
    return (problem.strerror or "the disk does not answer").lower()


def _content(path: Path, found: os.stat_result, name: str) -> bytes:
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableSource(name, _SPECIAL)
    if found.st_size > LARGEST_FILE:
        raise UnreadableSource(name, _TOO_LARGE)
    with path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise UnreadableSource(name, _TOO_LARGE)
    return content


def _folder(folder: Path, name: str) -> Material:
    allowance = Allowance(name)
    members: dict[str, Material] = {}
    for path in _files(folder, allowance):
        inside = path.relative_to(folder).as_posix()
        if not matters(inside) or not _stays_inside(path, folder):
            continue
        shown = f"{name}/{visible(inside)}"
        content = _content(path, path.stat(), shown)
        allowance.spend(len(content))
        members[inside] = Material(shown, content)
    if not members:
        raise nothing_inside(name)
    return Material(name, members=members)


def _files(folder: Path, allowance: Allowance) -> Iterator[Path]:
    """Every file below the folder in a fixed order; hidden folders and links to folders stay closed."""
    for place, folders, files in os.walk(folder, onerror=_raise):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        allowance.count(len(folders) + len(files))
        yield from (Path(place, name) for name in sorted(files))


def _raise(problem: OSError) -> None:
    raise problem


def _stays_inside(path: Path, folder: Path) -> bool:
    """Whether this is a file of the folder itself: no pipe, and no link that leads out of it."""
    real = path.resolve()
    return real.is_file() and real.is_relative_to(folder.resolve())
