"""Rows that announce or teach something, for any list."""

from pirtui.widgets.item_list import Row


def hint(text: str) -> Row:
    """A line that teaches the next step."""
    return Row(key="", text=text, kind="hint")


def heading(text: str) -> Row:
    """A heading in the list."""
    return Row(key="", text=text, kind="heading")
