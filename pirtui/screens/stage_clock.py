"""The stage clock: counts the minutes of each stage, and keeps them and the plan beside the review."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from pirtui.domain.agenda import PLANS, Agenda, clock_texts, elapsed, planned
from pirtui.domain.durations import duration_text
from pirtui.domain.review import Stage
from pirtui.store.errors import LibraryProblem

if TYPE_CHECKING:
    from pirtui.room import Room
    from pirtui.screens.review import ReviewScreen

_KIND = "agenda"
_LENGTH, _BEGUN, _PAUSED = "length", "begun", "paused"
_PLAN_HOLDS = timedelta(hours=12)
"""A plan belongs to one meeting; work on the review on a later day is not measured by it."""


class StageClock:
    """Runs while a review is open. What is told is in `Room`: the seconds spent, the plan, the pause.

    A meeting's minutes count from the moment its plan was chosen; those before stay in the seconds.
    """

    def __init__(self, screen: ReviewScreen) -> None:
        self._screen = screen
        self._stage: Stage | None = None
        self._looked: datetime | None = None
        self._pending = 0.0
        self._visit = 0.0

    # Running

    def enter(self, stage: Stage) -> None:
        """Count for this stage from now on."""
        self.keep()
        if self._stage is None:
            self._put_away_an_old_plan()
        self._stage, self._visit = stage, 0.0
        self._looked = self._screen.now

    def keep(self) -> None:
        """Write down the seconds of the stage; what cannot be written waits for the next time."""
        self._look()
        if self._stage is None or not self._pending:
            return
        with suppress(LibraryProblem):
            spent = self._room.stage_time(self._stage)
            self._room.keep_stage_time(
                self._stage, replace(spent, seconds=spent.seconds + self._pending)
            )
            self._pending = 0.0

    def _look(self) -> None:
        """Count the time since the last look."""
        now = self._screen.now
        if self._looked is not None and not self.is_paused:
            step = elapsed(self._looked, now)
            self._pending += step
            self._visit += step
        if self._stage is not None:
            self._looked = now

    # What it tells

    @property
    def is_running(self) -> bool:
        """Whether the review is open at a stage; a pause is part of that."""
        return self._stage is not None

    @property
    def is_paused(self) -> bool:
        """Whether the clock stands."""
        return self._room.is_marked(_KIND, _PAUSED)

    @property
    def agenda(self) -> Agenda:
        """The meeting's plan with the minutes spent by now; one of length 0 without a plan."""
        self._look()
        marks = self._room.marks(_KIND)
        length = int(marks.get(_LENGTH, 0))
        boxes = planned(length).boxes if length in PLANS else {}
        return Agenda(
            length,
            {stage: float(marks.get(_box(stage), box)) for stage, box in boxes.items()},
            {stage: self._room.stage_time(stage).extra_minutes for stage in Stage},
            {stage: (self._seconds(stage) - float(marks.get(_from(stage), 0))) / 60 for stage in Stage},
            paused=self.is_paused,
        )

    def told(self) -> tuple[tuple[str, ...], str]:
        """What the title row shows, from the longest spelling to the shortest, and its tone."""
        if self._stage is None:
            return (), ""
        agenda = self.agenda
        if agenda.is_planned:
            late = agenda.over(self._stage) >= 1
            tone = "muted" if agenda.paused else "warning" if late else "good"
            return clock_texts(agenda, self._stage), tone
        minutes = self._visit / 60
        spent = [f"{self._stage.heading} {duration_text(minutes)}"] if minutes >= 1 else []
        if agenda.paused:
            return (" · ".join([*spent, "paused"]), "paused"), "muted"
        return tuple(spent), "good"

    def end_was_told(self) -> bool:
        """Whether the end of this stage's box was said."""
        return self._stage is None or self._room.is_marked(_KIND, _told(self._stage))

    # Changing the plan; each is on disk when it returns

    def plan(self, length: int) -> Agenda:
        """Choose a meeting's length; a meeting that has begun goes on by the other plan.

        Raises:
            LibraryProblem: if it cannot be written down.
        """
        self.keep()
        if not self.agenda.is_planned:
            self._begin()
        self._forget_boxes()
        self._room.mark(_KIND, _LENGTH, str(length))
        return self.agenda

    def put_away(self) -> None:
        """Do without a plan; the seconds spent are kept.

        Raises:
            LibraryProblem: if it cannot be written down.
        """
        self._room.unmark(_KIND, _LENGTH)
        self._room.unmark(_KIND, _BEGUN)
        self._forget_boxes()

    def pause(self) -> bool:
        """Let the clock stand, or go on; whether it stands now.

        Raises:
            LibraryProblem: if it cannot be written down.
        """
        self.keep()
        if self.is_paused:
            self._room.unmark(_KIND, _PAUSED)
        else:
            self._room.mark(_KIND, _PAUSED)
        return self.is_paused

    def extend(self, stage: Stage, minutes: int) -> Agenda:
        """Give a stage's box more minutes; its end will be told again.

        Raises:
            LibraryProblem: if it cannot be written down.
        """
        self.keep()
        spent = self._room.stage_time(stage)
        self._room.keep_stage_time(stage, replace(spent, extra_minutes=spent.extra_minutes + minutes))
        if not self.agenda.overruns(stage):
            self._room.unmark(_KIND, _told(stage))
        return self.agenda

    def take_resplit(self, stage: Stage) -> Agenda:
        """Share the rest among the stages from this one on.

        Raises:
            LibraryProblem: if it cannot be written down.
        """
        self.keep()
        after = self.agenda.with_resplit(stage)
        self._forget_boxes()
        for each, minutes in after.boxes.items():
            self._room.mark(_KIND, _box(each), f"{minutes:.2f}")
            if after.overruns(each):
                self.tell_end_of(each)
        return self.agenda

    def tell_end_of(self, stage: Stage) -> None:
        """Remember that the end of this box was said.

        Raises:
            LibraryProblem: if it cannot be written down.
        """
        self._room.mark(_KIND, _told(stage))

    # Inside

    @property
    def _room(self) -> Room:
        return self._screen.session.room

    def _seconds(self, stage: Stage) -> float:
        pending = self._pending if stage is self._stage else 0.0
        return self._room.stage_time(stage).seconds + pending

    def _begin(self) -> None:
        self._room.mark(_KIND, _BEGUN, self._screen.now.isoformat())
        self._room.unmark(_KIND, _PAUSED)
        for stage in Stage:
            self._room.mark(_KIND, _from(stage), str(self._room.stage_time(stage).seconds))

    def _forget_boxes(self) -> None:
        for stage in Stage:
            self._room.unmark(_KIND, _box(stage))
            self._room.unmark(_KIND, _told(stage))
            spent = self._room.stage_time(stage)
            self._room.keep_stage_time(stage, replace(spent, extra_minutes=0))

    def _put_away_an_old_plan(self) -> None:
        begun = self._room.marks(_KIND).get(_BEGUN)
        if begun and self._screen.now - datetime.fromisoformat(begun) > _PLAN_HOLDS:
            with suppress(LibraryProblem):
                self.put_away()
                self._room.unmark(_KIND, _PAUSED)


def _box(stage: Stage) -> str:
    return f"box:{stage.value}"


def _from(stage: Stage) -> str:
    return f"from:{stage.value}"


def _told(stage: Stage) -> str:
    return f"told:{stage.value}"
