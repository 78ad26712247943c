"""The line that rules match: the words of an entry, with letters where persons stand."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from pirtui.domain.blame_language.tokens import Token

Item = tuple[str, int, int]
"""A word or a person letter, and where it stands in the entry."""


@dataclass(frozen=True)
class Line:
    """An entry as rules see it: words and person letters, each followed by one space."""

    text: str
    starts: tuple[int, ...] = field(repr=False)
    spans: tuple[tuple[int, int], ...] = field(repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the line stands in the entry."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, max(start, end - 1)) - 1
        return self.spans[first][0], self.spans[last][1]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the line once."""
        return frozenset(self.text.split())


def plain_line(tokens: Iterable[Token]) -> Line:
    """The line with every person phrase in its own words."""
    return line_of([(token.word, token.start, token.end) for token in tokens])


def line_of(items: Iterable[Item]) -> Line:
    """The line of these words and letters, with a bar wherever a sentence begins."""
    text, starts, position = [], [], 0
    edged = [("|", 0, 0), *_with_edges(items)]
    for word, _, _ in edged:
        starts.append(position)
        text.append(word)
        position += len(word) + 1
    spans = tuple((start, end) for _, start, end in edged)
    return Line("".join(f"{word} " for word in text), tuple(starts), spans)


def _with_edges(items: Iterable[Item]) -> Iterable[Item]:
    for word, start, end in items:
        yield word, start, end
        if word in (".", "!", "?", ";"):
            yield "|", end, end
