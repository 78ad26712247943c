"""What happens when pirtui itself has a fault: one sentence, nobody's words, and nothing lost."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.e2e.terminal import PIRTUI, Terminal

_FAILING = (sys.executable, "-m", "tests.e2e.failing")
_SECRET = "Zanzibar-Quokka"
_SCREEN_RESTORED = b"\x1b[?1049l"


def _failed(library: Path, ref: str, **environment: str) -> tuple[str, int]:
    """What stands in the shell after the fault, and the exit code."""
    command = [*_FAILING, "--library", str(library), "open", ref]
    with Terminal(command, columns=100, rows=30, environment=environment) as terminal:
        terminal.wait_for("saved")
        terminal.line("/timeline")
        terminal.wait_for("[2")
        terminal.line(f"10:00 stored {_SECRET}")
        terminal.wait_for(f"E1 stored {_SECRET}")
        terminal.type(f"half a line {_SECRET}")
        terminal.wait_for(f"half a line {_SECRET}")
        terminal.press("f6")
        code = terminal.wait_for_end()
        return bytes(terminal.written).rpartition(_SCREEN_RESTORED)[2].decode(), code


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with one review."""
    from pirtui.cli import main

    path = tmp_path / "library.db"
    assert main(["--library", str(path), "new", "A fault", "--date", "2026-03-02"]) == 0
    return path


def test_a_fault_costs_nothing_and_tells_nothing(library: Path) -> None:
    """One sentence says where the fault is, without the room's words; the line is there again."""
    ref = "2026-03-02-a-fault"
    said, code = _failed(library, ref)
    assert said.count("pirtui met something it did not expect and stopped (RuntimeError in ") == 1
    assert "Every line that was accepted is saved" in " ".join(said.split())
    assert _SECRET not in said
    assert "Traceback" not in said
    assert code != 0
    with Terminal([*PIRTUI, "--library", str(library), "open", ref], columns=100, rows=30) as terminal:
        terminal.wait_for(f"E1 stored {_SECRET}", f"half a line {_SECRET}", "[2")


def test_who_asks_is_shown_all(library: Path) -> None:
    """With one variable set, the whole traceback follows the sentence."""
    said, _ = _failed(library, "2026-03-02-a-fault", PIRTUI_DEBUG="1")
    assert "pirtui met something it did not expect" in said
    assert "Traceback (most recent call last)" in said
    assert _SECRET in said
