"""What the columns of a table hold: told by their headers, checked against what is in them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pirtui.capture.sources import cell_times
from pirtui.capture.sources.column_names import (
    ACTOR,
    DATE,
    END,
    LINK,
    NOTHING,
    ROLES,
    TEXT,
    TIME,
    counts,
    rank_of,
)
from pirtui.capture.sources.table_rows import Row

_LINKED = re.compile(r"https?://\S+")
_SAMPLED = 60
_MOST = 0.5
_NEARLY_ALL = 0.7
_HEADER_WITHIN = 12


@dataclass(frozen=True)
class Columns:
    """The headers of a table, each with its role; unnamed columns are called `Column 1` and so on."""

    headers: tuple[str, ...]
    roles: tuple[str, ...]

    def index(self, role: str) -> int | None:
        """The first column with this role."""
        return self.roles.index(role) if role in self.roles else None

    def all(self, role: str) -> list[int]:
        """Every column with this role."""
        return [number for number, each in enumerate(self.roles) if each == role]


def header_of(rows: Sequence[Row], width: int) -> int | None:
    """The position of the row that names the columns; `None` if none does."""
    data = _first_with_a_time(rows)
    for number, row in enumerate(rows[:data]):
        if len(row.cells) >= min(width, 2) and sum(map(bool, row.cells)) > 1 and names_time(row.cells):
            return number
    last = max(data - 1, 0) if data < len(rows) else 0
    above = rows[last].cells if rows else ()
    plain = len(above) == width and all(above) and not any(cell.isdigit() for cell in above)
    return last if plain and data and len(rows) > 1 else None


def _first_with_a_time(rows: Sequence[Row]) -> int:
    """The position of the first row that begins the data, by a cell that is a time."""
    near = enumerate(rows[:_HEADER_WITHIN])
    found = (number for number, row in near if any(map(cell_times.is_time, row.cells)))
    return next(found, min(len(rows), _HEADER_WITHIN))


def columns_of(
    header: Row | None, rows: Sequence[Row], width: int, given: Sequence[tuple[str, str]] = ()
) -> Columns:
    """The columns of these rows; what was `given` for a header holds, and the rest is told by itself."""
    headers = _headers(header, width)
    wishes = {name.strip().casefold(): role for name, role in given if role in ROLES}
    fixed = [wishes.get(name.casefold()) for name in headers]
    detection = _Detection(headers, rows, fixed)
    return Columns(headers, detection.roles())


def _headers(header: Row | None, width: int) -> tuple[str, ...]:
    cells = header.cells if header else ()
    names: list[str] = []
    for number in range(max(width, len(cells))):
        name = " ".join(cells[number].split()) if number < len(cells) else ""
        name = name or f"Column {number + 1}"
        names.append(name if name not in names else f"{name} ({number + 1})")
    return tuple(names)


def names_time(cells: Sequence[str]) -> bool:
    """Whether any of these headers is a name for a time or a date."""
    return any(rank_of(cell, role) is not None for cell in cells for role in (TIME, DATE))


class _Detection:
    """Roles find their columns one after the other; a column has at most one."""

    def __init__(
        self, headers: tuple[str, ...], rows: Sequence[Row], fixed: Sequence[str | None]
    ) -> None:
        self._headers = headers
        self._rows = rows[:_SAMPLED]
        self._roles: list[str | None] = list(fixed)

    def roles(self) -> tuple[str, ...]:
        self._find_time()
        self._find_named(END, cell_times.is_named_time)
        self._find_link()
        self._find_text()
        self._find_named(ACTOR, bool)
        self._find_more_texts()
        return tuple(role or NOTHING for role in self._roles)

    def _find_time(self) -> None:
        self._find_named(DATE, cell_times.is_named_time)
        self._find_named(TIME, cell_times.is_named_time)
        if TIME not in self._roles and DATE in self._roles:
            day = self._roles.index(DATE)
            if self._share(day, cell_times.has_clock) > _MOST:
                self._roles[day] = TIME
        if TIME not in self._roles and DATE not in self._roles:
            self._find_by_content(TIME, cell_times.is_time)
        if TIME in self._roles and DATE in self._roles:
            self._drop_needless_date()

    def _drop_needless_date(self) -> None:
        time = self._roles.index(TIME)
        if self._share(time, cell_times.has_day) > _MOST:
            self._roles[self._roles.index(DATE)] = NOTHING

    def _find_link(self) -> None:
        self._find_named(LINK, bool)
        self._find_by_content(LINK, lambda cell: _LINKED.fullmatch(cell) is not None)

    def _find_text(self) -> None:
        self._find_named(TEXT, bool)
        if TEXT in self._roles:
            return
        lengths = {number: self._length(number) for number in self._free()}
        longest = max(lengths, key=lambda number: lengths[number], default=None)
        if longest is not None and lengths[longest]:
            self._roles[longest] = TEXT

    def _find_more_texts(self) -> None:
        for number in self._free():
            if rank_of(self._headers[number], TEXT) is not None:
                self._roles[number] = TEXT

    def _find_named(self, role: str, fits: Callable[[str], bool]) -> None:
        if role in self._roles:
            return
        ranks = {number: rank_of(self._headers[number], role) for number in self._free()}
        named = sorted((rank, number) for number, rank in ranks.items() if rank is not None)
        for _rank_found, number in named:
            if self._share(number, fits) >= _MOST:
                self._roles[number] = role
                return

    def _find_by_content(self, role: str, fits: Callable[[str], bool]) -> None:
        if role in self._roles:
            return
        for number in self._free():
            if not counts(self._headers[number]) and self._share(number, fits) >= _NEARLY_ALL:
                self._roles[number] = role
                return

    def _free(self) -> list[int]:
        return [number for number, role in enumerate(self._roles) if role is None]

    def _cells(self, number: int) -> list[str]:
        cells = (row.cells[number] for row in self._rows if number < len(row.cells))
        return [cell for cell in cells if cell]

    def _share(self, number: int, fits: Callable[[str], bool]) -> float:
        cells = self._cells(number)
        return sum(map(fits, cells)) / len(cells) if cells else 0.0

    def _length(self, number: int) -> float:
        return sum(map(len, self._cells(number))) / max(len(self._rows), 1)
