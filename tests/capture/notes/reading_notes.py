"""Reading a text as notes, for tests."""

from datetime import UTC, date, datetime

from pirtui.capture.candidates import Assumptions, Candidate, Evidence, no_progress
from pirtui.capture.material import Material
from pirtui.capture.notes.reader import read
from pirtui.domain.events import Event

NOW = datetime(2024, 6, 1, 9, 0, tzinfo=UTC)


def evidence_of(
    text: str, zone: str = "UTC", on: date | None = None, name: str = "notes.md"
) -> Evidence:
    """What is read from a text in a zone, for a day."""
    return read(Material(name, text.encode()), Assumptions(now=NOW, zone=zone, on=on), no_progress)


def candidates_of(text: str, zone: str = "UTC", on: date | None = None) -> list[Candidate]:
    """The candidates that are no noise."""
    return [each for each in evidence_of(text, zone, on).candidates if not each.noise]


def events_of(text: str, zone: str = "UTC", on: date | None = None) -> list[Event]:
    """The events of these candidates."""
    return [each.event for each in candidates_of(text, zone, on) if each.event is not None]


def told(text: str, zone: str = "UTC", on: date | None = date(2024, 5, 1)) -> list[tuple[str, str]]:
    """Each event's start, to the minute, and its text."""
    return [(_minute(event), event.text) for event in events_of(text, zone, on)]


def _minute(event: Event) -> str:
    return event.time.start.isoformat()[:16] if event.time.start else "-"
