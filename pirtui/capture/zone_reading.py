"""A time zone at a position in a text: an offset, an abbreviation, an IANA name or words."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from pirtui.capture.zone_words import (
    ABBREVIATIONS,
    CAPITALS_ONLY,
    REGION_WORDS,
    SEASONS,
    SHORT_REGIONS,
)

_HIGHEST_OFFSET = timedelta(hours=14)
_LOWEST_OFFSET = timedelta(hours=-12)
_OF_THE_MACHINE = ("localtime", "posixrules", "Factory")
"""Files beside the zones that name no zone."""

_UTC_OFFSET = re.compile(r"(?:UTC|GMT)(?:\s?([+\-−])(\d{1,2})(?::?([0-5]\d))?(?![^\W_]|:\d))", re.I)
_PLUS_OFFSET = re.compile(r"(\+)(\d{2}):?([0-5]\d)(?![^\W_]|:\d)")
_MINUS_OFFSET = re.compile(r"([-−])(\d{2}):?([0-5]\d)(?![^\W_]|:\d)")
_GIT_OFFSET = re.compile(r"([-−])(\d{2})([0-5]\d)(?![^\W_]|:\d)")
_HOUR_OFFSET = re.compile(r"([+\-−])(\d{2})()(?![^\W_]|:\d)")
_ABBREVIATION = re.compile(r"([A-Za-z]{1,4})(?![^\W_]|[/'’]|[-.]\w)")
_REGION = re.compile(r"[A-Z][A-Za-z_]{1,20}(?:/[A-Z][A-Za-z_+\-0-9]{1,30}){1,2}(?![\w/])")
_WORDS = re.compile(
    r"(?:(?:US|USA|U\.S\.)[\s/]+)?(?P<name>"
    + "|".join(sorted((re.escape(name) for name in REGION_WORDS), key=len, reverse=True))
    + r")(?:\s(?P<season>standard|daylight|summer))?(?P<time>(?:\slocal)?\stime(?:\s?zone)?)?"
    r"(?![^\W_]|[/'’]|-\w)",
    re.I,
)
_CITY = re.compile(
    r"(?P<city>[A-Z][a-z]+(?:[\s-][A-Z][a-z]+){0,2})(?:\slocal)?\s[Tt]ime(?:\s?zone)?(?!\w)"
)
_AT_A_MARK = re.compile(r"\s*(?:$|[:|,;)\]*_`<→]|[-–—=]|\.(?:\s|$)|(?:to|until)\s)")
_CLOSING = {"(": ")", "[": "]"}
_BRACKETED = re.compile(r"\s?\(([^()]{3,12})\)")
_CONTINENTS = (
    *("Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/"),
    "Pacific/",
)


@dataclass(frozen=True)
class StatedZone:
    """A zone as it was written; `end` is the position behind it, `name` an abbreviation or empty.

    `unsure` holds the words where they could also begin the text: `PT`, `Eastern`.
    """

    tz: tzinfo
    end: int
    name: str = ""
    unsure: str = ""


@lru_cache(maxsize=256)
def region(name: str) -> ZoneInfo | None:
    """The zone with this IANA name, or `None` if there is none."""
    if name in _OF_THE_MACHINE:
        return None
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return None


@lru_cache(maxsize=1)
def zone_names() -> tuple[str, ...]:
    """Every IANA name, sorted; the first call reads the zone files."""
    return tuple(sorted(available_timezones()))


def read_zone(text: str, position: int, *, minus: bool = False, half: bool = False) -> StatedZone | None:
    """Read a zone at this position, after optional spaces and inside optional brackets.

    `minus` allows a bare negative offset such as `-05:00`, which elsewhere is the end of a range;
    `half` says that the time before it states am or pm, as people do who say `Eastern`.
    """
    start = position
    while start < len(text) and text[start].isspace():
        start += 1
    opening = text[start : start + 1]
    if opening in _CLOSING:
        inner = _read_bare(text, start + 1, minus=True, half=half)
        closed = inner is not None and text.startswith(_CLOSING[opening], inner.end)
        return replace(inner, end=inner.end + 1) if inner is not None and closed else None
    if not opening.isalpha() and opening not in "+-−":
        return None
    stated = _read_bare(text, start, minus=minus, half=half)
    return _with_explanation(stated, text) if stated else None


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    """Places that the IANA names end with: `new york`."""
    places = (name for name in zone_names() if name.startswith(_CONTINENTS))
    return {name.rpartition("/")[2].replace("_", " ").casefold(): name for name in places}


def _read_bare(text: str, position: int, *, minus: bool, half: bool) -> StatedZone | None:
    if not text[position : position + 1].isalpha():
        return _read_offset(text, position, minus=minus)
    match = _UTC_OFFSET.match(text, position)
    stated = from_offset(match) if match else None
    return (
        stated
        or _from_words(text, position, half=half)
        or _from_abbreviation(text, position, half=half)
        or _from_region(text, position)
        or _from_city(text, position)
    )


def _read_offset(text: str, position: int, *, minus: bool) -> StatedZone | None:
    patterns = (_PLUS_OFFSET, _GIT_OFFSET, _MINUS_OFFSET, _HOUR_OFFSET) if minus else _ALWAYS
    for pattern in patterns:
        match = pattern.match(text, position)
        stated = from_offset(match) if match else None
        if stated:
            return stated
    return None


_ALWAYS = (_PLUS_OFFSET, _GIT_OFFSET)


def from_offset(match: re.Match[str]) -> StatedZone | None:
    """The offset whose sign, hours and minutes an expression found; `None` if no zone has it."""
    sign, hours, minutes = match.groups()
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
    offset = offset if sign == "+" else -offset
    if not _LOWEST_OFFSET <= offset <= _HIGHEST_OFFSET:
        return None
    return StatedZone(timezone(offset) if offset else UTC, match.end())


def _from_abbreviation(text: str, position: int, *, half: bool) -> StatedZone | None:
    match = _ABBREVIATION.match(text, position)
    if match is None:
        return None
    short = SHORT_REGIONS.get(match[1])
    if short:
        return _from_name(short, match[1], text, match.end(), certain=half)
    name = match[1].upper()
    known = ABBREVIATIONS.get(name)
    if known is None or (name in CAPITALS_ONLY and match[1] != name):
        return None
    return StatedZone(timezone(timedelta(hours=known.hours)), match.end(), name)


def _from_words(text: str, position: int, *, half: bool) -> StatedZone | None:
    match = _WORDS.match(text, position)
    if match is None or match["name"].casefold() not in REGION_WORDS:
        return None
    name, season = match["name"].casefold(), (match["season"] or "").casefold()
    known = SEASONS.get((name, season))
    if match["time"]:
        if known:
            return StatedZone(timezone(timedelta(hours=ABBREVIATIONS[known].hours)), match.end(), known)
        return _from_name(REGION_WORDS[name], "", text, match.end(), certain=True)
    if season or not _stands_alone(name, match[0], text, match.end(), half=half):
        return None
    return _from_name(REGION_WORDS[name], match[0], text, match.end(), certain=name == "zulu")


def _stands_alone(name: str, written: str, text: str, end: int, *, half: bool) -> bool:
    """Whether a region without the word "time" is more than the first word of the text."""
    if name not in ("eastern", "central", "mountain", "pacific", "zulu"):
        return False
    is_alone = half or name == "zulu" or _AT_A_MARK.match(text, end) is not None
    return is_alone and not written.islower()


def _from_name(name: str, words: str, text: str, end: int, *, certain: bool) -> StatedZone | None:
    tz = UTC if name == "UTC" else region(name)
    if tz is None:
        return None
    is_sure = certain or _AT_A_MARK.match(text, end) is not None
    return StatedZone(tz, end, unsure="" if is_sure else words)


def _from_region(text: str, position: int) -> StatedZone | None:
    match = _REGION.match(text, position)
    tz = region(match[0]) if match else None
    return StatedZone(tz, match.end()) if match and tz else None


def _from_city(text: str, position: int) -> StatedZone | None:
    match = _CITY.match(text, position)
    name = _cities().get(match["city"].casefold()) if match else None
    tz = region(name) if name else None
    return StatedZone(tz, match.end()) if match and tz else None


def _with_explanation(stated: StatedZone, text: str) -> StatedZone:
    """An abbreviation may be explained behind it: `PDT (UTC-7)`."""
    match = _BRACKETED.match(text, stated.end)
    inner = _read_bare(match[1], 0, minus=True, half=False) if match else None
    if match is None or inner is None or inner.end != len(match[1]):
        return stated
    first, second = (tz.utcoffset(None) for tz in (stated.tz, inner.tz))
    return replace(stated, end=match.end()) if first is None or first == second else stated
