"""Waiting for something to come about in a running app, for as long as that takes and no longer."""

import asyncio
from collections.abc import Callable

from textual.pilot import Pilot

_LONGEST = 20.0
"""Seconds after which something that has not come about never will."""


async def until(pilot: Pilot[None], done: Callable[[], bool]) -> None:
    """Let the app go on until something has come about; fails when it never does."""
    async with asyncio.timeout(_LONGEST):
        while not done():
            await pilot.pause(0)
