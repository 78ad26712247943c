"""The row above the line: how the text will be understood, or a quiet notice."""

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget

from pirtui.domain.visible import visible
from pirtui.widgets.pieces import Piece, at_edges, fitted, separated
from pirtui.widgets.tones import tone_style
from pirtui.widgets.wrapping import elided, wrapped

_MARK = "◦"
_STYLES = {
    "time": "bold $text-accent",
    "milestone": "bold $text-warning",
    "actor": "$text-primary",
    "label": "bold $text-primary",
    "command": "bold $text-accent",
    "text": "",
}

_WARNINGS = ("warning", "alert")


class PreviewRow(Widget):
    """Two lines: the reading in its parts, and below it what is in doubt or in the way."""

    DEFAULT_CSS = """
    PreviewRow {
        height: 2;
        padding: 0 1;
        background: $panel;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[tuple[str, str], ...] = ()
        self._below: tuple[str, str] = ("", "")
        self._marked = False

    @property
    def told(self) -> str:
        """Everything the row says, as plain text."""
        parts = "  ".join(text for _, text in self._parts)
        return f"{parts}\n{self._below[0]}".strip()

    @property
    def is_warning(self) -> bool:
        """Whether the row tells of a doubt, a problem or a failure."""
        return self._below[1] in _WARNINGS

    def show(
        self,
        parts: Iterable[tuple[str, str]],
        *,
        problem: str = "",
        doubts: Sequence[str] = (),
        offers: Sequence[str] = (),
        remark: str = "",
    ) -> None:
        """Show a reading: its parts as (role, text), and its problem or doubts; else a quiet remark.

        `offers` say what a key would do.
        """
        self._parts = tuple((role, visible(text)) for role, text in parts if text)
        below = problem or "  ".join((*doubts, *offers))
        self._below = (visible(below or remark), "warning" if problem or doubts else "")
        self.refresh()

    def notice(self, text: str, tone: str = "") -> None:
        """Say something; it stays until the next reading."""
        self._parts = ()
        self._below = (visible(text), tone)
        self.refresh()

    def clear(self) -> None:
        """Say nothing."""
        self.show(())

    def mark(self, *, marked: bool) -> None:
        """Show a small circle at the right edge, or take it away; it says nothing to the room."""
        if marked is not self._marked:
            self._marked = marked
            self.refresh()

    @property
    def is_marked(self) -> bool:
        """Whether the small circle is shown."""
        return self._marked

    def render(self) -> Content:
        """The reading above, the remark below; each is cut to its line."""
        width = self.content_size.width
        if not self._parts and not self._marked:
            return Content.assemble(*self._remark(width, most=2))
        parts = separated((text, _STYLES.get(role, "$text-muted")) for role, text in self._parts)
        mark: list[Piece] = [(_MARK, "$text-muted")] if self._marked else []
        above = at_edges(parts, mark, width) if mark else fitted(parts, width)
        return Content.assemble(*above, "\n", *self._remark(width, most=1))

    def _remark(self, width: int, most: int) -> list[Piece]:
        """The remark on at most so many lines; the last one is cut where more would follow."""
        text, tone = self._below
        lines = wrapped(text, width)[:most]
        shown = [text[start:end] for start, end in lines[:-1]]
        shown.append(elided(text[lines[-1][0] :], width))
        return [("\n".join(shown), tone_style(tone or "muted"))]
