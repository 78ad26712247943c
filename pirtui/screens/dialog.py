"""What every screen that opens over another one shares: its frame, its keys, its way out."""

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """A box over the screen below; Escape closes it without an answer."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1", "leave", "Close", id="dialog.close"),
    ]

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


class ReadingDialog(Dialog[Answer]):
    """A dialog whose text scrolls with the arrow keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll(1)", "Down", show=False),
        Binding("up", "scroll(-1)", "Up", show=False),
        Binding("pagedown,space", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("home", "ends(0)", "Top", show=False),
        Binding("end", "ends(1)", "Bottom", show=False),
    ]

    @property
    def _body(self) -> VerticalScroll:
        return self.query_one("#body", VerticalScroll)

    def action_scroll(self, lines: int) -> None:
        """Scroll by a line."""
        self._body.scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by a screenful."""
        height = max(self._body.size.height - 1, 1)
        self._body.scroll_relative(y=pages * height, animate=False)

    def action_ends(self, bottom: int) -> None:
        """Scroll to the top or the bottom."""
        if bottom:
            self._body.scroll_end(animate=False)
        else:
            self._body.scroll_home(animate=False)
