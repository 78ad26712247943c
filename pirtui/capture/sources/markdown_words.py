"""Markdown as the plain words that it shows, with links named, lists on lines, and code fenced."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from pirtui.capture.sources.chat_markup import fenced, labelled
from pirtui.capture.sources.html_words import html_words

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_LINE_BREAK = re.compile(r"<br\s*/?>$", re.I)
_CELLS = ("th_open", "td_open")


def markdown_words(text: str) -> str:
    """The words of a text in Markdown; comments that nobody sees are left out.

    Blocks of code stay fenced on lines of their own, so that they become an event's note.
    """
    page = _Page()
    before = ""
    for token in _parser().parse(_HIDDEN.sub("", text.replace("\r\n", "\n"))):
        page.add(token, in_cell=before in _CELLS)
        before = token.type
    return "\n".join(page.lines).strip("\n")


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


class _Page:
    """The lines of a text, as its blocks come in."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._cells: list[str] = []
        self._mark = ""

    def add(self, token: "Token", *, in_cell: bool) -> None:
        """Add what a token shows, if it shows anything."""
        if token.type in ("fence", "code_block"):
            self.lines.append(fenced(token.content))
        elif token.type == "html_block":
            self._add_line(html_words(token.content, _nothing).strip())
        elif token.type == "list_item_open":
            self._mark = f"{token.info}. " if token.info else "• "
        elif token.type == "tr_close":
            self._add_line(" · ".join(self._cells))
            self._cells = []
        elif token.type == "inline":
            words = _inline(token.children or ())
            self._cells.append(words) if in_cell else self._add_line(words)

    def _add_line(self, words: str) -> None:
        self.lines.append(f"{self._mark}{words}")
        self._mark = ""


def _inline(tokens: "Sequence[Token]") -> str:
    """Words with their emphasis taken off and their links named."""
    words: list[str] = []
    links: list[tuple[int, str]] = []
    for token in tokens:
        if token.type == "link_open":
            links.append((len(words), str(token.attrGet("href") or "")))
        elif token.type == "link_close" and links:
            start, address = links.pop()
            words[start:] = [labelled("".join(words[start:]), address)]
        else:
            words.append(_shown(token))
    return "".join(words)


def _shown(token: "Token") -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type == "code_inline":
        return f"`{token.content}`"
    if token.type == "image":
        return f"[{token.content}]" if token.content else "(image)"
    if token.type == "html_inline":
        return "\n" if _LINE_BREAK.match(token.content) else ""
    return token.content


def _nothing(_key: str) -> str:
    return ""
