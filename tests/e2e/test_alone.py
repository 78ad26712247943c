"""pirtui by itself: no network, no other program, nothing of a person in what a terminal keeps."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.terminal import ALONE, PIRTUI, Terminal

_OSC = re.compile(rb"\x1b\](?P<number>\d+)|\x9d|\x1bP|\x1b_|\x1b\^")
_POINTER = b"22"
"""The shape of the mouse pointer, which Textual sets."""

_WATCHED = 97
"""What the watch in `tests/alone` ends a program with."""

_SECRET = "Zanzibar-Quokka"


def _python(code: str) -> int:
    environment = {**os.environ, "PYTHONPATH": ALONE}
    return subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket(socket.AF_INET)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
    ],
)
def test_the_watch_ends_whoever_reaches_out(code: str) -> None:
    """The watch over every program that the tests start does forbid what it is there to forbid."""
    assert _python(code) == _WATCHED


def test_the_watch_leaves_others_alone() -> None:
    """An event loop with its own pair of sockets goes on."""
    assert _python("import asyncio; asyncio.run(asyncio.sleep(0))") == 0


def test_every_command_works_without_network_and_other_programs(tmp_path: Path) -> None:
    """With sockets and programs forbidden, each command does its work."""
    library, notes = tmp_path / "library.db", tmp_path / "notes.md"
    notes.write_text("10:02 alerts fire https://status.example.com/1\n")

    def run(*arguments: str) -> str:
        command = [*PIRTUI, "--library", str(library), *arguments]
        environment = {**os.environ, "PYTHONPATH": ALONE}
        ran = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False, timeout=60
        )
        assert ran.returncode in (0, 1), ran.stderr
        return ran.stdout.strip()

    ref = run("new", "Disk full", "--date", "2026-03-02")
    run("add", ref, "timeline", "10:00 it began src:https://status.example.com/1")
    run("import", str(notes), "--review", ref)
    run("lint", str(notes))
    for name in ("markdown", "json", "sqlite"):
        run("export", ref, "--format", name, "-o", str(tmp_path / f"report.{name}"))
    run("import", str(tmp_path / "report.json"))
    run("doctor", "--backup")
    run("doctor", "--restore", "latest")
    run("doctor", "--salvage", str(tmp_path / "saved.db"))
    run("settings", "--write")
    assert ref in run("list")


def test_a_terminal_is_given_nothing_to_keep(tmp_path: Path) -> None:
    """No title, clipboard or link is set, whatever is pasted, and a paste cannot break out and type."""
    with Terminal([*PIRTUI, "--library", str(tmp_path / "library.db")], columns=100, rows=30) as room:
        room.wait_for("Enter")
        room.line(f"{_SECRET} review")
        room.wait_for("[1 Prepare]")
        room.line("/timeline")
        room.wait_for("[2 Timeline]")
        room.paste(f"10:00 {_SECRET} \x1b]52;c;aGk=\x07\x1b]0;{_SECRET}\x07\x1b]8;;http://e.x\x07l")
        room.press("enter")
        room.wait_for("E1")
        room.type(f"\x1b[200~10:01 {_SECRET} first\x1b[201~/quit")
        room.wait_for("first/quit")
        room.press("enter")
        room.wait_for("E2")
        room.press("f10")
        assert room.wait_for_end() == 0
        written = bytes(room.written)
    assert {found["number"] for found in _OSC.finditer(written)} <= {_POINTER}
    assert _SECRET.encode() in written


def test_bytes_that_are_no_text_end_nothing(tmp_path: Path) -> None:
    """A terminal in another encoding gets marks for what cannot be read, and the line goes on."""
    with Terminal([*PIRTUI, "--library", str(tmp_path / "library.db")], columns=100, rows=30) as room:
        room.wait_for("Enter")
        room.send(b"caf\xe9 \xff\xfe review \xc3\xa9")
        room.wait_for("caf\ufffd \ufffd\ufffd review é")
        room.press("f10")
        assert room.wait_for_end() == 0
