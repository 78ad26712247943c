"""The panel beside the list: a heading over pairs of what and how much."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from pirtui.domain.visible import visible
from pirtui.widgets.pieces import Piece, separated
from pirtui.widgets.tones import tone_style
from pirtui.widgets.wrapping import wrapped


class SidePanel(VerticalScroll, can_focus=False):
    """Lines of (left, right, tone); a long left part wraps, the right part keeps to the edge."""

    DEFAULT_CSS = """
    SidePanel {
        padding: 0 1;
        background: $surface;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        & > Static { width: 100%; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._heading = ""
        self._lines: tuple[tuple[str, str, str], ...] = ()
        self._told = Static(markup=False)
        self._height = 0

    def compose(self) -> ComposeResult:
        """One block of text."""
        yield self._told

    def show(self, heading: str, lines: Sequence[tuple[str, str, str]]) -> None:
        """Show other lines."""
        if (heading, tuple(lines)) == (self._heading, self._lines):
            return
        self._heading, self._lines = heading, tuple(lines)
        self._draw()

    def on_resize(self) -> None:
        """Wrap for the new width."""
        self._draw()

    @property
    def told(self) -> str:
        """Everything the panel says, as plain text."""
        return "\n".join((self._heading, *(f"{left}  {right}" for left, right, _ in self._lines)))

    def _draw(self) -> None:
        if not self.is_mounted:
            return
        width = max(self.scrollable_content_region.width, 1)
        heading = visible(self._heading)
        pieces: list[Piece] = [(heading[a:b], "bold $text-primary") for a, b in wrapped(heading, width)]
        for left, right, tone in self._lines:
            pair = _pair(visible(left), visible(right), width)
            pieces += [(text, tone_style(tone)) for text in pair]
        self._told.update(Content.assemble(*separated(pieces, "\n")), layout=len(pieces) != self._height)
        self._height = len(pieces)  # where it stays the same, nothing else has to move


def _pair(left: str, right: str, width: int) -> list[str]:
    beside = cell_len(left) + cell_len(right) + 2 <= width
    if right and beside:
        return [f"{left}{' ' * (width - cell_len(left) - cell_len(right))}{right}"]
    lines = [left[start:end] for start, end in wrapped(left, width)]
    if right:
        lines += [f"  {right[start:end]}" for start, end in wrapped(right, max(width - 2, 1))]
    return lines
