"""Logs of irssi, WeeChat and their like."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.capture.candidates import Assumptions, UnreadableSource, no_progress
from pirtui.capture.sources.irc import FORMAT
from tests.capture.sources import chat_materials as chats


def test_irssi_takes_its_days_from_the_markers() -> None:
    """Joins, parts, modes and nicks are noise; what people and bots say is not."""
    found = chats.read(FORMAT, chats.chat("irssi.log"), "Europe/Berlin")
    assert chats.told(found) == [
        ("", "ada [ada@host.example.org] has joined #inc", "joined"),
        ("ada", "rolling back", ""),
        ("bo", "has joined the dots now", ""),
        ("ada", "pokes the deploy", ""),
        ("", "mode/#inc [+o bo] by ada", "mode changed"),
        ("monitor", "5xx over 5%", ""),
        ("", "bo is now known as bo_away", "nick changed"),
        ("bo_away", "green again", ""),
        ("", "bo_away [bo@host.example.org] has quit [Ping timeout]", "left"),
    ]
    assert chats.starts(found)[6:8] == ["2026-05-04 23:17:00", "2026-05-05 00:01:00"]
    assert not chats.questions(found)
    assert found.candidates[1].event is not None
    assert found.candidates[1].event.source == "irssi.log:3"


def test_weechat_has_local_times_and_since_lately_universal_ones() -> None:
    """A `Z` means UTC whatever the zone of the room is; without it the clock is local."""
    found = chats.read(FORMAT, chats.chat("weechat.log"), "Europe/Berlin")
    assert chats.told(found)[:3] == [
        ("", "ada (~ada@host.example.org) has joined #inc", "joined"),
        ("ada", "rolling back", ""),
        ("ada", "waves", ""),
    ]
    assert [noise for _, _, noise in chats.told(found)[3:]] == ["nick changed", "left", ""]
    assert chats.starts(found)[1] == "2026-05-04 09:12:30"
    assert chats.starts(found)[5] == "2026-05-04 09:12:40"
    event = found.candidates[5].event
    assert event is not None
    assert event.time.start is not None
    assert event.time.start.microsecond == 104233


def test_a_log_without_days_asks_once_and_asks_about_midnight() -> None:
    """Today is assumed, and a clock that goes far back is asked about."""
    found = chats.read(FORMAT, chats.pasted("[23:59] <ada> a\n[00:01] <@bo> b\n[00:02] * ada waves\n"))
    assert chats.starts(found) == ["2026-05-06 23:59:00", "2026-05-07 00:01:00", "2026-05-07 00:02:00"]
    asked = chats.questions(found)
    assert len(asked) == 2
    assert "today" in asked[0]
    assert "next day, Thu 7 May?" in asked[1]


def test_the_assumed_day_is_taken_without_a_question() -> None:
    """The room has said which day it was."""
    found = chats.read(FORMAT, chats.pasted("09:12 <ada> a\n09:13 <bo> b\n"), on=date(2026, 3, 1))
    assert chats.starts(found)[0] == "2026-03-01 09:12:00"
    assert not chats.questions(found)


def test_a_year_that_is_left_out_turns_with_the_log() -> None:
    """HexChat names the year at the beginning only."""
    text = (
        "**** BEGIN LOGGING AT Thu Dec 31 23:50:00 2025\n\n"
        "Dec 31 23:52:11 *\tNow talking on #inc\nDec 31 23:58:00 <ada>\thi\nJan 01 00:03:00 <bo>\tyes\n"
    )
    found = chats.read(FORMAT, chats.pasted(text))
    assert chats.starts(found)[1:] == ["2025-12-31 23:58:00", "2026-01-01 00:03:00"]


def test_the_hour_that_comes_twice_is_asked_about_once() -> None:
    """When the clocks go back, no local time in that hour is certain."""
    text = "--- Log opened Sun Oct 25 01:00:00 2026\n02:10 <ada> a\n02:20 <bo> b\n"
    asked = chats.questions(chats.read(FORMAT, chats.pasted(text), "Europe/Berlin"))
    assert len(asked) == 1
    assert "comes twice" in asked[0]


@pytest.mark.parametrize(
    "text",
    [
        "14:32 rolled back\n14:40 paged Ada\n",
        "14:32 -- rolled back\n14:40 * paged Ada now\n",
        "time\twho\twhat\n09:12\tada\trolled back\n09:13\tbo\tok\n",
        "2026-05-04 09:12 - rolled back\n2026-05-04 09:13 - ok\n",
        "",
    ],
)
def test_notes_and_tables_are_not_logs(text: str) -> None:
    """Only what a client writes is recognised."""
    assert not FORMAT.recognises(chats.pasted(text))


def test_a_line_that_is_no_log_is_named() -> None:
    """An odd line is skipped with its place."""
    found = chats.read(FORMAT, chats.pasted("09:12 <a> x\n" * 6 + "???\n"))
    assert found.notices[0].startswith("pasted text:7")


def test_text_that_is_no_log_is_refused() -> None:
    """Forced to read notes, it says what it expected."""
    with pytest.raises(UnreadableSource, match="IRC log"):
        FORMAT.read(chats.pasted("just words\n"), Assumptions(chats.NOW), no_progress)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(["09:12", " <ada> x", "\t", "---", " Day changed ", "99:99", "\n"])
        | st.text(max_size=5)
    )
)
def test_no_log_raises_anything_but_the_clear_error(parts: list[str]) -> None:
    """Pieces of logs in any order, with anything between them."""
    chats.raises_only_the_clear_error(FORMAT, chats.pasted("".join(parts)))
