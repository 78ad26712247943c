"""The first row of the screen: which incident this is, how severe, that it is saved, and the clock."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from pirtui.domain.visible import visible
from pirtui.widgets.pieces import Piece, at_edges, cells, separated
from pirtui.widgets.tones import tone_style

_SHORTEST_TITLE = 8
_READABLE_TITLE = 24
"""Cells of the title for which the clock takes a shorter spelling."""


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
        self._clock: Sequence[str] = (clock,) if clock else ()
        self._tone = "good"

    def show(
        self,
        title: str,
        severity: str = "",
        saved: str = "",
        clock: Sequence[str] = (),
        tone: str = "good",
    ) -> None:
        """Show other values; `clock` holds its spellings, from the longest to the shortest."""
        self._title, self._severity, self._saved = title, severity, saved
        self._clock, self._tone = tuple(clock), tone
        self.refresh()

    def render(self) -> Content:
        """Title left, marks right; the title's end gives way, then the clock's words, then the clock."""
        width = self.content_size.width
        severity = f"{visible(self._severity)}  " if self._severity else ""
        left: list[Piece] = [(severity, "$text-warning"), (visible(self._title), "")]
        before = cell_len(severity)
        readable = width - min(cells(left), before + _READABLE_TITLE) - 2
        least = width - min(cells(left), before + _SHORTEST_TITLE) - 2
        return Content.assemble(*at_edges(left, self._marks(readable, least), width))

    def _marks(self, readable: int, least: int) -> list[Piece]:
        """The clock and the saved mark, with the longest clock that leaves the title readable."""
        spellings = [visible(text) for text in self._clock]
        saved: list[Piece] = [(visible(self._saved), "$text-success")] if self._saved else []
        for room, told in ((readable, spellings), (least, spellings[-1:])):
            for text in told:
                marks = separated([(text, tone_style(self._tone)), *saved])
                if cells(marks) <= room:
                    return marks
        return saved if cells(saved) <= least else []
