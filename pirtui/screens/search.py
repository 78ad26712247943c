"""Words in every review of the library, found while they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from pirtui.domain.days import day_text
from pirtui.domain.searching import Found, Hit, words_of
from pirtui.domain.thread import home_of
from pirtui.screens.finding import FindingDialog
from pirtui.screens.rows import heading, hint
from pirtui.screens.services import Doors
from pirtui.store.errors import LibraryProblem
from pirtui.widgets.entry_line import EntryLine
from pirtui.widgets.item_list import Row


class SearchScreen(FindingDialog[Hit]):
    """A line of words over what says them; it answers with the chosen place."""

    heading = "Search every review"
    placeholder = 'words that stand in any review; "two words" for a phrase'
    enter = "Go there"

    @dataclass
    class Searched(Message):
        """What was found for the words of the line, or why nothing could be."""

        text: str
        found: Found
        problem: str = ""

    def __init__(self, library: Path, words: str = "") -> None:
        super().__init__()
        self._library = library
        self._words = words
        self._found = Found()
        self._problem = ""
        self._shown_for = ""
        self._enter_waits = False

    def on_mount(self) -> None:
        """Look for the words that the screen was opened with."""
        self.query_one(EntryLine).put(self._words)
        self.show(self._words)

    def show(self, text: str) -> None:
        """Look for the words beside the interface; what was found before stays until then."""
        if words_of(text):
            self._look(text)
        else:
            self._found, self._problem = Found(), ""
            super().show(text)

    @work(thread=True, exclusive=True)
    def _look(self, text: str) -> None:
        from pirtui.store.search import search

        worker = get_current_worker()
        try:
            searched = self.Searched(text, search(self._library, text))
        except LibraryProblem as problem:
            searched = self.Searched(text, Found(), str(problem))
        if not worker.is_cancelled:
            self.post_message(searched)

    @on(Searched)
    def _searched(self, event: Searched) -> None:
        if event.text != self.query_one(EntryLine).value:
            return
        self._found, self._problem, self._shown_for = event.found, event.problem, event.text
        super().show(event.text)
        if self._enter_waits:
            self.action_choose()

    def action_choose(self) -> None:
        """Take the highlighted hit, as soon as there is one for the words of the line."""
        text = self.query_one(EntryLine).value
        self._enter_waits = bool(words_of(text)) and self._shown_for != text
        if not self._enter_waits:
            super().action_choose()

    def fitting(self, text: str) -> Sequence[Row]:
        """The hits under their reviews, and how many there are."""
        if self._problem:
            return [hint(self._problem)]
        if not words_of(text):
            return [hint("Every review is searched: events, gaps, factors, actions and what was said.")]
        if not self._found.hits:
            return [hint("Nothing in this library says that.")]
        return search_rows(self._found)

    def choose(self, key: str) -> None:
        """Answer with this hit."""
        self.answer(self._found.hits[int(key)])


def go_to(hit: Hit | None, doors: Doors) -> None:
    """Go to the item that says the words, in its review."""
    if hit is not None:
        doors.show_review(hit.ref, home_of(hit.label), hit.label)


def search_rows(found: Found) -> list[Row]:
    """A heading for each review, its hits beneath, and a last line where there are more."""
    rows: list[Row] = []
    numbered = enumerate(found.hits)
    for ref, hits in groupby(numbered, key=lambda each: each[1].ref):
        held = list(hits)
        first = held[0][1]
        on = f"  {day_text(first.on)}" if first.on else ""
        rows.append(heading(f"{first.title or ref}{on}{'  archived' if first.archived else ''}"))
        rows += (Row(key=str(number), badge=hit.label, text=hit.text) for number, hit in held)
    if more := found.count - len(found.hits):
        rows.append(hint(f"{more} more in {found.reviews} reviews; another word narrows it down."))
    return rows
