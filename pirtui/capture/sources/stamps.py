"""Exact times of machines: RFC 3339 with any number of decimals, and counts from the epoch."""

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation

from pirtui.capture import zones
from pirtui.domain.moments import Moment, Precision
from pirtui.domain.visible import visible

_DECIMALS = re.compile(r"([.,])(\d+)")
_UNIVERSAL = re.compile(r" ?(?:UTC|GMT|Z)$", re.I)
_SPACED_OFFSET = re.compile(r"(?<=\d) (?=[+-]\d\d:?\d\d$)")
_COUNT = re.compile(r"-?\d{1,20}(?:\.\d{1,12})?")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_YEAR = 1990
_LAST_YEAR = 9998
_LARGEST_COUNT = Decimal(10) ** 20
_UNITS = ((10**17, 10**9), (10**14, 10**6), (10**11, 10**3))
"""From this count on, so many of it are a second: 10**11 seconds lie in the year 5138."""


def instant(stamp: str) -> datetime | None:
    """Read a stamp such as `2026-05-04T09:10:00.123456789Z`, to the microsecond.

    `None` if it is none, names no zone, or stands for "not yet" or "never": a year before 1990, or 9999.
    """
    trimmed = _DECIMALS.sub(lambda match: f".{match[2][:6]}", stamp.strip(), count=1)
    plain = _SPACED_OFFSET.sub("", _UNIVERSAL.sub("+00:00", trimmed))
    try:
        read = datetime.fromisoformat(plain)
    except ValueError:
        return None
    return read if read.tzinfo is not None and _FIRST_YEAR <= read.year <= _LAST_YEAR else None


def epoch(count: str | int | float, per_second: int = 1) -> datetime | None:
    """Read a count of seconds, milliseconds (`per_second=1000`) and so on since 1970."""
    try:
        number = Decimal(str(count))
        if not abs(number) < _LARGEST_COUNT:
            return None
        return _EPOCH + timedelta(microseconds=int(number * 1_000_000 / per_second))
    except (InvalidOperation, OverflowError, ValueError):
        return None


def stated(value: object) -> datetime | None:
    """Read a stamp in words or a count from the epoch, whose size tells seconds from milliseconds.

    `None` for anything else, and for years in which nothing was recorded yet.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if isinstance(value, str) and not _COUNT.fullmatch(value.strip()):
        return instant(value)
    at = _counted(value)
    return at if at is not None and _FIRST_YEAR <= at.year <= _LAST_YEAR else None


def moment(at: datetime, raw: str, zone: str) -> Moment:
    """An exact instant as a moment on the clocks of `zone`, with the source's own spelling.

    Raises:
        ValueError: if the instant names no zone.
    """
    local = zones.in_zone(at, zones.review_zone(zone))
    return Moment(start=local, precision=Precision.SECOND, raw=visible(raw))


def _counted(value: str | int | float) -> datetime | None:
    try:
        size = abs(float(value))
    except (OverflowError, ValueError):
        return None
    return epoch(value, next((unit for least, unit in _UNITS if size >= least), 1))
