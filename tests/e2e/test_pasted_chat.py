"""Hundreds of pasted lines in a real terminal: each stands in the tray, and each can be stored."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from tests.e2e import node_disk
from tests.e2e.terminal import Terminal
from tests.e2e.test_whole_review import started, stored

_FIRST = datetime(2023, 9, 18, 13, 0)
_MESSAGES = 250
_LINES = 500


def _chat() -> Iterator[str]:
    for number in range(_MESSAGES):
        at = _FIRST + timedelta(minutes=number)
        yield f"{('ada', 'bo')[number % 2]}  [{at:%I:%M %p}]"
        yield f"message {number} of the chat"


def _notes() -> Iterator[str]:
    for number in range(_LINES):
        at = _FIRST + timedelta(minutes=number)
        yield f"{at:%Y-%m-%d %H:%M} line {number} of the notes"


def _at_timeline(terminal: Terminal) -> None:
    terminal.wait_for("A review begins")
    terminal.line(node_disk.TITLE)
    terminal.wait_for("Time zone")
    terminal.line("/timeline")
    terminal.wait_for("[2")


def test_a_pasted_chat_of_500_lines_loses_none(tmp_path: Path) -> None:
    """A bracketed paste opens the tray with every message, and F4 stores them all."""
    library = tmp_path / "library.db"
    with started(library, tmp_path) as terminal:
        _at_timeline(terminal)
        terminal.paste("\n".join(_chat()))
        terminal.wait_for(f"Evidence: {_MESSAGES} of {_MESSAGES} kept", "message 0 of the chat")
        terminal.press("f4")
        terminal.wait_for(f"{_MESSAGES} events added")
        terminal.press("f10")
        terminal.wait_for_end()
    texts = [event.text for event in stored(library).events]
    assert texts == [f"message {number} of the chat" for number in range(_MESSAGES)]


def test_500_lines_that_arrive_as_single_keys_lose_none(tmp_path: Path) -> None:
    """Without brackets, a burst of lines opens the tray too; no line is entered by itself."""
    library = tmp_path / "library.db"
    with started(library, tmp_path) as terminal:
        _at_timeline(terminal)
        terminal.type("\r".join(_notes()) + "\r")
        terminal.wait_for(f"Evidence: {_LINES} of {_LINES} kept", "line 0 of the notes")
        terminal.press("f4")
        terminal.wait_for(f"{_LINES} events added")
        terminal.press("f10")
        terminal.wait_for_end()
    texts = [event.text for event in stored(library).events]
    assert texts == [f"line {number} of the notes" for number in range(_LINES)]
