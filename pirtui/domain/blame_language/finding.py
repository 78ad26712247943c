"""What a rule says about a piece of text: where, how loudly, why, and what could stand there."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How loudly a finding is told."""

    WARN = "warn"
    HINT = "hint"
    INFO = "info"


@dataclass(frozen=True)
class Finding:
    """A piece of text that steers a room towards persons in place of conditions.

    `start` and `end` are offsets in characters. `instead` is wording to offer, with blanks; `rewrite` is
    the whole text put another way where that needs no invention, else empty.
    """

    rule: str
    category: str
    level: Level
    start: int
    end: int
    match: str
    why: str
    instead: str
    rewrite: str = ""
