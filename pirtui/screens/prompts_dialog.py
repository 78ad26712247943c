"""The questions of this stage with their marks, to choose from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.types import CSSPathType
from textual.widgets import Static

from pirtui.commands import LIST_KEYS
from pirtui.domain.asking import Asking
from pirtui.domain.prompts import Prompt
from pirtui.domain.visible import visible
from pirtui.screens.dialog import CLOSE, Dialog
from pirtui.screens.rows import heading, hint
from pirtui.store.errors import LibraryProblem
from pirtui.widgets.item_list import ItemList, Row
from pirtui.widgets.key_footer import KeyFooter

if TYPE_CHECKING:
    from pirtui.screens.prompting import Prompting


class PromptsScreen(Dialog[str]):
    """A list of questions; it answers with the key of the one to ask now. Space marks one as asked."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["dialog.tcss", "prompts_dialog.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"move('{key}')", show=False) for key in LIST_KEYS),
        Binding("enter", "choose", "Ask this one", id="prompts.choose"),
        Binding("space", "mark", "Asked", id="prompts.mark"),
    ]

    def __init__(self, prompting: Prompting, path: Path) -> None:
        super().__init__()
        self._prompting = prompting
        self._path = path

    def compose(self) -> ComposeResult:
        """The list, and where its words can be changed."""
        with Vertical():
            yield Static(self._heading(), classes="heading", markup=False)
            yield ItemList()
            yield Static(self._where(), classes="where", markup=False)
            yield KeyFooter(
                [("Enter", "Ask this one now", "choose"), ("Space", "Asked, or not", "mark"), CLOSE]
            )

    def on_mount(self) -> None:
        """Show the questions, with the highlight on the one on the screen."""
        current = self._prompting.current
        self._show(current.key if current else "")

    def action_move(self, key: str) -> None:
        """Move the highlight."""
        self.query_one(ItemList).move_by_key(key)

    @on(ItemList.Opened)
    def action_choose(self) -> None:
        """Answer with the highlighted question."""
        self.answer(self.query_one(ItemList).highlighted or None)

    def action_mark(self) -> None:
        """Mark the highlighted question as asked, or as not asked."""
        key = self.query_one(ItemList).highlighted
        question = next((each for each in self._prompting.questions if each.key == key), None)
        if question is None:
            return
        try:
            if self._prompting.asking.was_asked(question):
                self._prompting.take_back(question)
            else:
                self._prompting.ask(question)
        except LibraryProblem as problem:
            self.query_one(".where", Static).update(str(problem))
        self._show(key)

    def _show(self, highlight: str) -> None:
        asking, current = self._prompting.asking, self._prompting.current
        rows: list[Row] = []
        group = ""
        for question in self._prompting.questions:
            if (name := question.key.partition("/")[0]) != group:
                group = name
                rows.append(heading(name.capitalize()))
            rows.append(_row(question, asking, is_current=question == current))
        self.query_one(".heading", Static).update(self._heading())
        self.query_one(ItemList).set_rows(rows or [hint("There is no question here.")], highlight)

    def _heading(self) -> str:
        questions = self._prompting.questions
        asked = len(questions) - self._prompting.asking.left(questions)
        return f"Questions to ask: {asked} of {len(questions)} asked"

    def _where(self) -> str:
        return self._prompting.problem or f"The words can be changed in {_short(self._path)}"


def _row(question: Prompt, asking: Asking, *, is_current: bool) -> Row:
    asked = asking.was_asked(question)
    skipped = asking.order.get(question.key, 0) > 0
    lead = "now" if is_current else "asked" if asked else "skipped" if skipped else "-"
    return Row(
        key=question.key, lead=lead, text=question.text, tone="muted" if asked and not is_current else ""
    )


def _short(path: Path) -> str:
    """The path with `~` for the person's own folder."""
    try:
        return visible(f"~/{path.relative_to(Path.home()).as_posix()}")
    except (ValueError, RuntimeError):
        return visible(str(path))
