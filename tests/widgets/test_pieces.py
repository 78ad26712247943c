"""Lines put together from pieces, and cells divided to scale."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.widgets.phase_strip import shares
from pirtui.widgets.pieces import at_edges, cells, fitted, separated

TEXTS = st.lists(st.text("ab 語é", max_size=12), max_size=6).map(
    lambda texts: [(text, "bold") for text in texts]
)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.integers(-1, 30))
def test_fitted_pieces_never_take_more_than_their_room(
    pieces: list[tuple[str, str]], width: int
) -> None:
    """Pieces are cut to the cells there are, and stay whole where there is room."""
    assert cells(fitted(pieces, width)) <= max(width, 0)
    if cells(pieces) < width:
        assert fitted(pieces, width) == pieces


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS, st.integers(0, 30))
def test_two_parts_fill_a_line_exactly(
    left: list[tuple[str, str]], right: list[tuple[str, str]], width: int
) -> None:
    """A line with a part at each edge takes the whole width and no more."""
    assert cells(at_edges(left, right, width)) == width


def test_the_left_part_gives_way() -> None:
    """The part at the right edge stays whole as long as it fits at all."""
    line = "".join(text for text, _ in at_edges([("a long title", "")], [("saved", "")], 12))
    assert line == "a lon… saved"


def test_separators_stand_between_pieces_only() -> None:
    """There is no separator before the first or after the last piece."""
    assert separated([("a", ""), ("b", "")]) == [("a", ""), ("  ", ""), ("b", "")]
    assert separated([]) == []


@settings(max_examples=200, deadline=None)
@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=6), st.integers(0, 100))
def test_every_phase_has_a_cell_and_no_cell_is_left_over(lengths: list[float], width: int) -> None:
    """The shares fill the width; each length has at least one cell where there are enough."""
    given_cells = shares(lengths, width)
    assert sum(given_cells) == width if width >= len(lengths) else sum(given_cells) <= width
    assert min(given_cells) >= (1 if width >= len(lengths) else 0)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.floats(1, 1e3), min_size=1, max_size=6), st.integers(6, 200))
def test_longer_phases_never_take_fewer_cells(lengths: list[float], width: int) -> None:
    """A longer phase is never drawn shorter than a shorter one, but for the rounding of one cell."""
    given_cells = shares(lengths, width)
    for length, taken in zip(lengths, given_cells, strict=True):
        for other, other_taken in zip(lengths, given_cells, strict=True):
            assert length < other or taken >= other_taken - 1


@pytest.mark.parametrize(
    ("lengths", "width", "expected"),
    [
        ([30, 15, 15, 60], 80, [20, 10, 10, 40]),
        ([1000, 1, 1, 1], 10, [7, 1, 1, 1]),
        ([1, 2, 3, 4, 5, 6], 3, [0, 0, 0, 1, 1, 1]),
        ([0, 0], 5, [2, 3]),
        ([5], 0, [0]),
    ],
)
def test_cells_to_scale(lengths: list[float], width: int, expected: list[int]) -> None:
    """Cells go to the lengths in proportion."""
    assert sorted(shares(lengths, width)) == sorted(expected)
