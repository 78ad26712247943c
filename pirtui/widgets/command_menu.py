"""Suggestions above the line: commands, or words that may come next."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from pirtui.domain.visible import visible
from pirtui.widgets.pieces import Piece, separated
from pirtui.widgets.wrapping import elided

_MOST = 12


class CommandMenu(Widget):
    """A short list of (name, argument, summary); it is hidden while there is nothing to offer."""

    DEFAULT_CSS = """
    CommandMenu {
        height: auto;
        max-height: 12;
        padding: 0 1;
        background: $panel;
        display: none;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    CommandMenu.-offers {
        display: block;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[tuple[str, str, str], ...] = ()
        self._place = 0

    @property
    def chosen(self) -> str:
        """The name that Tab takes, or nothing."""
        return self._items[self._place][0] if self._items else ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names on offer."""
        return tuple(name for name, _, _ in self._items)

    def set_items(self, items: Sequence[tuple[str, str, str]]) -> None:
        """Offer these; the first one is chosen."""
        items = tuple(items)[:_MOST]
        if items == self._items:
            return
        self._items = items
        self._place = 0
        self.set_class(bool(items), "-offers")
        self.refresh(layout=True)

    def move(self, steps: int) -> None:
        """Choose another one, stopping at the ends."""
        self._place = max(min(self._place + steps, len(self._items) - 1), 0)
        self.refresh()

    def render(self) -> Content:
        """One line each, with the chosen one marked by a sign and a colour."""
        width = self.content_size.width
        named = [visible(f"{name} {argument}".rstrip()) for name, argument, _ in self._items]
        column = max((cell_len(name) for name in named), default=0)
        lines: list[Piece] = []
        for place, (name, (_, _, summary)) in enumerate(zip(named, self._items, strict=True)):
            mark, style = ("> ", "bold $text-accent") if place == self._place else ("  ", "")
            space = " " * (column - cell_len(name) + 2)
            lines.append((elided(f"{mark}{name}{space}{visible(summary)}".rstrip(), width), style))
        return Content.assemble(*separated(lines, "\n"))
