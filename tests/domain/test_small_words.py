"""Days, moments, ids and text that is made safe to show, to the last character."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pirtui.domain.days import day_text, distance, due_words
from pirtui.domain.ids import uuid7
from pirtui.domain.moment_text import clock_text, full_text, local_day, zone_of
from pirtui.domain.moments import UNKNOWN, Moment, Precision
from pirtui.domain.visible import visible, visible_lines

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (2, "in 2 days"),
        (-2, "2 days ago"),
        (20, "in 20 days"),
        (21, "in 3 weeks"),
        (90, "in 12 weeks"),
        (91, "in 3 months"),
        (-91, "3 months ago"),
        (700, "in 23 months"),
        (740, "in 2 years"),
        (-1500, "4 years ago"),
    ],
)
def test_a_distance_is_told_in_the_unit_one_would_say(days: int, words: str) -> None:
    """Days up to three weeks, weeks up to three months, months up to two years."""
    assert distance(TODAY + timedelta(days=days), TODAY) == words


def test_days_are_written_as_the_room_reads_them() -> None:
    """The year stands where it says something."""
    assert day_text(date(2018, 10, 2)) == "Tue 2 Oct 2018"
    assert due_words(date(2026, 12, 4), TODAY) == "Fri 4 Dec, in 11 days"
    assert due_words(date(2027, 1, 4), TODAY) == "Mon 4 Jan 2027, in 6 weeks"


def _moment(**fields: object) -> Moment:
    start = datetime(2018, 10, 22, 23, 32, 5, tzinfo=UTC)
    return Moment.model_validate({"start": start, "precision": Precision.MINUTE, **fields})


@pytest.mark.parametrize(
    ("moment", "clock", "full"),
    [
        (_moment(), "01:32", "Tue 23 Oct 2018 01:32 CEST"),
        (_moment(approximate=True), "~01:32", "Tue 23 Oct 2018 ~01:32 CEST"),
        (_moment(precision=Precision.SECOND), "01:32:05", "Tue 23 Oct 2018 01:32:05 CEST"),
        (_moment(precision=Precision.HOUR), "01:??", "Tue 23 Oct 2018 01:?? CEST"),
        (_moment(open_ended=True), "01:32–", "Tue 23 Oct 2018 01:32– CEST"),
        (
            _moment(end=datetime(2018, 10, 22, 23, 59, tzinfo=UTC)),
            "01:32–01:59",
            "Tue 23 Oct 2018 01:32–01:59 CEST",
        ),
        (_moment(precision=Precision.DAY), "--:--", "Tue 23 Oct 2018"),
        (_moment(precision=Precision.MONTH), "--:--", "Oct 2018"),
        (_moment(precision=Precision.YEAR), "--:--", "2018"),
        (UNKNOWN, "--:--", "time unknown"),
    ],
)
def test_a_moment_is_told_as_precisely_as_it_is_known(moment: Moment, clock: str, full: str) -> None:
    """In its zone, with its marks, and with nothing made up."""
    zone = ZoneInfo("Europe/Berlin")
    assert clock_text(moment, zone) == clock
    assert full_text(moment, zone) == full


def test_the_local_day_is_that_of_the_zone() -> None:
    """None where not even the day is known."""
    assert local_day(_moment(), ZoneInfo("Europe/Berlin")) == date(2018, 10, 23)
    assert local_day(_moment(), UTC) == date(2018, 10, 22)
    assert local_day(_moment(precision=Precision.MONTH), UTC) is None
    assert local_day(UNKNOWN, UTC) is None


@pytest.mark.parametrize("name", ["", "Nowhere/At all", "../etc/passwd", "/etc/passwd", "a\0b"])
def test_a_zone_that_is_none_is_utc(name: str) -> None:
    """Whatever stands in the field."""
    assert zone_of(name).utcoffset(datetime(2024, 7, 1)) == timedelta()


@given(st.datetimes(datetime(1971, 1, 1), datetime(9000, 1, 1)), st.integers(0, 2**74 - 1))
def test_an_id_says_when_it_was_made(moment: datetime, randomness: int) -> None:
    """A UUID of version 7: the first 48 bits are the milliseconds, the rest is the randomness."""
    now = moment.replace(tzinfo=UTC)
    made = UUID(uuid7(now, randomness))
    assert made.version == 7
    assert made.variant == "specified in RFC 4122"
    assert made.int >> 80 == int(now.timestamp() * 1000)
    kept = (made.int >> 64 & 0xFFF) << 62 | made.int & (1 << 62) - 1
    assert kept == randomness


def test_an_id_takes_no_more_randomness_than_it_has_room_for() -> None:
    """What is too much does not reach into the time."""
    assert uuid7(datetime(2024, 1, 1, tzinfo=UTC), 2**74) == uuid7(datetime(2024, 1, 1, tzinfo=UTC), 0)


@pytest.mark.parametrize(
    ("text", "line", "lines"),
    [
        ("a\r\nb", "a b", "a\nb"),
        ("a\rb\nc", "a b c", "a\nb\nc"),
        ("a\tb", "a b", "a b"),
        ("\x00\x1b\x1f\x7f", "␀␛␟␡", "␀␛␟␡"),
        ("\x80\x9f", "⟨U+0080⟩⟨U+009F⟩", "⟨U+0080⟩⟨U+009F⟩"),
        ("\u202e\u2066", "⟨U+202E⟩⟨U+2066⟩", "⟨U+202E⟩⟨U+2066⟩"),
        ("\x85\u2028\u2029", "⟨U+0085⟩⟨U+2028⟩⟨U+2029⟩", "⟨U+0085⟩⟨U+2028⟩⟨U+2029⟩"),
        ("a\ud800b\udfffc", "a\ufffdb\ufffdc", "a\ufffdb\ufffdc"),
        ("\ud7ff\ue000é语👩", "\ud7ff\ue000é语👩", "\ud7ff\ue000é语👩"),
    ],
)
def test_what_cannot_be_seen_is_shown(text: str, line: str, lines: str) -> None:
    """Controls as pictures or numbers, halves of characters as a mark, all else as it is."""
    assert visible(text) == line
    assert visible_lines(text) == lines


@given(st.text())
def test_what_is_visible_stays(text: str) -> None:
    """Doing it twice changes nothing."""
    assert visible(visible(text)) == visible(text)
    assert visible_lines(visible_lines(text)) == visible_lines(text)
