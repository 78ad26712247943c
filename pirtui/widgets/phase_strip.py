"""The phases of the response drawn to scale, told apart by their shading as well as by colour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from pirtui.domain.durations import duration_text
from pirtui.domain.visible import visible
from pirtui.widgets.wrapping import elided

_FILLS = {"detection": "░", "response": "▒", "containment": "▓", "recovery": "█"}
_STYLES = {
    "detection": "$text-error",
    "response": "$text-warning",
    "containment": "$text-accent",
    "recovery": "$text-success",
}

_TICK = "┃"

PhaseTimes = tuple[str, datetime, datetime, float]
"""A phase's name, both its ends, and its minutes."""


class PhaseStrip(Widget):
    """One line to scale and one line of legend; it is hidden while no phase is known."""

    DEFAULT_CSS = """
    PhaseStrip {
        height: 2;
        padding: 0 1;
        background: $background;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._phases: tuple[PhaseTimes, ...] = ()
        self._ticks: tuple[tuple[str, datetime], ...] = ()
        self.display = False

    def show(self, phases: Sequence[PhaseTimes], ticks: Sequence[tuple[str, datetime]] = ()) -> None:
        """Draw these phases, with a tick at each milestone; without any the strip is hidden."""
        self._phases, self._ticks = tuple(phases), tuple(ticks)
        self.display = bool(self._phases)
        self.refresh()

    def render(self) -> Content:
        """The bar over its legend."""
        width = self.content_size.width
        if not self._phases or width <= 0:
            return Content("")
        pieces = [*self._bar(width), ("\n", ""), *self._legend(width)]
        return Content.assemble(*pieces)

    def _bar(self, width: int) -> list[tuple[str, str]]:
        start, end = self._phases[0][1], self._phases[-1][2]
        whole = max((end - start).total_seconds(), 1)

        def column(moment: datetime) -> int:
            return round((moment - start).total_seconds() / whole * width)

        ticked = {column(moment) for _, moment in self._ticks if start < moment < end}
        pieces: list[tuple[str, str]] = []
        drawn = 0
        for name, _, phase_end, _ in self._phases:
            until = min(max(column(phase_end), drawn + 1), width)
            cells = (_TICK if place in ticked else _fill(name) for place in range(drawn, until))
            pieces.append(("".join(cells), _STYLES.get(name, "")))
            drawn = until
        return pieces

    def _legend(self, width: int) -> list[tuple[str, str]]:
        whole = sum(minutes for *_, minutes in self._phases)
        told = [
            (f"{_fill(name)} {visible(name)} {duration_text(minutes)}", _STYLES.get(name, ""))
            for name, _, _, minutes in self._phases
        ]
        told.append((f"in all {duration_text(whole)}", ""))
        pieces: list[tuple[str, str]] = []
        room = width
        for text, style in told:
            shown = elided(text, room)
            pieces += [(shown, style), ("  ", "")]
            room -= cell_len(shown) + 2
            if room <= 4:
                break
        return pieces


def _fill(name: str) -> str:
    return _FILLS.get(name, "▒")
