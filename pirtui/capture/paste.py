"""Pasted lines become candidate events for the evidence tray; nothing is stored here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from pirtui.capture import zones
from pirtui.capture.context import line_context
from pirtui.capture.events import parse_event
from pirtui.capture.reading import LineContext, Reading
from pirtui.capture.settled_times import base_day
from pirtui.capture.times import LeadingTime, read_leading_time
from pirtui.domain.events import Event
from pirtui.domain.moments import Precision
from pirtui.domain.review import Review

_BULLET = re.compile(r"\s*(?:[-*•‣]\s+)?")


@dataclass(frozen=True)
class Candidate:
    """A line that may become an event; `line_number` counts from 1 in the pasted text.

    `line` holds the continuation lines too. `reading` says how it was understood, and has no item
    where a time stands without a text.
    """

    line_number: int
    line: str
    reading: Reading[Event]


@dataclass
class _Gathered:
    """The lines that will become one event."""

    line_number: int
    pieces: list[str]
    timed: bool

    @property
    def line(self) -> str:
        return " ".join(self.pieces)


def candidates(text: str, review: Review, now: datetime) -> tuple[Candidate, ...]:
    """Read pasted text as candidate events, in its own order.

    A bare time belongs to the day of the line before it, a line with only a date switches the day,
    and a line without a time joins the event above it.
    """
    context = _start(review, now)
    found: list[Candidate] = []
    gathered: _Gathered | None = None
    for number, line in _lines(text):
        leading = read_leading_time(line, context)
        if gathered is not None and gathered.timed and not _is_timed(leading):
            gathered.pieces.append(line[_end_of_bullet(line) :].strip())
            continue
        context = _finish(gathered, context, found)
        gathered = None
        if _switches_day(leading):
            context = _on_day(leading, context)
        else:
            gathered = _Gathered(number, [line.strip()], _is_timed(leading))
    _finish(gathered, context, found)
    return tuple(found)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(re.split(r"\r\n|[\n\r]", text), 1):
        if line.strip():
            yield number, line


def _start(review: Review, now: datetime) -> LineContext:
    context = line_context(review, now)
    day = review.incident.on or base_day(context, zones.review_zone(context.zone))
    return replace(context, on=day, previous=None)


def _finish(gathered: _Gathered | None, context: LineContext, found: list[Candidate]) -> LineContext:
    """Read what was gathered for one event; return the context of the next."""
    if gathered is None:
        return context
    reading = parse_event(gathered.line, context)
    found.append(Candidate(gathered.line_number, gathered.line, reading))
    time = read_leading_time(gathered.line, context).moment
    return replace(context, previous=time) if time.start is not None else context


def _is_timed(leading: LeadingTime) -> bool:
    return bool(leading.moment.raw or leading.doubts)


def _switches_day(leading: LeadingTime) -> bool:
    return leading.moment.precision is Precision.DAY and not leading.rest


def _on_day(leading: LeadingTime, context: LineContext) -> LineContext:
    start = leading.moment.start
    return replace(context, on=start.date() if start else context.on, previous=None)


def _end_of_bullet(line: str) -> int:
    match = _BULLET.match(line)
    return match.end() if match else 0
