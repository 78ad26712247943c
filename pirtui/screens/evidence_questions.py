"""What the evidence tray asks on the way: secrets before storing, the columns of a table, its keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from pirtui.capture.candidates import Secret
from pirtui.commands import LIST_KEYS
from pirtui.domain.visible import visible
from pirtui.screens.dialog import CLOSE, Dialog, ReadingDialog
from pirtui.widgets.item_list import ItemList, Row
from pirtui.widgets.key_footer import KeyFooter

_COLUMN_KINDS = ("time", "date", "end", "text", "actor", "link", "")
_ONLY_ONCE = ("time", "date", "end")
_NOT_USED = "not used"


class WithSecrets(StrEnum):
    """What becomes of secrets that are about to be stored."""

    REDACT = "redact"
    STORE = "store"


class SecretsScreen(Dialog[WithSecrets]):
    """Asks once whether secrets are stored; without an answer nothing is."""

    CSS_PATH = ["dialog.tcss", "evidence.tcss"]  # noqa: RUF012 - Textual's own shape
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "redact", "Redact all and store", id="secrets.redact"),
        Binding("f4", "store", "Store as it is", id="secrets.store"),
    ]

    def __init__(self, secrets: Sequence[Secret]) -> None:
        super().__init__()
        self._kinds = Counter(secret.kind for secret in secrets)

    def compose(self) -> ComposeResult:
        """What was found, and the ways on."""
        found = ", ".join(f"{count} × {visible(kind)}" for kind, count in self._kinds.most_common())
        with Vertical(id="choosing"):
            yield Static("There are secrets in what you keep", classes="heading", markup=False)
            yield Static(
                f"{found}. Everybody who reads the review can read them.", classes="told", markup=False
            )
            yield KeyFooter(
                [
                    ("Enter", "Redact all and store", "redact"),
                    ("F4", "Store as it is", "store"),
                    ("Esc", "Back", "leave"),
                ]
            )

    def action_redact(self) -> None:
        """Take them all out, then store."""
        self.answer(WithSecrets.REDACT)

    def action_store(self) -> None:
        """Store them as they are."""
        self.answer(WithSecrets.STORE)


class ColumnsScreen(Dialog[tuple[tuple[str, str], ...]]):
    """What each column of a table holds; it answers with all of them."""

    CSS_PATH = ["dialog.tcss", "evidence.tcss"]  # noqa: RUF012 - Textual's own shape
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"move('{key}')", show=False) for key in LIST_KEYS),
        Binding("space,right", "change(1)", "Next", id="columns.next"),
        Binding("left", "change(-1)", "Former", id="columns.former"),
        Binding("enter", "take", "Read again", id="columns.take"),
    ]

    def __init__(self, columns: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._columns = list(columns)

    def compose(self) -> ComposeResult:
        """A row for each column."""
        with Vertical():
            yield Static("What does each column hold?", classes="heading", markup=False)
            yield ItemList()
            yield KeyFooter([("Space", "Change", "change(1)"), ("Enter", "Read again", "take"), CLOSE])

    def on_mount(self) -> None:
        """Begin at the first column."""
        self._show()
        self.query_one(ItemList).first()

    def action_move(self, key: str) -> None:
        """Move the highlight."""
        self.query_one(ItemList).move_by_key(key)

    @on(ItemList.Opened)
    def _opened(self) -> None:
        self.action_change(1)

    def action_change(self, step: int) -> None:
        """Let the highlighted column hold the next thing; a time stands in one column only."""
        key = self.query_one(ItemList).highlighted
        if not key:
            return
        place = int(key)
        header, held = self._columns[place]
        at = _COLUMN_KINDS.index(held) if held in _COLUMN_KINDS else -1
        kind = _COLUMN_KINDS[(at + step) % len(_COLUMN_KINDS)]
        if kind in _ONLY_ONCE:
            self._columns = [(name, "" if other == kind else other) for name, other in self._columns]
        self._columns[place] = (header, kind)
        self._show()

    def action_take(self) -> None:
        """Answer with what was chosen."""
        self.answer(tuple(self._columns))

    def _show(self) -> None:
        rows = [
            Row(key=str(place), lead=kind or _NOT_USED, text=visible(header) or "(no header)")
            for place, (header, kind) in enumerate(self._columns)
        ]
        self.query_one(ItemList).set_rows(rows)


class TrayKeysScreen(ReadingDialog[None]):
    """Every key of the evidence tray."""

    CSS_PATH = ["dialog.tcss", "evidence.tcss"]  # noqa: RUF012 - Textual's own shape

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._keys = tuple(keys)

    def compose(self) -> ComposeResult:
        """A line for each key."""
        column = max(len(key) for key, _ in self._keys) + 2
        told = "\n".join(f"{key:<{column}}{summary}" for key, summary in self._keys)
        with Vertical():
            yield Static("The evidence tray", classes="heading", markup=False)
            with VerticalScroll(id="body", can_focus=False):
                yield Static(told, markup=False)
            yield KeyFooter([CLOSE])
