"""Which backups are kept."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pirtui.domain.backup_policy import DAYS, MONTHS, NEWEST, WEEKS, worth_keeping

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
MOMENTS = st.frozensets(
    st.datetimes(datetime(2020, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)), max_size=60
)


def test_a_year_of_hourly_backups_shrinks_to_a_few() -> None:
    """The newest, and one for each of the last days, weeks and months."""
    hourly = [NOW - timedelta(hours=number) for number in range(24 * 400)]
    kept = sorted(worth_keeping(hourly, NOW), reverse=True)
    assert kept[:NEWEST] == hourly[:NEWEST]
    assert len({moment.date() for moment in kept[:12]}) >= DAYS
    assert len({(moment.year, moment.month) for moment in kept}) == MONTHS
    assert len(kept) <= NEWEST + DAYS + WEEKS + MONTHS


@given(MOMENTS)
def test_the_newest_is_always_kept(moments: frozenset[datetime]) -> None:
    """However many there are, nothing newer than what is kept is removed, and nothing is invented."""
    kept = worth_keeping(moments, NOW)
    assert kept <= moments
    assert len([moment for moment in kept if moment <= NOW]) <= NEWEST + DAYS + WEEKS + MONTHS
    past = [moment for moment in moments if moment <= NOW]
    assert not past or max(past) in kept


@given(MOMENTS)
def test_a_clock_that_was_set_back_removes_nothing_newer(moments: frozenset[datetime]) -> None:
    """What seems to come from the future is kept."""
    assert {moment for moment in moments if moment > NOW} <= worth_keeping(moments, NOW)


@given(MOMENTS)
def test_thinning_out_twice_removes_nothing_more(moments: frozenset[datetime]) -> None:
    """The second time there is nothing left to remove."""
    kept = worth_keeping(moments, NOW)
    assert worth_keeping(kept, NOW) == kept
