"""Pasted lines as candidate events: each is kept or dropped, and nothing is stored until accepted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from pirtui.capture.paste import Candidate
from pirtui.domain.moment_text import full_text
from pirtui.screens.dialog import Dialog
from pirtui.screens.rows import hint
from pirtui.widgets.item_list import ItemList, Row, Tag

_LIST_KEYS = ("up", "down", "pageup", "pagedown", "ctrl+home", "ctrl+end")


class EvidenceTrayScreen(Dialog[tuple[Candidate, ...]]):
    """Candidates in the order of the source; it answers with those that were kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"move('{key}')", show=False) for key in _LIST_KEYS),
        Binding("space", "keep_or_drop", "Keep or drop", id="tray.toggle"),
        Binding("a", "keep_all", "Keep all", id="tray.all"),
        Binding("n", "drop_all", "Drop all", id="tray.none"),
        Binding("enter", "accept", "Accept", id="tray.accept"),
    ]

    def __init__(self, candidates: Sequence[Candidate], zone: tzinfo) -> None:
        super().__init__()
        self._candidates = tuple(candidates)
        self._zone = zone
        self._kept = {n for n, each in enumerate(self._candidates) if each.reading.item is not None}

    def compose(self) -> ComposeResult:
        """A count, the list and the keys."""
        with Vertical():
            yield Static(self._count(), classes="heading", markup=False)
            yield ItemList()
            yield Static(
                "Space: keep or drop   A: all   N: none   Enter: accept   Esc: store nothing",
                classes="foot",
                markup=False,
            )

    def on_mount(self) -> None:
        """Fill the list."""
        self._show()

    def action_move(self, key: str) -> None:
        """Move the highlight."""
        self.query_one(ItemList).move_by_key(key)

    def action_keep_or_drop(self) -> None:
        """Keep the highlighted candidate, or drop it."""
        items = self.query_one(ItemList)
        if not items.highlighted:
            return
        place = int(items.highlighted)
        if self._candidates[place].reading.item is not None:
            self._kept ^= {place}
        items.move(1)
        self._show()

    def action_keep_all(self) -> None:
        """Keep every candidate that can be an event."""
        self._kept = {n for n, each in enumerate(self._candidates) if each.reading.item is not None}
        self._show()

    def action_drop_all(self) -> None:
        """Drop every candidate."""
        self._kept = set()
        self._show()

    def action_accept(self) -> None:
        """Answer with what was kept."""
        self.dismiss(tuple(self._candidates[place] for place in sorted(self._kept)))

    def _show(self) -> None:
        rows = [self._row(place, each) for place, each in enumerate(self._candidates)]
        self.query_one(ItemList).set_rows(rows or [hint("No event was found in these lines.")])
        self.query_one(".heading", Static).update(self._count())

    def _count(self) -> str:
        return f"Evidence tray: {len(self._kept)} of {len(self._candidates)} kept"

    def _row(self, place: int, candidate: Candidate) -> Row:
        item, kept = candidate.reading.item, place in self._kept
        if item is None:
            doubt = Tag(candidate.reading.problem, "warning")
            return Row(key=str(place), lead="drop", text=candidate.line, tags=(doubt,), tone="muted")
        time = Tag(full_text(item.time, self._zone), "accent")
        doubts = tuple(Tag(doubt, "warning") for doubt in candidate.reading.doubts)
        return Row(
            key=str(place),
            lead="keep" if kept else "drop",
            text=item.text,
            tags=(time, *doubts),
            tone="" if kept else "muted",
        )
