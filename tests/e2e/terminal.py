"""A terminal for the tests: a program in a pty, and the screen that a person would see.

Nothing here sleeps; every wait ends as soon as the screen shows what is waited for.
"""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte

PIRTUI = (sys.executable, "-m", "pirtui")
"""The command that starts pirtui as it is in this work tree."""

ROOT = Path(__file__).parent.parent.parent

ALONE = f"{ROOT}{os.pathsep}{ROOT / 'tests' / 'alone'}"
"""Where Python finds pirtui, and the watch that forbids it the network and other programs."""

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "ctrl+home": "\x1b[1;5H",
    "ctrl+end": "\x1b[1;5F",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "f10": "\x1b[21~",
}
"""What a terminal sends for each key."""

_PATIENCE = 45.0
_LOOK_AGAIN_AFTER = 0.05
_PASTE_START, _PASTE_END = "\x1b[200~", "\x1b[201~"
# Questions and settings of newer terminals, which pyte would print as text.
_NOT_FOR_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b\[[0-9;]*\$p")
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;?<>=$]*)?\Z")


class NotShownError(AssertionError):
    """The screen never showed what was waited for; the message holds the screen."""


class Terminal:
    """A program in a terminal of some size; leaving the block ends the program.

    `written` holds every byte that the program has sent to the terminal.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._rest = b""
        self.written = bytearray()
        self._child = pexpect.spawn(
            command[0],
            list(command[1:]),
            dimensions=(rows, columns),
            env=_environment(environment),
            cwd=str(folder) if folder else None,
            timeout=_PATIENCE,
            echo=False,
        )
        self._child.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._child.close(force=True)

    @property
    def pid(self) -> int:
        """The program's process id."""
        return int(self._child.pid)

    # What a person does

    def type(self, text: str) -> None:
        """Type some text."""
        self._child.send(text)

    def send(self, sent: bytes) -> None:
        """Send bytes as they are."""
        self._child.send(sent)

    def press(self, *keys: str) -> None:
        """Press keys by their names, such as `f4`, `ctrl+p` or `enter`."""
        for key in keys:
            self._child.send(_sent_for(key))

    def line(self, text: str) -> None:
        """Type some text, then Enter."""
        self._child.send(f"{text}\r")

    def paste(self, text: str) -> None:
        """Paste some text, as terminals with bracketed paste do."""
        self._child.send(f"{_PASTE_START}{text}{_PASTE_END}")

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal."""
        self._child.setwinsize(rows, columns)
        self._screen.resize(rows, columns)

    def kill(self, signal_number: int = signal.SIGKILL) -> None:
        """Send the program a signal, by default the one that it cannot refuse, and wait for its end."""
        os.kill(self.pid, signal_number)
        self.wait_for_end()

    # What a person sees

    def screen(self) -> list[str]:
        """The lines that stand on the screen now, without spaces at their ends."""
        # Read cell by cell: pyte's `display` fails on a narrow letter over half of a wide one.
        cells = [self._screen.buffer[row] for row in range(self._screen.lines)]
        rows = ("".join(row[column].data for column in range(self._screen.columns)) for row in cells)
        return [row.rstrip() for row in rows]

    def text(self) -> str:
        """The whole screen as one text."""
        return "\n".join(self.screen())

    def wait_for(self, *texts: str, timeout: float = _PATIENCE) -> None:
        """Wait until all of these stand on the screen.

        Raises:
            NotShownError: if they do not within `timeout` seconds.
        """
        self.wait_until(lambda: all(text in self.text() for text in texts), " and ".join(texts), timeout)

    def wait_until_gone(self, text: str, timeout: float = _PATIENCE) -> None:
        """Wait until this stands on the screen no more.

        Raises:
            NotShownError: if it still does after `timeout` seconds.
        """
        self.wait_until(lambda: text not in self.text(), f"no {text}", timeout)

    def wait_until(self, seen: Callable[[], bool], what: str, timeout: float = _PATIENCE) -> None:
        """Take in what the program writes until `seen` holds.

        Raises:
            NotShownError: if it does not within `timeout` seconds, or the program ends first.
        """
        deadline = time.monotonic() + timeout
        while not seen():
            alive = self._take_in()
            if not alive and not seen():
                raise NotShownError(f"The program ended before {what}:\n{self.text()}")
            if time.monotonic() > deadline:
                raise NotShownError(f"No {what} within {timeout} seconds:\n{self.text()}")

    def wait_for_end(self, timeout: float = _PATIENCE) -> int:
        """Wait until the program has ended; its exit code, or its signal as a negative number.

        Raises:
            NotShownError: if it has not within `timeout` seconds.
        """
        deadline = time.monotonic() + timeout
        while self._take_in():
            if time.monotonic() > deadline:
                raise NotShownError(f"The program did not end within {timeout} seconds:\n{self.text()}")
        self._child.close(force=False)
        if self._child.exitstatus is not None:
            return int(self._child.exitstatus)
        return -int(self._child.signalstatus or 0)

    def _take_in(self) -> bool:
        """Take in what has been written; whether the program still runs."""
        try:
            written = self._child.read_nonblocking(65536, timeout=_LOOK_AGAIN_AFTER)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.written += written
        data = self._rest + written
        unfinished = _UNFINISHED.search(data)
        cut = unfinished.start() if unfinished else len(data)
        data, self._rest = data[:cut], data[cut:]
        self._stream.feed(_NOT_FOR_PYTE.sub(b"", data))
        return True


def _sent_for(key: str) -> str:
    if key in KEYS:
        return KEYS[key]
    if key.startswith("ctrl+") and len(key) == len("ctrl+") + 1:
        return chr(ord(key[-1].upper()) & 0x1F)
    return key


def _environment(extra: Mapping[str, str] | None) -> dict[str, str]:
    fixed = ("TEXTUAL", "COLUMNS", "LINES")  # a test runner's worker fixes the size of the terminal
    kept = {name: value for name, value in os.environ.items() if not name.startswith(fixed)}
    settings = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": ALONE}
    return {**kept, **settings, **(extra or {})}
