"""A report's Markdown, cut and cleaned for Textual's own renderer.

Textual draws every cell of a table and every item of a list as a widget of its own, which takes
seconds from a few hundred on; so long ones become one paragraph with a row to a line.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from pirtui.domain.visible import visible_lines

LONGEST_DRAWN = 40
"""How many rows of a table, or items of a list, are drawn each by itself."""

LONGEST_SHOWN = 400
"""How many rows of one table, or items of one list, the preview shows at all."""

_MOST_LINES = 1500

_COMMENT = re.compile(r"(?<!\\)<!--.*?-->\n*", re.DOTALL)
_ANCHOR = re.compile(r"(?<!\\)<a id=\"([a-z][a-z0-9-]*)\"(?: name=\"\1\")?></a>")
_CELL_END = re.compile(r"(?<!\\)\|")
_HARD_BREAK = "\\\n"


def for_screen(markdown: str) -> str:
    """The report without front matter, comments and anchors, its long tables and lists shortened."""
    body = visible_lines(markdown)
    if body.startswith("---\n"):
        _, _, body = body[4:].partition("\n---\n")
    lines = _ANCHOR.sub("", _COMMENT.sub("", body)).split("\n")
    shown = [line for kind, run in groupby(lines, _kind) for line in _shown(kind, list(run))]
    if len(shown) > _MOST_LINES:
        ending = f"*The preview ends here; the exported report holds all {len(lines)} lines.*"
        shown = [*shown[:_MOST_LINES], "", ending]
    return "\n".join(shown)


def _kind(line: str) -> str:
    """Which lines belong together: the rows of a table, the items of a list, or neither."""
    return line[0] if line.startswith(("|", "- ")) else ""


def _shown(kind: str, run: Sequence[str]) -> Iterator[str]:
    if not kind or len(run) <= LONGEST_DRAWN:
        yield from run
        return
    rows = run[2:] if kind == "|" else run
    yield ""
    yield _HARD_BREAK.join(_as_line(row) for row in rows[:LONGEST_SHOWN])
    yield ""
    if len(rows) > LONGEST_SHOWN:
        yield (
            f"*The preview shows the first {LONGEST_SHOWN} of these {len(rows)} lines; "
            "the exported report has them all.*"
        )
        yield ""


def _as_line(row: str) -> str:
    if row.startswith("- "):
        return f"• {row[2:]}"
    cells = (cell.strip() for cell in _CELL_END.split(row))
    return " · ".join(cell for cell in cells if cell)
