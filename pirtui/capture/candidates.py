"""What evidence becomes before anything is stored: candidate events, each with how it was understood."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from pirtui.capture.reading import Alternative
from pirtui.domain.events import Event, Milestone

Progress = Callable[[int, int], None]
"""Told how much of how much has been read; it may raise `ReadingCancelled` to end the reading."""


def no_progress(_done: int, _all: int) -> None:
    """For readings that nobody watches."""


class ReadingCancelled(Exception):
    """Whoever waited for a reading does not want it any more."""


class UnreadableSource(Exception):
    """A source cannot be read; one sentence names it, the line, and what was expected."""

    def __init__(self, name: str, expected: str, line: int | None = None) -> None:
        place = name if line is None else f"{name}, line {line}"
        super().__init__(f"{place}: {expected}")


@dataclass(frozen=True)
class Assumptions:
    """What holds where a source does not say.

    `zone` is an IANA name, an offset or an abbreviation, and `on` the day of a time that no date stands
    before. `zone_is_certain` and `day_is_certain` make them hold for the whole source, whatever its
    headings say; a zone or date in a row of its own still wins. `day_first` reads `3/4/2026` as 3 April;
    `None` lets the source decide, day first where it does not. `columns` says what the columns of a
    table hold, by their headers: `time`, `date`, `end`, `text`, `actor`, `link` or empty for none.
    `emails` counts e-mail addresses as secrets.
    """

    now: datetime
    zone: str = ""
    on: date | None = None
    day_first: bool | None = None
    zone_is_certain: bool = False
    day_is_certain: bool = False
    columns: tuple[tuple[str, str], ...] = ()
    emails: bool = False


@dataclass(frozen=True)
class Secret:
    """Something in a candidate's words that should not be stored; `kind` says what, such as `token`."""

    kind: str
    found: str


@dataclass(frozen=True)
class Candidate:
    """Something in a source that may become an event.

    `event` is what would be stored; it is `None` where nothing can be, and `problem` then says why.
    `wording` is the source's own, and `line` where it begins, from 1 (the number of the record where a
    source has no lines). `questions` are the doubts about it, each one sentence; `alternatives` other
    readings, each a whole line of the timeline. `noise` says in two or three words why it is folded
    away, such as `notification`, and is empty for evidence. `known` is the label of the event that the
    timeline already has for it.
    """

    event: Event | None
    wording: str
    line: int
    questions: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    noise: str = ""
    problem: str = ""
    known: str = ""
    suggested: tuple[Milestone, ...] = ()
    secrets: tuple[Secret, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """What was found in one source, in its own order.

    `format` is the name that `--format` takes. `notices` are sentences about the source as a whole: cut
    off, alerts missing, read as Windows-1252. `zone_from` and `day_from` say in a few words where zone
    and day come from, such as `the notes`. `columns` are a table's headers with what each was read as.
    """

    name: str
    format: str
    candidates: tuple[Candidate, ...]
    notices: tuple[str, ...] = ()
    zone: str = ""
    zone_from: str = ""
    on: date | None = None
    day_from: str = ""
    columns: tuple[tuple[str, str], ...] = field(default=())
