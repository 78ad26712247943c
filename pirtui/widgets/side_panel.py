"""The panel beside the list: a heading over pairs of what and how much."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from pirtui.domain.visible import visible
from pirtui.widgets.wrapping import wrapped

_TONES = {
    "muted": "$text-muted",
    "good": "$text-success",
    "warning": "$text-warning",
    "alert": "bold $text-error",
    "accent": "bold $text-accent",
    "": "",
}


class SidePanel(VerticalScroll, can_focus=False):
    """Lines of (left, right, tone); a long left part wraps, the right part keeps to the edge."""

    DEFAULT_CSS = """
    SidePanel {
        padding: 0 1;
        background: $surface;
        scrollbar-size-vertical: 1;
        & > Static { width: 100%; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._heading = ""
        self._lines: tuple[tuple[str, str, str], ...] = ()

    def compose(self) -> ComposeResult:
        """One block of text."""
        yield Static(markup=False)

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
        width = max(self.scrollable_content_region.width, 1)
        pieces: list[tuple[str, str]] = [(f"{visible(self._heading)}\n", "bold $text-primary")]
        for left, right, tone in self._lines:
            pieces += [
                (text, _TONES.get(tone, "")) for text in _pair(visible(left), visible(right), width)
            ]
        self.query_one(Static).update(Content.assemble(*pieces))


def _pair(left: str, right: str, width: int) -> list[str]:
    if not right:
        return [f"{left[start:end]}\n" for start, end in wrapped(left, width)]
    if cell_len(left) + cell_len(right) + 2 <= width:
        return [f"{left}{' ' * (width - cell_len(left) - cell_len(right))}{right}\n"]
    below = [f"  {right[start:end]}\n" for start, end in wrapped(right, max(width - 2, 1))]
    return [*(f"{left[start:end]}\n" for start, end in wrapped(left, width)), *below]
