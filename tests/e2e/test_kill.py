"""A killed process costs nothing: whatever stood in the list is on disk afterwards."""

import random
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e.terminal import PIRTUI, Terminal
from tests.torture import often

pytestmark = pytest.mark.torture

_KILLS = often(4, 60)
_LINES = 12
_IN_LIST = re.compile(r"E\d+ +(line-\d+-\d+)")


def _started(library: Path) -> str:
    from pirtui.cli import main

    assert (
        main(["--library", str(library), "new", "Killed again and again", "--date", "2026-03-02"]) == 0
    )
    return "2026-03-02-killed-again-and-again"


def _stored(library: Path) -> list[str]:
    """The texts of the timeline in the order of entry; the file itself must be whole."""
    with closing(sqlite3.connect(library)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        rows = connection.execute(
            "SELECT text FROM event JOIN item USING (review_id, label) ORDER BY item.number"
        ).fetchall()
    return [text for (text,) in rows]


def _typed_until_killed(library: Path, ref: str, round_number: int, seen_before: int) -> set[str]:
    """Type a burst of lines, kill the process in the middle, and return what had been in the list."""
    texts = [f"line-{round_number:03}-{number:02}" for number in range(_LINES)]
    with Terminal([*PIRTUI, "--library", str(library), "open", ref], rows=40) as terminal:
        terminal.wait_for("saved")
        terminal.line("/timeline")
        terminal.wait_for("[2")
        for number, text in enumerate(texts):
            terminal.type(f"{10 + round_number // 60}:{round_number % 60:02}:{number:02} {text}\r")
        if seen_before:
            terminal.wait_until(
                lambda: texts[seen_before - 1] in _IN_LIST.findall(terminal.text()), "the line"
            )
        terminal.kill()
        return set(_IN_LIST.findall(terminal.text()))


def test_a_kill_at_any_moment_loses_no_accepted_line(tmp_path: Path) -> None:
    """What was in the list is stored, what is stored came in order, and the library is whole."""
    moments = random.Random(20260302)
    library = tmp_path / "library.db"
    ref = _started(library)
    for round_number in range(_KILLS):
        before = _stored(library)
        shown = _typed_until_killed(library, ref, round_number, moments.randint(0, _LINES))
        stored = _stored(library)
        assert shown <= set(stored)
        assert stored[: len(before)] == before
        new = stored[len(before) :]
        assert new == [f"line-{round_number:03}-{number:02}" for number in range(len(new))]


def test_a_kill_keeps_the_stage_the_highlight_and_the_unfinished_line(tmp_path: Path) -> None:
    """The next start is where the last one ended, with the line that had not been entered yet."""
    library = tmp_path / "library.db"
    ref = _started(library)
    command = [*PIRTUI, "--library", str(library), "open", ref]
    with Terminal(command) as terminal:
        terminal.wait_for("saved")
        terminal.line("/timeline")
        terminal.wait_for("[2")
        terminal.line("10:00 the first")
        terminal.line("10:01 the second")
        terminal.wait_for("the second")
        terminal.type("10:02 not quite don")
        terminal.wait_until(lambda: "not quite don" in _drafts(library), "the draft on disk")
        terminal.kill()
    with Terminal(command) as terminal:
        terminal.wait_for("the first", "the second", "10:02 not quite don")
        assert any("[2" in line for line in terminal.screen())


def _drafts(library: Path) -> str:
    with closing(sqlite3.connect(library)) as connection:
        return " ".join(str(row) for row in connection.execute("SELECT * FROM stage_place").fetchall())
