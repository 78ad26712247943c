"""Which question comes next: each one once before any comes again, a skipped one after the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pirtui.domain.prompts import Prompt


@dataclass(frozen=True)
class Asking:
    """What the facilitator did with the questions, by their keys.

    `asked` counts how often each was asked. `order` moves a question: below zero it was chosen to come
    first, above zero it was skipped, the higher the later.
    """

    asked: Mapping[str, int] = field(default_factory=dict)
    order: Mapping[str, int] = field(default_factory=dict)

    def current(self, questions: Sequence[Prompt]) -> Prompt | None:
        """The question to show; one that was asked only when every one was asked, or when chosen."""
        return min(questions, key=self._turn, default=None)

    def was_asked(self, question: Prompt) -> bool:
        """Whether the question was asked at least once."""
        return self.asked.get(question.key, 0) > 0

    def left(self, questions: Sequence[Prompt]) -> int:
        """How many of the questions were not asked yet."""
        return sum(not self.was_asked(question) for question in questions)

    def with_asked(self, question: Prompt) -> Asking:
        """The question was asked, once more if it was before."""
        return replace(
            self._unmoved([question]),
            asked={**self.asked, question.key: self.asked.get(question.key, 0) + 1},
        )

    def without_asked(self, question: Prompt) -> Asking:
        """The question counts as not asked."""
        return replace(self, asked=_without(self.asked, {question.key}))

    def with_skipped(self, question: Prompt) -> Asking:
        """The question comes after all others that were not asked as often."""
        last = max((place for place in self.order.values() if place > 0), default=0)
        return replace(self, order={**self.order, question.key: last + 1})

    def with_chosen(self, question: Prompt) -> Asking:
        """The question comes now, in place of any that was chosen before."""
        chosen = {key for key, place in self.order.items() if place < 0}
        return replace(self, order={**_without(self.order, chosen), question.key: -1})

    def _unmoved(self, questions: Sequence[Prompt]) -> Asking:
        return replace(self, order=_without(self.order, {each.key for each in questions}))

    def _turn(self, question: Prompt) -> tuple[bool, int, int]:
        place = self.order.get(question.key, 0)
        return place >= 0, self.asked.get(question.key, 0), place


def _without(table: Mapping[str, int], keys: set[str]) -> dict[str, int]:
    return {key: value for key, value in table.items() if key not in keys}
