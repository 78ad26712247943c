"""Tables from spreadsheets and tools, with every trap of CSV."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.capture.candidates import ReadingCancelled, UnreadableSource
from pirtui.capture.events import parse_event
from pirtui.capture.reading import LineContext
from pirtui.capture.sources.csv_table import FORMAT
from tests.capture.sources.reading_sources import (
    NOW,
    assuming,
    event,
    evidence,
    from_fixture,
    from_text,
    texts,
    times,
)

CELLS = [
    "time",
    "event",
    "2026-05-04 09:12",
    "45781.3837",
    "99/99/9999",
    "009:38",
    "4/5/2026 9:12",
    '"',
    '""',
]


def test_a_spreadsheet_with_every_trap() -> None:
    """A mark for the delimiter, CRLF, quoted line ends, uneven rows, a date that stands once."""
    material = from_fixture("tables/spreadsheet.csv")
    read = evidence(FORMAT, material, assuming(day_first=True))

    assert FORMAT.recognises(material)
    assert texts(read) == [
        "Deploy of build 42 started",
        "Errors rose; users saw 502",
        "Rolled back to 41",
    ]
    assert times(read) == [
        "2026-05-04 09:12:00+00:00",
        "2026-05-04 09:20:00+00:00",
        "2026-05-04 09:31:00+00:00",
    ]
    assert [each.line for each in read.candidates] == [3, 4, 7]
    assert [event(each).source for each in read.candidates] == [
        "https://ci.example.org/42",
        "spreadsheet.csv:4",
        "spreadsheet.csv:7",
    ]
    assert read.candidates[1].wording == ';09:20;"Errors rose;\nusers saw 502";Bo;high;'
    assert not any(each.questions for each in read.candidates)
    assert (read.zone, read.zone_from) == ("UTC", "the column “Time (UTC)”")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_every_delimiter_is_found(mark: str) -> None:
    """The cells are told apart whatever stands between them."""
    rows = (
        ("time", "event", "who"),
        ("2026-05-04 09:12", "up", "Ada"),
        ("2026-05-04 09:13", "down", "Bo"),
    )
    material = from_text("\n".join(mark.join(row) for row in rows))

    assert FORMAT.recognises(material)
    assert texts(evidence(FORMAT, material)) == ["up", "down"]


def test_decimal_commas_do_not_divide() -> None:
    """In a table with semicolons a comma is part of a number."""
    read = evidence(FORMAT, from_text("Zeit;Text\n45781,3837;up\n45781,3904;down\n"), assuming())

    assert read.columns[0][0] == "Zeit"
    assert len(read.columns) == 2


def test_numbers_are_read_as_dates_of_a_spreadsheet_and_said_so() -> None:
    """An Excel serial in a time column is a date, and the notice shows how it was read."""
    read = evidence(FORMAT, from_text("When,What\n45781.3837,up\n45781.3904,down\n"))

    assert times(read)[0] == "2025-05-04 09:12:00+02:00"
    assert event(read.candidates[0]).time.raw == "45781.3837"
    assert read.notices == (
        "Numbers in “When” are read as Excel dates, such as 45781.3837 as 2025-05-04 09:12.",
    )


def test_numbers_elsewhere_stay_numbers() -> None:
    """A serial in a column of another kind is a number."""
    read = evidence(
        FORMAT, from_text("time,event,orders\n2026-05-04 09:12,up,45781.3837\n2026-05-04 09:13,x,2\n")
    )

    assert read.notices == ()


def test_the_day_comes_first_where_any_value_says_so() -> None:
    """One date that can be read in one way only decides for all."""
    day_first = evidence(FORMAT, from_text("when,what\n4/5/2026 9:12,up\n13/5/2026 9:12,down\n"))
    month_first = evidence(FORMAT, from_text("when,what\n4/5/2026 9:12,up\n5/13/2026 9:12,down\n"))

    assert times(day_first)[0] == "2026-05-04 09:12:00+02:00"
    assert times(month_first)[0] == "2026-04-05 09:12:00+02:00"
    assert not any(each.questions for each in (*day_first.candidates, *month_first.candidates))


def test_the_day_is_asked_for_once_where_nothing_says_so() -> None:
    """Without a sign the day is first, and the first row asks."""
    read = evidence(FORMAT, from_text("when,what\n4/5/2026 9:12,up\n5/6/2026 9:12,down\n"))

    assert [len(each.questions) for each in read.candidates] == [1, 0]
    assert read.candidates[0].questions[0] == "4/5/2026 is read day first, as 4 May. Is it 5 Apr?"


def test_dates_that_contradict_each_other_are_asked_for_each() -> None:
    """A table with both orders asks about every date that could be either."""
    text = "when,what\n14/5/2026 9:12,a\n5/15/2026 9:12,b\n4/5/2026 9:12,c\n3/5/2026 9:12,d\n"
    read = evidence(FORMAT, from_text(text))

    assert [len(each.questions) for each in read.candidates] == [0, 0, 1, 1]


def test_a_person_says_which_order_it_is() -> None:
    """Whoever knows the order is believed, and asked where a date cannot have it."""
    read = evidence(
        FORMAT,
        from_text("when,what\n4/5/2026 9:12,up\n14/5/2026 9:12,down\n"),
        assuming(day_first=False),
    )

    assert times(read)[0] == "2026-04-05 09:12:00+02:00"
    assert read.candidates[1].questions == (
        "14/5/2026 cannot be in the order of the other dates. Is it 14 May?",
    )


def test_a_zone_that_was_not_in_use_is_asked_for_once() -> None:
    """The zone in a header holds for its column, and one row asks for all."""
    read = evidence(FORMAT, from_text("Time (CET),What\n2026-05-04 09:12,up\n2026-05-04 09:13,down\n"))

    assert times(read)[0] == "2026-05-04 09:12:00+01:00"
    assert [each.questions for each in read.candidates] == [
        ("CET was not in use on that date, CEST was. Is it CEST?",),
        (),
    ]


def test_a_zone_in_a_row_wins() -> None:
    """A cell that names its own zone is not in the column's."""
    read = evidence(
        FORMAT, from_text("Time (UTC),What\n2026-05-04 09:12,up\n2026-05-04 09:13 PDT,down\n")
    )

    assert times(read)[1] == "2026-05-04 09:13:00-07:00"


def test_a_certain_zone_wins_over_the_header() -> None:
    """What a person is sure of holds whatever the header says; an abbreviation will do."""
    material = from_text("Time (CET),What\n2026-05-04 09:12,up\n2026-05-04 09:13,down\n")

    sure = evidence(FORMAT, material, assuming("America/New_York", zone_is_certain=True))
    short = evidence(FORMAT, material, assuming("UTC+3", zone_is_certain=True))

    assert times(sure)[0] == "2026-05-04 09:12:00-04:00"
    assert times(short)[0] == "2026-05-04 09:12:00+03:00"


def test_a_zone_above_the_table_holds() -> None:
    """Lines above the header are no events, and may declare the zone."""
    read = evidence(
        FORMAT,
        from_text(
            "Incident report\nAll times in EEST\n\ntime,event\n2026-05-04 09:12,up\n2026-05-04 9:13,x\n"
        ),
    )

    assert times(read)[0] == "2026-05-04 09:12:00+03:00"
    assert texts(read) == ["up", "x"]


def test_bare_times_take_the_day_of_the_row_before() -> None:
    """A time alone belongs to the day above it; a long way back asks for the next day."""
    read = evidence(FORMAT, from_text("time,event\n2026-05-04 23:50,down\n23:55,worse\n00:10,up\n"))

    assert times(read)[1] == "2026-05-04 23:55:00+02:00"
    assert read.candidates[2].questions == ("Is 00:10 on the next day, Tue 5 May?",)
    (other,) = read.candidates[2].alternatives
    assert other.line.startswith("2026-05-05 00:10 up")


def test_times_without_any_day_ask_once() -> None:
    """A table of clock times is placed on one day, which is asked about once or known."""
    material = from_text("time,event\n09:12,down\n09:20,up\n")
    asked = evidence(FORMAT, material)
    known = evidence(FORMAT, material, assuming(on=assuming().now.date().replace(day=4)))

    assert [each.questions for each in asked.candidates] == [
        ("These times name no day. Is it Wed 20 May?",),
        (),
    ]
    assert times(known)[0] == "2026-05-04 09:12:00+02:00"
    assert not known.candidates[0].questions


@pytest.mark.parametrize(
    "cell",
    [
        *("2026-05-04T09:12:30Z", "2026-05-04T11:12:30.000000000+02:00", "1777885950", "1777885950000"),
        *("20260504T091230Z", "2026-05-04 09:12:30 +0000 UTC", "May 4, 2026, 11:12:30 AM"),
        *(
            "04-May-26 11:12:30",
            "04.05.2026 11:12:30",
            "04/May/26 11:12:30 AM",
            "Mon, 4 May 2026 09:12:30 +0000",
        ),
        "2026-05-04 11:12:30,000",
    ],
)
def test_times_of_many_programs(cell: str) -> None:
    """The same instant is found in the spelling of every tool."""
    read = evidence(
        FORMAT, from_text(f'time;event\n"{cell}";up\n"{cell}";down\n'), assuming(day_first=True)
    )

    start = event(read.candidates[0]).time.start
    assert start is not None
    assert start.isoformat() in ("2026-05-04T11:12:30+02:00", "2026-05-04T09:12:30+00:00")
    assert event(read.candidates[0]).time.raw == cell
    assert not read.candidates[0].questions


@pytest.mark.parametrize(
    ("cell", "question"),
    [
        ("TBC", "“TBC” is not a time that can be placed. When was it?"),
        ("", "There is no time in this row. When was it?"),
        ("009:38", "009:38 is on no clock or calendar. Is it 09:38?"),
        ("09:13 (or so)", "“09:13 (or so)” was read as 09:13. Is that right?"),
    ],
)
def test_a_time_that_cannot_be_read_is_asked_for(cell: str, question: str) -> None:
    """The row is kept, and its question stands on it."""
    read = evidence(
        FORMAT, from_text(f"time,event\n2026-05-04 09:12,up\n{cell},down\n2026-05-04 09:20,x\n")
    )

    assert read.candidates[1].questions == (question,)
    assert texts(read) == ["up", "down", "x"]


def test_guards_of_spreadsheets_are_taken_off() -> None:
    """The mark that keeps a text from being a formula is not part of it."""
    text = 'time,event\n2026-05-04 09:12,\'=SUM(A1) was wrong\n"=""2026-05-04 09:13""",it\'s fine\n'

    assert texts(evidence(FORMAT, from_text(text))) == ["=SUM(A1) was wrong", "it's fine"]


def test_commas_in_the_last_text_divide_nothing() -> None:
    """A text that nobody quoted keeps its commas."""
    read = evidence(
        FORMAT, from_text("time,event\n2026-05-04 09:12,up, at last\n2026-05-04 09:13,down\n")
    )

    assert texts(read) == ["up, at last", "down"]


def test_a_quotation_mark_that_nothing_closes_swallows_nothing() -> None:
    """The rows behind a stray mark are still rows, and the line is named."""
    read = evidence(
        FORMAT,
        from_text('time,event\n2026-05-04 09:12,"down\n2026-05-04 09:13,up\n2026-05-04 09:14,x\n'),
    )

    assert texts(read) == ['"down', "up", "x"]
    assert read.notices == (
        "Line 2 opens a quotation mark that nothing closes; the mark was read as text.",
    )


def test_the_newest_row_first_is_turned() -> None:
    """An export that begins with its newest row is told from the beginning, and says so."""
    text = "time,event\n2026-05-04 09:20,c\n2026-05-04 09:12,b\n2026-05-04 09:12,a\n"
    read = evidence(FORMAT, from_text(text))

    assert texts(read) == ["a", "b", "c"]
    assert read.notices == ("The newest row came first; the oldest one does now.",)


def test_rows_out_of_order_stay_where_they_are() -> None:
    """Nothing is reordered that is not wholly upside down."""
    text = "time,event\n2026-05-04 09:20,a\n2026-05-04 09:12,b\n2026-05-04 09:31,c\n"

    assert texts(evidence(FORMAT, from_text(text))) == ["a", "b", "c"]


def test_a_row_without_words_is_a_problem_of_its_own() -> None:
    """A time alone cannot be an event, and is not dropped silently."""
    read = evidence(FORMAT, from_text("time,event\n2026-05-04 09:12,up\n2026-05-04 09:13,\n"))

    assert [bool(each.problem) for each in read.candidates] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "| Time | Event |\n|---|---|\n| 09:12 | up |\n",
        "Time | Event\n--- | ---\n09:12 | up\n",
        "09:12 | up\n09:13 | down\n",
        "On Monday, we saw errors.\nThen, nothing.\n",
        "- 09:12, up\n- 09:13, down\n",
        "2026-05-04 09:12:30,123 INFO up\n2026-05-04 09:12:31,456 INFO down\n",
        "2026-05-04 09:12:30\tada\thello\n2026-05-04 09:12:31\t-->\tbo has joined\n",
        "2b1f0a9b\t2026-05-04T09:12:30Z\tBo\tUp\n3c1f0a9b\t2026-05-04T09:13:30Z\tBo\tUp\n",
        ": 1777885950:0;make\n: 1777885951:0;make test\n",
        '[{"time": "09:12", "event": "up"},\n {"time": "09:13", "event": "x"}]',
        "a,b\n1,2\n3,4\n",
        "time,event\n",
        "We saw errors, many of them\nThen, at 09:12, it stopped\n",
        "",
    ],
)
def test_other_texts_are_no_tables(text: str) -> None:
    """Markdown, prose, logs and JSON belong to others."""
    assert not FORMAT.recognises(from_text(text))


def test_a_forced_reading_of_something_else_is_refused() -> None:
    """One sentence says what was expected."""
    with pytest.raises(UnreadableSource, match=r"^t\.txt: expected a table with at least two rows"):
        evidence(FORMAT, from_text("just words\n"))


def test_a_long_table_can_be_cancelled() -> None:
    """Whoever watches is told the progress, and may end the reading."""

    def watch(done: int, _total: int) -> None:
        if done:
            raise ReadingCancelled

    rows = "".join(f"2026-05-04 09:12,event {number}\n" for number in range(900))
    with pytest.raises(ReadingCancelled):
        FORMAT.read(from_text(f"time,event\n{rows}"), assuming(), watch)


def test_other_readings_are_lines_of_the_timeline() -> None:
    """An alternative read as a line gives its own time and the same words, whatever they are."""
    read = evidence(
        FORMAT, from_text("time,event\n2026-05-04 09:12,up\n009:38,!detected 10:00 by @bo\n")
    )
    other, *_more = read.candidates[1].alternatives

    line = parse_event(other.line, LineContext("Europe/Berlin", NOW)).item

    assert line is not None
    assert str(line.time.start) == "2026-05-04 09:38:00+02:00"
    assert (line.text, line.actor) == ("!detected 10:00 by @bo", "")


def test_a_zone_in_the_time_column_does_not_hide_the_date_column() -> None:
    """A clock time with a zone is no date, so its row's date counts."""
    read = evidence(
        FORMAT, from_text("Date,Time,Event\n2026-05-04,09:12 UTC,up\n2026-05-05,09:13 UTC,down\n")
    )

    assert times(read) == ["2026-05-04 09:12:00+00:00", "2026-05-05 09:13:00+00:00"]


def test_headers_in_another_language_are_headers() -> None:
    """Unknown names are still names, and the content says what the columns are."""
    read = evidence(
        FORMAT, from_text("Zeitpunkt;Ereignis\n2026-05-04 09:12;up\n2026-05-04 09:13;down\n")
    )

    assert read.columns == (("Zeitpunkt", "time"), ("Ereignis", "text"))
    assert texts(read) == ["up", "down"]


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(
            st.lists(st.one_of(st.sampled_from(CELLS), st.text(max_size=8)), max_size=5), max_size=8
        ).map(lambda rows: "\n".join(",".join(row) for row in rows)),
    ),
    st.sampled_from(["", "CET", "UTC+3", "Europe/Berlin", "nonsense"]),
    st.sampled_from([None, True, False]),
)
def test_nothing_raises_anything_else(text: str, zone: str, day_first: bool | None) -> None:
    """Any text is read or refused in one sentence, under any assumption."""
    material = from_text(text.encode(errors="replace").decode())
    FORMAT.recognises(material)
    with suppress(UnreadableSource):
        read = evidence(FORMAT, material, assuming(zone, day_first=day_first, day_is_certain=True))
        assert read.columns


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1), min_size=1
    )
)
def test_quoted_words_survive(said: list[str]) -> None:
    """No row is lost or joined with another, whatever its words are."""
    rows = "".join(f'2026-05-04 09:12,"{words.replace(chr(34), chr(34) * 2)}"\n' for words in said)
    read = evidence(FORMAT, from_text(f"time,event\n{rows}"))

    assert len(read.candidates) == len(said)
