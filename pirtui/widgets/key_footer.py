"""The last row: five to seven keys, never more than fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget


class KeyFooter(Widget):
    """Keys with a word each; a click gives the command."""

    DEFAULT_CSS = """
    KeyFooter {
        height: 1;
        padding: 0 1;
        background: $primary-background;
        color: $foreground;
    }
    """

    @dataclass
    class Pressed(Message):
        """A key in the footer was clicked."""

        command: str

    def __init__(self, keys: Sequence[tuple[str, str, str]] = ()) -> None:
        super().__init__()
        self._keys = tuple(keys)
        self._ends: list[tuple[int, str]] = []

    def show(self, keys: Sequence[tuple[str, str, str]]) -> None:
        """Show these keys, as (key, word, command)."""
        self._keys = tuple(keys)
        self.refresh()

    def render(self) -> Content:
        """As many keys as fit in the width."""
        width = self.content_size.width
        pieces: list[tuple[str, str]] = []
        self._ends = []
        end = 0
        for key, word, command in self._keys:
            taken = len(key) + len(word) + 3
            if end + taken - 2 > width:
                break
            pieces += [(key, "bold $text-accent"), (f" {word}  ", "")]
            end += taken
            self._ends.append((end, command))
        return Content.assemble(*pieces)

    def on_click(self, event: events.Click) -> None:
        """Give the command under the mouse."""
        for end, command in self._ends:
            if event.x - 1 < end:
                self.post_message(self.Pressed(command))
                return
