"""Finding a command by its name, its key or its place."""

from collections.abc import Iterable

from pirtui.commands.command import Command, Place
from pirtui.commands.registry import COMMANDS
from pirtui.domain.stages import Stage


def available(place: Place, stage: Stage | None = None) -> tuple[Command, ...]:
    """The commands that can be given here."""
    return tuple(command for command in COMMANDS if command.available(place, stage))


def named(name: str, place: Place) -> Command | None:
    """The command that is called `name`, or goes by it, in this place."""
    wanted = name.lower()
    for command in COMMANDS:
        if place in command.places and wanted in (command.name, *command.aliases):
            return command
    return None


def for_key(
    key: str, place: Place, *, line_is_empty: bool, stage: Stage | None = None
) -> Command | None:
    """The command that a key gives here, if any; a key for an empty line means nothing elsewhere."""
    for command in COMMANDS:
        if place not in command.places:
            continue
        for_empty = key in command.empty_keys and command.available(place, stage)
        if key in command.keys or (line_is_empty and for_empty):
            return command
    return None


def keys_in(place: Place) -> frozenset[str]:
    """Every key that gives a command here whatever the line holds."""
    return frozenset(key for command in COMMANDS if place in command.places for key in command.keys)


def empty_keys_in(place: Place) -> frozenset[str]:
    """Every key that gives a command here only while the line is empty."""
    return frozenset(
        key for command in COMMANDS if place in command.places for key in command.empty_keys
    )


def matching(prefix: str, commands: Iterable[Command]) -> tuple[Command, ...]:
    """The commands to offer after `/prefix`: names that begin with it, then names that contain it."""
    wanted = prefix.lower()
    typed = [command for command in commands if not command.by_key_only]
    begins = [c for c in typed if any(n.startswith(wanted) for n in (c.name, *c.aliases))]
    contains = [c for c in typed if wanted in c.name and c not in begins]
    return (*begins, *contains)


def in_footer(place: Place, stage: Stage | None = None) -> tuple[Command, ...]:
    """The five to seven commands that the footer shows, in its order."""
    shown = [command for command in available(place, stage) if command.footer]
    return tuple(sorted(shown, key=lambda command: command.footer))
