"""Keys that were typed ahead of a screen that was only just opening."""

from textual import events
from textual.screen import Screen

from pirtui.widgets.entry_line import EntryLine


def hand_over(line: EntryLine, screen: Screen[object]) -> None:
    """Give the keys that a line held back to the screen that opened meanwhile, in their order.

    They are delivered once that screen stands and has its own focus.
    """
    waiting = [_again(event) for event in line.let_go()]

    def deliver() -> None:
        for event in waiting:
            screen.app.post_message(event)

    if waiting:
        screen.call_later(deliver)


def _again(event: events.Key | events.Paste) -> events.Key | events.Paste:
    """The same event as if it had just arrived; one that was handled before is not handled again."""
    again = (
        events.Paste(event.text)
        if isinstance(event, events.Paste)
        else events.Key(event.key, event.character)
    )
    again.time = event.time
    return again
