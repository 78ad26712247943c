"""Where several processes have one review open, each has a seat, and its own unfinished lines."""

from collections.abc import Mapping
from typing import TypeVar

MOST_SEATS = 8
"""More processes than this with one review open share the last seat."""

_MARK = "@"

Left = TypeVar("Left")


def at_seat(stage: str, seat: int) -> str:
    """The name under which a place in a stage is kept for a seat; the first one's is the stage's own."""
    return stage if seat == 1 else f"{stage}{_MARK}{seat}"


def is_first(name: str) -> bool:
    """Whether a place is kept for the first seat."""
    return _MARK not in name


def left_at(places: Mapping[str, Left], seat: int) -> dict[str, Left]:
    """What was left at a seat, by the name of the stage."""
    return {
        stage: place
        for name, place in places.items()
        for stage, _, number in (name.partition(_MARK),)
        if (number or "1") == str(seat)
    }
