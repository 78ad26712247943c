"""Time zones as people write them: names, offsets and abbreviations."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

_HIGHEST_OFFSET = timedelta(hours=14)
_LOWEST_OFFSET = timedelta(hours=-12)

_UTC_OFFSET = re.compile(r"(?:UTC|GMT)(?:\s?([+\-−])(\d{1,2})(?::?([0-5]\d))?(?![\w:]))")
_PLUS_OFFSET = re.compile(r"(\+)(\d{2}):?([0-5]\d)(?![\w:])")
_MINUS_OFFSET = re.compile(r"([-−])(\d{2}):?([0-5]\d)(?![\w:])")
_GIT_OFFSET = re.compile(r"([-−])(\d{2})([0-5]\d)(?![\w:])")
_HOUR_OFFSET = re.compile(r"([+\-−])(\d{2})()(?![\w:])")
_ABBREVIATION = re.compile(r"([A-Z]{1,4})(?![\w/])")
_REGION = re.compile(r"[A-Z][A-Za-z_]{1,20}(?:/[A-Z][A-Za-z_+\-0-9]{1,30}){1,2}(?![\w/])")


@dataclass(frozen=True)
class Abbreviation:
    """What an abbreviation stands for: hours from UTC, a place that uses it, and what to call it.

    `meaning` is set only where the abbreviation has more than one reading in the world.
    """

    hours: float
    region: str = ""
    meaning: str = ""


ABBREVIATIONS: dict[str, Abbreviation] = {
    "UTC": Abbreviation(0),
    "GMT": Abbreviation(0),
    "Z": Abbreviation(0),
    "WET": Abbreviation(0, "Europe/Lisbon"),
    "WEST": Abbreviation(1, "Europe/Lisbon"),
    "BST": Abbreviation(1, "Europe/London", "British Summer Time"),
    "CET": Abbreviation(1, "Europe/Berlin"),
    "CEST": Abbreviation(2, "Europe/Berlin"),
    "EET": Abbreviation(2, "Europe/Helsinki"),
    "EEST": Abbreviation(3, "Europe/Helsinki"),
    "MSK": Abbreviation(3, "Europe/Moscow"),
    "IST": Abbreviation(5.5, "Asia/Kolkata", "India Standard Time"),
    "SGT": Abbreviation(8),
    "HKT": Abbreviation(8, "Asia/Hong_Kong"),
    "JST": Abbreviation(9, "Asia/Tokyo"),
    "KST": Abbreviation(9, "Asia/Seoul"),
    "AEST": Abbreviation(10, "Australia/Sydney"),
    "AEDT": Abbreviation(11, "Australia/Sydney"),
    "NZST": Abbreviation(12, "Pacific/Auckland"),
    "NZDT": Abbreviation(13, "Pacific/Auckland"),
    "EST": Abbreviation(-5, "America/New_York", "US Eastern Standard Time"),
    "EDT": Abbreviation(-4, "America/New_York"),
    "CST": Abbreviation(-6, "America/Chicago", "US Central Standard Time"),
    "CDT": Abbreviation(-5, "America/Chicago", "US Central Daylight Time"),
    "MST": Abbreviation(-7, "America/Denver"),
    "MDT": Abbreviation(-6, "America/Denver"),
    "PST": Abbreviation(-8, "America/Los_Angeles"),
    "PDT": Abbreviation(-7, "America/Los_Angeles"),
    "AKST": Abbreviation(-9, "America/Anchorage"),
    "AKDT": Abbreviation(-8, "America/Anchorage"),
    "HST": Abbreviation(-10),
}
"""The abbreviations that are read; source: research/formats.md, section A3."""


@dataclass(frozen=True)
class StatedZone:
    """A zone as it was written; `end` is the position behind it, `name` an abbreviation or empty."""

    tz: tzinfo
    end: int
    name: str = ""


@lru_cache(maxsize=256)
def region(name: str) -> ZoneInfo | None:
    """The zone with this IANA name, or `None` if there is none."""
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return None


def review_zone(name: str) -> tzinfo:
    """The zone of a review; UTC where none or an unknown one is set."""
    return (region(name) if name else None) or UTC


def fixed(tz: tzinfo, local: datetime) -> timezone:
    """The offset that holds at a local time without a zone, the first of the two where it is doubled."""
    offset = local.replace(tzinfo=tz, fold=0).utcoffset() or timedelta()
    return timezone(offset) if offset else UTC


def in_zone(instant: datetime, tz: tzinfo) -> datetime:
    """The instant on this zone's clocks; unchanged at the very ends of the calendar."""
    try:
        return instant.astimezone(tz)
    except OverflowError:
        return instant


def offset_text(instant: datetime) -> str:
    """An offset as a line spells it: `UTC`, `UTC+01:00`."""
    minutes = int((instant.utcoffset() or timedelta()).total_seconds() // 60)
    if not minutes:
        return "UTC"
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def zone_text(instant: datetime, tz: tzinfo) -> str:
    """A short name for an instant's zone: the zone's own (`BST`) where its offset holds."""
    local = in_zone(instant, tz)
    name = local.tzname() or ""
    if local.utcoffset() == instant.utcoffset() and name.isalpha():
        return name
    return offset_text(instant)


def read_zone(text: str, position: int, *, minus: bool = False) -> StatedZone | None:
    """Read a zone at this position, after optional spaces and inside optional round brackets.

    `minus` allows a bare negative offset such as `-05:00`, which elsewhere is the end of a range.
    """
    start = position
    while start < len(text) and text[start].isspace():
        start += 1
    if text.startswith("(", start):
        inner = _read_bare(text, start + 1, minus=False)
        closed = inner is not None and text.startswith(")", inner.end)
        return replace(inner, end=inner.end + 1) if inner is not None and closed else None
    return _read_bare(text, start, minus=minus)


def _read_bare(text: str, position: int, *, minus: bool) -> StatedZone | None:
    patterns = [_UTC_OFFSET, _PLUS_OFFSET, _GIT_OFFSET]
    if minus:
        patterns += [_MINUS_OFFSET, _HOUR_OFFSET]
    for pattern in patterns:
        match = pattern.match(text, position)
        stated = _from_offset(match) if match else None
        if stated:
            return stated
    return _from_abbreviation(text, position) or _from_region(text, position)


def _from_offset(match: re.Match[str]) -> StatedZone | None:
    sign, hours, minutes = match.groups()
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
    offset = offset if sign == "+" else -offset
    if not _LOWEST_OFFSET <= offset <= _HIGHEST_OFFSET:
        return None
    return StatedZone(timezone(offset) if offset else UTC, match.end())


def _from_abbreviation(text: str, position: int) -> StatedZone | None:
    match = _ABBREVIATION.match(text, position)
    known = ABBREVIATIONS.get(match[1]) if match else None
    if match is None or known is None:
        return None
    return StatedZone(timezone(timedelta(hours=known.hours)), match.end(), match[1])


def _from_region(text: str, position: int) -> StatedZone | None:
    match = _REGION.match(text, position)
    tz = region(match[0]) if match else None
    return StatedZone(tz, match.end()) if match and tz else None


def settled(stated: StatedZone, local: datetime, review: tzinfo) -> tuple[tzinfo, str]:
    """The zone that is meant at a local time without a zone, and a doubt about it or an empty text.

    An abbreviation that the review's own zone uses at that time means that zone.
    """
    known = ABBREVIATIONS.get(stated.name)
    if known is None or not known.region:
        return stated.tz, ""
    if local.replace(tzinfo=review).tzname() == stated.name:
        return fixed(review, local), ""
    if known.meaning:
        offset = offset_text(local.replace(tzinfo=stated.tz))
        return stated.tz, f"{stated.name} read as {known.meaning}, {offset}."
    return stated.tz, _season_doubt(stated.name, known.region, local)


def _season_doubt(name: str, place: str, local: datetime) -> str:
    tz = region(place)
    held = local.replace(tzinfo=tz).tzname() if tz else None
    if not held or held == name or not held.isalpha():
        return ""
    return f"{name} was not in use on that date, {held} was. Is it {held}?"


@lru_cache(maxsize=1)
def zone_names() -> tuple[str, ...]:
    """Every IANA name, sorted; the first call reads the zone files."""
    return tuple(sorted(available_timezones()))
