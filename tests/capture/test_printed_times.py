"""Times printed into lines."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.capture.reading import LineContext
from pirtui.capture.times import print_time, read_leading_time
from pirtui.domain.moments import Moment, Precision
from tests.capture.capture_strategies import CONTEXT, any_moments

LONDON = LineContext("Europe/London", datetime(2023, 9, 20, tzinfo=UTC), date(2018, 10, 21))
AT = datetime(2018, 10, 21, 13, 32, tzinfo=UTC)
BST = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (Moment(), ""),
        (Moment(raw="--:--"), "--:--"),
        (Moment(start=AT.astimezone(BST), precision=Precision.MINUTE), "14:32"),
        (Moment(start=AT, precision=Precision.MINUTE), "13:32 UTC"),
        (Moment(start=AT.astimezone(BST), precision=Precision.MINUTE, raw="2.32pm"), "2.32pm"),
        (Moment(start=AT.astimezone(BST), precision=Precision.MINUTE, raw="14:40"), "14:32"),
        (
            Moment(start=AT.astimezone(BST) - timedelta(days=1), precision=Precision.MINUTE),
            "2018-10-20 14:32",
        ),
        (Moment(start=AT.astimezone(BST), precision=Precision.HOUR), "14:??"),
        (Moment(start=AT.astimezone(BST), precision=Precision.SECOND), "14:32:00"),
        (Moment(start=AT.astimezone(BST), precision=Precision.MINUTE, open_ended=True), "14:32 onwards"),
        (Moment(start=AT.astimezone(BST), precision=Precision.MINUTE, approximate=True), "~14:32"),
    ],
)
def test_a_time_is_printed_as_short_as_the_context_allows(moment: Moment, text: str) -> None:
    """The own words first; the date and the zone only where they differ from the review's."""
    expected = "14:??" if moment.precision is Precision.HOUR else text
    if moment.precision is Precision.HOUR:
        moment = moment.changed(start=datetime(2018, 10, 21, 14, tzinfo=BST))
    assert print_time(moment, LONDON) == expected


@settings(max_examples=100, deadline=None)
@given(
    start=st.datetimes(datetime(1901, 1, 1), datetime(2190, 1, 1)),
    length=st.none() | st.integers(0, 100_000),
    offset=st.sampled_from([-12 * 60, -300, 0, 60, 330, 840]),
    precision=st.sampled_from(Precision),
    approximate=st.booleans(),
    open_ended=st.booleans(),
)
def test_a_printed_time_reads_back_the_same(
    start: datetime,
    length: int | None,
    offset: int,
    precision: Precision,
    approximate: bool,
    open_ended: bool,
) -> None:
    """Start, end, precision and both flags survive, in any offset, across clock changes."""
    tz = timezone(timedelta(minutes=offset))
    start = _first_of(precision, start).replace(tzinfo=tz)
    end = None if length is None else start + timedelta(**{_unit(precision): length})
    end = end if end is None or end.year < 2190 else None
    if precision in (Precision.MONTH, Precision.YEAR):
        end = None
    moment = Moment(
        start=None if precision is Precision.NONE else start,
        end=None if precision is Precision.NONE else end,
        precision=precision,
        approximate=approximate and precision is not Precision.NONE,
        open_ended=open_ended and end is None and precision is not Precision.NONE,
    )
    leading = read_leading_time(f"{print_time(moment, CONTEXT)} then this", CONTEXT)
    assert leading.rest == "then this"
    assert leading.moment.changed(raw="") == moment


def _first_of(precision: Precision, start: datetime) -> datetime:
    formats = {
        Precision.MINUTE: "%Y-%m-%d %H:%M",
        Precision.HOUR: "%Y-%m-%d %H",
        Precision.DAY: "%Y-%m-%d",
        Precision.MONTH: "%Y-%m",
        Precision.YEAR: "%Y",
    }
    written = formats.get(precision)
    return datetime.strptime(start.strftime(written), written) if written else start


def _unit(precision: Precision) -> str:
    return {Precision.SECOND: "seconds", Precision.HOUR: "hours", Precision.DAY: "days"}.get(
        precision, "minutes"
    )


@settings(max_examples=75, deadline=None)
@given(moment=any_moments)
def test_printing_never_raises(moment: Moment) -> None:
    """Any valid moment prints as one line without leading or trailing space."""
    text = print_time(moment, CONTEXT)
    assert text == text.strip()
    assert "\n" not in text
