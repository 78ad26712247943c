"""The entries of notes get their times: the day that holds, the zone, and every question."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

from pirtui.capture import zones
from pirtui.capture.candidates import Assumptions
from pirtui.capture.dates import day_text
from pirtui.capture.notes import declared_days
from pirtui.capture.notes.declared_zones import DeclaredZone
from pirtui.capture.notes.entries import Entry, Section, Shape, counted, leading, shape_of
from pirtui.capture.reading import Alternative, LineContext
from pirtui.capture.settled_times import STEP_BACK
from pirtui.capture.times import LeadingTime, read_leading_time
from pirtui.domain.moments import Moment, Precision

_SLASHED = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}(?![\d/]*/\d{4}/)")
_ABBREVIATION = re.compile(r"(?<![A-Za-z])[A-Z]{2,5}(?=\)?$)")
_MISTYPED = re.compile(r"([\dO]{1,3})[:;.,]([\dO]{1,2})(?!\w)")
_HALF_A_DAY = timedelta(hours=12)
_LEAST_FOR_ORDER = 4


@dataclass
class Placed:
    """An entry with the time it got; `rest` are the words behind the stamp, on its own line.

    `dated` says that the entry states its own day, `headed` that a line above it does, and `zoned`
    that it states its own zone.
    """

    entry: Entry
    moment: Moment
    rest: str
    dated: bool = False
    headed: bool = False
    zoned: bool = False
    questions: list[str] = field(default_factory=list)
    alternatives: list[Alternative] = field(default_factory=list)


@dataclass(frozen=True)
class Frame:
    """What holds for the entries where they do not say: the zone of each and the first day."""

    assumptions: Assumptions
    first_day: date
    zones: dict[int, DeclaredZone]

    def zone_of(self, entry: Entry) -> DeclaredZone | None:
        """The zone that the notes declare for this entry."""
        if self.assumptions.zone_is_certain:
            return None
        return self.zones.get(entry.line.number)


def placed(entries: Sequence[Entry], frame: Frame) -> tuple[Placed, ...]:
    """Give every stamped entry its time; a line that only switches the day is left out."""
    return tuple(_Placing(entries, frame).all())


class _Placing:
    """One walk over the stamped entries of a text."""

    def __init__(self, entries: Sequence[Entry], frame: Frame) -> None:
        self._entries = [entry for entry in entries if entry.stamp]
        self._shapes = [shape_of(entry) for entry in self._entries]
        self._frame = frame
        self._day = frame.first_day
        self._row_zone = ""
        self._headed: date | None = None
        self._previous: datetime | None = None
        self._waiting: list[str] = []
        self._asked: set[str] = set()
        self._habit = self._raw_of_first_dot()
        self._descends = self._is_descending()
        clocked = [shape for shape in self._shapes if shape is not None and shape.clock is not None]
        self._rows_name_zones = sum(shape.zoned for shape in clocked) * 2 > len(clocked)

    def all(self) -> Iterator[Placed]:
        section: Section | None = None
        for place, entry in enumerate(self._entries):
            if entry.section is not section:
                section = entry.section
                self._enter(section)
            found = self._read(entry, self._shapes[place])
            if found is None:
                continue
            if self._only_switches_day(place, found):
                self._switch_day(found)
            else:
                yield self._settled(found)

    def _enter(self, section: Section) -> None:
        """Take over the day that the heading of a section names: "Day 2 (3 May)"."""
        headings = [*section.headings[1:], *([section.label] if section.label else [])]
        if not headings:
            return
        day_first = self._frame.assumptions.day_first
        day = declared_days.day_in_heading(headings[-1].text, self._day, day_first)
        if day is not None:
            self._day, self._headed, self._previous = day, day, None

    # Reading one stamp

    def _read(self, entry: Entry, shape: Shape | None) -> Placed | None:
        read = self._leading(entry, self._day)
        if read is None:
            return _untimed(entry) if entry.row is not None else None
        rest = read.rest[:-1].rstrip() if entry.row is not None else read.rest
        found = Placed(entry, read.moment, rest)
        if shape is not None:
            found.dated, found.zoned = shape.dated, shape.zoned
            found.headed = self._headed is not None
        found.questions += read.doubts
        found.alternatives += read.alternatives
        _ask_about_typing(found)
        return self._nearer(found, read)

    def _nearer(self, found: Placed, read: LeadingTime) -> Placed:
        """Of the two readings of `7/9`, take the one that is nearer to the rows around it."""
        order = self._frame.assumptions.day_first
        if order is not None or not _SLASHED.search(read.moment.raw) or read.moment.start is None:
            return found
        context = replace(self._context(found.entry, self._day), day_first=False)
        other = leading(found.entry.words, context)
        if other is None or other.moment.start is None:
            return found
        first, second = read.moment.start.date(), other.moment.start.date()
        if abs(second - self._day) >= abs(first - self._day):
            return found
        found.questions = [f"Read as {day_text(second)}. Is it {day_text(first)}?"]
        found.alternatives = [Alternative(day_text(first), line_at(found, read.moment.start))]
        found.moment = other.moment
        return found

    def _leading(self, entry: Entry, day: date) -> LeadingTime | None:
        context = self._context(entry, day)
        return leading(entry.words, context) or (
            read_leading_time(entry.stamp, context) if counted(entry.stamp) else None
        )

    def _context(self, entry: Entry, day: date) -> LineContext:
        assumptions = self._frame.assumptions
        declared = self._frame.zone_of(entry)
        return LineContext(
            zone=declared.spelling if declared else self._row_zone or assumptions.zone,
            now=assumptions.now,
            on=day,
            previous=Moment(raw=self._habit) if self._habit else None,
            day_first=assumptions.day_first,
        )

    def _raw_of_first_dot(self) -> str:
        """Two times with a dot make a habit, so that none of them is taken for a version."""
        raws = [shape.raw for shape in self._shapes if shape is not None]
        dotted = [raw for raw in raws if "." in raw and ":" not in raw]
        return dotted[0] if len(dotted) > 1 else ""

    # Days

    def _only_switches_day(self, place: int, found: Placed) -> bool:
        """Whether a date is the heading of the times below it rather than an event."""
        if found.moment.precision is not Precision.DAY or found.entry.row is not None:
            return False
        if found.rest and not found.entry.is_heading:
            return False
        if place + 1 == len(self._entries):
            return found.entry.is_heading and not (found.rest or found.entry.first or found.entry.others)
        following = self._shapes[place + 1]
        return following is not None and not following.dated

    def _switch_day(self, found: Placed) -> None:
        if found.moment.start is not None:
            self._day = self._headed = found.moment.start.date()
            self._previous = None
            self._waiting += found.questions

    # Settling

    def _settled(self, found: Placed) -> Placed:
        found.questions[:0] = self._waiting
        self._waiting = []
        start = found.moment.start
        if start is None:
            return found
        if not found.dated and found.moment.is_clocked:
            found = self._past_midnight(found)
        found = self._second_pass(found)
        self._ask_about_zone(found)
        self._ask_about_season(found)
        start = found.moment.start
        if found.zoned and start is not None and self._rows_name_zones:
            self._row_zone = zones.offset_text(start)
        if start is not None and found.moment.precision not in (Precision.MONTH, Precision.YEAR):
            if self._headed is None or start.date() >= self._headed:
                self._day = start.date()
            if found.moment.is_clocked:
                self._previous = start
        return found

    def _second_pass(self, found: Placed) -> Placed:
        """Where the clocks went back, the second of two equal times, if only that one is in order."""
        start, previous = found.moment.start, self._previous
        if start is None or previous is None or found.zoned or start >= previous:
            return found
        tz = zones.review_zone(self._context(found.entry, self._day).zone)
        later = start.replace(tzinfo=tz, fold=1).utcoffset()
        if later is None or later == start.utcoffset():
            return found
        second = start.replace(tzinfo=timezone(later))
        return replace(found, moment=found.moment.changed(start=second)) if second >= previous else found

    def _ask_about_season(self, found: Placed) -> None:
        """A row that names its place's other half of the year was probably typed from habit."""
        start, named = found.moment.start, _ABBREVIATION.search(found.moment.raw)
        if start is None or named is None:
            return
        tz = zones.review_zone(self._context(found.entry, self._day).zone)
        local = start.astimezone(tz)
        names = {local.replace(month=month, day=1).tzname() for month in (1, 7)}
        held = local.tzname()
        if named[0] in names and held != named[0]:
            question = f"{named[0]} was not in use on that date, {held} was. Is it {held}?"
            found.questions = [each for each in found.questions if named[0] not in each] + [question]

    def _past_midnight(self, found: Placed) -> Placed:
        start, previous = found.moment.start, self._previous
        if start is None or previous is None or self._descends or start >= previous - STEP_BACK:
            return found
        again = self._leading(found.entry, self._day + timedelta(days=1))
        if again is None or again.moment.start is None:
            return found
        next_day, clock = again.moment.start, f"{start:%H:%M}"
        question = (
            f"The clock goes back from {previous:%H:%M} to {clock}. "
            f"Read as the next day, {day_text(next_day.date())}; is it?"
        )
        others = [Alternative(f"{clock} on {day_text(start.date())}", line_at(found, start))]
        afternoon = start + _HALF_A_DAY
        if (
            start.hour < 12
            and afternoon >= previous
            and afternoon - previous < STEP_BACK
            and not _has_half(found)
        ):
            question = f"{question[:-7]} Or is it {afternoon:%H:%M} on {day_text(start.date())}?"
            others.insert(0, Alternative(f"{afternoon:%H:%M}", line_at(found, afternoon)))
        return replace(
            found,
            moment=again.moment,
            questions=[*found.questions, question],
            alternatives=[*found.alternatives, *others],
        )

    def _is_descending(self) -> bool:
        """Whether the times run from the newest to the oldest."""
        clocks = [shape.clock for shape in self._shapes if shape is not None and shape.clock is not None]
        steps = [later - earlier for earlier, later in pairwise(clocks)]
        back = sum(step < timedelta() for step in steps)
        return len(clocks) >= _LEAST_FOR_ORDER and back * 3 > len(steps) * 2

    # Zones

    def _ask_about_zone(self, found: Placed) -> None:
        declared = self._frame.zone_of(found.entry)
        start = found.moment.start
        if declared is None or start is None or not declared.abbreviation:
            return
        tz = zones.zone_named(declared.abbreviation)
        if tz is None or start.utcoffset() != start.replace(tzinfo=tz).utcoffset():
            return
        stated = zones.StatedZone(tz, 0, declared.abbreviation)
        review = zones.review_zone(self._frame.assumptions.zone)
        _, doubt = zones.settled(stated, start.replace(tzinfo=None), review)
        if doubt and doubt.partition(" on that date")[0] not in self._asked:
            self._asked.add(doubt.partition(" on that date")[0])
            found.questions.append(doubt)


def line_at(found: Placed, start: datetime) -> str:
    """The line that says this entry with another time."""
    words = found.rest or (found.entry.first[0] if found.entry.first else "")
    return f"{start:%Y-%m-%d %H:%M} {zones.offset_text(start)} {words}".rstrip()


def _untimed(entry: Entry) -> Placed:
    """A row of a timeline whose time cannot be read keeps its place, with its own spelling."""
    raw = entry.stamp.strip()
    questions = [f"“{raw}” is no time that can be placed. When was it?"] if raw else []
    return Placed(entry, Moment(raw=raw), "", questions=questions)


def _ask_about_typing(found: Placed) -> None:
    """Where a date is followed by what looks like a clock but is none, ask what was meant."""
    mistyped = _MISTYPED.match(found.rest) if found.moment.precision is Precision.DAY else None
    if mistyped is None:
        return
    hours, minutes = (part.upper().replace("O", "0") for part in mistyped.groups())
    likely = f"{int(hours):02}:{minutes:<02}".replace(" ", "0")
    fits = int(hours) < 24 and int(minutes.ljust(2, "0")) < 60
    found.questions.append(
        f"{mistyped[0]} is on no clock. Is it {likely}?"
        if fits
        else f"{mistyped[0]} is on no clock. When was it?"
    )
    if fits and found.moment.start is not None:
        line = f"{found.moment.start:%Y-%m-%d} {likely} {found.rest[mistyped.end() :].strip()}"
        found.alternatives.append(Alternative(likely, line))


def _has_half(found: Placed) -> bool:
    """Whether the time itself says am or pm."""
    return "m" in found.moment.raw.lower()[-5:]
