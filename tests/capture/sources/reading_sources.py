"""What the tests of formats share: fixtures, a fixed present, and readings in a few words."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pirtui.capture.candidates import Assumptions, Candidate, Evidence, no_progress
from pirtui.capture.material import Material
from pirtui.capture.sources.source_format import SourceFormat
from pirtui.domain.events import Event

FIXTURES = Path(__file__).parents[2] / "fixtures"
NOW = datetime(2026, 5, 20, 12, 0, tzinfo=UTC)


def assuming(zone: str = "Europe/Berlin", **others: Any) -> Assumptions:
    """Assumptions of somebody in this zone on 20 May 2026."""
    return Assumptions(NOW, zone, **others)


def from_fixture(path: str) -> Material:
    """The material of a fixture."""
    file = FIXTURES / path
    return Material(file.name, file.read_bytes())


def from_text(text: str) -> Material:
    """The material of a text in a file called `t.txt`."""
    return Material("t.txt", text.encode())


def evidence(form: SourceFormat, material: Material, assumptions: Assumptions | None = None) -> Evidence:
    """The material read by this format."""
    return form.read(material, assumptions or assuming(), no_progress)


def event(candidate: Candidate) -> Event:
    """The event of a candidate that has one."""
    assert candidate.event is not None
    return candidate.event


def times(read: Evidence) -> list[str]:
    """The start of each event as `2026-05-04 09:12:30+02:00`."""
    return [str(event(candidate).time.start) for candidate in read.candidates]


def texts(read: Evidence) -> list[str]:
    """The text of each event."""
    return [event(candidate).text for candidate in read.candidates]
