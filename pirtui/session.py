"""The one door for change: every change is on disk before it is shown, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from pirtui.domain.differences import Difference, conflicts, difference, patched
from pirtui.domain.references import without_loose_references
from pirtui.domain.review import Review, Stage
from pirtui.room import Room
from pirtui.store.errors import ChangedElsewhere, UnknownReview
from pirtui.store.seats import MOST_SEATS, at_seat, left_at
from pirtui.store.texts import kept_change

if TYPE_CHECKING:
    from pirtui.store.journal import HistoryEntry, Step
    from pirtui.store.library import Library
    from pirtui.store.places import Place
    from pirtui.store.reading import AtOnce

Change = Callable[[Review], Review]
"""How a review changes; it may be run again on a fresher review."""

_TRIES = 20
_UNSEEN = "This review was changed elsewhere in the meantime; look again, then repeat."


@dataclass(frozen=True)
class Position:
    """The stage on the screen, and the highlighted key of each stage."""

    stage: Stage
    highlights: dict[Stage, str]


@dataclass(frozen=True)
class Draft:
    """An unfinished line, and the label of the item that it edits, if any."""

    text: str = ""
    editing: str = ""


class Session:
    """One review, open for change. Methods that write raise a `LibraryProblem` if they cannot.

    `room` holds the facilitator's own notes beside it.
    """

    def __init__(self, library: Library, review: Review, revision: int) -> None:
        self._library = library
        self._review = review
        self._revision = revision
        self._touched: tuple[str, ...] = ()
        self._seen: int | None = None
        self.room = Room(library, review.id)
        self._kept: tuple[Stage, str, Draft] | None = None
        self._adopted: dict[Stage, list[str]] = {}
        self.sit_at(1)

    def sit_at(self, seat: int, *, alone: bool = False) -> None:
        """Say at which seat of this review we sit, so that nobody's unfinished line is written over.

        Whoever sits `alone` finds the lines that were left at other seats, where the own one has none.
        """
        self._seat = seat
        places = self._library.places(self._review.id)
        own = left_at(places.by_stage, seat)
        known = {stage.value: stage for stage in Stage}
        self._stage = known.get(places.stage, self._review.stage)
        self._drafts = {
            known[name]: _draft(own[name]) for name in own if own[name].draft and name in known
        }
        self._highlights = {
            known[name]: place.highlight
            for name, place in (left_at(places.by_stage, 1) | own).items()
            if name in known
        }
        if alone:
            self._adopt(places.by_stage)

    def _adopt(self, places: Mapping[str, Place]) -> None:
        """Take over the lines that were left at other seats."""
        for seat in range(MOST_SEATS, 0, -1):
            for name, place in left_at(places, seat).items() if seat != self._seat else ():
                stage = next((each for each in Stage if each.value == name), None)
                if stage is not None and place.draft and stage not in self._drafts:
                    self._drafts[stage] = _draft(place)
                    self._adopted.setdefault(stage, []).append(at_seat(name, seat))

    @classmethod
    def open(cls, library: Library, name: str, known: AtOnce | None = None) -> Self:
        """Open the review with this ref or id; one that is `known` is read again only if it changed.

        Raises:
            UnknownReview: if there is none.
        """
        if known is not None and library.revision(known.review.id) == known.revision:
            return cls(library, known.review, known.revision)
        review, revision = library.load_with_revision(name)
        return cls(library, review, revision)

    @property
    def review(self) -> Review:
        """The review as it is on disk."""
        return self._review

    @property
    def touched(self) -> tuple[str, ...]:
        """The labels that the last change, undo, redo or refresh touched."""
        return self._touched

    # Changing

    def apply(self, summary: str, change: Change, *, undoable: bool = True) -> Review:
        """Make a change; it is on disk when this returns.

        If another process changed the review in the meantime, the change is made on its newest state.

        Raises:
            ChangedElsewhere: if the other process changed the same items; nothing is overwritten.
            LibraryProblem: if the change cannot be saved; the review is as before.
        """
        from pirtui.store.library import Stale

        after, made = self._made(change)
        intended = made
        for _ in range(_TRIES):
            if not made and after.stage is self._review.stage:
                self._touched = ()
                return self._review
            try:
                named = summary if undoable and made else ""
                self._revision = self._library.save(self._revision, after, made, named)
            except Stale:
                self._catch_up(intended)
                after, made = self._made(change, again=True)
                continue
            self._review, self._touched = after, made.labels
            return after
        raise ChangedElsewhere("Another process keeps changing this review; try again in a moment.")

    def undo(self) -> str:
        """Take the newest change back; its summary, or nothing if there is none.

        Raises:
            ChangedElsewhere: if the review holds changes that were not shown here yet, or the change no
                longer fits; nothing is changed.
        """
        self._show_the_unseen()
        return self._replay(self._library.undo_step(self._review.id), undo=True)

    def redo(self) -> str:
        """Make the change again that was taken back last; its summary, or nothing if there is none.

        Raises:
            ChangedElsewhere: as for `undo`.
        """
        self._show_the_unseen()
        return self._replay(self._library.redo_step(self._review.id), undo=False)

    def history(self) -> tuple[HistoryEntry, ...]:
        """Every change, the newest first."""
        return self._library.history(self._review.id)

    def refresh(self) -> bool:
        """Take in what another process changed; whether there was anything."""
        seen = self._library.data_version()
        if seen == self._seen:
            return False
        self._seen = seen
        if self._library.revision(self._review.id) == self._revision:
            return False
        before = self._review
        self._reload()
        self._touched = difference(before, self._review).labels
        return True

    def _replay(self, step: Step | None, *, undo: bool) -> str:
        from pirtui.store.library import Stale

        if step is None:
            return ""
        change = step.change.reverse if undo else step.change
        if blocked := conflicts(self._review, change):
            raise ChangedElsewhere(f"{_spoken(blocked)} changed since; change it by hand.")
        after = patched(self._review, change)
        try:
            self._revision = self._library.save_replay(self._revision, after, step, undo=undo)
        except Stale:
            self._reload()
            raise ChangedElsewhere(_UNSEEN) from None
        self._review, self._touched = after, change.labels
        return step.summary

    def _made(self, change: Change, *, again: bool = False) -> tuple[Review, Difference]:
        """The review after the change, and what changed.

        A change made `again`, on a newer state, may point at what is gone there.
        """
        after = change(self._review)
        made = difference(self._review, after)
        if again:
            after = without_loose_references(after, made.labels)
            made = difference(self._review, after)
        kept = kept_change(made)
        return (after, made) if kept == made else (patched(after, kept), kept)

    def _show_the_unseen(self) -> None:
        if self.refresh():
            raise ChangedElsewhere(_UNSEEN)

    def _catch_up(self, intended: Difference) -> None:
        self._reload()
        edited = tuple(each for each in intended.items if each.before is not None)
        if blocked := conflicts(self._review, Difference(edited, intended.fields)):
            raise ChangedElsewhere(
                f"{_spoken(blocked)} changed elsewhere in the meantime; look again, then repeat."
            )

    def _reload(self) -> None:
        try:
            self._review, self._revision = self._library.load_with_revision(self._review.id)
        except UnknownReview:
            raise UnknownReview(
                f"{self._review.ref} was deleted elsewhere; take that back in the library to go on."
            ) from None

    # Where the room is

    @property
    def position(self) -> Position:
        """The stage and the highlights as they were left."""
        return Position(self._stage, dict(self._highlights))

    @property
    def drafts(self) -> dict[Stage, Draft]:
        """The unfinished line of each stage that has one."""
        return dict(self._drafts)

    def keep_place(self, stage: Stage, highlight: str, draft: Draft) -> None:
        """Write down where the room is, if that is news."""
        from pirtui.store.places import Place

        if self._kept == (stage, highlight, draft):
            return
        place = Place(highlight, draft.text, draft.editing)
        self._library.save_place(self._review.id, at_seat(stage.value, self._seat), place)
        for adopted in self._adopted.pop(stage, ()):
            self._library.save_place(self._review.id, adopted, Place())
        self._kept = (stage, highlight, draft)
        self._stage = stage
        self._highlights[stage] = highlight
        self._drafts[stage] = draft
        if not draft.text:
            del self._drafts[stage]


def _draft(place: Place) -> Draft:
    return Draft(place.draft, place.editing)


def _spoken(names: tuple[str, ...]) -> str:
    """Labels and fields as the subject of a sentence: `A2 was`, `The owner team and E3 were`."""
    words = [_WORDS.get(name) or _in_words(name) for name in names]
    *others, last = words
    said = f"{', '.join(others)} and {last} were" if others else f"{last} was"
    return said[:1].upper() + said[1:]


def _in_words(name: str) -> str:
    return name if name[0].isupper() else "the " + name.rpartition(".")[2].replace("_", " ")


_WORDS = {
    "incident.on": "the incident's day",
    "ground_rules_read": "the reading of the ground rules",
    "dates.created": "the review's beginning",
    "dates.met": "the day of the meeting",
    "dates.drafted": "the draft's time",
    "dates.published": "the time of publication",
    "archived": "the archive mark",
}
