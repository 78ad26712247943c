"""What the command line takes from the outside: the time, new ids, and where the library lies."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from pirtui.cli.console import Problem, complain

if TYPE_CHECKING:
    from pirtui.domain.summaries import ReviewSummary
    from pirtui.domain.thresholds import ThresholdsBySeverity
    from pirtui.store.library import Library

LIBRARY_VARIABLE = "PIRTUI_LIBRARY"
"""The environment variable that names the library's file."""

_FILE_NAME = "library.db"


def system_clock() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


def random_id() -> str:
    """A new UUIDv7."""
    from uuid import uuid4

    from pirtui.domain.ids import uuid7

    return uuid7(system_clock(), uuid4().int)


@dataclass(frozen=True)
class World:
    """The clock, which tells aware datetimes, and where new UUIDv7 strings come from."""

    clock: Callable[[], datetime] = system_clock
    new_id: Callable[[], str] = random_id

    @contextmanager
    def library(self, path: Path) -> Iterator[Library]:
        """Open a library, made if it is missing; whatever is wrong with it becomes a `Problem`."""
        from pirtui.store.errors import LibraryProblem
        from pirtui.store.library import Library

        try:
            with Library.open(path, clock=self.clock, thresholds=_thresholds()) as library:
                yield library
            _keep_backup(path, self.clock)
        except LibraryProblem as problem:
            raise Problem(str(problem)) from problem


def _keep_backup(path: Path, clock: Callable[[], datetime]) -> None:
    """Copy a library that changed, once a day; that it cannot be is no reason to fail."""
    from pirtui.store.errors import LibraryProblem
    from pirtui.store.rotation import keep_backup

    with suppress(LibraryProblem):
        keep_backup(path, clock, at_most_every=timedelta(days=1))


def _thresholds() -> ThresholdsBySeverity:
    """The figures of the settings; what is wrong with them is said, and the default ones hold."""
    from pirtui.domain.thresholds import DEFAULTS
    from pirtui.settings_folder import settings_folder
    from pirtui.threshold_file import UnreadableThresholds, read_thresholds

    try:
        return read_thresholds(settings_folder())
    except UnreadableThresholds as problem:
        complain(f"{problem} Meanwhile the default figures hold.")
        return DEFAULTS


def library_path(given: str | None) -> Path:
    """The library's file: as given, else by `PIRTUI_LIBRARY`, else in the platform's data folder."""
    named = given if given is not None else os.environ.get(LIBRARY_VARIABLE) or None
    if named is not None:
        return _checked(named)
    from platformdirs import user_data_path

    return user_data_path("pirtui", appauthor=False) / _FILE_NAME


def existing_library(given: str | None) -> Path:
    """The library's file, which must be there already."""
    path = library_path(given)
    if not path.exists():
        raise Problem(f"There is no library {path} yet; `pirtui new TITLE` starts one.")
    return path


def summaries(path: Path, *, with_archived: bool) -> tuple[ReviewSummary, ...]:
    """What the library's list shows, read without SQLModel; none while the file is missing.

    Raises:
        Problem: if the file cannot be read as a library.
    """
    from pirtui.store.errors import LibraryProblem
    from pirtui.store.summaries import read_summaries

    try:
        return read_summaries(path, with_archived)
    except LibraryProblem as problem:
        raise Problem(str(problem)) from problem


def holds_review(path: Path, name: str) -> bool:
    """Whether the library has a review with this ref or id.

    Raises:
        Problem: if the file cannot be read as a library.
    """
    from pirtui.store.errors import LibraryProblem
    from pirtui.store.summaries import holds_review

    try:
        return holds_review(path, name)
    except LibraryProblem as problem:
        raise Problem(str(problem)) from problem


def _checked(named: str) -> Path:
    if not named.strip() or "\0" in named:
        raise Problem("Name a file after --library.")
    path = Path(named).expanduser()
    if path.is_dir():
        raise Problem(f"{path} is a folder; name a file in it with --library.")
    return path
