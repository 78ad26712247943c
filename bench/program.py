"""A program in a pty, timed from a key or its start until a text has been written to the terminal."""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Sequence
from types import TracebackType
from typing import Self

import pexpect

_CONTROL = re.compile(rb"\x1b\[[0-9;:?<>=]*[a-zA-Z]|\x1b[()][A-Z0-9]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
_PATIENCE = 60.0
_QUIET = 0.15
ROWS, COLUMNS = 40, 140


class TooSlowError(Exception):
    """The program did not write what was waited for."""


class Program:
    """A running program; leaving the block ends it."""

    def __init__(self, command: Sequence[str]) -> None:
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self._started = time.perf_counter()
        self._child = pexpect.spawn(
            command[0], list(command[1:]), dimensions=(ROWS, COLUMNS), env=environment, echo=False
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

    def seconds_until_start_shows(self, text: str) -> float:
        """Seconds from the start of the process until this text was written."""
        self._wait_for(text)
        return time.perf_counter() - self._started

    def seconds_until(self, keys: str, text: str) -> float:
        """Seconds from sending the keys until this text was written; any output, for an empty text."""
        self.settle()
        sent = time.perf_counter()
        self._child.send(keys)
        self._wait_for(text)
        return time.perf_counter() - sent

    def megabytes(self) -> float:
        """The memory that the program holds, in millions of bytes."""
        told = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(self._child.pid)],  # noqa: S607 - wherever it lies
            capture_output=True,
            text=True,
            check=True,
        )
        return int(told.stdout) * 1024 / 1_000_000

    def settle(self) -> None:
        """Take in what is still being written, until the program is quiet for a moment."""
        while self._read(_QUIET):
            pass

    def _wait_for(self, text: str) -> None:
        wanted = text.encode()
        written = b""
        deadline = time.perf_counter() + _PATIENCE
        while not written or wanted not in _CONTROL.sub(b"", written):
            written += self._read(0.5)
            if time.perf_counter() > deadline:
                shown = _CONTROL.sub(b" ", written)[-2000:].decode(errors="replace")
                raise TooSlowError(f"{text!r} was not shown within {_PATIENCE:.0f} s: {shown}")

    def _read(self, timeout: float) -> bytes:
        try:
            return bytes(self._child.read_nonblocking(1 << 20, timeout=timeout))
        except pexpect.TIMEOUT:
            return b""
        except pexpect.EOF as ended:
            raise TooSlowError("The program ended.") from ended
