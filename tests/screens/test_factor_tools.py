"""The factors at the keyboard: the tree folds, kinds are looked up, earlier reviews are shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from pirtui.domain import changes
from pirtui.domain.factors import Category, Factor
from pirtui.domain.review import Review, Stage
from pirtui.domain.safeguards import SafeguardState
from pirtui.screens.glossary import GlossaryScreen
from tests.screens.played import entered, titled
from tests.screens.room import Room, on_disk, room, stored

TREE = (
    "technical/capacity-saturation: the pool was full",
    "> process: growth was not in the plan",
    "> human: the launch date pressed",
    "tooling/alerting: nobody was paged",
)


def with_tree(ref: str = "pool", title: str = "Pool full", number: int = 1) -> Review:
    """A review at the factors, with a branch of three and a factor beside it."""
    review = entered(titled(ref, title, number=number), "factors", TREE)
    return changes.updated(review, stage=Stage.FACTORS)


def keys_of(there: Room) -> list[str]:
    """The items in the list."""
    return [row.key for row in there.rows if row.key]


def tags_of(there: Room, label: str) -> list[str]:
    """What the row of an item says after its text."""
    return [tag.text for row in there.rows if row.key == label for tag in row.tags]


async def test_left_and_right_fold_and_walk_the_tree(library_path: Path) -> None:
    """A folded row says how many are beneath; it is folded again after a restart."""
    review = stored(library_path, with_tree())
    async with room(library_path, review.ref) as there:
        await there.keys("ctrl+home", "right", "right")
        assert there.highlighted == "F3"
        await there.keys("left")
        assert there.highlighted == "F2"
        await there.keys("left", "left", "left")
        assert keys_of(there) == ["F1", "F4"]
        assert tags_of(there, "F1")[0] == "+2"
    async with room(library_path, review.ref) as there:
        assert keys_of(there) == ["F1", "F4"]
        await there.keys("right")
        assert keys_of(there) == ["F1", "F2", "F4"]
        await there.line("/unfold all")
        assert keys_of(there) == ["F1", "F2", "F3", "F4"]
        await there.line("/fold all")
        assert keys_of(there) == ["F1", "F4"]
    assert on_disk(library_path, review.ref) == review


async def test_a_search_and_a_new_child_unfold(library_path: Path) -> None:
    """Nothing that was just added or looked for stays hidden."""
    review = stored(library_path, with_tree())
    async with room(library_path, review.ref) as there:
        await there.keys("ctrl+home", "left")
        await there.line("/find launch")
        assert keys_of(there) == ["F3"]
        await there.keys("left")
        assert "/find alone" in there.said
        await there.line("/find")
        assert "F3" in keys_of(there)
        await there.keys("ctrl+home", "left")
        await there.line("> process: one more")
        assert there.highlighted == "F5"
        assert keys_of(there) == ["F1", "F2", "F3", "F5", "F4"]


async def test_left_and_right_mean_nothing_elsewhere_and_edit_a_line(library_path: Path) -> None:
    """On other stages an empty line takes them in silence; with text they move the cursor."""
    review = stored(library_path, with_tree())
    async with room(library_path, review.ref) as there:
        await there.type("ac")
        await there.keys("left")
        await there.type("b")
        assert there.in_line == "abc"
        await there.keys("end", "ctrl+u")
        await there.line("/timeline")
        await there.keys("left", "right")
        assert there.said == ""


async def test_the_glossary_changes_the_highlighted_factor(library_path: Path) -> None:
    """With an empty line; it can be taken back."""
    review = stored(library_path, with_tree())
    async with room(library_path, review.ref) as there:
        await there.keys("ctrl+home", "ctrl+g")
        await there.type("expired cert\r")
        factor = changes.find(there.review, "F1")
        assert isinstance(factor, Factor)
        assert (factor.category, factor.subcategory) == (Category.TECHNICAL, "timing-concurrency")
        await there.keys("f7")
        assert there.review.factors == review.factors


@pytest.mark.parametrize(
    ("stage", "held", "becomes"),
    [
        ("factors", "nobody knew", "human/workload-fatigue: nobody knew"),
        ("factors", "> technical: nobody knew", "> human/workload-fatigue: nobody knew"),
        ("timeline", "14:32 nobody knew", "/factor human/workload-fatigue: 14:32 nobody knew"),
        ("gaps", "/factor process: x", "/factor human/workload-fatigue: x"),
        ("timeline", "", "/factor human/workload-fatigue: "),
    ],
)
async def test_the_glossary_never_loses_a_draft(
    library_path: Path, stage: str, held: str, becomes: str
) -> None:
    """The chosen kind stands before what the line holds; Escape leaves the line as it was."""
    review = stored(library_path, with_tree())
    async with room(library_path, review.ref) as there:
        await there.line(f"/{stage}")
        await there.paste(held)
        await there.keys("ctrl+g")
        assert isinstance(there.app.screen, GlossaryScreen)
        await there.keys("escape")
        assert there.in_line == held
        await there.keys("ctrl+g")
        await there.type("fatigue\r")
        assert there.in_line == becomes
        assert there.review.factors == review.factors


async def test_a_safeguard_is_typed_cycled_edited_and_removed(library_path: Path) -> None:
    """In the line of the factors, and by command from any stage."""
    review = stored(library_path, with_tree())
    async with room(library_path, review.ref) as there:
        await there.line("held: the limiter capped it [F1]")
        assert there.highlighted == "S1"
        assert tags_of(there, "S1") == ["held", "[F1]"]
        await there.keys("space")
        assert there.review.safeguards[0].state is SafeguardState.ABSENT
        await there.keys("enter")
        assert there.in_line == "absent: the limiter capped it [F1]"
        await there.keys("ctrl+u", "delete")
        assert not there.review.safeguards
        await there.line("/timeline")
        await there.line("/safeguard bypassed: the review gate")
        assert [each.text for each in there.review.safeguards] == ["the review gate"]


async def test_a_typed_factor_says_which_earlier_review_had_it(library_path: Path) -> None:
    """While it is typed, with the open action; /seen tells the rest."""
    earlier = with_tree("earlier-pool", "An earlier one", number=2)
    stored(library_path, entered(earlier, "actions", ["Size the pool [F1]"]))
    review = stored(library_path, with_tree())
    async with room(library_path, review.ref) as there:
        await there.type("technical: the pools were full again")
        assert "seen in 1 earlier review; open action: A1 Size the pool; earlier-pool" in there.said
        await there.keys("ctrl+u", "ctrl+home")
        await there.line("/seen")
        assert "Shares factors with F1" in there.shown
        assert "earlier-pool" in there.shown
        assert "open action: A1 Size the pool" in there.shown
