"""The agenda: what each stage has, what it took, and how the rest could be shared."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from pirtui.commands import LIST_KEYS
from pirtui.domain.agenda import PLANS, Agenda, plan_text, planned
from pirtui.domain.review import Stage
from pirtui.screens.dialog import CLOSE, Dialog, ReadingDialog
from pirtui.widgets.item_list import ItemList, Row
from pirtui.widgets.key_footer import KeyFooter

RESPLIT = "resplit"
"""The answer that the suggestion is taken over."""

_REMARKS = {
    30: "30 minutes is our own split, for a small incident",
    60: "for five to nine people",
    90: "for more people, or a long incident",
}


class AgendaScreen(ReadingDialog[str]):
    """A table of the stages; Enter takes over the suggested minutes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Take the suggestion", id="agenda.take"),
    ]

    def __init__(self, agenda: Agenda, stage: Stage) -> None:
        super().__init__()
        self._agenda = agenda
        self._stage = stage
        self._suggested = agenda.with_resplit(stage)

    def compose(self) -> ComposeResult:
        """The stages with their minutes, and what is left of the meeting."""
        keys = [("Enter", "Take the suggested minutes", "take"), CLOSE] if self._helps() else [CLOSE]
        with Vertical():
            yield Static(f"Agenda: {self._agenda.length} minutes", classes="heading", markup=False)
            with VerticalScroll(id="body", can_focus=False):
                yield Static(Content.assemble(*self._table()))
                yield Static(self._rest(), markup=False)
            yield KeyFooter(keys)

    def action_take(self) -> None:
        """Answer that the suggestion is taken over, if it would change anything."""
        if self._helps():
            self.answer(RESPLIT)

    def _helps(self) -> bool:
        """Whether minutes are left, and the suggestion shares them otherwise than the plan."""
        return self._agenda.left >= 1 and any(
            floor(self._suggested.box(stage)) != floor(self._agenda.box(stage)) for stage in Stage
        )

    def _table(self) -> Iterator[tuple[str, str]]:
        yield ("\n              planned  spent  suggested\n", "$text-muted")
        for stage in Stage:
            now = stage is self._stage
            late = self._agenda.over(stage) >= 1
            style = "bold $text-warning" if now and late else "bold $text-primary" if now else ""
            yield (self._line(stage, ">" if now else " "), style)

    def _line(self, stage: Stage, sign: str) -> str:
        box, spent = floor(self._agenda.box(stage)), floor(self._agenda.minutes(stage))
        ahead = stage.number >= self._stage.number
        suggested = str(floor(self._suggested.box(stage))) if ahead and self._helps() else ""
        over = floor(self._agenda.over(stage))
        remark = f"  {over} over" if over >= 1 else ""
        return f"{sign} {stage.heading:<11} {box:>7} {spent:>6} {suggested:>10}{remark}\n"

    def _rest(self) -> str:
        left = ceil(self._agenda.left)
        if left <= 0:
            return (
                f"The {self._agenda.length} minutes are over. Park what is open with /park, "
                "go on with /extend, or take a longer plan."
            )
        told = f"{left} of {self._agenda.length} minutes are left."
        if not self._helps():
            return f"{told} The rest of the plan fits."
        return f"{told} The suggestion shares them out again. /park keeps what is still open."


class PlansScreen(Dialog[str]):
    """The lengths to choose from; Enter answers with the highlighted one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"move('{key}')", show=False) for key in LIST_KEYS),
        Binding("enter", "choose", "Choose", id="plans.choose"),
    ]

    def compose(self) -> ComposeResult:
        """The plans."""
        with Vertical():
            yield Static("How long is this meeting?", classes="heading", markup=False)
            yield ItemList()
            yield KeyFooter([("Enter", "Begin", "choose"), ("Up, Down", "Move", "move('down')"), CLOSE])

    def on_mount(self) -> None:
        """Show the plans, the one for an hour first in hand."""
        rows = [
            Row(key=str(length), text=plan_text(planned(length)), detail=_REMARKS[length])
            for length in PLANS
        ]
        self.query_one(ItemList).set_rows(rows, "60")

    def action_move(self, key: str) -> None:
        """Move the highlight."""
        self.query_one(ItemList).move_by_key(key)

    def action_choose(self) -> None:
        """Answer with the highlighted length."""
        self.answer(self.query_one(ItemList).highlighted)
