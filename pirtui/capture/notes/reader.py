"""Notes of any shape become candidate events: the format that is tried when no other is recognised."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from pirtui.capture import zones
from pirtui.capture.candidates import Assumptions, Candidate, Evidence, Progress
from pirtui.capture.dates import day_text
from pirtui.capture.events import parse_event
from pirtui.capture.material import PASTED, Material
from pirtui.capture.notes import declared_days, declared_zones
from pirtui.capture.notes.declared_days import DeclaredDay
from pirtui.capture.notes.declared_zones import DeclaredZone
from pirtui.capture.notes.entries import Entry, Section
from pirtui.capture.notes.gathering import entries
from pirtui.capture.notes.lines import LineKind, NoteLine, read_lines
from pirtui.capture.notes.ordering import ask_about_order, ask_about_stamps
from pirtui.capture.notes.own_report import is_own, restored
from pirtui.capture.notes.placing import Frame, Placed, placed
from pirtui.capture.notes.subjects import Subject
from pirtui.capture.notes.wording import text_and_note
from pirtui.capture.reading import LineContext
from pirtui.capture.sources.source_format import SourceFormat
from pirtui.capture.times import guarded
from pirtui.domain.changes import new_label
from pirtui.domain.events import Event, Milestone
from pirtui.domain.moments import UNKNOWN
from pirtui.domain.visible import visible

OUTSIDE = "outside the timeline"
AROUND = "text around it"
_NO_WORDS = "Say what happened, in a few words."
_MILESTONE = re.compile(r"(?<!\S)!(" + "|".join(milestone.value for milestone in Milestone) + r")(?!\S)")
_PROGRESS_STEP = 500


def read(material: Material, assumptions: Assumptions, progress: Progress) -> Evidence:
    """Read notes as candidate events, in the order of the notes.

    Raises:
        UnreadableSource: if the material is no text.
    """
    lines = read_lines(material.text)
    found = entries(lines)
    reading = _Reading(material.name, lines, found, assumptions)
    return reading.evidence(progress)


FORMAT = SourceFormat("notes", "Notes or a post-mortem", lambda _material: True, read)


class _Reading:
    """One text on its way to candidates.

    Text in which any milestone is set is taken for lines of pirtui's own; names and marks in any other
    are words.
    """

    def __init__(
        self, name: str, lines: Sequence[NoteLine], found: Sequence[Entry], assumptions: Assumptions
    ) -> None:
        self._name = name
        self._lines = lines
        order = declared_days.day_order(lines) if assumptions.day_first is None else None
        self._assumptions = assumptions if order is None else replace(assumptions, day_first=order)
        self._chosen = _in_timeline(found)
        self._all = found if self._chosen else tuple(_each_line(found))
        self._zone = _zone_of_all(lines, self._chosen)
        self._day = self._first_day()
        self._is_own = is_own(lines)
        self._is_typed = any(_MILESTONE.search(line.whole) for line in lines)

    def evidence(self, progress: Progress) -> Evidence:
        frame = Frame(self._assumptions, self._day.day, self._zones())
        rows = {row.entry.line.number: row for row in placed(self._chosen, frame)}
        in_order = list(rows.values())
        ask_about_order(in_order)
        ask_about_stamps(in_order, self._context())
        chosen = {entry.line.number for entry in self._chosen}
        outside = [entry for entry in self._all if entry.stamp and entry.line.number not in chosen]
        rows |= {row.entry.line.number: row for row in placed(outside, frame)}
        self._ask_once(in_order)
        candidates = tuple(self._candidates(rows, progress))
        zone, zone_from = self._zone_of_most(frame)
        on, day_from = self._day_of_first(in_order)
        return Evidence(
            name=self._name,
            format=FORMAT.name,
            candidates=candidates,
            notices=tuple(self._notices(in_order, zone)),
            zone=zone,
            zone_from=zone_from,
            on=on,
            day_from=day_from,
        )

    # What holds for all

    def _first_day(self) -> DeclaredDay:
        given = self._assumptions.on
        if given is not None and self._assumptions.day_is_certain:
            return DeclaredDay(given, "")
        first = next((entry.line.number for entry in self._chosen), len(self._lines) + 1)
        said = declared_days.declared_day(self._lines, first, self._assumptions.day_first)
        if said is not None:
            return said
        zone = zones.review_zone(self._zone.spelling if self._zone else self._assumptions.zone)
        return DeclaredDay(given or zones.in_zone(self._assumptions.now, zone).date(), "")

    def _day_of_first(self, rows: Sequence[Placed]) -> tuple[date, str]:
        """The day on which the rows begin, and who says so."""
        first = next((row for row in rows if row.moment.start is not None), None)
        if first is not None and first.dated and first.moment.start is not None:
            return first.moment.start.date(), "the rows"
        return self._day.day, self._day.said_in

    def _zones(self) -> dict[int, DeclaredZone]:
        """The zone that is declared for each entry, by the number of its line."""
        found: dict[int, DeclaredZone] = {}
        for entry in self._all:
            zone = (
                (entry.row.zone if entry.row else None) or _zone_of_section(entry.section) or self._zone
            )
            if zone is not None:
                found[entry.line.number] = zone
        return found

    def _zone_of_most(self, frame: Frame) -> tuple[str, str]:
        """The zone in which most rows are read, and where it comes from."""
        declared = [zone.spelling for entry in self._chosen if (zone := frame.zone_of(entry))]
        if not declared or len(declared) * 2 < len(self._chosen):
            return self._assumptions.zone, ""
        return max(declared, key=declared.count), "the notes"

    def _context(self) -> LineContext:
        zone = self._zone.spelling if self._zone else self._assumptions.zone
        return LineContext(zone, self._assumptions.now, self._day.day)

    def _ask_once(self, rows: Sequence[Placed]) -> None:
        """What is taken for granted for the whole is asked on the first row that rests on it."""
        assumed = not self._day.said_in and self._assumptions.on is None
        first = next(
            (row for row in rows if row.moment.is_clocked and not (row.dated or row.headed)), None
        )
        before = any(row.dated for row in rows[: rows.index(first)]) if first else False
        if assumed and first is not None and not before:
            first.questions.append(f"No date stands above it. Is it {day_text(self._day.day)}?")

    def _notices(self, rows: Sequence[Placed], zone: str) -> Iterator[str]:
        if not self._chosen:
            yield "No times were found in it; each line is offered as it stands."
        elif not zone and any(row.moment.is_clocked and not row.zoned for row in rows):
            yield "No time zone is named; the times are taken as UTC."

    # Candidates

    def _candidates(self, rows: dict[int, Placed], progress: Progress) -> Iterator[Candidate]:
        chosen = {entry.line.number for entry in self._chosen}
        for count, entry in enumerate(self._all, 1):
            if count % _PROGRESS_STEP == 0:
                progress(count, len(self._all))
            row = rows.get(entry.line.number)
            if row is not None:
                yield self._of_row(row, "" if entry.line.number in chosen else OUTSIDE)
            elif not entry.stamp or entry.first or entry.others:
                yield self._of_prose(entry, AROUND if self._is_around(entry) else "")

    def _is_around(self, entry: Entry) -> bool:
        """Whether words without a time are no event: they are one only where nothing else could be."""
        if self._chosen:
            return True
        return bool(entry.section.headings) and entry.section.subject is not Subject.TIMELINE

    def _of_row(self, row: Placed, noise: str) -> Candidate:
        entry = row.entry
        first = [row.rest, *entry.first] if row.rest else list(entry.first)
        event = self._event(entry, first)
        if event is not None:
            event = event.changed(time=row.moment, doubt=" ".join(row.questions))
        return Candidate(
            event,
            "\n".join((entry.stamp, *entry.first, *entry.others)),
            entry.line.number,
            tuple(row.questions),
            tuple(row.alternatives),
            noise,
            "" if event else _NO_WORDS,
        )

    def _of_prose(self, entry: Entry, noise: str) -> Candidate:
        event = self._event(entry, list(entry.first))
        wording = "\n".join((*entry.first, *entry.others))
        return Candidate(
            event, wording, entry.line.number, noise=noise, problem="" if event else _NO_WORDS
        )

    def _event(self, entry: Entry, first: Sequence[str]) -> Event | None:
        text, note = text_and_note(first, entry.others)
        if not text:
            return None
        row = entry.row
        event = Event(
            label=new_label(Event),
            time=UNKNOWN,
            text=text,
            note=note,
            actor=visible(row.actor) if row else "",
            source=visible((row.link if row else "") or self._origin(entry)),
        )
        if self._is_own:
            return restored(event)
        return self._with_marks(event) if self._is_typed else event

    def _with_marks(self, event: Event) -> Event:
        """The event with the role, the milestones and whatever else was typed into its words."""
        context = self._context()
        said = parse_event(guarded("", event.text, context), context).item
        if said is None:
            return event
        return said.changed(
            note="\n".join(filter(None, (said.note, event.note))),
            actor=said.actor or event.actor,
            source=said.source or event.source,
            doubt="",
        )

    def _origin(self, entry: Entry) -> str:
        return "" if self._name == PASTED else f"{self._name}:{entry.line.number}"


def _in_timeline(found: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries that make the timeline: those under such a heading; else those under no other one."""
    stamped = [entry for entry in found if entry.stamp]
    for subjects in ((Subject.TIMELINE,), (Subject.TIMELINE, Subject.OPEN)):
        chosen = tuple(entry for entry in stamped if entry.section.subject in subjects)
        if chosen:
            return chosen
    return () if any(entry.section.headings[1:] for entry in found) else tuple(stamped)


def _each_line(found: Sequence[Entry]) -> Iterator[Entry]:
    """Text without any time: every line of it on its own."""
    for entry in found:
        for offset, line in enumerate((*entry.first, *entry.others)):
            if line.strip():
                place = NoteLine(entry.line.number + offset, LineKind.TEXT, line, line)
                yield Entry(place, entry.section, "", (line,))


def _zone_of_section(section: Section) -> DeclaredZone | None:
    named = [*section.headings, *([section.label] if section.label else [])]
    found = (declared_zones.zone_in_heading(heading.text) for heading in reversed(named))
    return next((zone for zone in found if zone), None)


def _zone_of_all(lines: Sequence[NoteLine], chosen: Sequence[Entry]) -> DeclaredZone | None:
    """The zone that a sentence declares: above or in the timeline, else anywhere."""
    start = min((heading.number for entry in chosen for heading in entry.section.headings), default=0)
    near = [line for line in lines if line.number >= start]
    return declared_zones.declared_zone(near) or declared_zones.declared_zone(lines)
