"""How a line was understood: an item, what the room should see of it, and every doubt."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Generic, TypeVar

from pirtui.domain.moments import Moment

Read = TypeVar("Read")


@dataclass(frozen=True)
class Part:
    """A piece of a reading for the preview row; `role` says what it is: `time`, `milestone`, `text`…"""

    role: str
    text: str


@dataclass(frozen=True)
class Alternative:
    """Another way to read the line: what to call it, and the line that says it plainly."""

    name: str
    line: str


@dataclass(frozen=True)
class LineContext:
    """What a line is read against.

    `on` is the day of a bare time; `previous` the time of the event entered last; `labels` every label
    of the review, events first and in timeline order; `parent` the highlighted factor, for `>`.
    `day_first` reads `3/4/2026` as 3 April, or as 4 March; `None` takes April and asks.
    """

    zone: str
    now: datetime
    on: date | None = None
    previous: Moment | None = None
    labels: tuple[str, ...] = ()
    parent: str | None = None
    day_first: bool | None = None


@dataclass(frozen=True)
class Reading(Generic[Read]):
    """What a line means. `item` is `None` when it cannot be saved, and `problem` then says why."""

    item: Read | None
    parts: tuple[Part, ...] = ()
    problem: str = ""
    doubts: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = field(default=())
