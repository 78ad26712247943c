"""One walk over the lines of notes: where entries begin, and which lines belong to each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pirtui.capture.notes import subjects
from pirtui.capture.notes.entries import Entry, Section, leading
from pirtui.capture.notes.lines import LineKind, NoteLine
from pirtui.capture.notes.stamps import Former, Stamps
from pirtui.capture.notes.tables import read_table
from pirtui.capture.times import LeadingTime


def entries(lines: Sequence[NoteLine]) -> tuple[Entry, ...]:
    """Every entry of the notes, and the prose around them, in their order."""
    return tuple(_Gathering(lines).gathered())


@dataclass
class _Open:
    """An entry whose lines are still being gathered; `tail` may or may not belong to it."""

    entry: Entry
    first: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    tail: list[NoteLine] = field(default_factory=list)
    bare: bool = False
    blank: bool = False

    def closed(self) -> Entry:
        return replace(self.entry, first=tuple(self.first), others=tuple(self.others))


class _Gathering:
    """One walk over the lines."""

    def __init__(self, lines: Sequence[NoteLine]) -> None:
        self._stamps = Stamps(lines)
        self._lines = self._stamps.lines
        self._section = Section()
        self._open: _Open | None = None
        self._prose: list[NoteLine] = []
        self._found: list[Entry] = []

    def gathered(self) -> list[Entry]:
        place = 0
        while place < len(self._lines):
            if self._lines[place].kind is LineKind.ROW and not self._in_body(self._lines[place]):
                place = self._take_table(place)
            else:
                self._take(place)
                place += 1
        self._close()
        return self._found

    def _in_body(self, line: NoteLine) -> bool:
        """Whether a table belongs to the entry above it: only where its rows begin with no time."""
        return (
            self._open is not None
            and (self._open.bare or self._open.entry.is_heading)
            and not _rows_timed(self._lines, line.number - 1)
        )

    def _take_table(self, place: int) -> int:
        self._close()
        end = place
        while end < len(self._lines) and self._lines[end].kind is LineKind.ROW:
            end += 1
        block = self._lines[place:end]
        for row in read_table(block, lambda cell: leading(f"{cell} | x") is not None):
            self._found.append(Entry(row.line, self._section, row.stamp, row.first, row.others, row))
        return end

    def _take(self, place: int) -> None:
        line = self._lines[place]
        kind = line.kind
        if kind in (LineKind.FRONT, LineKind.REFERENCE):
            return
        if kind is LineKind.BLANK:
            self._blank()
        elif kind is LineKind.RULE:
            self._close()
        elif kind is LineKind.HEADING:
            self._take_heading(line)
        elif kind is not LineKind.CODE and self._stamps.begins(place, self._former()):
            self._begin(line)
        elif kind is LineKind.LABEL and self._is_outside(line):
            self._take_label(line)
        elif self._is_unmarked_heading(place):
            self._take_heading(replace(line, kind=LineKind.HEADING, level=2))
        else:
            self._attach(line)

    def _blank(self) -> None:
        if self._open is not None:
            self._open.blank = True
            self._open.tail.append(NoteLine(0, LineKind.BLANK, "", ""))
        self._end_prose()

    # Headings

    def _take_heading(self, line: NoteLine) -> None:
        stamped = self._stamps.of(line)
        if stamped is not None and not self._is_title(line, stamped):
            self._begin(line)
            return
        self._close()
        above = tuple(each for each in self._section.headings if each.level < line.level)
        self._section = Section((*above, line))

    def _is_title(self, line: NoteLine, stamped: LeadingTime) -> bool:
        """Whether a heading with a date is that of the whole report, and no entry."""
        if stamped.moment.is_clocked and line.level > 1:
            return False
        below = (each for each in self._lines[line.number :] if each.kind is LineKind.HEADING)
        nested = next((each for each in below), None)
        return nested is not None and nested.level > line.level and self._stamps.of(nested) is None

    def _take_label(self, line: NoteLine) -> None:
        self._close()
        self._section = replace(self._section, label=line)

    def _is_outside(self, line: NoteLine) -> bool:
        """Whether a label stands beside the open entry rather than in it."""
        opened = self._open
        return opened is None or (line.indent <= opened.entry.line.indent and not opened.bare)

    def _is_unmarked_heading(self, place: int) -> bool:
        line = self._lines[place]
        if line.kind is not LineKind.TEXT or line.indent or not subjects.names_a_section(line.text):
            return False
        above = self._lines[place - 1].kind if place else LineKind.BLANK
        below = self._lines[place + 1].kind if place + 1 < len(self._lines) else LineKind.BLANK
        alone = above in (LineKind.BLANK, LineKind.RULE, LineKind.HEADING)
        return alone and (
            below is LineKind.BLANK or line.text.endswith(":") or self._is_before_entry(place)
        )

    def _is_before_entry(self, place: int) -> bool:
        return place + 1 < len(self._lines) and self._stamps.of(self._lines[place + 1]) is not None

    # Entries

    def _begin(self, line: NoteLine) -> None:
        self._settle_tail(belongs=True)
        self._close()
        stamped = self._stamps.of(line)
        rest = stamped.rest if stamped else ""
        self._open = _Open(Entry(line, self._section, line.whole.strip()), bare=not rest.strip("*_ "))

    def _former(self) -> Former | None:
        """The entry that is open, for what comes behind it."""
        opened = self._open
        stamp = self._stamps.of(opened.entry.line) if opened else None
        return Former(opened.entry.line, stamp, opened.bare) if opened and stamp else None

    def _attach(self, line: NoteLine) -> None:
        opened = self._open
        if opened is None:
            self._prose.append(line)
        elif opened.entry.is_heading or opened.bare or line.indent > opened.entry.line.indent:
            self._settle_tail(belongs=True)
            _put(opened, line)
        elif not opened.blank:
            _put(opened, line)
        elif line.kind is LineKind.CODE or opened.entry.line.kind is not LineKind.BULLET:
            opened.tail.append(line)
        else:
            self._close()
            self._prose.append(line)

    def _settle_tail(self, *, belongs: bool) -> None:
        """Give the lines after a blank one to the open entry, or to the prose behind it."""
        opened = self._open
        if opened is None:
            return
        tail, opened.tail = opened.tail, []
        for line in tail:
            if belongs or line.kind in (LineKind.CODE, LineKind.BLANK):
                _put(opened, line)
            else:
                self._prose.append(line)

    def _close(self) -> None:
        if self._open is not None:
            self._settle_tail(belongs=_goes_on(self._open.tail))
            self._found.append(self._open.closed())
            self._open = None
        self._end_prose()

    def _end_prose(self) -> None:
        words = [line for line in self._prose if line.text.strip()]
        self._prose = []
        if words and self._open is None:
            self._found.append(Entry(words[0], self._section, "", tuple(line.text for line in words)))


def _put(opened: _Open, line: NoteLine) -> None:
    """Add a line: to the first paragraph while that goes on, else behind it."""
    starts = opened.bare and not opened.first and not opened.others
    plain_line = line.kind in (LineKind.TEXT, LineKind.LABEL) or (
        starts and line.kind is not LineKind.CODE
    )
    follows = not opened.others and (starts or not opened.blank)
    if line.kind is LineKind.BLANK:
        if opened.first or not opened.bare:
            opened.others.append("")
    elif plain_line and follows:
        opened.first.append(line.text)
        opened.blank = False
    else:
        opened.others.append(
            line.whole if line.kind in (LineKind.CODE, LineKind.QUOTE) else line.whole.strip()
        )


def _goes_on(tail: Iterable[NoteLine]) -> bool:
    """Whether the lines behind the last entry read as its continuation: a list, a quote or code."""
    first = next((line for line in tail if line.kind is not LineKind.BLANK), None)
    return first is not None and first.kind in (LineKind.BULLET, LineKind.QUOTE, LineKind.CODE)


def _rows_timed(lines: Sequence[NoteLine], place: int) -> bool:
    return any(_cells_timed(line) for line in _rows(lines, place))


def _rows(lines: Sequence[NoteLine], place: int) -> Iterator[NoteLine]:
    for line in lines[place:]:
        if line.kind is not LineKind.ROW:
            return
        yield line


def _cells_timed(line: NoteLine) -> bool:
    return any(
        leading(f"{cell.strip()} | x") is not None for cell in line.text.strip("| ").split("|")[:3]
    )
