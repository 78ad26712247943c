"""A report's Markdown, cut and cleaned for Textual's own renderer."""

import re

_MOST_LINES = 1500
_COMMENT = re.compile(r"<!--.*?-->\n*", re.DOTALL)
_ANCHOR = re.compile(r"<a id=\"[a-z]\d+\"(?: name=\"[a-z]\d+\")?></a>")


def for_screen(markdown: str) -> str:
    """The report without front matter, comments and anchors, and no longer than a screen can bear."""
    body = markdown
    if body.startswith("---\n"):
        _, _, body = body[4:].partition("\n---\n")
    body = _ANCHOR.sub("", _COMMENT.sub("", body))
    lines = body.splitlines()
    if len(lines) <= _MOST_LINES:
        return body
    shown = "\n".join(lines[:_MOST_LINES])
    return f"{shown}\n\n*The preview ends here; the exported report holds all {len(lines)} lines.*\n"
