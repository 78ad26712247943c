"""A real incident, typed line by line or pasted at once, keeps its times."""

from datetime import UTC, date, datetime
from pathlib import Path

from pirtui.capture import evidence
from pirtui.capture.candidates import Assumptions
from pirtui.capture.lines import accept_line
from pirtui.capture.material import PASTED, Material
from pirtui.domain.events import Event
from pirtui.domain.review import Review, ReviewDates

NOW = datetime(2024, 8, 1, 9, 0, tzinfo=UTC)
EMPTY = Review(id="1", ref="r", dates=ReviewDates(created=NOW))
ROWS = [
    line.split("\t") for line in (Path(__file__).parent / "incident_lines.txt").read_text().splitlines()
]


def _start(event: Event) -> str:
    return event.time.start.isoformat() if event.time.start else "-"


def test_every_row_typed_keeps_its_time() -> None:
    """Golden: each line gives the instant beside it."""
    review = EMPTY
    for line in ("zone: Europe/London", "date: 2024-07-25"):
        change = accept_line("prepare", line, review, NOW).change
        assert change is not None
        review = change(review)
    for _, line in ROWS:
        change = accept_line("timeline", line, review, NOW).change
        assert change is not None
        review = change(review)
    in_order = sorted(review.events, key=lambda event: event.number)
    assert [_start(event) for event in in_order] == [start for start, _ in ROWS]


def test_every_row_pasted_keeps_its_time() -> None:
    """The same lines at once are the same events, but for those that count from the line before."""
    rows = [(start, line) for start, line in ROWS if not line.startswith("+")]
    pasted = Material(PASTED, "\n".join(line for _, line in rows).encode())
    assumptions = Assumptions(now=NOW, zone="Europe/London", on=date(2024, 7, 25))
    found = [each.event for each in evidence.read(pasted, assumptions).candidates if each.event]
    assert [_start(event) for event in found] == [start for start, _ in rows]
