"""A form: labelled fields one under another, values in and out as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Select, Static, TextArea

from pirtui.domain.visible import visible, visible_lines
from pirtui.widgets.form_entries import FormArea, FormInput


@dataclass(frozen=True)
class FormField:
    """One field: its name in the answer, its label, its value, and what it may hold."""

    name: str
    label: str
    value: str = ""
    choices: tuple[str, ...] = ()
    multiline: bool = False
    hint: str = ""


Entry = Input | TextArea | Select[str]


class FieldForm(VerticalScroll, can_focus=False):
    """Text fields, text areas and choices; Tab or Enter goes from one to the next."""

    DEFAULT_CSS = """
    FieldForm {
        height: 1fr;
        scrollbar-size-vertical: 1;
        & > Horizontal { height: auto; }
        & > Horizontal > Static { width: 20; color: $text-muted; padding: 0 1 0 0; }
        & > Horizontal:focus-within > Static { color: $text-accent; text-style: bold; }
        & Input, & Input:focus { width: 1fr; height: 1; border: none; background: $panel; padding: 0 1; }
        & Input:focus { background: $primary-muted; }
        & TextArea { width: 1fr; height: 4; border: none; background: $panel; padding: 0 1; }
        & TextArea:focus { background: $primary-muted; border: none; }
        & Select { width: 1fr; }
        & Select:focus > SelectCurrent { background: $primary-muted; }
    }
    """

    def __init__(self, fields: Sequence[FormField]) -> None:
        super().__init__()
        self._fields = tuple(fields)
        self._entries: dict[str, Entry] = {field.name: _entry(field) for field in self._fields}
        self._at_first = {field.name: _shown(field) for field in self._fields}

    def compose(self) -> ComposeResult:
        """A row for each field."""
        yield from self._rows()

    def on_mount(self) -> None:
        """Begin at the first field."""
        first = next(iter(self._entries.values()), None)
        if first is not None:
            self.screen.set_focus(first)

    @property
    def values(self) -> dict[str, str]:
        """What each field holds now; one that nobody touched gives its value back unaltered."""
        return {field.name: self._value(field) for field in self._fields}

    @property
    def changed(self) -> bool:
        """Whether any field holds something else than at first."""
        return any(_text(entry) != self._at_first[name] for name, entry in self._entries.items())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes on to the next field."""
        event.stop()
        self.screen.focus_next()

    def _value(self, field: FormField) -> str:
        text = _text(self._entries[field.name])
        return field.value if text == self._at_first[field.name] else text

    def _rows(self) -> Iterator[Widget]:
        for field in self._fields:
            label = Static(visible(field.label), markup=False)
            yield Horizontal(label, self._entries[field.name])


def _shown(field: FormField) -> str:
    if field.choices:
        return field.value
    return visible_lines(field.value) if field.multiline else visible(field.value)


def _entry(field: FormField) -> Entry:
    if field.choices:
        return _choice(field)
    return FormArea(field.value) if field.multiline else FormInput(field.value, hint=field.hint)


def _choice(field: FormField) -> Select[str]:
    """A choice that may stay open; a value from elsewhere stays on offer so that it is not lost."""
    choices = field.choices
    if field.value and field.value not in choices:
        choices = (*choices, field.value)
    return Select(
        [(Text(visible(choice)), choice) for choice in choices],
        value=field.value or Select.NULL,
        prompt="not set",
        allow_blank=True,
        compact=True,
    )


def _text(entry: Entry) -> str:
    if isinstance(entry, Input):
        return entry.value
    if isinstance(entry, TextArea):
        return entry.text
    return entry.value if isinstance(entry.value, str) else ""
