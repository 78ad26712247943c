"""Hands counted at the close: `learned 6 of 8, again 7`, or `6 7 8` in the order of the questions."""

import re

from pirtui.domain.close_round import CloseRound

_WORD = r"learn\w*|(?:come\s+)?again"
_TOTAL = r"answered|hands|people|of|out\s+of"
_COUNT = re.compile(
    rf"(?:(?P<before>{_WORD}|{_TOTAL})\s*:?\s*)?(?P<number>[0-9]{{1,4}})\b"
    r"(?:\s*(?:/|out\s+of|of)\s*(?P<whole>[0-9]{1,4})\b)?"
    rf"(?:\s*(?P<after>{_WORD}|answered|hands|people)(?!\s*:?\s*[0-9]))?",
    re.IGNORECASE,
)
_IN_ORDER = ("learned", "come_again", "answered")


def parse_close_round(text: str) -> CloseRound | None:
    """Read the counts; `None` if the text says something else, or more hands than people."""
    if _COUNT.sub("", text).strip(" ,;.") or not text.strip():
        return None
    counts: dict[str, int] = {}
    for found in _COUNT.finditer(text):
        name = _name(found["before"] or found["after"] or "", counts)
        if name is None or name in counts:
            return None
        counts[name] = int(found["number"])
        whole = found["whole"]
        if whole and counts.setdefault("answered", int(whole)) != int(whole):
            return None
    return _fitting(CloseRound(**counts))


def print_close_round(counted: CloseRound) -> str:
    """The counts as `parse_close_round` reads them."""
    pieces = (("learned", counted.learned), ("again", counted.come_again), ("of", counted.answered))
    return ", ".join(f"{name} {number}" for name, number in pieces if number is not None)


def _name(word: str, taken: dict[str, int]) -> str | None:
    """The count that a word beside a number names; without a word it is the next one."""
    said = word.lower()
    if said.startswith("learn"):
        return "learned"
    if said.endswith("again"):
        return "come_again"
    if said:
        return "answered"
    return next((name for name in _IN_ORDER if name not in taken), None)


def _fitting(counted: CloseRound) -> CloseRound | None:
    hands = max(counted.learned or 0, counted.come_again or 0)
    return counted if counted.answered is None or hands <= counted.answered else None
