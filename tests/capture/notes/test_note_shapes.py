"""The shapes in which people write timelines: what opens an event, and what belongs to it."""

from datetime import date

import pytest

from tests.capture.notes.reading_notes import candidates_of, events_of, evidence_of, told

TWO = [("2024-05-01T14:32", "alert fires"), ("2024-05-01T14:40", "rolled back")]


@pytest.mark.parametrize(
    "text",
    [
        "14:32 alert fires\n14:40 rolled back",
        "- 14:32 alert fires\n- 14:40 rolled back",
        "* 14:32 - alert fires\n* 14:40 - rolled back",
        "1. 14:32: alert fires\n2. 14:40: rolled back",
        "[14:32] alert fires\n\n[14:40] rolled back",
        "(14:32) alert fires\n(14:40) rolled back",
        "**14:32** alert fires\n\n**14:40** rolled back",
        "- **14:32: alert fires**\n- **14:40: rolled back**",
        "### 14:32\n\nalert fires\n\n### 14:40\n\nrolled back",
        "### 14:32 alert fires\n### 14:40 rolled back",
        "14:32\nalert fires\n\n14:40\nrolled back",
        "| Time | Event |\n|---|---|\n| 14:32 | alert fires |\n| 14:40 | rolled back |",
        "Time | Event\n--- | ---\n14:32 | alert fires\n14:40 | rolled back",
        "| 14:32 | alert fires |\n| 14:40 | rolled back |",
        "Time\tEvent\n14:32\talert fires\n14:40\trolled back",
        "| # | When | What |\n|--|--|--|\n| 1 | 14:32 | alert fires |\n| 2 | 14:40 | rolled back |",
        "> 14:32 alert fires\n> 14:40 rolled back",
        "14:32 – alert fires<br/>\n14:40 – rolled back<br/>",
        "14:32 alert fires\r\n14:40 rolled back\r\n",
        "14.32 alert fires\n14.40 rolled back",
        "1432 alert fires\n1440 rolled back",
        "2:32pm alert fires\n2:40 PM rolled back",
        "- At 14:32, alert fires\n- **By 14:40** - rolled back",
        "- [ ] 14:32 alert fires\n- [x] 14:40 rolled back",
    ],
)
def test_the_same_timeline_in_every_shape(text: str) -> None:
    """However it is marked up, the two events are the same."""
    assert told(text) == TWO


def test_the_lines_below_an_event_belong_to_it() -> None:
    """Sub-bullets, quotes and code become its note, and continued words its text."""
    text = (
        "- 14:32 alert fires\n  for the second time\n  - in two regions\n  > seen by Ada\n\n"
        "  ```\n  12:00 in a log\n  ```\n- 14:40 rolled back"
    )
    first, second = events_of(text, on=date(2024, 5, 1))
    assert first.text == "alert fires for the second time"
    assert first.note.split("\n") == [
        "- in two regions",
        "seen by Ada",
        "",
        "  ```",
        "  12:00 in a log",
        "  ```",
    ]
    assert second.text == "rolled back"


def test_a_time_inside_code_or_a_quote_opens_no_event() -> None:
    """Log lines and quoted chat are part of what they were pasted into."""
    text = "14:32 alert fires\n> 14:33 wow\n```\n14:34 log\n```\n14:40 rolled back"
    assert told(text) == TWO


def test_a_paragraph_that_breaks_before_a_time_is_one_event() -> None:
    """A wrapped line that happens to begin with a time goes on."""
    text = (
        "14:32 the first alert came in and was closed by the on-call person at\n"
        "14:35 because it looked like the one of last week\n14:40 rolled back"
    )
    assert [start for start, _ in told(text)] == ["2024-05-01T14:32", "2024-05-01T14:40"]


def test_prose_headings_and_lists_around_the_timeline_are_no_events() -> None:
    """Sections that are not the timeline give nothing but folded candidates."""
    text = (
        "# Outage of 2024-05-01\n\n## Summary\n\n14:00 was when it began, as it seems.\n\n"
        "## Timeline\n\n- 14:32 alert fires\n- 14:40 rolled back\n\n## Action items\n\n"
        "- 2024-06-01: add an alert\n- 14:00 meet\n"
    )
    assert told(text, on=None) == TWO
    folded = [each.noise for each in evidence_of(text).candidates if each.noise]
    assert folded.count("outside the timeline") == 3


def test_tables_of_other_things_are_no_events() -> None:
    """A table of actions with due dates, or of facts, is not the timeline."""
    text = (
        "| Start | 2024-05-01 14:00 |\n|---|---|\n| Severity | 2 |\n\n## Timeline\n\n"
        "| Time | Event |\n|---|---|\n| 14:32 | alert fires |\n| 14:40 | rolled back |\n\n"
        "## Actions\n\n| Action | Due |\n|---|---|\n| Add an alert | 2024-06-01 |\n"
    )
    assert told(text, on=None) == TWO


def test_columns_of_a_table_keep_their_meaning() -> None:
    """Date and time may stand apart; who, link and remarks are told by their headers."""
    text = (
        "| Date | Time (UTC) | Who | Event | Link | Notes |\n|---|---|---|---|---|---|\n"
        "| 2024-05-01 | 23:50 | Ada | page sent | https://example.org/1 | twice |\n"
        "| | 23:55 | Bo | ack \\| silence | | |\n| 2024-05-02 | 00:05 | Ada | calm | | |\n"
    )
    first, second, third = events_of(text, zone="Europe/Berlin")
    assert (first.actor, first.source, first.note) == ("Ada", "https://example.org/1", "Notes: twice")
    assert first.time.start is not None
    assert first.time.start.isoformat() == "2024-05-01T23:50:00+00:00"
    assert (second.text, second.source) == ("ack | silence", "notes.md:4")
    assert third.time.start is not None
    assert third.time.start.date() == date(2024, 5, 2)


def test_links_and_marks_become_plain_words() -> None:
    """The room reads words and addresses, not the syntax of Markdown."""
    (event,) = events_of("14:32 **see** the [graph](https://example.org/g) <https://example.org/h>[^1]")
    assert event.text == "see the graph (https://example.org/g) https://example.org/h"


def test_names_and_marks_are_words() -> None:
    """A handle in somebody's notes stays in the sentence it belongs to."""
    (event,) = events_of("14:32 reported by @user-a in #infra ^ [SEV1] src:x?")
    assert event.text == "reported by @user-a in #infra ^ [SEV1] src:x?"
    assert event.actor == ""


def test_lines_of_pirtui_keep_their_marks() -> None:
    """Where any milestone is set, every line is read as it would be if it were typed."""
    first, second = events_of("14:32 alert fires @sre !detected ^\n14:40 rolled back @ic ?\n  twice")
    assert (first.text, first.actor, first.key_moment) == ("alert fires", "sre", True)
    assert [milestone.value for milestone in first.milestones] == ["detected"]
    assert (second.text, second.actor) == ("rolled back ? twice", "ic")


def test_a_time_without_words_is_kept_as_a_problem() -> None:
    """A heading with nothing under it is shown, and cannot be stored as it is."""
    (found,) = candidates_of("### 14:29")
    assert found.event is None
    assert found.problem


def test_text_without_any_time_is_offered_line_by_line() -> None:
    """Nothing that was pasted is lost."""
    assert told("it was slow\nthen it stopped") == [("-", "it was slow"), ("-", "then it stopped")]


def test_every_event_knows_the_line_it_came_from() -> None:
    """The origin is the file and the line; pasted text has none."""
    assert [event.source for event in events_of("\n14:32 a\n\n14:40 b")] == ["notes.md:2", "notes.md:4"]
    assert [each.line for each in candidates_of("\n14:32 a\n\n14:40 b")] == [2, 4]
