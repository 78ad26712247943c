"""The ground rules, to be read aloud before the timeline begins."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.types import CSSPathType
from textual.widgets import Static

from pirtui.domain.prompts import GROUND_RULES
from pirtui.screens.dialog import CLOSE, ReadingDialog
from pirtui.widgets.key_footer import KeyFooter


class GroundRulesScreen(ReadingDialog[bool]):
    """One rule a paragraph; Enter answers that they were read aloud."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["dialog.tcss", "ground_rules.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "read", "Read aloud", id="rules.read"),
        Binding("space", "leave", "Close", show=False),
    ]

    def compose(self) -> ComposeResult:
        """The rules, with room between them."""
        with Vertical():
            yield Static("Before we start", classes="heading", markup=False)
            with VerticalScroll(id="body", can_focus=False):
                for number, rule in enumerate(GROUND_RULES, start=1):
                    yield Static(Content.assemble((f"{number}  ", "bold $text-accent"), rule))
            yield KeyFooter([("Enter", "We read them aloud", "read"), CLOSE])

    def action_read(self) -> None:
        """Answer that the rules were read."""
        self.answer(True)
