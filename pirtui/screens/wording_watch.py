"""Keeps an eye on the words of a review, so that one mark can tell the facilitator to look."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pirtui.domain import changes
from pirtui.domain.blame_language import prepare
from pirtui.domain.review import Review
from pirtui.domain.value import Item
from pirtui.domain.wording import WordingNote, notes_on, roster

if TYPE_CHECKING:
    from pirtui.room import Room

LEFT = "wording"
"""The kind of mark for words that stay as they are."""


class WordingWatch:
    """Remembers what was found in each item, by the item itself, and looks only at what changed."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[Item, tuple[WordingNote, ...]]] = {}
        self._names: frozenset[str] = frozenset()
        self.is_ready = False

    def prepare(self) -> None:
        """Make ready for the first line; until then no line is looked at, so that no key waits."""
        prepare()
        self.is_ready = True

    def notes(self, review: Review, room: Room) -> tuple[WordingNote, ...]:
        """What is found in the whole review and was not left as it is; warnings first."""
        found = self._looked_at(review, changes.items(review))
        kept = [note for note in found if not room.is_marked(LEFT, mark_of(note))]
        return tuple(sorted(kept, key=lambda note: not note.is_warning))

    def warns_about(self, review: Review, labels: Iterable[str], room: Room) -> bool:
        """Whether one of these items holds a warning that was not left as it is."""
        held = [changes.find(review, label) for label in labels if changes.has(review, label)]
        return any(
            note.is_warning and not room.is_marked(LEFT, mark_of(note))
            for note in self._looked_at(review, held)
        )

    def _looked_at(self, review: Review, items: Iterable[Item]) -> list[WordingNote]:
        names = roster(review)
        if names != self._names:
            self._names = names
            self._seen.clear()
        return [note for item in items for note in self._of(item)]

    def _of(self, item: Item) -> tuple[WordingNote, ...]:
        known = self._seen.get(item.label)
        if known is not None and known[0] is item:
            return known[1]
        found = notes_on(item, self._names)
        self._seen[item.label] = (item, found)
        return found


def mark_of(note: WordingNote) -> str:
    """The name of the mark that leaves these words as they are; other words get another one."""
    return f"{note.label} {note.field} {note.finding.rule} {note.finding.match}"
