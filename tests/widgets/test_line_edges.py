"""The one line at its edges: narrow screens, busy apps, and line feeds."""

from __future__ import annotations

import asyncio

import pytest
from textual import events

from pirtui.widgets.entry_line import EntryLine
from tests.widgets.line_app import LineApp
from tests.widgets.widget_app import WidgetApp, key, post, resize, screen_lines, settled, typed


async def test_a_long_placeholder_stays_on_its_line() -> None:
    """A placeholder that does not fit is cut; it never breaks into a second line."""
    app = WidgetApp(lambda: EntryLine(placeholder="14:32 what happened  @role !milestone \x1b[b]"))
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.pause()
        strip = app.query_one(EntryLine).render_line(0)
        assert strip.text.strip() == "14:32 what happen…"
        assert "\n" not in strip.text
        await resize(pilot, 60, 5)
        await pilot.pause()
        assert screen_lines(app)[0].strip() == "14:32 what happened  @role !milestone ␛[b]"


async def test_going_tiny_and_back_keeps_the_text_and_shows_the_cursor() -> None:
    """Text outlives a tiny terminal, and what is being typed stays in view in it."""
    text = f"{'word ' * 20}END"
    app = LineApp()
    async with app.run_test(size=(140, 40)) as pilot:
        post(app, typed(text))
        await settled(pilot, lambda: app.line.value == text)
        await resize(pilot, 20, 5)
        await pilot.pause()
        assert screen_lines(app)[0].rstrip().endswith("END")
        await resize(pilot, 140, 40)
        await pilot.pause()
        assert screen_lines(app)[0].strip() == text
        assert app.line.value == text


class BusyApp(LineApp):
    """An app that sits on the keys for longer than the line waits for them."""

    async def be_busy(self) -> None:
        """Hand nothing on until the line has long stopped waiting for more."""
        over = asyncio.Event()
        asyncio.get_running_loop().call_later(self.line.alone_for * 4, over.set)
        await over.wait()


async def test_a_busy_app_makes_no_command_of_white_space() -> None:
    """Keys that follow closely on a space count as close even if the app hands them on late."""
    app = BusyApp(alone_for=0.025)
    async with app.run_test() as pilot:
        post(app, [key("space", at=1.0)])
        app.call_later(app.be_busy)
        post(app, typed("one\r", at=1.001))
        await settled(pilot, lambda: ("submitted", "one") in app.seen)
        assert app.seen == [("submitted", "one")]


async def test_a_pressed_line_feed_does_nothing() -> None:
    """Ctrl+J is Enter only in the middle of a burst, where it stands for a line feed."""
    app = LineApp(alone_for=0.025)
    async with app.run_test() as pilot:
        post(app, [*typed("one", at=1.0), events.Key("ctrl+j", None), *typed("\r", at=9.0)])
        await settled(pilot, lambda: bool(app.seen))
        assert app.seen == [("submitted", "one")]


async def test_pasted_as_keys_with_every_kind_of_white_space() -> None:
    """Leading spaces, tabs, blank lines and all line ends run no command and lose no line."""
    app = LineApp(alone_for=0.025, rounds=3)
    burst = [
        key({"\t": "tab", "\n": "ctrl+j", "\r": "enter", " ": "space"}.get(each, each), at=5.0)
        for each in "  \t14:01 one\r\n\r\n\t 14:02\ttwo\n\n   \n14:03 three \r\t\r"
    ]
    async with app.run_test() as pilot:
        post(app, burst)
        await settled(pilot, lambda: len(app.seen) >= 3 and not app.line.value)
        await settled(pilot, lambda: app.line._undecided is None)
        assert app.seen == [
            ("submitted", "14:01 one"),
            ("submitted", "14:02 two"),
            ("submitted", "14:03 three "),
        ]
        assert app.line.value == ""


@pytest.mark.parametrize("character", ["語", "a"])
async def test_keys_in_a_long_line_cost_no_more_than_its_length(character: str) -> None:
    """Typing into 10,000 characters takes one pass over them for each key, and loses none."""
    app = LineApp()
    async with app.run_test() as pilot:
        app.line.put(character * 10_000)
        post(app, typed("x" * 100))
        await settled(pilot, lambda: len(app.line.value) == 10_100)
        assert app.line.value == character * 10_000 + "x" * 100
