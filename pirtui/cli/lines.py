"""`pirtui add`: lines from the shell, read and stored exactly as if they were typed."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import cast

from pirtui.capture.lines import Accepted, accept_line, letter_of
from pirtui.capture.reading import Part
from pirtui.cli.console import Problem, complain, say
from pirtui.cli.world import World, existing_library
from pirtui.domain import changes
from pirtui.domain.events import Event
from pirtui.domain.moment_text import clock_text, full_text, local_day, zone_of
from pirtui.domain.review import Review
from pirtui.session import Session


def add(options: Namespace, world: World) -> int:
    """Store each line and print how it was understood; 2 if any was not."""
    lines = tuple(_given(options.lines))
    with world.library(existing_library(options.library)) as library:
        adding = _Adding(Session.open(library, options.ref), options.stage, world)
        results = [adding.take(number, line) for number, line in lines]
    return 0 if all(results) else 2


class _Adding:
    """Takes one line after another; a `>` goes under the newest factor, which is the highlighted one."""

    def __init__(self, session: Session, stage: str, world: World) -> None:
        self._session = session
        self._stage = stage
        self._world = world

    def take(self, number: int, line: str) -> bool:
        """Store one line; say what it became, or why it could not be stored."""
        review = self._session.review
        parent = review.factors[-1].label if review.factors else None
        accepted = accept_line(self._stage, line, review, self._world.clock(), parent=parent)
        if accepted.change is None:
            complain(f"Line {number} was not stored: {accepted.problem}")
            return False
        self._session.apply(accepted.summary, accepted.change)
        for said in _understood(accepted, letter_of(self._stage, line), self._session):
            say(said)
        return True


def _given(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, from 1; from stdin if none are given. Empty lines are left out."""
    texts = list(lines)
    for number, line in enumerate("\n".join(texts or _from_stdin()).split("\n"), start=1):
        if line.strip():
            yield number, line.rstrip("\r")


def _from_stdin() -> list[str]:
    if sys.stdin is None or sys.stdin.isatty():
        raise Problem("Give the lines as arguments, or send them to stdin.")
    return [sys.stdin.buffer.read().decode("utf-8-sig", "replace")]


def _understood(accepted: Accepted, letter: str, session: Session) -> Iterator[str]:
    label = _new_label(letter, session)
    texts = [part.text for part in accepted.parts]
    if label.startswith("E"):
        texts = [_time(session.review, label), *_text_first(accepted.parts)]
    yield "  ".join([label or accepted.summary, *texts])
    for doubt in accepted.doubts:
        yield f"    ? {doubt}"


def _new_label(letter: str, session: Session) -> str:
    """The label of the item that the line became; nothing for a field of Prepare."""
    return next((label for label in session.touched if label[:1] == letter), "")


def _text_first(parts: tuple[Part, ...]) -> list[str]:
    """What happened, then everything else but the time."""
    others = [part.text for part in parts if part.role not in ("time", "text")]
    return [part.text for part in parts if part.role == "text"] + others


def _time(review: Review, label: str) -> str:
    """When an event happened, with its day and the zone: `2018-10-21 22:54 UTC`."""
    time = cast(Event, changes.find(review, label)).time
    zone = zone_of(review.incident.zone)
    day = local_day(time, zone)
    if day is None or time.start is None or not time.is_clocked:
        return full_text(time, zone)
    return f"{day} {clock_text(time, zone)} {time.start.astimezone(zone):%Z}"
