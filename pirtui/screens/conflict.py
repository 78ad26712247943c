"""One item, written here and elsewhere at the same time: both versions, and which of them to keep."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from pirtui.domain.visible import visible_lines
from pirtui.screens.dialog import ReadingDialog
from pirtui.widgets.key_footer import KeyFooter


class Choice(StrEnum):
    """Which version is kept; the other one stays within reach."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


class ConflictScreen(ReadingDialog[Choice]):
    """Shows what stood there before, what was written here, and what was written elsewhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "choose('ours')", "Keep ours", id="conflict.ours"),
        Binding("t", "choose('theirs')", "Keep theirs", id="conflict.theirs"),
        Binding("b", "choose('both')", "Keep both", id="conflict.both"),
    ]

    def __init__(self, name: str, before: str, ours: str, theirs: str, *, both: bool) -> None:
        super().__init__()
        self._name = name
        self._versions = (
            ("It was", before),
            ("Ours, in the line", ours),
            ("Theirs, saved already", theirs),
        )
        self._both = both

    def compose(self) -> ComposeResult:
        """The three versions over the keys."""
        keys = [("O", "Keep ours", "choose('ours')"), ("T", "Keep theirs", "choose('theirs')")]
        if self._both:
            keys.append(("B", "Keep both", "choose('both')"))
        with Vertical():
            yield Static(
                f"{self._name} was changed elsewhere at the same time", classes="heading", markup=False
            )
            with VerticalScroll(id="body", can_focus=False):
                yield Static(Content.assemble(*self._told()))
            yield KeyFooter([*keys, ("Esc", "Not now", "leave")])

    def action_choose(self, choice: str) -> None:
        """Answer with what to keep."""
        if choice != Choice.BOTH or self._both:
            self.answer(Choice(choice))

    def _told(self) -> Iterator[tuple[str, str]]:
        for heading, text in self._versions:
            yield (f"\n{heading}\n", "bold $text-primary")
            yield (f"{visible_lines(text)}\n", "")
        yield (
            "\nWhat is not kept stays within reach: ours behind Esc, theirs in /history.\n",
            "$text-muted",
        )
