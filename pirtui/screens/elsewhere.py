"""What another process does to the same review while it is open here."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pirtui.domain import changes
from pirtui.domain.merging import Merge, merged
from pirtui.domain.value import Item
from pirtui.screens.stages.base import Intent
from pirtui.store.errors import LibraryProblem

if TYPE_CHECKING:
    from pirtui.screens.conflict import Choice
    from pirtui.screens.review import ReviewScreen
    from pirtui.screens.unfinished_line import UnfinishedLine
    from pirtui.session import Session
    from pirtui.widgets.entry_line import EntryLine

_BETWEEN_TRIES = 0.1
_TRIES = 300
_QUIETLY = 3
"""A wait as short as this many tries is not spoken of."""


@dataclass(frozen=True)
class Conflict:
    """An item as it was when the line began to edit it, as the line would have it, and as it is now."""

    before: Item
    ours: Item
    theirs: Item

    @property
    def merge(self) -> Merge[Item]:
        """Both versions brought together."""
        return merged(self.before, self.ours, self.theirs)


class Elsewhere:
    """Takes in what others change, waits for them, and asks where they and the room disagree."""

    def __init__(self, screen: ReviewScreen) -> None:
        self._screen = screen
        self._alone = True

    # Company

    def sit_down(self, session: Session) -> None:
        """Take a seat at the review, so that others see it is open here."""
        presence = self._screen.services.presence
        seat = presence.sit_down(session.review.id)
        self._alone = presence.is_alone(session.review.id)
        session.sit_at(seat, alone=self._alone)

    def company(self) -> str:
        """That somebody else has this review open too, in one sentence; nothing if nobody has."""
        if self._alone:
            return ""
        return "This review is open in another pirtui too. Changes made there appear here, and are kept."

    # What others changed

    def look(self) -> bool:
        """Take in what another process changed and show it; whether there was anything."""
        try:
            changed = self._screen.session.refresh()
        except LibraryProblem as problem:
            self._screen.notice(str(problem), "alert")
            return False
        if changed:
            self._screen.frame.redraw(self._screen.session.touched)
        return changed

    # Waiting for others

    def holds_up(self, asked: EntryLine.Submitted | EntryLine.CommandKey) -> bool:
        """Whether another process writes right now; then this is asked again once it is done.

        Until then the line holds what is typed, and the screen goes on.
        """
        if self._screen.services.library.is_free():
            return False
        self._screen.run_worker(self._ask_again(asked), group="waiting", exit_on_error=False)
        return True

    async def _ask_again(self, asked: EntryLine.Submitted | EntryLine.CommandKey) -> None:
        for number in range(_TRIES):
            if number == _QUIETLY:
                self._screen.notice("Another process is writing; this is saved as soon as it is done.")
            await asyncio.sleep(_BETWEEN_TRIES)
            if self._screen.services.library.is_free():
                self._screen.post_message(replace(asked))
                return
        self._screen.notice("Another process does not stop writing; Enter tries again.", "alert")
        asked.line.resume(None)

    # One item, changed by both

    async def stands_against(self, line: UnfinishedLine, text: str) -> bool:
        """Whether the line edits what was changed elsewhere meanwhile; then both are brought together.

        Nothing is overwritten without asking, and no words are lost.
        """
        if not line.editing:
            return False
        self.look()
        conflict = self._conflict(line.began_with, text, line.editing)
        if conflict is not None:
            await self._settle(conflict)
            return True
        if line.began_with is not None and not changes.has(self._screen.review, line.editing):
            self._screen.notice(
                f"{line.editing} was removed elsewhere. Enter again adds this as a new one.", "warning"
            )
            line.begin("")
            return True
        if line.field_was_changed():
            self._screen.notice(
                f"{line.editing.capitalize()} was changed elsewhere meanwhile. Enter again keeps ours."
            )
            return True
        return False

    def _conflict(self, before: Item | None, text: str, label: str) -> Conflict | None:
        """What stands against storing the line; nothing while its item is as it was."""
        review = self._screen.review
        if before is None or not changes.has(review, label):
            return None
        theirs = changes.find(review, label)
        if theirs == before:
            return None
        ours = self._ours(before, text, label)
        return None if ours is None else Conflict(before, ours, theirs)

    def _ours(self, before: Item, text: str, label: str) -> Item | None:
        """The item as the line would have it, read against what it was when the line began."""
        from pirtui.capture.lines import accept_line

        screen = self._screen
        then = changes.put(screen.review, before)
        accepted = accept_line(
            screen.view.grammar, text, then, screen.now, parent=screen.parent_factor, label=label
        )
        return None if accepted.change is None else changes.find(accepted.change(then), label)

    async def _settle(self, conflict: Conflict) -> None:
        """Bring both versions together, and ask where that cannot be."""
        merge = conflict.merge
        label = conflict.theirs.label
        if merge.disputed:
            await self._ask(conflict, merge)
        elif self._screen.apply(_put(f"Change {label}", merge.item)):
            self._screen.line_is_done(f"{label} was changed elsewhere too; both changes are in it now.")

    async def _ask(self, conflict: Conflict, merge: Merge[Item]) -> None:
        from pirtui.screens.conflict import ConflictScreen

        label = conflict.theirs.label
        lines = (self._line(each) for each in (conflict.before, conflict.ours, conflict.theirs))
        asking = ConflictScreen(label, *lines, both=True)
        await self._screen.app.push_screen(asking, lambda choice: self._chosen(choice, conflict, merge))

    def _chosen(self, choice: Choice | None, conflict: Conflict, merge: Merge[Item]) -> None:
        from pirtui.screens.conflict import Choice

        screen, label = self._screen, conflict.theirs.label
        if choice is Choice.OURS and screen.apply(_put(f"Change {label}", merge.item)):
            screen.line_is_done(f"{label} is as it was written here; /history holds the other version.")
        elif choice is Choice.BOTH and screen.apply(_add(f"Add to {label}", conflict.ours)):
            screen.line_is_done(f"{label} stays as it is; ours stands beside it.")
        elif choice is Choice.THEIRS:
            screen.unfinished.toggle()
            screen.notice(f"{label} stays as it was written elsewhere. Esc brings our line back.")

    def _line(self, item: Item) -> str:
        from pirtui.capture.lines import print_line

        screen = self._screen
        return print_line(changes.put(screen.review, item), item.label, screen.now)


def _put(summary: str, item: Item) -> Intent:
    return Intent(summary, lambda fresh: changes.put(fresh, item))


def _add(summary: str, item: Item) -> Intent:
    return Intent(summary, lambda fresh: changes.add(fresh, item))
