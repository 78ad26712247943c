"""What notes say about their times once, and what is asked about them."""

from datetime import date

import pytest

from tests.capture.notes.reading_notes import candidates_of, evidence_of, told


def _starts(text: str, zone: str = "Europe/Berlin") -> list[str]:
    return [
        each.event.time.start.isoformat() if each.event and each.event.time.start else "-"
        for each in candidates_of(text, zone, date(2024, 5, 1))
    ]


def _questions(text: str, zone: str = "UTC") -> list[tuple[str, ...]]:
    return [each.questions for each in candidates_of(text, zone, date(2024, 5, 1))]


@pytest.mark.parametrize(
    "declared",
    [
        "All times in UTC.\n\n14:32 x",
        "All times are in UTC\n\n14:32 x",
        "_All times UTC_\n\n14:32 x",
        "Times are given in UTC.\n14:32 x",
        "(all times UTC)\n14:32 x",
        "Timezone: UTC\n14:32 x",
        "**Time zone:** UTC\n\n14:32 x",
        "## Timeline (UTC)\n14:32 x",
        "## Timeline (all times in UTC)\n14:32 x",
        "## Timeline, times in UTC\n14:32 x",
        "| Time (UTC) | Event |\n|--|--|\n| 14:32 | x |",
        "| UTC | Event |\n|--|--|\n| 14:32 | x |",
        "| Time in UTC | Event |\n|--|--|\n| 14:32 | x |",
        "14:32 UTC x",
        "> Timeline is in UTC unless noted.\n\n14:32 x",
        "All events below are in UTC.\n\n14:32 x",
        "---\nzone: UTC\n---\n14:32 x",
    ],
)
def test_a_zone_declared_once_holds_for_all(declared: str) -> None:
    """A sentence, a heading, a table's header or the front matter says the zone."""
    assert _starts(declared) == ["2024-05-01T14:32:00+00:00"]


@pytest.mark.parametrize(
    ("declared", "offset"),
    [
        ("All times in CEST", "+02:00"),
        ("All times in PDT (UTC-7).", "-07:00"),
        ("All times in CET (GMT+1)", "+01:00"),
        ("All times in GMT+2", "+02:00"),
        ("Times are in America/New_York.", "-04:00"),
        ("All times in UTC+5:30", "+05:30"),
    ],
)
def test_a_zone_may_be_named_in_many_ways(declared: str, offset: str) -> None:
    """Abbreviations, offsets and names of places."""
    assert _starts(f"{declared}\n\n14:32 x") == [f"2024-05-01T14:32:00{offset}"]


def test_a_zone_in_a_heading_holds_for_its_section() -> None:
    """Another section may be in another zone."""
    text = "## Timeline (CEST)\n- 14:32 x\n\n## Follow-up timeline (UTC)\n- 16:00 y"
    assert _starts(text, "UTC") == ["2024-05-01T14:32:00+02:00", "2024-05-01T16:00:00+00:00"]


@pytest.mark.parametrize(
    "said",
    [
        "# Outage on May 1st, 2024\n\n14:32 x",
        "**Date:** 2024-05-01\n\n14:32 x",
        "Incident from: 2024-05-01\nRetro held: 2024-05-09\n\n14:32 x",
        "---\ntitle: Outage of 2024-05-01\n---\n14:32 x",
        "On 1 May 2024 the site was down.\n\n14:32 x",
        "Wednesday 1 May 2024\n\n14:32 x",
        "## 2024-05-01\n\n- 14:32 x",
        "Date: May 1-3, 2024\n\n## Wed 1 May\n\n14:32 x",
        "2024-05-01 14:32 x",
    ],
)
def test_the_day_is_found_where_notes_say_it(said: str) -> None:
    """In the title, a label, the front matter, a sentence, a heading of the day or the row itself."""
    assert told(said, on=None) == [("2024-05-01T14:32", "x")]


def test_a_line_with_only_a_date_switches_the_day() -> None:
    """Headings of days are no events; a date in a line carries on to the next lines."""
    text = "Saturday 2 September 2023\n23:50 one\n## 3 Sep 2023\n00:10 two\n"
    text += "2023-09-05 08:00 three\n09:00 four"
    assert [start for start, _ in told(text)] == [
        "2023-09-02T23:50",
        "2023-09-03T00:10",
        "2023-09-05T08:00",
        "2023-09-05T09:00",
    ]


def test_a_date_with_words_is_an_event_of_that_day() -> None:
    """Between dated rows, a date alone is as precise as the row is."""
    text = "- 2024-05-01: images removed\n- 2024-05-02 07:09: report"
    first, _ = candidates_of(text)
    assert first.event is not None
    assert first.event.time.precision.value == "day"


def test_midnight_without_a_date_is_passed_and_asked_about() -> None:
    """The clock that goes back by many hours has passed midnight; both readings are offered."""
    found = candidates_of("23:50 one\n00:10 two\n00:20 three", on=date(2024, 5, 1))
    assert [start for start, _ in told("23:50 one\n00:10 two\n00:20 three")] == [
        "2024-05-01T23:50",
        "2024-05-02T00:10",
        "2024-05-02T00:20",
    ]
    assert [len(each.questions) for each in found] == [0, 1, 0]
    assert found[1].alternatives[0].line == "2024-05-01 00:10 UTC two"


def test_a_clock_of_twelve_hours_may_mean_the_afternoon() -> None:
    """Where am and pm are left out, the afternoon is the first other reading."""
    found = candidates_of("11:50 one\n1:10 two", on=date(2024, 5, 1))
    assert found[1].alternatives[0].line == "2024-05-01 13:10 UTC two"


def test_rows_out_of_order_stay_where_they_are_and_are_asked_about() -> None:
    """A row that steps back by minutes is neither moved nor changed."""
    text = "14:00 one\n14:49 two\n14:43 three\n14:55 four"
    assert [start[-5:] for start, _ in told(text)] == ["14:00", "14:49", "14:43", "14:55"]
    assert [len(asked) for asked in _questions(text)] == [0, 0, 1, 0]


def test_a_day_typed_wrongly_is_found_by_its_neighbours() -> None:
    """As few rows as possible are asked about, with the day that would fit."""
    text = (
        "2024-05-26 17:40 one\n2024-05-26 23:04 two\n2024-05-26 02:50 three\n"
        "2024-05-26 05:16 four\n2024-05-26 06:27 five"
    )
    asked = _questions(text)
    assert [len(each) for each in asked] == [1, 1, 0, 0, 0]
    assert "Sat 25 May" in asked[0][0]


def test_a_timeline_from_the_newest_to_the_oldest_is_in_order_too() -> None:
    """Its clock goes back all the time, and never past midnight."""
    text = "17:54 e\n15:34 d\n15:12 c\n09:00 b\n08:50 a"
    assert [start for start, _ in told(text)][-1] == "2024-05-01T08:50"
    assert not any(_questions(text))


def test_a_stamp_in_the_words_that_contradicts_the_row_is_asked_about() -> None:
    """A log line in another zone that is whole hours off shows a zone declared wrongly."""
    wrong = "All times in UTC\n\n2025-08-12 17:32 Alert. Since: Aug 12, 2025 at 4:32PM UTC (just now)"
    right = wrong.replace("17:32", "16:32")
    assert any("zone" in question for question in _questions(wrong)[0])
    assert not any("zone" in question for question in _questions(right)[0])


def test_an_abbreviation_with_several_meanings_is_asked_about_once() -> None:
    """BST may be British or Bangladeshi; one question is enough for all rows."""
    asked = _questions("All times in BST\n\n14:32 one\n14:40 two")
    assert ["BST" in " ".join(each) for each in asked] == [True, False]


def test_an_abbreviation_out_of_season_is_asked_about() -> None:
    """A row in December under PDT is an hour off somewhere."""
    asked = _questions("All times in PDT\n\n2023-12-05 16:21 one\n2024-03-20 10:00 two")
    assert ["PST" in " ".join(each) for each in asked] == [True, False]


def test_a_day_that_nobody_states_is_asked_about_once() -> None:
    """Without any date, the first row says which day was taken."""
    found = list(evidence_of("14:32 one\n14:40 two").candidates)
    assert [len(each.questions) for each in found] == [1, 0]


def test_a_stamp_that_no_clock_shows_is_never_corrected() -> None:
    """The likely reading is offered, and the time stays unknown until somebody takes it."""
    text = "09:36 one\n009:38 two\n09:42 three"
    found = candidates_of(text, on=date(2024, 5, 1))
    assert [start[-5:] for start, _ in told(text)] == ["09:36", "-", "09:42"]
    assert found[1].alternatives[0].line.startswith("09:38")


def test_a_row_without_a_zone_is_in_that_of_the_row_above_where_most_rows_name_theirs() -> None:
    """One row that leaves the zone out is not in the zone of the review."""
    text = "09:25 PST one\n09:27 two\n09:40 PST three"
    assert _starts(text) == [f"2024-05-01T09:{minute}:00-08:00" for minute in (25, 27, 40)]


def test_a_single_row_in_another_zone_leaves_the_others_alone() -> None:
    """Where most rows name none, they are in the zone of the review."""
    assert _starts("09:25 one\n07:27 UTC two\n09:40 three")[2] == "2024-05-01T09:40:00+02:00"


@pytest.mark.parametrize("spelled", ["~23:00", "± 23:00", "23:00-ish", "23:00ish", "about 23:00"])
def test_an_estimate_is_marked_as_one(spelled: str) -> None:
    """However it is said that a time is not exact."""
    (found,) = candidates_of(f"2024-05-01 {spelled} x" if spelled[0].isdigit() else f"{spelled} x")
    assert found.event is not None
    assert found.event.time.approximate
    assert found.event.text == "x"


def test_two_times_of_four_digits_are_a_range() -> None:
    """The second is no offset from UTC."""
    (found,) = candidates_of("0930-0945 failover")
    assert found.event is not None
    assert found.event.time.end is not None
    assert (found.event.text, f"{found.event.time.end:%H:%M}") == ("failover", "09:45")


def test_a_day_in_a_line_of_its_own_is_no_guess() -> None:
    """Rows under a heading of the day are not asked for it."""
    assert not any(each.questions for each in evidence_of("**March 3, 2025**\n\n- 14:32 x").candidates)
