"""Calling the command line from a test."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pytest

from pirtui.cli import main
from pirtui.cli.world import World


@dataclass(frozen=True)
class Ran:
    """What a command left behind: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines on stdout."""
        return self.out.splitlines()


@dataclass(frozen=True)
class Shell:
    """Runs pirtui's commands in this process."""

    world: World
    monkeypatch: pytest.MonkeyPatch
    captured: pytest.CaptureFixture[bytes]

    def __call__(self, *arguments: str, stdin: str | None = None) -> Ran:
        """Run `pirtui` with these arguments, and with this text sent to it."""
        if stdin is not None:
            source = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
            self.monkeypatch.setattr("sys.stdin", source)
        self.captured.readouterr()
        code = main(arguments, self.world)
        written = self.captured.readouterr()
        return Ran(code, written.out.decode(), written.err.decode())

    def started(self, title: str = "Nodes short of disk", *arguments: str) -> str:
        """Start a review and return its ref."""
        ran = self("new", title, *arguments)
        assert ran.code == 0, ran.err
        return ran.out.strip()


def is_one_sentence(text: str) -> bool:
    """Whether a text is one line that ends as a sentence does, and no traceback."""
    return text.count("\n") == 1 and text.rstrip().endswith((".", ":", "?")) and "Traceback" not in text
