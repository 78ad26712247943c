"""What only the facilitator needs: words to look at, seats not heard yet, and cues against bias."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from pirtui.commands import LIST_KEYS
from pirtui.domain.bias_cues import BIAS_CUES
from pirtui.domain.wording import WordingNote
from pirtui.screens.dialog import CLOSE, Dialog
from pirtui.screens.rows import heading, hint
from pirtui.widgets.item_list import ItemList, Row, Tag
from pirtui.widgets.key_footer import KeyFooter

_WORDS = "words:"
_SEAT = "seat:"
_KEYS = (
    ("Enter", "Reword in the line", "reword"),
    ("Space", "Heard; leave the words", "tick"),
    CLOSE,
)


@dataclass(frozen=True)
class Private:
    """What the view shows and what it may ask for.

    `typed` is what is found in the unfinished line, `notes` what is found in the review. `seats` are
    roles with whether they were heard. `hear` takes a role, `leave` words that stay as they are.
    """

    typed: Sequence[WordingNote]
    notes: Sequence[WordingNote]
    seats: Sequence[tuple[str, bool]]
    hear: Callable[[str], None]
    leave: Callable[[WordingNote], None]


class FacilitatorScreen(Dialog[WordingNote]):
    """One list; it answers with the words that the facilitator wants to put another way."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"move('{key}')", show=False) for key in LIST_KEYS),
        Binding("home", "move('ctrl+home')", show=False),
        Binding("end", "move('ctrl+end')", show=False),
        Binding("enter", "reword", show=False),
        Binding("space", "tick", show=False),
        Binding("ctrl+r", "leave", show=False),
    ]

    def __init__(self, look: Callable[[], Private]) -> None:
        super().__init__()
        self._look = look
        self._private = look()

    def compose(self) -> ComposeResult:
        """The list over its keys."""
        with Vertical():
            yield Static("For the facilitator alone", classes="heading", markup=False)
            yield ItemList()
            yield KeyFooter(list(_KEYS))

    def on_mount(self) -> None:
        """Fill the list."""
        self._show("")

    def action_move(self, key: str) -> None:
        """Move the highlight."""
        self.query_one(ItemList).move_by_key(key)

    def action_reword(self) -> None:
        """Answer with the highlighted words, or tick the highlighted seat."""
        note = self._highlighted_note()
        if note is not None:
            self.answer(note)
        else:
            self.action_tick()

    def action_tick(self) -> None:
        """Mark a seat as heard or not; leave words as they are."""
        key = self.query_one(ItemList).highlighted
        note = self._highlighted_note()
        if note is not None and note.label:
            self._private.leave(note)
        elif key.startswith(_SEAT):
            self._private.hear(key.removeprefix(_SEAT))
        self._private = self._look()
        self._show(key)

    def _highlighted_note(self) -> WordingNote | None:
        key = self.query_one(ItemList).highlighted
        if not key.startswith(_WORDS):
            return None
        notes = (*self._private.typed, *self._private.notes)
        return notes[int(key.removeprefix(_WORDS))]

    def _show(self, highlight: str) -> None:
        items = self.query_one(ItemList)
        items.set_rows(tuple(_rows(self._private)), highlight or None)
        if not highlight or not items.has(highlight):
            items.first()


def _rows(private: Private) -> Iterator[Row]:
    notes = (*private.typed, *private.notes)
    yield heading("Wording")
    if not notes:
        yield hint("Nothing here steers towards persons.")
    yield from (_note_row(place, note) for place, note in enumerate(notes))
    yield heading("Heard from")
    if not private.seats:
        yield hint("Name the people in the room in Prepare; then their roles stand here.")
    for seat, heard in sorted(private.seats, key=lambda each: each[1]):
        yield _seat_row(seat, heard)
    yield heading("When the talk tilts")
    yield from (Row(key=f"cue:{cue.name}", lead=cue.name, text=cue.cue) for cue in BIAS_CUES)


def _note_row(place: int, note: WordingNote) -> Row:
    finding = note.finding
    return Row(
        key=f"{_WORDS}{place}",
        lead=note.label or "the line",
        text=f"“{finding.match}”  {finding.why}",
        tags=(Tag(finding.category, "muted"),),
        detail=f"Rather: {finding.rewrite or finding.instead}",
        tone="strong" if note.is_warning else "muted",
    )


def _seat_row(seat: str, heard: bool) -> Row:
    return Row(
        key=f"{_SEAT}{seat}",
        lead="heard" if heard else "not yet",
        text=seat,
        tone="muted" if heard else "",
    )
