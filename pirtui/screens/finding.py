"""A dialog with a line that narrows a list: what every such screen shares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from pirtui import commands
from pirtui.screens.dialog import CLOSE, Dialog
from pirtui.screens.type_ahead import again, hand_over
from pirtui.widgets.entry_line import EntryLine
from pirtui.widgets.item_list import ItemList, Row
from pirtui.widgets.key_footer import KeyFooter

Answer = TypeVar("Answer")


class FindingDialog(Dialog[Answer]):
    """A line above its list; Enter takes the highlighted row, Escape closes without an answer.

    A screen of this sort says which rows fit a text, and what taking a row means.
    """

    AUTO_FOCUS = "EntryLine"
    heading: str = ""
    placeholder: ClassVar[str] = ""
    enter: ClassVar[str] = ""
    own_key: ClassVar[str] = ""
    """The key that opens this screen, which closes it as well."""

    def fitting(self, text: str) -> Sequence[Row]:
        """The rows to show for this text."""
        raise NotImplementedError

    def choose(self, key: str) -> None:
        """Take the row with this key."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The line above its list."""
        with Vertical():
            yield Static(self.heading, classes="heading", markup=False)
            yield EntryLine(
                command_keys=frozenset({*commands.LIST_KEYS, "escape", "f1", "ctrl+c", self.own_key}),
                empty_keys=frozenset({"enter"}),
                placeholder=self.placeholder,
            )
            yield ItemList()
            yield KeyFooter([("Enter", self.enter, "choose"), CLOSE])

    def on_mount(self) -> None:
        """Show everything."""
        self.show("")

    async def on_key(self, event: events.Key) -> None:
        """A key that came before the line had the focus is the line's."""
        event.stop()
        if self.app.screen is self:
            self.query_one(EntryLine).post_message(again(event))
        else:
            self.app.post_message(again(event))

    def show(self, text: str) -> None:
        """Show the rows for a text, with the first one highlighted."""
        items = self.query_one(ItemList)
        items.set_rows(self.fitting(text))
        items.first()

    @on(ItemList.Opened)
    @on(ItemList.Clicked)
    def action_choose(self) -> None:
        """Take the highlighted row, if there is one."""
        if key := self.query_one(ItemList).highlighted:
            self.choose(key)

    @on(EntryLine.Edited)
    def _edited(self, event: EntryLine.Edited) -> None:
        event.stop()
        self.show(event.text)

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

    def _resume(self, line: EntryLine) -> None:
        if self.app.screen is self:
            line.resume(None)
        else:
            hand_over(line, self.app.screen)
