"""Keys that came faster than anybody types, from the first Enter on: a paste without brackets?"""

from __future__ import annotations

import re
import unicodedata

from textual import events

from pirtui.domain.visible import visible

LINE_FEED = "ctrl+j"
"""How a line feed in an unbracketed paste arrives: Enter within a burst, nothing when pressed."""

MOST_LINES = 12
"""So many lines of one burst are still entered one by one; more of them are a paste."""

_LONGEST_WAIT = 1.0
"""Seconds after which a burst of few lines is entered, whether it is over or not."""

_PATIENCE = 8
"""How much longer a pause ends a burst that is a paste: a slow link makes pauses of its own."""

_PATIENCE_PER_KEY = 1 / 40_000
_MOST_PATIENCE = 1.0
"""Seconds: a machine that is busy with very many keys makes pauses too."""

_COMMAND = re.compile(r"/[a-z0-9-]+(?:\s|$)")
_CHARACTERS = {"enter": "\n", LINE_FEED: "\n", "tab": "\t", "space": " "}


class Burst:
    """The keys of a burst from the first Enter on; `before` is what the line held before the burst.

    The first line is what the line holds now, or what was typed in the burst where that is the same
    but for its white space.
    """

    def __init__(self, held: str, before: str, typed: str, enter: events.Key) -> None:
        is_whole = _without_white(held) == _without_white(before + visible(typed))
        self.before = before if is_whole else ""
        self.first = self.last = enter
        self._keys: list[events.Key] = [enter]
        self._pieces = [typed if is_whole else held, "\n"]
        self._lines = 1
        self._blank = True

    @property
    def is_paste(self) -> bool:
        """Whether there are more lines than anybody types at once."""
        return self._lines > MOST_LINES

    @property
    def text(self) -> str:
        """All lines as they would have been pasted, the last one too where it has no end."""
        return "".join(self._pieces)

    @property
    def held(self) -> tuple[events.Key | events.Paste, ...]:
        """What came, for whoever takes it instead: the keys, or the paste that they are."""
        return (events.Paste(self.text),) if self.is_paste else tuple(self._keys)

    def pause(self, alone_for: float) -> float:
        """Seconds without a key after which the burst is over."""
        if not self.is_paste:
            return alone_for
        return min(alone_for * _PATIENCE + len(self._pieces) * _PATIENCE_PER_KEY, _MOST_PATIENCE)

    def goes_on_with(self, event: events.Key | events.Paste, alone_for: float) -> bool:
        """Whether this is the next key of the same burst."""
        if isinstance(event, events.Paste) or event.time - self.last.time >= self.pause(alone_for):
            return False
        if self.is_paste:
            return True
        is_text = event.key in _CHARACTERS or bool(text_of(event))
        return is_text and event.time - self.first.time <= _LONGEST_WAIT

    def add(self, event: events.Key) -> None:
        """Take in the next key; the keys themselves are kept only while they may be needed."""
        typed = _CHARACTERS.get(event.key) or text_of(event)
        if typed == "\n":
            self._lines += not self._blank
            self._blank = True
        elif not typed.isspace():
            self._blank = False
        if event.key != LINE_FEED or self.last.key != "enter":
            self._pieces.append(typed)
        self.last = event
        if self.is_paste:
            self._keys.clear()
        else:
            self._keys.append(event)


def is_command(line: str) -> bool:
    """Whether a line asks for something to be done; it is never the first of a paste."""
    return _COMMAND.match(line) is not None


def white_of(event: events.Key) -> str:
    """The white space that a key types."""
    return _CHARACTERS.get(event.key, "")


def text_of(event: events.Key) -> str:
    """What a key types, made visible: any one character but a control, and no key combination."""
    character = event.character or ""
    modifiers = set(event.key.split("+")[:-1])
    if len(character) != 1 or modifiers - {"shift"} or unicodedata.category(character) in ("Cc", "Cs"):
        return ""
    return visible(character)


def _without_white(text: str) -> str:
    return "".join(text.split())
