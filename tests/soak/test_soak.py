"""An hour's meeting at full speed in a real terminal, against the same lines without the interface."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from pirtui.domain.review import Review
from pirtui.report.exchange import to_json
from pirtui.report.markdown import to_markdown
from pirtui.store.reading import read_at_once
from tests.e2e.terminal import PIRTUI, Terminal
from tests.soak.meeting import TITLE, Meeting
from tests.soak.played import Player
from tests.soak.without_interface import taken
from tests.torture import LONG, Tally, often

pytestmark = pytest.mark.torture

_LINES = often(60, 2000)
_ROUNDS = often(6, 200)
_GROWTH = 1.10
"""How much more memory may be held at the end than after the first part of the meeting."""


def _begun(library: Path) -> str:
    command = [*PIRTUI, "--library", str(library), "new", TITLE, "--date", "2026-03-02"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _stored(library: Path, ref: str) -> Review:
    found = read_at_once(library, ref)
    assert found is not None
    return found.review


def _without_clock(review: Review) -> dict[str, object]:
    """Everything of the review but its id and the times at which it was written."""
    content: dict[str, object] = json.loads(to_json(review))["review"]
    return {name: value for name, value in content.items() if name not in ("id", "dates")}


def test_a_long_meeting_leaves_the_report_of_its_lines(tmp_path: Path, tally: Tally) -> None:
    """Every line, edit, undo and paste is in it as it would be without the interface; memory stays."""
    played, plain = tmp_path / "played.db", tmp_path / "plain.db"
    ref = _begun(played)
    assert _begun(plain) == ref
    meeting = Meeting(_LINES)
    steps, rest = list(meeting.steps()), list(meeting.rest(_ROUNDS))
    with Terminal([*PIRTUI, "--library", str(played), "open", ref], columns=100, rows=30) as terminal:
        player = Player(terminal)
        terminal.wait_for("saved")
        parts = iter(steps)
        player.play(islice(parts, len(steps) // 5))
        first = player.megabytes()
        player.play(parts)
        last = player.megabytes()
        player.play(rest)
        rested = player.megabytes()
        terminal.press("f10")
        assert terminal.wait_for_end() == 0
    expected, found = taken(plain, ref, [*steps, *rest]), _stored(played, ref)
    assert to_markdown(found) == to_markdown(expected)
    assert _without_clock(found) == _without_clock(expected)
    for kind, number in Counter(type(step).__name__.lower() for step in (*steps, *rest)).items():
        tally(f"soak: {kind}s", number)
    tally("soak: megabytes after a fifth", round(first))
    tally("soak: megabytes at the end", round(last))
    tally("soak: megabytes after another rest", round(rested))
    assert not LONG or last < first * _GROWTH  # a short one is over before everything is loaded
    assert rested < last * _GROWTH
