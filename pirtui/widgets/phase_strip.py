"""The phases of the response drawn to scale, told apart by their shading as well as by colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from textual.content import Content
from textual.widget import Widget

from pirtui.domain.durations import duration_text
from pirtui.domain.visible import visible
from pirtui.widgets.pieces import Piece, fitted, separated

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


@dataclass(frozen=True)
class GapSpan:
    """Where a gap or a question lies: its label, both its ends, and how it is drawn.

    `state` is `gap` for what the room confirmed, `open` for a question, anything else for what was
    explained.
    """

    label: str
    start: datetime
    end: datetime
    state: str


_LINES = {"gap": "━", "open": "┄"}
_EXPLAINED = "─"
_RANKS = {"open": 1, "gap": 2}
_LINE_STYLES = {"gap": "bold $text-error", "open": "$text-warning"}


class PhaseStrip(Widget):
    """One line to scale, one for the gaps in it, and a legend; hidden while no phase is known."""

    DEFAULT_CSS = """
    PhaseStrip {
        height: 2;
        padding: 0 1;
        background: $background;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    PhaseStrip.-unknown {
        display: none;
    }
    PhaseStrip.-gaps {
        height: 3;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._phases: tuple[PhaseTimes, ...] = ()
        self._ticks: tuple[tuple[str, datetime], ...] = ()
        self._gaps: tuple[GapSpan, ...] = ()
        self.add_class("-unknown")

    def show(
        self,
        phases: Sequence[PhaseTimes],
        ticks: Sequence[tuple[str, datetime]] = (),
        gaps: Sequence[GapSpan] = (),
    ) -> None:
        """Draw these phases, with a tick at each milestone; without any the strip is hidden.

        Gaps are drawn beneath, each where it lies.
        """
        self._phases, self._ticks = tuple(phases), tuple(ticks)
        self._gaps = tuple(gap for gap in gaps if self._phases and self._overlaps(gap))
        self.set_class(not self._phases, "-unknown")
        self.set_class(bool(self._gaps), "-gaps")
        self.refresh()

    def render(self) -> Content:
        """The bar over its legend."""
        width = self.content_size.width
        if not self._phases or width <= 0:
            return Content("")
        pieces = [*self._bar(width), ("\n", "")]
        if self._gaps:
            pieces += [*self._gap_line(width), ("\n", "")]
        return Content.assemble(*pieces, *self._legend(width))

    def _overlaps(self, gap: GapSpan) -> bool:
        return gap.start <= self._phases[-1][2] and gap.end >= self._phases[0][1]

    def _gap_line(self, width: int) -> list[Piece]:
        """One line: confirmed gaps over open questions over explained ones, with labels in them."""
        cells: list[Piece] = [(" ", "")] * width
        order = sorted(self._gaps, key=lambda gap: (_RANKS.get(gap.state, 0), gap.start), reverse=False)
        for gap in order:
            self._draw(gap, cells, width)
        return cells

    def _draw(self, gap: GapSpan, cells: list[Piece], width: int) -> None:
        first, last = self._cell(gap.start, width), self._cell(gap.end, width)
        last = max(last - 1, first)
        line, style = _LINES.get(gap.state, _EXPLAINED), _LINE_STYLES.get(gap.state, "$text-muted")
        for place in range(first, last + 1):
            cells[place] = (line, style)
        label = visible(gap.label)
        if len(label) <= last - first + 1:
            for offset, letter in enumerate(label):
                cells[first + offset] = (letter, style)

    def _cell(self, moment: datetime, width: int) -> int:
        """The cell in which a moment lies; phases are drawn with one cell at least."""
        lengths = [(end - start).total_seconds() for _, start, end, _ in self._phases]
        left = 0
        for (_, start, end, _), share in zip(self._phases, shares(lengths, width), strict=True):
            if moment <= end and share:
                part = (moment - start) / (end - start) if end > start else 0.0
                return min(max(left + int(part * share), 0), width - 1)
            left += share
        return width - 1

    def _bar(self, width: int) -> list[Piece]:
        lengths = [(end - start).total_seconds() for _, start, end, _ in self._phases]
        pieces: list[Piece] = []
        for (name, start, end, _), cells in zip(self._phases, shares(lengths, width), strict=True):
            ticked = self._ticked(start, end, cells) if cells > 1 else set()
            signs = (_TICK if place in ticked else _fill(name) for place in range(cells))
            pieces.append(("".join(signs), _STYLES.get(name, "")))
        return pieces

    def _ticked(self, start: datetime, end: datetime, cells: int) -> set[int]:
        """The cells of a phase in which a milestone lies; its ends are seen without a tick."""
        inside = (moment for _, moment in self._ticks if start < moment < end)
        return {int((moment - start) / (end - start) * cells) for moment in inside}

    def _legend(self, width: int) -> list[Piece]:
        whole = sum(minutes for *_, minutes in self._phases)
        told = [
            (f"{_fill(name)} {visible(name)} {_short(minutes)}", _STYLES.get(name, ""))
            for name, _, _, minutes in self._phases
        ]
        return fitted(separated([*told, (f"in all {duration_text(whole)}", "")]), width)


def shares(lengths: Sequence[float], cells: int) -> list[int]:
    """Divide cells among lengths in proportion, one cell at least for each.

    The shares add up to the cells. With fewer cells than lengths the longest get one each.
    """
    places = range(len(lengths))
    lengths = [max(length, 0) for length in lengths]
    if cells < len(lengths):
        longest = sorted(places, key=lambda place: -lengths[place])[: max(cells, 0)]
        return [int(place in longest) for place in places]
    whole = sum(lengths)
    ideal = [cells * (length / whole if whole else 1 / len(lengths)) for length in lengths]
    given = [max(round(share), 1) for share in ideal]
    while (over := sum(given) - cells) != 0:
        step = 1 if over > 0 else -1
        movable = [place for place in places if given[place] > 1 or step < 0]
        given[max(movable, key=lambda place: step * (given[place] - ideal[place]))] -= step
    return given


def _fill(name: str) -> str:
    return _FILLS.get(name, "▒")


def _short(minutes: float) -> str:
    return duration_text(minutes).replace("under 1 min", "<1 min")
