"""The facilitator's own notes on the meeting: not part of the review, never in its report, not undone.

Prompts that were asked, roles that were heard, questions that the timeline raised once, and how long the
stages took. Each is on disk when the call returns.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pirtui.domain.review import Stage
from pirtui.store.kept_room import StageTime

if TYPE_CHECKING:
    from pirtui.store.library import Library


class Room:
    """The notes beside one review. Methods that write raise a `LibraryProblem` if they cannot."""

    def __init__(self, library: Library, review_id: str) -> None:
        self._library = library
        self._review_id = review_id
        kept = library.room(review_id)
        self._marks = kept.marks
        self._stage_times = kept.stage_times

    def marks(self, kind: str) -> Mapping[str, str]:
        """The marks of one kind: what is written beside each name."""
        return dict(self._marks.get(kind, {}))

    def is_marked(self, kind: str, name: str) -> bool:
        """Whether this name carries a mark of this kind."""
        return name in self._marks.get(kind, {})

    def mark(self, kind: str, name: str, value: str = "") -> None:
        """Make a mark, or write something else beside it."""
        held = self._marks.setdefault(kind, {})
        if held.get(name) != value:
            self._library.keep_mark(self._review_id, kind, name, value)
            held[name] = value

    def mark_all(self, kind: str, marks: Mapping[str, str]) -> None:
        """Make several marks at once, those that are not there yet."""
        held = self._marks.setdefault(kind, {})
        new = {name: value for name, value in marks.items() if name not in held}
        if new:
            self._library.keep_marks(self._review_id, kind, new)
            held.update(new)

    def unmark(self, kind: str, name: str) -> None:
        """Take a mark away."""
        if self.is_marked(kind, name):
            self._library.keep_mark(self._review_id, kind, name, None)
            del self._marks[kind][name]

    def stage_time(self, stage: Stage) -> StageTime:
        """How long the meeting has spent in a stage, and by how much its box was extended."""
        return self._stage_times.get(stage.value, StageTime())

    def keep_stage_time(self, stage: Stage, spent: StageTime) -> None:
        """Write down how long the meeting has spent in a stage."""
        if self.stage_time(stage) != spent:
            self._library.keep_stage_time(self._review_id, stage.value, spent)
            self._stage_times[stage.value] = spent
