"""Tables with commas, semicolons, tabs or bars between the cells, with a header or without."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from pirtui.capture import dates, zones
from pirtui.capture.candidates import Assumptions, Candidate, Evidence, Progress, UnreadableSource
from pirtui.capture.events import print_event
from pirtui.capture.material import Material
from pirtui.capture.reading import Alternative, LineContext
from pirtui.capture.sources import cell_times, column_names, day_order, excel_serials
from pirtui.capture.sources.building import candidate
from pirtui.capture.sources.cell_times import CellTime, Clocks
from pirtui.capture.sources.reading_order import is_newest_first
from pirtui.capture.sources.source_format import SourceFormat
from pirtui.capture.sources.table_layout import Layout, cell_at, is_table, layout_of
from pirtui.capture.sources.table_rows import Row, table_of
from pirtui.capture.times import read_leading_time
from pirtui.domain.events import Event
from pirtui.domain.moments import UNKNOWN, Moment, Precision
from pirtui.domain.visible import visible_lines

_LINK = re.compile(r"https?://\S+")
_FAR_AWAY = datetime(1950, 1, 1, tzinfo=UTC)
_ENOUGH_TO_TURN = 3
_STEP = 300


def _read(material: Material, assumptions: Assumptions, progress: Progress) -> Evidence:
    table = table_of(material.text)
    if len(table.rows) < 2 or table.width < 2:
        expected = "expected a table with at least two rows and two columns, such as CSV."
        raise UnreadableSource(material.name, expected)
    layout = layout_of(table, assumptions.columns)
    reading = _Reading(material.name, layout, assumptions)
    candidates = reading.candidates(progress)
    return Evidence(
        material.name,
        FORMAT.name,
        candidates,
        notices=(*table.notices, *reading.notices),
        zone=reading.zone,
        zone_from=reading.zone_from,
        columns=tuple(zip(layout.columns.headers, layout.columns.roles, strict=True)),
    )


class _Reading:
    """One table on its way to candidates; each row is read against the row before it."""

    def __init__(self, name: str, layout: Layout, assumptions: Assumptions) -> None:
        self._name = name
        self._layout = layout
        self._columns = layout.columns
        self._assumptions = assumptions
        self._previous: Moment | None = None
        self._asked: set[str] = set()
        self._settle_zone()
        self._written = [self._time_cell(row) for row in layout.rows]
        order = day_order.decided(self._dates(), assumptions.day_first)
        self._clocks = Clocks(order, self._suffix)
        self._order_asked = day_order.first_to_ask(self._written, order)
        self.notices = self._notices()

    def candidates(self, progress: Progress) -> tuple[Candidate, ...]:
        """Every row as a candidate, the oldest first."""
        rows = self._layout.rows
        read: list[tuple[Candidate, CellTime]] = []
        for number, row in enumerate(rows):
            if number % _STEP == 0:
                progress(number, len(rows))
            time = self._time(number, row)
            read.append((self._candidate(row, time), time))
        progress(len(rows), len(rows))
        found = tuple(candidate for candidate, _time in read)
        times = [time.moment.start for _candidate, time in read]
        dated = all(time.dated and time.moment.is_clocked for _candidate, time in read)
        if dated and is_newest_first(times, _ENOUGH_TO_TURN):
            self.notices = (*self.notices, "The newest row came first; the oldest one does now.")
            return tuple(reversed(found))
        return found

    def _settle_zone(self) -> None:
        """Where the zone of times without one comes from: the person, the header, a line above it."""
        time = self._columns.index(column_names.TIME)
        header = "" if time is None else self._columns.headers[time]
        in_header = cell_times.stated_zone(header)
        above = self._layout.declared_zone
        stated = "" if self._assumptions.zone_is_certain else in_header or above
        assumed = self._assumptions.zone
        self.zone = stated or assumed
        self.zone_from = ""
        if stated:
            self.zone_from = f"the column “{header}”" if in_header else "the lines above the table"
        is_region = not assumed or zones.region(assumed) is not None
        self._suffix = stated or ("" if is_region else assumed)
        self._zone = assumed if is_region else ""

    def _dates(self) -> list[str]:
        return [*self._written, *(self._layout.cell(row, column_names.END) for row in self._layout.rows)]

    def _time_cell(self, row: Row) -> str:
        day = self._layout.cell(row, column_names.DATE)
        clock = self._layout.cell(row, column_names.TIME)
        return cell_times.joined(day, clock) if day else clock

    def _notices(self) -> tuple[str, ...]:
        found: list[str] = []
        if not self._layout.has_time:
            names = ", ".join(f"“{header}”" for header in self._columns.headers)
            found.append(f"Which column holds the time? The columns are {names}.")
        found.extend(self._number_notices())
        return tuple(found)

    def _number_notices(self) -> Iterator[str]:
        for role in (column_names.TIME, column_names.DATE, column_names.END):
            cells = (self._layout.cell(row, role) for row in self._layout.rows)
            cell, read = next(
                ((cell, read) for cell in cells if (read := excel_serials.spelled(cell))), ("", "")
            )
            if cell:
                header = self._columns.headers[self._columns.roles.index(role)]
                yield f"Numbers in “{header}” are read as Excel dates, such as {cell} as {read}."

    def _time(self, number: int, row: Row) -> CellTime:
        if not self._layout.has_time:
            return CellTime(UNKNOWN)
        context = self._context(self._assumptions.on)
        time = cell_times.read_cell(self._written[number], context, self._clocks, self._assumptions)
        asked = [question for question in time.questions if not self._is_repeated(question)]
        if number == self._order_asked:
            asked.insert(0, self._clocks.order.question)
        if not time.dated and time.moment.is_clocked and self._previous is None:
            asked += self._day_question(time.moment)
        if time.moment.start is not None:
            self._previous = time.moment
        moment, doubts = self._ended(row, time.moment)
        return replace(time, moment=moment, questions=(*asked, *doubts))

    def _context(self, on: date | None) -> LineContext:
        previous = self._previous
        if self._assumptions.day_is_certain and previous is not None and previous.start is not None:
            local = zones.in_zone(previous.start, zones.review_zone(self._zone))
            previous = previous if local.date() == on else None
        return LineContext(self._zone, self._assumptions.now, on, previous)

    def _is_repeated(self, question: str) -> bool:
        """Whether a question about the zone of the whole table has been asked in a row above."""
        if not self._suffix or not question.startswith(f"{self._suffix} "):
            return False
        repeated = question in self._asked
        self._asked.add(question)
        return repeated

    def _day_question(self, moment: Moment) -> list[str]:
        if self._assumptions.on is not None or moment.start is None:
            return []
        return [f"These times name no day. Is it {dates.day_text(moment.start.date())}?"]

    def _ended(self, row: Row, moment: Moment) -> tuple[Moment, tuple[str, ...]]:
        """The moment with the end that the row names, and a doubt where it cannot be one."""
        cell = self._layout.cell(row, column_names.END)
        start = moment.start
        if not cell or start is None or moment.end is not None:
            return moment, ()
        context = LineContext(self._zone, self._assumptions.now, start.date())
        read = cell_times.read_cell(cell, context, self._clocks, self._assumptions)
        end = read.moment.start
        if end is None or not read.moment.is_clocked:
            return moment, (f"The end “{cell}” cannot be placed. When was it?",)
        end = zones.in_zone(end, start.tzinfo or UTC)
        if end < start and not read.dated:
            end += timedelta(days=1)
        if end < start:
            return moment, (f"The end, {cell}, is before the start. Which one is right?",)
        return moment.changed(end=end, precision=_finer(moment, read.moment)), ()

    def _candidate(self, row: Row, time: CellTime) -> Candidate:
        told, note = self._told(row)
        link = self._layout.cell(row, column_names.LINK)
        found = _LINK.search(link)
        built = candidate(
            time.moment,
            told,
            line=row.line,
            origin=found[0] if found else f"{self._name}:{row.line}",
            actor=self._layout.cell(row, column_names.ACTOR),
            questions=time.questions,
        )
        event = built.event
        if event is None:
            return replace(built, wording=row.wording)
        notes = [event.note, note, f"Source: {link}" if link and not found else ""]
        event = event.changed(note=visible_lines("\n".join(filter(None, notes))))
        others = tuple(filter(None, (self._alternative(event, other) for other in time.alternatives)))
        return replace(built, event=event, wording=row.wording, alternatives=others)

    def _told(self, row: Row) -> tuple[str, str]:
        """The first text of a row, and its other texts with their headers."""
        columns = self._columns.all(column_names.TEXT)
        filled = [number for number in columns if cell_at(row, number)]
        if not filled:
            free = self._columns.all(column_names.NOTHING)
            return ", ".join(filter(None, (cell_at(row, number) for number in free))), ""
        first = self._main_text(filled)
        rest = (number for number in filled if number != first)
        return cell_at(row, first), "\n".join(
            f"{self._columns.headers[number]}: {cell_at(row, number)}" for number in rest
        )

    def _main_text(self, filled: list[int]) -> int:
        return min(filled, key=lambda number: column_names.text_rank(self._columns.headers[number]))

    def _alternative(self, event: Event, other: Alternative) -> Alternative | None:
        """Another reading of a time as a whole line, which says its day so that it reads the same."""
        read = read_leading_time(other.line, self._context(self._assumptions.on)).moment
        if read.start is None:
            return None
        whole = event.changed(time=read.changed(raw=""), doubt="")
        return Alternative(other.name, print_event(whole, LineContext(self._zone, _FAR_AWAY)))


def _finer(start: Moment, end: Moment) -> Precision:
    return Precision.SECOND if Precision.SECOND in (start.precision, end.precision) else start.precision


FORMAT = SourceFormat("csv", "Table (CSV, TSV)", is_table, _read)
"""Tables of events, with what each column holds told by its header or its content."""
