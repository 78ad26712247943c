"""The report as readers will see it, before it leaves the room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Markdown, Static

from pirtui.domain.roles import NameStyle
from pirtui.screens.dialog import CLOSE, ReadingDialog
from pirtui.screens.report_text import for_screen
from pirtui.widgets.key_footer import KeyFooter


class ReportPreviewScreen(ReadingDialog[str]):
    """The rendered Markdown; `n` changes how people are named, `e` answers `export`.

    `render` makes the report; it is called in a thread, so that the keys are answered meanwhile.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "names", "Names", id="report.names"),
        Binding("e", "export", "Export", id="report.export"),
    ]

    @dataclass
    class Written(Message):
        """The report has been written in one style."""

        style: NameStyle
        text: str

    def __init__(self, render: Callable[[NameStyle], str]) -> None:
        super().__init__()
        self._to_markdown = render
        self._style = NameStyle.ROLES

    def compose(self) -> ComposeResult:
        """The report over its keys."""
        with Vertical():
            yield Static(self._heading(), classes="heading", markup=False)
            with VerticalScroll(id="body", can_focus=False):
                yield Markdown("Writing the report …", open_links=False)
            yield KeyFooter([("N", "Names", "names"), ("E", "Export", "export"), CLOSE])

    def on_mount(self) -> None:
        """Begin to write the report."""
        self._write(self._style)

    def action_names(self) -> None:
        """Name people by role, by initials or in full."""
        styles = list(NameStyle)
        self._style = styles[(styles.index(self._style) + 1) % len(styles)]
        self.query_one(".heading", Static).update(self._heading())
        self._write(self._style)

    def action_export(self) -> None:
        """Ask for the report to be written to a file."""
        self.answer("export")

    @work(thread=True, exclusive=True)
    def _write(self, style: NameStyle) -> None:
        text = for_screen(self._to_markdown(style))
        self.post_message(self.Written(style, text))

    @on(Written)
    async def _show(self, written: Written) -> None:
        if written.style is self._style:
            await self.query_one(Markdown).update(written.text)

    def _heading(self) -> str:
        return f"Report, people by {self._style.value}"
