"""The zone that notes declare for many times at once: in a sentence, a heading or a table's header."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pirtui.capture import zones
from pirtui.capture.notes.lines import LineKind, NoteLine
from pirtui.capture.notes.wording import plain

_TIMES = re.compile(
    r"\b(?:all\s+|the\s+)*(?:dates?\s+and\s+)?(?:times?|time\s?stamps?|timings|clocks?|hours)\b"
    r"(?:\s+(?:below|here|above|shown|given|listed|noted|stated|quoted|recorded|expressed|reported|used"
    r"|on this page|in this (?:document|report|timeline|post|section)))*"
    r"(?:\s*(?:are|is|were|:|=|–|-))?"
    r"(?:\s+(?:all|always|in|given in|shown in|stated in|local to|the))*\s*",
    re.I,
)
_ZONE = re.compile(r"\b(?:time\s?-?zones?|tz)\b\s*(?:used\s*)?(?:is|was|are|:|=)?\s*", re.I)
_LOCAL_IN = re.compile(
    r"\b(?:local\s+time\s+(?:in|of|at)|(?:clocks?|rows|stamps|entries|logs?)\s+(?:is|are|was"
    r"|were)?\s*(?:on|in|set"
    r" to))\s+(?:the\s+)?",
    re.I,
)
_TOLD_IN = re.compile(
    r"\b(?:time\s?lines?|chronology|events|rows|entries|dates|everything|all)\b[^.;]{0,40}?\bin\s+(?:the\s+)?",
    re.I,
)
_BEFORE_TIME = re.compile(r"\b((?:[A-Z][\w/]+\s+){1,2}?)(?:local\s+)?times?\b")
_EXCEPTING = re.compile(r"\b(?:unless|where nothing else|if not|otherwise|throughout|except)\b", re.I)
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,60}(?:\([^()]*\))?)[)\]]")
_IN = re.compile(r"(?:\bin|[-–—,:/])\s+(?=\S)")
_LEADING = re.compile(
    r"(?:all\s+|the\s+|times?\s+|dates?\s+|are\s+|in\s+|local\s+|zone:?\s+|and\s+)+", re.I
)
_WORD = re.compile(r"\S+")
_EDGE = "*_`.,;:!()[] "
_MOST_WORDS = 4

_FRONT_ZONE = re.compile(r"(?:zone|tz|time_?zone)$", re.I)


@dataclass(frozen=True)
class DeclaredZone:
    """A zone that notes name for many times: its spelling, and what it means."""

    spelling: str

    @property
    def abbreviation(self) -> str:
        """The abbreviation, where the zone is named by one; else empty."""
        known = self.spelling.split()[0].strip(_EDGE) if self.spelling else ""
        return known if known in zones.ABBREVIATIONS else ""


def zone_in_sentence(words: str) -> DeclaredZone | None:
    """The zone that a sentence declares: "All times in CET", "Timezone: Europe/Berlin"."""
    bare = plain(words).strip(_EDGE)
    for pattern in (_ZONE, _TIMES, _LOCAL_IN, _TOLD_IN):
        for match in pattern.finditer(bare):
            found = _zone_at(bare, match.end())
            if found:
                return found
    before = _BEFORE_TIME.search(bare)
    found = _named(f"{before[1]} time") if before else None
    return found or (_zone_at(bare, 0) if _EXCEPTING.search(bare) else None)


def zone_in_heading(words: str) -> DeclaredZone | None:
    """The zone in a heading or a table's header: "Time (UTC)", "Date and Time in CET"."""
    bare = plain(words).strip("*_` ")
    for match in _BRACKETED.finditer(bare):
        inner = _LEADING.sub("", match[1].strip(), count=1)
        found = _named(inner)
        if found:
            return found
    return next((zone for match in _IN.finditer(bare) if (zone := _zone_at(bare, match.end()))), None)


def zone_in_header(words: str) -> DeclaredZone | None:
    """The zone in the header of a column of times, where any of its words may name it: "UTC time"."""
    found = zone_in_heading(words)
    if found:
        return found
    bare = plain(words).strip("*_` ")
    return next(
        (zone for match in _WORD.finditer(bare) if (zone := _zone_at(bare, match.start()))), None
    )


def declared_zone(lines: Sequence[NoteLine]) -> DeclaredZone | None:
    """The first zone that any sentence of these lines declares."""
    for line in lines:
        if line.kind is LineKind.FRONT:
            name, _, value = line.text.partition(":")
            found = _named(value.strip(" \"'")) if _FRONT_ZONE.match(name.strip()) else None
        elif line.kind in (LineKind.TEXT, LineKind.BULLET, LineKind.QUOTE, LineKind.LABEL):
            found = zone_in_sentence(line.text)
        else:
            found = None
        if found:
            return found
    return None


def _zone_at(words: str, position: int) -> DeclaredZone | None:
    following = [
        match[0] for match, _ in zip(_WORD.finditer(words, position), range(_MOST_WORDS), strict=False)
    ]
    for count in range(len(following), 0, -1):
        found = _named(" ".join(following[:count]))
        if found:
            return found
    return None


def _named(words: str) -> DeclaredZone | None:
    """A zone by name; one that only explains itself in brackets, `PDT (UTC-7)`, by its first part."""
    spelling = words.strip(_EDGE)
    before, bracket, _ = spelling.partition("(")
    for text in (before.strip(_EDGE) if bracket else spelling, spelling):
        if not text or text.islower():
            continue
        for name in (text, f"{text} time"):
            if zones.zone_named(name) is not None:
                return DeclaredZone(name)
    return None
