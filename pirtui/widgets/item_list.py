"""A list of wrapped rows that stays fast with ten thousand of them: only visible lines are drawn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
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

from pirtui.widgets.row_layout import Columns, Row, RowLayout, Tag, columns_for, laid_out

__all__ = ["ItemList", "Row", "Tag"]

_LIT_FOR = 1.5
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
        self._rows: Sequence[Row] = ()
        self._places: dict[str, int] = {}
        self._columns = Columns()
        self._layouts: dict[int, tuple[Row, RowLayout]] = {}
        self._tops: list[int] = [0]
        self._lit: frozenset[str] = frozenset()
        self._lit_timer: Timer | None = None
        self._styles: dict[str, Style] = {}

    # What is shown

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as they were given."""
        return self._rows

    def has(self, key: str) -> bool:
        """Whether an item with this key is in the list."""
        return key in self._places

    def set_rows(self, rows: Sequence[Row], highlight: str | None = None) -> None:
        """Show these rows; the highlight stays on its item, or goes to the nearest one left."""
        former = self._places.get(self.highlighted, 0)
        self._rows = rows
        self._places = {row.key: place for place, row in enumerate(rows) if row.key}
        self._lay_out()
        wanted = highlight if highlight is not None else self.highlighted
        self.highlighted = wanted if wanted in self._places else self._nearest(former)
        self._keep_in_view()
        self.refresh()

    def flash(self, keys: Iterable[str]) -> None:
        """Light these items up for a moment."""
        self._lit = frozenset(keys)
        if self._lit_timer is not None:
            self._lit_timer.stop()
        self._lit_timer = self.set_timer(_LIT_FOR, self._put_out)
        self.refresh()

    # The highlight

    def move(self, steps: int) -> None:
        """Move the highlight by so many items, stopping at the ends."""
        self._move_within(steps, len(self._rows))

    def page(self, direction: int) -> None:
        """Move the highlight by about a screenful."""
        place = self._places.get(self.highlighted)
        if place is None:
            self.move(direction)
            return
        target = self._tops[place] + direction * max(self.size.height - 1, 1)
        self.move_to(self._nearest(self._place_at(target)))

    def first(self) -> None:
        """Highlight the first item."""
        self.move_to(next(iter(self._places), ""))

    def last(self) -> None:
        """Highlight the last item."""
        self.move_to(next(reversed(self._places), ""))

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
        if key in self._places:
            self.highlighted = key
            self._keep_in_view()

    def _move_within(self, steps: int, limit: int) -> None:
        place = self._places.get(self.highlighted)
        if place is None:
            self.first()
            return
        step = 1 if steps > 0 else -1
        reached = place
        for _ in range(abs(steps)):
            place += step
            while 0 <= place < limit and not self._rows[place].key:
                place += step
            if not 0 <= place < limit:
                break
            reached = place
        self.move_to(self._rows[reached].key)
        if reached == next(iter(self._places.values())):
            self.scroll_to(y=0, animate=False, immediate=True)

    def _nearest(self, place: int) -> str:
        rows = self._rows
        place = min(max(place, 0), len(rows) - 1)
        for distance in range(len(rows)):
            for candidate in (place + distance, place - distance):
                if 0 <= candidate < len(rows) and rows[candidate].key:
                    return rows[candidate].key
        return ""

    def watch_highlighted(self, key: str) -> None:
        """Say that the highlight moved."""
        self.refresh()
        self.post_message(self.Highlighted(key))

    def _put_out(self) -> None:
        self._lit = frozenset()
        self.refresh()

    # Laying out

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        self._columns = columns_for(self._rows, width)
        if width <= 0:
            return
        known = self._layouts
        columns = self._columns
        layouts: dict[int, tuple[Row, RowLayout]] = {}
        heights: list[int] = []
        for row in self._rows:
            kept = known.get(id(row))
            if kept is None or kept[1].columns != columns:
                kept = (row, laid_out(row, columns))
            layouts[id(row)] = kept
            heights.append(kept[1].height)
        self._layouts = layouts
        self._tops = [0, *accumulate(heights)]
        self.virtual_size = Size(width, self._tops[-1])

    def _keep_in_view(self) -> None:
        place = self._places.get(self.highlighted)
        height = self.scrollable_content_region.height
        if place is None or height <= 0 or place + 1 >= len(self._tops):
            return
        top, bottom = self._tops[place], self._tops[place + 1]
        seen_from = int(self.scroll_offset.y)
        if top < seen_from:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif bottom > seen_from + height:
            self.scroll_to(y=min(bottom - height, top), animate=False, immediate=True)

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002 - the size is read from the widget
        """Wrap the rows for the new width."""
        self._lay_out()
        self._keep_in_view()

    def notify_style_update(self) -> None:
        """Forget the styles of the former theme."""
        self._styles.clear()
        super().notify_style_update()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        width = self.size.width
        line = y + int(self.scroll_offset.y)
        if width <= 0 or line >= self._tops[-1]:
            return Strip.blank(max(width, 0), self.rich_style)
        place = self._place_at(line)
        row = self._rows[place]
        base = self._base_style(row)
        pieces = self._layouts[id(row)][1].line(line - self._tops[place], marked=self._is_marked(row))
        segments = [Segment(text, base + self._style(role)) for text, role in pieces]
        return Strip(segments).adjust_cell_length(width, base)

    def _place_at(self, line: int) -> int:
        return max(bisect_right(self._tops, line) - 1, 0)

    def _is_marked(self, row: Row) -> bool:
        return bool(row.key) and row.key == self.highlighted

    def _base_style(self, row: Row) -> Style:
        if row.key and row.key in self._lit:
            return self.rich_style + self._style("lit")
        return self.rich_style + self._style("highlight") if self._is_marked(row) else self.rich_style

    def _style(self, role: str) -> Style:
        if not role:
            return Style.null()
        style = self._styles.get(role)
        if style is None:
            partial = self.get_component_rich_style(f"item-list--{role}", partial=True)
            style = self._styles[role] = partial
        return style

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Highlight the item under the mouse; a second click opens it."""
        line = event.y + int(self.scroll_offset.y)
        if line >= self._tops[-1]:
            return
        key = self._rows[self._place_at(line)].key
        if key:
            self.move_to(key)
            self.post_message(self.Opened(key) if event.chain == 2 else self.Clicked(key))
