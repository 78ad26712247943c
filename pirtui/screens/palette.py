"""Every command that can be given here, found by a few letters."""

from __future__ import annotations

from collections.abc import Sequence

from pirtui import commands
from pirtui.commands import Command, Place
from pirtui.domain.stages import Stage
from pirtui.screens.finding import FindingDialog
from pirtui.screens.rows import hint
from pirtui.widgets.item_list import Row, Tag


class PaletteScreen(FindingDialog[str]):
    """A line that narrows the list of commands; it answers with the chosen command's name."""

    heading = "Commands"
    placeholder = "what do you want to do?"
    enter = "Give the command"
    own_key = "ctrl+p"

    def __init__(self, place: Place, stage: Stage | None = None) -> None:
        super().__init__()
        self._commands = [c for c in commands.available(place, stage) if c.name != "palette"]

    def fitting(self, text: str) -> Sequence[Row]:
        """The commands that hold every word."""
        rows = [_row(command) for command in self._matching(text)]
        return rows or [hint("No command here says that. Esc closes.")]

    def choose(self, key: str) -> None:
        """Answer with this command's name."""
        self.answer(key)

    def _matching(self, text: str) -> Sequence[Command]:
        """Commands that hold every word; those whose name begins with the text come first."""
        wanted = text.casefold().strip().removeprefix("/")
        found = [c for c in self._commands if all(word in _told(c) for word in wanted.split())]
        return sorted(found, key=lambda command: not command.name.startswith(wanted))


def _told(command: Command) -> str:
    keys = " ".join(commands.key_name(key) for key in command.all_keys)
    return f"{command.name} {' '.join(command.aliases)} {command.summary} {keys}".casefold()


def _row(command: Command) -> Row:
    typed = f"/{command.name} {command.argument}".rstrip()
    return Row(
        key=command.name,
        lead=", ".join(commands.key_name(key) for key in command.all_keys),
        text=command.summary,
        tags=() if command.by_key_only else (Tag(typed, "muted"),),
    )
