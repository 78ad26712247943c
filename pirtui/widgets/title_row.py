"""The first row of the screen: which incident this is, how severe, that it is saved, and the clock."""

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from pirtui.domain.visible import visible
from pirtui.widgets.wrapping import elided


class TitleRow(Widget):
    """Title and severity on the left; the saved mark and the stage clock on the right."""

    DEFAULT_CSS = """
    TitleRow {
        height: 1;
        padding: 0 1;
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
        """Title left, marks right; the title gives way first."""
        width = self.content_size.width
        right = "  ".join(part for part in (visible(self._clock), visible(self._saved)) if part)
        left = f"{self._severity}  " if self._severity else ""
        room = width - cell_len(left) - cell_len(right) - 2
        title = elided(visible(self._title), max(room, 8))
        gap = max(width - cell_len(left) - cell_len(title) - cell_len(right), 1)
        return Content.assemble((left, "$text-warning"), title, " " * gap, (right, "$text-success"))
