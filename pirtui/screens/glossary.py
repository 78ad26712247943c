"""The kinds of factors with their definitions, found by the words that people say."""

from __future__ import annotations

from collections.abc import Sequence

from pirtui.domain.factors import Factor
from pirtui.domain.glossary import GlossaryEntry, entries, found
from pirtui.screens.finding import FindingDialog
from pirtui.screens.rows import hint
from pirtui.widgets.entry_line import EntryLine
from pirtui.widgets.item_list import Row


class GlossaryScreen(FindingDialog[GlossaryEntry]):
    """A line that narrows the taxonomy; it answers with the chosen entry.

    `word` is what the line holds at first, `factor` the one whose kind the answer will change.
    """

    placeholder = "an everyday word: retry storm, expired certificate, fatigue, runbook"
    enter = "Use this kind"
    own_key = "ctrl+g"

    def __init__(self, word: str = "", factor: Factor | None = None) -> None:
        super().__init__()
        self._word = word
        self.heading = f"What kind is {factor.label}? {factor.text}" if factor else "Kinds of factors"

    def on_mount(self) -> None:
        """Show the entries for the word that the screen was opened with."""
        self.query_one(EntryLine).put(self._word)
        self.show(self._word)

    def fitting(self, text: str) -> Sequence[Row]:
        """The entries that hold every word, in their name, their definition, or in what people say."""
        rows = [_row(entry, within=not text.strip()) for entry in found(text)]
        return rows or [hint("No kind is described by that. Try another word, or take other.")]

    def choose(self, key: str) -> None:
        """Answer with this entry."""
        self.answer(next(entry for entry in entries() if entry.kind == key))


def _row(entry: GlossaryEntry, *, within: bool) -> Row:
    """An entry; `within` its category, which stands above it then."""
    return Row(
        key=entry.kind,
        text=entry.kind,
        detail=entry.meaning[:1].upper() + entry.meaning[1:],
        depth=1 if entry.subcategory and within else 0,
        tone="accent" if not entry.subcategory else "strong",
    )
