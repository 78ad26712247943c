"""A facilitator at the keyboard: keys go in as the terminal sends them, and the screen is read back."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widget import Widget

from pirtui.app import PirtuiApp, make_app
from pirtui.domain.ids import uuid7
from pirtui.domain.review import Review
from pirtui.screens.home import HomeScreen
from pirtui.screens.review import ReviewScreen
from pirtui.store.library import Library
from pirtui.widgets.command_menu import CommandMenu
from pirtui.widgets.entry_line import EntryLine
from pirtui.widgets.item_list import ItemList, Row
from pirtui.widgets.preview_row import PreviewRow
from tests.waiting import until
from tests.widgets.widget_app import key, post, screen_lines, typed

MORNING = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
"""When every room meets, unless a test has a clock of its own."""

_QUIET_ROUNDS = 3
_MOST_ROUNDS = 400


class Room:
    """One run of the app, and what a person does and sees there."""

    def __init__(self, app: PirtuiApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    # Doing

    async def line(self, text: str) -> None:
        """Put a whole line in, as one paste does, and press Enter."""
        await self.send([events.Paste(text), key("enter")])

    async def lines(self, texts: Iterable[str]) -> None:
        """Put in one line after another."""
        for text in texts:
            await self.line(text)

    async def type(self, text: str) -> None:
        """Type these characters, in which a carriage return is Enter."""
        await self.send(typed(text))

    async def keys(self, *names: str) -> None:
        """Press these keys."""
        await self.send([key(name) for name in names])

    async def paste(self, text: str) -> None:
        """Paste a text."""
        await self.send([events.Paste(text)])

    async def send(self, sent: Iterable[events.Event]) -> None:
        """Hand events to the app all at once, and wait until it has answered them all."""
        post(self.app, sent)
        await self.rest()

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(width, height)
        await self.rest()

    async def rest(self) -> None:
        """Wait until every message has been answered."""
        quiet = 0
        for _ in range(_MOST_ROUNDS):
            await self.pilot.pause(0)
            await self.app.workers.wait_for_complete()
            quiet = quiet + 1 if self._is_quiet() else 0
            if quiet == _QUIET_ROUNDS:
                return
        raise AssertionError("the app does not come to rest")

    def _is_quiet(self) -> bool:
        screen = self.app.screen
        widgets = [screen, *screen.walk_children(Widget)]
        pumps: list[Any] = [self.app, *widgets]
        busy = any(not pump._running or not pump._message_queue.empty() for pump in pumps)
        stale = any(widget._layout_required or widget._repaint_required for widget in widgets)
        lines = screen.query(EntryLine)
        held = any(line._held is not None for line in lines)
        return not (busy or stale or held or screen._callbacks or screen._dirty_widgets)

    async def until(self, done: Callable[[], bool]) -> None:
        """Wait until something has come about."""
        await until(self.pilot, done)

    # Seeing

    @property
    def at_home(self) -> bool:
        """Whether the library is on the screen."""
        return isinstance(self.app.screen, HomeScreen)

    @property
    def home(self) -> HomeScreen:
        """The library's screen."""
        assert isinstance(self.app.screen, HomeScreen)
        return self.app.screen

    @property
    def screen(self) -> ReviewScreen:
        """The review's screen, also beneath a dialog."""
        found = [each for each in self.app.screen_stack if isinstance(each, ReviewScreen)]
        assert found, "no review is open"
        return found[-1]

    @property
    def is_open(self) -> bool:
        """Whether the review is on top, with no dialog over it."""
        return self.app.screen is self.screen

    @property
    def review(self) -> Review:
        """The review as the screen knows it."""
        return self.screen.review

    @property
    def in_line(self) -> str:
        """What the line on top holds."""
        return self.app.screen.query_one(EntryLine).value

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the list on top."""
        return tuple(self.app.screen.query_one(ItemList).rows)

    @property
    def highlighted(self) -> str:
        """The key of the highlighted row on top."""
        return self.app.screen.query_one(ItemList).highlighted

    @property
    def said(self) -> str:
        """What stands above the line: a reading or a notice."""
        under = self.screen if not self.at_home else self.app.screen
        return under.query_one(PreviewRow).told

    @property
    def offers(self) -> tuple[str, ...]:
        """What the menu above the line offers."""
        return self.app.screen.query_one(CommandMenu).names

    @property
    def shown(self) -> str:
        """Everything that stands on the terminal."""
        return "\n".join(screen_lines(self.app))


@asynccontextmanager
async def room(
    library_path: Path,
    open_ref: str | None = None,
    *,
    clock: Callable[[], datetime] = lambda: MORNING,
    ids: Callable[[], str] | None = None,
    size: tuple[int, int] = (100, 30),
    theme: str | None = None,
) -> AsyncIterator[Room]:
    """The app, run without a terminal, until the test is over."""
    app = make_app(
        library_path=library_path, open_ref=open_ref, clock=clock, ids=ids or numbered_ids(), theme=theme
    )
    async with app.run_test(size=size) as pilot:
        there = Room(app, pilot)
        await there.rest()
        if not there.at_home:
            await there.until(lambda: not isinstance(app.screen, ReviewScreen) or app.screen.is_open)
        await there.rest()
        yield there


def numbered_ids(first: int = 1) -> Callable[[], str]:
    """Ids that come in the same order in every run."""
    numbers = count(first)
    return lambda: uuid7(MORNING, next(numbers))


def stored(library_path: Path, review: Review) -> Review:
    """Write a review into a library, as if it had been entered before."""
    with Library.open(library_path, clock=lambda: MORNING) as library:
        return library.create(review)


def on_disk(library_path: Path, ref: str) -> Review:
    """The review as another process reads it from the file."""
    with Library.open(library_path, clock=lambda: MORNING) as library:
        return library.load(ref)
