"""Due dates in words: what they mean, that they are one token, and that they print as a plain date."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.capture.actions import parse_action, print_action
from pirtui.capture.due_dates import is_due, read_due
from pirtui.capture.reading import LineContext
from tests.strategies import hostile_texts

MONDAY = date(2026, 11, 23)
CONTEXT = LineContext("Europe/London", datetime(2026, 11, 23, 10, tzinfo=UTC))
WORDS = (
    *("fri", "friday", "next-fri", "+2w", "+10d", "+3m", "2w", "in-3-weeks", "in-a-fortnight", "eow"),
    *(
        "eom",
        "eoq",
        "eoy",
        "next-week",
        "end-of-next-week",
        "end-of-december",
        "dec-4",
        "4-dec",
        "4th-dec",
    ),
    *(
        "fri-4-dec",
        "tomorrow",
        "day-after-tomorrow",
        "by-friday",
        "q1",
        "end-of-q2",
        "feb-29",
        "this-week",
    ),
)


@pytest.mark.parametrize(
    ("word", "due"),
    [
        ("fri", date(2026, 11, 27)),
        ("mon", date(2026, 11, 30)),
        ("next-fri", date(2026, 12, 4)),
        ("next-mon", date(2026, 11, 30)),
        ("by-friday", date(2026, 11, 27)),
        ("eow", date(2026, 11, 27)),
        ("eom", date(2026, 11, 30)),
        ("eoq", date(2026, 12, 31)),
        ("eoy", date(2026, 12, 31)),
        ("next-week", date(2026, 12, 4)),
        ("end-of-next-week", date(2026, 12, 4)),
        ("end-of-next-month", date(2026, 12, 31)),
        ("end-of-next-quarter", date(2027, 3, 31)),
        ("end-of-december", date(2026, 12, 31)),
        ("end-of-feb-2028", date(2028, 2, 29)),
        ("+2w", date(2026, 12, 7)),
        ("2w", date(2026, 12, 7)),
        ("in-3-weeks", date(2026, 12, 14)),
        ("in-two-weeks", date(2026, 12, 7)),
        ("in-a-fortnight", date(2026, 12, 7)),
        ("in-1-month", date(2026, 12, 23)),
        ("dec-4", date(2026, 12, 4)),
        ("4-dec", date(2026, 12, 4)),
        ("4th-december-2027", date(2027, 12, 4)),
        ("nov-22", date(2027, 11, 22)),
        ("nov-23", date(2026, 11, 23)),
        ("4.12.2026", date(2026, 12, 4)),
        ("2026/12/04", date(2026, 12, 4)),
        ("q1", date(2027, 3, 31)),
        ("EOW", date(2026, 11, 27)),
        ("feb-29", date(2028, 2, 29)),
    ],
)
def test_a_day_is_said_in_words(word: str, due: date) -> None:
    """Counted from Monday 23 November 2026; a day without a year is the next such day."""
    assert (read_due(word, MONDAY), is_due(word)) == (due, True)


@pytest.mark.parametrize(
    "word",
    [
        *("someday", "soon", "4", "4/12", "12/4/26", "30-feb", "dec", "next", "-2w", "in", "may"),
        *("foo-4-dec", "2026-13-01", "999-years", "week", "", "the"),
    ],
)
def test_what_is_no_day_or_could_be_two_is_not_read(word: str) -> None:
    """It stays in the text, and the line says how days are written."""
    assert read_due(word, MONDAY) is None
    if word:
        reading = parse_action(f"Add a limit due:{word}", CONTEXT)
        assert reading.item is not None
        assert (reading.item.due, reading.item.text) == (None, f"Add a limit due:{word}")
        assert "due:4-dec" in reading.doubts[0]


@pytest.mark.parametrize(
    "words", ["end of next week", "4 Dec 2026", "by the end of next week", "Dec 4th"]
)
def test_words_between_quotes_are_one_day(words: str) -> None:
    """The line shows the day and how far off it is, and prints it as a plain date."""
    reading = parse_action(f'Add a limit due:"{words}" @ada', CONTEXT)
    assert reading.item is not None
    assert (reading.item.due, reading.item.text) == (date(2026, 12, 4), "Add a limit")
    assert "Fri 4 Dec, in 11 days" in [part.text for part in reading.parts]
    assert "due:2026-12-04" in print_action(reading.item, CONTEXT)


@settings(max_examples=75, deadline=None)
@given(
    word=st.sampled_from(WORDS),
    now=st.datetimes(datetime(1990, 1, 1), datetime(2150, 1, 1), timezones=st.just(UTC)),
)
def test_every_word_reads_back_from_what_is_printed(word: str, now: datetime) -> None:
    """On whichever day it is said, it is not in the past, and the printed line means the same day."""
    context = LineContext("Europe/London", now)
    item = parse_action(f"Add a limit due:{word}", context).item
    assert item is not None
    assert item.due is not None
    assert item.due >= now.date() - timedelta(days=1)
    assert parse_action(print_action(item, context), context).item == item


@settings(max_examples=75, deadline=None)
@given(text=hostile_texts(), today=st.dates())
def test_any_text_is_a_day_or_none(text: str, today: date) -> None:
    """Reading never fails, and whatever is read can be printed and read again."""
    found = read_due(text, today)
    assert found is None or read_due(found.isoformat(), today) == found


@settings(max_examples=60, deadline=None)
@given(day=st.dates(date(1900, 1, 1), date(2199, 12, 31)), today=st.dates())
def test_a_plain_date_is_itself(day: date, today: date) -> None:
    """Whatever today is."""
    assert read_due(day.isoformat(), today) == day


def test_the_line_offers_what_its_wording_suggests() -> None:
    """The offer completes the line; taken, nothing is left to suggest."""
    line = "Page on-call when lag is above 10k @ada"
    reading = parse_action(line, CONTEXT)
    (offer,) = reading.alternatives
    assert offer.name == "●●○ intermediate? observability? ~detect?"
    taken = parse_action(offer.line, CONTEXT)
    assert taken.item is not None
    assert reading.item is not None
    assert (taken.item.text, taken.item.owner) == (reading.item.text, "ada")
    assert (taken.item.kind, taken.alternatives) == ("detect", ())
    assert (reading.item.kind, reading.item.family) == (None, None)


def test_an_offer_never_ends_up_inside_an_open_quote() -> None:
    """While a quoted text is being typed, there is no offer that would become part of it."""
    assert parse_action('Page on-call when lag is above 10k done:"fired in', CONTEXT).alternatives == ()
