"""A list of wrapped rows that stays fast with ten thousand of them: only visible lines are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from pirtui.widgets.laid_rows import LaidRows
from pirtui.widgets.row_layout import Piece, Row, Tag

__all__ = ["ItemList", "Row", "Tag"]

_LIT_FOR = 1.5
_PLAIN = "plain"
_TONES = ("muted", "strong", "good", "warning", "alert", "accent", "rule", "heading", "hint")


class ItemList(ScrollView, can_focus=False):
    """Rows of items, rules and headings; the highlight moves over items only.

    The list never takes the focus: the line keeps it, and the screen moves the highlight.
    """

    DEFAULT_CSS = """
    ItemList {
        background: $background;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        scrollbar-gutter: stable;
        & > .item-list--highlight { background: $primary-muted; color: $foreground; text-style: bold; }
        & > .item-list--lit { background: $success-muted; }
        & > .item-list--lead { color: $text-muted; }
        & > .item-list--badge { color: $text-muted; }
        & > .item-list--muted { color: $text-muted; }
        & > .item-list--strong { text-style: bold; }
        & > .item-list--good { color: $text-success; }
        & > .item-list--warning { color: $text-warning; }
        & > .item-list--alert { color: $text-error; text-style: bold; }
        & > .item-list--accent { color: $text-accent; text-style: bold; }
        & > .item-list--rule { color: $text-accent; text-style: bold; }
        & > .item-list--heading { color: $text-primary; text-style: bold; }
        & > .item-list--hint { color: $text-muted; }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"item-list--{tone}" for tone in _TONES),
        "item-list--highlight",
        "item-list--lit",
        "item-list--lead",
        "item-list--badge",
    }

    highlighted: reactive[str] = reactive("", init=False, repaint=False)

    @dataclass
    class Highlighted(Message):
        """The highlight moved to another item."""

        key: str

        def can_replace(self, message: Message) -> bool:
            """Only where the highlight came to rest matters."""
            return isinstance(message, ItemList.Highlighted)

    @dataclass
    class Clicked(Message):
        """An item was clicked."""

        key: str

    @dataclass
    class Opened(Message):
        """An item was clicked twice."""

        key: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._laid = LaidRows()
        self._lit: frozenset[str] = frozenset()
        self._lit_timer: Timer | None = None
        self._in_middle = ""
        self._styles: dict[str, Style] = {}

    # What is shown

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as they were given."""
        return self._laid.rows

    def has(self, key: str) -> bool:
        """Whether an item with this key is in the list."""
        return key in self._laid.places

    def set_rows(self, rows: Sequence[Row], highlight: str | None = None) -> None:
        """Show these rows; the highlight stays on its item, or goes to the nearest one left."""
        former = self._laid.places.get(self.highlighted, 0)
        self._lay_out(rows)
        wanted = highlight if highlight is not None else self.highlighted
        self.highlighted = wanted if wanted in self._laid.places else self._nearest(former)
        self._keep_in_view()
        self.refresh()

    def flash(self, keys: Iterable[str]) -> None:
        """Light these items up for a moment."""
        self._lit = frozenset(keys) - {""}
        if self._lit_timer is not None:
            self._lit_timer.stop()
        self._lit_timer = self.set_timer(_LIT_FOR, self._put_out)
        self.refresh()

    # The highlight

    def move(self, steps: int) -> None:
        """Move the highlight by so many items, stopping at the ends."""
        place = self._laid.places.get(self.highlighted)
        if place is not None:
            self.move_to(self.rows[self._stepped(place, steps)].key)
        elif self._laid.places:
            self.first()
        else:
            self._scroll(steps)

    def page(self, direction: int) -> None:
        """Move the highlight by about a screenful."""
        place = self._laid.places.get(self.highlighted)
        lines = direction * max(self.size.height - 1, 1)
        if place is None:
            self.move(lines)
            return
        if self._goes_on(place, direction):
            self._scroll(lines)
            return
        target = self._laid.top(place) + lines
        reached = self._nearest(self._laid.place_at(max(target, 0)))
        if (self._laid.places[reached] - place) * direction > 0:
            self.move_to(reached)
        else:
            self.move(direction)

    def first(self) -> None:
        """Highlight the first item."""
        self.move_to(next(iter(self._laid.places), ""))

    def last(self) -> None:
        """Highlight the last item."""
        self.move_to(next(reversed(self._laid.places), ""))

    def move_by_key(self, key: str) -> None:
        """Move the highlight as a list key says: up, down, pageup, pagedown, ctrl+home, ctrl+end."""
        moves = {
            "up": lambda: self.move(-1),
            "down": lambda: self.move(1),
            "pageup": lambda: self.page(-1),
            "pagedown": lambda: self.page(1),
            "ctrl+home": self.first,
            "ctrl+end": self.last,
        }
        moves[key]()

    def move_to(self, key: str) -> None:
        """Highlight the item with this key, if it is there."""
        if key in self._laid.places:
            self.highlighted = key
            self._keep_in_view()

    def show_in_middle(self) -> None:
        """Scroll so that as much is seen above the highlighted item as beneath it, until it moves."""
        self._in_middle = self.highlighted
        place = self._laid.places.get(self.highlighted)
        if place is not None:
            half = self.scrollable_content_region.height // 2
            self.scroll_to(y=max(self._laid.top(place) - half, 0), animate=False, force=True)

    def _goes_on(self, place: int, direction: int) -> bool:
        """Whether an item taller than the screen has more to show in this direction."""
        top, bottom = self._laid.top(place), self._laid.top(place + 1)
        height = self.scrollable_content_region.height
        seen_from = int(self.scroll_offset.y)
        if bottom - top <= height or not top - height < seen_from < bottom:
            return False
        return bottom > seen_from + height if direction > 0 else top < seen_from

    def _scroll(self, lines: int) -> None:
        self.scroll_to(y=int(self.scroll_offset.y) + lines, animate=False, force=True)

    def _stepped(self, place: int, steps: int) -> int:
        """The place of the item so many items further, or of the last one in that direction."""
        step = 1 if steps > 0 else -1
        reached = place
        for _ in range(abs(steps)):
            place += step
            while 0 <= place < len(self.rows) and not self.rows[place].key:
                place += step
            if not 0 <= place < len(self.rows):
                break
            reached = place
        return reached

    def _nearest(self, place: int) -> str:
        rows = self.rows
        place = min(max(place, 0), len(rows) - 1)
        for distance in range(len(rows)):
            for candidate in (place + distance, place - distance):
                if 0 <= candidate < len(rows) and rows[candidate].key:
                    return rows[candidate].key
        return ""

    def watch_highlighted(self, former: str, key: str) -> None:
        """Draw both items again, and say that the highlight moved."""
        for each in (former, key):
            place = self._laid.places.get(each)
            if place is not None:
                top = self._laid.top(place)
                self.refresh_lines(top, self._laid.top(place + 1) - top)
        self.post_message(self.Highlighted(key))

    def _put_out(self) -> None:
        self._lit = frozenset()
        self.refresh()

    # Laying out

    def _lay_out(self, rows: Sequence[Row]) -> None:
        width = self.scrollable_content_region.width
        self._laid.lay_out(rows, width)
        self.virtual_size = Size(max(width, 0), self._laid.height)

    def _keep_in_view(self) -> None:
        place = self._laid.places.get(self.highlighted)
        height = self.scrollable_content_region.height
        if place is None or height <= 0:
            return
        top, bottom = self._laid.together(place)
        if bottom - top > height:
            top, bottom = self._laid.top(place), self._laid.top(place + 1)
        seen_from = int(self.scroll_offset.y)
        if top < seen_from:
            self.scroll_to(y=top, animate=False, force=True)
        elif bottom > seen_from + height:
            self.scroll_to(y=min(bottom - height, top), animate=False, force=True)

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002 - the size is read from the widget
        """Wrap the rows for the new width."""
        self._lay_out(self._laid.rows)
        self.show_in_middle() if self._in_middle == self.highlighted else self._keep_in_view()

    def notify_style_update(self) -> None:
        """Forget the styles of the former theme."""
        self._styles.clear()
        super().notify_style_update()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        width = self.scrollable_content_region.width
        line = y + int(self.scroll_offset.y)
        if width <= 0 or line >= self._laid.height:
            return Strip.blank(max(width, 0), self._style(_PLAIN))
        place = self._laid.place_at(line)
        layout = self._laid.layout(place)
        base = self._base_style(layout.row)
        pieces = layout.line(line - self._laid.top(place), mark=self._mark(layout.row))
        segments = [Segment(text, base + self._style(role)) for text, role in pieces]
        return Strip(segments).adjust_cell_length(width, base)

    def _mark(self, row: Row) -> Piece:
        if self._is_marked(row):
            return ("▌ ", "accent")
        return ("• ", "good") if row.key in self._lit else ("  ", "")

    def _is_marked(self, row: Row) -> bool:
        return bool(row.key) and row.key == self.highlighted

    def _base_style(self, row: Row) -> Style:
        if row.key in self._lit:
            return self._style(_PLAIN) + self._style("lit")
        return self._style(_PLAIN) + self._style("highlight" if self._is_marked(row) else "")

    def _style(self, role: str) -> Style:
        if not role:
            return Style.null()
        style = self._styles.get(role)
        if style is None:
            style = self._styles[role] = self._found_style(role)
        return style

    def _found_style(self, role: str) -> Style:
        if role == _PLAIN:
            return self.rich_style
        return self.get_component_rich_style(f"item-list--{role}", partial=True)

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Highlight the item under the mouse; a second click opens it."""
        line = event.y + int(self.scroll_offset.y)
        if line >= self._laid.height:
            return
        key = self.rows[self._laid.place_at(line)].key
        if key:
            self.move_to(key)
            self.post_message(self.Opened(key) if event.chain == 2 else self.Clicked(key))
