"""When something else happens to the library: a change from elsewhere, and what can go wrong."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from textual.events import Key

from pirtui.domain import changes
from pirtui.domain.review import Review, Stage
from pirtui.screens.conflict import ConflictScreen
from pirtui.session import Change, Draft, Session
from pirtui.store.library import Library
from pirtui.widgets.entry_line import EntryLine
from tests.domain.making import happened
from tests.screens.played import finished, played
from tests.screens.room import MORNING, Room, on_disk, room, stored
from tests.waiting import until


def changed_elsewhere(library_path: Path, change: Change) -> None:
    """Another process changes the review and leaves."""
    with Library.open(library_path, clock=lambda: MORNING) as library:
        Session.open(library, "node-disk").apply("From elsewhere", change)


async def looked(there: Room) -> None:
    """The screen looks for changes from elsewhere, as it does every second."""
    await there.screen._look_outside()
    await there.rest()


async def test_a_change_from_elsewhere_appears(library_path: Path) -> None:
    """The list shows it, a notice says so, and what is in the line stays there."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.TIMELINE)
        await there.type("15:00 half")
        changed_elsewhere(
            library_path, lambda review: changes.add(review, happened(5, "from elsewhere"))
        )
        await looked(there)
        assert "from elsewhere" in there.shown
        assert there.said.startswith("This review was changed from elsewhere")
        assert there.in_line == "15:00 half"
        assert there.review == on_disk(library_path, "node-disk")


async def test_nothing_new_says_nothing(library_path: Path) -> None:
    """Looking for changes when there are none leaves the screen as it is."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        before = there.shown
        await looked(there)
        assert there.shown == before


async def test_two_people_add_without_losing_anything(library_path: Path) -> None:
    """A line entered here after a change elsewhere is added to the newest state."""
    stored(library_path, played(Stage.TIMELINE))
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.GAPS)
        changed_elsewhere(
            library_path, lambda review: changes.add(review, happened(5, "from elsewhere"))
        )
        await there.line("detection: nobody compared the sizes")
        assert [gap.text for gap in there.review.gaps] == ["nobody compared the sizes"]
        assert [event for event in there.review.events if event.text == "from elsewhere"]
        assert there.review == on_disk(library_path, "node-disk")


async def test_other_fields_of_the_same_item_are_brought_together(library_path: Path) -> None:
    """What was changed here and what was changed elsewhere are both in the item, without a question."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.ACTIONS)
        there.screen.highlight("A2")
        await there.keys("enter")
        await there.type(" !low")
        changed_elsewhere(library_path, _with_tracker)
        await there.keys("enter")
        assert there.said.startswith("A2 was changed elsewhere too")
        assert there.in_line == ""
        action = dict(changes.find(there.review, "A2"))
        assert (action["priority"], action["tracker"]) == ("low", "OPS-1")
        await there.keys("f7")
        assert dict(changes.find(there.review, "A2"))["tracker"] == "OPS-1"
        assert there.review == on_disk(library_path, "node-disk")


def _with_tracker(review: Review) -> Review:
    return changes.put(review, changes.find(review, "A2").changed(tracker="OPS-1"))


def _said_elsewhere(review: Review) -> Review:
    return changes.put(review, changes.find(review, "E3").model_copy(update={"text": "said elsewhere"}))


async def _disputed(there: Room, library_path: Path) -> str:
    """Both change the words of E3; what stands in the line when the room is asked."""
    there.screen.enter(Stage.TIMELINE)
    there.screen.highlight("E3")
    await there.keys("enter")
    await there.type(" and more")
    typed = there.in_line
    changed_elsewhere(library_path, _said_elsewhere)
    await there.keys("enter")
    assert isinstance(there.app.screen, ConflictScreen)
    return typed


async def test_the_same_words_changed_by_both_are_asked_about(library_path: Path) -> None:
    """Both versions are shown; Escape decides nothing, and the line keeps what was typed."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        typed = await _disputed(there, library_path)
        shown = "\n".join(
            "".join(segment.text for segment in line)
            for line in there.app.screen._compositor.render_strips()
        )
        assert "said elsewhere" in shown
        assert "and more" in shown
        await there.keys("escape")
        assert there.in_line == typed
        assert text_of(there, "E3") == "said elsewhere"


async def test_ours_is_kept_and_theirs_stays_in_the_history(library_path: Path) -> None:
    """O stores the line; undo brings back what was written elsewhere."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        await _disputed(there, library_path)
        await there.keys("o")
        assert there.in_line == ""
        assert text_of(there, "E3").endswith("and more")
        await there.keys("f7")
        assert text_of(there, "E3") == "said elsewhere"
        assert there.review == on_disk(library_path, "node-disk")


async def test_theirs_is_kept_and_our_line_is_behind_escape(library_path: Path) -> None:
    """T leaves the item as it is; the words typed here come back by Escape."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        typed = await _disputed(there, library_path)
        await there.keys("t")
        assert (there.in_line, text_of(there, "E3")) == ("", "said elsewhere")
        await there.keys("escape")
        assert there.in_line == typed


async def test_both_are_kept_side_by_side(library_path: Path) -> None:
    """B adds ours as an item of its own beside theirs."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        before = len(there.review.events)
        await _disputed(there, library_path)
        await there.keys("b")
        assert text_of(there, "E3") == "said elsewhere"
        assert len(there.review.events) == before + 1
        assert [event for event in there.review.events if event.text.endswith("and more")]


async def test_a_field_changed_by_both_is_asked_about(library_path: Path) -> None:
    """Enter on a field of Prepare that holds something else by now says so first."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.PREPARE)
        there.screen.highlight("field:title")
        await there.keys("enter")
        await there.type(" again")
        typed = there.in_line
        changed_elsewhere(
            library_path,
            lambda review: changes.updated(
                review, incident=review.incident.changed(title="Titled elsewhere")
            ),
        )
        await there.keys("enter")
        assert "changed elsewhere" in there.said
        assert (there.in_line, there.review.incident.title) == (typed, "Titled elsewhere")
        await there.keys("enter")
        assert there.review.incident.title.endswith("again")


async def test_a_change_appears_under_a_dialog(library_path: Path) -> None:
    """What others change is taken in while a dialog is open, too."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.TIMELINE)
        await there.keys("f1")
        changed_elsewhere(library_path, lambda review: changes.add(review, happened(5, "outside")))
        await looked(there)
        await there.keys("escape")
        assert "outside" in there.shown


async def test_somebody_else_s_open_review_is_said(library_path: Path) -> None:
    """Whoever comes second is told, and does not touch the other's unfinished line."""
    stored(library_path, finished())
    review = on_disk(library_path, "node-disk")
    with Library.open(library_path, clock=lambda: MORNING) as library:
        Session.open(library, "node-disk").keep_place(Stage.GAPS, "", Draft("theirs, unfinished"))
    held = subprocess.Popen(
        [sys.executable, "-c", _SITTING, str(library_path), review.id],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with held:
        assert held.stdout is not None
        assert held.stdout.readline().strip() == "1"
        async with room(library_path, "node-disk") as there:
            assert "open in another pirtui" in there.said
            there.screen.enter(Stage.GAPS)
            assert there.in_line == ""
            await there.type("ours")
            there.screen.keep_draft()
        held.kill()
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.GAPS)
        assert there.in_line == "theirs, unfinished"
        assert "another pirtui" not in there.said


_SITTING = """
import sys
from pathlib import Path
from pirtui.store.presence import Presence
print(Presence(Path(sys.argv[1])).sit_down(sys.argv[2]), flush=True)
sys.stdin.read()
"""


async def test_a_line_waits_for_another_process_that_writes(library_path: Path) -> None:
    """While the library is held, nothing freezes; the line is stored once it is free."""
    stored(library_path, played(Stage.TIMELINE))
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.TIMELINE)
        with closing(sqlite3.connect(library_path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await there.type("15:00 waited for")
            there.app.screen.query_one(EntryLine).post_message(Key("enter", None))
            await until(there.pilot, lambda: "Another process is writing" in there.said)
            assert all("waited for" not in row.text for row in there.rows)
            other.execute("ROLLBACK")
        await until(there.pilot, lambda: any("waited for" in row.text for row in there.rows))
        assert there.in_line == ""


def text_of(there: Room, label: str) -> str:
    """The words of an item."""
    return str(dict(changes.find(there.review, label))["text"])


async def test_an_item_removed_elsewhere_keeps_the_line(library_path: Path) -> None:
    """What was being edited is gone; the words are not."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.ACTIONS)
        there.screen.highlight("A2")
        await there.keys("enter")
        await there.type("!")
        typed = there.in_line
        changed_elsewhere(library_path, lambda review: changes.remove(review, "A2"))
        await looked(there)
        await there.keys("enter")
        assert there.said.startswith("A2 was removed elsewhere")
        assert there.in_line == typed
        before = len(there.review.actions)
        await there.keys("enter")
        assert (len(there.review.actions), there.in_line) == (before + 1, "")


async def test_a_mark_on_an_item_changed_elsewhere_is_refused(library_path: Path) -> None:
    """Space does not overwrite either; the second time it acts on what is shown."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.ACTIONS)
        there.screen.highlight("A2")
        changed_elsewhere(library_path, _with_tracker)
        await there.keys("space")
        assert "A2 was changed elsewhere" in there.said
        await there.keys("space")
        assert dict(changes.find(there.review, "A2"))["status"] == "agreed"


async def test_undo_of_what_was_changed_elsewhere_is_refused(library_path: Path) -> None:
    """Taking back never takes another person's words."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.ACTIONS)
        there.screen.highlight("A2")
        await there.keys("space")
        changed_elsewhere(library_path, _with_tracker)
        await there.keys("f7", "f7")
        assert dict(changes.find(there.review, "A2"))["tracker"] in ("OPS-1", "")
        assert there.said


async def test_a_review_deleted_elsewhere_keeps_the_line(library_path: Path) -> None:
    """One sentence, no failure; the line keeps what was typed."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        with Library.open(library_path, clock=lambda: MORNING) as library:
            library.hide("node-disk")
        there.screen.enter(Stage.PREPARE)
        await there.line("team: Payments")
        assert there.said
        assert there.in_line == "team: Payments"
        await looked(there)


async def test_a_locked_library_keeps_the_line(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another process writes for too long, the line is kept; afterwards Enter stores it."""
    monkeypatch.setattr("pirtui.screens.elsewhere._TRIES", 2)
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.PREPARE)
        with closing(sqlite3.connect(library_path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await there.line("team: Payments")
            assert there.said.startswith("Another process does not stop writing")
            assert there.in_line == "team: Payments"
            assert there.review.incident.owner_team == "Cloud Platform"
            other.execute("ROLLBACK")
        await there.keys("enter")
        assert on_disk(library_path, "node-disk").incident.owner_team == "Payments"


# What cannot be opened


def _foreign(path: Path) -> None:
    path.write_text("just some notes\n" * 200)


def _corrupt(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * (size - 100))


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")


def _other_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE mine (x)")
        connection.commit()


@pytest.mark.parametrize("spoil", [_foreign, _corrupt, _newer, _other_database])
@pytest.mark.parametrize("ref", [None, "node-disk"], ids=["the library", "a review"])
async def test_a_library_that_cannot_be_used_is_one_sentence(
    library_path: Path, spoil: Callable[[Path], None], ref: str | None
) -> None:
    """The library's own page says what is wrong with which file; nothing in it is touched."""
    stored(library_path, finished())
    spoil(library_path)
    before = library_path.read_bytes()
    async with room(library_path, ref) as there:
        await there.until(lambda: there.at_home)
        shown = " ".join(there.shown.split())
        assert "The library cannot be opened" in shown
        assert library_path.name in shown
        assert "Traceback" not in shown
        await there.keys("enter", "f3", "f4")
        await there.type("something\r")
        assert there.at_home
    assert library_path.read_bytes() == before


async def test_an_unknown_review_leads_to_the_library(library_path: Path) -> None:
    """A ref that is not there is named, above the list of those that are."""
    stored(library_path, finished())
    async with room(library_path, "nonsense") as there:
        await there.until(lambda: there.at_home)
        await there.rest()
        assert "nonsense" in there.said
        assert there.highlighted == "node-disk"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
async def test_a_read_only_library_is_one_sentence(library_path: Path) -> None:
    """The reviews are listed; what cannot be written says so."""
    stored(library_path, finished())
    library_path.chmod(0o400)
    library_path.parent.chmod(0o500)
    try:
        async with room(library_path) as there:
            assert there.highlighted == "node-disk"
            await there.line("/new Checkout errors")
            assert "permissions" in there.said
    finally:
        library_path.parent.chmod(0o700)


async def test_a_failing_write_keeps_the_line(library_path: Path) -> None:
    """When the file turns read-only under an open review, the sentence stands above the kept line."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.PREPARE)
        connection = there.app.services.library._connection
        connection.exec_driver_sql("PRAGMA query_only = ON")
        await there.line("team: Payments")
        assert "can be read but not written" in there.said
        assert there.in_line == "team: Payments"
        connection.exec_driver_sql("PRAGMA query_only = OFF")
        await there.keys("enter")
        assert there.in_line == ""
