"""Cutting an entry into words to compare: lower case, contractions spelled out, quotes set aside."""

import re
from dataclasses import dataclass
from functools import cache

QUOTED = "#"
"""Stands for code, an address or somebody's own words, which no rule looks into."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark: how rules see it, how it was written, and where."""

    word: str
    written: str
    start: int
    end: int


_ASIDE = r"""
    ``.+?`` | `[^`\n]*`                                             # code
  | [a-z][a-z0-9+.-]*://[^\s<>]+ | www\.[^\s<>]+                    # addresses
  | [\w.+-]+@[\w-]+\.[\w.-]+
  | "[^"\n]{1,400}" | “[^”\n]{1,400}” | „[^“”\n]{1,400}[“”] | «[^»\n]{1,400}»
  | (?<![\w’'])‘[^‘’\n]{1,200}(?:’\w[^‘’\n]{0,200})*’(?!\w)
  | (?<![\w’'])'(?=\S)[^'\n]{1,200}(?:'\w[^'\n]{0,200})*(?<=[^\s'])'(?!\w)
"""
_WORD = r"""
    @?\w+(?:[-.:/&+_]\w+)*(?:['’]\w+)*   # words, times, handles, paths
  | ['’](?=\s|$)                         # the mark of a plural's possessive
  | \S
"""
_ENDINGS = {"ve": "have", "ll": "will", "re": "are", "m": "am", "d": "'d", "s": "'s"}
_WHOLE = {
    "can't": "can not",
    "cannot": "can not",
    "cant": "can not",
    "won't": "will not",
    "shan't": "shall not",
    "shoulda": "should have",
    "coulda": "could have",
    "woulda": "would have",
    "shouldve": "should have",
    "couldve": "could have",
    "wouldve": "would have",
    "theyre": "they are",
    "hes": "he is",
    "shes": "she is",
    "y'all": "you",
    "ya": "you",
    "ain't": "is not",
    "n't": "not",
}
_BARE_NOT = re.compile(r"(did|does|do|should|could|would|was|were|is|are|had|has|have|must)nt")
_OF_MODALS = ("should", "could", "would", "might", "must", "not")
_MARKS = {"–": ",", "—": ",", "-": ",", "…": ".", "’": "'s", "'": "'s"}
_TWO_WORDS = {("on", "call"): "on-call", ("no", "one"): "no-one", ("off", "call"): "off-call"}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<aside>{_ASIDE})|{_WORD}", re.VERBOSE | re.IGNORECASE)


def tokens(text: str) -> list[Token]:
    """The words and marks of an entry, in order."""
    found: list[Token] = []
    for match in _pattern().finditer(text):
        written, start, end = match[0], match.start(), match.end()
        words = [QUOTED] if match["aside"] else _words(written)
        found.append(Token(words[0], written, start, end))
        found += [Token(word, word, start, end) for word in words[1:]]
    return _joined(found)


def _words(written: str) -> list[str]:
    plain = written.lower().replace("’", "'")
    if plain in _WHOLE:
        return _WHOLE[plain].split()
    if plain in _MARKS:
        return [_MARKS[plain]]
    if bare := _BARE_NOT.fullmatch(plain):
        return [bare[1], "not"]
    return _contraction(plain)


def _contraction(plain: str) -> list[str]:
    head, mark, tail = plain.rpartition("'")
    if not mark:
        return [plain]
    if tail == "t" and head.endswith("n"):
        return [*_contraction(head[:-1]), "not"]
    if tail in _ENDINGS:
        return [*_contraction(head), _ENDINGS[tail]]
    return [plain]


def _joined(found: list[Token]) -> list[Token]:
    """Put together what people write as two words or one, and mend `should of`."""
    result: list[Token] = []
    for token in found:
        last = result[-1] if result else None
        both = _TWO_WORDS.get((last.word, token.word)) if last else None
        if last and both:
            written = f"{last.written} {token.written}"
            result[-1] = Token(both, written, last.start, token.end)
        elif last and token.word == "of" and last.word in _OF_MODALS:
            result.append(Token("have", token.written, token.start, token.end))
        else:
            result.append(token)
    return result
