"""Processes that are killed, and processes that write at the same time: nothing accepted is lost."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from pirtui.domain.review import Stage
from pirtui.session import Draft, Session
from pirtui.store.identity import LIBRARY_VERSION
from tests.domain.making import happened
from tests.store.libraries import asked, is_sound, named, opened
from tests.store.writers import Editor, Writer, make
from tests.torture import Tally, often

pytestmark = pytest.mark.torture

_KILLS = often(20, 300)
_MORE_THAN_ANY_KILL_LETS_THROUGH = 100_000


def test_a_kill_at_any_moment_loses_nothing_that_was_accepted(library_path: Path, tally: Tally) -> None:
    """Every line that was accepted is there, at most one more for each kill, and the file is whole."""
    moments = random.Random(20260302)
    make(library_path)
    accepted: dict[str, str] = {}
    for round_number in range(_KILLS):
        writer = Writer(
            library_path, f"round {round_number} line", _MORE_THAN_ANY_KILL_LETS_THROUGH, undoing=True
        )
        for _ in range(moments.randint(0, 12)):
            said = writer.next()
            assert said is not None
            accepted.update([said])
        accepted.update(writer.kill())
        _is_whole(library_path, accepted, kills=round_number + 1)
    tally("kills of a writing process", _KILLS)
    tally("lines accepted before a kill", len(accepted))
    tally("lost", 0)


def _is_whole(path: Path, accepted: dict[str, str], kills: int) -> None:
    assert is_sound(path)
    with opened(path) as library:
        session = Session.open(library, "checkout")
        events = {event.label: event.text for event in session.review.events}
        missing = {label: text for label, text in accepted.items() if events.get(label) != text}
        missing.pop(_being_taken_away(session), None)
        assert missing == {}
        assert len(events) <= len(accepted) + kills
        assert all(finding.fine for finding in library.check())


def _being_taken_away(session: Session) -> str:
    """The label whose removal was on disk while its undo was not, when the process was killed."""
    newest = session.history()[:1]
    if not newest or (newest[0].summary, newest[0].state.value) != ("Take away", "live"):
        return ""
    assert session.undo() == "Take away"
    (label,) = session.touched
    return label


def test_a_kill_keeps_the_place_and_the_draft(library_path: Path) -> None:
    """Stage, highlight and unfinished line are those of the last or the last but one line."""
    make(library_path)
    writer = Writer(library_path, "line", _MORE_THAN_ANY_KILL_LETS_THROUGH)
    said = [writer.next() for _ in range(6)]
    said += writer.kill()
    with opened(library_path) as library:
        session = Session.open(library, "checkout")
    assert session.position.stage is Stage.TIMELINE
    possible = [(label, Draft(f"after {text}")) for label, text in filter(None, said[-2:])]
    kept = session.position.highlights[Stage.TIMELINE], session.drafts[Stage.TIMELINE]
    assert kept in possible


def test_two_processes_add_without_losing_anything(library_path: Path, tally: Tally) -> None:
    """Every line of both is there, each under a label of its own, with its step in the journal."""
    make(library_path)
    lines = often(40, 1000)
    writers = [Writer(library_path, name, lines) for name in ("one", "two")]
    said = [each for writer in writers for each in writer.rest()]
    assert not any(writer.failed for writer in writers)
    assert len(dict(said)) == 2 * lines
    with opened(library_path) as library:
        review = library.load("checkout")
    assert {(event.label, event.text) for event in review.events} == set(said)
    assert review.last_numbers == {"E": 2 * lines}
    assert asked(library_path, "SELECT count(*) FROM change WHERE state = 'live'") == [(2 * lines,)]
    assert is_sound(library_path)
    tally("lines by two processes at once", 2 * lines)


def test_two_processes_edit_the_same_items(library_path: Path, tally: Tally) -> None:
    """Each edit is in the journal, or was refused with its words still at hand."""
    with opened(library_path) as library:
        library.create(named("checkout", *(happened(minute, f"event {minute}") for minute in range(4))))
    edits = often(60, 1500)
    editors = [Editor(library_path, name, edits, seed) for seed, name in enumerate(("one", "two"))]
    done = [each for editor in editors for each in editor.rest()]
    accepted = [text for said, text in done if said == "accepted"]
    refused = [text for said, text in done if said == "refused"]
    assert len(accepted) + len(refused) == 2 * edits
    written = {
        text
        for (after,) in asked(library_path, "SELECT after FROM change_row WHERE after IS NOT NULL")
        if (text := json.loads(after).get("text"))
    }
    lost = [text for text in accepted if text not in written]
    tally("edits of the same items by two processes", len(accepted))
    tally("conflicts refused, with the words kept", len(refused))
    tally("lost", len(lost))
    assert lost == []
    with opened(library_path) as library:
        assert all(finding.fine for finding in library.check())
    assert is_sound(library_path)


def test_two_processes_may_make_the_library_at_the_same_time(tmp_path: Path) -> None:
    """Whoever is first makes the tables; nobody is told of a lock."""
    for attempt in range(5):
        path = tmp_path / f"{attempt}.db"
        openers = [Writer(path, "", 0) for _ in range(3)]
        for opener in openers:
            assert opener.rest() == []
            assert not opener.failed
        assert asked(path, "PRAGMA user_version") == [(LIBRARY_VERSION,)]
        assert is_sound(path)
