"""The item that the line edits, as it was when it was put there: nothing is overwritten unasked."""

from pirtui.domain import changes
from pirtui.domain.review import Review
from pirtui.domain.value import Item


class EditedItem:
    """Remembers one item, to see whether another process changed it meanwhile."""

    def __init__(self) -> None:
        self._label = ""
        self._shown: Item | None = None

    def begin(self, review: Review, label: str) -> None:
        """Remember the item as the room sees it now; an empty label remembers nothing."""
        self._label = label
        self._shown = self._now_in(review)

    def was_changed(self, review: Review) -> bool:
        """Whether it is another one now; asked again, it is what the room has seen by then."""
        now = self._now_in(review)
        changed = now is not None and now != self._shown
        self._shown = now
        return changed

    def _now_in(self, review: Review) -> Item | None:
        if not self._label or not changes.has(review, self._label):
            return None
        return changes.find(review, self._label)
