"""What follows from what the line reports: a stored line, a command, a key for the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pirtui import commands
from pirtui.screens.type_ahead import hand_over
from pirtui.widgets.entry_line import EntryLine

if TYPE_CHECKING:
    from pirtui.screens.line_help import LineHelp
    from pirtui.screens.review import ReviewScreen
    from pirtui.screens.review_commands import ReviewCommands


class LineAnswers:
    """Answers every message of the line, which lets the next key through."""

    def __init__(self, screen: ReviewScreen, line_help: LineHelp, doing: ReviewCommands) -> None:
        self._screen = screen
        self._help = line_help
        self._commands = doing

    async def submitted(self, event: EntryLine.Submitted) -> None:
        """Store the line, or run the command that it gives."""
        screen = self._screen
        if screen.elsewhere.holds_up(event):
            return
        left: str | None = None
        text = event.text.removeprefix("/")
        if self._help.is_command(event.text):
            left = await self._commands.typed(event.text)
        elif await screen.elsewhere.stands_against(screen.unfinished, text):
            pass
        elif screen.accept(screen.view.grammar, text, screen.editing):
            screen.line_is_done()
        self._let_through(event.line, left)

    async def key_pressed(self, event: EntryLine.CommandKey) -> None:
        """Move the list, complete the line, or run the command that the key gives."""
        if event.key not in commands.LIST_KEYS and self._screen.elsewhere.holds_up(event):
            return
        if not self._used_by_line(event.key, event.value):
            await self._give_key(event.key, event.value)
            self._let_through(event.line, None)

    async def pasted(self, event: EntryLine.LinesPasted) -> None:
        """Ask what the pasted lines are."""
        await self._commands.pasted(event.text)
        self._let_through(event.line, None)

    def _let_through(self, line: EntryLine, text: str | None) -> None:
        """Let the next keys through: into the line, or to the screen that opened meanwhile."""
        screen = self._screen
        if screen.app.screen is screen:
            line.resume(text)
            return
        if text is not None:
            line.put(text)
        hand_over(line, screen.app.screen)

    def _used_by_line(self, key: str, value: str) -> bool:
        return bool(value) and key in ("tab", "up", "down") and self._help.took(key)

    async def _give_key(self, key: str, value: str) -> None:
        if key in commands.LIST_KEYS:
            self._screen.frame.move(key)
        elif key == "ctrl+c":
            await self._commands.interrupted()
        elif command := commands.for_key(
            key, commands.Place.REVIEW, line_is_empty=not value, stage=self._screen.stage
        ):
            await self._commands.run(command, "")
