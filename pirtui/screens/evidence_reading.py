"""A source is read beside the interface: at once where that is quick, else with its progress shown."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from pirtui.capture.candidates import (
    Assumptions,
    Evidence,
    Progress,
    ReadingCancelled,
    UnreadableSource,
)
from pirtui.domain.visible import visible
from pirtui.files import FileProblem
from pirtui.screens.dialog import Dialog
from pirtui.widgets.key_footer import KeyFooter

Reader = Callable[[Assumptions, Progress], Evidence]
"""Reads a source, again and again if need be, telling how far it is."""

AT_ONCE = 0.4
"""Seconds that a reading may take without a word about it."""

_LOOK_AFTER = 0.05
"""Seconds after which it shows how long a reading will take."""

_TELL_EVERY = 0.1


@dataclass(frozen=True)
class Unread:
    """Why a source could not be read, in one sentence."""

    problem: str


def read_at_once(
    reader: Reader, assumptions: Assumptions, *, within: float = AT_ONCE
) -> Evidence | Unread | None:
    """Read a source if that is quickly done; `None` once it looks like more than `within` seconds."""
    began = time.monotonic()

    def watch(done: int, of_all: int) -> None:
        taken = time.monotonic() - began
        left = max(of_all / done, 1.0) if done else 1.0
        if taken >= within or (taken >= _LOOK_AFTER and taken * left >= within):
            raise ReadingCancelled

    try:
        return reader(assumptions, watch)
    except ReadingCancelled:
        return None
    except (UnreadableSource, FileProblem) as problem:
        return Unread(str(problem))


class ReadingScreen(Dialog[Evidence | Unread]):
    """Shows how far a reading is; it answers with what was read, and with nothing when cancelled."""

    CSS_PATH = ["dialog.tcss", "evidence.tcss"]  # noqa: RUF012 - Textual's own shape

    @dataclass
    class Progressed(Message):
        """So much of so much has been read."""

        done: int
        all: int

        def can_replace(self, message: Message) -> bool:
            """Only the newest figures matter."""
            return isinstance(message, ReadingScreen.Progressed)

    @dataclass
    class Finished(Message):
        """The reading is over."""

        outcome: Evidence | Unread

    def __init__(self, name: str, reader: Reader, assumptions: Assumptions) -> None:
        super().__init__()
        self._name_of_source = visible(name)
        self._reader = reader
        self._assumptions = assumptions
        self._cancelled = False
        self._told_at = float("-inf")

    def compose(self) -> ComposeResult:
        """One line about the progress, and the way out."""
        with Vertical(id="reading"):
            yield Static(f"Reading {self._name_of_source}", classes="heading", markup=False)
            yield KeyFooter([("Esc", "Cancel", "leave")])

    def on_mount(self) -> None:
        """Begin to read; the reading ends by itself where nobody waits for it."""
        self.app.run_worker(self._read, thread=True)

    def action_leave(self) -> None:
        """Give the reading up."""
        self._cancelled = True
        super().action_leave()

    def on_unmount(self) -> None:
        """A reading that nobody waits for any more ends soon."""
        self._cancelled = True

    def _read(self) -> None:
        try:
            self.post_message(self.Finished(self._reader(self._assumptions, self._watch)))
        except ReadingCancelled:
            return
        except (UnreadableSource, FileProblem) as problem:
            self.post_message(self.Finished(Unread(str(problem))))

    def _watch(self, done: int, of_all: int) -> None:
        if self._cancelled:
            raise ReadingCancelled
        now = time.monotonic()
        if now - self._told_at >= _TELL_EVERY:
            self._told_at = now
            self.post_message(self.Progressed(done, of_all))

    @on(Progressed)
    def _progressed(self, event: Progressed) -> None:
        event.stop()
        told = f"{event.done:,} of {event.all:,}" if event.all else f"{event.done:,}"
        self.query_one(".heading", Static).update(f"Reading {self._name_of_source}: {told}")

    @on(Finished)
    def _finished(self, event: Finished) -> None:
        event.stop()
        self.answer(event.outcome)
