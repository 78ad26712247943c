"""The row that holds one question to ask the room."""

from textual.content import Content
from textual.widget import Widget

from pirtui.domain.visible import visible
from pirtui.widgets.pieces import Piece, at_edges, cells

_SIGN = "Ask  "


class PromptRow(Widget):
    """One question on one line; what can be done with it stands at its right where there is room."""

    DEFAULT_CSS = """
    PromptRow {
        height: 1;
        padding: 0 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        background: $background;
        color: $foreground;
    }
    """

    def __init__(self, question: str = "", remark: str = "") -> None:
        super().__init__()
        self._question = question
        self._remark = remark

    @property
    def told(self) -> str:
        """The question."""
        return self._question

    def show(self, question: str, remark: str = "") -> None:
        """Show another question, with a remark on it; an empty one leaves the row empty."""
        if (question, remark) != (self._question, self._remark):
            self._question, self._remark = question, remark
            self.refresh()

    def render(self) -> Content:
        """The question at the left; the remark gives way first."""
        if not self._question:
            return Content("")
        width = self.content_size.width
        left: list[Piece] = [(_SIGN, "bold $text-accent"), (visible(self._question), "bold")]
        right: list[Piece] = [(visible(self._remark), "$text-muted")] if self._remark else []
        if cells(left) + cells(right) + 2 > width:
            right = []
        return Content.assemble(*at_edges(left, right, width))
