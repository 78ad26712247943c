"""Searching every review from the library and from within a review."""

from datetime import date
from pathlib import Path

import pytest

from pirtui.domain import changes
from pirtui.domain.factors import Category, Factor
from pirtui.domain.review import Review, Stage
from pirtui.screens.search import SearchScreen
from pirtui.widgets.item_list import ItemList
from tests.domain.making import happened
from tests.screens.played import titled
from tests.screens.room import Room, room, stored
from tests.widgets.widget_app import HOSTILE


def _review(ref: str, title: str, day: int, *texts: str) -> Review:
    review = titled(ref, title).model_copy(update={"id": f"id-{ref}"})
    review = changes.updated(review, incident=review.incident.changed(on=date(2026, 3, day)))
    for minutes, text in enumerate(texts):
        review = changes.add(review, happened(minutes, text))
    return review


def _filled(library_path: Path) -> None:
    factor = Factor(label="F0", category=Category.TECHNICAL, text="one disk for all")
    older = changes.add(
        _review("older", "Nodes short of disk", 1, "alerts fire", "a [SEV1] disk"), factor
    )
    stored(library_path, older)
    stored(library_path, _review("newer", "Slow checkout", 2, "the disk filled", "errors"))


async def _found(there: Room, words: str) -> list[str]:
    """Search for words, and wait for the rows."""
    await there.type(words)
    await there.app.workers.wait_for_complete()
    await there.rest()
    rows = there.app.screen.query_one(ItemList).rows
    return [row.text for row in rows]


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40)])
async def test_words_are_found_while_they_are_typed(library_path: Path, size: tuple[int, int]) -> None:
    """The hits stand under their reviews, the newest first; fewer with each word."""
    _filled(library_path)
    async with room(library_path, size=size) as there:
        await there.line("/search")
        assert isinstance(there.app.screen, SearchScreen)
        found = await _found(there, "disk")
        assert [text.split("  ")[0] for text in found] == [
            "Slow checkout",
            "the disk filled",
            "Nodes short of disk",
            "Nodes short of disk",
            "a [SEV1] disk",
            "one disk for all",
        ]
        assert "a [SEV1] disk" in there.shown
        assert (await _found(there, " all"))[-1] == "one disk for all"
        assert await _found(there, " nowhere") == ["Nothing in this library says that."]


async def test_enter_goes_to_the_item_in_its_review(library_path: Path) -> None:
    """At its stage, with the item highlighted."""
    _filled(library_path)
    async with room(library_path) as there:
        await there.line("/search one disk")
        await there.app.workers.wait_for_complete()
        await there.keys("enter")
        await there.until(lambda: not there.at_home and there.is_open)
        assert (there.review.ref, there.screen.stage) == ("older", Stage.FACTORS)
        assert there.screen.highlighted == "F1"


async def test_enter_that_comes_before_the_hits_waits_for_them(library_path: Path) -> None:
    """Words and Enter in one go lead to the first hit."""
    _filled(library_path)
    async with room(library_path) as there:
        await there.line("/search")
        await there.type("filled\r")
        await there.until(lambda: not there.at_home and there.is_open)
        assert (there.review.ref, there.screen.highlighted) == ("newer", "E1")


async def test_a_review_can_be_searched_from_within(library_path: Path) -> None:
    """A hit in the same review is a jump; one in another review opens that, with the draft kept."""
    _filled(library_path)
    async with room(library_path, "older") as there:
        await there.line("/search alerts")
        await there.app.workers.wait_for_complete()
        await there.keys("enter")
        await there.until(lambda: there.is_open and there.screen.stage is Stage.TIMELINE)
        assert there.screen.highlighted == "E1"
        await there.line("/search errors")
        await there.app.workers.wait_for_complete()
        await there.keys("enter")
        await there.until(lambda: there.is_open and there.review.ref == "newer")
        assert there.screen.highlighted == "E2"


async def test_escape_leaves_everything_as_it_was(library_path: Path) -> None:
    """The list, its highlight and the line."""
    _filled(library_path)
    async with room(library_path) as there:
        before = there.shown
        await there.line("/search disk")
        await there.app.workers.wait_for_complete()
        await there.keys("escape")
        assert there.at_home
        assert there.shown == before


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip()])
async def test_hostile_words_are_words(library_path: Path, text: str) -> None:
    """Whatever is looked for and whatever is found, it is shown and never obeyed."""
    stored(library_path, _review("one", text, 1, text))
    async with room(library_path) as there:
        await there.line("/search")
        await there.paste(text)
        await there.app.workers.wait_for_complete()
        await there.rest()
        assert isinstance(there.app.screen, SearchScreen)
        assert "\x1b" not in there.shown
