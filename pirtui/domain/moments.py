"""A time as the room knows it: how precisely, how surely, and in whose words."""

from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime

from pirtui.domain.value import Value


class Precision(StrEnum):
    """The smallest unit of a time that was stated."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    NONE = "none"


_CLOCKED = (Precision.MINUTE, Precision.SECOND, Precision.HOUR)


def _with_fixed_offset(instant: datetime) -> datetime:
    offset = instant.utcoffset() or timedelta()
    return instant.replace(tzinfo=timezone(offset) if offset else UTC, fold=0)


Instant = Annotated[AwareDatetime, AfterValidator(_with_fixed_offset)]
"""An aware datetime with a fixed offset, so that it prints and stores the same everywhere."""


class Moment(Value):
    """When something happened, as far as anybody knows.

    `start` is the first instant of the stated unit (midnight for a day), or `None` when nothing is
    known. `end` closes a range; `open_ended` says that the range goes on ("9.03 onwards"). `raw` keeps
    the words of the source.
    """

    start: Instant | None = None
    end: Instant | None = None
    precision: Precision = Precision.NONE
    approximate: bool = False
    open_ended: bool = False
    raw: str = ""

    @property
    def is_clocked(self) -> bool:
        """Whether a time of day is known, so that intervals can be computed from it."""
        return self.start is not None and self.precision in _CLOCKED


UNKNOWN = Moment()
"""A time about which nothing was said."""
