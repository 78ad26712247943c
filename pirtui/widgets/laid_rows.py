"""All rows of a list, wrapped for one width, and where each of them begins."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, compress, count
from operator import is_not

from pirtui.widgets.row_layout import Columns, Row, RowLayout, columns_within, laid_out, natural_widths

_SEEN_AT_ONCE = 300
"""More rows than anybody's terminal has lines."""


class LaidRows:
    """Wrapped rows, one under another; rows that were there before are not looked at again.

    What is known of each row stands in lists of the same length, of which a change of a few rows
    replaces a slice: at ten thousand rows that is a matter of a millisecond or two. Where the lines of
    a row break is kept for rows in sight only.
    """

    def __init__(self) -> None:
        self.rows: Sequence[Row] = ()
        self.places: dict[str, int] = {}
        self._keys: list[str] = []
        self._leads: list[int] = []
        self._badges: list[int] = []
        self._columns = Columns()
        self._in_sight: dict[int, RowLayout] = {}
        self._heights: list[int] = []
        self._tops = array("q", (0,))

    @property
    def height(self) -> int:
        """How many lines all rows take."""
        return self._tops[-1]

    def lay_out(self, rows: Sequence[Row], width: int) -> None:
        """Wrap these rows for a width in cells; what did not change is kept."""
        old = slice(*_differing(self.rows, rows))
        new = slice(old.start, old.stop + len(rows) - len(self.rows))
        self._measure(rows, old, new)
        columns = columns_within(
            max(self._leads, default=0), max(self._badges, default=0), max(width, 0)
        )
        if columns != self._columns:
            self._heights = []
            self._columns, old, new = columns, slice(0, 0), slice(0, len(rows))
        known = dict(zip(map(id, self.rows[old]), self._heights[old], strict=False))
        self._heights[old] = [known.get(id(row)) or laid_out(row, columns).height for row in rows[new]]
        self._tops = array("q", accumulate(self._heights, initial=0))
        self.rows = tuple(rows)
        self._in_sight.clear()

    def together(self, place: int) -> tuple[int, int]:
        """From which line to which a row is seen with the headings and rules right above it.

        What follows the last item belongs to it as well, so that every line of a list can be reached.
        """
        first, last = place, place
        while first and not self._keys[first - 1]:
            first -= 1
        while last + 1 < len(self._keys) and not self._keys[last + 1]:
            last += 1
        return self._tops[first], self._tops[last + 1 if last + 1 == len(self._keys) else place + 1]

    def layout(self, place: int) -> RowLayout:
        """The row at this place, wrapped."""
        layout = self._in_sight.get(place)
        if layout is None:
            if len(self._in_sight) > _SEEN_AT_ONCE:
                self._in_sight.clear()
            layout = self._in_sight[place] = laid_out(self.rows[place], self._columns)
        return layout

    def top(self, place: int) -> int:
        """The line at which a row begins; one past the last row gives the end."""
        return self._tops[place]

    def place_at(self, line: int) -> int:
        """The place of the row to which a line belongs."""
        return min(max(bisect_right(self._tops, line) - 1, 0), max(len(self.rows) - 1, 0))

    def _measure(self, rows: Sequence[Row], old: slice, new: slice) -> None:
        widths = [natural_widths(row) for row in rows[new]]
        self._leads[old] = [lead for lead, _ in widths]
        self._badges[old] = [badge for _, badge in widths]
        keys = [row.key for row in rows[new]]
        if keys != self._keys[old]:
            self._keys[old] = keys
            self.places = _places(self._keys)


def _differing(before: Sequence[Row], after: Sequence[Row]) -> tuple[int, int]:
    """From where to where the rows before differ from those after; the rest stands as it did."""
    shorter = min(len(before), len(after))
    alike = _alike_at_start(before, after)
    alike_after = _alike_at_start(before[alike:][::-1], after[alike:][::-1])
    return alike, len(before) - min(alike_after, shorter - alike)


def _alike_at_start(before: Sequence[Row], after: Sequence[Row]) -> int:
    """In how many places, from the first on, both have the same; the same object is seen at once."""
    for place in compress(count(), map(is_not, before, after)):
        if before[place] != after[place]:
            return place
    return min(len(before), len(after))


def _places(keys: Sequence[str]) -> dict[str, int]:
    places = dict(zip(keys, count(), strict=False))
    places.pop("", None)
    return places
