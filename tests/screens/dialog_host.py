"""A small app that opens one dialog over a line, and keeps its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from textual import events, on
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen

from pirtui.screens.dialog import Dialog
from pirtui.theme import DARK, LIGHT
from pirtui.widgets.entry_line import EntryLine
from tests.waiting import until
from tests.widgets.widget_app import key, post, screen_lines


class DialogHost(App[None], inherit_bindings=False):
    """A line at the bottom; the dialog opens over it."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, make: Callable[[], Dialog[Any]], theme: str = DARK.name) -> None:
        super().__init__()
        self._make = make
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = theme
        self.answers: list[Any] = []
        self.typed = ""

    def compose(self) -> ComposeResult:
        """The line that is there when the dialog is closed."""
        yield EntryLine()

    async def on_mount(self) -> None:
        """Open the dialog."""
        await self.push_screen(self._make(), self.answers.append)

    @on(EntryLine.Submitted)
    def _submitted(self, event: EntryLine.Submitted) -> None:
        self.typed += event.text
        event.line.resume("")

    @property
    def is_open(self) -> bool:
        """Whether the dialog is still on the screen."""
        return len(self.screen_stack) > 1


class Reader:
    """A person in front of the dialog."""

    def __init__(self, app: DialogHost, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> Screen[Any]:
        """The dialog, or the screen below once it closed."""
        return self.app.screen

    @property
    def shown(self) -> str:
        """Everything that stands on the terminal."""
        return "\n".join(screen_lines(self.app))

    async def keys(self, *names: str) -> None:
        """Press these keys, all in one burst, and wait until nothing moves."""
        await self.send(key(name) for name in names)

    async def send(self, sent: Iterable[events.Event]) -> None:
        """Hand events to the app all at once, and wait until nothing moves."""
        post(self.app, sent)
        for _ in range(5):
            await self.pilot.pause()

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()

    async def until(self, done: Callable[[], bool]) -> None:
        """Wait until something has come about."""
        await until(self.pilot, done)
