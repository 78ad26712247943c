"""Keys that were typed ahead of a screen that was only just opening, or after one that just closed."""

from __future__ import annotations

from typing import TypeVar

from textual import events
from textual.screen import Screen

from pirtui.widgets.entry_line import EntryLine

Answer = TypeVar("Answer")


def hand_over(line: EntryLine, screen: Screen[Answer]) -> None:
    """Give the keys that a line held back to the screen that opened meanwhile, in their order.

    They are delivered once that screen stands and has its own focus.
    """
    waiting = [again(event) for event in line.let_go()]

    def deliver() -> None:
        for event in waiting:
            screen.app.post_message(event)

    if waiting:
        screen.call_later(deliver)


def again(event: events.Key | events.Paste) -> events.Key | events.Paste:
    """The same key as if it had just arrived; one that was handled before is not handled twice."""
    if isinstance(event, events.Paste):
        copy: events.Key | events.Paste = events.Paste(event.text)
    else:
        copy = events.Key(event.key, event.character)
    copy.time = event.time
    return copy
