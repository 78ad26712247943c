"""The loose ends of the whole review, over whatever stage the room is in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from pirtui import commands
from pirtui.domain.loose_ends import QUESTION_SIGN, LooseEnd
from pirtui.domain.stages import Stage
from pirtui.domain.visible import visible
from pirtui.screens.dialog import CLOSE, Dialog
from pirtui.screens.rows import heading, hint
from pirtui.screens.type_ahead import again, hand_over
from pirtui.widgets.entry_line import EntryLine
from pirtui.widgets.item_list import ItemList, Row
from pirtui.widgets.key_footer import KeyFooter

_KEYS = frozenset({*commands.LIST_KEYS, "escape", "f1", "ctrl+l", "ctrl+c"})
_CLOSE = "/close"

Ends = Callable[[], Sequence[LooseEnd]]
"""Looks up the loose ends as they are now."""

Closing = Callable[[LooseEnd, str], str]
"""Closes a loose end with a reason; returns why it could not be, or nothing."""


class LooseEndsScreen(Dialog[str]):
    """A list over a line: Enter goes to the highlighted end, a typed reason closes it.

    It answers with the key of the loose end to go to.
    """

    AUTO_FOCUS = "EntryLine"

    def __init__(self, ends: Ends, close: Closing, stage: Stage | None = None) -> None:
        super().__init__()
        self._ends = ends
        self._close_end = close
        self._stage = stage

    def compose(self) -> ComposeResult:
        """The count, the list, what was just closed, and the line."""
        with Vertical():
            yield Static(classes="heading", markup=False)
            yield ItemList()
            yield Static(classes="remark", markup=False)
            yield EntryLine(
                command_keys=_KEYS,
                empty_keys=frozenset({"enter"}),
                placeholder="why it stays as it is: a reason closes it",
            )
            yield KeyFooter([("Enter", "Go there, or close with the reason", "choose"), CLOSE])

    def on_mount(self) -> None:
        """Show what is loose."""
        self._show()

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

    @on(EntryLine.Submitted)
    def _submitted(self, event: EntryLine.Submitted) -> None:
        event.stop()
        self._resume(event.line, self._close_highlighted(event.text))

    @on(EntryLine.CommandKey)
    def _command_key(self, event: EntryLine.CommandKey) -> None:
        event.stop()
        if event.key in commands.LIST_KEYS:
            self.query_one(ItemList).move_by_key(event.key)
        elif event.key == "enter":
            self.action_choose()
        else:
            self.answer(None)
        self._resume(event.line, None)

    @on(EntryLine.LinesPasted)
    def _lines_pasted(self, event: EntryLine.LinesPasted) -> None:
        event.stop()
        words = " ".join(event.text.split())
        self._resume(event.line, f"{event.line.value} {words}".strip())

    @on(ItemList.Opened)
    def action_choose(self) -> None:
        """Answer with the highlighted loose end, if there is one."""
        if key := self.query_one(ItemList).highlighted:
            self.answer(key)

    def _close_highlighted(self, typed: str) -> str:
        """Close the highlighted end with what was typed; what the line holds afterwards."""
        reason = _reason(typed)
        key = self.query_one(ItemList).highlighted
        end = next((each for each in self._shown() if each.key == key), None)
        if end is None or not reason:
            self._say("Highlight a loose end, then type why it stays as it is.")
            return typed
        if problem := self._close_end(end, reason):
            self._say(problem)
            return typed
        self._show()
        self._say(f"Closed: {end.text}  F7 in the review takes it back.")
        return ""

    def _resume(self, line: EntryLine, text: str | None) -> None:
        if self.app.screen is self:
            line.resume(text)
        else:
            hand_over(line, self.app.screen)

    def _shown(self) -> Sequence[LooseEnd]:
        return [end for end in self._ends() if self._stage in (None, end.stage)]

    def _show(self) -> None:
        ends = self._shown()
        where = f" in {self._stage.heading}" if self._stage else ""
        self.query_one(".heading", Static).update(f"Loose ends{where}: {len(ends)}")
        items = self.query_one(ItemList)
        items.set_rows(tuple(loose_end_rows(ends)) or [hint(f"Nothing is loose{where}. Esc closes.")])

    def _say(self, text: str) -> None:
        remark = self.query_one(".remark", Static)
        remark.update(visible(text))
        remark.set_class(bool(text), "-said")


def loose_end_rows(ends: Sequence[LooseEnd]) -> Iterator[Row]:
    """The ends under a heading for each stage with their number; each row has the key of its end."""
    for stage in Stage:
        held = [end for end in ends if end.stage is stage]
        if held:
            yield heading(f"{stage.heading}: {len(held)}")
        for end in held:
            is_question = end.label.startswith(QUESTION_SIGN)
            yield Row(key=end.key, badge=QUESTION_SIGN if is_question else end.label, text=end.text)


def _reason(typed: str) -> str:
    """The reason in the line, which may stand after the command that closes an end elsewhere."""
    words = visible(typed).strip()
    first, _, rest = words.partition(" ")
    return rest.strip() if first.lower() == _CLOSE else words
