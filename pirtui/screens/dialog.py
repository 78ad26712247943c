"""What every screen that opens over another one shares: its frame, its keys, its way out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.types import CSSPathType

from pirtui.screens.type_ahead import again
from pirtui.widgets.key_footer import KeyFooter

Answer = TypeVar("Answer")

CLOSE = ("Esc", "Close", "leave")
"""The way out, for a dialog's footer."""


class Dialog(ModalScreen[Answer]):
    """A box over the screen below; Escape closes it without an answer.

    It answers its keys itself, one after another, so that in a burst nothing overtakes; keys that come
    after it closed go to the screen below. `Answer` is what `push_screen` hands to its caller.
    """

    CSS_PATH: ClassVar[CSSPathType | None] = "dialog.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual's own shape
        (0, "-narrow"),
        (60, "-normal"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - Textual's own shape
        (0, "-low"),
        (16, "-normal-height"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1", "leave", "Close", id="dialog.close"),
    ]

    def action_leave(self) -> None:
        """Close without an answer."""
        self.answer(None)

    def answer(self, result: Answer | None) -> None:
        """Close with an answer; once only, however often it was asked for."""
        if self.app.screen is self:
            self.dismiss(result)

    async def on_key(self, event: events.Key) -> None:
        """Carry out what the key is bound to here."""
        if self.app.screen is not self:
            event.stop()
            self.app.post_message(again(event))
            return
        active = self.active_bindings.get(event.key)
        if active is not None and active.node is self:
            event.stop()
            event.prevent_default()
            await self.run_action(active.binding.action)

    def on_paste(self, event: events.Paste) -> None:
        """A paste after the dialog closed belongs to the screen below."""
        if self.app.screen is not self:
            event.stop()
            self.app.post_message(again(event))

    @on(KeyFooter.Pressed)
    async def _footer_pressed(self, event: KeyFooter.Pressed) -> None:
        event.stop()
        await self.run_action(event.command)

    def show_keys(self, keys: Sequence[tuple[str, str, str]]) -> None:
        """Show other keys, as (key, word, action)."""
        self.query_one(KeyFooter).show(keys)


class ReadingDialog(Dialog[Answer]):
    """A dialog whose text scrolls with the arrow keys."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll(1)", "Down", show=False),
        Binding("up", "scroll(-1)", "Up", show=False),
        Binding("pagedown,space", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("home,ctrl+home", "ends(0)", "Top", show=False),
        Binding("end,ctrl+end", "ends(1)", "Bottom", show=False),
    ]

    @property
    def _body(self) -> VerticalScroll:
        return self.query_one("#body", VerticalScroll)

    def action_scroll(self, lines: int) -> None:
        """Scroll by a line."""
        self._body.scroll_relative(y=lines, animate=False, immediate=True)

    def action_page(self, pages: int) -> None:
        """Scroll by a screenful."""
        height = max(self._body.size.height - 1, 1)
        self._body.scroll_relative(y=pages * height, animate=False, immediate=True)

    def action_ends(self, bottom: int) -> None:
        """Scroll to the top or the bottom."""
        if bottom:
            self._body.scroll_end(animate=False, immediate=True)
        else:
            self._body.scroll_home(animate=False, immediate=True)
