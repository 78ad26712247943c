"""Which branches of the "how come?" tree are folded; it is remembered beside the review."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from pirtui.store.errors import LibraryProblem

if TYPE_CHECKING:
    from pirtui.room import Room

_FOLDED = "folded"


class Folds:
    """The labels of folded factors; what cannot be written down holds for as long as the screen does."""

    def __init__(self) -> None:
        self._room: Room | None = None
        self._labels: frozenset[str] = frozenset()

    def keep_in(self, room: Room) -> None:
        """Take the folds as they stand among the facilitator's own notes, and keep them there."""
        if self._room is not room:
            self._room = room
            self._labels = frozenset(room.marks(_FOLDED))

    @property
    def labels(self) -> frozenset[str]:
        """The labels of the folded factors."""
        return self._labels

    def fold(self, labels: Iterable[str]) -> None:
        """Fold these factors."""
        added = frozenset(labels) - self._labels
        self._labels |= added
        for label in added:
            with suppress(LibraryProblem):
                if self._room is not None:
                    self._room.mark(_FOLDED, label)

    def unfold(self, labels: Iterable[str]) -> None:
        """Unfold these factors."""
        removed = self._labels.intersection(labels)
        self._labels -= removed
        for label in removed:
            with suppress(LibraryProblem):
                if self._room is not None:
                    self._room.unmark(_FOLDED, label)
