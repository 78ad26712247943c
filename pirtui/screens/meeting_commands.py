"""What the commands of the meeting do: its agenda, its clock and its questions."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from math import floor
from typing import TYPE_CHECKING

from pirtui.domain.agenda import EXTENSION, PLANS, plan_text
from pirtui.domain.prompts import Prompt
from pirtui.screens.item_commands import CannotDoError

if TYPE_CHECKING:
    from pirtui.screens.meeting import Meeting
    from pirtui.screens.review import ReviewScreen

_LENGTHS = "/agenda 30, 60 or 90"
_LONGEST_EXTENSION = 90


class MeetingCommands:
    """Carries the commands out; one that cannot be carried out raises `CannotDoError`."""

    def __init__(self, screen: ReviewScreen) -> None:
        self._screen = screen
        self.handlers: dict[str, Callable[[str], Awaitable[None]]] = {
            "agenda": self._agenda,
            "pause": self._pause,
            "extend": self._extend,
            "asked": self._asked,
            "skip": self._skip,
            "prompts": self._prompts,
        }

    @property
    def _meeting(self) -> Meeting:
        return self._screen.meeting

    # Time

    async def _agenda(self, argument: str) -> None:
        wanted = argument.removesuffix("min").strip().lower()
        if not wanted:
            await self._show_agenda()
        elif wanted == "off":
            self._meeting.clock.put_away()
            self._say("The plan is put away; the minutes of each stage are kept.")
        elif wanted.isdecimal() and int(wanted) in PLANS:
            self._plan(int(wanted))
        else:
            raise CannotDoError(f"Write {_LENGTHS}; /agenda off puts the plan away.")

    def _plan(self, length: int) -> None:
        self._say(plan_text(self._meeting.clock.plan(length)), "good")

    async def _show_agenda(self) -> None:
        from pirtui.screens.agenda_dialog import RESPLIT, AgendaScreen, PlansScreen

        clock, stage = self._meeting.clock, self._screen.stage
        agenda = clock.agenda

        def take(answer: str | None) -> None:
            if answer == RESPLIT:
                after = clock.take_resplit(stage)
                self._say(plan_text(after), "good")

        def choose(length: str | None) -> None:
            if length:
                self._plan(int(length))

        if agenda.is_planned:
            await self._screen.app.push_screen(AgendaScreen(agenda, stage), self._guarded(take))
        else:
            await self._screen.app.push_screen(PlansScreen(), self._guarded(choose))

    def _guarded(self, answered: Callable[[str | None], None]) -> Callable[[str | None], None]:
        """The answer of a dialog comes later: what cannot be written is said above the line."""
        from pirtui.store.errors import LibraryProblem

        def carried_out(answer: str | None) -> None:
            try:
                answered(answer)
            except LibraryProblem as problem:
                self._screen.notice(str(problem), "alert")

        return carried_out

    async def _pause(self, _argument: str) -> None:
        stands = self._meeting.clock.pause()
        self._say("The clock is paused; /pause goes on." if stands else "The clock runs again.")

    async def _extend(self, argument: str) -> None:
        minutes = _minutes(argument)
        if not self._meeting.clock.agenda.is_planned:
            raise CannotDoError(f"There is no plan to extend yet. Write {_LENGTHS}.")
        stage = self._screen.stage
        box = floor(self._meeting.clock.extend(stage, minutes).box(stage))
        self._say(f"{stage.heading} has {box} minutes now.", "good")

    # Questions

    async def _asked(self, _argument: str) -> None:
        self._meeting.prompting.ask(self._seen_question())

    async def _skip(self, _argument: str) -> None:
        self._meeting.prompting.skip(self._seen_question())

    def _seen_question(self) -> Prompt:
        """The question on the screen; one that nobody sees is neither asked nor skipped."""
        question = self._meeting.prompting.current
        if question is None:
            raise CannotDoError("There is no question for this stage.")
        if not self._meeting.prompting.is_seen:
            raise CannotDoError("No question is on the screen; /prompts lists them.")
        return question

    async def _prompts(self, argument: str) -> None:
        wanted = argument.lower()
        if wanted not in ("", "on", "off"):
            raise CannotDoError("Write /prompts, /prompts off or /prompts on.")
        if wanted:
            self._meeting.prompting.hide(hidden=wanted == "off")
            self._say(
                "Questions are hidden; /prompts on shows them."
                if wanted == "off"
                else "Questions are shown."
            )
        else:
            await self._list_prompts()

    async def _list_prompts(self) -> None:
        from pirtui.prompt_file import prompt_path
        from pirtui.screens.prompts_dialog import PromptsScreen

        prompting = self._meeting.prompting
        prompting.read_again()

        def choose(key: str | None) -> None:
            chosen = next((each for each in prompting.questions if each.key == key), None)
            if chosen is not None:
                prompting.choose(chosen)

        await self._screen.app.push_screen(
            PromptsScreen(prompting, prompt_path()), self._guarded(choose)
        )

    def _say(self, text: str, tone: str = "") -> None:
        self._screen.frame.show_title()
        self._screen.notice(text, tone)


def _minutes(argument: str) -> int:
    if not argument:
        return EXTENSION
    wanted = argument.removesuffix("min").strip().removeprefix("+")
    if not wanted.isdecimal() or not 1 <= int(wanted) <= _LONGEST_EXTENSION:
        raise CannotDoError("Write how many minutes to add, such as /extend 5.")
    return int(wanted)
