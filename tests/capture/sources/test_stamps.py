"""Exact times of machines, however many digits they have."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.capture.sources import stamps

AT = datetime(2026, 5, 4, 9, 12, 30, 104233, UTC)


@pytest.mark.parametrize(
    "stamp",
    [
        "2026-05-04T09:12:30.104233Z",
        "2026-05-04T09:12:30.104233789Z",
        "2026-05-04T11:12:30.104233+02:00",
        "2026-05-04T11:12:30,104233+0200",
        "2026-05-04 09:12:30.104233 UTC",
        "2026-05-04 02:12:30.104233 -0700",
        "2026-05-04T09:12:30.104233z",
    ],
)
def test_every_spelling_of_a_stamp_is_read(stamp: str) -> None:
    """Nanoseconds, commas, offsets and words for UTC all name the same instant."""
    assert stamps.instant(stamp) == AT


@pytest.mark.parametrize(
    "stamp", ["", "soon", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-05-04T09:12:30", "null"]
)
def test_what_is_no_time_is_none(stamp: str) -> None:
    """Words, "not yet", "never" and a time without a zone give none."""
    assert stamps.instant(stamp) is None


@pytest.mark.parametrize(
    "value",
    [1777885950.104233, 1777885950104.233, "1777885950104233", 1777885950104233, "1777885950104233789"],
)
def test_the_size_of_a_count_tells_its_unit(value: object) -> None:
    """Seconds, milliseconds, microseconds and nanoseconds since 1970 are told apart."""
    at = stamps.stated(value)
    assert at is not None
    assert abs(at - AT) < timedelta(milliseconds=1)


@settings(max_examples=200, deadline=None)
@given(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.lists(st.none())
)
def test_nothing_raises(value: object) -> None:
    """Whatever stands in place of a time, it is an instant or none."""
    at = stamps.stated(value)
    assert at is None or at.tzinfo is not None


@pytest.mark.parametrize("count", ["1e999999", "1e900000", "NaN", "Infinity", "-1e50", "x", 10**400])
def test_counts_that_no_clock_shows_are_none(count: str | int) -> None:
    """Huge and impossible counts cost nothing and give none."""
    assert stamps.epoch(count) is None


def test_a_moment_is_on_the_clocks_of_the_zone() -> None:
    """The instant stays, its offset is the zone's, and the source's spelling is kept visibly."""
    moment = stamps.moment(AT, "a\udc80b", "Europe/Berlin")
    assert moment.start == AT
    assert moment.start.tzinfo == timezone(timedelta(hours=2))
    assert moment.raw == "a\ufffdb"
