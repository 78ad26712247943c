"""Every field of an item in a form, for what is too much for a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Select, Static, TextArea

from pirtui.domain.visible import visible
from pirtui.screens.dialog import CLOSE, Dialog
from pirtui.widgets.field_form import FieldForm, FormField
from pirtui.widgets.key_footer import KeyFooter

DetailField = FormField


class DetailsScreen(Dialog[dict[str, str]]):
    """A form with a field a line; F2 answers with its values, Escape asks before it drops them.

    `check` says in one sentence what is wrong with the values, or nothing; while something is, the
    form stays open with every value as it was typed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f2", "save", "Save", id="details.save")]

    def __init__(
        self,
        title: str,
        fields: Sequence[FormField],
        check: Callable[[Mapping[str, str]], str] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._fields = tuple(fields)
        self._check = check
        self._warned = False
        self._remarked_on: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """The form over its keys."""
        with Vertical():
            yield Static(visible(self._title), classes="heading", markup=False)
            yield FieldForm(self._fields)
            yield Static("", classes="remark", markup=False)
            yield KeyFooter([("F2", "Save", "save"), ("Tab", "Next field", "next"), CLOSE])

    def action_save(self) -> None:
        """Answer with the values, or say what is wrong with them."""
        values = self.query_one(FieldForm).values
        problem = self._check(values) if self._check else ""
        if problem:
            self._remark(problem)
        else:
            self.answer(values)

    def action_next(self) -> None:
        """Go on to the next field."""
        self.focus_next()

    def action_leave(self) -> None:
        """Close; with changes, only when asked twice."""
        if self._warned or not self.query_one(FieldForm).changed:
            self.answer(None)
            return
        self._warned = True
        self._remark("Esc again leaves without these changes; F2 saves them.")

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Select.Changed)
    def _went_on(self) -> None:
        """A remark holds until a value is changed; what was typed just before it does not count."""
        if self.query_one(FieldForm).values != self._remarked_on:
            self._warned = False
            self._remark("")

    def _remark(self, text: str) -> None:
        self._remarked_on = self.query_one(FieldForm).values if text else {}
        remark = self.query_one(".remark", Static)
        remark.update(visible(text))
        remark.set_class(bool(text), "-said")
