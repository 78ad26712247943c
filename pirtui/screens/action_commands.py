"""Commands that fill in the highlighted action, each as a pure change with a name to undo it by."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from pirtui.domain import changes
from pirtui.domain.action_suggestions import suggested
from pirtui.domain.actions import Action, ActionKind, FixFamily, Strength
from pirtui.domain.review import Review
from pirtui.domain.visible import visible
from pirtui.screens.item_commands import CannotDoError
from pirtui.screens.stages.base import Intent, setting

Choice = TypeVar("Choice", bound=StrEnum)


def done_when(review: Review, key: str, text: str) -> Intent:
    """Say how a stranger can tell that the action is done; alone, say nothing of it."""
    _action(review, key)
    return setting(key, f"Done test of {key}", done_test=visible(text).strip())


def effect(review: Review, key: str, text: str) -> Intent:
    """Say how the room will see that the action helped; alone, say nothing of it."""
    _action(review, key)
    return setting(key, f"Effect of {key}", effect_measure=visible(text).strip())


def kind(review: Review, key: str, text: str) -> Intent:
    """Say what the action does to the next incident; alone, leave it open."""
    _action(review, key)
    chosen = _chosen(ActionKind, text.strip().lstrip("~"))
    return setting(key, f"Kind of {key}", kind=chosen)


def strength(review: Review, key: str, text: str) -> Intent:
    """Say how much the action relies on the system; alone, leave it open."""
    _action(review, key)
    return setting(key, f"Strength of {key}", strength=_chosen(Strength, text))


def family(review: Review, key: str, text: str) -> Intent:
    """Say which sort of systemic fix the action is; alone, leave it open."""
    _action(review, key)
    return setting(key, f"Family of {key}", family=_chosen(FixFamily, text))


def take_suggested(review: Review, key: str, _text: str) -> Intent:
    """Take over everything that the action's wording suggests, in one change."""
    hints = suggested(_action(review, key))
    if not hints.fields:
        raise CannotDoError(f"Nothing is suggested for {key}.")
    from pirtui.capture.actions import suggestion_words

    return setting(key, f"{key}: {', '.join(suggestion_words(hints))}", **hints.fields)


ACTION_COMMANDS: dict[str, Callable[[Review, str, str], Intent]] = {
    "done-when": done_when,
    "effect": effect,
    "kind": kind,
    "strength": strength,
    "family": family,
    "suggested": take_suggested,
}
"""The command's name, and the change it makes: (review, highlighted key, argument) to an intent."""


def _action(review: Review, key: str) -> Action:
    found = changes.find(review, key) if key and changes.has(review, key) else None
    if not isinstance(found, Action):
        raise CannotDoError("Highlight an action first.")
    return found


def _chosen(choice: type[Choice], text: str) -> Choice | None:
    """The one value that begins with what was typed; none for nothing."""
    wanted = text.strip().lower().replace(" ", "-")
    if not wanted:
        return None
    found = [each for each in choice if each.value == wanted] or [
        each for each in choice if each.value.startswith(wanted)
    ]
    if len(found) != 1:
        raise CannotDoError(f"Name one of: {', '.join(each.value for each in choice)}.")
    return found[0]
