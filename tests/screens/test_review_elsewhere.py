"""When something else happens to the library: a change from elsewhere, and what can go wrong."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pirtui.domain import changes
from pirtui.domain.review import Review, Stage
from pirtui.session import Change, Session
from pirtui.store.library import Library
from tests.domain.making import happened
from tests.screens.played import finished, played
from tests.screens.room import MORNING, Room, on_disk, room, stored


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


async def test_the_same_item_changed_elsewhere_keeps_the_line(library_path: Path) -> None:
    """Nothing is overwritten: one sentence says which item, and the line keeps what was typed."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.ACTIONS)
        there.screen.highlight("A2")
        await there.keys("enter")
        await there.type(" !low")
        typed = there.in_line
        changed_elsewhere(library_path, _with_tracker)
        await there.keys("enter")
        assert there.said.startswith("A2 was changed elsewhere")
        assert there.in_line == typed
        assert "OPS-1" in there.shown
        await there.keys("enter")
        assert (dict(changes.find(there.review, "A2"))["priority"], there.in_line) == ("low", "")
        await there.keys("f7")
        assert dict(changes.find(there.review, "A2"))["tracker"] == "OPS-1"


def _with_tracker(review: Review) -> Review:
    return changes.put(review, changes.find(review, "A2").changed(tracker="OPS-1"))


async def test_an_item_changed_elsewhere_and_shown_is_not_overwritten_unasked(
    library_path: Path,
) -> None:
    """Enter on a line that edits what has changed since says so first, and keeps the line."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.TIMELINE)
        there.screen.highlight("E3")
        await there.keys("enter")
        await there.type(" and more")
        typed = there.in_line
        changed_elsewhere(
            library_path,
            lambda review: changes.put(
                review, changes.find(review, "E3").model_copy(update={"text": "said elsewhere"})
            ),
        )
        await looked(there)
        await there.keys("enter")
        assert there.said.startswith("E3 was changed elsewhere meanwhile")
        assert there.in_line == typed
        assert "said elsewhere" in there.shown
        await there.keys("enter")
        assert there.in_line == ""
        assert there.review == on_disk(library_path, "node-disk")


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
        assert there.said == "A2 is no longer in the review."
        assert there.in_line == typed


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
    monkeypatch.setattr("pirtui.store.connection._WAIT_SECONDS", 0.05)
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.PREPARE)
        with closing(sqlite3.connect(library_path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await there.line("team: Payments")
            assert "is held by another process; try again in a moment." in there.said
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
