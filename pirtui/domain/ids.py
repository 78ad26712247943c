"""Identifiers that sort by the time at which they were made."""

from datetime import datetime
from uuid import UUID

_RANDOM_BITS = 74


def uuid7(now: datetime, randomness: int) -> str:
    """Make a UUIDv7 from the time, to the millisecond, and some randomness (its low 74 bits)."""
    milliseconds = int(now.timestamp() * 1000) & ((1 << 48) - 1)
    random_bits = randomness & ((1 << _RANDOM_BITS) - 1)
    high = random_bits >> 62
    low = random_bits & ((1 << 62) - 1)
    return str(UUID(int=milliseconds << 80 | 7 << 76 | high << 64 | 2 << 62 | low))
