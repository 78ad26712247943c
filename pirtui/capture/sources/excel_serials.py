"""Dates as spreadsheets store them: days since 30 December 1899, and parts of a day."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

_BEGINNING = datetime(1899, 12, 30)
_SERIAL = re.compile(r"([2-6]\d{4})(?:[.,](\d{1,16}))?")
_PART_OF_A_DAY = re.compile(r"0?[.,](\d{2,16})")
_SECONDS_A_DAY = 86_400
_MINUTE = 60


def spelled(cell: str) -> str | None:
    """A number of days as a date with a time, such as `2025-05-04 09:12`; `None` if it is none.

    Only numbers for days from 1954 to 2091 are taken. A number with few decimals says less than a
    second, so it gives the minute that it most probably was.
    """
    match = _SERIAL.fullmatch(cell)
    if match is None:
        return None
    days, decimals = int(match[1]), match[2] or ""
    if not decimals.strip("0"):
        return _day(days).isoformat()
    seconds, exact = _seconds(decimals)
    at = _BEGINNING + timedelta(days=days, seconds=seconds)
    return f"{at:%Y-%m-%d %H:%M:%S}" if exact else f"{at:%Y-%m-%d %H:%M}"


def clock(cell: str) -> str | None:
    """A part of a day as a time of day, such as `09:12` for `0.38333`; `None` if it is none."""
    match = _PART_OF_A_DAY.fullmatch(cell)
    if match is None:
        return None
    seconds, exact = _seconds(match[1])
    at = _BEGINNING + timedelta(seconds=seconds % _SECONDS_A_DAY)
    return f"{at:%H:%M:%S}" if exact else f"{at:%H:%M}"


def _day(days: int) -> date:
    return (_BEGINNING + timedelta(days=days)).date()


def _seconds(decimals: str) -> tuple[int, bool]:
    """Seconds into the day, and whether they are known to the second rather than to the minute."""
    part = Decimal(f"0.{decimals}") * _SECONDS_A_DAY
    blur = Decimal(_SECONDS_A_DAY) / 2 / 10 ** len(decimals)
    nearest_minute = round(part / _MINUTE) * _MINUTE
    if abs(part - nearest_minute) <= max(blur, Decimal("0.5")):
        return int(nearest_minute), False
    if blur > Decimal("0.5"):
        return int(part // _MINUTE) * _MINUTE, False
    return round(part), True
