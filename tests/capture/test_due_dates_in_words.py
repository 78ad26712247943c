"""Due dates as a room says them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pirtui.capture.due_dates import is_due, read_due

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("next-fri", date(2026, 12, 4)),
        ("next friday", date(2026, 12, 4)),
        ("this friday", date(2026, 11, 27)),
        ("in-3-weeks", date(2026, 12, 14)),
        ("in two months", date(2027, 1, 23)),
        ("in a week", date(2026, 11, 30)),
        ("dec-4", date(2026, 12, 4)),
        ("4-dec", date(2026, 12, 4)),
        ("4th of December 2027", date(2027, 12, 4)),
        ("nov 3", date(2027, 11, 3)),
        ("end of next week", date(2026, 12, 4)),
        ("end-of-month", date(2026, 11, 30)),
        ("end of the quarter", date(2026, 12, 31)),
        ("end of next quarter", date(2027, 3, 31)),
        ("End of year", date(2026, 12, 31)),
        ("next week", date(2026, 12, 4)),
        ("next month", date(2026, 12, 31)),
    ],
)
def test_a_date_in_words_is_the_day_that_is_meant(said: str, meant: date) -> None:
    """Counted from a Monday in November."""
    assert read_due(said, MONDAY) == meant


@pytest.mark.parametrize(
    "said", ["30 feb", "next", "in weeks", "13-13", "end of time", "soon", "may be"]
)
def test_what_is_no_date_stays_text(said: str) -> None:
    """Nothing is guessed."""
    assert read_due(said, MONDAY) is None


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.text(max_size=20))
def test_nothing_raises_and_words_ahead_lie_ahead(now: date, noise: str) -> None:
    """Whatever is typed is a date or is not, on any day of any year."""
    is_due(noise)
    for said in ("next fri", "in 2 weeks", "end of next month", "end of next quarter", "in a month"):
        due = read_due(said, now)
        assert due is not None
        assert due > now
