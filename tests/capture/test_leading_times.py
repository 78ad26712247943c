"""The times at the start of a line, as real notes spell them."""

from datetime import UTC, date, datetime

import pytest

from pirtui.capture.reading import LineContext
from pirtui.capture.times import read_leading_time
from pirtui.domain.moments import Moment, Precision

NOW = datetime(2023, 9, 20, 10, 0, 30, tzinfo=UTC)
LONDON = LineContext(zone="Europe/London", now=NOW, on=date(2018, 10, 21))
LATE = LineContext(
    zone="UTC",
    now=NOW,
    previous=Moment(start=datetime(2018, 10, 21, 23, 55, tzinfo=UTC), precision=Precision.MINUTE),
)

SINGLE = [
    ("14:32", "2018-10-21T14:32:00+01:00", "minute"),
    ("9:42", "2018-10-21T09:42:00+01:00", "minute"),
    ("14.32", "2018-10-21T14:32:00+01:00", "minute"),
    ("9.03", "2018-10-21T09:03:00+01:00", "minute"),
    ("1432", "2018-10-21T14:32:00+01:00", "minute"),
    ("5:33pm", "2018-10-21T17:33:00+01:00", "minute"),
    ("5:33 PM", "2018-10-21T17:33:00+01:00", "minute"),
    ("12:05 AM", "2018-10-21T00:05:00+01:00", "minute"),
    ("5 pm", "2018-10-21T17:00:00+01:00", "hour"),
    ("5:37 P.M.", "2018-10-21T17:37:00+01:00", "minute"),
    ("17:14pm", "2018-10-21T17:14:00+01:00", "minute"),
    ("14:32:07", "2018-10-21T14:32:07+01:00", "second"),
    ("14:??", "2018-10-21T14:00:00+01:00", "hour"),
    ("24:00", "2018-10-22T00:00:00+01:00", "minute"),
    ("now", "2023-09-20T11:00:00+01:00", "minute"),
    ("+5m", "2023-09-20T11:05:00+01:00", "minute"),
    ("+1h30m", "2023-09-20T12:30:00+01:00", "minute"),
    ("+90s", "2023-09-20T11:02:00+01:00", "second"),
    ("d-1 23:50", "2018-10-20T23:50:00+01:00", "minute"),
    ("d-1 2350", "2018-10-20T23:50:00+01:00", "minute"),
    ("2018-10-21T22:52:07.5Z", "2018-10-21T22:52:07.500000+00:00", "second"),
    ("2018-10-21T22:52-05:00", "2018-10-21T22:52:00-05:00", "minute"),
    ("2018-10-21 22:52:07+00", "2018-10-21T22:52:07+00:00", "second"),
    ("2018-10-21 22:52 -0500", "2018-10-21T22:52:00-05:00", "minute"),
    ("2018-10-21 22:52 UTC", "2018-10-21T22:52:00+00:00", "minute"),
    ("2023-09-18 15.26", "2023-09-18T15:26:00+01:00", "minute"),
    ("2025-01-14 1600", "2025-01-14T16:00:00+00:00", "minute"),
    ("2021-12-10   15:40", "2021-12-10T15:40:00+00:00", "minute"),
    ("2018 October 21 22:52 UTC", "2018-10-21T22:52:00+00:00", "minute"),
    ("Jan 14, 10:18 AM", "2019-01-14T10:18:00+00:00", "minute"),
    ("July 11, 2025, 12:42 PM", "2025-07-11T12:42:00+01:00", "minute"),
    ("Feb 20 2018 14:17", "2018-02-20T14:17:00+00:00", "minute"),
    ("21 Oct 2018 14:00", "2018-10-21T14:00:00+01:00", "minute"),
    ("19. April, 11:00", "2019-04-19T11:00:00+01:00", "minute"),
    ("24/07/25 09:00", "2025-07-24T09:00:00+01:00", "minute"),
    ("2018-10-21", "2018-10-21T00:00:00+01:00", "day"),
    ("Saturday 2 September 2023", "2023-09-02T00:00:00+01:00", "day"),
    ("2023-01-04 (Time TBC)", "2023-01-04T00:00:00+00:00", "day"),
    ("2019-12-03 --:--", "2019-12-03T00:00:00+00:00", "day"),
    ("2024-03-13 14:??", "2024-03-13T14:00:00+00:00", "hour"),
    ("2022-02-?? ??:??", "2022-02-01T00:00:00+00:00", "month"),
    ("14:32 +01:00", "2018-10-21T14:32:00+01:00", "minute"),
    ("14:32 UTC+2", "2018-10-21T14:32:00+02:00", "minute"),
    ("14:32 UTC-7", "2018-10-21T14:32:00-07:00", "minute"),
    ("14:32 (UTC)", "2018-10-21T14:32:00+00:00", "minute"),
    ("14:32Z", "2018-10-21T14:32:00+00:00", "minute"),
    ("14:32 Europe/Berlin", "2018-10-21T14:32:00+02:00", "minute"),
    ("14:32 PDT", "2018-10-21T14:32:00-07:00", "minute"),
    ("14:32 CEST", "2018-10-21T14:32:00+02:00", "minute"),
    ("14:32 BST", "2018-10-21T14:32:00+01:00", "minute"),
    ("2018-07-07 18:32:27.000 CEST", "2018-07-07T18:32:27+02:00", "second"),
]


@pytest.mark.parametrize(("spelling", "start", "precision"), SINGLE)
def test_a_spelling_is_read(spelling: str, start: str, precision: str) -> None:
    """Each spelling gives its instant, its offset and its precision, and keeps its words."""
    leading = read_leading_time(f"{spelling} rolled back", LONDON)
    assert leading.moment.start is not None
    assert leading.moment.start.isoformat() == start
    assert leading.moment.precision.value == precision
    assert leading.moment.raw == spelling
    assert leading.rest == "rolled back"
    assert leading.doubts == ()


@pytest.mark.parametrize(
    "spelling",
    [
        "~14:30",
        "~ 14:30",
        "c. 14.30",
        "ca. 1430",
        "about 2:30pm",
        "around 14:30",
        "approx 14:30",
        "14:30?",
    ],
)
def test_an_approximate_time_says_so(spelling: str) -> None:
    """A prefix of uncertainty sets the flag and does not change the time."""
    moment = read_leading_time(f"{spelling} it began", LONDON).moment
    assert moment.approximate
    assert moment.start == datetime(2018, 10, 21, 13, 30, tzinfo=UTC)


@pytest.mark.parametrize("spelling", ["--:--", "??:??", "HH:mm", "?"])
def test_a_placeholder_is_an_unknown_time(spelling: str) -> None:
    """A template left in place is a time about which nothing is known, in its own words."""
    leading = read_leading_time(f"{spelling} someone restarted it", LONDON)
    assert leading.moment == Moment(raw=spelling)
    assert leading.rest == "someone restarted it"


@pytest.mark.parametrize(
    ("spelling", "end"),
    [
        ("12:26-12:40", "2018-10-21T12:40:00+01:00"),
        ("12:26 - 12:40", "2018-10-21T12:40:00+01:00"),
        ("12:26–12:40", "2018-10-21T12:40:00+01:00"),
        ("12:26 to 12:40", "2018-10-21T12:40:00+01:00"),
        ("12.26-12.40", "2018-10-21T12:40:00+01:00"),
        ("1226-1240", "2018-10-21T12:40:00+01:00"),
        ("12:26-00:10", "2018-10-22T00:10:00+01:00"),
        ("12:26 PM to 2:16 PM", "2018-10-21T14:16:00+01:00"),
        ("2018-10-21 12:26 - 2018-10-23 00:10", "2018-10-23T00:10:00+01:00"),
    ],
)
def test_a_range_has_an_end(spelling: str, end: str) -> None:
    """A range ends when it says, on the next day where the end is earlier than the start."""
    leading = read_leading_time(f"{spelling} slow pages", LONDON)
    assert leading.moment.start == datetime(2018, 10, 21, 11, 26, tzinfo=UTC)
    assert leading.moment.end is not None
    assert leading.moment.end.isoformat() == end
    assert leading.rest == "slow pages"


def test_the_half_of_the_day_and_the_zone_of_a_range_may_stand_at_its_end() -> None:
    """`8:20 - 8:24 PM PDT` is in the evening, and both ends are in that zone."""
    moment = read_leading_time("8:20 - 8:24 PM PDT paged", LONDON).moment
    assert moment.start is not None
    assert moment.start.isoformat() == "2018-10-21T20:20:00-07:00"
    assert moment.end == datetime(2018, 10, 22, 3, 24, tzinfo=UTC)


@pytest.mark.parametrize("spelling", ["9.03 onwards", "9:03-9:??", "9:03 - ?"])
def test_a_range_may_stay_open(spelling: str) -> None:
    """A range without a known end is open-ended."""
    moment = read_leading_time(f"{spelling} slow", LONDON).moment
    assert moment.open_ended
    assert moment.end is None


@pytest.mark.parametrize(
    "line",
    [
        *("14:32 text", "14:32: text", "14:32 - text", "14:32 – text", "14:32 — text", "14:32 | text"),
        *("- 14:32 text", "* 14:32 text", "### 14:32 text", "3. 14:32 text", "[14:32] text"),
        *("**14:32** text", "- **14:32: text**", "- [14:32] - text", "14:32–text"),
    ],
)
def test_marks_around_a_time_are_dropped(line: str) -> None:
    """Bullets, brackets and separators belong to neither the time nor the text."""
    leading = read_leading_time(line, LONDON)
    assert leading.moment.raw == "14:32"
    assert leading.rest == "text"


@pytest.mark.parametrize(
    "line",
    [
        *("v1.30 shipped", "1.30.2 shipped", "1.30rc1 shipped", "2.50 GB free", "14.32% of users"),
        *("1200 ms at the edge", "#2212 merged", "9999 is a port", "1432-node cluster", "1,432 rows"),
        *("1999 was quiet", "+5 nodes added", "may 5 of us", "nowhere to go", "14:32foo", "10:1 odds"),
        *("fe80:10:22", "TCP/IP failed", "c. what", "d-1 was calm", "[14:32 no end", "12 monkeys"),
    ],
)
def test_numbers_that_are_no_times_stay_text(line: str) -> None:
    """Versions, sizes, counts, issue numbers and years are not times."""
    leading = read_leading_time(line, LONDON)
    assert leading.moment == Moment()
    assert leading.rest == line
    assert leading.doubts == ()


def test_the_text_behind_a_time_is_untouched() -> None:
    """A dash that belongs to a number, or a word that only starts like a zone, stays in the text."""
    assert read_leading_time("14:32 -5 nodes", LONDON).rest == "-5 nodes"
    assert read_leading_time("14:32 am I the only one", LONDON).rest == "am I the only one"
    assert read_leading_time("14:32 UTCs differ", LONDON).rest == "UTCs differ"
    assert read_leading_time("14:32 TCP/IP failed", LONDON).rest == "TCP/IP failed"


@pytest.mark.parametrize(
    ("line", "likely"),
    [
        ("009:38 restart", "09:38 restart"),
        ("22025-03-18 09:36 restart", "2025-03-18 09:36 restart"),
        ("20202-01-16 12:00 restart", "2020-01-16 12:00 restart"),
        ("2023-18-09 15:26 restart", "2023-09-18 15:26 restart"),
    ],
)
def test_an_impossible_time_stays_text_and_offers_what_was_meant(line: str, likely: str) -> None:
    """Nothing is corrected silently: the line is kept, with a question and a line to swap it for."""
    leading = read_leading_time(line, LONDON)
    assert leading.moment == Moment()
    assert leading.rest == line
    assert "Is it" in leading.doubts[0]
    assert leading.alternatives[0].line == likely


@pytest.mark.parametrize("line", ["14:75 x", "99:00 x", "1800-01-01 x"])
def test_an_impossible_time_without_a_likely_reading_has_a_doubt(line: str) -> None:
    """What no clock or calendar shows is text with a doubt."""
    leading = read_leading_time(line, LONDON)
    assert (leading.moment, leading.rest, leading.alternatives) == (Moment(), line, ())
    assert len(leading.doubts) == 1


def test_a_step_back_past_midnight_is_asked_about() -> None:
    """A bare time far before the previous event is read as written, with the next day offered."""
    leading = read_leading_time("00:10 - paged", LATE)
    assert leading.moment.start == datetime(2018, 10, 21, 0, 10, tzinfo=UTC)
    assert leading.doubts == ("Is 00:10 on the next day, Mon 22 Oct?",)
    assert leading.alternatives[0].line == "2018-10-22 00:10 - paged"
    swapped = read_leading_time(leading.alternatives[0].line, LATE)
    assert swapped.moment.start == datetime(2018, 10, 22, 0, 10, tzinfo=UTC)
    assert (swapped.doubts, swapped.rest) == ((), "paged")


def test_the_next_day_keeps_range_and_zone() -> None:
    """The line that is offered says the whole range, and the zone where one was stated."""
    ranged = read_leading_time("~00:10-00:20 paged", LATE)
    assert ranged.alternatives[0].line == "~2018-10-22 00:10-00:20 paged"
    zoned = read_leading_time("01:00 UTC-7 paged", LATE)
    assert zoned.alternatives[0].line == "2018-10-22 01:00 UTC-07:00 paged"


def test_a_smaller_step_back_is_no_question() -> None:
    """Events told out of order are sorted in without a doubt."""
    leading = read_leading_time("18:00 paged", LATE)
    assert leading.moment.start == datetime(2018, 10, 21, 18, 0, tzinfo=UTC)
    assert leading.doubts == ()


def test_the_day_comes_from_the_previous_event_then_the_incident_then_today() -> None:
    """A bare time belongs to the previous event's local day, else the incident's, else today."""
    assert _day(LineContext(zone="UTC", now=NOW)) == date(2023, 9, 20)
    assert _day(LONDON) == date(2018, 10, 21)
    late = Moment(start=datetime(2018, 10, 21, 23, 30, tzinfo=UTC), precision=Precision.MINUTE)
    assert _day(LineContext("Europe/London", NOW, date(2018, 1, 1), late)) == date(2018, 10, 22)


def _day(context: LineContext) -> date:
    start = read_leading_time("23:59 x", context).moment.start
    assert start is not None
    return start.date()


def test_a_zoned_time_belongs_to_the_day_in_that_zone() -> None:
    """Next to an event at 23:55 UTC, 17:10 in California is 15 minutes later, not a day."""
    moment = read_leading_time("17:10 PDT paged", LATE).moment
    assert moment.start == datetime(2018, 10, 22, 0, 10, tzinfo=UTC)


def test_steps_count_from_the_previous_event() -> None:
    """`+5m` follows the event entered last."""
    assert read_leading_time("+10m paged", LATE).moment.start == datetime(2018, 10, 22, 0, 5, tzinfo=UTC)


def test_an_unknown_zone_is_utc() -> None:
    """A review whose zone is unknown reads in UTC."""
    context = LineContext(zone="Mars/Base", now=NOW, on=date(2018, 10, 21))
    assert read_leading_time("14:32 x", context).moment.start == datetime(
        2018, 10, 21, 14, 32, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("14:32 EST x", "US Eastern Standard Time"),
        ("14:32 IST x", "India Standard Time"),
        ("14:32 CST x", "US Central Standard Time"),
        ("14:32 PST x", "PDT"),
        ("2018-10-28 01:30 x", "comes twice"),
        ("2019-03-31 01:30 x", "does not exist"),
        ("8/6/26 x", "Mon 8 Jun"),
        ("Mon 21 Oct 2018 14:00 x", "Sun"),
        ("14:32am x", "14:32"),
    ],
)
def test_what_could_be_read_otherwise_has_a_doubt(line: str, words: str) -> None:
    """An ambiguous zone, clock change, day order or weekday is read literally and asked about."""
    leading = read_leading_time(line, LONDON)
    assert leading.moment.start is not None
    assert leading.rest == "x"
    assert words in leading.doubts[0]


def test_bst_is_a_question_outside_britain() -> None:
    """An abbreviation is clear where the review's own zone uses it, and a question elsewhere."""
    leading = read_leading_time("14:32 BST x", LATE)
    assert leading.doubts == ("BST read as British Summer Time, UTC+01:00.",)


def test_the_second_of_two_equal_times_can_be_chosen() -> None:
    """When the clocks go back, the offered line means the second hour."""
    leading = read_leading_time("2018-10-28 01:30 x", LONDON)
    assert leading.moment.start == datetime(2018, 10, 28, 0, 30, tzinfo=UTC)
    second = read_leading_time(leading.alternatives[0].line, LONDON)
    assert second.moment.start == datetime(2018, 10, 28, 1, 30, tzinfo=UTC)


def test_a_year_and_a_version_are_doubted_until_the_spelling_is_a_habit() -> None:
    """`2015` and `1.30 upgrade` are read as times with a doubt; not after a time spelled alike."""
    for line, habit in (("2015 deploy", "2010"), ("1.30 upgrade", "1.15")):
        leading = read_leading_time(line, LONDON)
        assert leading.moment.start is not None
        assert len(leading.doubts) == 1
        assert leading.alternatives[0].line == f"\\{line}"
        earlier = read_leading_time(f"{habit} x", LONDON).moment
        context = LineContext("Europe/London", NOW, previous=earlier)
        assert read_leading_time(line, context).doubts == ()


def test_a_count_is_text_and_offers_the_time() -> None:
    """`1200 errors` is a number, and one key away from 12:00."""
    leading = read_leading_time("1200 errors a minute", LONDON)
    assert leading.moment == Moment()
    assert leading.alternatives[0].line == "12:00 errors a minute"


def test_a_very_long_line_is_read_at_once() -> None:
    """Ten thousand characters of anything are no trouble."""
    for piece in ("14:32 ", "1 ", "@", '"', "[E1,", "a-", "2018-10-21 - ", "~ ", "**", "?:"):
        line = piece * (10_000 // len(piece))
        read_leading_time(line, LONDON)
