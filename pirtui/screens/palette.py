"""Every command that can be given here, found by a few letters."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from pirtui import commands
from pirtui.commands import Command, Place
from pirtui.domain.stages import Stage
from pirtui.screens.dialog import Dialog
from pirtui.widgets.entry_line import EntryLine
from pirtui.widgets.item_list import ItemList, Row, Tag

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
            yield Static("Enter gives the command, Esc closes", classes="foot", markup=False)

    def on_mount(self) -> None:
        """Show every command."""
        self._show("")

    @on(EntryLine.Edited)
    def _edited(self, event: EntryLine.Edited) -> None:
        self._show(event.text)

    @on(EntryLine.Submitted)
    def _submitted(self, event: EntryLine.Submitted) -> None:
        self._answer()
        event.line.resume(None)

    @on(EntryLine.CommandKey)
    def _command_key(self, event: EntryLine.CommandKey) -> None:
        if event.key in commands.LIST_KEYS:
            self.query_one(ItemList).move_by_key(event.key)
        elif event.key == "enter":
            self._answer()
        else:
            self.dismiss(None)
        event.line.resume(None)

    @on(EntryLine.LinesPasted)
    def _lines_pasted(self, event: EntryLine.LinesPasted) -> None:
        event.line.resume(None)

    @on(ItemList.Opened)
    @on(ItemList.Clicked)
    def _clicked(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.dismiss(self.query_one(ItemList).highlighted or None)

    def _show(self, text: str) -> None:
        items = self.query_one(ItemList)
        items.set_rows([_row(command) for command in self._matching(text)])
        items.first()

    def _matching(self, text: str) -> Sequence[Command]:
        words = text.casefold().lstrip("/").split()
        return [c for c in self._commands if all(w in f"{c.name} {c.summary}".casefold() for w in words)]


def _row(command: Command) -> Row:
    keys = ", ".join(commands.key_name(key) for key in command.all_keys)
    return Row(
        key=command.name,
        lead=keys,
        text=command.summary,
        tags=()
        if command.by_key_only
        else (Tag(f"/{command.name} {command.argument}".rstrip(), "muted"),),
    )
