"""The ground rules, to be read aloud before the timeline begins."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from pirtui.domain.prompts import GROUND_RULES
from pirtui.screens.dialog import ReadingDialog


class GroundRulesScreen(ReadingDialog[bool]):
    """One rule a paragraph; Enter answers that they were read."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "read", "Read aloud", id="rules.read")]

    def compose(self) -> ComposeResult:
        """The rules, with room between them."""
        pieces: list[tuple[str, str]] = []
        for number, rule in enumerate(GROUND_RULES, start=1):
            pieces += [(f"{number}  ", "bold $text-accent"), (f"{rule}\n\n", "bold")]
        with Vertical():
            yield Static("Before we start", classes="heading", markup=False)
            with VerticalScroll(id="body", can_focus=False):
                yield Static(Content.assemble("\n", *pieces))
            yield Static("Enter: read aloud   Esc: close", classes="foot", markup=False)

    def action_read(self) -> None:
        """Answer that the rules were read."""
        self.dismiss(True)
