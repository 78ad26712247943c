"""The line while it is unfinished: which item it edits, what was set aside, and the draft on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer

from pirtui.domain import changes
from pirtui.domain.stages import Stage
from pirtui.domain.value import Item
from pirtui.session import Draft
from pirtui.store.errors import LibraryProblem

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

    def toggle(self) -> None:
        """Set the line aside, or bring back what was set aside."""
        held = self._set_aside
        self._set_aside = self._held() if self._screen.line.value else None
        if self._set_aside is not None:
            self._screen.put_in_line("")
            self._screen.notice("Set aside. Esc brings it back.")
        elif held is not None:
            self._screen.put_in_line(held.text, held.editing)

    def keep_soon(self) -> None:
        """Write the line to disk in a moment, once for many keys."""
        if self._saving is None:
            self._saving = self._screen.set_timer(_SAVE_AFTER, self._keep_if_free)

    def keep(self) -> None:
        """Write the line and the highlight to disk now, unless the line is not in place yet."""
        draft = self._kept()
        screen = self._screen
        if not screen.can_change:
            return
        try:
            screen.session.keep_place(screen.stage, screen.highlighted, draft)
        except LibraryProblem as problem:
            screen.notice(str(problem), "alert")

    def _keep_if_free(self) -> None:
        """Write them down, unless another process writes; then in a moment."""
        self._saving = None
        if self._screen.can_change and not self._screen.services.library.is_free():
            self.keep_soon()
        else:
            self.keep()

    def _kept(self) -> Draft:
        """What is to be written down: the line, or what was set aside while it is empty."""
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
