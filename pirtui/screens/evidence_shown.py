"""What of a tray is on the screen: which candidates, which folds, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import tzinfo
from typing import TYPE_CHECKING

from textual.widgets import Static

from pirtui.domain.visible import visible
from pirtui.screens.evidence_choices import Tray
from pirtui.screens.evidence_rows import TrayRows
from pirtui.screens.evidence_telling import assumed, counted, told_of, understood
from pirtui.widgets.item_list import ItemList
from pirtui.widgets.preview_row import PreviewRow

if TYPE_CHECKING:
    from pirtui.screens.evidence_tray import EvidenceTrayScreen

IN_QUESTION = "question"
KEPT = "kept"


class ShownTray:
    """Draws a tray on its screen; only what changed is drawn again."""

    def __init__(self, screen: EvidenceTrayScreen, tray: Tray, zone_name: str, zone: tzinfo) -> None:
        self._screen = screen
        self._tray = tray
        self._zone_name = zone_name
        self._zone = zone
        self._opened: frozenset[str] = frozenset()
        self._anchor = ""
        self._said: list[str | None] = []
        self.words = ""
        self.only = ""
        self.begin()

    def begin(self) -> None:
        """Forget what was drawn: the tray holds another reading."""
        self.rows = TrayRows(self._tray, self._zone)
        self._said = [None] * len(self._tray.candidates)
        self._anchor = ""

    @property
    def _items(self) -> ItemList:
        return self._screen.query_one(ItemList)

    @property
    def place(self) -> int | None:
        """The place of the highlighted candidate, if one is highlighted."""
        key = self._items.highlighted
        return int(key) if key.isdigit() else None

    # Drawing

    def show(self, highlight: str | None = None) -> None:
        """Show what the filters leave."""
        rows = self.rows.show(self._places(), self._opened, fold=not self.words)
        self._items.set_rows(rows, highlight)
        self.tell()

    def redraw(self, places: Iterable[int]) -> None:
        """Draw these candidates again; each stays in its place."""
        changed = tuple(places)
        for place in changed:
            self._said[place] = None
        self._items.set_rows(self.rows.redrawn(changed))
        self.tell()

    def moved(self, place: int) -> None:
        """Draw a candidate again that may stand under another day now."""
        self._said[place] = None
        self.rows.redrawn([place])
        self.show()

    def tell(self) -> None:
        """Say how many are kept, what is assumed, and how the highlighted candidate was understood."""
        screen = self._screen
        screen.query_one(".heading", Static).update(counted(self._tray, self.words, self.only))
        screen.query_one(".assumed", Static).update(assumed(self._tray))
        if not screen.is_asking:
            self.tell_candidate()

    def tell_candidate(self) -> None:
        """Say how the highlighted candidate was understood, and what is in doubt about it."""
        preview = self._screen.query_one(PreviewRow)
        if self.place is None:
            preview.clear()
        else:
            parts, doubts = understood(self._tray, self.place, self._zone_name)
            preview.show(parts, doubts=doubts)

    def notice(self, text: str) -> None:
        """Say something quietly below the list."""
        self._screen.query_one(PreviewRow).notice(visible(text))

    # Filters

    def filter(self, words: str) -> None:
        """Show only what says all of these words."""
        if words.strip() != self.words:
            self.words = words.strip()
            self.show()

    def show_only(self, what: str) -> None:
        """Show only what is in question, or only what is kept; again, everything."""
        self.only = "" if self.only == what else what
        self.show()

    def show_all(self) -> bool:
        """Show everything again; whether something was hidden."""
        was_narrow = bool(self.words or self.only)
        if was_narrow:
            self.words = self.only = ""
            self.show()
        return was_narrow

    def _places(self) -> Iterable[int]:
        places: Iterable[int] = range(len(self._tray.candidates))
        if self.only:
            places = sorted(self._tray.kept if self.only == KEPT else self._tray.in_question())
        words = self.words.casefold().split()
        if not words:
            return places
        return [place for place in places if all(word in self._told(place) for word in words)]

    def _told(self, place: int) -> str:
        said = self._said[place]
        if said is None:
            said = self._said[place] = told_of(self._tray, place)
        return said

    # Folds

    def turn_fold(self) -> None:
        """Open the fold at the highlight or close it; elsewhere open or close them all."""
        fold, folds = self.rows.fold_of(self._items.highlighted), self.rows.folds()
        if fold:
            self._opened ^= {fold}
        else:
            self._opened = frozenset() if folds <= self._opened else folds
        self.show(fold if fold and fold not in self._opened else None)

    # A range

    @property
    def has_range(self) -> bool:
        """Whether a range was begun."""
        return bool(self._anchor)

    def begin_range(self) -> None:
        """Begin a range at the highlight, if none was begun."""
        self._anchor = self._anchor or self._items.highlighted

    def forget_range(self) -> None:
        """Mark nothing any more."""
        self._anchor = ""
        self.stretch()

    def stretch(self) -> None:
        """Mark everything from where the range was begun to the highlight."""
        if self._anchor or self.rows.marked:
            reach = self.rows.between(self._anchor, self._items.highlighted) if self._anchor else ()
            self._items.set_rows(self.rows.mark(reach))
