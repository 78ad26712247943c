"""What the line at the bottom of the evidence tray can be asked for: words, an event, a zone, a day."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import ClassVar

from textual import events

from pirtui.capture import zones
from pirtui.capture.candidates import Candidate
from pirtui.capture.events import parse_event, print_event
from pirtui.capture.reading import Alternative, LineContext, Reading
from pirtui.capture.times import read_leading_time
from pirtui.domain.days import day_text
from pirtui.domain.events import Event
from pirtui.domain.moment_text import local_day
from pirtui.domain.moments import Precision
from pirtui.domain.visible import visible
from pirtui.screens.evidence_choices import fields_of
from pirtui.widgets.entry_line import EntryLine

_KEYS = frozenset({"up", "down", "tab", "escape", "ctrl+c", "f1"})
_MOST_OFFERS = 8
_USES = {
    "BST": ("Europe/London", "Asia/Dhaka"),
    "CST": ("America/Chicago", "Asia/Shanghai", "America/Havana"),
    "EST": ("America/New_York", "America/Panama", "Australia/Sydney"),
    "IST": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
}


class TrayLine(EntryLine):
    """A line that is given its keys by the tray, one after another, so that none overtakes."""

    can_focus = False

    def __init__(self) -> None:
        super().__init__(command_keys=_KEYS, empty_keys=frozenset({"enter"}))
        self.alone_for = 0.0  # type: ignore[misc]  # here the keys of a burst are what they say

    def begin(self, text: str, placeholder: str) -> None:
        """Show the line, holding this text."""
        self.placeholder = placeholder
        self.put(text)
        self.display = True
        self.has_focus = True

    def end(self) -> tuple[events.Key | events.Paste, ...]:
        """Hide the line; what it was given and did not take comes back."""
        self.has_focus = False
        self.display = False
        return self.let_go()

    def take(self, event: events.Key | events.Paste) -> None:
        """Take a key or a paste."""
        self._take(event)

    def join(self, text: str) -> None:
        """Put several pasted lines into this one."""
        self._edit(lambda: self._insert(visible(text)))
        self.resume(None)


@dataclass(frozen=True)
class Told:
    """How the text of the line is understood; with a problem it cannot be taken."""

    parts: tuple[tuple[str, str], ...] = ()
    problem: str = ""
    doubts: tuple[str, ...] = ()


class Asked(ABC):
    """Something that the line is asked for."""

    placeholder: ClassVar[str] = ""
    verb: ClassVar[str] = "Take"

    @property
    def at_first(self) -> str:
        """What the line holds at first."""
        return ""

    @abstractmethod
    def told(self, text: str) -> Told:
        """How this text would be understood."""

    def offers(self, text: str) -> Sequence[tuple[str, str, str]]:  # noqa: ARG002 - most offer nothing
        """What may be meant, for the menu, as (name, argument, summary)."""
        return ()


class AskedWords(Asked):
    """Words that a candidate must hold to be shown."""

    placeholder = "show only what says …"
    verb = "Show"

    def __init__(self, words: str) -> None:
        self._words = words

    @property
    def at_first(self) -> str:
        """The words that hold now."""
        return self._words

    def told(self, text: str) -> Told:
        """Any words will do."""
        return Told((("command", "Show"), ("text", text or "everything")))


class AskedEvent(Asked):
    """A candidate's event as a line of the timeline, or its wording where it has none."""

    verb = "Change"

    def __init__(self, event: Event | None, candidate: Candidate, context: LineContext) -> None:
        self.base = event
        self._candidate = candidate
        self._context = context

    @property
    def at_first(self) -> str:
        """The event as it stands."""
        return print_event(self.base, self._context) if self.base else visible(self._candidate.wording)

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """The other readings of the source."""
        return self._candidate.alternatives

    def read(self, text: str) -> Reading[Event]:
        """The event that the line means."""
        return parse_event(text, self._context, self.base)

    def told(self, text: str) -> Told:
        """The line's reading."""
        reading = self.read(text)
        parts = tuple((part.role, part.text) for part in reading.parts)
        return Told(parts, reading.problem, reading.doubts)

    def taken(self, reading: Reading[Event]) -> tuple[dict[str, object], tuple[str, ...] | None]:
        """What a reading changes, with the questions that are left; `None` for those of the source."""
        if reading.item is None:
            return {}, None
        fields = fields_of(reading.item, self.base)
        return fields, reading.doubts if "time" in fields else None

    def other(self, alternative: Alternative) -> tuple[dict[str, object], tuple[str, ...] | None]:
        """What another reading of the source changes: what it does not say stays as it is."""
        reading = parse_event(alternative.line, self._context)
        if reading.item is None:
            return {}, None
        said = fields_of(reading.item, self.base)
        if self.base is None:
            return said, reading.doubts
        kept = {name: value for name, value in said.items() if value or name in ("time", "doubt")}
        return {**kept, "doubt": " ".join(reading.doubts)}, reading.doubts


class AskedZone(Asked):
    """The zone of the whole source: a name, an offset or an abbreviation."""

    placeholder = "zone of the whole source: Europe/London, CET, UTC+02:00 …"
    verb = "Use this zone"

    def __init__(self, now: datetime, question: str = "") -> None:
        self._now = now
        self._asked = question.partition(" ")[0]

    def named(self, text: str) -> str:
        """The zone that a text names, as it is spelled; nothing if none."""
        wanted = text.strip()
        by_case = {name.casefold(): name for name in (*zones.ABBREVIATIONS, *zones.zone_names())}
        if known := by_case.get(wanted.casefold()):
            return known
        stated = zones.read_zone(wanted, 0, minus=True) if wanted else None
        return wanted if stated is not None and stated.end == len(wanted) else ""

    def told(self, text: str) -> Told:
        """What time it is there now, so that a wrong zone is seen."""
        name = self.named(text)
        if not name:
            return Told(problem="Type the name of a zone; Enter takes the one that is marked.")
        stated = zones.read_zone(name, 0, minus=True)
        zone = zones.region(name) or (stated.tz if stated else None)
        local = zones.in_zone(self._now, zone) if zone is not None else self._now
        return Told((("time", name), ("text", f"now {local:%H:%M} there, {zones.offset_text(local)}")))

    def offers(self, text: str) -> Sequence[tuple[str, str, str]]:
        """Names that begin with the text or hold it; at first what an abbreviation may stand for."""
        wanted = text.strip().casefold().replace(" ", "_")
        if not wanted:
            return [(name, "", f"{self._asked} there") for name in _USES.get(self._asked, ())]
        names = (*zones.ABBREVIATIONS, *zones.zone_names())
        begins = [n for n in names if any(part.startswith(wanted) for part in _parts(n))]
        begins.sort(key=lambda name: len(_parts(name)[1]))
        holds = [n for n in names if wanted in n.casefold() and n not in begins]
        return [(name, "", _meaning(name)) for name in (*begins, *holds)[:_MOST_OFFERS]]


class AskedDay(Asked):
    """The day of every time in the source that has none."""

    placeholder = "day of the whole source: 2026-05-04, 4 May 2026 …"
    verb = "Use this day"

    def __init__(self, context: LineContext) -> None:
        self._context = context

    def day(self, text: str) -> date | None:
        """The day that a text names."""
        leading = read_leading_time(text.strip(), self._context)
        start = leading.moment.start
        if start is None or leading.rest.strip() or leading.moment.precision is not Precision.DAY:
            return None
        return start.date()

    def told(self, text: str) -> Told:
        """The day in words."""
        day = self.day(text)
        if day is None:
            return Told(problem="Type a day, such as 2026-05-04 or 4 May 2026.")
        return Told((("time", day_text(day)),))


def context_of(
    event: Event | None, zone_name: str, zone: tzinfo, now: datetime, on: date | None
) -> LineContext:
    """What a candidate's line is read against: a bare time stays on the candidate's own day."""
    day = local_day(event.time, zone) if event is not None else None
    return LineContext(zone_name, now, day or on)


def _parts(name: str) -> tuple[str, ...]:
    folded = name.casefold()
    return (folded, folded.rpartition("/")[2])


def _meaning(name: str) -> str:
    known = zones.ABBREVIATIONS.get(name)
    return known.meaning if known else ""
