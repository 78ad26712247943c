"""A long report is written beside the interface, and given up by one key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from pirtui.domain.visible import visible
from pirtui.screens.dialog import Dialog
from pirtui.widgets.key_footer import KeyFooter

Step = Callable[[], None]
"""Raises `GivenUpError` where nobody waits for the work any more; called between its parts."""

LONG = 1000
"""Items of a review from which its report takes longer than a blink."""


class GivenUpError(Exception):
    """Nobody waits for the work any more."""


class WritingScreen(Dialog[str]):
    """Says what is being written; it answers with the problem, empty when all went well.

    `write` is called in a thread with a step that it calls before anything that cannot be taken back.
    Escape answers with nothing, and then nothing has been written.
    """

    CSS_PATH = ["dialog.tcss", "evidence.tcss"]  # noqa: RUF012 - Textual's own shape

    @dataclass
    class Finished(Message):
        """The work is over."""

        problem: str

    def __init__(self, heading: str, write: Callable[[Step], str]) -> None:
        super().__init__()
        self._heading = visible(heading)
        self._write = write
        self._given_up = Event()

    def compose(self) -> ComposeResult:
        """One line, and the way out."""
        with Vertical(id="reading"):
            yield Static(self._heading, classes="heading", markup=False)
            yield KeyFooter([("Esc", "Cancel", "leave")])

    def on_mount(self) -> None:
        """Begin to write."""
        self.app.run_worker(self._work, thread=True)

    def action_leave(self) -> None:
        """Give it up."""
        self._given_up.set()
        super().action_leave()

    def on_unmount(self) -> None:
        """What nobody waits for any more is given up."""
        self._given_up.set()

    def _work(self) -> None:
        try:
            self.post_message(self.Finished(self._write(self._step)))
        except GivenUpError:
            return

    def _step(self) -> None:
        if self._given_up.is_set():
            raise GivenUpError

    @on(Finished)
    def _finished(self, event: Finished) -> None:
        event.stop()
        self.answer(event.problem)
