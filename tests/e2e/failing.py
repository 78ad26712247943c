"""pirtui with a fault in it, to see what is left and said: F6 fails with the words of the line."""

from __future__ import annotations

import sys

from pirtui.cli import main
from pirtui.commands import Command
from pirtui.screens.review_commands import ReviewCommands

_works = ReviewCommands.run


async def _fails(self: ReviewCommands, command: Command, argument: str) -> bool:
    if command.name == "panel":
        raise RuntimeError(self._screen.line.value)
    return await _works(self, command, argument)


if __name__ == "__main__":
    ReviewCommands.run = _fails  # type: ignore[method-assign]
    sys.exit(main())
