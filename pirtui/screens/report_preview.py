"""The report as readers will see it, before it leaves the room."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Markdown, Static

from pirtui.domain.roles import NameStyle
from pirtui.screens.dialog import ReadingDialog
from pirtui.screens.report_text import for_screen


class ReportPreviewScreen(ReadingDialog[str]):
    """The rendered Markdown; `n` changes how people are named, `e` answers `export`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "names", "Names", id="report.names"),
        Binding("e", "export", "Export", id="report.export"),
    ]

    def __init__(self, render: Callable[[NameStyle], str]) -> None:
        super().__init__()
        self._to_markdown = render
        self._style = NameStyle.ROLES

    def compose(self) -> ComposeResult:
        """The report over its keys."""
        with Vertical():
            yield Static("Report", classes="heading", markup=False)
            with VerticalScroll(id="body", can_focus=False):
                yield Markdown(self._text(), open_links=False)
            yield Static(self._foot(), classes="foot", markup=False)

    async def action_names(self) -> None:
        """Name people by role, by initials or in full."""
        styles = list(NameStyle)
        self._style = styles[(styles.index(self._style) + 1) % len(styles)]
        self.query_one(".foot", Static).update(self._foot())
        await self.query_one(Markdown).update(self._text())

    def action_export(self) -> None:
        """Ask for the report to be written to a file."""
        self.dismiss("export")

    def _text(self) -> str:
        return for_screen(self._to_markdown(self._style))

    def _foot(self) -> str:
        return f"N: people by {self._style.value}   E: export   Esc: close"
