"""The line of the evidence tray while something is asked for, and what becomes of the answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events

from pirtui.capture.candidates import Assumptions, Evidence
from pirtui.screens.evidence_lines import (
    Asked,
    AskedDay,
    AskedEvent,
    AskedWords,
    AskedZone,
    TrayLine,
)
from pirtui.screens.evidence_questions import ColumnsScreen
from pirtui.screens.evidence_reading import Reader, ReadingScreen, Unread, read_at_once
from pirtui.widgets.command_menu import CommandMenu
from pirtui.widgets.preview_row import PreviewRow

if TYPE_CHECKING:
    from pirtui.screens.evidence_tray import EvidenceTrayScreen

_LEAVING = ("escape", "f1", "ctrl+c")
_NEXT_DAY_ORDER = {None: True, True: False, False: None}


class AskingLine:
    """Opens the line of a tray, and takes what is entered there."""

    def __init__(self, screen: EvidenceTrayScreen) -> None:
        self._screen = screen
        self._asked: Asked | None = None
        self._place = -1

    @property
    def is_open(self) -> bool:
        """Whether the line takes the keys."""
        return self._asked is not None

    @property
    def _line(self) -> TrayLine:
        return self._screen.query_one(TrayLine)

    @property
    def _menu(self) -> CommandMenu:
        return self._screen.query_one(CommandMenu)

    def ask(self, asked: Asked, place: int = -1) -> None:
        """Open the line for something, which may be about the candidate at a place."""
        self._asked, self._place = asked, place
        self._line.begin(asked.at_first, asked.placeholder)
        self._screen.show_keys([("Enter", asked.verb, "enter"), ("Esc", "Back", "close_line")])
        self.edited(asked.at_first)

    def press(self, event: events.Key | events.Paste) -> None:
        """Give the line a key or a paste."""
        self._line.take(event)

    def edited(self, text: str) -> None:
        """Say how this text is understood, and what may be meant."""
        if self._asked is None:
            return
        told = self._asked.told(text)
        self._menu.set_items(self._asked.offers(text))
        self._screen.query_one(PreviewRow).show(told.parts, problem=told.problem, doubts=told.doubts)
        if isinstance(self._asked, AskedWords):
            self._screen.shown.filter(text)

    async def given(self, key: str) -> None:
        """Answer a key that is no text."""
        if key == "enter":
            await self.entered("")
        elif key in _LEAVING:
            await self.leave()
        else:
            self._choose(key)
            self._line.resume(None)

    def _choose(self, key: str) -> None:
        menu = self._menu
        if key in ("up", "down"):
            menu.move(1 if key == "down" else -1)
        elif menu.chosen:
            self._line.put(menu.chosen)
            self.edited(menu.chosen)

    async def leave(self) -> None:
        """Close the line; everything is as it was, and a filter shows everything again."""
        was_filter = isinstance(self._asked, AskedWords)
        await self._close()
        if was_filter:
            self._screen.shown.filter("")

    async def entered(self, text: str) -> None:
        """Take what the line holds; with a problem it stays open and says why."""
        asked = self._asked
        if asked is None:
            self._line.resume(None)
            return
        if isinstance(asked, AskedZone) and not asked.named(text):
            text = self._menu.chosen or text
        told = asked.told(text)
        if told.problem:
            self._screen.query_one(PreviewRow).show(told.parts, problem=told.problem)
            self._line.resume(None)
            return
        waiting = self._shut()
        await self._take(asked, text)
        await self._screen.go_on(waiting)

    async def _close(self) -> None:
        await self._screen.go_on(self._shut())

    def _shut(self) -> tuple[events.Key | events.Paste, ...]:
        self._asked = None
        self._menu.set_items(())
        self._screen.show_own_keys()
        self._screen.shown.tell()
        return self._line.end()

    async def _take(self, asked: Asked, text: str) -> None:
        now = self._screen.tray.assumptions
        if isinstance(asked, AskedEvent):
            fields, questions = asked.taken(asked.read(text))
            if fields:
                self._screen.tray.change(self._place, fields, questions)
                self._screen.shown.moved(self._place)
        elif isinstance(asked, AskedZone):
            await self._screen.source.read(replace(now, zone=asked.named(text), zone_is_certain=True))
        elif isinstance(asked, AskedDay):
            await self._screen.source.read(replace(now, on=asked.day(text), day_is_certain=True))
        else:
            self._screen.shown.filter(text)


class ReadableSource:
    """The source of a tray, read again under other assumptions; every decision about it holds."""

    def __init__(self, screen: EvidenceTrayScreen, reader: Reader) -> None:
        self._screen = screen
        self._reader = reader

    async def read(self, assumptions: Assumptions) -> None:
        """Read the source again, and show every time as it is now."""

        def show(outcome: Evidence | Unread | None) -> None:
            if isinstance(outcome, Evidence):
                self._screen.tray.take(outcome, assumptions)
                self._screen.shown.begin()
                self._screen.shown.show()
            else:
                self._screen.shown.notice(outcome.problem if outcome else "Everything is as it was.")

        outcome = read_at_once(self._reader, assumptions)
        if outcome is not None:
            show(outcome)
        else:
            name = self._screen.tray.evidence.name
            await self._screen.app.push_screen(ReadingScreen(name, self._reader, assumptions), show)

    async def turn_day_order(self) -> None:
        """Read 3/4 as 3 April, then as 4 March, then as the source has it."""
        now = self._screen.tray.assumptions
        await self.read(replace(now, day_first=_NEXT_DAY_ORDER[now.day_first]))

    async def turn_emails(self) -> None:
        """Count e-mail addresses as secrets, or no longer."""
        now = self._screen.tray.assumptions
        await self.read(replace(now, emails=not now.emails))

    async def ask_columns(self) -> None:
        """Ask what the columns of a table hold."""
        tray = self._screen.tray
        if not tray.evidence.columns:
            self._screen.shown.notice("This source is no table; there are no columns to choose.")
            return

        async def chosen(answer: tuple[tuple[str, str], ...] | None) -> None:
            if answer is not None:
                await self.read(replace(tray.assumptions, columns=answer))

        await self._screen.app.push_screen(ColumnsScreen(tray.evidence.columns), chosen)
