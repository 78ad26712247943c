"""Two rooms and a script, all with one review."""

from __future__ import annotations

import subprocess
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.e2e.terminal import PIRTUI, ROOT, Terminal
from tests.torture import Tally, often

pytestmark = pytest.mark.torture

_PROMISE = 2.0
"""Seconds within which what others write appears."""

_LINES = often(6, 60)


def _run(library: Path, *arguments: str) -> str:
    ran = subprocess.run(
        [*PIRTUI, "--library", str(library), *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        timeout=60,
    )
    return ran.stdout.strip()


def test_what_others_write_appears_at_once_and_nothing_is_lost(tmp_path: Path, tally: Tally) -> None:
    """Both rooms show the script's lines and each other's, and every line is in the report."""
    library = tmp_path / "library.db"
    ref = _run(library, "new", "Seen from two rooms", "--date", "2026-03-02")
    command = [*PIRTUI, "--library", str(library), "open", ref]
    with ExitStack() as rooms:
        one = rooms.enter_context(Terminal(command, rows=40))
        one.wait_for("saved")
        one.line("/timeline")
        one.wait_for("[2")
        two = rooms.enter_context(Terminal(command, rows=40))
        two.wait_for("open in another pirtui")
        two.line("/timeline")
        two.wait_for("[2")
        for number in range(_LINES):
            minute = f"{10 + number // 20}:{number % 20 * 2:02}"
            _run(library, "add", ref, "timeline", f"{minute} script-{number:02}")
            one.line(f"{minute} first-{number:02}")
            two.line(f"{minute} second-{number:02}")
        newest = f"-{_LINES - 1:02}"
        for room in (one, two):
            room.wait_for(*(f"{who}{newest}" for who in ("script", "first", "second")))
        _run(library, "add", ref, "timeline", "18:00 and now, promptly")
        one.wait_for("and now, promptly", timeout=_PROMISE)
        two.wait_for("and now, promptly", timeout=_PROMISE)
        assert "locked" not in one.text() + two.text()
    report = _run(library, "export", ref)
    names = (f"{who}-{n:02}" for who in ("script", "first", "second") for n in range(_LINES))
    missing = [name for name in names if name not in report]
    tally("lines by two rooms and a script at once", 3 * _LINES)
    tally("lost", len(missing))
    assert missing == []
