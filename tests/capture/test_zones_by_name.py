"""Zones by name, by offset and by the words that people use."""

from datetime import UTC, date, datetime, timedelta

import pytest

from pirtui.capture.reading import LineContext
from pirtui.capture.times import read_leading_time
from pirtui.capture.zones import review_zone, zone_named

SUMMER = datetime(2024, 7, 1, 12, 0)
WINTER = datetime(2024, 1, 1, 12, 0)
PARIS = LineContext("Europe/Paris", datetime(2024, 7, 1, tzinfo=UTC), date(2024, 7, 1))


@pytest.mark.parametrize(
    ("name", "summer", "winter"),
    [
        ("Europe/London", 1, 0),
        ("europe/london", 1, 0),
        ("UTC", 0, 0),
        ("utc", 0, 0),
        ("Zulu", 0, 0),
        ("UTC-7", -7, -7),
        ("(UTC-7)", -7, -7),
        ("GMT+2", 2, 2),
        ("gmt+2", 2, 2),
        ("UTC+5:30", 5.5, 5.5),
        ("UTC+0530", 5.5, 5.5),
        ("+02:00", 2, 2),
        ("-0500", -5, -5),
        ("+2", 2, 2),
        ("PDT", -7, -7),
        ("CEST", 2, 2),
        ("CET", 1, 1),
        ("PDT (UTC-7)", -7, -7),
        ("Eastern", -4, -5),
        ("pacific time", -7, -8),
        ("US Central Time", -5, -6),
        ("ET", -4, -5),
        ("Pacific Standard Time", -8, -8),
        ("Central European Time", 2, 1),
        ("London time", 1, 0),
        ("New York time", -4, -5),
    ],
)
def test_a_zone_is_known_by_many_names(name: str, summer: float, winter: float) -> None:
    """Regions follow their seasons; offsets and abbreviations are fixed."""
    tz = zone_named(name)
    assert tz is not None
    offsets = [at.replace(tzinfo=tz).utcoffset() for at in (SUMMER, WINTER)]
    assert offsets == [timedelta(hours=summer), timedelta(hours=winter)]
    assert review_zone(name) == tz


@pytest.mark.parametrize(
    "name", ["", "Mars/Base", "west", "est", "time", "London", "localtime", "UTC+25", "x" * 200, "../x"]
)
def test_what_is_no_zone_is_none(name: str) -> None:
    """Words, places without "time", and offsets that nobody has; a review then is in UTC."""
    assert zone_named(name) is None
    assert review_zone(name) == UTC


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        *(("UTC+1", 1), ("GMT+2", 2), ("UTC-7", -7), ("(UTC-7)", -7), ("[UTC]", 0), ("UTC+5:30", 5.5)),
        *(("+02:00", 2), ("+0200", 2), ("-0700", -7), ("PDT (UTC-7)", -7), ("Europe/Lisbon", 1)),
        *(("Eastern:", -4), ("Pacific time", -7), ("US Central Time -", -5), ("London time:", 1)),
        *(("ET:", -4), ("PT -", -7), ("CT |", -5), ("MT:", -6), ("Zulu", 0), ("Z", 0), ("utc", 0)),
    ],
)
def test_a_zone_behind_a_time_is_read(zone: str, offset: float) -> None:
    """Each means the offset of that region on that date, and leaves the text alone."""
    leading = read_leading_time(f"14:32 {zone} rolled back", PARIS)
    assert leading.moment.start is not None
    assert leading.moment.start.utcoffset() == timedelta(hours=offset)
    assert (leading.rest, leading.doubts) == ("rolled back", ())


@pytest.mark.parametrize(
    "text", ["Central database restarted", "TCP/IP failed", "[infra] down", "west wing"]
)
def test_text_that_begins_like_a_zone_is_text(text: str) -> None:
    """Only what stands alone, or is called a time, is a zone."""
    leading = read_leading_time(f"14:32 {text}", PARIS)
    assert (leading.moment.raw, leading.rest) == ("14:32", text)


def test_two_letters_may_be_initials() -> None:
    """`PT` is read as the zone with a question, and one key gives it back to the text."""
    leading = read_leading_time("14:32 PT restarted it", PARIS)
    assert leading.moment.raw == "14:32 PT"
    assert leading.doubts == ("PT read as the time zone, UTC-07:00. Is it?",)
    back = read_leading_time(leading.alternatives[0].line, PARIS)
    assert (back.moment.raw, back.rest) == ("14:32", "\\PT restarted it")


@pytest.mark.parametrize(
    ("abbreviation", "zone"),
    [
        ("BST", "Europe/London"),
        ("CST", "America/Chicago"),
        ("CST", "Asia/Shanghai"),
        ("IST", "Asia/Kolkata"),
        ("IST", "Europe/Dublin"),
        ("EST", "America/New_York"),
    ],
)
def test_an_ambiguous_abbreviation_is_asked_about_unless_the_review_uses_it(
    abbreviation: str, zone: str
) -> None:
    """Elsewhere each of them carries a question that says how it was read."""
    month = 1 if abbreviation in ("CST", "EST") else 7
    on = date(2024, month, 1)
    at_home = LineContext(zone, PARIS.now, on)
    home = read_leading_time(f"14:32 {abbreviation} x", at_home)
    assert home.doubts == ()
    assert home.moment.start == datetime(2024, month, 1, 14, 32, tzinfo=review_zone(zone))
    abroad = read_leading_time(f"14:32 {abbreviation} x", LineContext("Asia/Tokyo", PARIS.now, on))
    assert abroad.doubts[0].startswith(f"{abbreviation} read as")


def test_an_abbreviation_out_of_season_is_asked_about_at_home() -> None:
    """EST in a New York summer is read as written."""
    leading = read_leading_time(
        "14:32 EST x", LineContext("America/New_York", PARIS.now, date(2024, 7, 1))
    )
    assert leading.doubts == ("EST was not in use on that date, EDT was. Is it EDT?",)
