"""The line while it is unfinished: which item it edits, what was set aside, and the draft on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer

from pirtui.domain import changes
from pirtui.domain.stages import Stage
from pirtui.domain.value import Item
from pirtui.session import Draft

if TYPE_CHECKING:
    from pirtui.screens.review import ReviewScreen

_SAVE_AFTER = 0.4


class UnfinishedLine:
    """Keeps what the line holds safe; it is on disk within a second of the first key."""

    def __init__(self, screen: ReviewScreen) -> None:
        self._screen = screen
        self._set_aside: Draft | None = None
        self._saving: Timer | None = None
        self._shown: Item | None = None
        self._shown_field = ""
        self.editing = ""

    def begin(self, editing: str) -> None:
        """Remember which item the line edits, as the room sees it now; an empty label for none."""
        self.editing = editing
        self._shown = self._edited_item()
        self._shown_field = self._edited_field()

    @property
    def began_with(self) -> Item | None:
        """The item that the line edits, as it was when it began; `None` for a field, or a new item."""
        return self._shown

    def field_was_changed(self) -> bool:
        """Whether the edited field says something else now; asked again, that is what was seen."""
        now = self._edited_field()
        changed = now != self._shown_field
        self._shown_field = now
        return changed

    def forget_set_aside(self) -> None:
        """What was set aside is no longer wanted."""
        self._set_aside = None

    def swap(self) -> Draft | None:
        """Set the line aside; return what was set aside before, to be put into the line."""
        held = self._set_aside
        self._set_aside = self._held() if self._screen.line.value else None
        return held

    @property
    def is_set_aside(self) -> bool:
        """Whether a line waits to be brought back."""
        return self._set_aside is not None

    def keep_soon(self) -> None:
        """Write the line to disk in a moment, once for many keys."""
        if self._saving is None:
            self._saving = self._screen.set_timer(_SAVE_AFTER, self._screen.keep_draft_if_free)

    def keep_later(self) -> None:
        """Try again in a moment."""
        self._saving = None
        self.keep_soon()

    def kept(self) -> Draft:
        """What is to be written down now: the line, or what was set aside while it is empty."""
        if self._saving is not None:
            self._saving.stop()
            self._saving = None
        if not self._screen.line.value and self._set_aside is not None:
            return self._set_aside
        return self._held()

    def restored(self, drafts: dict[Stage, Draft], stage: Stage) -> Draft:
        """The unfinished line of a stage that is entered; nothing is set aside there."""
        self._set_aside = None
        return drafts.get(stage, Draft())

    def _held(self) -> Draft:
        text = self._screen.line.value
        return Draft(text, self.editing if text else "")

    def _edited_field(self) -> str:
        """What the edited field of Prepare says now; nothing while no field is edited."""
        if not self.editing or self._edited_item() is not None or self.editing[0].isupper():
            return ""
        from pirtui.capture.lines import print_line

        return print_line(self._screen.review, self.editing, self._screen.now)

    def _edited_item(self) -> Item | None:
        review = self._screen.review
        if not self.editing or not changes.has(review, self.editing):
            return None
        return changes.find(review, self.editing)
