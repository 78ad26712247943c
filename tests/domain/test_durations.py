"""Lengths of time in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pirtui.domain.durations import duration_text


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (0, "under 1 min"),
        (0.5, "under 1 min"),
        (-0.5, "under 1 min"),
        (4, "4 min"),
        (59.6, "1 h"),
        (60, "1 h"),
        (72, "1 h 12 min"),
        (1451, "24 h 11 min"),
        (2880, "2 d"),
        (3060, "2 d 3 h"),
        (-12, "-12 min"),
        (-72, "-1 h 12 min"),
    ],
)
def test_a_length_reads_at_a_glance(minutes: float, text: str) -> None:
    """Minutes, then hours and minutes, then days and hours."""
    assert duration_text(minutes) == text


@given(st.floats(min_value=1, max_value=10**7))
def test_a_negative_length_is_the_same_with_a_sign(minutes: float) -> None:
    """The sign is never lost from a minute on."""
    assert duration_text(-minutes) == f"-{duration_text(minutes)}"
