"""User text as Markdown that shows it literally: it opens no structure, no HTML and no link.

One function serves every place: a paragraph, a list item, a heading, a table cell, a link label. The
escapes are those of CommonMark and GFM, so they mean the same inside and outside of tables. Characters
are escaped only where they could mean something, so that the raw Markdown stays readable: `snake_case`,
`3.7 million` and `-5 ms` stay as they are.

Two things are beyond a Markdown file's reach, because hosts look for them in the rendered text: GitHub
turns a bare e-mail address into a `mailto:` link, and `@name` into a mention when the text is pasted
into a comment.
"""

import json
import re
from typing import NewType
from urllib.parse import quote, urlsplit

from pirtui.domain.visible import visible, visible_lines

Markdown = NewType("Markdown", str)
"""Text that is Markdown already: our own, or a person's after escaping."""

_ALWAYS = r"[\\`*\[\]<|~$]"
_UNDERSCORES = r"(?<![^\W_])_+|_+(?![^\W_])"
_ENTITY = r"&(?=[#A-Za-z])"
_DOMAIN_DOT = r"(?<=\S)\.(?=[^\W\d_])|(?<=[Ww]{3})\."
_EMAIL_AT = r"(?<=\S)@(?=\S)"
_DOUBLE_SLASH = r"/(?=/)"
_HEADING_END = r"(?<= )#+$"
_SPECIAL = re.compile(
    "|".join(
        (_ALWAYS, _UNDERSCORES, _ENTITY, _DOMAIN_DOT, _EMAIL_AT, _DOUBLE_SLASH, _HEADING_END),
    )
)

_LINE_START = re.compile(r"(?=[#>=]|[-:](?![^\W_])|\+(?:\s|$))")
_LIST_NUMBER = re.compile(r"(\d{1,9})(?=[.)](?:\s|$))")
_SPACES = re.compile(r" {2,}")

_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_LOOSE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ADDRESS_CHARACTERS = "/:?#@!$&'+,=%"


def shown(text: str) -> str:
    """The words that a report shows for a text: on one line, trimmed, nothing hidden; not escaped.

    A byte order mark is named, because some tools take it for a space at the end of a line.
    """
    return _SPACES.sub(" ", visible(text).replace("\ufeff", "⟨U+FEFF⟩")).strip()


def inline(text: str) -> Markdown:
    """One line of literal text, safe wherever Markdown takes inline content or starts a block."""
    if not text:
        return Markdown("")
    words = shown(text)
    escaped = _SPECIAL.sub(_backslashed, words)
    if _LINE_START.match(words):
        return Markdown("\\" + escaped)
    return Markdown(
        _LIST_NUMBER.sub(r"\1\\", escaped, count=1) if _LIST_NUMBER.match(words) else escaped
    )


def paragraphs(text: str) -> tuple[Markdown, ...]:
    """A text of several lines: blank lines part paragraphs, other line breaks are kept."""
    blocks: list[list[str]] = [[]]
    for line in visible_lines(text).split("\n"):
        if escaped := inline(line):
            blocks[-1].append(escaped)
        elif blocks[-1]:
            blocks.append([])
    return tuple(Markdown("\\\n".join(block)) for block in blocks if block)


def web_address(text: str) -> str | None:
    """The address as a link destination, percent-encoded; `None` unless it is a plain http(s) address.

    Addresses that carry a user name, and thereby perhaps a secret or a false host, are not linked.
    """
    if not _WEB_ADDRESS.fullmatch(text) or visible(text) != text:
        return None
    try:
        host = urlsplit(text).netloc
    except ValueError:
        return None
    if not host.strip(".:") or "@" in host or "[" in host or "\\" in host:
        return None
    return quote(_LOOSE_PERCENT.sub("%25", text), safe=_ADDRESS_CHARACTERS)


def link(label: str, address: str) -> Markdown:
    """A link if the address is a plain http(s) one, the label with the address as text if it is not."""
    words = inline(label)
    target = web_address(address.strip())
    if target:
        return Markdown(f"[{words or inline(address)}]({target})")
    return Markdown(": ".join(part for part in (words, inline(address)) if part))


def yaml_string(text: str) -> str:
    """A text as a double-quoted YAML scalar on one line, whatever it holds."""
    quoted = json.dumps(shown(text), ensure_ascii=False)
    return "".join(part if part.isprintable() else _yaml_escape(part) for part in quoted)


def _backslashed(found: re.Match[str]) -> str:
    return "".join("\\" + character for character in found[0])


def _yaml_escape(character: str) -> str:
    code = ord(character)
    return f"\\U{code:08X}" if code > 0xFFFF else f"\\u{code:04X}"
