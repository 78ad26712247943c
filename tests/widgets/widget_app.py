"""A small app around one widget, and the texts that no widget may interpret."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual import events
from textual.app import App, ComposeResult
from textual.color import Color
from textual.keys import _character_to_key
from textual.message import Message
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from pirtui.theme import DARK, LIGHT
from tests.waiting import until

HOSTILE = (
    "[SEV1] [/ [@click=app.quit]x[/]",
    "[/nope] [link=http://x]y",
    "| # - <script>",
    "\x1b[31mred\x1b]52;c;aGk=\x07 \x9b31m",
    "before\u202eafter\u2066inner",
    "\x00\x08\x7f\ud800",
    "👩‍👩‍👧‍👦 🇩🇪 ☁️ e\u0301 日本語のテスト שלום",
    "\u200d\ufe0f\u0301",
    "x" * 10_000,
    "語" * 3_000,
    "",
)
"""Markup, terminal escapes, direction overrides, wide and joined characters, and endless lines."""

SIZES = ((140, 40), (100, 30), (80, 24), (40, 10), (20, 5), (6, 3), (3, 2), (2, 2), (1, 1), (80, 24))
"""Terminal sizes from a large one down to a single cell, and back."""


class WidgetApp(App[None]):
    """Shows one widget and writes down the messages it posts."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, make: Callable[[], Widget], theme: str = DARK.name) -> None:
        super().__init__()
        self._make = make
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = theme
        self.seen: list[Message] = []

    def compose(self) -> ComposeResult:
        """The widget alone."""
        yield self._make()

    def record(self, message: Message) -> None:
        """Write down a message that reached the app."""
        self.seen.append(message)


def key(name: str, at: float | None = None) -> events.Key:
    """A key event by its name or its character, at a time in seconds."""
    if len(name) == 1:
        event = events.Key(name if name.isalnum() else _character_to_key(name), name)
    else:
        event = events.Key(name, " " if name == "space" else None)
    if at is not None:
        event.time = at
    return event


def typed(text: str, at: float | None = None) -> list[events.Key]:
    """The key events of a text, in which a carriage return is Enter."""
    return [key("enter" if character == "\r" else character, at) for character in text]


def post(app: App[None], sent: Iterable[events.Event]) -> None:
    """Hand events to the app all at once, as a burst from a terminal does."""
    for event in sent:
        app.post_message(event)


async def settled(pilot: Pilot[None], done: Callable[[], bool]) -> None:
    """Wait until something has come about."""
    await until(pilot, done)


async def resize(pilot: Pilot[None], width: int, height: int) -> None:
    """Give the terminal another size, and wait until the screen is laid out for it."""
    await pilot.resize_terminal(width, height)
    await settled(pilot, lambda: pilot.app.screen._compositor.size == (width, height))


def screen_lines(app: App[None]) -> list[str]:
    """What stands on the screen, a string for each line."""
    width, height = app.size
    strips: list[Strip] = app.screen._compositor.render_strips(app.size)
    assert len(strips) <= max(height, 1)
    assert all(strip.cell_length <= max(width, 1) for strip in strips)
    return [strip.text for strip in strips]


def contrast(text: Color, background: Color) -> float:
    """The contrast of two colours as WCAG 2 defines it, from 1 to 21."""
    lighter, darker = sorted((_luminance(text), _luminance(background)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (_linear(part / 255) for part in color.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def faintest(app: App[None]) -> tuple[float, str]:
    """The lowest contrast of any text on the screen, and that text."""
    found = [(21.0, "")]
    for strip in app.screen._compositor.render_strips(app.size):
        for segment in strip:
            style = segment.style
            if segment.text.strip() and style and style.color and style.bgcolor:
                text = Color.from_rich_color(style.color)
                background = Color.from_rich_color(style.bgcolor)
                found.append((contrast(text, background), segment.text))
    return min(found)
