"""How every screen looks: at three sizes, in the dark and the light theme.

After a change of the look that is meant: `pytest tests/snapshots --snapshot-update`, then look at the
pictures that changed.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from pirtui.app import PirtuiApp, make_app
from pirtui.domain import changes
from pirtui.domain.incident import Severity
from pirtui.domain.review import Review, Stage, Status
from pirtui.session import Session
from pirtui.store.library import Library
from pirtui.theme import DARK, LIGHT
from tests.e2e import node_disk
from tests.screens.played import NOW, entered, finished, played, titled
from tests.screens.room import Room, numbered_ids

Steps = Callable[[Room], Awaitable[None]]
"""What a person does before the picture is taken."""

SIZES = ((80, 24), (100, 30), (140, 40))
THEMES = (DARK.name, LIGHT.name)
PASTED = "\n".join((*node_disk.TIMELINE[:6], "2023-09-19", "00:05 still draining", "15:04"))


def _at(stage: Stage, highlight: str = "", *keys: str, line: str = "", typed: str = "") -> Steps:
    """Go to a stage, highlight a row, enter a line or press keys, and begin to type."""

    async def steps(there: Room) -> None:
        there.screen.enter(stage)
        if highlight:
            there.screen.highlight(highlight)
        await there.rest()
        if line:
            await there.line(line)
        await there.keys(*keys)
        await there.type(typed)

    return steps


async def _nothing(there: Room) -> None:
    await there.rest()


async def _paste(there: Room) -> None:
    there.screen.enter(Stage.TIMELINE)
    await there.paste(PASTED)


async def _edit_in_tray(there: Room) -> None:
    await _paste(there)
    await there.keys("down", "space", "v", "down", "escape", "enter")


async def _zone_of_tray(there: Room) -> None:
    await _paste(there)
    await there.type("zlon")


async def _look_back(there: Room) -> None:
    there.screen.enter(Stage.PREPARE)
    await there.line("/history")


REVIEW: dict[str, Steps] = {
    "prepare": _at(Stage.PREPARE),
    "timeline": _at(Stage.TIMELINE, "E8"),
    "gaps": _at(Stage.GAPS, "G1"),
    "factors": _at(Stage.FACTORS, "F2"),
    "actions": _at(Stage.ACTIONS, "A1"),
    "wrap-up": _at(Stage.WRAP_UP, "K1"),
    "menu": _at(Stage.TIMELINE, typed="/mi"),
    "doubt": _at(Stage.TIMELINE, typed="00:10 still draining @on-call-engineer"),
    "palette": _at(Stage.TIMELINE, "", "ctrl+p"),
    "help": _at(Stage.TIMELINE, "", "f1"),
    "details": _at(Stage.ACTIONS, "A1", "f2"),
    "rules": _at(Stage.PREPARE, line="/rules"),
    "report": _at(Stage.WRAP_UP, line="/report"),
    "history": _look_back,
    "tray": _paste,
    "tray-edit": _edit_in_tray,
    "tray-zone": _zone_of_tray,
}
"""Every screen of a review, and the way to it."""


@pytest.fixture(params=THEMES, ids=("dark", "light"))
def theme(request: pytest.FixtureRequest) -> str:
    """Each theme in turn."""
    return str(request.param)


@pytest.fixture(params=SIZES, ids=("80x24", "100x30", "140x40"))
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """Each size in turn, in columns and rows."""
    columns, rows = request.param
    return columns, rows


@pytest.fixture
def looks_the_same(
    snap_compare: Any, library_path: Path, theme: str, size: tuple[int, int]
) -> Callable[[str | None, Steps], bool]:
    """Compare a screen, reached by steps, with its picture; clock, ids, theme and locale stand still."""

    def compare(open_ref: str | None, steps: Steps) -> bool:
        app: PirtuiApp = make_app(
            library_path=library_path,
            open_ref=open_ref,
            clock=lambda: NOW,
            ids=numbered_ids(),
            theme=theme,
        )

        async def run_before(pilot: Pilot[None]) -> None:
            there = Room(app, pilot)
            await there.rest()
            await steps(there)

        return bool(snap_compare(app, terminal_size=size, run_before=run_before))

    return compare


def _filled(library_path: Path) -> None:
    """A library with one review that was played through the session, as its history shows."""
    with Library.open(library_path, clock=lambda: NOW) as library:
        library.create(titled("node-disk", node_disk.TITLE))
        session = Session.open(library, "node-disk")
        for name, lines in (("prepare", node_disk.PREPARE), ("timeline", node_disk.TIMELINE)):
            for line in lines:
                session.apply(f"Enter: {line[:40]}", _entering(name, line))
        session.undo()
        session.apply("Finish", lambda _fresh: changes.updated(finished(), id=session.review.id))


def _entering(name: str, line: str) -> Callable[[Review], Review]:
    return lambda fresh: entered(fresh, name, (line,))


@pytest.mark.parametrize("name", list(REVIEW))
def test_a_review(
    looks_the_same: Callable[[str | None, Steps], bool], library_path: Path, name: str
) -> None:
    """Every stage and every screen over it, in a review with all its lines."""
    _filled(library_path)
    assert looks_the_same("node-disk", REVIEW[name])


@pytest.mark.parametrize("stage", [Stage.TIMELINE, Stage.ACTIONS], ids=lambda stage: stage.value)
def test_an_empty_stage(
    looks_the_same: Callable[[str | None, Steps], bool], library_path: Path, stage: Stage
) -> None:
    """What teaches the next step."""
    with Library.open(library_path, clock=lambda: NOW) as library:
        library.create(titled("new", "Checkout errors after the cache upgrade"))
    assert looks_the_same("new", _at(stage))


def test_an_empty_library(looks_the_same: Callable[[str | None, Steps], bool]) -> None:
    """The first screen that anybody sees."""
    assert looks_the_same(None, _nothing)


def test_a_library(looks_the_same: Callable[[str | None, Steps], bool], library_path: Path) -> None:
    """Reviews at different stages: due, overdue, published, and one without a date."""
    with Library.open(library_path, clock=lambda: NOW) as library:
        for review in _several():
            library.create(review)
    assert looks_the_same(None, _nothing)


def _several() -> tuple[Review, ...]:
    late = played(now=NOW - timedelta(days=30))
    late = late.changed(id="late", ref="search-slow")
    incident = late.incident.changed(
        title="Search slow while the index was rebuilt", severity=Severity.SEV1
    )
    days_ago = datetime(2023, 9, 12, 9, 0, tzinfo=UTC)
    earlier = tuple(
        event.changed(time=event.time.changed(start=days_ago, end=None)) for event in late.events
    )
    late = changes.updated(late, incident=incident.changed(on=days_ago.date()), events=earlier)
    done = finished().changed(id="done", ref="certificates", status=Status.PUBLISHED)
    named = done.incident.changed(
        title="Certificates ran out on the status page", severity=Severity.SEV3
    )
    fresh = titled("mail", "Mails to customers were sent twice, some of them three times", number=9)
    return played(Stage.GAPS), late, changes.updated(done, incident=named), fresh
