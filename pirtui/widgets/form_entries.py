"""The entries of a form: one line or several, in which nothing hides and nothing is cut off."""

from textual import events
from textual.widgets import Input, TextArea

from pirtui.domain.visible import visible, visible_lines

WITHOUT_FUNCTION = frozenset(f"ctrl+{letter}" for letter in "hijmsqzwb")
"""Keys that terminals and multiplexers take for themselves; an entry lets none of them do anything."""


class FormInput(Input):
    """One line of text; several pasted lines are joined by spaces rather than cut to the first."""

    DEFAULT_CSS = """
    FormInput {
        & > .input--placeholder { color: $text-muted; }
    }
    """

    def __init__(self, value: str = "", *, hint: str = "") -> None:
        super().__init__(visible(value), placeholder=visible(hint), select_on_focus=False)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Whatever is put into the entry, nothing in it reaches the terminal raw."""
        return visible(value)

    async def _on_key(self, event: events.Key) -> None:
        _drop_without_function(event)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        lines = (line.strip() for line in visible_lines(event.text).split("\n"))
        self.replace(" ".join(line for line in lines if line), *self.selection)


class FormArea(TextArea):
    """Several lines of text; Tab goes on to the next field."""

    def __init__(self, value: str = "") -> None:
        super().__init__(visible_lines(value), tab_behavior="focus", soft_wrap=True)
        self.cursor_blink = False

    async def _on_key(self, event: events.Key) -> None:
        _drop_without_function(event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.insert(visible_lines(event.text))


def _drop_without_function(event: events.Key) -> None:
    if event.key in WITHOUT_FUNCTION:
        event.stop()
        event.prevent_default()
