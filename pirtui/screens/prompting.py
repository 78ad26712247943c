"""The one question on the screen: which it is, what was asked, what was skipped."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from pirtui.domain import changes
from pirtui.domain.asking import Asking
from pirtui.domain.factors import Factor, Theme
from pirtui.domain.gaps import Gap
from pirtui.domain.loose_ends import QUESTION_SIGN
from pirtui.domain.prompts import THEMES, Prompt
from pirtui.domain.questions import gap_questions
from pirtui.domain.review import Review, Stage
from pirtui.store.remembered import PROMPTS, remembered
from pirtui.widgets.prompt_row import PromptRow

if TYPE_CHECKING:
    from pirtui.prompt_file import ReadPrompts
    from pirtui.screens.review import ReviewScreen

_ASKED, _ORDER = "asked", "prompt"
_OFF, _ON = "off", "on"
_KEYS = "Ctrl+N asked  Ctrl+O skip"


class Prompting:
    """Keeps the prompt row in step with the stage and its highlight; marks are on disk at once."""

    def __init__(self, screen: ReviewScreen) -> None:
        self._screen = screen
        self._read: ReadPrompts | None = None

    def begin(self) -> None:
        """Hide the row before the first paint if it was hidden last time."""
        off = remembered(self._screen.services.library_path, PROMPTS) == _OFF
        self._row.set_class(off, "-off")

    # What is shown

    @property
    def is_seen(self) -> bool:
        """Whether the row is on the screen."""
        return bool(self._row.display)

    @property
    def problem(self) -> str:
        """What stood in the way of reading the file of questions; empty if nothing did."""
        return self._prompts().problem

    @property
    def questions(self) -> tuple[Prompt, ...]:
        """What can be asked now."""
        screen = self._screen
        about = group_of(screen.review, screen.stage, screen.highlighted)
        return self._prompts().book.questions(screen.stage, about)

    @property
    def current(self) -> Prompt | None:
        """The question on the screen."""
        return self.asking.current(self.questions)

    def show(self) -> None:
        """Show the question of the stage and of what is highlighted."""
        question = self.current
        if question is None:
            self._row.show("")
            return
        asked = self.asking.was_asked(question)
        self._row.show(question.text, "asked before" if asked else _KEYS)

    def read_again(self) -> None:
        """Read the file anew: its words may have been changed meanwhile."""
        self._read = None
        self.show()

    def hide(self, *, hidden: bool) -> None:
        """Take the row away, here and in every review, or show it again."""
        self._row.set_class(hidden, "-off")
        self._screen.services.remember(PROMPTS, _OFF if hidden else _ON)

    # Marks; each is on disk when the method returns, which raises a LibraryProblem if it cannot be

    @property
    def asking(self) -> Asking:
        """What was asked, skipped and chosen so far."""
        room = self._screen.session.room
        return Asking(_counts(room.marks(_ASKED)), _counts(room.marks(_ORDER)))

    def ask(self, question: Prompt) -> None:
        """The question was asked; show the next."""
        self._keep(self.asking.with_asked(question))

    def take_back(self, question: Prompt) -> None:
        """The question was not asked after all."""
        self._keep(self.asking.without_asked(question))

    def skip(self, question: Prompt) -> None:
        """Show the next question; this one comes after the others."""
        self._keep(self.asking.with_skipped(question))

    def choose(self, question: Prompt) -> None:
        """Show this question now."""
        self._keep(self.asking.with_chosen(question))

    def _keep(self, after: Asking) -> None:
        before = self.asking
        self._keep_kind(_ASKED, before.asked, after.asked)
        self._keep_kind(_ORDER, before.order, after.order)
        self.show()

    def _keep_kind(self, kind: str, before: Mapping[str, int], after: Mapping[str, int]) -> None:
        room = self._screen.session.room
        for key in before.keys() - after.keys():
            room.unmark(kind, key)
        for key, number in after.items():
            room.mark(kind, key, str(number))

    def _prompts(self) -> ReadPrompts:
        if self._read is None:
            from pirtui.prompt_file import prompt_path, read_prompts

            self._read = read_prompts(prompt_path())
        return self._read

    @property
    def _row(self) -> PromptRow:
        return self._screen.query_one(PromptRow)


def group_of(review: Review, stage: Stage, key: str) -> str:
    """The group of questions that belongs to the highlighted row: a kind, a category or the themes."""
    if stage is Stage.GAPS and key.startswith(QUESTION_SIGN):
        found = (each.kind.value for each in gap_questions(review) if each.key == key[1:])
        return next(found, "")
    if stage not in (Stage.GAPS, Stage.FACTORS) or not changes.has(review, key):
        return ""
    item = changes.find(review, key)
    if stage is Stage.GAPS and isinstance(item, Gap):
        return item.kind.value
    if stage is Stage.FACTORS and isinstance(item, Factor):
        return item.category.value
    return THEMES if stage is Stage.FACTORS and isinstance(item, Theme) else ""


def _counts(marks: Mapping[str, str]) -> dict[str, int]:
    counts = {}
    for key, value in marks.items():
        with suppress(ValueError):
            counts[key] = int(value)
    return counts
