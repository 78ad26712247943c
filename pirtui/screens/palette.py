"""Every command that can be given here, found by a few letters."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from pirtui import commands
from pirtui.commands import Command, Place
from pirtui.domain.stages import Stage
from pirtui.screens.dialog import CLOSE, Dialog
from pirtui.screens.rows import hint
from pirtui.screens.type_ahead import again, hand_over
from pirtui.widgets.entry_line import EntryLine
from pirtui.widgets.item_list import ItemList, Row, Tag
from pirtui.widgets.key_footer import KeyFooter

_KEYS = frozenset({*commands.LIST_KEYS, "escape", "f1", "ctrl+p", "ctrl+c"})


class PaletteScreen(Dialog[str]):
    """A line that narrows the list of commands; it answers with the chosen command's name."""

    AUTO_FOCUS = "EntryLine"

    def __init__(self, place: Place, stage: Stage | None = None) -> None:
        super().__init__()
        self._commands = [c for c in commands.available(place, stage) if c.name != "palette"]

    def compose(self) -> ComposeResult:
        """The line above its list."""
        with Vertical():
            yield Static("Commands", classes="heading", markup=False)
            yield EntryLine(
                command_keys=_KEYS,
                empty_keys=frozenset({"enter"}),
                placeholder="what do you want to do?",
            )
            yield ItemList()
            yield KeyFooter([("Enter", "Give the command", "choose"), CLOSE])

    def on_mount(self) -> None:
        """Show every command."""
        self._show("")

    async def on_key(self, event: events.Key) -> None:
        """A key that came before the line had the focus is the line's."""
        event.stop()
        if self.app.screen is self:
            self.query_one(EntryLine).post_message(again(event))
        else:
            self.app.post_message(again(event))

    @on(EntryLine.Edited)
    def _edited(self, event: EntryLine.Edited) -> None:
        event.stop()
        self._show(event.text)

    @on(EntryLine.Submitted)
    def _submitted(self, event: EntryLine.Submitted) -> None:
        event.stop()
        self.action_choose()
        self._resume(event.line)

    @on(EntryLine.CommandKey)
    def _command_key(self, event: EntryLine.CommandKey) -> None:
        event.stop()
        if event.key in commands.LIST_KEYS:
            self.query_one(ItemList).move_by_key(event.key)
        elif event.key == "enter":
            self.action_choose()
        else:
            self.answer(None)
        self._resume(event.line)

    @on(EntryLine.LinesPasted)
    def _lines_pasted(self, event: EntryLine.LinesPasted) -> None:
        event.stop()
        self._resume(event.line)

    @on(ItemList.Opened)
    @on(ItemList.Clicked)
    def action_choose(self) -> None:
        """Answer with the highlighted command, if one fits."""
        if name := self.query_one(ItemList).highlighted:
            self.answer(name)

    def _resume(self, line: EntryLine) -> None:
        if self.app.screen is self:
            line.resume(None)
        else:
            hand_over(line, self.app.screen)

    def _show(self, text: str) -> None:
        rows = [_row(command) for command in self._matching(text)]
        items = self.query_one(ItemList)
        items.set_rows(rows or [hint("No command here says that. Esc closes.")])
        items.first()

    def _matching(self, text: str) -> Sequence[Command]:
        """Commands that hold every word; those whose name begins with the text come first."""
        wanted = text.casefold().strip().removeprefix("/")
        found = [c for c in self._commands if all(word in _told(c) for word in wanted.split())]
        return sorted(found, key=lambda command: not command.name.startswith(wanted))


def _told(command: Command) -> str:
    keys = " ".join(commands.key_name(key) for key in command.all_keys)
    return f"{command.name} {' '.join(command.aliases)} {command.summary} {keys}".casefold()


def _row(command: Command) -> Row:
    typed = f"/{command.name} {command.argument}".rstrip()
    return Row(
        key=command.name,
        lead=", ".join(commands.key_name(key) for key in command.all_keys),
        text=command.summary,
        tags=() if command.by_key_only else (Tag(typed, "muted"),),
    )
