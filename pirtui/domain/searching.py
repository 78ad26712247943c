"""Finding words in every review of a library."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

_WORD = re.compile(r'"([^"]*)"|([^\s"]+)')
_BEFORE, _AROUND, _KNOWN_BY = 24, 160, 60
"""Characters of a long text that are shown before what was found, in all, and of its item."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that were found: the review, its day, and the item that says them.

    `label` is empty where the incident record itself says them; `text` is what the item is known by.
    """

    ref: str
    title: str
    on: date | None
    archived: bool
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """The first hits, and how many there are in all, in how many reviews."""

    hits: tuple[Hit, ...] = ()
    count: int = 0
    reviews: int = 0


def words_of(query: str) -> tuple[str, ...]:
    """The words to look for, each once, in lower case; what stands in double quotes is one of them."""
    found = (" ".join((quoted or plain).split()) for quoted, plain in _WORD.findall(query))
    return tuple(dict.fromkeys(word.lower() for word in found if word))


def holds_all(texts: Iterable[str], words: Iterable[str]) -> bool:
    """Whether each word stands in one of the texts, in capitals or not."""
    lowered = "\n".join(texts).lower()
    return all(word in lowered for word in words)


def said_in(texts: Sequence[str], words: tuple[str, ...]) -> str:
    """What an item is known by, its first text; and the text that says the words, if that is another.

    Long texts are cut to where they say the words.
    """
    best = max(texts, key=lambda text: sum(word in text.lower() for word in words))
    if best is texts[0] or best == texts[0]:
        return _cut(best, words, _AROUND)
    return f"{_cut(texts[0], (), _KNOWN_BY)} · {_cut(best, words, _AROUND)}"


def _cut(text: str, words: tuple[str, ...], length: int) -> str:
    one_line = " ".join(text.split())
    if len(one_line) <= length:
        return one_line
    lowered = one_line.lower()
    places = [place for word in words if (place := lowered.find(word)) >= 0]
    start = max(0, min(places, default=0) - _BEFORE)
    rest = one_line[start : start + length]
    return f"{'…' if start else ''}{rest}{'…' if start + length < len(one_line) else ''}"
