"""`pirtui export` and `pirtui import`."""

from __future__ import annotations

import shutil
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from pirtui.cli.console import Problem, complain, pour, say
from pirtui.cli.world import World, existing_library, library_path
from pirtui.domain.review import Review
from pirtui.domain.roles import NameStyle
from pirtui.files import FileProblem, write_text
from pirtui.report.exchange import FORMAT as OWN_FORMAT
from pirtui.report.exchange import ExchangeProblem, from_json, to_json
from pirtui.report.markdown import to_markdown
from pirtui.store.errors import LibraryProblem
from pirtui.store.kinds import FileKind, file_kind
from pirtui.store.library import Library

_STDOUT = "-"
_WRONG = 2
_BEGINNING = 2_000
"""So many characters at the beginning of a file say whether pirtui wrote it."""

_SQLITE = "sqlite"
_BESIDE = ("", "-wal")
"""What a library in use consists of, by the endings of its files' names."""


# Export


def export(options: Namespace, world: World) -> int:
    """Write a review as a report or a file to hand on."""
    with world.library(existing_library(options.library)) as library:
        if options.format == _SQLITE:
            _export_library(library, options)
        else:
            _export_text(library.load(options.ref), options)
    return 0


def _export_library(library: Library, options: Namespace) -> None:
    if options.output == _STDOUT:
        raise Problem("Name a file for the sqlite format, such as `-o review.db`.")
    path = _free(options)
    if path.exists() and path.samefile(library.path):
        raise Problem(f"{path} is the library itself; name another file.")
    library.export_review(options.ref, path, overwrite=options.force)


def _export_text(review: Review, options: Namespace) -> None:
    names = NameStyle(options.names)
    text = to_json(review) if options.format == "json" else to_markdown(review, names=names)
    if options.output == _STDOUT:
        pour(text)
        return
    try:
        write_text(_free(options), text, overwrite=options.force)
    except FileProblem as problem:
        raise Problem(str(problem)) from problem


def _free(options: Namespace) -> Path:
    path = Path(options.output).expanduser()
    if path.is_dir():
        raise Problem(f"{path} is a folder; name a file in it.")
    if path.exists() and not options.force:
        raise Problem(f"{path} exists already; --force replaces it.")
    return path


# Import


def import_files(options: Namespace, world: World) -> int:
    """Take in every file that can be taken in; 2 if any cannot.

    What pirtui exported is a review of its own; everything else is evidence for one.
    """
    return max(_taken(name, options, world) for name in options.files)


def _taken(name: str, options: Namespace, world: World) -> int:
    if not _is_own(name, options):
        from pirtui.cli.evidence import import_evidence

        return import_evidence(name, options, world)
    path = Path(name).expanduser()
    if options.dry_run:
        return 0 if _shown(path, world) else _WRONG
    with world.library(library_path(options.library)) as library:
        return 0 if _imported(library, path, world) else _WRONG


def _is_own(name: str, options: Namespace) -> bool:
    """Whether a file holds reviews that pirtui exported, by its first bytes."""
    if name == _STDOUT or options.format != "auto":
        return False
    path = Path(name).expanduser()
    try:
        kind = file_kind(path)
        if kind is FileKind.JSON:
            with path.open(encoding="utf-8", errors="replace") as file:
                return OWN_FORMAT in file.read(_BEGINNING)
    except (OSError, ValueError):
        return False
    return kind is FileKind.LIBRARY


def _shown(path: Path, world: World) -> bool:
    """Print the refs of the reviews in a file, and store nothing."""
    try:
        for review in reviews_in(path, world):
            say(review.ref)
    except Problem as problem:
        complain(str(problem))
        return False
    return True


def _imported(library: Library, path: Path, world: World) -> bool:
    fine = True
    try:
        for review in reviews_in(path, world):
            fine = _taken_in(library, review, path) and fine
    except Problem as problem:
        complain(str(problem))
        return False
    return fine


def _taken_in(library: Library, review: Review, path: Path) -> bool:
    try:
        say(library.import_review(review).ref)
    except LibraryProblem as problem:
        complain(f"{path}: {problem}")
        return False
    return True


def reviews_in(path: Path, world: World) -> Iterator[Review]:
    """Every review in a file that pirtui exported as json or sqlite.

    Raises:
        Problem: if the file cannot be read, or is neither.
    """
    match known_kind(path):
        case FileKind.LIBRARY:
            yield from _reviews_of_library(path, world)
        case FileKind.JSON:
            yield _review_of_json(path)


def known_kind(path: Path) -> FileKind:
    """Whether a file is a library or JSON.

    Raises:
        Problem: if it is neither, missing, or cannot be read.
    """
    try:
        kind = file_kind(path)
    except (OSError, ValueError) as problem:
        raise Problem(f"{path} cannot be read.") from problem
    if kind is FileKind.MISSING:
        raise Problem(f"There is no file {path}.")
    if kind is FileKind.OTHER:
        raise Problem(f"{path} is neither JSON nor SQLite written by pirtui.")
    return kind


def _review_of_json(path: Path) -> Review:
    try:
        return from_json(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as problem:
        raise Problem(f"{path} cannot be read as UTF-8 text.") from problem
    except ExchangeProblem as problem:
        raise Problem(f"{path}: {problem}") from problem


def _reviews_of_library(path: Path, world: World) -> Iterator[Review]:
    """Read a copy, so that the file itself stays as it is, even where it may not be written."""
    with TemporaryDirectory(prefix="pirtui-") as folder:
        copy = Path(folder) / "library.db"
        for ending in _BESIDE:
            source = path.with_name(f"{path.name}{ending}")
            if source.exists():
                shutil.copyfile(source, copy.with_name(f"{copy.name}{ending}"))
        try:
            with world.library(copy) as library:
                for summary in library.summaries(include_archived=True):
                    yield library.load(summary.id)
        except Problem as problem:
            raise Problem(str(problem).replace(str(copy), str(path))) from problem
