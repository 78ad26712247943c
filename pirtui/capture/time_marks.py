"""The marks around a time at the start of a line: bullets, brackets, emphasis and separators."""

import re

BULLET = re.compile(
    r"(?:[-*•‣◦·▪●○+–—]|#{1,6}|\d{1,3}[.)]|\[[ xX]?\]|:[a-z0-9_+-]{2,40}:"
    r"|[\u2300-\u23ff\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?)\s+"
)
_OPENERS = {
    "***": "***",
    "**": "**",
    "__": "__",
    "*": "*",
    "_": "_",
    "`": "`",
    "[": "]",
    "(": ")",
    "<": ">",
}
_OPENER = re.compile(r"\*{1,3}|_{1,2}|[`\[(<]")
_EMPHASIS = ("***", "**", "__", "*", "_")
MOST_MARKS = 3
"""How many bullets, and how many marks of emphasis, may stand one behind the other."""

_BEFORE_CLOSER = re.compile(r"\s*[:.,;|]?\s*|\s+[-–—]\s*")
_FOOTNOTES = re.compile(r"(?:\[\^[\w-]{1,20}\])+")
_SEPARATOR = re.compile(r"\s*(?:[-–—|:,;]{1,2}|[-=]>|→|\.)(?:\s+[:|])?(?=\s|$)\s*")
_ATTACHED = re.compile(r"\s*(?:[|;→—]|[-=]>|<br\s*/?>|–(?=[^\W\d_]))\s*")
_ATTACHED_TO_CLOCK = re.compile(
    r"(?:-(?=[^\W\d_])|:(?=[^\W\d_*])(?![0-9a-fA-F]{1,4}(?:[:\s]|$))|,(?=[^\W\d_]))"
)
_SPACE = re.compile(r"\s+|$")


def openers(text: str, position: int) -> tuple[str, ...]:
    """The brackets and marks of emphasis that stand here, the outermost first."""
    found: list[str] = []
    while len(found) < MOST_MARKS:
        match = _OPENER.match(text, position)
        if match is None:
            break
        found.append(match[0])
        position = match.end()
    return tuple(found)


def rest_behind(text: str, position: int, opened: tuple[str, ...], *, is_clock: bool) -> str | None:
    """The text behind a time and its marks; `None` where something is attached that is no mark.

    `is_clock` says that the time ends in a clock with a colon, to which a hyphen may be attached.
    """
    notes = _FOOTNOTES.match(text, position)
    position = notes.end() if notes else position
    closed = bool(opened)
    for mark in reversed(opened):
        closer = _OPENERS[mark]
        end = _closed(text, position, closer)
        if end is not None:
            position = end
            continue
        unclosed = _without_later(text, position, closer) if mark in _EMPHASIS else None
        if unclosed is None:
            return None
        text, closed = unclosed, False
    if closed:
        match = _SEPARATOR.match(text, position) or _ATTACHED.match(text, position)
        return text[match.end() if match else position :].strip(" ")
    return _rest(text, position, is_clock=is_clock)


def _closed(text: str, position: int, closer: str) -> int | None:
    """The position behind a closing mark, before which a separator may stand."""
    if text.startswith(closer, position):
        return position + len(closer)
    between = _BEFORE_CLOSER.match(text, position)
    end = between.end() if between else position
    if end > position and text.startswith(closer, end) and text[position:end].strip():
        return end + len(closer)
    return None


def _without_later(text: str, position: int, closer: str) -> str | None:
    """The text without the mark that ends the emphasis further on: `**01:38: text** and more`."""
    found = text.find(closer, position)
    if found < 0 or (len(closer) == 1 and found + 1 < len(text)):
        return None
    return text[:found] + text[found + len(closer) :]


def _rest(text: str, position: int, *, is_clock: bool) -> str | None:
    patterns = (_SEPARATOR, _ATTACHED, _ATTACHED_TO_CLOCK) if is_clock else (_SEPARATOR, _ATTACHED)
    for pattern in (*patterns, _SPACE):
        match = pattern.match(text, position)
        if match:
            return text[match.end() :].strip()
    return None
