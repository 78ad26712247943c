"""Breaking text into lines by cells."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from pirtui.widgets.wrapping import elided, wrapped

SIGNS = ("a", "bc", " ", "  ", "日本", "e\u0301", "☁\ufe0f", "👩\u200d👧", "👩‍👩‍👧‍👦", "ש", "🇩🇪")
TEXTS = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(2, 20))
def test_no_line_is_wider_than_it_may_be(text: str, width: int) -> None:
    """Lines fit their width in cells, whatever the script."""
    assert all(cell_len(text[start:end]) <= width for start, end in wrapped(text, width))


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(0, 20))
def test_only_spaces_fall_away(text: str, width: int) -> None:
    """Nothing but the spaces at which lines break is missing from the lines."""
    lines = wrapped(text, width)
    left_out = []
    place = 0
    for start, end in lines:
        left_out.append(text[place:start])
        place = end
    left_out.append(text[place:])
    assert "".join(left_out).strip(" ") == ""
    assert lines


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(0, 20))
def test_an_elided_text_fits(text: str, width: int) -> None:
    """A text that is cut fits, and says that something is missing."""
    shown = elided(text, width)
    assert cell_len(shown) <= width
    assert shown == text or width == 0 or shown.endswith("…")


def test_joined_signs_stay_together() -> None:
    """A family of four is one sign and is not torn apart at the end of a line."""
    family = "👩‍👩‍👧‍👦"
    text = family * 4
    assert [text[start:end] for start, end in wrapped(text, 4)] == [family * 2, family * 2]


def test_words_move_to_the_next_line_whole() -> None:
    """A line breaks at a space where it can, and within a word only where it must."""
    text = "one two abcdefghij"
    assert [text[start:end] for start, end in wrapped(text, 8)] == ["one two", "abcdefgh", "ij"]
