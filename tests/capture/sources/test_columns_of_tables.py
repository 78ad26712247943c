"""What columns hold is told by their headers, and by what is in them."""

import pytest

from pirtui.capture.sources import excel_serials
from pirtui.capture.sources.cell_times import stated_zone
from pirtui.capture.sources.csv_table import FORMAT
from tests.capture.sources.reading_sources import (
    assuming,
    event,
    evidence,
    from_fixture,
    from_text,
    texts,
)

TIMES = ("2026-05-04 09:12", "2026-05-04 09:31")


@pytest.mark.parametrize(
    "header",
    [
        *(
            "time",
            "Timestamp",
            "WHEN",
            "ts",
            "at",
            "timestamp (UTC)",
            "Time UTC",
            "time_utc",
            "Date/Time",
        ),
        *("event_time", "createdAt", "Occurred at", "Start", "Time of event", "date", "Incident start"),
    ],
)
def test_headers_of_times(header: str) -> None:
    """Every usual name of a time column is known."""
    read = evidence(FORMAT, from_text(f"id,{header},What\n1,{TIMES[0]},up\n2,{TIMES[1]},down\n"))

    assert read.columns == (("id", ""), (header, "time"), ("What", "text"))


@pytest.mark.parametrize(
    "header", ["Event", "note", "Description", "what", "MESSAGE", "Summary", "What happened?"]
)
def test_headers_of_texts(header: str) -> None:
    """Every usual name of the words is known, however long another column is."""
    read = evidence(
        FORMAT, from_text(f"time,{header},kind\n{TIMES[0]},up,{'x' * 50}\n{TIMES[1]},down,{'y' * 50}\n")
    )

    assert texts(read) == ["up", "down"]


@pytest.mark.parametrize("header", ["Who", "actor", "Author", "user", "by", "Reported by", "Name"])
def test_headers_of_people(header: str) -> None:
    """Every usual name of a person's column is known."""
    read = evidence(FORMAT, from_text(f"time,event,{header}\n{TIMES[0]},up,Ada\n{TIMES[1]},down,Bo\n"))

    assert [event(each).actor for each in read.candidates] == ["Ada", "Bo"]


def test_names_of_other_things_are_no_people() -> None:
    """A service, a host or a file has a name too."""
    read = evidence(
        FORMAT, from_text(f"time,event,service_name\n{TIMES[0]},up,api\n{TIMES[1]},down,api\n")
    )

    assert read.columns[2] == ("service_name", "")


def test_a_duration_is_no_time() -> None:
    """A column of durations looks like times and is none."""
    read = evidence(
        FORMAT,
        from_text(
            f"Duration,Time to resolve,When,Event\n0:20,1:10,{TIMES[0]},up\n0:21,1:12,{TIMES[1]},down\n"
        ),
    )

    assert dict(read.columns) == {"Duration": "", "Time to resolve": "", "When": "time", "Event": "text"}


def test_start_and_end_are_a_range() -> None:
    """Two columns of times are the two ends of an event, past midnight too."""
    read = evidence(
        FORMAT,
        from_text("Date,Start,End,Event\n2026-05-04,09:12,09:31,slow\n2026-05-04,23:50,00:10,down\n"),
    )

    assert [str(event(each).time.end) for each in read.candidates] == [
        "2026-05-04 09:31:00+02:00",
        "2026-05-05 00:10:00+02:00",
    ]


def test_an_end_before_its_start_is_asked_about() -> None:
    """Two dated ends in the wrong order are not turned round."""
    read = evidence(
        FORMAT,
        from_text("Start,End,Event\n2026-05-04 09:12,2026-05-04 09:00,slow\n2026-05-04 09:30,,down\n"),
    )

    assert event(read.candidates[0]).time.end is None
    assert read.candidates[0].questions == (
        "The end, 2026-05-04 09:00, is before the start. Which one is right?",
    )


def test_columns_without_a_header_are_told_by_their_content() -> None:
    """The column of times is the time and the longest one the text."""
    read = evidence(
        FORMAT,
        from_text("7,2026-05-04T09:12:30Z,db1,pool exhausted\n8,2026-05-04T09:12:40Z,db1,up again\n"),
    )

    assert read.columns == (
        ("Column 1", ""),
        ("Column 2", "time"),
        ("Column 3", ""),
        ("Column 4", "text"),
    )


def test_a_person_names_the_columns() -> None:
    """What somebody says about the columns holds over what was found."""
    material = from_text(
        "time,reported,event,story\n09:12,09:40,up,the api came up\n09:13,09:41,down,gone\n"
    )
    read = evidence(
        FORMAT,
        material,
        assuming(columns=(("reported", "time"), ("time", ""), ("story", "text"), ("event", ""))),
    )

    assert read.columns == (("time", ""), ("reported", "time"), ("event", ""), ("story", "text"))
    assert event(read.candidates[0]).text == "the api came up"
    assert event(read.candidates[0]).time.raw == "09:40"


def test_columns_that_cannot_be_told_are_asked_for() -> None:
    """Nothing is lost of a table whose time nobody finds."""
    read = evidence(FORMAT, from_text("a,b,c\n1,api restarted,x\n2,api down,y\n"))

    assert texts(read) == ["api restarted", "api down"]
    assert event(read.candidates[0]).time.start is None
    assert read.notices == ("Which column holds the time? The columns are “a”, “b”, “c”.",)


def test_more_texts_become_the_note() -> None:
    """A second column of words is kept with its header."""
    read = evidence(FORMAT, from_text(f"time,event,comment\n{TIMES[0]},up,by hand\n{TIMES[1]},down,\n"))

    assert event(read.candidates[0]).note == "comment: by hand"
    assert event(read.candidates[1]).note == ""


def test_incidents_of_pagerduty_are_ranges() -> None:
    """The report of incidents gives an event from creation to resolution for each, the oldest first."""
    material = from_fixture("tables/pagerduty_incidents.csv")
    read = evidence(FORMAT, material)

    assert FORMAT.recognises(material)
    assert texts(read) == ["disk nearly full", "checkout: latency", "checkout: 5xx over 5%"]
    first, second, _third = (event(each) for each in read.candidates)
    assert (str(second.time.start), str(second.time.end)) == (
        "2026-05-04 09:12:30+02:00",
        "2026-05-04 09:31:00+02:00",
    )
    assert first.time.end is None
    assert second.actor == "Ada"


@pytest.mark.parametrize(
    ("header", "zone"),
    [
        ("Time (CET)", "CET"),
        ("time_utc", "UTC"),
        ("Timestamp [UTC+2]", "UTC+2"),
        ("When (Europe/Berlin)", "Europe/Berlin"),
        ("Time GMT", "GMT"),
        ("Time", ""),
        ("Start at", ""),
        ("Time (local)", ""),
    ],
)
def test_zones_in_headers(header: str, zone: str) -> None:
    """A header may name the zone of its column."""
    assert stated_zone(header) == zone


@pytest.mark.parametrize(
    ("cell", "spelled"),
    [
        ("45781.3837", "2025-05-04 09:12"),
        ("45781,3837", "2025-05-04 09:12"),
        ("45781.3833", "2025-05-04 09:12"),
        ("45781.383333333331", "2025-05-04 09:12"),
        ("45781.383680555554", "2025-05-04 09:12:30"),
        ("45781.99999999", "2025-05-05 00:00"),
        ("45781", "2025-05-04"),
        ("4578", None),
        ("1777885950", None),
        ("9.12", None),
    ],
)
def test_dates_of_spreadsheets(cell: str, spelled: str | None) -> None:
    """Days since the end of 1899 are dates, as exact as their decimals."""
    assert excel_serials.spelled(cell) == spelled


@pytest.mark.parametrize(("cell", "clock"), [("0.38333333", "09:12"), (".5", None), ("0.75", "18:00")])
def test_parts_of_a_day(cell: str, clock: str | None) -> None:
    """A time of day in a spreadsheet is a part of one."""
    assert excel_serials.clock(cell) == clock
