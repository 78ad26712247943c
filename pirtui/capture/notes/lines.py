"""The lines of a text, each told for what it is: a heading, a bullet, a table's row, code…"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-{3,})\s*$")
_BULLET = re.compile(r"(\s*)(?:[-*+•‣▪◦·–]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?(?=\S)")
_QUOTE = re.compile(r"\s*(?:>\s?)+")
_RULE = re.compile(r"\s*(?:(?:[-*_]\s*){3,}|={3,})$")
_REFERENCE = re.compile(r"\s{0,3}\[[^\]]{1,80}\]:")
_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_LABEL = re.compile(r"\*\*[^*]{1,80}\*\*:?\s*$|__[^_]{1,80}__:?\s*$")
_TAB_ROW = re.compile(r"[^\s][^\t]*\t+[^\t]")
_FRONT_MARKS = ("---", "+++")
_LONGEST_FRONT = 400
_LONGEST_UNDERLINED = 90


class LineKind(Enum):
    """What a line is."""

    BLANK = auto()
    FRONT = auto()
    HEADING = auto()
    LABEL = auto()
    BULLET = auto()
    ROW = auto()
    QUOTE = auto()
    CODE = auto()
    REFERENCE = auto()
    RULE = auto()
    TEXT = auto()


@dataclass(frozen=True)
class NoteLine:
    """One line; `number` counts from 1.

    `text` is without the mark of a heading, a bullet or a quote, and `whole` with it (but for a
    quote's). `level` is that of a heading.
    """

    number: int
    kind: LineKind
    text: str
    whole: str
    indent: int = 0
    level: int = 0


def read_lines(text: str) -> tuple[NoteLine, ...]:
    """Tell every line of a text for what it is; comments of Markdown are blank."""
    plain_spaces = _without_comments(text.replace("\u00a0", " ").replace("\u202f", " "))
    raw = [line.expandtabs(4) for line in _with_tabs_as_pipes(plain_spaces.split("\n"))]
    front = _end_of_front(raw)
    fenced = _fenced(raw, front)
    lines = [
        NoteLine(number, LineKind.FRONT, line.strip(), line)
        for number, line in enumerate(raw[:front], 1)
    ]
    for place in range(front, len(raw)):
        kind = LineKind.CODE if place in fenced else None
        lines.append(_read_line(place + 1, raw[place], kind))
    return tuple(_with_tables(_with_underlined(lines)))


def is_delimiter(line: NoteLine) -> bool:
    """Whether the row is the line of dashes below a table's header."""
    return "|" in line.whole and _DELIMITER.match(line.whole) is not None


def _without_comments(text: str) -> str:
    if "<!--" not in text:
        return text
    return _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)


def _with_tabs_as_pipes(raw: Sequence[str]) -> Iterator[str]:
    """Lines whose cells a tab separates, as they come from a page or a sheet, as rows of a table."""
    rows = [_TAB_ROW.match(line) is not None for line in raw]
    for place, line in enumerate(raw):
        beside = any(rows[near] for near in (place - 1, place + 1) if 0 <= near < len(raw))
        emptied = line.startswith("\t") and place > 0 and "\t" in raw[place - 1]
        if beside and (rows[place] or emptied) and line.strip():
            rows[place] = True
            yield (
                "| "
                + " | ".join(cell.replace("|", "\\|") for cell in line.strip("\n").split("\t"))
                + " |"
            )
        else:
            yield line


def _end_of_front(raw: Sequence[str]) -> int:
    if not raw or raw[0].strip() not in _FRONT_MARKS:
        return 0
    closing = raw[0].strip()
    for place in range(1, min(len(raw), _LONGEST_FRONT)):
        if raw[place].strip() == closing:
            return place + 1
    return 0


def _fenced(raw: Sequence[str], start: int) -> set[int]:
    """The places of lines in blocks of code, fences included; a fence that is never closed is text."""
    inside: set[int] = set()
    opened, mark = -1, ""
    for place in range(start, len(raw)):
        line = _QUOTE.sub("", raw[place])
        match = _FENCE.match(line)
        if match is None:
            continue
        if opened < 0:
            if match[1][0] not in line[match.end() :]:
                opened, mark = place, match[1]
        elif line.strip().startswith(mark) and not line.strip().strip(mark[0]):
            inside.update(range(opened, place + 1))
            opened = -1
    return inside


def _read_line(number: int, whole: str, kind: LineKind | None) -> NoteLine:
    indent = len(whole) - len(whole.lstrip())
    if kind is LineKind.CODE:
        return NoteLine(number, kind, whole, whole, indent)
    if not whole.strip():
        return NoteLine(number, LineKind.BLANK, "", "", 0)
    heading = _HEADING.match(whole)
    if heading:
        return NoteLine(number, LineKind.HEADING, heading[2], whole, indent, len(heading[1]))
    if _REFERENCE.match(whole):
        return NoteLine(number, LineKind.REFERENCE, whole.strip(), whole, indent)
    quote = _QUOTE.match(whole)
    if quote:
        inner = whole[quote.end() :]
        return NoteLine(number, LineKind.QUOTE, inner.strip(), inner, indent)
    if _RULE.match(whole):
        return NoteLine(number, LineKind.RULE, "", whole, indent)
    return _read_words(number, whole, indent)


def _read_words(number: int, whole: str, indent: int) -> NoteLine:
    bullet = _BULLET.match(whole)
    text = (whole[bullet.end() :] if bullet else whole).strip()
    if text.startswith("|"):
        return NoteLine(number, LineKind.ROW, text, whole, indent)
    if _LABEL.match(text):
        return NoteLine(number, LineKind.LABEL, text.strip("*_: "), whole, indent)
    return NoteLine(number, LineKind.BULLET if bullet else LineKind.TEXT, text, whole, indent)


def _with_underlined(lines: Sequence[NoteLine]) -> list[NoteLine]:
    """Headings that are marked by a line of dashes or equals signs below them."""
    found = list(lines)
    for place in range(1, len(found)):
        above, line = found[place - 1], found[place]
        underline = _UNDERLINE.match(line.whole)
        if line.kind not in (LineKind.RULE, LineKind.TEXT) or underline is None:
            continue
        alone = place < 2 or found[place - 2].kind is not LineKind.TEXT
        if above.kind is LineKind.TEXT and alone and len(above.text) <= _LONGEST_UNDERLINED:
            level = 1 if underline[1].startswith("=") else 2
            found[place - 1] = replace(above, kind=LineKind.HEADING, level=level)
            found[place] = replace(line, kind=LineKind.BLANK, text="")
    return found


def _with_tables(lines: Sequence[NoteLine]) -> Iterator[NoteLine]:
    """Rows without outer pipes are rows too, where a line of dashes makes a table of them."""
    rows: set[int] = set()
    for place, line in enumerate(lines):
        if is_delimiter(line) and place and "|" in lines[place - 1].whole:
            rows |= {place - 1, place, *_rows_below(lines, place)}
    for place, line in enumerate(lines):
        yield replace(line, kind=LineKind.ROW) if place in rows else line


def _rows_below(lines: Sequence[NoteLine], place: int) -> Iterator[int]:
    for below in range(place + 1, len(lines)):
        line = lines[below]
        if line.kind in (LineKind.BLANK, LineKind.HEADING, LineKind.CODE) or "|" not in line.whole:
            return
        yield below
