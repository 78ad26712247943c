"""The words of notes as the timeline shows them: without Markdown's marks, one line for the text."""

import re
from collections.abc import Sequence

from pirtui.domain.visible import visible, visible_lines

_BREAK = re.compile(r"<br\s*/?>", re.I)
_ANCHOR = re.compile(r"<a\s+(?:id|name)=[^>]*>\s*</a>", re.I)
_FOOTNOTE = re.compile(r"(?<=\S)\[\^[^\]\s]{1,40}\]")
_IMAGE = re.compile(r"!\[([^\]]*)\]\(\s*<?([^\s)>]+)>?[^)]*\)")
_LINK = re.compile(r"\[([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]\(\s*<?([^\s)>]+)>?(?:\s+\"[^\"]*\")?\)")
_AUTOLINK = re.compile(r"<((?:https?|mailto|ftp):[^\s>]+)>")
_BOLD = re.compile(
    r"(?<![\w*])\*\*(?=\S)(.+?)(?<=\S)\*\*(?!\*)|(?<![\w_])__(?=\S)(.+?)(?<=\S)__(?![\w_])"
)
_EDGES = re.compile(r"^(?:\*\*|__)\s*(?=[^*_])|(?<=[^*_])\s*(?:\*\*|__)$")
LONGEST_TEXT = 240
"""The longest first paragraph, in characters, that is taken whole as an event's text."""


def plain(words: str) -> str:
    """Words without breaks, link syntax, footnote marks and bold: links keep label and address."""
    words = _BREAK.sub(" ", _ANCHOR.sub("", words))
    words = _FOOTNOTE.sub("", words)
    words = _IMAGE.sub(_labelled, words)
    words = _LINK.sub(_labelled, words)
    words = _AUTOLINK.sub(r"\1", words)
    words = _BOLD.sub(lambda match: match[1] or match[2], words)
    if words.count("**") % 2 or words.count("__") % 2:
        words = _EDGES.sub("", words)
    return " ".join(words.split())


def without_notes(words: str) -> str:
    """Words without the marks of footnotes and anchors, which may stand right behind a time."""
    return _FOOTNOTE.sub("", _ANCHOR.sub("", words))


def text_and_note(first: Sequence[str], others: Sequence[str]) -> tuple[str, str]:
    """The one line of an event's text, and the lines of its note.

    `first` is the paragraph with which the event begins, `others` what follows it. A paragraph that is
    too long for a timeline leaves all but its first line to the note.
    """
    told = [line for line in (visible(plain(line)) for line in first) if line]
    rest = [visible_lines(line).rstrip() for line in others]
    while not told and any(line.strip() for line in rest):
        taken = visible(plain(rest.pop(0)))
        told = [taken] if taken else []
    joined = " ".join(told)
    if len(joined) > LONGEST_TEXT and len(told) > 1:
        joined, rest = told[0], [*told[1:], *rest]
    return joined, _trimmed(rest)


def _labelled(match: re.Match[str]) -> str:
    label, address = match[1].strip(), match[2].strip()
    return address if not label or label == address else f"{label} ({address})"


def _trimmed(lines: Sequence[str]) -> str:
    kept: list[str] = []
    for line in lines:
        if line.strip() or (kept and kept[-1].strip()):
            kept.append(line)
    return "\n".join(kept).strip("\n")
