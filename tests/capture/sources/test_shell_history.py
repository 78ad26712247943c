"""Histories of shells: every spelling, and the traps in each."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.capture.candidates import ReadingCancelled, UnreadableSource
from pirtui.capture.material import Material
from pirtui.capture.sources.shell_history import FORMAT
from tests.capture.sources.reading_sources import (
    assuming,
    event,
    evidence,
    from_fixture,
    from_text,
    texts,
    times,
)

HISTORIES = ("bash_history", "zsh_history", "fish_history", "history_output.txt")


@pytest.mark.parametrize("name", HISTORIES)
def test_every_shell_is_recognised(name: str) -> None:
    """Each history is known by its content."""
    assert FORMAT.recognises(from_fixture(f"histories/{name}"))


def test_bash_entries_end_at_the_next_stamp() -> None:
    """A command of several lines is one event, and `#123` in it is no stamp."""
    read = evidence(FORMAT, from_fixture("histories/bash_history"))

    assert texts(read) == [
        "kubectl rollout undo deploy/api",
        "for pod in api-1 api-2 do kubectl delete pod $pod #123 #124 done",
        "ls -la",
    ]
    assert times(read)[0] == "2026-05-04 11:12:30+02:00"
    assert [each.line for each in read.candidates] == [1, 3, 8]
    assert event(read.candidates[0]).source == "bash_history:1"


def test_bash_lines_before_the_first_stamp_are_kept_folded() -> None:
    """Commands from before the times were kept have no time, and stay out of the way."""
    read = evidence(FORMAT, from_text("make\n#1777885950\nmake deploy\n#1777885951\nmake test\n"))

    assert texts(read) == ["make", "make deploy", "make test"]
    assert [each.noise for each in read.candidates] == ["no time", "", ""]


def test_zsh_gives_an_end_where_it_knows_one() -> None:
    """Seconds that a command took make a range; none make a point."""
    first, second, *_rest = evidence(FORMAT, from_fixture("histories/zsh_history")).candidates

    assert str(event(first).time.end) == "2026-05-04 11:12:33+02:00"
    assert event(second).time.end is None


def test_zsh_lines_continue_and_hidden_bytes_are_shown() -> None:
    """A backslash at the end goes on, and bytes that zsh hides are what was typed."""
    read = evidence(FORMAT, from_fixture("histories/zsh_history"))

    assert texts(read)[1:3] == ["echo first second", "echo cafÉ – done"]
    assert read.candidates[2].line == 4


def test_looking_around_is_folded() -> None:
    """A mere `cd` is chatter; one that leads to something is not."""
    read = evidence(FORMAT, from_fixture("histories/zsh_history"))

    assert [each.noise for each in read.candidates[-2:]] == ["", "shell chatter"]


def test_fish_unescapes_commands() -> None:
    """Line feeds and backslashes are as they were typed."""
    read = evidence(FORMAT, from_fixture("histories/fish_history"))

    assert texts(read) == ["kubectl get pods kubectl get nodes", "clear", "echo a\\b"]
    assert [each.noise for each in read.candidates] == ["", "shell chatter", ""]
    assert times(read)[2] == "2026-05-04 11:12:40+02:00"


def test_printed_history_is_read_in_the_zone_of_the_review() -> None:
    """What `history` prints names no zone; lines without a number go on with the command."""
    read = evidence(FORMAT, from_fixture("histories/history_output.txt"))

    assert texts(read) == ["kubectl get pods", "for n in 1 2 do sleep $n done", "history"]
    assert times(read)[0] == "2026-05-14 09:12:30+02:00"
    assert not read.candidates[0].questions


@pytest.mark.parametrize(
    "stamp",
    ["2026-05-04 09:12:30", "04/05/2026 09:12:30", "[2026-05-04 09:12:30]", "Mon May  4 09:12:30 2026"],
)
def test_printed_times_have_many_formats(stamp: str) -> None:
    """Whatever format a person chose for times is taken from the command."""
    read = evidence(FORMAT, from_text(f"  501  {stamp} ls x[0]\n  502  {stamp} make\n"))

    assert times(read) == ["2026-05-04 09:12:30+02:00"] * 2
    assert texts(read) == ["ls x[0]", "make"]


def test_the_order_of_day_and_month_is_asked_once() -> None:
    """Dates that can be read both ways raise one question in the whole history."""
    text = "  501  04/05/2026 09:12:30 make\n  502  04/05/2026 09:12:31 make test\n"
    read = evidence(FORMAT, from_text(text))
    swapped = evidence(FORMAT, from_text(text), assuming(day_first=False))

    assert [each.questions for each in read.candidates] == [
        ("04/05/2026 is read day first, as 4 May. Is it 5 Apr?",),
        (),
    ]
    assert times(swapped)[0] == "2026-04-05 09:12:30+02:00"


@pytest.mark.parametrize(
    "text",
    [
        "make\nls\n",
        "# 1777885950\nnotes\n",
        "#123\nfixed\n",
        "1. 2026-05-04 09:12 up\n2. 2026-05-04 09:14 down\n",
        "time,event\n2026-05-04 09:12,up\n",
        "2026-05-04 09:12 up\n2026-05-04 09:14 down\n",
        "- cmd: make\n- cmd: ls\n",
        "",
    ],
)
def test_other_texts_are_not_histories(text: str) -> None:
    """Histories without times, notes and tables belong to others."""
    assert not FORMAT.recognises(from_text(text))


def test_a_forced_reading_of_something_else_is_refused() -> None:
    """One sentence says what was expected."""
    with pytest.raises(UnreadableSource, match=r"^t\.txt: expected a shell history with times"):
        evidence(FORMAT, from_text("09:12 up\n"))


def test_a_long_history_can_be_cancelled() -> None:
    """Whoever watches is told the progress, and may end the reading."""
    told: list[tuple[int, int]] = []

    def watch(done: int, total: int) -> None:
        told.append((done, total))
        if done:
            raise ReadingCancelled

    history = "".join(f": {1777885950 + number}:0;make {number}\n" for number in range(2000))
    with pytest.raises(ReadingCancelled):
        FORMAT.read(from_text(history), assuming(), watch)
    assert told == [(0, 2000), (500, 2000)]


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=200),
        st.lists(
            st.sampled_from(
                [
                    b": 1777885950:3;",
                    b"#1777885950\n",
                    b"#999999999\n",
                    b"- cmd: ",
                    b"  when: 1777885950\n",
                    b" 501  2026-05-04 09:12:30 ",
                    b" 502  99/99/2026 09:12 ",
                    b"make \\\n",
                    b"\x83\xa9",
                    b"\n",
                    b"[",
                ]
            ),
            max_size=12,
        ).map(b"".join),
    )
)
def test_nothing_raises_anything_else(content: bytes) -> None:
    """Any bytes are read or refused in one sentence."""
    material = Material("x", content)
    FORMAT.recognises(material)
    with suppress(UnreadableSource):
        assert evidence(FORMAT, material).format == FORMAT.name
