"""Which branches of the "how come?" tree are folded; it is remembered beside the review."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pirtui.room import Room

_FOLDED = "folded"


class Folds:
    """The labels of folded factors. Until a room is given, nothing is folded and nothing is kept."""

    def __init__(self) -> None:
        self._room: Room | None = None

    def keep_in(self, room: Room) -> None:
        """Remember folds from now on among the facilitator's own notes, as they stand there."""
        self._room = room

    @property
    def labels(self) -> frozenset[str]:
        """The labels of the folded factors."""
        return frozenset(self._room.marks(_FOLDED)) if self._room is not None else frozenset()

    def fold(self, labels: Iterable[str]) -> None:
        """Fold these factors.

        Raises:
            LibraryProblem: if that cannot be kept.
        """
        if self._room is not None:
            for label in labels:
                self._room.mark(_FOLDED, label)

    def unfold(self, labels: Iterable[str]) -> None:
        """Unfold these factors.

        Raises:
            LibraryProblem: if that cannot be kept.
        """
        if self._room is not None:
            for label in labels:
                self._room.unmark(_FOLDED, label)
