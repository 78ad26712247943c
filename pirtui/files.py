"""Writing text to a file without ever leaving half of it, or overwriting what is not ours."""

import os
import tempfile
from pathlib import Path


class FileProblem(Exception):
    """A file could not be written; the message says which and why, in one sentence."""


def write_text(path: Path, text: str, *, overwrite: bool) -> None:
    """Write the text beside `path` and move it into place, readable by its owner only.

    Raises:
        FileProblem: if the file exists and may not be replaced, or cannot be written.
    """
    if not overwrite and path.exists():
        raise FileProblem(f"{path} exists already; name another file.")
    try:
        _replace(path, text)
    except OSError as problem:
        raise FileProblem(f"{path} could not be written: {problem.strerror}.") from problem


def report_path(folder: Path, ref: str) -> Path:
    """Where the report of a review goes: `REF.md`, or a numbered name if another file has that one."""
    path = folder / f"{ref}.md"
    number = 2
    while path.exists() and not _is_report_of(path, ref):
        path = folder / f"{ref}-{number}.md"
        number += 1
    return path


def _is_report_of(path: Path, ref: str) -> bool:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            beginning = file.read(4000)
    except OSError:
        return False
    return beginning.startswith("---\n") and f'\nref: "{ref}"\n' in beginning


def _replace(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
