"""Hands counted at the close, as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pirtui.capture.close_rounds import parse_close_round, print_close_round
from pirtui.domain.close_round import CloseRound

WHOLE = CloseRound(answered=8, learned=6, come_again=7)


@pytest.mark.parametrize(
    "typed",
    [
        "learned 6 of 8, again 7",
        "6 7 8",
        "6/8 7",
        "learned 6/8 again 7/8",
        "6 learned, 7 again, of 8",
        "6 of 8 learned, 7 of 8 again",
        "Learnt: 6, come again: 7, people 8",
        "again 7, learned 6 out of 8",
    ],
)
def test_counts_are_read_in_any_order(typed: str) -> None:
    """Words beside the numbers decide; without them, the order of the questions does."""
    assert parse_close_round(typed) == WHOLE


@pytest.mark.parametrize(
    "typed", ["", "nobody", "learned 9 of 8", "6 7 8 9", "6 of 8, 7 of 9", "Jane 5"]
)
def test_what_cannot_be_counted_is_refused(typed: str) -> None:
    """More hands than people, a fourth number or a name are no count."""
    assert parse_close_round(typed) is None


@given(st.tuples(*[st.none() | st.integers(0, 50)] * 3))
def test_what_is_printed_reads_back(counts: tuple[int | None, int | None, int | None]) -> None:
    """Whatever was counted is the same after an edit that changes nothing."""
    answered, learned, again = counts
    counted = CloseRound(answered=answered, learned=learned, come_again=again)
    if counted.is_counted and (answered is None or max(learned or 0, again or 0) <= answered):
        assert parse_close_round(print_close_round(counted)) == counted
