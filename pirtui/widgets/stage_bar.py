"""The six stages in one row: where the room is, what is done, and how much each holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from pirtui.domain.stages import Stage
from pirtui.widgets.pieces import Piece, cells, fitted

_DONE = "✓"


class StageBar(Widget):
    """Numbered stages; the current one stands in brackets, a done one carries a tick, with a count."""

    DEFAULT_CSS = """
    StageBar {
        height: 1;
        padding: 0 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        background: $surface;
    }
    """

    @dataclass
    class Chosen(Message):
        """A stage was clicked."""

        stage: Stage

    def __init__(self) -> None:
        super().__init__()
        self._current = Stage.PREPARE
        self._done: frozenset[Stage] = frozenset()
        self._counts: Mapping[Stage, int] = {}
        self._ends: list[tuple[int, Stage]] = []

    def show(self, current: Stage, done: frozenset[Stage], counts: Mapping[Stage, int]) -> None:
        """Show where the room is."""
        self._current, self._done, self._counts = current, done, dict(counts)
        self.refresh()

    def render(self) -> Content:
        """The stages, with as much of each name as there is room for."""
        width = self.content_size.width
        named = next((each for each in self._spellings() if _width(each) <= width), None)
        named = named or {self._current: self._spelled(self._current, 0, counted=False)}
        pieces: list[Piece] = []
        self._ends = []
        for stage, name in named.items():
            pieces += [(name, self._style(stage)), (" ", "")]
            self._ends.append((cells(pieces), stage))
        return Content.assemble(*fitted(pieces[:-1], width))

    def on_click(self, event: events.Click) -> None:
        """Choose the stage under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for end, stage in self._ends:
            if offset.x < end:
                self.post_message(self.Chosen(stage))
                return

    def _spellings(self) -> Iterator[dict[Stage, str]]:
        """The names of all stages, from the longest spelling to the shortest."""
        for letters, counted in ((10, True), (10, False), (4, True), (0, False)):
            yield {stage: self._spelled(stage, letters, counted=counted) for stage in Stage}
        yield {stage: self._spelled(stage, 0, counted=False).strip() for stage in Stage}

    def _spelled(self, stage: Stage, letters: int, *, counted: bool) -> str:
        mark = _DONE if stage in self._done else ""
        with_count = counted or (letters and stage is self._current)
        count = self._counts.get(stage, 0) if with_count else 0
        parts = (f"{stage.number}{mark}", stage.heading[:letters], str(count or ""))
        inside = " ".join(part for part in parts if part)
        return f"[{inside}]" if stage is self._current else f" {inside} "

    def _style(self, stage: Stage) -> str:
        if stage is self._current:
            return "bold $text-primary on $primary-muted"
        return "$text-success" if stage in self._done else "$text-muted"


def _width(named: Mapping[Stage, str]) -> int:
    return sum(cell_len(name) + 1 for name in named.values()) - 1
