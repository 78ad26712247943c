"""The one line: nothing typed is lost, reordered, or run as a command by mistake."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

import pexpect
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events

from tests.widgets.line_app import LineApp
from tests.widgets.widget_app import HOSTILE, SIZES, key, post, resize, screen_lines, settled, typed


async def test_three_lines_in_one_burst_are_three_lines() -> None:
    """Keys that arrive all at once are taken in order, each Enter with its own text."""
    app = LineApp()
    async with app.run_test() as pilot:
        post(app, typed("ev one\rev two\rev three\r"))
        await settled(pilot, lambda: len(app.seen) == 3 and not app.line.value)
        assert app.seen == [("submitted", "ev one"), ("submitted", "ev two"), ("submitted", "ev three")]


@pytest.mark.parametrize("rounds", [0, 1, 50])
async def test_commands_keep_their_place_among_the_text(rounds: int) -> None:
    """A slow answer changes nothing in the order of text, commands and text."""
    app = LineApp(rounds=rounds)
    async with app.run_test() as pilot:
        post(app, [*typed("text\r"), key("down"), key("space"), *typed("more\r")])
        await settled(pilot, lambda: ("submitted", "more") in app.seen and not app.line.value)
        assert app.seen == [("submitted", "text"), ("down", ""), ("space", ""), ("submitted", "more")]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(st.sampled_from("abc äß語 1:/!@"), min_size=1).filter(str.strip), max_size=6))
def test_any_lines_in_a_burst_come_out_as_they_went_in(lines: list[str]) -> None:
    """Whatever the lines hold, a burst of them gives the same lines."""

    async def run() -> list[str]:
        app = LineApp(alone_for=0.025, rounds=2)
        async with app.run_test() as pilot:
            post(app, typed("".join(f"{line}\r" for line in lines), at=1.0))
            await settled(pilot, lambda: len(app.seen) == len(lines) and not app.line.value)
            return [text for _, text in app.seen]

    assert asyncio.run(run()) == [line.lstrip(" ") for line in lines]


async def test_nothing_is_taken_until_the_answer() -> None:
    """The line keeps its text until the screen has stored it, and holds what follows."""
    app = LineApp()
    app.answers = False
    async with app.run_test() as pilot:
        post(app, [*typed("first\rsecond"), events.Paste(" third"), key("home"), *typed("0")])
        await settled(pilot, lambda: bool(app.seen))
        await pilot.pause()
        assert app.line.value == "first"
        app.line.resume("")
        assert app.line.value == "0second third"
        assert app.seen == [("submitted", "first")]


async def test_an_answer_can_keep_or_replace_the_text() -> None:
    """A command leaves the line as it is, or puts a text into it with the cursor at its end."""
    app = LineApp()
    app.answers = False
    async with app.run_test() as pilot:
        post(app, [*typed("half"), key("f1"), *typed("way")])
        await settled(pilot, lambda: bool(app.seen))
        app.line.resume(None)
        assert app.line.value == "halfway"
        post(app, [key("up"), *typed("!")])
        await settled(pilot, lambda: len(app.seen) == 2)
        app.line.resume("edit me")
        assert app.line.value == "edit me!"


async def test_empty_keys_are_commands_only_on_an_empty_line() -> None:
    """Space and Delete are text and editing as soon as the line holds anything."""
    app = LineApp()
    async with app.run_test() as pilot:
        post(app, [key("space"), *typed("a b"), key("home"), key("delete"), *typed("\r")])
        await settled(pilot, lambda: len(app.seen) == 2)
        assert app.seen == [("space", ""), ("submitted", " b")]


async def test_enter_on_blanks_does_nothing() -> None:
    """A line of spaces is neither stored nor a command."""
    app = LineApp()
    async with app.run_test() as pilot:
        post(app, [*typed("a"), key("space"), key("home"), key("delete"), key("enter"), key("f1")])
        await settled(pilot, lambda: bool(app.seen))
        assert app.seen == [("f1", " ")]


async def test_a_space_alone_is_a_command() -> None:
    """A space that a person pressed on its own reaches the screen as a command."""
    app = LineApp(alone_for=0.025)
    async with app.run_test() as pilot:
        post(app, [key("space", at=1.0)])
        await settled(pilot, lambda: bool(app.seen))
        assert app.seen == [("space", "")]


async def test_white_space_within_a_burst_is_no_command() -> None:
    """Blank lines and indentation of an unbracketed paste mark nothing and open nothing."""
    app = LineApp(alone_for=0.025)
    async with app.run_test() as pilot:
        post(app, typed("one\r\r  two\r\r\r", at=1.0))
        await settled(pilot, lambda: len(app.seen) == 2)
        await settled(pilot, lambda: app.line._undecided is None)
        assert app.seen == [("submitted", "one"), ("submitted", "two")]


async def test_a_space_long_before_the_text_stays_a_command() -> None:
    """What counts is when the keys were pressed, not when a busy screen gets to them."""
    app = LineApp(alone_for=0.025)
    async with app.run_test() as pilot:
        post(app, [key("space", at=1.0), key("a", at=2.0), key("enter", at=2.1)])
        await settled(pilot, lambda: len(app.seen) == 2)
        assert app.seen == [("space", ""), ("submitted", "a")]


async def test_each_edit_is_told_and_a_programmatic_one_is_not() -> None:
    """The screen hears of what a person changed, the newest text last, and of nothing else."""
    app = LineApp()
    async with app.run_test() as pilot:
        app.line.put("from the screen")
        await pilot.pause()
        assert app.edits == []
        post(app, typed("!?"))
        await settled(pilot, lambda: bool(app.edits) and app.edits[-1].endswith("?"))
        assert app.edits[-1] == "from the screen!?"


async def test_several_pasted_lines_are_handed_over_whole() -> None:
    """A paste of lines goes to the screen as it came; the line keeps its own text."""
    app = LineApp()
    async with app.run_test() as pilot:
        post(app, [*typed("mine"), events.Paste("one\r\ntwo\n\n"), *typed("!")])
        await settled(pilot, lambda: app.line.value == "mine!")
        assert app.seen == [("pasted", "one\r\ntwo\n\n")]


async def test_one_pasted_line_is_inserted_at_the_cursor() -> None:
    """Line ends around a single line are dropped, and what is hidden in it becomes visible."""
    app = LineApp()
    async with app.run_test() as pilot:
        post(app, [*typed("ad"), key("left"), events.Paste("\n\r\nb\tc\x1b\u202e\n"), *typed("!")])
        await settled(pilot, lambda: "!" in app.line.value)
        assert app.line.value == "ab c␛⟨U+202E⟩!d"
        assert app.seen == []


async def test_a_paste_replaces_what_is_selected() -> None:
    """Selected text gives way to typed or pasted text."""
    app = LineApp()
    async with app.run_test() as pilot:
        post(app, [*typed("keep old"), *(key("shift+left") for _ in range(3)), events.Paste("new")])
        await settled(pilot, lambda: app.line.value.endswith("new"))
        assert app.line.value == "keep new"


@pytest.mark.parametrize(
    "stolen",
    [*(f"ctrl+{letter}" for letter in "himsqzwb"), "alt+a", "super+a", "ctrl+alt+x"],
)
async def test_stolen_keys_do_nothing(stolen: str) -> None:
    """Keys that terminals and multiplexers take have no effect when they do arrive."""
    app = LineApp()
    async with app.run_test() as pilot:
        post(app, [*typed("text"), events.Key(stolen, "a"), key("f1")])
        await settled(pilot, lambda: bool(app.seen))
        assert app.seen == [("f1", "text")]


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (["ctrl+a", "ctrl+k"], ""),
        (["ctrl+u"], ""),
        (["home", "x"], "xone two"),
        (["ctrl+e", "x"], "one twox"),
        (["ctrl+left", "x"], "one xtwo"),
        (["backspace"], "one tw"),
        (["left", "delete"], "one tw"),
    ],
)
async def test_editing_keys(keys: list[str], value: str) -> None:
    """The usual editing keys do the usual thing."""
    app = LineApp()
    async with app.run_test() as pilot:
        post(app, [*typed("one two"), *(key(name) for name in keys), key("f1")])
        await settled(pilot, lambda: bool(app.seen))
        assert app.line.value == value


@pytest.mark.parametrize(
    "typed_text", ["👩‍👩‍👧", "全角\u3000空白", "a\u00a0b", "e\u0301", "שלום", "[red]x[/]"]
)
async def test_any_script_can_be_typed(typed_text: str) -> None:
    """Joiners, wide spaces, combining marks and brackets are text like any other."""
    app = LineApp()
    async with app.run_test() as pilot:
        post(app, typed(f"{typed_text}\r"))
        await settled(pilot, lambda: bool(app.seen))
        assert app.seen == [("submitted", typed_text)]


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
async def test_hostile_text_is_shown_and_not_obeyed(hostile: str) -> None:
    """Whatever a line holds, nothing in it reaches the terminal as a control character."""
    app = LineApp()
    async with app.run_test(size=(60, 5)) as pilot:
        app.line.put(hostile)
        for size in SIZES:
            await resize(pilot, *size)
        await pilot.pause()
        shown = "".join(screen_lines(app))
        assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in shown)
        assert "\u202e" not in shown


async def test_the_placeholder_is_literal() -> None:
    """Brackets in the placeholder are shown."""
    app = LineApp()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "listening [red]" in screen_lines(app)[0]


async def test_the_cursor_does_not_blink() -> None:
    """Nothing on a shared screen blinks."""
    app = LineApp()
    async with app.run_test():
        assert not app.line.cursor_blink


async def test_a_very_long_line_can_still_be_typed_into() -> None:
    """A line of 10,000 characters takes further keys at both ends."""
    app = LineApp()
    async with app.run_test() as pilot:
        app.line.put("x" * 10_000)
        post(app, [*typed("end"), key("home"), *typed("start"), key("enter")])
        await settled(pilot, lambda: bool(app.seen))
        assert app.seen == [("submitted", f"start{'x' * 10_000}end")]


@pytest.mark.parametrize(
    ("burst", "seen"),
    [
        (b"ev one\rev two\rev three\r", ["submitted:ev one", "submitted:ev two", "submitted:ev three"]),
        (b"a\nb\r\r\rc d\r", ["submitted:a", "submitted:b", "submitted:c d"]),
        (b"text\r\x1b[B\x1b[Bmore\r", ["submitted:text", "down:", "down:", "submitted:more"]),
        (b"\x1b[200~p1\rp2\x1b[201~tail\r", ["pasted:p1\rp2", "submitted:tail"]),
        (b"x" * 2_000 + b"\rend\r", ["submitted:" + "x" * 2_000, "submitted:end"]),
    ],
    ids=["lines", "blank lines", "list keys", "bracketed paste", "a long line"],
)
def test_a_burst_of_bytes_in_a_real_terminal(tmp_path: Path, burst: bytes, seen: list[str]) -> None:
    """Bytes that reach a real terminal in one piece give the right lines in the right order."""
    answer = tmp_path / "seen.json"
    child = pexpect.spawn(sys.executable, ["-m", "tests.widgets.line_app", str(answer)], timeout=30)
    child.setwinsize(24, 80)
    try:
        child.expect_exact("ening [red]")
        child.send(burst + b"\x1bOP")
        child.expect(pexpect.EOF)
    finally:
        child.close(force=True)
    told = [f"{kind}:{text}" for kind, text in json.loads(answer.read_text())]
    assert told == [*seen, "f1:"]
