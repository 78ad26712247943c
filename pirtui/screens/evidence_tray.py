"""Pasted lines as candidate events: each is kept or dropped, and nothing is stored until accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, tzinfo
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from pirtui.capture.paste import Candidate
from pirtui.commands import LIST_KEYS
from pirtui.domain.days import day_text
from pirtui.domain.events import Event
from pirtui.domain.moment_text import clock_text, full_text, local_day
from pirtui.domain.visible import visible
from pirtui.screens.dialog import Dialog
from pirtui.screens.rows import hint
from pirtui.widgets.item_list import ItemList, Row, Tag
from pirtui.widgets.key_footer import KeyFooter

_FOOTER = (
    ("Enter", "Accept", "accept"),
    ("Space", "Keep or drop", "keep_or_drop"),
    ("A", "Keep all", "keep_all"),
    ("N", "Drop all", "drop_all"),
    ("Esc", "Store nothing", "leave"),
)


class EvidenceTrayScreen(Dialog[tuple[Candidate, ...]]):
    """Candidates in the order of the source; it answers with those that were kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"move('{key}')", show=False) for key in LIST_KEYS),
        Binding("home", "move('ctrl+home')", show=False),
        Binding("end", "move('ctrl+end')", show=False),
        Binding("space", "keep_or_drop", "Keep or drop", id="tray.toggle"),
        Binding("a", "keep_all", "Keep all", id="tray.all"),
        Binding("n", "drop_all", "Drop all", id="tray.none"),
        Binding("enter", "accept", "Accept", id="tray.accept"),
    ]

    def __init__(self, candidates: Sequence[Candidate], zone: tzinfo) -> None:
        super().__init__()
        self._candidates = tuple(candidates)
        self._zone = zone
        self._able = frozenset(n for n, each in enumerate(self._candidates) if each.reading.item)
        self._kept = set(self._able)

    def compose(self) -> ComposeResult:
        """A count, the list and the keys."""
        with Vertical():
            yield Static(self._count(), classes="heading", markup=False)
            yield ItemList()
            yield KeyFooter(_FOOTER)

    def on_mount(self) -> None:
        """Fill the list."""
        self._show()
        self.query_one(ItemList).first()

    def action_move(self, key: str) -> None:
        """Move the highlight."""
        self.query_one(ItemList).move_by_key(key)

    @on(ItemList.Opened)
    def action_keep_or_drop(self) -> None:
        """Keep the highlighted candidate, or drop it, and go on to the next one."""
        items = self.query_one(ItemList)
        if items.highlighted:
            self._kept ^= self._able & {int(items.highlighted)}
            items.move(1)
            self._show()

    def action_keep_all(self) -> None:
        """Keep every candidate that can be an event."""
        self._kept = set(self._able)
        self._show()

    def action_drop_all(self) -> None:
        """Drop every candidate."""
        self._kept = set()
        self._show()

    def action_accept(self) -> None:
        """Answer with what was kept."""
        self.answer(tuple(self._candidates[place] for place in sorted(self._kept)))

    def _show(self) -> None:
        rows = list(self._rows())
        self.query_one(ItemList).set_rows(rows or [hint("No event was found in these lines.")])
        self.query_one(".heading", Static).update(self._count())

    def _count(self) -> str:
        doubtful = sum(bool(each.reading.doubts) for each in self._candidates)
        doubts = f", {doubtful} in doubt" if doubtful else ""
        return f"Evidence tray: {len(self._kept)} of {len(self._candidates)} kept{doubts}"

    def _rows(self) -> Iterator[Row]:
        day: date | None = None
        for place, candidate in enumerate(self._candidates):
            item = candidate.reading.item
            if item is None:
                yield self._unread(place, candidate)
                continue
            its_day = local_day(item.time, self._zone)
            if its_day is not None and its_day != day:
                day = its_day
                yield Row(key="", text=day_text(day), kind="rule")
            yield self._read(place, candidate, item)

    def _read(self, place: int, candidate: Candidate, item: Event) -> Row:
        kept = place in self._kept
        known = [] if item.time.is_clocked else [Tag(full_text(item.time, self._zone), "muted")]
        marks = [Tag(f"!{milestone.value}", "accent") for milestone in item.milestones]
        doubts = [Tag(f"? {doubt}", "warning") for doubt in candidate.reading.doubts]
        return Row(
            key=str(place),
            lead=clock_text(item.time, self._zone),
            badge="keep" if kept else "drop",
            text=item.text,
            tags=(*([Tag(f"@{item.actor}", "muted")] if item.actor else ()), *marks, *known, *doubts),
            tone="" if kept else "muted",
        )

    def _unread(self, place: int, candidate: Candidate) -> Row:
        problem = Tag(f"? {candidate.reading.problem}", "warning")
        return Row(
            key=str(place), badge="drop", text=visible(candidate.line), tags=(problem,), tone="muted"
        )
