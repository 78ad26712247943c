"""Time zones as people write them: names, offsets, abbreviations and words."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from pirtui.capture.zone_reading import StatedZone, from_offset, read_zone, region, zone_names
from pirtui.capture.zone_words import ABBREVIATIONS, Abbreviation

__all__ = [
    "ABBREVIATIONS",
    "Abbreviation",
    "StatedZone",
    "fixed",
    "in_zone",
    "offset_text",
    "read_zone",
    "region",
    "review_zone",
    "settled",
    "zone_named",
    "zone_names",
    "zone_text",
]

_SHORT_OFFSET = re.compile(r"([+\-−])(\d{1,2})(?::?([0-5]\d))?$")


@lru_cache(maxsize=256)
def zone_named(text: str) -> tzinfo | None:
    """The zone that a text names; `None` if it names none.

    It takes an IANA name, an offset in any spelling (`UTC-7`, `GMT+2`, `+02:00`), an abbreviation, which
    is a fixed offset (`PDT`, `CEST`), and words for a region (`Eastern`, `London time`), in any case
    where no other word is spelled so.
    """
    spelling = text.strip()
    if spelling.startswith("(") and spelling.endswith(")"):
        spelling = spelling[1:-1].strip()
    if not spelling or len(spelling) > 60:
        return None
    if spelling in ABBREVIATIONS:
        return timezone(timedelta(hours=ABBREVIATIONS[spelling].hours))
    named = region(spelling) or _read_whole(spelling) or _region_in_any_case(spelling)
    return named or (_read_whole(spelling.title()) if spelling.islower() else None)


def review_zone(name: str) -> tzinfo:
    """The zone of a review; UTC where none or an unknown one is set."""
    return zone_named(name) or UTC


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


def settled(stated: StatedZone, local: datetime, review: tzinfo) -> tuple[tzinfo, str]:
    """The zone that is meant at a local time without a zone, and a doubt about it or an empty text.

    An abbreviation that the review's own zone uses at that time means that zone.
    """
    known = ABBREVIATIONS.get(stated.name)
    if known is None or not known.region:
        return stated.tz, _word_doubt(stated, local, review)
    if local.replace(tzinfo=review).tzname() == stated.name:
        return fixed(review, local), ""
    if known.meaning and not _uses(review, local.year, stated.name):
        offset = offset_text(local.replace(tzinfo=stated.tz))
        return stated.tz, f"{stated.name} read as {known.meaning}, {offset}."
    return stated.tz, _season_doubt(stated.name, known.region, local)


# Names as a whole


def _read_whole(spelling: str) -> tzinfo | None:
    offset = _SHORT_OFFSET.match(spelling)
    stated = from_offset(offset) if offset else read_zone(spelling, 0, minus=True, half=True)
    return stated.tz if stated is not None and stated.end == len(spelling) else None


def _region_in_any_case(spelling: str) -> tzinfo | None:
    """`europe/london`: only names with a slash, as a bare one could be any word."""
    if "/" not in spelling:
        return None
    name = _by_small_letters().get(spelling.casefold().replace(" ", "_"))
    return region(name) if name else None


@lru_cache(maxsize=1)
def _by_small_letters() -> dict[str, str]:
    return {name.casefold(): name for name in zone_names()}


# Doubts


def _word_doubt(stated: StatedZone, local: datetime, review: tzinfo) -> str:
    held = local.replace(tzinfo=stated.tz)
    if not stated.unsure or held.utcoffset() == local.replace(tzinfo=review).utcoffset():
        return ""
    return f"{stated.unsure} read as the time zone, {offset_text(held)}. Is it?"


def _uses(review: tzinfo, year: int, name: str) -> bool:
    """Whether the review's zone goes by this abbreviation at some time of that year."""
    return any(datetime(year, month, 1, tzinfo=review).tzname() == name for month in (1, 7))


def _season_doubt(name: str, place: str, local: datetime) -> str:
    tz = region(place)
    held = local.replace(tzinfo=tz).tzname() if tz else None
    if not held or held == name or not held.isalpha():
        return ""
    return f"{name} was not in use on that date, {held} was. Is it {held}?"
