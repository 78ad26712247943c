"""Every field of an item in a form, for what is too much for a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from pirtui.screens.dialog import Dialog
from pirtui.widgets.field_form import FieldForm, FormField

DetailField = FormField


class DetailsScreen(Dialog[dict[str, str]]):
    """A form with a field a line; F2 answers with its values, Escape asks before it drops them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "save", "Save", priority=True, id="details.save"),
        Binding("escape", "leave", "Close", priority=True, id="details.close"),
    ]

    def __init__(self, title: str, fields: Sequence[FormField]) -> None:
        super().__init__()
        self._title = title
        self._fields = tuple(fields)
        self._warned = False

    def compose(self) -> ComposeResult:
        """The form over its keys."""
        with Vertical():
            yield Static(self._title, classes="heading", markup=False)
            yield FieldForm(self._fields)
            yield Static("Tab: next field   F2: save   Esc: close", classes="foot", markup=False)

    def action_save(self) -> None:
        """Answer with the values."""
        self.dismiss(self.query_one(FieldForm).values)

    def action_leave(self) -> None:
        """Close; with changes, only when asked twice."""
        if self._warned or not self.query_one(FieldForm).changed:
            self.dismiss(None)
            return
        self._warned = True
        self.query_one(".foot", Static).update("Esc again leaves without these changes; F2 saves them.")
