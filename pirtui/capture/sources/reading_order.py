"""Sources that tell the newest thing first, turned so that the story begins at its beginning."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import TypeVar

Told = TypeVar("Told")


def is_newest_first(times: Sequence[datetime | None], at_least: int = 2) -> bool:
    """Whether every known time is at or before the one above it, and not all of them are the same.

    Fewer than `at_least` known times tell nothing.
    """
    known = [at for at in times if at is not None]
    if len(known) < at_least or known[0] <= known[-1]:
        return False
    return all(above >= below for above, below in pairwise(known))


def oldest_first(told: Sequence[Told], times: Sequence[datetime | None]) -> tuple[Told, ...]:
    """What was told newest first, turned round; anything else stays as it is.

    Turning keeps the order of what happened in one second, which sorting would not.
    """
    return tuple(reversed(told)) if is_newest_first(times) else tuple(told)
