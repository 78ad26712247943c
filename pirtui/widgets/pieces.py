"""Lines put together from styled pieces, measured in the cells they take on the screen."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from pirtui.widgets.wrapping import elided

Piece = tuple[str, str]
"""A piece of a line: its text and its style."""


def separated(pieces: Iterable[Piece], separator: str = "  ") -> list[Piece]:
    """The pieces with a separator between any two of them."""
    between: list[Piece] = []
    for piece in pieces:
        between += [(separator, ""), piece]
    return between[1:]


def fitted(pieces: Iterable[Piece], width: int) -> list[Piece]:
    """As many pieces as fit in `width` cells; the one at the edge is cut, with an ellipsis."""
    kept: list[Piece] = []
    room = width
    for text, style in pieces:
        if room <= 0:
            break
        kept.append((elided(text, room), style))
        room -= cell_len(text)
    return kept


def cells(pieces: Iterable[Piece]) -> int:
    """How many cells the pieces take together."""
    return sum(cell_len(text) for text, _ in pieces)


def at_edges(left: Sequence[Piece], right: Sequence[Piece], width: int) -> list[Piece]:
    """One line with a part at each edge; the left part gives way when both do not fit."""
    right = fitted(right, width)
    taken = cells(right)
    left = fitted(left, width - taken - 1 if taken else width)
    return [*left, (" " * (width - cells(left) - taken), ""), *right]
