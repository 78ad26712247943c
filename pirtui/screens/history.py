"""Every change made to a review, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from pirtui.commands import LIST_KEYS
from pirtui.screens.dialog import CLOSE, Dialog
from pirtui.screens.rows import hint
from pirtui.widgets.item_list import ItemList, Row, Tag
from pirtui.widgets.key_footer import KeyFooter

if TYPE_CHECKING:
    from pirtui.store.journal import HistoryEntry

_STATES = {"undone": Tag("taken back", "warning"), "discarded": Tag("taken back for good", "muted")}


class HistoryScreen(Dialog[None]):
    """A list to read; nothing can be changed here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"move('{key}')", show=False) for key in LIST_KEYS),
        Binding("home", "move('ctrl+home')", show=False),
        Binding("end", "move('ctrl+end')", show=False),
    ]

    def __init__(self, entries: Sequence[HistoryEntry]) -> None:
        super().__init__()
        self._entries = entries

    def compose(self) -> ComposeResult:
        """The list of changes."""
        with Vertical():
            yield Static(self._heading(), classes="heading", markup=False)
            yield ItemList()
            yield KeyFooter([("Up, Down", "Move", "move('down')"), CLOSE])

    def on_mount(self) -> None:
        """Fill the list."""
        rows = [_row(number, entry) for number, entry in enumerate(self._entries)]
        items = self.query_one(ItemList)
        items.set_rows(rows or [hint("Nothing has been changed yet.")])
        items.first()

    def action_move(self, key: str) -> None:
        """Move the highlight."""
        self.query_one(ItemList).move_by_key(key)

    def _heading(self) -> str:
        if not self._entries:
            return "History"
        return f"History: changes, the newest first, times in {self._entries[0].at:%Z}"


def _row(number: int, entry: HistoryEntry) -> Row:
    state = _STATES.get(entry.state.value)
    return Row(
        key=str(number),
        lead=f"{entry.at.day:>2} {entry.at:%b %H:%M}",
        text=entry.summary,
        tags=(state,) if state else (),
        tone="muted" if state else "",
    )
