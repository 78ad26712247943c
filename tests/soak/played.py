"""The steps of a meeting, played through a real terminal at full speed."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from time import monotonic

from pirtui.widgets.entry_line import EntryLine
from tests.e2e.terminal import Terminal
from tests.soak.meeting import Edit, Go, Line, Paste, Resize, Step, Undo


class Player:
    """Types, and waits until the screen shows what was typed."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._word = ""
        self._typed_at = 0.0

    def play(self, steps: Iterable[Step]) -> None:
        """Take all these steps."""
        for step in steps:
            self._take(step)

    def megabytes(self) -> float:
        """The memory that pirtui holds, in millions of bytes."""
        command = ["ps", "-o", "rss=", "-p", str(self._terminal.pid)]
        told = subprocess.run(command, capture_output=True, text=True, check=True)
        return int(told.stdout) * 1024 / 1_000_000

    def _take(self, step: Step) -> None:
        terminal = self._terminal
        match step:
            case Go(stage):
                terminal.line(f"/{stage.value}")
                terminal.wait_for(f"[{stage.number}")
            case Line(text, word):
                self._typed(text, word)
            case Edit(text, word):
                before = self._word
                self._be_a_person()
                terminal.press("enter")
                terminal.wait_until(lambda: before in self._line_row(), f"{before} in the line")
                terminal.press("ctrl+u")
                terminal.wait_until(lambda: before not in self._line_row(), "an empty line")
                self._typed(text, word)
            case Undo(back, again):
                self._press_in_turn("f7", back)
                self._press_in_turn("f8", again)
            case Paste(texts, _):
                terminal.paste("\n".join(texts))
                terminal.wait_for(f"Evidence: {len(texts)} of {len(texts)} kept")
                terminal.press("f4")
                terminal.wait_for(f"{len(texts)} events added")
            case Resize(columns, rows):
                terminal.resize(columns, rows)

    def _typed(self, text: str, word: str) -> None:
        """Type a line; it is stored once its word stands in the list, and the line is empty again."""
        self._word = word
        self._terminal.line(text)
        self._terminal.wait_until(lambda: self._is_in_list(word, text[-6:]), f"{word} in the list")

        self._typed_at = monotonic()

    def _be_a_person(self) -> None:
        """Let the next key not come upon the line so closely that it would be part of a paste."""
        quiet = 2 * EntryLine.alone_for
        self._terminal.wait_until(lambda: monotonic() - self._typed_at > quiet, "a pause")

    def _is_in_list(self, word: str, ending: str) -> bool:
        row = self._line_row()
        above = "\n".join(self._terminal.screen()[:-4])
        return word in above and word not in row and ending not in row

    def _line_row(self) -> str:
        return self._terminal.screen()[-2]

    def _press_in_turn(self, key: str, times: int) -> None:
        for _ in range(times):
            self._press(key)

    def _press(self, key: str) -> None:
        before = self._terminal.text()
        self._terminal.press(key)
        self._terminal.wait_until(lambda: self._terminal.text() != before, key)
