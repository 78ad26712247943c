"""Which day a date in a line means."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from pirtui.capture.dates import read_day
from pirtui.capture.reading import LineContext
from pirtui.capture.times import read_leading_time

MARCH = LineContext("UTC", datetime(2019, 4, 1, tzinfo=UTC), date(2019, 3, 26))


def _day(line: str, context: LineContext = MARCH) -> date | None:
    start = read_leading_time(line, context).moment.start
    return start.date() if start else None


@pytest.mark.parametrize(
    ("day_first", "day", "doubts"),
    [(None, date(2026, 5, 4), 1), (True, date(2026, 5, 4), 0), (False, date(2026, 4, 5), 0)],
)
@pytest.mark.parametrize("line", ["4/5/2026 9:12 x", "4/5/26 9:12 x", "04-05-2026 x"])
def test_the_order_of_day_and_month_is_a_setting(
    line: str, day_first: bool | None, day: date, doubts: int
) -> None:
    """Day first with a question; without one where somebody has said the order."""
    context = replace(MARCH, day_first=day_first)
    assert _day(line, context) == day
    assert len(read_leading_time(line, context).doubts) == doubts


def test_only_one_order_may_be_possible() -> None:
    """`25/4` cannot be a month, whatever the setting says."""
    for order in (None, True, False):
        context = replace(MARCH, day_first=order)
        for line in ("25/4/2026 x", "4/25/2026 x"):
            assert _day(line, context) == date(2026, 4, 25)
            assert read_leading_time(line, context).doubts == ()


def test_the_other_order_is_offered_as_a_line() -> None:
    """Taking it changes the day and nothing else."""
    leading = read_leading_time("4/5/2026 9:12-9:20 x", MARCH)
    assert leading.alternatives[0].line == "2026-04-05 09:12-09:20 x"


def test_a_year_left_out_is_the_nearest() -> None:
    """December under a March title is the year before; slashes take the order that is nearer."""
    assert _day("[12-05 16:21] x") == date(2018, 12, 5)
    assert _day("[03-26 23:04] x") == date(2019, 3, 26)
    assert _day("5 Dec x") == date(2018, 12, 5)
    assert _day("3/4 9:30 x") == date(2019, 4, 3)
    assert _day("3/27 9:30 x") == date(2019, 3, 27)
    assert _day("27.3. 9:30 x") == date(2019, 3, 27)
    july = replace(MARCH, on=date(2025, 7, 8))
    assert _day("7/9 9:30 AM x", july) == date(2025, 7, 9)
    assert "Sun 7 Sep" in read_leading_time("7/9 9:30 AM x", july).doubts[0]


def test_dates_with_dots_have_the_day_first() -> None:
    """Nobody writes the month first there, so nothing is asked."""
    leading = read_leading_time("04.05.2023 14:30 x", MARCH)
    assert (_day("04.05.2023 14:30 x"), leading.doubts) == (date(2023, 5, 4), ())


def test_two_years_are_the_first_with_a_question() -> None:
    """`2021/22` could be either."""
    leading = read_leading_time("2021/22-??-?? HH:mm x", MARCH)
    assert leading.moment.precision.value == "year"
    assert (_day("2021/22-??-?? HH:mm x"), leading.doubts) == (
        date(2021, 1, 1),
        ("Read as 2021. Is it 2022?",),
    )
    assert leading.alternatives[0].line == "2022-??-?? x"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Wed 1 November 2023", (2023, 11, 1)),
        ("2023-11-01 (Wed)", (2023, 11, 1)),
        ("Wednesday, November 1st, 2023", (2023, 11, 1)),
        ("1st of November 2023", (2023, 11, 1)),
        ("1-Nov-23", (2023, 11, 1)),
        ("01/Nov/2023", (2023, 11, 1)),
        ("2023 Nov 1", (2023, 11, 1)),
        ("Mittwoch, 1. November 2023", (2023, 11, 1)),
        ("mercredi 1 novembre 2023", (2023, 11, 1)),
        ("Sept. 5, 2023", (2023, 9, 5)),
    ],
)
def test_a_day_is_read_whole(text: str, day: tuple[int, int, int]) -> None:
    """Weekday, ordinal and year belong to it, in either order."""
    stated = read_day(text, 0)
    assert stated is not None
    assert (stated.year, stated.month, stated.day) == day
    assert stated.end == len(text)


@pytest.mark.parametrize(
    "text", ["may 5 x", "march 5", "sat down", "sun 5", "Auguſ 5", "frİday", "1.2.3", "x"]
)
def test_words_that_begin_like_a_day_are_none(text: str) -> None:
    """A month that is also a word needs its capital, and odd letters break nothing."""
    assert read_day(text, 0) is None
