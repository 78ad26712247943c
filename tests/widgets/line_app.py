"""An app around the one line, whose answers take their time; also run in a real terminal."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import App, ComposeResult

from pirtui.widgets.entry_line import EntryLine

COMMANDS = frozenset({"up", "down", "tab", "escape", "f1", "ctrl+p"})
EMPTY = frozenset({"enter", "space", "delete"})


class LineApp(App[None], inherit_bindings=False):
    """A line whose screen takes its time to answer, like one that writes to disk."""

    ENABLE_COMMAND_PALETTE = False
    CSS: ClassVar[str] = "Screen { layout: vertical; }"

    def __init__(
        self, *, alone_for: float = 0.0, rounds: int = 5, answer_file: Path | None = None
    ) -> None:
        super().__init__()
        self.line = EntryLine(command_keys=COMMANDS, empty_keys=EMPTY, placeholder="listening [red]")
        self.line.alone_for = alone_for  # type: ignore[misc]  # a test chooses its own waiting time
        self.seen: list[tuple[str, str]] = []
        self.edits: list[str] = []
        self._rounds = rounds
        self._answer_file = answer_file
        self.answers = True

    def compose(self) -> ComposeResult:
        """The line alone."""
        yield self.line

    async def _answer(self, text: str | None) -> None:
        for _ in range(self._rounds):
            await asyncio.sleep(0)
        if self.answers and self.screen_stack:  # the test may be over by now
            self.line.resume(text)

    @on(EntryLine.Submitted)
    async def _submitted(self, event: EntryLine.Submitted) -> None:
        self.seen.append(("submitted", event.text))
        await self._answer("")

    @on(EntryLine.CommandKey)
    async def _command(self, event: EntryLine.CommandKey) -> None:
        self.seen.append((event.key, event.value))
        if event.key == "f1" and self._answer_file is not None:
            self._answer_file.write_text(json.dumps(self.seen), encoding="utf-8")
            self.exit()
        await self._answer(None)

    @on(EntryLine.LinesPasted)
    async def _pasted(self, event: EntryLine.LinesPasted) -> None:
        self.seen.append(("pasted", event.text))
        await self._answer(None)

    @on(EntryLine.Edited)
    def _edited(self, event: EntryLine.Edited) -> None:
        self.edits.append(event.text)


if __name__ == "__main__":
    LineApp(alone_for=EntryLine.alone_for, answer_file=Path(sys.argv[1])).run()
