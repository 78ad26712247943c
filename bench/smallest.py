"""The smallest Textual app that shows a word: what every first paint is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Static

READY = "ready-to-measure"
"""What the app shows."""


class SmallestApp(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static(READY)


if __name__ == "__main__":
    SmallestApp().run()
