"""The command registry: every key and name means one thing, and everything in it can be done."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest

from pirtui import commands
from pirtui.commands import COMMANDS, Command, Place
from pirtui.domain.review import Stage
from pirtui.screens.action_commands import ACTION_COMMANDS
from pirtui.screens.home_commands import HomeCommands
from pirtui.screens.item_commands import ITEM_COMMANDS
from pirtui.screens.line_help import grammar_of
from pirtui.screens.review_commands import ReviewCommands

PLACES: tuple[tuple[Place, Stage | None], ...] = (
    (Place.HOME, None),
    *((Place.REVIEW, stage) for stage in Stage),
)
STOLEN = frozenset(f"ctrl+{letter}" for letter in "bhijmqswz")


def _carried_out(by: type[HomeCommands] | type[ReviewCommands]) -> set[str]:
    screen = SimpleNamespace(services=SimpleNamespace(clock=lambda: datetime(2026, 1, 1, tzinfo=UTC)))
    return set(by(cast(Any, screen))._handlers)


@pytest.mark.parametrize(("place", "stage"), PLACES)
def test_no_key_gives_two_commands(place: Place, stage: Stage | None) -> None:
    """In any one place, a key gives one command, whatever the line holds."""
    keys = [key for command in commands.available(place, stage) for key in command.all_keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("place", list(Place))
def test_no_command_takes_a_key_that_moves_the_highlight(place: Place) -> None:
    """The keys of the list stay the keys of the list."""
    given = commands.keys_in(place) | commands.empty_keys_in(place)
    assert not given & set(commands.LIST_KEYS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_keys_that_terminals_steal_carry_nothing(command: Command) -> None:
    """No command rests on a key that a terminal, a multiplexer or a desktop takes first."""
    assert not set(command.all_keys) & STOLEN
    assert not any(
        part in key.split("+") for key in command.all_keys for part in ("alt", "cmd", "super")
    )


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_key_for_any_time_is_not_text(command: Command) -> None:
    """A printable key gives a command on an empty line at most."""
    typed = [key for key in command.keys if len(key) == 1 or key in ("space", "enter", "delete", "tab")]
    assert typed == []


@pytest.mark.parametrize(("place", "stage"), PLACES)
def test_the_footer_shows_five_to_seven_keys_that_fit(place: Place, stage: Stage | None) -> None:
    """The footer teaches a handful of keys, all of them readable in 80 columns."""
    footer = commands.in_footer(place, stage)
    assert 5 <= len(footer) <= 7
    assert all(command.footer_text and command.all_keys for command in footer)
    taken = sum(len(commands.key_name(c.all_keys[0])) + len(c.footer_text) + 3 for c in footer) - 2
    padding = 2
    assert taken <= 80 - padding
    assert len({command.footer for command in footer}) == len(footer)


@pytest.mark.parametrize("place", list(Place))
def test_names_are_unique(place: Place) -> None:
    """No two commands of a place go by the same name."""
    names = [name for c in COMMANDS if place in c.places for name in (c.name, *c.aliases)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_name_is_one_lower_case_word(command: Command) -> None:
    """A name can be typed after the slash, and its summary is a sentence without an end."""
    assert command.name == command.name.lower()
    assert " " not in command.name
    assert command.summary[0].isupper()
    assert not command.summary.endswith((".", "!"))


def test_every_review_command_can_be_carried_out() -> None:
    """Nothing is offered in a review that nothing answers."""
    stages = {stage.value for stage in Stage}
    adding = {command.name for command in COMMANDS if grammar_of(command)}
    known = _carried_out(ReviewCommands) | set(ITEM_COMMANDS) | set(ACTION_COMMANDS) | stages | adding
    assert {command.name for command in COMMANDS if Place.REVIEW in command.places} == known


def test_every_library_command_can_be_carried_out() -> None:
    """Nothing is offered in the library that nothing answers."""
    assert {c.name for c in COMMANDS if Place.HOME in c.places} == _carried_out(HomeCommands)


def test_a_stage_is_reached_by_its_name_and_its_number() -> None:
    """`/gaps` and `/3` name the same stage."""
    for stage in Stage:
        by_name, by_number = (commands.named(n, Place.REVIEW) for n in (stage.value, str(stage.number)))
        assert by_name is not None
        assert by_name is by_number


def test_every_command_without_a_key_can_be_typed() -> None:
    """A command that has no key has a name that the menu offers."""
    assert not [command.name for command in COMMANDS if command.by_key_only and not command.all_keys]


@pytest.mark.parametrize(
    ("key", "spelled"),
    [
        ("f1", "F1"),
        ("ctrl+p", "Ctrl+P"),
        ("shift+tab", "Shift+Tab"),
        ("delete", "Del"),
        ("escape", "Esc"),
    ],
)
def test_keys_are_spelled_as_on_a_keyboard(key: str, spelled: str) -> None:
    """People read `Ctrl+P`, not `ctrl+p`."""
    assert commands.key_name(key) == spelled


def test_the_menu_puts_beginnings_first() -> None:
    """What begins with the letters comes before what only contains them; keys alone are not offered."""
    found = [command.name for command in commands.matching("ti", commands.available(Place.REVIEW))]
    assert found[:2] == ["timeline", "time-is-right"]
    assert {"action", "actions"} <= set(found[2:])
    assert "palette" not in [c.name for c in commands.matching("", commands.available(Place.REVIEW))]


def test_an_empty_line_has_keys_of_its_own() -> None:
    """Enter is a command on an empty line and text's own end on any other."""
    empty = commands.for_key("enter", Place.REVIEW, line_is_empty=True)
    assert empty is not None
    assert empty.name == "edit"
    assert commands.for_key("enter", Place.REVIEW, line_is_empty=False) is None
