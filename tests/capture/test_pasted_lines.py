"""Pasted notes become candidate events, and a real incident keeps its times."""

from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.capture.lines import accept_line
from pirtui.capture.paste import Candidate, candidates
from pirtui.domain.review import Review, ReviewDates

NOW = datetime(2024, 8, 1, 9, 0, tzinfo=UTC)
EMPTY = Review(id="1", ref="r", dates=ReviewDates(created=NOW))
INCIDENT = Path(__file__).parent / "incident_lines.txt"


def _prepared(zone: str, day: str = "") -> Review:
    review = EMPTY
    for line in (f"zone: {zone}", f"date: {day}"):
        change = accept_line("prepare", line, review, NOW).change
        assert change is not None
        review = change(review)
    return review


def _start(candidate: Candidate) -> str:
    item = candidate.reading.item
    assert item is not None
    return item.time.start.isoformat() if item.time.start else "-"


def _text(candidate: Candidate) -> str:
    assert candidate.reading.item is not None
    return candidate.reading.item.text


def test_each_line_is_a_candidate_with_its_line_number() -> None:
    """Empty lines are passed over, and nothing is sorted."""
    found = candidates("14:32 one\n\n- 14:10 two\r\n14:40 three", _prepared("UTC", "2018-10-21"), NOW)
    assert [(c.line_number, _text(c)) for c in found] == [(1, "one"), (3, "two"), (4, "three")]


def test_a_line_without_a_time_joins_the_event_above() -> None:
    """Continuation lines and bullets belong to the time before them, also under a heading."""
    text = "### 14:29\n\nAlerts fired\n- twice\n### 14:31 UTC\nRolled back"
    found = candidates(text, _prepared("UTC", "2018-10-21"), NOW)
    assert [_text(c) for c in found] == ["Alerts fired twice", "Rolled back"]


def test_lines_before_any_time_are_events_without_one() -> None:
    """Nothing that was pasted is lost."""
    found = candidates("it was slow\nthen it stopped", EMPTY, NOW)
    assert [(_text(c), _start(c)) for c in found] == [("it was slow", "-"), ("then it stopped", "-")]


def test_a_line_with_only_a_date_switches_the_day() -> None:
    """Day headings are no events; a date in a line carries on to the next lines."""
    text = "Saturday 2 September 2023\n23:50 one\n## 3 Sep 2023\n00:10 two\n"
    text += "2023-09-05 08:00 three\n09:00 four"
    found = candidates(text, _prepared("UTC"), NOW)
    assert [_start(c)[:16] for c in found] == [
        "2023-09-02T23:50",
        "2023-09-03T00:10",
        "2023-09-05T08:00",
        "2023-09-05T09:00",
    ]


def test_midnight_without_a_date_is_asked_about() -> None:
    """The times are kept as written; the first one past midnight has the question."""
    found = candidates("23:50 one\n00:10 two", _prepared("UTC", "2018-10-21"), NOW)
    assert [len(c.reading.doubts) for c in found] == [0, 1]


def test_a_time_without_words_is_kept_as_a_problem() -> None:
    """A heading with nothing under it is shown, and cannot be saved as it is."""
    (found,) = candidates("### 14:29", _prepared("UTC", "2018-10-21"), NOW)
    assert found.reading.item is None
    assert found.reading.problem


def test_the_rows_of_an_incident_keep_their_times() -> None:
    """Golden: every row typed line by line, and pasted at once, gives the instant beside it."""
    rows = [line.split("\t") for line in INCIDENT.read_text().splitlines()]
    review = _prepared("Europe/London", "2024-07-25")
    typed = review
    for _, line in rows:
        change = accept_line("timeline", line, typed, NOW).change
        assert change is not None
        typed = change(typed)
    in_order = sorted(typed.events, key=lambda event: event.number)
    expected = [start for start, _ in rows]
    assert [event.time.start.isoformat() if event.time.start else "-" for event in in_order] == expected
    pasted = candidates("\n".join(line for _, line in rows if not line.startswith("+")), review, NOW)
    assert [_start(c) for c in pasted] == [start for start, line in rows if not line.startswith("+")]


@settings(max_examples=100, deadline=None)
@given(
    text=st.lists(st.sampled_from(["14:32 a", "2018-10-21", "b", "", "- c", "25:00", "?"])).map(
        "\n".join
    )
)
def test_pasting_never_raises_and_loses_no_word(text: str) -> None:
    """Every word of the text stands in some candidate."""
    found = candidates(text, EMPTY, NOW)
    joined = " ".join(candidate.line for candidate in found)
    for word in ("a", "b", "c"):
        lines = [line for line in text.splitlines() if line.endswith(word)]
        assert joined.split().count(word) == len(lines)
