"""The last row: five to seven keys, never more than fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from pirtui.domain.visible import visible
from pirtui.widgets.pieces import Piece, cells

_BETWEEN: Piece = ("  ", "")


class KeyFooter(Widget):
    """Keys with a word each; a click gives the command."""

    DEFAULT_CSS = """
    KeyFooter {
        height: 1;
        padding: 0 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
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
        """As many keys as fit in the width, whole ones only."""
        width = self.content_size.width
        pieces: list[Piece] = []
        self._ends = []
        for key, word, command in self._keys:
            more: list[Piece] = [(visible(key), "bold $text-accent"), (f" {visible(word)}", "")]
            if cells(pieces) + cells(more) > width:
                break
            pieces += [*more, _BETWEEN]
            self._ends.append((cells(pieces), command))
        return Content.assemble(*pieces[:-1])

    def on_click(self, event: events.Click) -> None:
        """Give the command under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for end, command in self._ends:
            if offset.x < end:
                self.post_message(self.Pressed(command))
                return
