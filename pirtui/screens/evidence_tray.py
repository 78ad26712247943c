"""The evidence tray: candidates of a source, kept or dropped, and nothing stored until accepted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import tzinfo
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from pirtui.domain.events import Event
from pirtui.screens.dialog import Dialog
from pirtui.screens.evidence_asking import AskingLine, ReadableSource
from pirtui.screens.evidence_choices import Tray
from pirtui.screens.evidence_keys import TRAY_BINDINGS, TRAY_FOOTER, TRAY_KEYS
from pirtui.screens.evidence_lines import (
    AskedDay,
    AskedEvent,
    AskedWords,
    AskedZone,
    TrayLine,
    context_of,
)
from pirtui.screens.evidence_questions import SecretsScreen, TrayKeysScreen, WithSecrets
from pirtui.screens.evidence_reading import Reader
from pirtui.screens.evidence_rows import ZONE
from pirtui.screens.evidence_shown import ShownTray
from pirtui.screens.type_ahead import again
from pirtui.widgets.command_menu import CommandMenu
from pirtui.widgets.entry_line import EntryLine
from pirtui.widgets.item_list import ItemList
from pirtui.widgets.key_footer import KeyFooter
from pirtui.widgets.preview_row import PreviewRow


@dataclass(frozen=True)
class TrayAnswer:
    """What is to be stored, and what the columns of the table hold, to be remembered."""

    events: tuple[Event, ...]
    columns: tuple[tuple[str, str], ...] = ()


class EvidenceTrayScreen(Dialog[TrayAnswer]):
    """A tray on the screen; it answers with what is to be stored, and with nothing when set aside.

    `reader` reads the source again under other assumptions; `zone` is the one in which times are
    shown. Letters are commands; only F4 stores. A line opens at the bottom when one is asked for, and
    takes all keys until Enter or Escape.
    """

    CSS_PATH = ["dialog.tcss", "evidence.tcss"]  # noqa: RUF012 - Textual's own shape
    AUTO_FOCUS = ""
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-normal-height")]  # noqa: RUF012 - Textual's own shape
    BINDINGS: ClassVar[list[BindingType]] = list(TRAY_BINDINGS)

    def __init__(self, tray: Tray, reader: Reader, zone_name: str, zone: tzinfo) -> None:
        super().__init__()
        self.tray = tray
        self._zone_name = zone_name
        self._zone = zone
        self.shown = ShownTray(self, tray, zone_name, zone)
        self.source = ReadableSource(self, reader)
        self._asking = AskingLine(self)

    # The parts

    def compose(self) -> ComposeResult:
        """A count, what is assumed, the list, and below it the highlighted candidate."""
        with Vertical():
            yield Static("", classes="heading", markup=False)
            yield Static("", classes="assumed", markup=False)
            yield ItemList()
            yield CommandMenu()
            yield PreviewRow()
            yield TrayLine()
            yield KeyFooter(TRAY_FOOTER)

    def on_mount(self) -> None:
        """Fill the list."""
        self.shown.show()
        self._items.first()

    @property
    def is_asking(self) -> bool:
        """Whether the line is open, and takes the keys."""
        return self._asking.is_open

    @property
    def _items(self) -> ItemList:
        return self.query_one(ItemList)

    @property
    def _place(self) -> int | None:
        return self.shown.place

    def show_own_keys(self) -> None:
        """Show the keys that hold while no line is open."""
        self.show_keys(TRAY_FOOTER)

    # Keys

    async def on_key(self, event: events.Key) -> None:
        """A key is the line's while one is open; else it is a command, as in every dialog."""
        if self.app.screen is self and self.is_asking:
            event.stop()
            event.prevent_default()
            self._asking.press(event)

    def on_paste(self, event: events.Paste) -> None:
        """A paste goes into the open line; without one there is no place for it."""
        if self.app.screen is not self:
            return
        event.stop()
        if self.is_asking:
            self._asking.press(event)
        else:
            self.shown.notice("Store or set aside what is here first; then paste the next.")

    async def go_on(self, waiting: Iterable[events.Key | events.Paste]) -> None:
        """Work off the keys that came behind the one that closed the line."""
        for event in waiting:
            if self.app.screen is not self:
                self.app.post_message(again(event))
            elif isinstance(event, events.Paste):
                self.on_paste(event)
            elif self.is_asking:
                self._asking.press(event)
            else:
                await super().on_key(event)

    # The line

    @on(EntryLine.Edited)
    def _edited(self, event: EntryLine.Edited) -> None:
        event.stop()
        self._asking.edited(event.text)

    @on(EntryLine.Submitted)
    async def _submitted(self, event: EntryLine.Submitted) -> None:
        event.stop()
        await self._asking.entered(event.text)

    @on(EntryLine.CommandKey)
    async def _command_key(self, event: EntryLine.CommandKey) -> None:
        event.stop()
        await self._asking.given(event.key)

    @on(EntryLine.LinesPasted)
    def _lines_pasted(self, event: EntryLine.LinesPasted) -> None:
        event.stop()
        self.query_one(TrayLine).join(event.text)

    def action_enter(self) -> None:
        """Press Enter in the line, with the mouse."""
        self._asking.press(events.Key("enter", None))

    async def action_close_line(self) -> None:
        """Leave the line, with the mouse."""
        await self._asking.leave()

    # Moving

    def action_move(self, key: str) -> None:
        """Move the highlight; a range that was begun grows with it."""
        self._items.move_by_key(key)
        self.shown.stretch()

    def action_extend(self, step: int) -> None:
        """Move the highlight and take what it passes into the range."""
        self.shown.begin_range()
        self._items.move(step)
        self.shown.stretch()

    def action_range(self) -> None:
        """Begin a range at the highlight, or forget the one that was begun."""
        if self.shown.has_range:
            self.shown.forget_range()
        else:
            self.shown.begin_range()
            self.shown.stretch()

    @on(ItemList.Highlighted)
    def _highlight_moved(self, event: ItemList.Highlighted) -> None:
        event.stop()
        if not self.is_asking:
            self.shown.tell_candidate()

    # Keeping and dropping

    def action_keep_or_drop(self) -> None:
        """Keep or drop the highlighted candidate and go on, or everything in the range."""
        place, marked = self._place, self.shown.rows.marked
        if marked:
            self._keep(marked, keep=not all(map(self.tray.is_kept, marked)))
            self.shown.forget_range()
        elif place is not None:
            self._keep([place], keep=not self.tray.is_kept(place))
            self._items.move(1)
        else:
            self._open_row()

    @on(ItemList.Opened)
    def _row_clicked_twice(self, event: ItemList.Opened) -> None:
        event.stop()
        self.action_keep_or_drop()

    def action_keep_all(self, keep: bool) -> None:
        """Keep or drop all that is shown; what the timeline has already is not kept along with it."""
        places = self.shown.rows.places
        fresh = [place for place in places if not self.tray.candidates[place].known]
        self._keep(fresh if keep and fresh else places, keep=keep)

    def _keep(self, places: Iterable[int], *, keep: bool) -> None:
        chosen = tuple(places)
        self.tray.keep(chosen, keep=keep)
        self.shown.redraw(chosen)

    def action_fold(self) -> None:
        """Open or close what is folded."""
        self.shown.turn_fold()

    def _open_row(self) -> None:
        """A row that is no candidate opens: folded noise, or the question of the zone."""
        key = self._items.highlighted
        if self.shown.rows.fold_of(key):
            self.shown.turn_fold()
        elif key.startswith(ZONE):
            self.action_zone()

    # What a candidate says

    def action_edit(self) -> None:
        """Put the highlighted candidate into the line."""
        place = self._place
        if place is None:
            self._open_row()
        else:
            self.shown.forget_range()
            self._asking.ask(self._asked_event(place), place)

    def action_other(self, number: int) -> None:
        """Take another reading of the highlighted candidate."""
        place = self._place
        alternatives = self.tray.candidates[place].alternatives if place is not None else ()
        if place is not None and number <= len(alternatives):
            fields, questions = self._asked_event(place).other(alternatives[number - 1])
            self.tray.change(place, fields, questions)
            self.shown.moved(place)

    def action_milestone(self) -> None:
        """Take over the milestones that are suggested, or give them back."""
        place = self._place
        event = self.tray.event(place) if place is not None else None
        if place is None or event is None:
            return
        suggested = self.tray.candidates[place].suggested
        own = tuple(each for each in event.milestones if each not in suggested)
        has_all = set(suggested) <= set(event.milestones)
        if suggested:
            self.tray.change(place, {"milestones": own if has_all else (*own, *suggested)})
            self.shown.moved(place)

    def action_time_is_right(self) -> None:
        """Answer the questions about the highlighted candidate: it is right as it stands."""
        place = self._place
        if place is not None and self.tray.event(place) is not None and self.tray.questions(place):
            self.tray.change(place, {"doubt": ""}, ())
            self.shown.moved(place)

    def action_redact(self) -> None:
        """Take the secrets out of the highlighted candidate, or put them back."""
        if self._place is not None:
            self.tray.redact([self._place])
            self.shown.moved(self._place)

    def action_redact_all(self) -> None:
        """Take every secret out."""
        places = self.tray.with_secrets()
        self.tray.redact(places)
        self.shown.redraw(places)

    def _asked_event(self, place: int) -> AskedEvent:
        event, assumptions = self.tray.event(place), self.tray.assumptions
        on_day = self.tray.evidence.on or assumptions.on
        context = context_of(event, self._zone_name, self._zone, assumptions.now, on_day)
        return AskedEvent(event, self.tray.candidates[place], context)

    # The source as a whole

    def action_zone(self) -> None:
        """Ask for the zone of the whole source."""
        asked = self.tray.zone_questions()
        self._asking.ask(AskedZone(self.tray.assumptions.now, asked[0][0] if asked else ""))

    def action_day(self) -> None:
        """Ask for the day of the whole source."""
        now = self.tray.assumptions.now
        self._asking.ask(AskedDay(context_of(None, self._zone_name, self._zone, now, None)))

    async def action_day_order(self) -> None:
        """Read the days of the source in another order."""
        await self.source.turn_day_order()

    async def action_emails(self) -> None:
        """Count e-mail addresses as secrets, or no longer."""
        await self.source.turn_emails()

    async def action_columns(self) -> None:
        """Ask what the columns of a table hold."""
        await self.source.ask_columns()

    # What is shown

    def action_filter(self) -> None:
        """Ask for words; only what says them is shown."""
        self._asking.ask(AskedWords(self.shown.words))

    def action_only(self, what: str) -> None:
        """Show only what is in question, or only what is kept; again, everything."""
        self.shown.show_only(what)

    async def action_keys(self) -> None:
        """Show every key."""
        await self.app.push_screen(TrayKeysScreen(TRAY_KEYS))

    # The ways out

    def action_undo(self) -> None:
        """Take the last decision back."""
        if self.tray.undo():
            self.shown.begin()
            self.shown.show()
        else:
            self.shown.notice("There is nothing to take back.")

    def action_leave(self) -> None:
        """Forget a range, then show everything again, then set the tray aside."""
        if self.shown.has_range:
            self.shown.forget_range()
        elif not self.shown.show_all():
            self.answer(None)

    async def action_store(self) -> None:
        """Answer with what is kept; secrets in it are asked about first."""
        if not self.tray.kept:
            self.shown.notice("Nothing is kept yet. Space keeps one, A all; Esc sets everything aside.")
        elif secrets := self.tray.kept_secrets:
            await self.app.push_screen(SecretsScreen(secrets), self._store_with)
        else:
            self._answer()

    def _store_with(self, answer: WithSecrets | None) -> None:
        if answer is WithSecrets.REDACT:
            self.action_redact_all()
        if answer is not None:
            self._answer()

    def _answer(self) -> None:
        self.answer(TrayAnswer(self.tray.events, self.tray.evidence.columns))
