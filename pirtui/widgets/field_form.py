"""A form: labelled fields one under another, values in and out as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Select, Static, TextArea

from pirtui.domain.visible import visible, visible_lines


@dataclass(frozen=True)
class FormField:
    """One field: its name in the answer, its label, its value, and what it may hold."""

    name: str
    label: str
    value: str = ""
    choices: tuple[str, ...] = ()
    multiline: bool = False
    hint: str = ""


class FieldForm(VerticalScroll, can_focus=False):
    """Text fields, text areas and choices; Tab goes from one to the next."""

    DEFAULT_CSS = """
    FieldForm {
        height: 1fr;
        scrollbar-size-vertical: 1;
        & Horizontal { height: auto; }
        & Static { width: 20; color: $text-muted; padding: 0 1 0 0; }
        & Input, & Input:focus { width: 1fr; height: 1; border: none; background: $panel; padding: 0 1; }
        & Input:focus { background: $primary-muted; }
        & TextArea { width: 1fr; height: 4; border: none; background: $panel; padding: 0 1; }
        & TextArea:focus { background: $primary-muted; border: none; }
        & Select { width: 1fr; }
    }
    """

    def __init__(self, fields: Sequence[FormField]) -> None:
        super().__init__()
        self._fields = tuple(fields)
        self._widgets: dict[str, Input | TextArea | Select[str]] = {}
        for field in self._fields:
            self._widgets[field.name] = _widget(field)

    def compose(self) -> ComposeResult:
        """A row for each field."""
        yield from self._rows()

    def on_mount(self) -> None:
        """Begin at the first field."""
        first = next(iter(self._widgets.values()), None)
        if first is not None:
            self.screen.set_focus(first)

    @property
    def values(self) -> dict[str, str]:
        """What each field holds now."""
        return {name: _text(widget) for name, widget in self._widgets.items()}

    @property
    def changed(self) -> bool:
        """Whether any field holds something else than at first."""
        values = self.values
        return any(values[field.name] != _shown(field) for field in self._fields)

    def on_input_submitted(self) -> None:
        """Enter goes on to the next field."""
        self.screen.focus_next()

    def _rows(self) -> Iterator[Widget]:
        for field in self._fields:
            yield Horizontal(Static(field.label, markup=False), self._widgets[field.name])


def _shown(field: FormField) -> str:
    return visible_lines(field.value) if field.multiline else visible(field.value)


def _widget(field: FormField) -> Input | TextArea | Select[str]:
    if field.choices:
        options = [(choice, choice) for choice in field.choices]
        if field.value in field.choices:
            return Select(options, value=field.value, allow_blank=True, compact=True)
        return Select(options, allow_blank=True, compact=True)
    if field.multiline:
        return TextArea(_shown(field), tab_behavior="focus", soft_wrap=True)
    entry = Input(_shown(field), placeholder=field.hint, select_on_focus=False)
    entry.cursor_blink = False
    return entry


def _text(widget: Input | TextArea | Select[str]) -> str:
    if isinstance(widget, Input):
        return widget.value
    if isinstance(widget, TextArea):
        return widget.text
    return widget.value if isinstance(widget.value, str) else ""
