"""The thread of one item: what it rests on above it, what rests on it beneath, each a tree to walk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from pirtui.commands import LIST_KEYS
from pirtui.domain.loose_ends import QUESTION_SIGN
from pirtui.domain.review import Review
from pirtui.domain.thread import Strand, kind_of, rests_on, supports, text_of, whole_chain
from pirtui.screens.dialog import CLOSE, Dialog
from pirtui.screens.rows import heading, hint
from pirtui.widgets.item_list import ItemList, Row, Tag
from pirtui.widgets.key_footer import KeyFooter

_CENTRE = "="
_RESTS_ON_NOTHING = {
    "event": "An event is where the thread begins.",
    "gap": "It names no event yet: edit it, and end the line with [E3].",
    "question": "It names no event: it asks for one that is missing.",
    "factor": "It names no evidence yet: edit it, and end the line with [G2] or [E3].",
    "theme": "No factor belongs to it yet: in Factors, write its #name into a line.",
    "safeguard": "It names no evidence yet: edit it, and end the line with [E3].",
    "action": "It answers nothing yet: edit it, and end the line with [F2] or [G2].",
    "parked": "It is not known what was highlighted when it was parked.",
}
_SUPPORTS_NOTHING = {
    "event": "Nothing cites it yet: in Gaps or Factors, end a line with [{}].",
    "gap": "No factor cites it yet: in Factors, end a line with [{}].",
    "question": "It is not answered yet: in Gaps, Space makes it a gap.",
    "factor": "No action cites it yet: in Actions, end a line with [{}].",
    "theme": "No action answers it yet: in Actions, end a line with one of its factors.",
    "safeguard": "Nothing cites it.",
    "action": "An action is where the thread ends.",
    "parked": "Nothing rests on a parked remark.",
}


class ThreadScreen(Dialog[str]):
    """A list to walk through; it answers with the label of the item to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"move('{key}')", show=False) for key in LIST_KEYS),
        Binding("home", "move('ctrl+home')", show=False),
        Binding("end", "move('ctrl+end')", show=False),
        Binding("enter", "jump", show=False),
        Binding("tab,right", "walk", show=False),
        Binding("shift+tab,left", "back", show=False),
        Binding("ctrl+t", "leave", show=False),
    ]

    def __init__(self, review: Review, label: str) -> None:
        super().__init__()
        self._review = review
        self._way = [label]

    def compose(self) -> ComposeResult:
        """The list, with how many actions go back to an event above it."""
        with Vertical():
            yield Static(self._heading(), classes="heading", markup=False)
            yield ItemList()
            yield KeyFooter(
                [
                    ("Enter", "Go there", "jump"),
                    ("Right", "Its own thread", "walk"),
                    ("Left", "Back", "back"),
                    CLOSE,
                ]
            )

    def on_mount(self) -> None:
        """Begin with the item that was highlighted."""
        self._show()
        items = self.query_one(ItemList)
        self.call_after_refresh(items.call_later, items.show_in_middle)

    def action_move(self, key: str) -> None:
        """Move the highlight."""
        self.query_one(ItemList).move_by_key(key)

    def action_jump(self) -> None:
        """Answer with the highlighted item."""
        if label := self._highlighted():
            self.answer(label)

    def action_walk(self) -> None:
        """Put the highlighted item in the middle."""
        label = self._highlighted()
        if label and label != self._way[-1]:
            self._way.append(label)
            self._show()

    def action_back(self) -> None:
        """Put the item in the middle that was there before."""
        if len(self._way) > 1:
            left = self._way.pop()
            self._show(left)

    def on_item_list_opened(self) -> None:
        """A second click goes there."""
        self.action_jump()

    def _highlighted(self) -> str:
        return self.query_one(ItemList).highlighted.partition(":")[2]

    def _show(self, highlight: str = "") -> None:
        """Draw the thread of the item in the middle, with that item in view."""
        items = self.query_one(ItemList)
        rows = thread_rows(self._review, self._way[-1])
        centre = f"{_CENTRE}:{self._way[-1]}"
        same = (row.key for row in rows if row.key and row.key.partition(":")[2] == highlight)
        items.set_rows(rows, next(same, centre))
        items.show_in_middle()

    def _heading(self) -> str:
        chain = whole_chain(self._review)
        if not chain.actions:
            return "The thread"
        return f"The thread: {len(chain.traced)} of {len(chain.actions)} actions traced back to an event"


def thread_rows(review: Review, label: str) -> Sequence[Row]:
    """What the item rests on, the item itself, and what it supports; keys end with `:` and the label."""
    below, above = rests_on(review, label), supports(review, label)
    kind = kind_of(label)
    return (
        heading("Rests on"),
        *(_tree_rows(review, below, "-") if below else [hint(_RESTS_ON_NOTHING[kind])]),
        heading("This"),
        _row(review, label, f"{_CENTRE}:{label}", tone="strong"),
        heading("Supports"),
        *(_tree_rows(review, above, "+") if above else [hint(_SUPPORTS_NOTHING[kind].format(label))]),
    )


def _tree_rows(review: Review, strands: Sequence[Strand], sign: str) -> Iterator[Row]:
    for place, strand in enumerate(strands):
        yield _row(
            review,
            strand.label,
            f"{sign}{place}:{strand.label}",
            depth=strand.depth,
            tags=tuple(_tags(strand, is_above=sign == "+")),
            tone="muted" if strand.again else "",
        )


def _tags(strand: Strand, *, is_above: bool) -> Iterator[Tag]:
    if strand.label[0] == strand.via[0] == "F":
        yield Tag("how come?" if is_above else f"explained by {strand.via}", "muted")
    if strand.again:
        yield Tag("see above", "muted")


def _row(
    review: Review,
    label: str,
    key: str,
    *,
    depth: int = 0,
    tags: tuple[Tag, ...] = (),
    tone: str = "",
) -> Row:
    badge = QUESTION_SIGN if label.startswith(QUESTION_SIGN) else label
    text = text_of(review, label)
    return Row(key=key, lead=kind_of(label), badge=badge, text=text, tags=tags, depth=depth, tone=tone)
