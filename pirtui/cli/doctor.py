"""`pirtui doctor`: is the library in order, and what is in it."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from pirtui.cli.console import say
from pirtui.cli.world import World, existing_library


def doctor(options: Namespace, world: World) -> int:
    """Check the library and say what was found; 1 if anything is not in order."""
    path = existing_library(options.library)
    say(f"library  {path}")
    with world.library(path) as library:
        found = library.check()
        for finding in found:
            say(f"{'fine' if finding.fine else 'LOOK'}     {finding.name}: {finding.said}")
        if options.backup:
            copy = Path(options.backup).expanduser()
            library.backup(copy)
            say(f"backup   {copy}")
    return 0 if all(finding.fine for finding in found) else 1
