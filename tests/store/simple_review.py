"""A review as a dictionary of texts, its journal as a list: what a session is held against."""

from __future__ import annotations

from dataclasses import dataclass, field

Texts = dict[str, str]


@dataclass(frozen=True)
class SimpleStep:
    """One item before and after a change; `None` where it was not there."""

    label: str
    before: str | None
    after: str | None

    def make(self, texts: Texts) -> None:
        """Make it."""
        _put(texts, self.label, self.after)

    def take_back(self, texts: Texts) -> None:
        """Take it back."""
        _put(texts, self.label, self.before)


@dataclass
class SimpleLibrary:
    """What is on disk: the texts, the numbers used up, and what was done and taken back."""

    texts: Texts = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    done: list[SimpleStep] = field(default_factory=list)
    undone: list[SimpleStep] = field(default_factory=list)
    revision: int = 0

    def keep(self, step: SimpleStep) -> None:
        """A change: whatever was taken back before it cannot be made again."""
        step.make(self.texts)
        number = int(step.label[1:])
        self.numbers[step.label[0]] = max(self.numbers.get(step.label[0], 0), number)
        self.done.append(step)
        self.undone.clear()
        self.revision += 1

    def next_label(self, letter: str) -> str:
        """A label that was never used before."""
        return f"{letter}{self.numbers.get(letter, 0) + 1}"


@dataclass
class SimpleSeat:
    """What one process has seen of it, and its unfinished line."""

    library: SimpleLibrary
    texts: Texts = field(default_factory=dict)
    revision: int = 0
    draft: str = ""

    def __post_init__(self) -> None:
        self.look()

    @property
    def is_behind(self) -> bool:
        """Whether another process has written since."""
        return self.revision != self.library.revision

    def look(self) -> None:
        """See what is on disk."""
        self.texts, self.revision = dict(self.library.texts), self.library.revision

    def may_change(self, label: str) -> bool:
        """Whether the item is still as it was seen here."""
        return self.library.texts.get(label) == self.texts.get(label)

    def keep(self, step: SimpleStep) -> None:
        """Make a change on the newest state, and see it."""
        self.library.keep(step)
        self.look()

    def replay(self, *, undo: bool) -> bool | None:
        """Take back or make again; whether there was anything, `None` where one must look first."""
        if self.is_behind:
            self.look()
            return None
        source, target = (
            (self.library.done, self.library.undone)
            if undo
            else (self.library.undone, self.library.done)
        )
        if not source:
            return False
        step = source.pop()
        (step.take_back if undo else step.make)(self.library.texts)
        target.append(step)
        self.library.revision += 1
        self.look()
        return True


def _put(texts: Texts, label: str, text: str | None) -> None:
    texts.pop(label, None)
    if text is not None:
        texts[label] = text
