"""A review at the keyboard: what is typed is stored, lit, edited, set aside and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from pirtui.domain import changes
from pirtui.domain.actions import Priority
from pirtui.domain.events import Event
from pirtui.domain.review import Review, Stage
from pirtui.widgets.item_list import ItemList
from tests.e2e import node_disk
from tests.screens.played import finished, played, titled
from tests.screens.room import Room, on_disk, room, stored

PLACED: tuple[tuple[Stage, str, str], ...] = (
    (Stage.PREPARE, "Jane Doe, incident commander, Payments", "P1"),
    (Stage.TIMELINE, "14:32 rolled back to 4811 @ic !mitigated", "E1"),
    (Stage.GAPS, "detection: nothing compared the disk size", "G1"),
    (Stage.FACTORS, "technical/change-content: a smaller disk #defaults", "F1"),
    (Stage.ACTIONS, "Compare launch templates @sam due:2026-12-04 !high", "A1"),
    (Stage.WRAP_UP, "well: the old nodes were still there", "L1"),
)
"""A line for each stage, and the label that it gets."""


def lit(there: Room) -> frozenset[str]:
    """The keys that are lit up in the list."""
    return there.screen.query_one(ItemList)._lit


async def test_a_title_and_enter_open_a_review(library_path: Path) -> None:
    """The first step of an empty library: a title, Enter, and the room is at Prepare."""
    async with room(library_path) as there:
        assert "A review begins with the incident's title" in there.shown
        await there.type("Checkout errors\r")
        assert there.screen.stage is Stage.PREPARE
        assert there.review.incident.title == "Checkout errors"
        assert there.in_line == ""
        assert "Checkout errors" in there.shown
        assert on_disk(library_path, there.review.ref) == there.review


@pytest.mark.parametrize(("stage", "line", "label"), PLACED)
async def test_a_line_is_stored_and_lit(library_path: Path, stage: Stage, line: str, label: str) -> None:
    """At every stage: on disk, highlighted and lit when the line is empty again."""
    review = stored(library_path, titled("new", "Checkout errors"))
    async with room(library_path, review.ref) as there:
        there.screen.enter(stage)
        await there.type(f"{line}\r")
        assert there.in_line == ""
        assert there.highlighted == label
        assert label in lit(there)
        assert changes.has(on_disk(library_path, review.ref), label)
        assert on_disk(library_path, review.ref) == there.review


async def test_a_field_of_prepare_is_stored(library_path: Path) -> None:
    """A line that names a field sets it."""
    stored(library_path, titled("new", "Checkout errors"))
    async with room(library_path, "new") as there:
        await there.lines(node_disk.PREPARE)
        assert on_disk(library_path, "new").incident.zone == "Europe/London"
        assert len(there.review.people) == 3
        assert there.highlighted == "P3"


async def test_the_room_goes_through_all_stages(library_path: Path) -> None:
    """A real incident, entered stage by stage, gives the same review as the grammar alone."""
    stored(library_path, titled("node-disk", node_disk.TITLE))
    async with room(library_path, "node-disk") as there:
        for name in ("PREPARE", "TIMELINE", "GAPS", "FACTORS", "ACTIONS", "WRAP_UP"):
            for line in getattr(node_disk, name):
                if line.startswith(">"):
                    there.screen.highlight("F1")
                await there.line(line)
            await there.keys("f4")
        wanted = played()
        for name in ("people", "events", "gaps", "factors", "themes", "actions", "learnings"):
            assert getattr(there.review, name) == getattr(wanted, name)


async def test_what_cannot_be_read_stays_in_the_line(library_path: Path) -> None:
    """One sentence says why, and nothing is lost."""
    stored(library_path, titled("new", "x"))
    async with room(library_path, "new") as there:
        await there.type("severity: enormous\r")
        assert there.in_line == "severity: enormous"
        assert "The severity is sev1, sev2, sev3, sev4 or sev5." in there.said


async def test_the_preview_says_how_a_line_is_understood(library_path: Path) -> None:
    """While typing, time with day and zone, milestone and role stand above the line."""
    stored(library_path, played(Stage.PREPARE))
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.TIMELINE)
        await there.type("14:32 rolled back @ic !mitigated")
        for part in ("14:32 BST, Mon 18 Sep 2023", "mitigated", "ic", "rolled back"):
            assert part in there.said
        await there.keys("ctrl+u")
        assert there.said == ""


# The highlighted item


@pytest.mark.parametrize(
    ("stage", "key"),
    [
        (Stage.PREPARE, "P1"),
        (Stage.TIMELINE, "E5"),
        (Stage.GAPS, "G2"),
        (Stage.FACTORS, "F2"),
        (Stage.ACTIONS, "A1"),
        (Stage.WRAP_UP, "L1"),
    ],
)
async def test_enter_twice_changes_nothing(library_path: Path, stage: Stage, key: str) -> None:
    """Enter puts an item into the line in its own grammar; Enter again stores the same item."""
    review = stored(library_path, finished())
    async with room(library_path, review.ref) as there:
        there.screen.enter(stage)
        there.screen.highlight(key)
        await there.keys("enter")
        assert there.in_line
        assert there.screen.editing == key
        assert f"Editing {key}" in there.said
        await there.keys("enter")
        assert there.in_line == ""
        assert changes.find(there.review, key) == changes.find(review, key)


async def test_an_edited_line_replaces_its_item(library_path: Path) -> None:
    """The item keeps its label, and everything that the line does not say."""
    before = stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.ACTIONS)
        there.screen.highlight("A2")
        await there.keys("enter")
        await there.type(" !low\r")
        edited = changes.find(there.review, "A2")
        assert edited == changes.find(before, "A2").changed(priority=Priority.LOW)


async def test_a_field_is_edited_in_the_line(library_path: Path) -> None:
    """Enter on a row of Prepare puts its field into the line."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.PREPARE)
        there.screen.highlight("field:team")
        await there.keys("enter")
        assert there.in_line == "team: Cloud Platform"
        await there.type("s\r")
        assert there.review.incident.owner_team == "Cloud Platforms"


async def test_a_link_is_edited_and_removed(library_path: Path) -> None:
    """Enter replaces the highlighted link, Delete takes it away."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.PREPARE)
        there.screen.highlight("link:1")
        await there.keys("enter")
        await there.type(" of 2023\r")
        assert [link.comment for link in there.review.incident.links] == ["incident log of 2023"]
        there.screen.highlight("link:1")
        await there.keys("delete")
        assert there.review.incident.links == ()


async def test_space_marks_and_delete_removes(library_path: Path) -> None:
    """On an empty line; the notice says how to bring it back, and F7 does."""
    before = stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.ACTIONS)
        there.screen.highlight("A1")
        await there.keys("space")
        assert "agreed" in there.shown
        await there.keys("delete")
        assert not changes.has(there.review, "A1")
        assert there.said == "Remove A1. F7 brings it back."
        await there.keys("f7", "f7")
        assert there.review.actions == before.actions


async def test_a_row_that_is_no_item_cannot_be_removed(library_path: Path) -> None:
    """The ground rules stay, and a sentence says so."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.PREPARE)
        there.screen.highlight("rules")
        await there.keys("delete")
        assert there.said == "This row cannot be removed."


async def test_enter_on_a_question_begins_its_answer(library_path: Path) -> None:
    """The line holds the command; a verdict and a note finish it."""
    stored(library_path, played(Stage.GAPS))
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.GAPS)
        there.screen.highlight("?V1")
        await there.keys("enter")
        assert there.in_line == "/answer "
        await there.type("explained we watched the graphs\r")
        assert there.review.gaps[-1].note == "we watched the graphs"
        assert there.in_line == ""


async def test_enter_on_a_loose_end_goes_to_it(library_path: Path) -> None:
    """From Wrap-up straight to the item that is loose."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.WRAP_UP)
        there.screen.highlight("~no-factor:G2")
        await there.keys("enter")
        assert (there.screen.stage, there.highlighted) == (Stage.GAPS, "G2")
        assert "moving back took more than two hours" in there.said
        assert there.said.endswith("/factor … [G2] or /close REASON")
        there.screen.enter(Stage.WRAP_UP)
        there.screen.highlight("~open-question:E12")
        await there.keys("enter")
        assert (there.screen.stage, there.highlighted) == (Stage.TIMELINE, "E12")


async def test_the_highlight_moves_while_the_line_holds_text(library_path: Path) -> None:
    """The line keeps the focus and its text."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.TIMELINE)
        await there.keys("ctrl+home")
        await there.type("half a sent")
        await there.keys("down", "down")
        assert (there.highlighted, there.in_line) == ("E3", "half a sent")
        await there.keys("pagedown", "ctrl+end")
        assert there.highlighted == "E14"


# Escape, drafts and coming back


async def test_escape_sets_aside_and_brings_back(library_path: Path) -> None:
    """Also what was being edited; Escape on nothing is nothing."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.TIMELINE)
        there.screen.highlight("E3")
        await there.keys("enter")
        text = there.in_line
        await there.keys("escape")
        assert (there.in_line, there.screen.editing) == ("", "")
        assert there.said == "Set aside. Esc brings it back."
        await there.keys("escape")
        assert (there.in_line, there.screen.editing) == (text, "E3")


async def test_escape_swaps_two_unfinished_lines(library_path: Path) -> None:
    """A second unfinished line takes the first one's place; neither is lost."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        await there.type("first")
        await there.keys("escape")
        await there.type("second")
        await there.keys("escape")
        await there.keys("escape")
        assert there.in_line == "second"


async def test_each_stage_keeps_its_own_unfinished_line(library_path: Path) -> None:
    """Leaving a stage leaves its line there."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.TIMELINE)
        await there.type("14:00 somebody")
        await there.keys("f4")
        assert there.in_line == ""
        await there.type("detection: nob")
        await there.keys("f3")
        assert there.in_line == "14:00 somebody"
        await there.keys("f4")
        assert there.in_line == "detection: nob"


def _draft(there: Room) -> str:
    draft = there.screen.session.drafts.get(Stage.TIMELINE)
    return draft.text if draft else ""


async def test_a_review_opens_where_it_was_left(library_path: Path) -> None:
    """Stage, highlight, unfinished line and the item being edited, in another run of the app."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.TIMELINE)
        there.screen.highlight("E8")
        await there.keys("enter")
        await there.type(" and more")
        left = there.in_line
        await there.until(lambda: _draft(there) == left)
    async with room(library_path, "node-disk") as there:
        assert there.screen.stage is Stage.TIMELINE
        assert there.highlighted == "E8"
        assert (there.in_line, there.screen.editing) == (left, "E8")
        await there.keys("enter")
        event = changes.find(there.review, "E8")
        assert isinstance(event, Event)
        assert event.text.endswith("and more")


@pytest.mark.parametrize("leave", ["f5", "f10"])
async def test_leaving_keeps_the_unfinished_line(library_path: Path, leave: str) -> None:
    """The way to the library and the way out both write the draft first."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        await there.type("title: half a thou")
        await there.pilot.press(leave)
    async with room(library_path, "node-disk") as there:
        assert there.in_line == "title: half a thou"


async def test_a_stored_line_leaves_no_draft(library_path: Path) -> None:
    """What was accepted does not come back as unfinished."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        await there.type("team: Payments\r")
    async with room(library_path, "node-disk") as there:
        assert there.in_line == ""


# Undo and redo


async def test_undo_and_redo_go_through_every_change(library_path: Path) -> None:
    """Back to the empty review and forward to the full one, across a restart."""
    stored(library_path, titled("new", "x"))
    lines = ("severity: SEV1", "zone: UTC", "Jane, ic", "team: Payments")
    async with room(library_path, "new") as there:
        await there.lines(lines)
        full = there.review
        await there.keys("f7", "f7")
        assert there.said.startswith("Took back: ")
        assert (len(there.review.people), there.review.incident.owner_team) == (0, "")
    async with room(library_path, "new") as there:
        await there.keys("f7", "f7", "f7")
        assert there.review.incident.severity is None
        assert there.said == "There is nothing to take back."
        await there.keys(*["f8"] * 5)
        assert _content(there.review) == _content(full)
        assert there.said == "There is nothing to make again."


def _content(review: Review) -> object:
    return (review.incident, review.people)


# Keys and text


@pytest.mark.parametrize("stage", list(Stage))
async def test_typing_never_gives_a_command(library_path: Path, stage: Stage) -> None:
    """Every printable key is text as soon as the line holds any; nothing is marked or removed."""
    before = stored(library_path, finished())
    printable = "".join(chr(code) for code in range(32, 127))
    async with room(library_path, before.ref) as there:
        there.screen.enter(stage)
        reached = there.review
        await there.type(f"x{printable}")
        assert there.in_line == f"x{printable}"
        await there.keys("home", "delete", "space")
        assert there.in_line == f" {printable}"
        assert there.review == reached
        assert there.is_open


@pytest.mark.parametrize("key", [*(f"ctrl+{letter}" for letter in "bhimqswz"), "ctrl+j"])
async def test_keys_that_terminals_steal_do_nothing(library_path: Path, key: str) -> None:
    """When they do arrive, nothing opens, closes or changes."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        before = there.review
        await there.type("some text")
        await there.keys(key)
        assert there.in_line == "some text"
        assert there.is_open
        assert there.review == before
        assert there.app._exit is False


async def test_a_burst_of_lines_is_stored_in_order(library_path: Path) -> None:
    """Keys that arrive all at once, with commands between them, are worked off one after another."""
    stored(library_path, played(Stage.PREPARE))
    async with room(library_path, "node-disk") as there:
        await there.type("/timeline\r13:00 one\r13:01 two\r/park three\r/gaps\rdetection: four\r")
        assert [event.text for event in there.review.events] == ["one", "two"]
        assert [parked.text for parked in there.review.parked] == ["three"]
        assert [gap.text for gap in there.review.gaps] == ["four"]
        assert there.in_line == ""
