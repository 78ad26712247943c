"""The six stages in one row: where the room is, what is done, and how much each holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from pirtui.domain.review import Stage

_DONE = "✓"


class StageBar(Widget):
    """Numbered stages; the current one stands out, a done one carries a tick, with a count."""

    DEFAULT_CSS = """
    StageBar {
        height: 1;
        padding: 0 1;
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
        self._current, self._done, self._counts = current, done, counts
        self.refresh()

    def render(self) -> Content:
        """The stages, with as much of each name as there is room for."""
        width = self.content_size.width
        for letters, counted in ((10, True), (10, False), (4, True), (0, False)):
            names = [self._spelled(stage, letters, counted=counted) for stage in Stage]
            if sum(len(name) + 1 for name in names) <= width + 1:
                break
        pieces: list[tuple[str, str]] = []
        self._ends = []
        end = 0
        for stage, name in zip(Stage, names, strict=True):
            pieces.append((name, self._style(stage)))
            pieces.append((" ", ""))
            end += len(name) + 1
            self._ends.append((end, stage))
        return Content.assemble(*pieces)

    def on_click(self, event: events.Click) -> None:
        """Choose the stage under the mouse."""
        for end, stage in self._ends:
            if event.x - 1 < end:
                self.post_message(self.Chosen(stage))
                return

    def _spelled(self, stage: Stage, letters: int, *, counted: bool) -> str:
        mark = _DONE if stage in self._done else ""
        count = self._counts.get(stage, 0) if counted or stage is self._current else 0
        name = stage.heading[:letters] if letters else ""
        inside = " ".join(part for part in (f"{stage.number}{mark}", name, str(count or "")) if part)
        return f"[{inside}]" if stage is self._current else f" {inside} "

    def _style(self, stage: Stage) -> str:
        if stage is self._current:
            return "bold $text-primary on $primary-muted"
        return "$text-success" if stage in self._done else "$text-muted"
