"""Every way in which a meeting can be cut short, and what is there when pirtui starts again."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e.terminal import PIRTUI, Terminal
from tests.torture import Tally

pytestmark = pytest.mark.torture

_SIGNALS = (signal.SIGKILL, signal.SIGHUP, signal.SIGTERM, signal.SIGINT)


def _command(library: Path) -> list[str]:
    from pirtui.cli import main

    ref = "2026-03-02-cut-short"
    if not library.exists():
        assert main(["--library", str(library), "new", "Cut short", "--date", "2026-03-02"]) == 0
    return [*PIRTUI, "--library", str(library), "open", ref]


def _drafts(library: Path) -> str:
    with closing(sqlite3.connect(library)) as connection:
        return " ".join(str(row) for row in connection.execute("SELECT draft FROM stage_place"))


def _at_timeline(terminal: Terminal) -> None:
    terminal.wait_for("saved")
    terminal.line("/timeline")
    terminal.wait_for("[2")


def _two_lines_and_a_draft(terminal: Terminal, library: Path, mark: str) -> None:
    terminal.line(f"10:00 first {mark}")
    terminal.line(f"10:01 second {mark}")
    terminal.wait_for(f"first {mark}", f"second {mark}")
    terminal.press("up")
    terminal.type(f"10:02 unfinished {mark}")
    terminal.wait_until(lambda: f"unfinished {mark}" in _drafts(library), "the draft on disk")


def _empty_line(terminal: Terminal, mark: str) -> None:
    """Enter stores the draft; undo takes that back, and the line before it, too."""
    terminal.press("enter")
    terminal.wait_for(f"E3 unfinished {mark}")
    terminal.press("f7")
    terminal.wait_until_gone(f"unfinished {mark}")
    terminal.press("f7")
    terminal.wait_until_gone(f"second {mark}")


@pytest.mark.parametrize("number", _SIGNALS, ids=lambda number: number.name)
def test_a_signal_costs_nothing(tmp_path: Path, tally: Tally, number: signal.Signals) -> None:
    """Stage, highlight, lines and draft are as they were, and undo goes on from there."""
    library = tmp_path / "library.db"
    command = _command(library)
    with Terminal(command) as terminal:
        _at_timeline(terminal)
        _two_lines_and_a_draft(terminal, library, "line")
        terminal.kill(number)
    with Terminal(command) as terminal:
        terminal.wait_for("first line", "second line", "10:02 unfinished line", "[2")
        terminal.wait_until(
            lambda: any("▌" in row and "E1" in row for row in terminal.screen()), "the highlight on E1"
        )
        _empty_line(terminal, "line")
    tally(f"ends by {number.name}", 1)


def test_a_program_that_was_stopped_goes_on(tmp_path: Path) -> None:
    """Suspended and resumed, as by a closed lid, it takes the next line as if nothing had been."""
    library = tmp_path / "library.db"
    with Terminal(_command(library)) as terminal:
        _at_timeline(terminal)
        terminal.line("10:00 before the lid")
        terminal.wait_for("E1 before the lid")
        os.kill(terminal.pid, signal.SIGSTOP)
        terminal.type("10:01 typed meanwhile\r")
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.wait_for("before the lid", "E2 typed meanwhile")


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="needs a limit set from outside (Linux)")
def test_a_full_disk_keeps_the_line_until_there_is_room(tmp_path: Path) -> None:
    """One sentence says so; typing goes on, and with room Enter stores the line that waited."""
    library = tmp_path / "library.db"
    with Terminal(_command(library), columns=100) as terminal:
        _at_timeline(terminal)
        terminal.line("10:00 there was room")
        terminal.wait_for("E1 there was room")
        grown = library.with_name("library.db-wal").stat().st_size
        unlimited = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
        resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (grown, resource.RLIM_INFINITY))
        terminal.line("10:01 there was none")
        terminal.wait_for("library.db", "disk")
        terminal.wait_for("10:01 there was none")
        terminal.type(" at first")
        terminal.wait_for("10:01 there was none at first")
        resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, unlimited)
        terminal.press("enter")
        terminal.wait_for("E2 there was none at first")
        terminal.press("f7")
        terminal.wait_until_gone("there was none")


def test_a_deleted_library_comes_back(tmp_path: Path, tally: Tally) -> None:
    """The room reads one sentence, and every line is in the file again."""
    library = tmp_path / "data" / "library.db"
    with Terminal(_command(library), columns=120) as terminal:
        _at_timeline(terminal)
        terminal.line("10:00 before it was deleted")
        terminal.wait_for("E1 before it was deleted")
        for path in library.parent.iterdir():
            if path.is_file():
                path.unlink()
        terminal.wait_for("Enter goes on.")
        terminal.line("10:01 after it came back")
        terminal.wait_for("E2 after it came back")
    with closing(sqlite3.connect(library)) as connection:
        texts = [text for (text,) in connection.execute("SELECT text FROM event ORDER BY label")]
    tally("lost", 2 - len(texts))
    assert texts == ["before it was deleted", "after it came back"]
