"""Commands that read the room: the private view, the seats that were heard, and the closing round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pirtui.domain import changes
from pirtui.domain.heard import not_heard, seat_named, seats
from pirtui.domain.thread import home_of
from pirtui.domain.wording import WordingNote, in_line
from pirtui.screens.item_commands import CannotDoError
from pirtui.screens.stages.base import Intent
from pirtui.screens.wording_watch import LEFT, mark_of

if TYPE_CHECKING:
    from pirtui.screens.facilitator import Private
    from pirtui.screens.review import ReviewScreen

HEARD = "heard"
"""The kind of mark for a seat that was heard."""


class RoomCommands:
    """Carries out what concerns the people in the room rather than the incident."""

    def __init__(self, screen: ReviewScreen) -> None:
        self._screen = screen

    async def private(self, _argument: str) -> None:
        """Open what only the facilitator needs."""
        from pirtui.screens.facilitator import FacilitatorScreen

        await self._screen.app.push_screen(FacilitatorScreen(self._private), self._reword)

    async def heard(self, argument: str) -> None:
        """Mark a role as heard, or not; without one, open the private view."""
        if not argument:
            await self.private("")
            return
        seat = seat_named(self._screen.review, argument)
        if seat is None:
            raise CannotDoError("Name one role of those present, such as /heard support.")
        self._hear(seat)
        self._screen.notice("Noted.")

    async def hands(self, argument: str) -> None:
        """Count the hands of the closing round."""
        from pirtui.capture.close_rounds import parse_close_round

        counted = parse_close_round(argument)
        if counted is None:
            raise CannotDoError("Count hands, not names: /hands learned 6, again 7, of 8")
        self._screen.apply(
            Intent("Closing round", lambda fresh: changes.updated(fresh, close_round=counted))
        )

    def _private(self) -> Private:
        from pirtui.screens.facilitator import Private

        screen = self._screen
        room = screen.session.room
        waiting = not_heard(screen.review, room.marks(HEARD))
        return Private(
            typed=in_line(screen.line.value, screen.review),
            notes=screen.wording.notes(screen.review, room),
            seats=[(seat, seat not in waiting) for seat in seats(screen.review)],
            hear=self._hear,
            leave=lambda note: room.mark(LEFT, mark_of(note)),
        )

    def _hear(self, seat: str) -> None:
        room = self._screen.session.room
        held = [each for each in room.marks(HEARD) if each.casefold() == seat.casefold()]
        for each in held:
            room.unmark(HEARD, each)
        if not held:
            room.mark(HEARD, seat)

    def _reword(self, note: WordingNote | None) -> None:
        """Put the offered words into the line, to be accepted or edited."""
        self._screen.show_wording()
        if note is None:
            return
        better = note.finding.rewrite or note.text
        if note.label:
            self._put_item(note, better)
        else:
            self._screen.put_in_line(better, self._screen.editing)
        self._screen.notice(f"Rather: {note.finding.instead}")

    def _put_item(self, note: WordingNote, better: str) -> None:
        """Put the item into the line with its better words; a note goes behind its command."""
        screen = self._screen
        if not changes.has(screen.review, note.label):
            return
        stage = home_of(note.label)
        if screen.stage is not stage:
            screen.enter(stage)
        screen.highlight(note.label)
        if note.field == "note":
            screen.put_in_line(f"/note {better}")
            return
        item = changes.find(screen.review, note.label)
        reworded = changes.put(screen.review, item.changed(**{note.field: better}))
        from pirtui.capture.lines import print_line

        screen.put_in_line(print_line(reworded, note.label, screen.now), note.label)
