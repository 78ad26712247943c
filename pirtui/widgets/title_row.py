"""The first row of the screen: which incident this is, how severe, that it is saved, and the clock."""

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from pirtui.domain.visible import visible
from pirtui.widgets.pieces import Piece, at_edges, cells

_SHORTEST_TITLE = 8


class TitleRow(Widget):
    """Severity and title on the left; the stage clock and the saved mark on the right."""

    DEFAULT_CSS = """
    TitleRow {
        height: 1;
        padding: 0 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        background: $primary-background;
        color: $foreground;
        text-style: bold;
    }
    """

    def __init__(self, title: str = "", *, severity: str = "", saved: str = "", clock: str = "") -> None:
        super().__init__()
        self._title = title
        self._severity = severity
        self._saved = saved
        self._clock = clock

    def show(self, title: str, severity: str = "", saved: str = "", clock: str = "") -> None:
        """Show other values."""
        self._title, self._severity, self._saved, self._clock = title, severity, saved, clock
        self.refresh()

    def render(self) -> Content:
        """Title left, marks right; the end of the title gives way first, then the clock."""
        width = self.content_size.width
        severity = f"{visible(self._severity)}  " if self._severity else ""
        left: list[Piece] = [(severity, "$text-warning"), (visible(self._title), "")]
        needed = min(cells(left), cell_len(severity) + _SHORTEST_TITLE) + 2
        return Content.assemble(*at_edges(left, self._marks(width - needed), width))

    def _marks(self, room: int) -> list[Piece]:
        """As many marks as leave room for the beginning of the title."""
        told = [visible(text) for text in (self._clock, self._saved) if text]
        while told and cell_len("  ".join(told)) > room:
            told.pop(0)
        return [("  ".join(told), "$text-success")] if told else []
