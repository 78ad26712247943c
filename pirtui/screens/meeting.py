"""The meeting around the review: its clock, its questions, and what they have to say, quietly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pirtui.domain.agenda import time_is_up
from pirtui.domain.review import Stage
from pirtui.screens.prompting import Prompting
from pirtui.screens.stage_clock import StageClock
from pirtui.store.errors import LibraryProblem
from pirtui.widgets.preview_row import PreviewRow

if TYPE_CHECKING:
    from pirtui.screens.review import ReviewScreen


class Meeting:
    """Keeps time and asks questions beside one review; it changes nothing in the review."""

    def __init__(self, screen: ReviewScreen) -> None:
        self._screen = screen
        self.clock = StageClock(screen)
        self.prompting = Prompting(screen)
        self._problem_said = False
        self._stood = ""

    def begin(self) -> None:
        """Prepare the rows before the review is there."""
        self.prompting.begin()

    def enter(self, stage: Stage) -> None:
        """The room has gone to this stage."""
        self.clock.enter(stage)

    def show(self) -> None:
        """Show the question that belongs to what is highlighted."""
        if self.clock.is_running:
            self.prompting.show()

    def clock_told(self) -> tuple[tuple[str, ...], str]:
        """What the title row's clock says, from its longest spelling to its shortest, and its tone."""
        return self.clock.told()

    def tick(self) -> None:
        """Write the time down, show it, and say what is to be said."""
        if self.clock.is_running:
            self.clock.keep()
            self._screen.frame.show_title()
            self.speak()

    def leave(self) -> None:
        """Write the time down for the last time."""
        if self.clock.is_running:
            self.clock.keep()

    # What is said once

    def speak(self) -> None:
        """Say what has waited, in the row above the line; never over a text or another notice."""
        is_free = self._row_is_free()
        self._stood = self._screen.query_one(PreviewRow).told
        if is_free and not self._say_problem():
            self._say_end_of_box()

    def _row_is_free(self) -> bool:
        """Whether nothing is typed, and nothing new was said since the last look."""
        told = self._screen.query_one(PreviewRow).told
        return self._screen.is_current and not self._screen.line.value and told in ("", self._stood)

    def _say_problem(self) -> bool:
        problem = "" if self._problem_said else self.prompting.problem
        self._problem_said = True
        if problem:
            self._screen.notice(problem, "warning")
        return bool(problem)

    def _say_end_of_box(self) -> None:
        stage, agenda = self._screen.stage, self.clock.agenda
        if agenda.paused or not agenda.overruns(stage) or self.clock.end_was_told():
            return
        try:
            self.clock.tell_end_of(stage)
        except LibraryProblem:
            return
        self._screen.notice(time_is_up(agenda, stage))
