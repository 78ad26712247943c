"""What the screens need from the outside world, handed in when the app is made."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from pirtui.domain.stages import Stage

if TYPE_CHECKING:
    from pirtui.domain.thresholds import ThresholdsBySeverity
    from pirtui.store.library import Library
    from pirtui.store.presence import Presence

Clock = Callable[[], datetime]
"""Tells the time as an aware datetime."""

NewId = Callable[[], str]
"""Makes a new UUIDv7, as a string."""


@runtime_checkable
class KeepsDraft(Protocol):
    """A screen that can write its unfinished line to disk at any moment."""

    def keep_draft(self) -> None:
        """Write the unfinished line down now."""


@runtime_checkable
class Notices(Protocol):
    """A screen with a place for a quiet sentence."""

    def notice(self, text: str, tone: str = "") -> None:
        """Say something quietly above the line."""


class Doors(Protocol):
    """What a screen asks of the app: to go somewhere else, or to look otherwise."""

    def show_home(self, message: str = "") -> None:
        """Go to the library, with a message to show there."""

    def show_review(self, ref: str, stage: Stage | None = None, item: str = "") -> None:
        """Go into a review, at a stage and an item, or where it was left."""

    def use_theme(self, *, dark: bool) -> None:
        """Change between the dark and the light theme."""


@dataclass
class Services:
    """The library file, the clock and the ids; the library itself is opened when first needed.

    Opening imports SQLModel, which takes longer than Textual's own start; so the list of reviews is
    painted from `summaries` first.
    """

    library_path: Path
    clock: Clock
    new_id: NewId
    keeps_backups: bool = False
    _library: Library | None = field(default=None, repr=False)
    _thresholds: ThresholdsBySeverity | None = field(default=None, repr=False)
    _complaint: str = field(default="", repr=False)
    _presence: Presence | None = field(default=None, repr=False)

    @property
    def library(self) -> Library:
        """The open library.

        Raises:
            pirtui.store.errors.LibraryProblem: if the file cannot be used; the message says why.
        """
        if self._library is None:
            from pirtui.store.library import Library

            self._library = Library.open(self.library_path, clock=self.clock, thresholds=self.thresholds)
        return self._library

    @property
    def thresholds(self) -> ThresholdsBySeverity:
        """The figures by which timelines ask; read when the first review is opened."""
        if self._thresholds is None:
            self._thresholds = self._read_thresholds()
        return self._thresholds

    def complaint(self) -> str:
        """What is wrong with the settings, in one sentence and once; empty if nothing is."""
        said, self._complaint = self._complaint, ""
        return said

    def _read_thresholds(self) -> ThresholdsBySeverity:
        from pirtui.domain.thresholds import DEFAULTS
        from pirtui.settings_folder import settings_folder
        from pirtui.threshold_file import UnreadableThresholds, read_thresholds

        try:
            return read_thresholds(settings_folder())
        except UnreadableThresholds as problem:
            self._complaint = f"{problem} Meanwhile the default figures hold."
            return DEFAULTS

    def remember(self, name: str, value: str) -> None:
        """Keep a choice in the library; one that cannot be written is given up without a word."""
        from pirtui.store.errors import LibraryProblem

        with suppress(LibraryProblem):
            self.library.keep_setting(name, value)

    def remembered(self, name: str) -> str:
        """What was chosen once under this name; empty if nothing was."""
        from pirtui.store.errors import LibraryProblem

        try:
            return self.library.setting(name)
        except LibraryProblem:
            return ""

    def keep_backup(self) -> str:
        """Copy the library if it has changed; why that could not be done, in one sentence, or nothing.

        It may be called from a thread: the copy is made through a connection of its own.
        """
        from pirtui.store.errors import LibraryProblem
        from pirtui.store.rotation import keep_backup

        if not self.keeps_backups:
            return ""
        try:
            keep_backup(self.library_path, self.clock)
        except LibraryProblem as problem:
            return f"No backup could be made: {problem}"
        return ""

    @property
    def presence(self) -> Presence:
        """The seats that this process holds at the reviews it has open."""
        if self._presence is None:
            from pirtui.store.presence import Presence

            self._presence = Presence(self.library_path)
        return self._presence

    def close(self) -> None:
        """Close the library if it was opened."""
        if self._presence is not None:
            self._presence.close()
        if self._library is not None:
            self._library.close()
            self._library = None
