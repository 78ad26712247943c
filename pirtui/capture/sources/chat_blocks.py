"""The shape of a copied chat: which lines begin a message, name a day, belong to one, or say nothing."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pirtui.capture.sources.chat_headers import (
    Header,
    lone_stamp,
    marks_program,
    read_header,
    with_lone_name,
)
from pirtui.capture.sources.chat_markup import is_only_emoji
from pirtui.capture.sources.chat_stamps import SaidDay, read_day

CONTINUED = "continued"
_FLOWING = (
    "two lines",
    "dashed",
    "trailing wide twelve",
    "trailing twelve",
    "trailing wide clock",
    "trailing clock",
)
"""The forms in which a speaker who goes on is not named again."""

_RULE = re.compile(r"^[\s\-—–─=_*]+|[\s\-—–─=_*]+$")
_HEADING = re.compile(r"#{1,6} \S")
_QUOTE = re.compile(r"\s*>\s?")
_FURNITURE = re.compile(
    r"\d+ repl(?:y|ies)|last reply .{1,40}|view (?:thread|(?:newer|older|all) replies|message)"
    r"|new(?: messages)?|also sent to the channel|replied to a thread:?.*|only visible to you|reply"
    r"|saved for later|add reaction|jump to .{1,30}|\(edited\)|show (?:more|less)|see (?:more|less)",
    re.I,
)
_LONGEST_DAY_LINE = 120
_EDITED = "(edited)"
_COUNT = re.compile(r"\+?\d{1,2}")


@dataclass
class Block:
    """One message as it was copied; `line` is where it begins, from 1. `edited` was shown with it."""

    header: Header
    line: int
    body: list[str] = field(default_factory=list)
    edited: bool = False

    @property
    def words(self) -> str:
        """The words of the message, without the marks that the chat puts around them."""
        return "\n".join(part for part in (self.header.text, *self.body) if part.strip())


@dataclass(frozen=True)
class DayLine:
    """A line that names the day of the messages below it."""

    day: SaidDay
    text: str
    line: int


@dataclass(frozen=True)
class Shape:
    """A copied chat in its parts, in their order; `left_out` are the numbers of the other lines.

    `lines` counts the lines that hold anything.
    """

    parts: tuple[Block | DayLine, ...]
    left_out: tuple[int, ...]
    lines: int

    @property
    def blocks(self) -> list[Block]:
        """The messages alone."""
        return [part for part in self.parts if isinstance(part, Block)]


def shape_of(lines: Sequence[str]) -> Shape:
    """Take a copied chat apart."""
    headers = _chosen(_headers(lines))
    quoted = any(_QUOTE.match(lines[index]) for index in headers)
    walk = _Walk(lines, headers, quoted=quoted)
    walk.run()
    return Shape(tuple(walk.parts), tuple(walk.left_out), sum(1 for line in lines if line.strip()))


def _headers(lines: Sequence[str]) -> dict[int, Header]:
    """Every line that may begin a message, by its index."""
    found: dict[int, Header] = {}
    taken = -1
    for index, line in enumerate(lines):
        stamp = lone_stamp(line)
        if stamp is None:
            header = read_header(line)
            if header is not None:
                found[index] = header
            continue
        named = with_lone_name(lines[index - 1], line, stamp) if index - 1 > taken else None
        if named is not None and index - 1 not in found and _may_be_name(lines, index, found):
            found[index - 1] = named
        elif index + 1 < len(lines) and lines[index + 1].strip():
            found[index] = Header(CONTINUED, "", stamp)
        taken = index
    return {
        index: header
        for index, header in found.items()
        if header.style != CONTINUED or index + 1 not in found
    }


def _may_be_name(lines: Sequence[str], index: int, found: dict[int, Header]) -> bool:
    """Whether the line above a time can be a name, and is not all that the message before it says."""
    told_by_line = lines[index][:1].isspace() or marks_program(lines[index])
    above = index - 2
    alone_in_message = above in found or (
        above >= 1 and above - 1 in found and found[above - 1].lines == 2
    )
    return told_by_line or above < 0 or not alone_in_message


def _chosen(found: dict[int, Header]) -> dict[int, Header]:
    """The headers of the form that the chat uses; another form counts only for those who speak in it."""
    named = [header for header in found.values() if header.name]
    if not named:
        return {}
    styles = Counter(header.style for header in named)
    form = max(styles, key=lambda style: (styles[style], style == "two lines"))
    speakers = {header.name for header in named if header.style == form}
    return {
        index: chosen
        for index, header in found.items()
        if (chosen := _as_used(header, form, speakers)) is not None
    }


def _as_used(header: Header, form: str, speakers: set[str]) -> Header | None:
    if header.style == form:
        return _with_known_name(header, speakers)
    if header.name in speakers:
        return header
    if form in _FLOWING and header.style in (CONTINUED, "stamp before") and not header.name:
        return replace(header, style=CONTINUED, announced=False)
    return None


def _with_known_name(header: Header, speakers: set[str]) -> Header:
    """The words behind a name without a colon, where the name is known from elsewhere."""
    if not header.announced or header.style != "stamp before":
        return header
    for name in sorted(speakers, key=len, reverse=True):
        if header.text.startswith(f"{name} "):
            return replace(header, name=name, text=header.text[len(name) :].strip(), announced=False)
    return header


class _Walk:
    """Goes through the lines once and gives each to where it belongs."""

    def __init__(self, lines: Sequence[str], headers: dict[int, Header], *, quoted: bool) -> None:
        self._lines = lines
        self._headers = headers
        self._quoted = quoted
        self._block: Block | None = None
        self.parts: list[Block | DayLine] = []
        self.left_out: list[int] = []

    def run(self) -> None:
        index = 0
        while index < len(self._lines):
            header = self._headers.get(index)
            if header is not None:
                self._close()
                self._block = Block(header, index + 1)
                self.parts.append(self._block)
                index += header.lines
                continue
            self._take(index, self._lines[index])
            index += 1
        self._close()

    def _take(self, index: int, line: str) -> None:
        bare = _QUOTE.sub("", line, count=1) if self._quoted else line
        day = self._day(index, line)
        if day is not None:
            self._close()
            self._block = None
            self.parts.append(DayLine(day, line.strip(), index + 1))
        elif _HEADING.match(bare):
            self._close()
            self._block = None
            self.left_out.append(index + 1)
        elif self._block is not None:
            self._block.body.append(bare.rstrip())
        elif not _is_nothing(line):
            self.left_out.append(index + 1)

    def _day(self, index: int, line: str) -> SaidDay | None:
        """The day that a line names; a word such as `Today` may also be all that a message says."""
        if len(line) > _LONGEST_DAY_LINE:
            return None
        text = _RULE.sub("", line)
        stamp = lone_stamp(text)
        day = stamp.day if stamp is not None else read_day(text) if 3 <= len(text) <= 40 else None
        if day is None or (self._block is not None and not self._block.words.strip()):
            return None
        return day if self._comes_before_header(index) else None

    def _comes_before_header(self, index: int) -> bool:
        after = index + 1
        while after < len(self._lines) and _is_nothing(self._lines[after]):
            after += 1
        return after in self._headers or after >= len(self._lines)

    def _close(self) -> None:
        """Take away what the chat shows below a message and nobody said."""
        block = self._block
        if block is None:
            return
        block.edited = any(
            line.rstrip().lower().endswith(_EDITED) for line in (block.header.text, *block.body)
        )
        lines = [line for line in block.body if not _FURNITURE.fullmatch(line.strip())]
        while len(lines) > 1 and _is_reaction(lines, has_words=bool(block.header.text)):
            lines.pop()
        block.body = [_without_edited(line) for line in lines]
        block.header = replace(block.header, text=_without_edited(block.header.text))


def _is_nothing(line: str) -> bool:
    return not line.strip() or _FURNITURE.fullmatch(line.strip()) is not None


def _is_reaction(lines: list[str], *, has_words: bool) -> bool:
    """Whether the last line counts reactions, and other lines say what the message says."""
    last = lines[-1].strip()
    others = has_words or any(_says(line) for line in lines[:-1])
    return others and (not last or is_only_emoji(last) or _COUNT.fullmatch(last) is not None)


def _says(line: str) -> bool:
    return bool(line.strip()) and not is_only_emoji(line)


def _without_edited(line: str) -> str:
    bare = line.rstrip()
    return bare[: -len(_EDITED)].rstrip() if bare.lower().endswith(_EDITED) else line
