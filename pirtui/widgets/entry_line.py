"""The one line, always listening: every key is taken in order, none is lost, none runs by accident."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer
from textual.widgets import Input

from pirtui.domain.visible import visible, visible_lines
from pirtui.widgets.line_burst import LINE_FEED, Burst, is_command, text_of, white_of
from pirtui.widgets.wrapping import elided

_WHITE = {"space": " ", "tab": " ", "enter": ""}
"""Keys that are commands for a person and white space in pasted text, with what they then insert."""


class EntryLine(Input):
    """A line that reports what was entered and waits for the answer before it takes the next key.

    `command_keys` are never text. `empty_keys` are commands only while the line is empty. After each
    `Submitted`, `CommandKey` or `LinesPasted` the line holds every later key until `resume` is called
    so that a burst of keys (a fast typist, a slow link, an unbracketed paste) is worked off in order.
    A space, tab or empty Enter in the middle of such a burst is white space and gives no command.
    While `gathers_lines`, a burst of more lines than anybody types is a paste: one `LinesPasted`.
    """

    DEFAULT_CSS = """
    EntryLine, EntryLine:focus {
        border: none;
        height: 1;
        padding: 0 1;
        background: $surface;
        & > .input--placeholder { color: $text-muted; }
    }
    """

    alone_for: ClassVar[float] = 0.025
    """Seconds that a space, tab or empty Enter must stand alone to be a command; 0 does not wait."""

    @dataclass
    class Submitted(Message):
        """Enter was pressed on a line that holds text."""

        line: EntryLine
        text: str

    @dataclass
    class CommandKey(Message):
        """A key was pressed that is not text; `value` is what the line holds."""

        line: EntryLine
        key: str
        value: str

    @dataclass
    class LinesPasted(Message):
        """Several lines were pasted at once."""

        line: EntryLine
        text: str

    @dataclass
    class Edited(Message):
        """A person changed the text."""

        line: EntryLine
        text: str

        def can_replace(self, message: Message) -> bool:
            """Only the newest text matters."""
            return isinstance(message, EntryLine.Edited)

    def __init__(
        self,
        *,
        command_keys: frozenset[str] = frozenset(),
        empty_keys: frozenset[str] = frozenset(),
        placeholder: str = "",
        id: str | None = None,  # noqa: A002 - Textual's own name for it
    ) -> None:
        super().__init__(placeholder=placeholder, select_on_focus=False, id=id)
        self.cursor_blink = False
        self.command_keys = command_keys
        self.empty_keys = empty_keys
        self.gathers_lines = False
        self._burst: Burst | None = None
        self._before_burst = ""
        self._typed_in_burst = ""
        self._one_by_one_until = float("-inf")
        self._held: deque[events.Key | events.Paste] | None = None
        self._undecided: events.Key | None = None
        self._deciding: Timer | None = None
        self._last_text_at = float("-inf")
        self._edits: dict[str, Callable[[], None]] = {
            "left": self.action_cursor_left,
            "right": self.action_cursor_right,
            "ctrl+left": self.action_cursor_left_word,
            "ctrl+right": self.action_cursor_right_word,
            "home": self.action_home,
            "ctrl+a": self.action_home,
            "end": self.action_end,
            "ctrl+e": self.action_end,
            "backspace": self.action_delete_left,
            "delete": self.action_delete_right,
            "shift+left": lambda: self.action_cursor_left(select=True),
            "shift+right": lambda: self.action_cursor_right(select=True),
            "shift+home": lambda: self.action_home(select=True),
            "shift+end": lambda: self.action_end(select=True),
            "ctrl+k": self.action_delete_right_all,
            "ctrl+u": self.action_delete_left_all,
        }

    def hold(self) -> None:
        """Keep every later key until `resume`."""
        if self._held is None:
            self._held = deque()

    def resume(self, text: str | None = "") -> None:
        """Take keys again, holding `text`; `None` leaves what the line holds."""
        if text is not None:
            self.put(text)
        waiting, self._held = self._held or deque(), None
        while waiting and self._held is None:
            self._take(waiting.popleft())
        if self._held is not None:
            self._held.extend(waiting)

    def let_go(self) -> tuple[events.Key | events.Paste, ...]:
        """Take keys again, and give up those that waited, for whoever takes them instead."""
        gathered = self._burst.held if self._burst is not None else ()
        waiting = (*gathered, *(self._held or ()))
        self._burst = self._held = None
        return waiting

    def put(self, text: str) -> None:
        """Replace the text without reporting an edit."""
        with self.prevent(Input.Changed):
            self.value = text
        self.cursor_position = len(self.value)

    def validate_value(self, value: str) -> str:
        """Whatever is put into the line, nothing in it hides and nothing reaches the terminal raw."""
        return visible(value)

    def render_line(self, y: int) -> Strip:
        """Draw the line; a placeholder that is too long for it is cut."""
        if self.value or y:
            return super().render_line(y)
        width = self.scrollable_content_region.width
        shown = elided(visible(self.placeholder), width) or " "
        style = self.get_component_rich_style("input--placeholder")
        cursor = self.get_component_rich_style("input--cursor") if self.has_focus else style
        strip = Strip([Segment(shown[0], cursor), Segment(shown[1:], style)])
        return strip.adjust_cell_length(width + 1).apply_style(self.rich_style)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        cursor = self.cursor_screen_offset.x - self.content_region.x + int(self.scroll_offset.x)
        self.scroll_to_region(Region(cursor, 0, 1, 1), force=True, animate=False)

    async def _on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self._take(event)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._take(event)

    def _take(self, event: events.Key | events.Paste) -> None:
        if self._undecided is not None:
            self._decide(alone=event.time - self._undecided.time >= self.alone_for)
        if self._burst is not None:
            if isinstance(event, events.Key) and self._burst.goes_on_with(event, self.alone_for):
                self._burst.add(event)
                return
            self._end_burst(self._burst)
        if self._held is not None:
            self._held.append(event)
        elif isinstance(event, events.Paste):
            self._take_paste(event.text)
        else:
            self._take_key(event)

    def _take_key(self, event: events.Key) -> None:
        key = event.key
        if key == LINE_FEED and self._is_in_burst(event):
            key = event.key = "enter"
        if key == "enter" and self.value.strip():
            self._enter(event)
        elif self._is_command(key):
            self._take_command(event)
        elif text := text_of(event):
            self._note(event, text)
            self._edit(lambda: self._insert(text))
        elif key in self._edits:
            self._edit(self._edits[key])

    def _enter(self, event: events.Key) -> None:
        if self._gathers(event):
            self._begin_burst(event)
        else:
            self._ask(self.Submitted(self, self.value))
        self._last_text_at = event.time
        self._before_burst = self._typed_in_burst = ""

    def _is_in_burst(self, event: events.Key) -> bool:
        return event.time - self._last_text_at < self.alone_for

    # A burst of lines

    def _note(self, event: events.Key, text: str) -> None:
        """Remember what a key of a burst types, and what the line held before the burst."""
        if not self._is_in_burst(event):
            self._before_burst, self._typed_in_burst = self.value, ""
        self._typed_in_burst += text
        self._last_text_at = event.time

    def _gathers(self, event: events.Key) -> bool:
        is_new = event.time > self._one_by_one_until
        may_be_pasted = self.gathers_lines and not is_command(self.value)
        return may_be_pasted and is_new and self._is_in_burst(event)

    def _begin_burst(self, enter: events.Key) -> None:
        self._burst = Burst(self.value, self._before_burst, self._typed_in_burst, enter)
        self._watch(self._burst)

    def _watch(self, burst: Burst) -> None:
        """Look again when the burst may be over."""
        last = burst.last
        self.set_timer(burst.pause(self.alone_for), lambda: self._look_at(burst, last))

    def _look_at(self, burst: Burst, last: events.Key) -> None:
        if burst.last is last:
            self.app.call_later(self.call_later, self._end_unless_more_came, burst, last)
        elif self._burst is burst:
            self._watch(burst)

    def _end_unless_more_came(self, burst: Burst, last: events.Key) -> None:
        if self._burst is burst and burst.last is last:
            self._end_burst(burst)
        elif self._burst is burst:
            self._watch(burst)

    def _end_burst(self, burst: Burst) -> None:
        """Hand over a paste whole; work off a few lines one by one."""
        self._burst = None
        if burst.is_paste:
            self._edit(lambda: self.put(burst.before))
            self._ask(self.LinesPasted(self, burst.text))
            return
        self._one_by_one_until = burst.last.time
        self._held = deque([*burst.held, *(self._held or ())])
        self.resume(None)

    def _is_command(self, key: str) -> bool:
        return key in self.command_keys or (not self.value and key in self.empty_keys)

    def _take_command(self, event: events.Key) -> None:
        if event.key not in _WHITE or not self.alone_for:
            self._ask(self.CommandKey(self, event.key, self.value))
        elif self._is_in_burst(event):
            self._take_white(event)
        else:
            self._undecided = event
            self._deciding = self.set_timer(self.alone_for, lambda: self._wait_for_app(event))

    def _wait_for_app(self, event: events.Key) -> None:
        """Let a busy app first hand on the keys that it still has, for they may follow closely."""
        self.app.call_later(self.call_later, self._decide_late, event)

    def _decide_late(self, event: events.Key) -> None:
        if self._undecided is event:
            self._decide(alone=True)

    def _decide(self, *, alone: bool) -> None:
        event, self._undecided = self._undecided, None
        if self._deciding is not None:
            self._deciding.stop()
            self._deciding = None
        if event is None:
            return
        if alone:
            self._ask(self.CommandKey(self, event.key, self.value))
        else:
            self._take_white(event)

    def _take_white(self, event: events.Key) -> None:
        self._note(event, white_of(event))
        if self.value:
            self._edit(lambda: self._insert(_WHITE[event.key]))

    def _take_paste(self, text: str) -> None:
        lines = [line for line in visible_lines(text).split("\n") if line.strip()]
        if len(lines) > 1:
            self._ask(self.LinesPasted(self, text))
        elif lines:
            line = lines[0] if self.value else lines[0].lstrip()
            self._edit(lambda: self._insert(visible(line)))

    def _ask(self, message: Message) -> None:
        self._held = deque()
        self.post_message(message)

    def _insert(self, text: str) -> None:
        if self.selection.is_empty:
            self.insert_text_at_cursor(text)
        else:
            self.replace(text, *self.selection)

    def _edit(self, change: Callable[[], None]) -> None:
        before = self.value
        with self.prevent(Input.Changed):
            change()
        if self.value != before:
            self.post_message(self.Edited(self, self.value))
