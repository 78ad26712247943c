"""What each command does in a review."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from pirtui import commands
from pirtui.commands import Command, Place
from pirtui.domain import changes
from pirtui.domain.loose_ends import QUESTION_SIGN
from pirtui.domain.questions import gap_questions
from pirtui.domain.review import Stage
from pirtui.screens.action_commands import ACTION_COMMANDS
from pirtui.screens.factor_tools import FactorTools
from pirtui.screens.item_commands import ITEM_COMMANDS, CannotDoError
from pirtui.screens.line_help import grammar_of
from pirtui.screens.meeting_commands import MeetingCommands
from pirtui.screens.review_dialogs import ReviewDialogs
from pirtui.screens.room_commands import RoomCommands
from pirtui.screens.stages.base import Intent
from pirtui.screens.stages.gaps import RAISED, GapsStage
from pirtui.screens.stages.prepare import FIELD, RULES
from pirtui.screens.stages.wrap_up import CLOSE_ROUND, CLOSED_END, LOOSE_END
from pirtui.screens.thread_commands import ThreadCommands
from pirtui.store.errors import LibraryProblem

if TYPE_CHECKING:
    from pirtui.screens.review import ReviewScreen

Handler = Callable[[str], Awaitable[None]]

_PRESS_AGAIN_WITHIN = timedelta(seconds=3)
_STAGES = {stage.value: stage for stage in Stage}


class ReviewCommands:
    """Carries out commands; one that cannot be carried out raises `CannotDoError`."""

    def __init__(self, screen: ReviewScreen) -> None:
        self._screen = screen
        self._dialogs = ReviewDialogs(screen, self)
        self._thread = ThreadCommands(screen)
        self._room = RoomCommands(screen)
        self._factors = FactorTools(screen)
        self._interrupted = screen.services.clock() - _PRESS_AGAIN_WITHIN
        self._handlers: dict[str, Handler] = {
            "help": self._dialogs.help,
            "palette": self._dialogs.palette,
            "details": self._dialogs.details,
            "rules": self._dialogs.rules,
            "history": self._dialogs.history,
            "report": self._dialogs.report,
            "export": self._dialogs.export,
            "publish": self._dialogs.publish,
            "met": self._dialogs.met,
            "import": self._dialogs.import_file,
            "tray": self._dialogs.tray,
            "thread": self._thread.thread,
            "loose": self._thread.loose,
            "close": self._thread.close,
            "search": self._thread.search,
            "fold": self._factors.fold,
            "unfold": self._factors.unfold,
            "kinds": self._factors.kinds,
            "seen": self._factors.seen,
            "undo": self._undo,
            "redo": self._redo,
            "quit": self._quit,
            "home": self._home,
            "dark": self._dark,
            "light": self._light,
            "next-stage": self._next_stage,
            "previous-stage": self._previous_stage,
            "edit": self._edit,
            "mark": self._mark,
            "delete": self._delete,
            "panel": self._panel,
            "find": self._find,
            "draft": self._draft,
            "private": self._room.private,
            "heard": self._room.heard,
            "hands": self._room.hands,
            **MeetingCommands(screen).handlers,
        }

    def entering(self, stage: Stage) -> None:
        """Make ready for a stage that is about to be shown."""
        self._factors.enter(stage)
        if stage is Stage.GAPS:
            self._remember_questions()

    def _remember_questions(self) -> None:
        """Keep what the timeline asks now, so that it can be shown as settled when it no longer does."""
        screen = self._screen
        asked = {question.key: question.text for question in gap_questions(screen.review)}
        screen.session.room.mark_all(RAISED, asked)
        if isinstance(screen.view, GapsStage):
            screen.view.raised = screen.session.room.marks(RAISED)

    # Giving commands

    async def typed(self, text: str) -> str | None:
        """Carry out a typed command; return what the line gets back, `None` to leave it as it is."""
        name, _, argument = text[1:].partition(" ")
        command = commands.named(name, Place.REVIEW)
        if command is None:
            self._screen.notice(
                f"There is no command /{name}. Two slashes begin ordinary text.", "warning"
            )
            return text
        self._screen.put_in_line("")
        return None if await self.run(command, argument.strip()) else text

    async def run_named(self, name: str, argument: str = "") -> bool:
        """Carry out the command of this name."""
        command = commands.named(name, Place.REVIEW)
        return command is not None and await self.run(command, argument)

    async def run(self, command: Command, argument: str) -> bool:
        """Carry out a command; whether it could be, the reason stands above the line if not."""
        if not command.available(Place.REVIEW, self._screen.stage):
            where = " or ".join(stage.heading for stage in command.stages)
            self._screen.notice(f"/{command.name} belongs to {where}.", "warning")
            return False
        try:
            return await self._carried_out(command, argument)
        except CannotDoError as problem:
            self._screen.notice(str(problem), "warning")
        except LibraryProblem as problem:
            self._screen.notice(str(problem), "alert")
        return False

    async def _carried_out(self, command: Command, argument: str) -> bool:
        if stage := _STAGES.get(command.name):
            self._screen.enter(stage)
            return True
        if grammar := grammar_of(command):
            return self._add(grammar, argument)
        if change := ITEM_COMMANDS.get(command.name) or ACTION_COMMANDS.get(command.name):
            return self._screen.apply(change(self._screen.review, self._screen.highlighted, argument))
        await self._handlers[command.name](argument)
        return True

    def _add(self, grammar: str, argument: str) -> bool:
        if not argument:
            raise CannotDoError("Type what to add after the command.")
        if grammar == "prepare" and ":" in argument.partition(" ")[0]:
            raise CannotDoError("A person is a name, a role and a team, with commas between.")
        added = self._screen.accept(grammar, argument)
        if added:
            self._screen.notice(f"Added: {' '.join(self._screen.session.touched)}", "good")
        return added

    # Undo

    async def _undo(self, _argument: str) -> None:
        self._say_undone("Took back", self._screen.session.undo(), "There is nothing to take back.")

    async def _redo(self, _argument: str) -> None:
        self._say_undone("Made again", self._screen.session.redo(), "There is nothing to make again.")

    def _say_undone(self, what: str, summary: str, nothing: str) -> None:
        self._screen.frame.redraw(self._screen.session.touched if summary else ())
        self._screen.notice(f"{what}: {summary}" if summary else nothing)

    # The highlighted item

    async def _edit(self, _argument: str) -> None:
        key = self._screen.highlighted
        if key == RULES:
            await self._dialogs.rules("")
        elif key.startswith((LOOSE_END, CLOSED_END)):
            self._thread.follow(key)
        elif key == CLOSE_ROUND:
            from pirtui.capture.close_rounds import print_close_round

            counted = print_close_round(self._screen.review.close_round)
            self._screen.put_in_line(f"/hands {counted}")
        elif key.startswith(QUESTION_SIGN):
            self._screen.put_in_line("/answer ")
        elif key:
            from pirtui.capture.lines import print_line

            name = key.removeprefix(FIELD)
            self._screen.put_in_line(print_line(self._screen.review, name, self._screen.now), name)

    async def _mark(self, _argument: str) -> None:
        screen = self._screen
        intent = screen.view.marked(screen.review, screen.highlighted) if screen.highlighted else None
        if intent is not None:
            screen.apply(intent)

    async def _delete(self, _argument: str) -> None:
        screen, key = self._screen, self._screen.highlighted
        if not key:
            return
        intent = screen.view.removed(screen.review, key)
        if intent is None and not changes.has(screen.review, key):
            raise CannotDoError("This row cannot be removed.")
        remove = intent or Intent(f"Remove {key}", lambda fresh: changes.remove(fresh, key))
        if screen.apply(remove):
            screen.notice(f"{remove.summary}. F7 brings it back.")

    # Moving about

    async def _next_stage(self, _argument: str) -> None:
        self._step(1)

    async def _previous_stage(self, _argument: str) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        stages = list(Stage)
        place = stages.index(self._screen.stage) + by
        if 0 <= place < len(stages):
            self._screen.enter(stages[place])

    async def _home(self, _argument: str) -> None:
        self._screen.keep_draft()
        self._screen.pirtui.show_home()

    async def _quit(self, _argument: str) -> None:
        self._screen.keep_draft()
        self._screen.app.exit()

    async def interrupted(self) -> None:
        """Ctrl+C leaves when pressed twice; once, it says so."""
        now = self._screen.now
        if now - self._interrupted < _PRESS_AGAIN_WITHIN:
            await self._quit("")
        self._interrupted = now
        self._screen.notice("Press Ctrl+C again to leave. Everything is saved.")

    async def pasted(self, text: str) -> None:
        """Take several pasted lines at once."""
        await self._dialogs.pasted(text)

    # What is shown

    async def _dark(self, _argument: str) -> None:
        self._screen.pirtui.use_theme(dark=True)

    async def _light(self, _argument: str) -> None:
        self._screen.pirtui.use_theme(dark=False)

    async def _panel(self, _argument: str) -> None:
        self._screen.toggle_class("-panel-toggled")

    async def _find(self, argument: str) -> None:
        self._screen.frame.narrow(argument)

    async def _draft(self, _argument: str) -> None:
        self._screen.unfinished.toggle()
