"""The phases of the response drawn to scale, told apart by their shading as well as by colour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from textual.content import Content
from textual.widget import Widget

from pirtui.domain.durations import duration_text
from pirtui.widgets.wrapping import elided

_FILLS = {"detection": "░", "response": "▒", "containment": "▓", "recovery": "█"}
_STYLES = {
    "detection": "$text-error",
    "response": "$text-warning",
    "containment": "$text-accent",
    "recovery": "$text-success",
}

PhaseTimes = tuple[str, datetime, datetime, float]
"""A phase's name, both its ends, and its minutes."""


class PhaseStrip(Widget):
    """One line to scale and one line of legend; it is hidden while no phase is known."""

    DEFAULT_CSS = """
    PhaseStrip {
        height: 2;
        padding: 0 1;
        background: $background;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._phases: tuple[PhaseTimes, ...] = ()
        self._ticks: tuple[tuple[str, datetime], ...] = ()

    def show(self, phases: Sequence[PhaseTimes], ticks: Sequence[tuple[str, datetime]] = ()) -> None:
        """Draw these phases, with a tick at each milestone."""
        self._phases, self._ticks = tuple(phases), tuple(ticks)
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
        pieces: list[tuple[str, str]] = []
        drawn = 0
        for name, _, phase_end, _ in self._phases:
            until = round((phase_end - start).total_seconds() / whole * width)
            until = min(max(until, drawn + 1), width)
            pieces.append((_fill(name) * (until - drawn), _STYLES.get(name, "")))
            drawn = until
        return pieces

    def _legend(self, width: int) -> list[tuple[str, str]]:
        whole = sum(minutes for *_, minutes in self._phases)
        told = [
            (f"{_fill(name)} {name} {duration_text(minutes)}", _STYLES.get(name, ""))
            for name, _, _, minutes in self._phases
        ]
        told.append((f"in all {duration_text(whole)}", ""))
        pieces: list[tuple[str, str]] = []
        room = width
        for text, style in told:
            shown = elided(text, room)
            pieces += [(shown, style), ("  ", "")]
            room -= len(shown) + 2
            if room <= 4:
                break
        return pieces


def _fill(name: str) -> str:
    return _FILLS.get(name, "▒")
