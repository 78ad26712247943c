"""The time at the start of a line, read against the day and the zone of the review."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from pirtui.capture import settled_times
from pirtui.capture.clock_times import Style
from pirtui.capture.reading import Alternative, LineContext
from pirtui.capture.stated_times import StatedTime, read_stated
from pirtui.domain.moments import UNKNOWN, Moment
from pirtui.domain.visible import visible

_BULLET = re.compile(r"(?:[-*•‣+]|#{1,6}|\d{1,3}[.)])\s+")
_OPENERS = {"**[": "]**", "**": "**", "__": "__", "[": "]", "(": ")", "`": "`"}
_SEPARATOR = re.compile(r"\s*(?:[-–—|:,;]{1,2}|[-=]>|→|\.)(?=\s|$)\s*")
_ATTACHED_DASH = re.compile(r"[-–—](?=[^\W\d_])")
_SPACE = re.compile(r"\s+|$")


@dataclass(frozen=True)
class LeadingTime:
    """The time at the start of a line, and the rest of the line.

    `problem` is empty: a time never stops a line from being saved. `doubts` are the questions that
    the room should see, and `alternatives` other readings, each as a whole line.
    """

    moment: Moment
    rest: str
    problem: str = ""
    doubts: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


class _Found(NamedTuple):
    stated: StatedTime
    start: int
    rest: str


def read_leading_time(line: str, context: LineContext) -> LeadingTime:
    """Read the time at the start of a line.

    A line without a time has an unknown moment and is wholly `rest`; so has one with an impossible
    time, which carries a doubt as well.
    """
    text = visible(line).strip()
    found = _find(text)
    if found is None:
        return LeadingTime(UNKNOWN, text)
    stated, start = found.stated, found.start
    if stated.impossible:
        return _impossible(text, found, context)
    if stated.counts:
        return _counted(text, found)
    raw = text[start : stated.end]
    settled = settled_times.settled(stated, raw, found.rest, context)
    if settled is None:
        return LeadingTime(UNKNOWN, text, doubts=(f"{raw} is not a time that can be placed.",))
    alternatives = tuple(
        Alternative(
            other.name, f"\\{text}" if other.time is None else _respelled(text, found, other.time)
        )
        for other in settled.alternatives
    )
    return LeadingTime(settled.moment, found.rest, "", settled.doubts, alternatives)


def guarded(time: str, body: str, context: LineContext) -> str:
    """Join a printed time and the text behind it, so that nothing of the text is read as time.

    Where something would be, a backslash goes before the text.
    """
    stripped = body.lstrip("\\")
    line = f"{time} {stripped}" if time else stripped
    mark = "\\" if stripped and _is_taken(time, stripped, line, context) else ""
    return f"{time} {mark}{body}" if time and body else time or f"{mark}{body}"


def unguarded(leading: LeadingTime, context: LineContext) -> str:
    """The rest of a line without the backslash that `guarded` put before it."""
    rest = leading.rest
    if not rest.startswith("\\"):
        return rest
    stripped = rest.lstrip("\\")
    time = leading.moment.raw
    line = f"{time} {stripped}" if time else stripped
    return rest[1:] if stripped and _is_taken(time, stripped, line, context) else rest


def _is_taken(time: str, stripped: str, line: str, context: LineContext) -> bool:
    leading = read_leading_time(line, context)
    return leading.moment.raw != time or leading.rest != stripped or (not time and bool(leading.doubts))


def _find(text: str) -> _Found | None:
    found = _found_at(text, 0)
    if found is None:
        bullet = _BULLET.match(text)
        found = _found_at(text, bullet.end()) if bullet else None
    return found


def _found_at(text: str, position: int) -> _Found | None:
    opener = next((mark for mark in _OPENERS if text.startswith(mark, position)), "")
    start = position + len(opener)
    stated = read_stated(text, start)
    if stated is None:
        return None
    rest = _rest_behind(text, stated, _OPENERS.get(opener, ""))
    return None if rest is None else _Found(stated, start, rest)


def _rest_behind(text: str, stated: StatedTime, closer: str) -> str | None:
    if not closer:
        return _rest(text, stated.end, stated)
    for mark in (closer, f":{closer}"):
        if text.startswith(mark, stated.end):
            return _rest(text, stated.end + len(mark), stated)
    if closer == "**" and text.endswith("**"):
        return _rest(text[:-2], stated.end, stated)
    return None


def _rest(text: str, position: int, stated: StatedTime) -> str | None:
    attached = stated.clock is not None and stated.clock.style is Style.COLON
    for pattern in (_SEPARATOR, _ATTACHED_DASH, _SPACE) if attached else (_SEPARATOR, _SPACE):
        match = pattern.match(text, position)
        if match:
            return text[match.end() :].strip()
    return None


def _respelled(text: str, found: _Found, time: str) -> str:
    return text[: found.start] + time + text[found.stated.end :]


def _counted(text: str, found: _Found) -> LeadingTime:
    clock = found.stated.clock
    raw = text[found.start : found.stated.end]
    shown = f"{clock.hour or 0:02}:{clock.minute:02}" if clock else raw
    return LeadingTime(
        UNKNOWN,
        text,
        doubts=(f"{raw} read as a number. Is it the time {shown}?",),
        alternatives=(Alternative(shown, _respelled(text, found, shown)),),
    )


def _impossible(text: str, found: _Found, context: LineContext) -> LeadingTime:
    raw = text[found.start : found.stated.end]
    likely = settled_times.likely_texts(found.stated, text, found.start, context)
    question = f" Is it {likely[0]}?" if likely else ""
    return LeadingTime(
        UNKNOWN,
        text,
        doubts=(f"{raw} is on no clock or calendar.{question}",),
        alternatives=tuple(Alternative(time, _respelled(text, found, time)) for time in likely),
    )
