"""The library: every review, what it waits for, and the way into each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import cast

from textual import on, work
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from pirtui import commands
from pirtui.commands import Command, Place
from pirtui.domain.summaries import ReviewSummary
from pirtui.screens.home_commands import HomeCommands
from pirtui.screens.home_rows import (
    column_names,
    columns_for,
    library_rows,
    matching,
    problem_rows,
)
from pirtui.screens.services import Doors, Services
from pirtui.screens.type_ahead import hand_over
from pirtui.store.errors import LibraryProblem
from pirtui.store.summaries import read_summaries, stamp_of
from pirtui.widgets.command_menu import CommandMenu
from pirtui.widgets.entry_line import EntryLine
from pirtui.widgets.item_list import ItemList, Row
from pirtui.widgets.key_footer import KeyFooter
from pirtui.widgets.preview_row import PreviewRow
from pirtui.widgets.title_row import TitleRow

_LINE_KEYS = frozenset({*commands.LIST_KEYS, "tab", "shift+tab", "escape", "ctrl+c"})
_WITHOUT_LIBRARY = ("quit", "help", "palette", "dark", "light")
_MOST_OFFERS = 8
_PRESS_AGAIN_WITHIN = timedelta(seconds=3)

_AFTER_THE_PAINT = 0.15
"""Seconds left to the first paint before anything else wants the processor."""

_LOOK_OUTSIDE_EVERY = 1.0
"""Seconds between two looks at whether another process has written."""

_FIRST_PAINTED = 60
"""More reviews than a screen shows; the others are read behind the first paint."""


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
        self._set_aside = ""
        self._narrowed_to = ""
        self._laid_out_for = 0
        self._seen: tuple[int, ...] = ()
        self._interrupted = services.clock() - _PRESS_AGAIN_WITHIN
        self._commands = HomeCommands(self)

    def compose(self) -> ComposeResult:
        """A title, the names of the columns, the list and the line."""
        yield TitleRow("pirtui  reviews")
        yield Static(id="columns", markup=False)
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
        self.show_reviews(most=_FIRST_PAINTED)
        if self._message:
            self.notice(self._message)
        self.set_timer(_AFTER_THE_PAINT, self._show_rest)
        self.set_interval(_LOOK_OUTSIDE_EVERY, self._look_outside)

    def _show_rest(self) -> None:
        if len(self.summaries) == _FIRST_PAINTED:
            self.show_reviews()
        self._load_ahead()

    def _look_outside(self) -> None:
        """Show what another process has written; the highlight stays on its review."""
        if self.is_current and stamp_of(self.services.library_path) != self._seen:
            self.show_reviews(self.query_one(ItemList).highlighted)

    def on_resize(self) -> None:
        """Lay the columns out for a new width."""
        if self.app.size.width != self._laid_out_for:
            self.narrow()

    @work(thread=True)
    def _load_ahead(self) -> None:
        """Import what opening a review needs, while the room looks at the list."""
        import pirtui.screens.review
        import pirtui.session
        import pirtui.store.library  # noqa: F401 - imported for later

    @property
    def pirtui(self) -> Doors:
        """The app, as the way to other screens."""
        return cast(Doors, self.app)

    @property
    def line(self) -> EntryLine:
        """The one line."""
        return self.query_one(EntryLine)

    @property
    def words(self) -> str:
        """What the list is narrowed to; nothing while the line holds a command."""
        text = self.line.value
        return "" if text.startswith("/") else text.strip()

    @property
    def highlighted(self) -> ReviewSummary | None:
        """The highlighted review, if there is one."""
        ref = self.query_one(ItemList).highlighted
        return next((each for each in self.summaries if each.ref == ref), None)

    # What is shown

    def show_reviews(self, highlight: str = "", *, most: int = -1) -> None:
        """Read the library's list again and show it; `most` limits how many reviews."""
        self._seen = stamp_of(self.services.library_path)
        try:
            self.summaries = read_summaries(self.services.library_path, self.with_archived, most=most)
            self._broken = ""
        except LibraryProblem as problem:
            self.summaries = ()
            self._broken = str(problem)
        self.narrow(highlight)

    def notice(self, text: str, tone: str = "") -> None:
        """Say something quietly above the line."""
        self.query_one(PreviewRow).notice(text, tone)

    def narrow(self, highlight: str = "") -> None:
        """Show the reviews that fit what the line holds."""
        self._laid_out_for = self.app.size.width
        width = self._laid_out_for - 1
        items = self.query_one(ItemList)
        items.set_rows(self._rows(width), highlight or None)
        self._narrowed_to = self.words
        names = self.query_one("#columns", Static)
        names.update(column_names(columns_for(width)))
        names.display = bool(items.highlighted) and columns_for(width).one_line

    def _rows(self, width: int) -> Sequence[Row]:
        if self._broken:
            return problem_rows(self._broken)
        return library_rows(
            matching(self.summaries, self.words),
            self.services.clock(),
            width=width,
            words=self.words,
            any_at_all=bool(self.summaries),
        )

    def _show_offers(self) -> None:
        text = self.line.value
        offers: Sequence[tuple[str, str, str]] = ()
        if text.startswith("/") and " " not in text:
            found = commands.matching(text[1:], commands.available(Place.HOME))[:_MOST_OFFERS]
            offers = [(c.name, c.argument, c.summary) for c in found]
        self.query_one(CommandMenu).set_items(offers)

    # What the line reports; every message is answered, which lets the next key through

    @on(EntryLine.Edited)
    def _edited(self) -> None:
        self.query_one(PreviewRow).clear()
        self._follow_line()

    @on(EntryLine.Submitted)
    async def _submitted(self, event: EntryLine.Submitted) -> None:
        if event.text.startswith("/"):
            taken = await self._typed(event.text)
        elif not self.summaries and not self._broken:
            taken = await self.give("new", event.text)
        else:
            taken = await self.give("open")
        self._answer("" if taken and event.line.value == event.text else None)

    @on(EntryLine.CommandKey)
    async def _command_key(self, event: EntryLine.CommandKey) -> None:
        menu = self.query_one(CommandMenu)
        text: str | None = None
        if menu.chosen and event.key in ("up", "down"):
            menu.move(-1 if event.key == "up" else 1)
        elif menu.chosen and event.key == "tab":
            text = f"/{menu.chosen} "
        elif event.key == "escape":
            text = self._toggled_draft(event.value)
        elif event.key in commands.LIST_KEYS:
            self.query_one(ItemList).move_by_key(event.key)
        elif event.key == "ctrl+c":
            self._interrupt()
        elif command := commands.for_key(event.key, Place.HOME, line_is_empty=not event.value):
            await self._run(command, "")
        self._answer(text)

    @on(EntryLine.LinesPasted)
    def _lines_pasted(self) -> None:
        self.notice("Open a review first; then paste its timeline.")
        self._answer(None)

    def _answer(self, text: str | None) -> None:
        """Let the next keys through: into the line, or to the screen that opened meanwhile."""
        if self.app.screen is self:
            self.line.resume(text)
        else:
            if text is not None:
                self.line.put(text)
            hand_over(self.line, self.app.screen)
        if self.is_attached:
            self._follow_line()

    def _follow_line(self) -> None:
        """Bring the offers and the list up to date; what still fits keeps the highlight."""
        self._show_offers()
        if self.words == self._narrowed_to:
            return
        before = self.query_one(ItemList).highlighted
        self.narrow()
        if self.query_one(ItemList).highlighted != before:
            self.query_one(ItemList).first()

    def _toggled_draft(self, text: str) -> str:
        """Set the line's text aside, or bring it back."""
        brought_back, self._set_aside = "" if text else self._set_aside, text
        if text:
            self.notice("Set aside. Esc brings it back.")
        return brought_back

    @on(ItemList.Opened)
    async def _opened(self) -> None:
        await self.give("open")

    @on(KeyFooter.Pressed)
    async def _footer_pressed(self, event: KeyFooter.Pressed) -> None:
        await self.give(event.command)

    # Commands

    async def give(self, name: str, argument: str = "") -> bool:
        """Carry out the command of this name; whether the line that gave it may be cleared."""
        command = commands.named(name, Place.HOME)
        return command is not None and await self._run(command, argument)

    async def _typed(self, text: str) -> bool:
        name, _, argument = text[1:].partition(" ")
        if commands.named(name, Place.HOME) is None:
            self.notice(f"There is no command /{name} here.", "warning")
            return False
        return await self.give(name, argument.strip())

    async def _run(self, command: Command, argument: str) -> bool:
        if self._broken and command.name not in _WITHOUT_LIBRARY:
            self.show_reviews()
        if self._broken and command.name not in _WITHOUT_LIBRARY:
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
        self.notice("Press Ctrl+C again to leave; everything is saved.")
