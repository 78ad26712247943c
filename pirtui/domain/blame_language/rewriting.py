"""Putting an entry another way where that takes nothing but its own words."""

import re

_SINGLE_CAUSE = re.compile(r"(?:(the|a|our|its|this)\s+)?(?:\w+\s+)?root[ -]cause", re.IGNORECASE)
_WHY = re.compile(r"why\s+did\s+(?P<who>.+)", re.IGNORECASE | re.DOTALL)
_NEGATED = re.compile(r"\bnot\b|n[’']t\b")
_OBJECTS = {"we": "us", "i": "me", "he": "him", "she": "her", "they": "them"}
_REMOVED = ("HS1", "JA1", "JA2")
_REMOVABLE = re.compile(
    r"\w+ly|in hindsight|with hindsight|in retrospect|looking back|of course", re.IGNORECASE
)


def rewritten(text: str, rule: str, start: int, end: int) -> str:
    """The whole text put another way, or an empty text where words would have to be invented."""
    match = text[start:end]
    if rule == "SC1":
        return _with_a_contributing_factor(text, start, end)
    if rule in ("WH1", "WH2"):
        return _what_led(text, start, end)
    if rule in _REMOVED and _REMOVABLE.fullmatch(match.strip()):
        return _without(text, start, end)
    return ""


def _with_a_contributing_factor(text: str, start: int, end: int) -> str:
    found = _SINGLE_CAUSE.search(text, start, end + 10)
    if not found:
        return ""
    factor = "a contributing factor" if found[1] else "contributing factor"
    return f"{text[: found.start()]}{_cased(factor, found[0])}{text[found.end() :]}"


def _what_led(text: str, start: int, end: int) -> str:
    """`Why did the on-call wait?` becomes `What led the on-call to wait?`."""
    found = _WHY.fullmatch(text[start:end].strip())
    rest = text[end:].strip()
    if not found or not rest[:1].islower() or _NEGATED.search(text, start):
        return ""
    who = _OBJECTS.get(found["who"].lower(), found["who"])
    return f"{text[:start]}{_cased('what led', text[start:])} {who} to {rest}"


def _without(text: str, start: int, end: int) -> str:
    before, after = text[:start].rstrip(), text[end:].lstrip()
    if not before:
        after = after.lstrip(", ")
        return after[:1].upper() + after[1:]
    if not after or not after[0].isalnum():
        return f"{before}{after}"
    return f"{before} {after}"


def _cased(words: str, like: str) -> str:
    return words[:1].upper() + words[1:] if like[:1].isupper() else words
