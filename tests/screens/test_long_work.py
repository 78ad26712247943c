"""Work that takes its time runs beside the interface, and can be given up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event as Gate

import pytest

from pirtui.domain import changes
from pirtui.domain.review import Review
from pirtui.report import markdown
from pirtui.report.markdown import to_markdown
from pirtui.screens.writing import LONG
from tests.domain.making import happened
from tests.screens.played import titled
from tests.screens.room import Room, room, stored
from tests.widgets.widget_app import key, post


class HeldReport:
    """A report that is not written before the gate is opened."""

    def __init__(self) -> None:
        self.gate, self.begun = Gate(), Gate()

    def __call__(self, review: Review, **_options: object) -> str:
        """Write the report once the gate is open."""
        self.begun.set()
        assert self.gate.wait(30)
        return to_markdown(review)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[HeldReport]:
    """Reports are held up, and are written into a folder of the test's own."""
    report = HeldReport()
    monkeypatch.setattr(markdown, "to_markdown", report)
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path / "out")
    yield report
    report.gate.set()


def _long_review() -> Review:
    return changes.add_events(titled("long", "A long one"), (happened(n % 900) for n in range(LONG)))


async def _begun(there: Room) -> None:
    """Press F9, and wait until the report is being written."""
    post(there.app, [key("f9")])
    await there.until(lambda: "Writing the report" in there.shown)


async def test_a_long_report_is_written_while_the_room_watches(
    library_path: Path, held: HeldReport, tmp_path: Path
) -> None:
    """What is being done stands on the screen; the end is said in one sentence."""
    stored(library_path, _long_review())
    async with room(library_path, "long") as there:
        await _begun(there)
        assert "Writing the report of 1,000 events" in there.shown
        held.gate.set()
        await there.until(lambda: there.is_open and bool(there.said))
        assert there.said.startswith("The report is in ")
        assert there.review.dates.drafted is not None
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["long.md"]


async def test_a_cancelled_report_leaves_nothing(
    library_path: Path, held: HeldReport, tmp_path: Path
) -> None:
    """Escape goes back at once with the line as it was; no file appears, also not later."""
    stored(library_path, _long_review())
    async with room(library_path, "long") as there:
        await there.type("half a line")
        await _begun(there)
        post(there.app, [key("escape")])
        await there.until(lambda: there.is_open and bool(there.said))
        assert there.said == "Cancelled; no report was written."
        assert there.in_line == "half a line"
        held.gate.set()
        await there.rest()
        assert there.review.dates.drafted is None
    assert list((tmp_path / "out").iterdir()) == []


async def test_leaving_while_a_report_is_written_ends_both(
    library_path: Path, held: HeldReport, tmp_path: Path
) -> None:
    """The app closes; nothing half-written stays behind."""
    stored(library_path, _long_review())
    async with room(library_path, "long") as there:
        await _begun(there)
        there.app.leave()
        held.gate.set()
    assert list((tmp_path / "out").iterdir()) == []


async def test_a_long_report_that_cannot_be_written_says_why(
    library_path: Path, held: HeldReport, tmp_path: Path
) -> None:
    """One sentence, and the review goes on."""
    stored(library_path, _long_review())
    held.gate.set()
    async with room(library_path, "long") as there:
        await there.line(f"/export {tmp_path / 'no' / 'such' / 'folder.md'}")
        await there.until(lambda: there.is_open and bool(there.said))
        assert "could not be written" in there.said
        assert there.review.dates.drafted is None


async def test_a_short_report_is_written_at_once(library_path: Path, held: HeldReport) -> None:
    """No screen opens for what is done in a blink."""
    stored(library_path, titled("short", "A short one"))
    held.gate.set()
    async with room(library_path, "short") as there:
        await there.keys("f9")
        assert there.is_open
        assert there.said.startswith("The report is in ")
