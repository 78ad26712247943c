"""A paste that arrives as single keys: many lines are handed over whole, a few one by one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events

from pirtui.widgets.line_burst import MOST_LINES, Burst
from tests.widgets.line_app import LineApp
from tests.widgets.widget_app import key, post, settled, typed

_LINES = [f"line {number}" for number in range(MOST_LINES + 1)]


def _app() -> LineApp:
    app = LineApp(alone_for=0.025)
    app.line.gathers_lines = True
    return app


async def test_many_lines_in_one_burst_are_a_paste() -> None:
    """One message holds every line, also the last one, which has no end."""
    app = _app()
    text = "\r".join((*_LINES, "and half a"))
    async with app.run_test() as pilot:
        post(app, typed(text, at=1.0))
        await settled(pilot, lambda: bool(app.seen))
        assert app.seen == [("pasted", text.replace("\r", "\n"))]
        assert app.line.value == ""


async def test_blank_lines_indentation_and_tabs_stay() -> None:
    """What a paste would have held, the keys hold as well; two signs for a line end are one."""
    app = _app()
    lines = [f"  10:{n:02}" for n in range(20)]
    keys = [key("tab", at=1.0), *typed("  begin", at=1.0), key("tab", at=1.0), key("x", at=1.0)]
    keys += [key("enter", at=1.0), key("ctrl+j", at=1.0)]
    for line in lines:
        keys += [*typed(line, at=1.0), key("tab", at=1.0), *typed("said\r\r", at=1.0)]
    async with app.run_test() as pilot:
        post(app, keys)
        await settled(pilot, lambda: bool(app.seen))
        assert app.seen == [
            ("pasted", "\t  begin\tx\n" + "".join(f"{line}\tsaid\n\n" for line in lines))
        ]


async def test_a_dozen_lines_are_entered_one_by_one() -> None:
    """Few enough to have been typed ahead; the unfinished line stays."""
    app = _app()
    async with app.run_test() as pilot:
        post(app, typed("\r".join((*_LINES[:MOST_LINES], "half")), at=1.0))
        await settled(pilot, lambda: app.line.value == "half")
        assert app.seen == [("submitted", line) for line in _LINES[:MOST_LINES]]


async def test_lines_one_after_another_are_never_gathered() -> None:
    """Whoever lets a moment pass before Enter, or after it, enters lines, however many."""
    app = _app()
    keys = [key for n, line in enumerate(_LINES * 2) for key in typed(f"{line}\r", at=1.0 + n)]
    for event in keys:
        if event.key == "enter":
            event.time += 0.1
    async with app.run_test() as pilot:
        post(app, keys)
        await settled(pilot, lambda: len(app.seen) == 2 * len(_LINES))
        assert app.seen == [("submitted", line) for line in _LINES * 2]


async def test_a_slow_burst_does_not_wait_for_ever() -> None:
    """Lines that come for longer than a second are entered, although more follow."""
    app = _app()
    keys = typed("".join(f"{line}\r" for line in _LINES))
    for number, event in enumerate(keys):
        event.time = 1.0 + number * 0.02
    async with app.run_test() as pilot:
        post(app, keys)
        await settled(pilot, lambda: len(app.seen) == len(_LINES))
        assert app.seen == [("submitted", line) for line in _LINES]


async def test_what_was_typed_before_stays_in_the_line() -> None:
    """A person's unfinished words are no part of the paste behind them."""
    app = _app()
    async with app.run_test() as pilot:
        post(app, [*typed("min", at=1.0), key("e", at=2.0), *typed("\r".join(_LINES) + "\r", at=3.0)])
        await settled(pilot, lambda: bool(app.seen))
        assert app.seen == [("pasted", "\n".join(_LINES) + "\n")]
        assert app.line.value == "mine"
        assert app.edits[-1] == "mine"


async def test_a_command_ends_a_burst() -> None:
    """A key that is no text is worked off behind the lines before it."""
    app = _app()
    async with app.run_test() as pilot:
        post(app, [*typed("one\rtwo\r", at=1.0), key("up", at=1.0), *typed("three\r", at=1.0)])
        await settled(pilot, lambda: len(app.seen) == 4)
        expected = [("submitted", "one"), ("submitted", "two"), ("up", ""), ("submitted", "three")]
        assert app.seen == expected


async def test_a_command_before_a_burst_is_no_part_of_it() -> None:
    """Whoever types a command and then lines gets both."""
    app = _app()
    async with app.run_test() as pilot:
        post(app, typed("\r".join(("/timeline", *_LINES)) + "\r", at=1.0))
        await settled(pilot, lambda: len(app.seen) == 2)
        assert app.seen == [("submitted", "/timeline"), ("pasted", "\n".join(_LINES) + "\n")]


async def test_a_bracketed_paste_behind_a_burst_keeps_its_place() -> None:
    """The burst is worked off first."""
    app = _app()
    async with app.run_test() as pilot:
        post(app, [*typed("one\rtw", at=1.0), events.Paste("o and more"), key("enter", at=3.0)])
        await settled(pilot, lambda: len(app.seen) == 2)
        assert app.seen == [("submitted", "one"), ("submitted", "two and more")]


async def test_a_line_that_does_not_gather_submits_every_line() -> None:
    """Other stages and screens take a burst as ever."""
    app = _app()
    app.line.gathers_lines = False
    async with app.run_test() as pilot:
        post(app, typed("".join(f"{line}\r" for line in _LINES), at=1.0))
        await settled(pilot, lambda: len(app.seen) == len(_LINES))
        assert app.seen == [("submitted", line) for line in _LINES]


async def test_whoever_takes_over_gets_the_gathered_keys() -> None:
    """A screen that opens meanwhile is given what the line had not worked off, in order."""
    app = _app()
    app.line.alone_for = 60.0  # type: ignore[misc]  # the burst must not end before it is looked at
    async with app.run_test() as pilot:
        post(app, typed("one\rtwo", at=1.0))
        await settled(pilot, lambda: app.line._burst is not None)
        names = [
            event.character or event.key for event in app.line.let_go() if isinstance(event, events.Key)
        ]
        assert names == ["enter", "t", "w", "o"]


@given(st.lists(st.text("ab \t", max_size=6), min_size=1, max_size=30))
@settings(max_examples=60, deadline=None)
def test_no_line_of_a_burst_is_lost(lines: list[str]) -> None:
    """Whatever the lines hold, the text of a burst is what was typed."""
    text = "\r".join(("first", *lines))
    keys = typed(text.removeprefix("first"), at=1.0)
    burst = Burst("first", "", "first", keys[0])
    for event in keys[1:]:
        assert burst.goes_on_with(event, 0.025)
        burst.add(event)
    assert burst.text == text.replace("\r", "\n")
