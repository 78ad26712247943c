"""Breaking text into lines by the cells it takes on the screen, wide characters included."""

from rich.cells import cell_len, split_graphemes

_LONGEST_JOINED = 8
"""Characters that may share a cell before a joined sign can be cut; families take eight at most."""


def wrapped(text: str, width: int) -> list[tuple[int, int]]:
    """Where each line of `text` starts and ends when no line may take more than `width` cells.

    Lines break at spaces, which then fall away; a word longer than a line is cut. There is always at
    least one line.
    """
    width = max(width, 1)
    if _fits(text, width):
        return [(0, len(text))]
    lines: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        end = _furthest(text, start, width)
        if end < len(text):
            space = text.rfind(" ", start + 1, end + 1)
            end = space if space > start else end
        lines.append((start, end))
        start = end
        while start < len(text) and text[start] == " ":
            start += 1
    return lines or [(0, 0)]


def _fits(text: str, width: int) -> bool:
    if len(text) > width:
        return False
    return text.isascii() or cell_len(text) <= width


def _furthest(text: str, start: int, width: int) -> int:
    """The first place past `start` that no longer fits; always at least one grapheme on."""
    if text[start : start + width].isascii():
        return min(start + width, len(text))
    chunk = text[start : start + width * _LONGEST_JOINED]
    used = 0
    for begin, end, cells in split_graphemes(chunk)[0]:
        used += cells
        if used > width:
            return start + (begin or end)
    return start + len(chunk)


def elided(text: str, width: int) -> str:
    """The text cut to `width` cells, with an ellipsis where something is missing."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    cut = _furthest(text, 0, width - 1) if width > 1 else 0
    kept = text[:cut].rstrip()
    return f"{kept}…" if cell_len(kept) < width else "…"
