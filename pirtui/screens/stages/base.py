"""What a stage shows and does; the review screen gives every stage the same frame."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from pirtui.domain import changes
from pirtui.domain.review import Review, Stage
from pirtui.widgets.item_list import Row

Change = Callable[[Review], Review]


@dataclass(frozen=True)
class Intent:
    """A change with the name under which it can be undone."""

    summary: str
    change: Change


def setting(label: str, summary: str, **fields: object) -> Intent:
    """The intent to give fields of an item other values; they are checked when it is carried out."""

    def change(fresh: Review) -> Review:
        return changes.put(fresh, changes.find(fresh, label).changed(**fields))

    return Intent(summary, change)


@dataclass(frozen=True)
class PanelLine:
    """A line of the side panel: what it is about, its value, and its tone."""

    left: str
    right: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Panel:
    """The content of the side panel."""

    heading: str
    lines: tuple[PanelLine, ...] = ()


class StageView(ABC):
    """One stage: its list, its panel, its main mark, and how an item goes back into the line.

    `grammar` names the grammar in which its line is read (see `pirtui.capture.lines`). `now` is the time
    by which rows say how far off a day is; without it they name the day alone.
    """

    now: datetime | None = None

    stage: ClassVar[Stage]
    grammar: ClassVar[str]
    placeholder: ClassVar[str]
    refers_to: ClassVar[str] = ""
    """The letters of the items that a line may refer to in brackets, those offered first in front."""

    @abstractmethod
    def rows(self, review: Review) -> Sequence[Row]:
        """Everything that the list shows, in its order."""

    def every_row(self, review: Review) -> Sequence[Row]:
        """The rows to search; a stage that folds rows away gives those as well."""
        return self.rows(review)

    def reveal(self, review: Review, keys: Iterable[str]) -> bool:
        """Make sure that these items are among the rows; whether that brought any back."""
        return False

    def panel(self, review: Review, key: str, now: datetime) -> Panel:
        """What the side panel says while the item `key` is highlighted."""
        return Panel("")

    def marked(self, review: Review, key: str) -> Intent | None:
        """The change that Space makes to the highlighted item; `None` if it has no main mark."""
        return None

    def removed(self, review: Review, key: str) -> Intent | None:
        """The change that Delete makes to the highlighted item, where it is not a plain removal."""
        return None

    def completions(self, review: Review) -> dict[str, tuple[str, ...]]:
        """Words that the line offers to complete, by the sign that begins them."""
        return {}


def people_names(review: Review) -> tuple[str, ...]:
    """The roles, then the names, of the people in the review, as words to type after `@`."""
    words = [person.role or person.name for person in review.people]
    words += [person.name for person in review.people if person.role]
    return tuple(dict.fromkeys(word.lower().replace(" ", "-") for word in words if word))


def text_of(review: Review, label: str) -> str:
    """What the item with this label says; nothing if it is gone."""
    return getattr(changes.find(review, label), "text", "") if changes.has(review, label) else ""
