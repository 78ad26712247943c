"""Text or Markdown becomes sentences that somebody wrote, each with the place where it stands.

Code, quotations, block quotes, addresses, comments and front matter are left out: they are the words of
others, or none.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_COMMENT = re.compile(r"<!--(?:.|\n)*?(?:-->|\Z)")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>")
_BLOCK_QUOTE = re.compile(r"^[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?>.*$", re.MULTILINE)
_ADDRESS = re.compile(r"(?:\b[a-z][a-z0-9+.-]*://|\bwww\.|\bmailto:)[^\s<>)\]]+", re.IGNORECASE)
_LINK_TARGET = re.compile(r"(?<=\])(?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])")
_DEFINITION = re.compile(r"^[ ]{0,3}\[[^\]\n]+\]:.*$", re.MULTILINE)
_QUOTATION = re.compile(
    r"\"(?=\S)(?:[^\"\n]|\n(?![ \t]*\n)){1,600}\"|“(?:[^”\n]|\n(?![ \t]*\n)){1,600}”|«[^»]{1,600}»"
    r"|„[^“”]{1,600}[“”]|(?<![\w’])‘(?:[^‘’\n]|’(?=\w)){1,300}’(?!\w)"
)
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(?:[^\n]|\n(?![ \t]*\n))*?(?<!`)\1(?!`)")
_LINE_START = re.compile(
    r"^[ \t]*(?:#{1,6}[ \t]+|(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)", re.MULTILINE
)
_EMPHASIS = re.compile(r"\*+|~~|(?<!\w)_+(?=\w)|(?<=[\w.,!?])_+(?!\w)|\\(?=[^\w\s])")
_BRACKETS = re.compile(r"!?\[(?![xX ]\])(?=[^\]\n]*\])|(?<=\w)(?<!\[[xX])\](?=\s|$|[.,;:])")
_TIME_FIRST = r"\[?(?:\d{4}-\d\d-\d\d[T ])?\d{1,2}:\d\d"
_BREAK = re.compile(
    r"\f|\n[ \t]*(?=\n)|\n(?=[ \t]*(?:[-*+•]|\d+[.)]|#{1,6})[ \t])|\n(?=[ \t]*\|)"
    rf"|\n[ ]{{0,3}}(?:=+|-+)[ \t]*(?=\n|\Z)|\n(?=[ \t]*{_TIME_FIRST})|(?<=\S)[ \t]*\|"
)
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t].*\n", re.MULTILINE)
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|no|dr|mr|mrs|ms|st|fig|ca|incl|[a-z])\.)$", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’')\]]*[ \t\n]+(?=[\"“‘'(\[@]?[A-Z0-9À-Þ\"“])")
_FILLER = "x"


@dataclass(frozen=True)
class Sentence:
    """A sentence or a note, with quotations blotted out; `start` is its offset in the whole text."""

    text: str
    start: int


@dataclass(frozen=True)
class Place:
    """Where something stands; both count from 1, columns in characters."""

    line: int
    column: int


class Places:
    """Tells the line and the column of any offset in a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer(r"\n", text))]

    def at(self, offset: int) -> Place:
        """The place of an offset in characters."""
        line = bisect_right(self._starts, offset) - 1
        return Place(line + 1, offset - self._starts[line] + 1)


def sentences(text: str, *, markdown: bool = True) -> Iterator[Sentence]:
    """The sentences of a text, in order.

    In plain text, indented lines are prose too, and no mark is markup but `>`, emphasis and code spans.
    """
    visible = _without_code_blocks(text) if markdown else text
    visible = _BLOCK_QUOTE.sub(_blank, visible)
    if markdown:
        visible = _without_markup(visible)
    visible = _EMPHASIS.sub(
        _blank, _ADDRESS.sub(_fill, _QUOTATION.sub(_fill, _CODE_SPAN.sub(_fill_code, visible)))
    )
    for start, block in _blocks(_LINE_START.sub(_blank_mark, visible), visible):
        yield from _split(block, start)


def _without_markup(text: str) -> str:
    for pattern in (_COMMENT, _DEFINITION, _TAG, _LINK_TARGET, _BRACKETS):
        text = pattern.sub(_blank, text)
    return text


def _without_code_blocks(text: str) -> str:
    """Blank out front matter and the lines of code blocks, as CommonMark has them."""
    from markdown_it import MarkdownIt

    text = _FRONT_MATTER.sub(_blank, text)
    lines = text.split("\n")
    for token in MarkdownIt("commonmark").parse(text):
        if token.type in ("fence", "code_block") and token.map:
            first, last = token.map
            lines[first:last] = [" " * len(line) for line in lines[first:last]]
    return "\n".join(lines)


def _blocks(text: str, with_marks: str) -> Iterator[tuple[int, str]]:
    """Stretches that belong together: paragraphs, list items, table cells, lines with a time first."""
    start = 0
    for match in _BREAK.finditer(_HEADING.sub(_ended, with_marks)):
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]


def _split(block: str, start: int) -> Iterator[Sentence]:
    begin = 0
    for match in _SENTENCE_END.finditer(block):
        if (
            _ABBREVIATION.search(block[begin : match.start() + 1])
            and "!" not in match[0]
            and "?" not in match[0]
        ):
            continue
        yield from _stripped(block[begin : match.end()], start + begin)
        begin = match.end()
    yield from _stripped(block[begin:], start + begin)


def _stripped(text: str, start: int) -> Iterator[Sentence]:
    """The sentence without the space and the bars of tables around it, if any letter is left."""
    inner = text.strip(" \t\n|")
    if any(character.isalpha() for character in inner):
        yield Sentence(inner, start + text.index(inner))


def _ended(match: re.Match[str]) -> str:
    """A heading whose line break is one that ends a block."""
    return f"{match[0][:-1]}\f"


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _blank_mark(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _fill(match: re.Match[str]) -> str:
    """Keep the marks around a quotation, so that it still is one, and nothing of what it says."""
    first, inner, last = match[0][0], match[0][1:-1], match[0][-1]
    if first.isalnum():
        return re.sub(r"[^\n:/.]", _FILLER, match[0])
    return first + re.sub(r"[^\n]", _FILLER, inner).replace("\n", " ") + last


def _fill_code(match: re.Match[str]) -> str:
    return f"`{_FILLER * (len(match[0]) - 2)}`"
