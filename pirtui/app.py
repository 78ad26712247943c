"""The application: themes, the way between library and review, and a clean end."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
import threading
import uuid
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePath
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.app import App
from textual.binding import BindingType
from textual.driver import Driver
from textual.message import Message
from textual.screen import Screen

from pirtui.domain.stages import Stage
from pirtui.screens.services import Clock, KeepsDraft, NewId, Notices, Services
from pirtui.store.remembered import THEME, remembered
from pirtui.theme import DARK, LIGHT
from pirtui.unexpected import all_of, said_of

_SHEETS: list[str | PurePath] = ["screens/home.tcss", "screens/review.tcss"]
"""Read with the app, since either screen may be the first and only one."""

_SETTLED_AFTER = 3.0
"""Seconds after which everything is loaded that was to be loaded behind the first paint."""

_BACKUP_EVERY = 20 * 60.0
"""Seconds between two copies of a library that changes all the time."""

_TIDY_END_WITHIN = 2.0
"""Seconds that a process whose terminal has gone may take to end by itself."""


class PirtuiApp(App[None], inherit_bindings=False):
    """The whole of pirtui; `open_ref` goes straight into one review.

    Textual's own bindings are left out: terminals steal Ctrl+Q, so it must not end the app.
    """

    TITLE = "pirtui"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = _SHEETS
    BINDINGS: ClassVar[list[BindingType]] = []

    @dataclass
    class NotBackedUp(Message):
        """The library could not be copied."""

        problem: str

    def __init__(
        self, services: Services, open_ref: str | None = None, theme: str | None = None
    ) -> None:
        super().__init__(driver_class=_driver())
        self.services = services
        self._open_ref = open_ref
        self._told_of_backup = False
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = theme or DARK.name

    def get_default_screen(self) -> Screen[None]:
        """The library, or the review asked for; being the only screen, it is painted at once.

        Textual prepares pushed screens alone for being switched to another, and offers no other way.
        """
        first = self._review_screen(self._open_ref) if self._open_ref else self._home_screen()
        first._push_result_callback(self, None)
        return first

    def on_mount(self) -> None:
        """Leave cleanly when the terminal closes; begin to look for garbage when all is painted."""
        self.set_timer(_SETTLED_AFTER, _look_for_garbage)
        self.set_timer(_SETTLED_AFTER, self._back_up)
        self.set_interval(_BACKUP_EVERY, self._back_up)
        if sys.platform == "win32":
            return
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTERM, self.leave)
        loop.add_signal_handler(signal.SIGINT, self.leave)
        loop.add_signal_handler(signal.SIGHUP, self.hang_up)

    @work(thread=True, exclusive=True)
    def _back_up(self) -> None:
        """Copy the library beside the interface, if it has changed."""
        if problem := self.services.keep_backup():
            self.post_message(self.NotBackedUp(problem))

    def on_pirtui_app_not_backed_up(self, message: NotBackedUp) -> None:
        """Say once that there is no backup; the room goes on."""
        if not self._told_of_backup and isinstance(self.screen, Notices):
            self._told_of_backup = True
            self.screen.notice(message.problem, "warning")

    def leave(self) -> None:
        """End, with every unfinished line on disk."""
        self._keep_drafts()
        self.exit()

    def _keep_drafts(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, KeepsDraft):
                screen.keep_draft()

    def _fatal_error(self) -> None:
        """End after a failure that nobody foresaw: with the unfinished line on disk, in one sentence.

        Textual would show the values of its variables, and with them what the room wrote.
        """
        problem = self._exception
        with suppress(Exception):
            self._keep_drafts()
        if problem is not None:
            said = f"{said_of(problem)}\n{all_of(problem)}".rstrip()
            self._exit_renderables.append(Text(said))
        self._close_messages_no_wait()

    def hang_up(self) -> None:
        """End although the terminal is gone, where a tidy end may wait for it for ever."""
        last_resort = threading.Timer(_TIDY_END_WITHIN, os._exit, (128 + signal.SIGHUP,))
        last_resort.daemon = True
        last_resort.start()
        self.leave()

    def on_unmount(self) -> None:
        """Close the library file."""
        self.services.close()

    def show_home(self, message: str = "") -> None:
        """Go to the library, with a message to show there."""
        self.switch_screen(self._home_screen(message))

    def show_review(self, ref: str, stage: Stage | None = None, item: str = "") -> None:
        """Go into a review, at a stage and an item, or where it was left."""
        self.switch_screen(self._review_screen(ref, stage, item))

    def use_theme(self, *, dark: bool) -> None:
        """Change between the dark and the light theme, and remember it where the library can."""
        self.theme = DARK.name if dark else LIGHT.name
        self.services.remember(THEME, self.theme)

    def _home_screen(self, message: str = "") -> Screen[None]:
        from pirtui.screens.home import HomeScreen

        return HomeScreen(self.services, message)

    def _review_screen(self, ref: str, stage: Stage | None = None, item: str = "") -> Screen[None]:
        from pirtui.screens.review import ReviewScreen

        return ReviewScreen(self.services, ref, stage, item)


def _driver() -> type[Driver] | None:
    """What reads the terminal; Textual's own where the console sends no bytes."""
    if sys.platform == "win32":
        return None
    from pirtui.terminal_input import TerminalDriver

    return TerminalDriver


def _look_for_garbage() -> None:
    """From now on, and only among what is made from now on: the rest is code, and stays."""
    gc.freeze()
    gc.enable()


def make_app(
    *,
    library_path: Path,
    open_ref: str | None = None,
    clock: Clock | None = None,
    ids: NewId | None = None,
    theme: str | None = None,
    keeps_backups: bool = False,
) -> PirtuiApp:
    """Build the app from its parts; the command line and the tests use the same door."""
    services = Services(library_path, clock or _now, ids or _new_id, keeps_backups)
    chosen = theme or remembered(library_path, THEME)
    return PirtuiApp(services, open_ref, chosen if chosen in (DARK.name, LIGHT.name) else None)


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    from pirtui.domain.ids import uuid7

    return uuid7(_now(), uuid.uuid4().int)
