"""The library: every review, what it waits for, and the way into each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.app import ComposeResult
from textual.screen import Screen

from pirtui import commands
from pirtui.commands import Command, Place
from pirtui.domain.summaries import ReviewSummary
from pirtui.screens.home_commands import HomeCommands
from pirtui.screens.home_rows import library_rows, matching
from pirtui.screens.services import Services
from pirtui.store.errors import LibraryProblem
from pirtui.store.summaries import read_summaries
from pirtui.widgets.command_menu import CommandMenu
from pirtui.widgets.entry_line import EntryLine
from pirtui.widgets.item_list import ItemList
from pirtui.widgets.key_footer import KeyFooter
from pirtui.widgets.preview_row import PreviewRow
from pirtui.widgets.title_row import TitleRow

if TYPE_CHECKING:
    from pirtui.app import PirtuiApp

_LINE_KEYS = frozenset({*commands.LIST_KEYS, "tab", "shift+tab", "escape", "ctrl+c"})
_MOST_OFFERS = 8
_PRESS_AGAIN_WITHIN = timedelta(seconds=3)


class HomeScreen(Screen[None]):
    """The list of reviews; what is typed narrows it, and a slash begins a command."""

    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "EntryLine"

    def __init__(self, services: Services, message: str = "") -> None:
        super().__init__()
        self.services = services
        self.summaries: tuple[ReviewSummary, ...] = ()
        self.with_archived = False
        self._message = message
        self._broken = ""
        self._interrupted = services.clock() - _PRESS_AGAIN_WITHIN
        self._commands = HomeCommands(self)

    def compose(self) -> ComposeResult:
        """A title, the list and the line."""
        yield TitleRow("pirtui  reviews")
        yield ItemList()
        yield CommandMenu()
        yield PreviewRow()
        yield EntryLine(
            command_keys=_LINE_KEYS | commands.keys_in(Place.HOME),
            empty_keys=commands.empty_keys_in(Place.HOME),
            placeholder="type to find a review, or / for commands",
        )
        footer = commands.in_footer(Place.HOME)
        yield KeyFooter(
            [(commands.key_name(c.all_keys[0]), c.footer_text, c.name) for c in footer if c.all_keys]
        )

    def on_mount(self) -> None:
        """Show the reviews at once; what opening one needs is loaded behind them."""
        self.show_reviews()
        if self._message:
            self.notice(self._message, "warning")
        self.call_after_refresh(self._load_ahead)

    @work(thread=True)
    def _load_ahead(self) -> None:
        """Import what opening a review needs, while the room looks at the list."""
        import pirtui.screens.review
        import pirtui.store.library  # noqa: F401 - imported for later

    @property
    def pirtui(self) -> PirtuiApp:
        """The app, by its own type."""
        from pirtui.app import PirtuiApp

        return cast(PirtuiApp, self.app)

    @property
    def line(self) -> EntryLine:
        """The one line."""
        return self.query_one(EntryLine)

    @property
    def highlighted(self) -> str:
        """The ref of the highlighted review, or nothing."""
        return self.query_one(ItemList).highlighted

    # What is shown

    def show_reviews(self, highlight: str | None = None) -> None:
        """Read the library's list again and show it."""
        try:
            self.summaries = read_summaries(self.services.library_path, self.with_archived)
            self._broken = ""
        except LibraryProblem as problem:
            self.summaries = ()
            self._broken = str(problem)
        self._narrow(highlight)

    def notice(self, text: str, tone: str = "") -> None:
        """Say something quietly above the line."""
        self.query_one(PreviewRow).notice(text, tone)

    def _narrow(self, highlight: str | None = None) -> None:
        text = self.line.value
        words = "" if text.startswith("/") else text
        found = matching(self.summaries, words)
        rows = library_rows(
            found,
            self.services.clock(),
            words=words,
            broken=self._broken,
            any_at_all=bool(self.summaries),
        )
        items = self.query_one(ItemList)
        items.set_rows(rows, highlight)
        if not items.highlighted:
            items.first()

    # What the line reports; every message is answered by `resume`

    @on(EntryLine.Edited)
    def _edited(self, event: EntryLine.Edited) -> None:
        self._show_offers(event.text)
        self.query_one(PreviewRow).clear()
        self._narrow()

    @on(EntryLine.Submitted)
    async def _submitted(self, event: EntryLine.Submitted) -> None:
        if event.text.startswith("/"):
            left = await self._typed(event.text)
        elif not self.summaries and not self._broken:
            left = "" if await self._give("new", event.text) else None
        else:
            left = "" if await self._give("open", "") else None
        if self.is_attached:
            event.line.resume(left)
            self._show_offers(event.line.value)
            self._narrow()

    @on(EntryLine.CommandKey)
    async def _command_key(self, event: EntryLine.CommandKey) -> None:
        text: str | None = None
        menu = self.query_one(CommandMenu)
        if menu.chosen and event.key in ("up", "down"):
            menu.move(-1 if event.key == "up" else 1)
        elif menu.chosen and event.key == "tab":
            text = f"/{menu.chosen} "
        elif event.key in commands.LIST_KEYS:
            self.query_one(ItemList).move_by_key(event.key)
        elif event.key == "escape":
            text = ""
        elif event.key == "ctrl+c":
            self._interrupt()
        elif command := commands.for_key(event.key, Place.HOME, line_is_empty=not event.value):
            await self._run(command, "")
        if self.is_attached:
            event.line.resume(text)
            self._show_offers(event.line.value)
            self._narrow()

    @on(EntryLine.LinesPasted)
    def _lines_pasted(self, event: EntryLine.LinesPasted) -> None:
        self.notice("Open a review first; then paste its timeline.")
        event.line.resume(None)

    @on(ItemList.Opened)
    async def _opened(self) -> None:
        await self._give("open", "")

    @on(KeyFooter.Pressed)
    async def _footer_pressed(self, event: KeyFooter.Pressed) -> None:
        await self._give(event.command, "")

    # Commands

    async def _typed(self, text: str) -> str | None:
        name, _, argument = text[1:].partition(" ")
        command = commands.named(name, Place.HOME)
        if command is None:
            self.notice(f"There is no command /{name} here.", "warning")
            return None
        return "" if await self._run(command, argument.strip()) else None

    async def _give(self, name: str, argument: str) -> bool:
        command = commands.named(name, Place.HOME)
        return command is not None and await self._run(command, argument)

    async def _run(self, command: Command, argument: str) -> bool:
        if self._broken and command.name not in ("quit", "help", "dark", "light"):
            self.notice(self._broken, "alert")
            return False
        try:
            return await self._commands.run(command, argument)
        except LibraryProblem as problem:
            self.notice(str(problem), "alert")
            return False

    def _interrupt(self) -> None:
        now = self.services.clock()
        if now - self._interrupted < _PRESS_AGAIN_WITHIN:
            self.app.exit()
        self._interrupted = now
        self.notice("Press Ctrl+C again to leave. Everything is saved.")

    def _show_offers(self, text: str) -> None:
        offers: Sequence[tuple[str, str, str]] = ()
        if text.startswith("/") and " " not in text:
            found = commands.matching(text[1:], commands.available(Place.HOME))[:_MOST_OFFERS]
            offers = [(c.name, c.argument, c.summary) for c in found]
        self.query_one(CommandMenu).set_items(offers)
