"""Every format goes from a file through the tray into the timeline, as a facilitator would take it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pirtui.capture import evidence
from pirtui.capture.candidates import Assumptions
from pirtui.domain.review import Stage
from pirtui.reading_files import material_from
from pirtui.screens.evidence_tray import EvidenceTrayScreen
from tests.screens.played import played
from tests.screens.room import room, stored

FIXTURES = Path(__file__).parent.parent / "fixtures"
NOTHING_BUT_NOISE = "statuspage_maintenances.json"
SOURCES = [
    *(FIXTURES / "chats").iterdir(),
    *(FIXTURES / "tools").iterdir(),
    *(FIXTURES / "tables").iterdir(),
    *(FIXTURES / "histories").iterdir(),
]


@pytest.mark.parametrize(
    "source",
    sorted(path for path in SOURCES if path.name != NOTHING_BUT_NOISE),
    ids=lambda path: path.name,
)
async def test_a_file_goes_through_the_tray_into_the_timeline(source: Path, library_path: Path) -> None:
    """The tray shows what was read, F4 stores what is kept in one step, and F7 takes it back."""
    stored(library_path, played(Stage.PREPARE))
    async with room(library_path, "node-disk", size=(100, 30)) as there:
        await there.line(f"/import {source}")
        await there.until(lambda: isinstance(there.app.screen, EvidenceTrayScreen))
        await there.rest()
        tray = there.app.screen
        assert isinstance(tray, EvidenceTrayScreen)
        incident = there.review.incident
        assumptions = Assumptions(there.screen.now, incident.zone, incident.on)
        found = evidence.read(material_from(source), assumptions)
        kept = [each for each in found.candidates if each.event is not None and not each.noise]
        assert kept
        assert found.format in there.shown
        await there.keys("f4")
        await there.until(lambda: bool(there.review.events))
        assert len(there.review.events) == len(kept)
        assert all(event.source for event in there.review.events)
        await there.keys("f7")
        assert not there.review.events
