"""All rows of a list, wrapped for one width, and where each of them begins."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import attrgetter

from pirtui.widgets.row_layout import Columns, Row, RowLayout, columns_for, laid_out

_HEIGHT = attrgetter("height")


class LaidRows:
    """Wrapped rows, one under another; rows that were there before are not wrapped again."""

    def __init__(self) -> None:
        self.rows: Sequence[Row] = ()
        self._columns = Columns()
        self._layouts: list[RowLayout] = []
        self._tops: list[int] = [0]

    @property
    def height(self) -> int:
        """How many lines all rows take."""
        return self._tops[-1]

    def lay_out(self, rows: Sequence[Row], width: int) -> None:
        """Wrap these rows for a width in cells; what did not change is kept."""
        columns = columns_for(rows, max(width, 0))
        if columns == self._columns:
            self._layouts = self._renewed(rows)
        else:
            self._layouts = [laid_out(row, columns) for row in rows]
        self.rows = rows
        self._tops = [0, *accumulate(map(_HEIGHT, self._layouts))]
        self._columns = columns

    def layout(self, place: int) -> RowLayout:
        """The row at this place, wrapped."""
        return self._layouts[place]

    def top(self, place: int) -> int:
        """The line at which a row begins; one past the last row gives the end."""
        return self._tops[place]

    def place_at(self, line: int) -> int:
        """The place of the row to which a line belongs."""
        return min(max(bisect_right(self._tops, line) - 1, 0), max(len(self.rows) - 1, 0))

    def _renewed(self, rows: Sequence[Row]) -> list[RowLayout]:
        """The layouts of rows most of which stand as they did, before or after the changed ones."""
        before = self._alike(rows, range(min(len(rows), len(self.rows))))
        rest = min(len(rows), len(self.rows)) - before
        after = self._alike(rows, range(-1, -rest - 1, -1))
        old_end, new_end = len(self.rows) - after, len(rows) - after
        known = {id(layout.row): layout for layout in self._layouts[before:old_end]}
        changed = [known.get(id(row)) or laid_out(row, self._columns) for row in rows[before:new_end]]
        return [*self._layouts[:before], *changed, *self._layouts[old_end:]]

    def _alike(self, rows: Sequence[Row], places: range) -> int:
        """In how many of these places, in turn, the same row stands as before."""
        for count, place in enumerate(places):
            if rows[place] is not self.rows[place] and rows[place] != self.rows[place]:
                return count
        return len(places)
