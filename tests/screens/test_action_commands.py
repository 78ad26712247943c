"""Commands on an action: the fields they fill, what clears them, and what the wording suggests."""

from __future__ import annotations

from pathlib import Path

import pytest

from pirtui.domain import changes
from pirtui.domain.actions import Action, ActionKind, FixFamily, Strength
from pirtui.domain.people import Person
from pirtui.domain.review import Review, Stage
from pirtui.screens.action_commands import ACTION_COMMANDS
from pirtui.screens.item_commands import CannotDoError
from pirtui.widgets.side_panel import SidePanel
from tests.domain.making import happened, review_of
from tests.screens.room import room, stored

REVIEW = review_of(
    happened(1),
    Person(label="P0", name="Ada Lovelace", role="release lead", team="platform"),
    Action(label="A0", text="Page on-call when lag is above 10k"),
)


def done(name: str, argument: str, review: Review = REVIEW) -> Action:
    """The action after this command."""
    changed = ACTION_COMMANDS[name](review, "A1", argument).change(review)
    action = changes.find(changed, "A1")
    assert isinstance(action, Action)
    return action


@pytest.mark.parametrize(
    ("name", "argument", "field", "value"),
    [
        ("done-when", " fired in a drill ", "done_test", "fired in a drill"),
        ("effect", "acknowledged within 5 min", "effect_measure", "acknowledged within 5 min"),
        ("kind", "~det", "kind", ActionKind.DETECT),
        ("strength", "inter", "strength", Strength.INTERMEDIATE),
        ("family", "Rate limiting", "family", FixFamily.RATE_LIMITING),
    ],
)
def test_a_command_fills_one_field_and_alone_clears_it(
    name: str, argument: str, field: str, value: object
) -> None:
    """The first letters of a choice are enough."""
    filled = done(name, argument)
    assert getattr(filled, field) == value
    cleared = done(name, "", changes.put(REVIEW, filled))
    assert cleared == changes.find(REVIEW, "A1")


@pytest.mark.parametrize(
    ("name", "argument"), [("kind", "x"), ("family", "d"), ("strength", "strong er")]
)
def test_an_unknown_choice_is_answered_with_those_there_are(name: str, argument: str) -> None:
    """Nothing is guessed where several begin alike, or none."""
    with pytest.raises(CannotDoError, match="Name one of: "):
        done(name, argument)


@pytest.mark.parametrize("name", list(ACTION_COMMANDS))
@pytest.mark.parametrize("key", ["", "E1", "A9"])
def test_another_item_is_refused(name: str, key: str) -> None:
    """The sentence says what to highlight."""
    with pytest.raises(CannotDoError, match="Highlight an action first"):
        ACTION_COMMANDS[name](REVIEW, key, "")


def test_every_suggestion_is_taken_over_in_one_change() -> None:
    """Kind, strength and family together; afterwards there is nothing left to take."""
    taken = done("suggested", "")
    told = (taken.kind, taken.strength, taken.family)
    assert told == (ActionKind.DETECT, Strength.INTERMEDIATE, FixFamily.OBSERVABILITY)
    with pytest.raises(CannotDoError, match="Nothing is suggested for A1"):
        done("suggested", "", changes.put(REVIEW, taken))


async def test_suggestions_are_confirmed_by_key_and_taken_back(library_path: Path) -> None:
    """Until Ctrl+Y nothing is stored; F7 takes all of it back at once."""
    stored(library_path, REVIEW)
    async with room(library_path, "checkout") as there:
        there.screen.enter(Stage.ACTIONS)
        await there.rest()
        assert there.review.actions[0].kind is None
        await there.keys("ctrl+y")
        action = there.review.actions[0]
        assert (action.kind, action.family) == (ActionKind.DETECT, FixFamily.OBSERVABILITY)
        assert "of 9 in place" in there.screen.query_one(SidePanel).told
        await there.keys("f7")
        assert there.review.actions[0] == REVIEW.actions[0]


async def test_tab_takes_the_owner_first_and_then_what_is_suggested(library_path: Path) -> None:
    """A name of two words is completed in quotes; after it, Tab takes the suggestions."""
    stored(library_path, REVIEW)
    async with room(library_path, "checkout") as there:
        there.screen.enter(Stage.ACTIONS)
        await there.type("Add a canary step to the push @love")
        assert "progressive rollout?" in there.said
        await there.keys("tab")
        assert there.screen.line.value == 'Add a canary step to the push @"Ada Lovelace" '
        await there.keys("tab", "enter")
        action = there.review.actions[-1]
        assert (action.owner, action.text) == ("Ada Lovelace", "Add a canary step to the push")
        assert (action.family, action.kind) == (FixFamily.PROGRESSIVE_ROLLOUT, ActionKind.MITIGATE)


async def test_tab_keeps_the_command_that_adds_an_action(library_path: Path) -> None:
    """From another stage too, what Tab takes over is still an action."""
    stored(library_path, REVIEW)
    async with room(library_path, "checkout") as there:
        there.screen.enter(Stage.TIMELINE)
        await there.type("/action Add a canary step to the push")
        await there.keys("tab")
        assert there.screen.line.value.startswith("/action Add a canary step to the push ~mitigate")
        await there.keys("enter")
        assert there.review.actions[-1].family is FixFamily.PROGRESSIVE_ROLLOUT
