"""What each command does in the library."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from pirtui import commands
from pirtui.commands import Command, Place
from pirtui.domain.incident import Impact
from pirtui.domain.review import Review, ReviewDates, Stage
from pirtui.domain.visible import visible

if TYPE_CHECKING:
    from pirtui.screens.home import HomeScreen

Handler = Callable[[str], Awaitable[bool]]
Step = tuple[str, Callable[[], None], Callable[[], None]]
"""What was done, how to take it back, and how to do it again."""


class HomeCommands:
    """Carries out commands; each says whether the line that gave it may be cleared."""

    def __init__(self, screen: HomeScreen) -> None:
        self._screen = screen
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._handlers: dict[str, Handler] = {
            "help": self._help,
            "palette": self._palette,
            "open": self._open,
            "new": self._new,
            "duplicate": self._duplicate,
            "archive": self._archive,
            "archived": self._archived,
            "delete-review": self._delete,
            "undo": self._undo,
            "redo": self._redo,
            "dark": self._dark,
            "light": self._light,
            "quit": self._quit,
        }

    async def run(self, command: Command, argument: str) -> bool:
        """Carry out a command.

        Raises:
            LibraryProblem: if the library cannot do it.
        """
        return await self._handlers[command.name](argument)

    async def _open(self, argument: str) -> bool:
        ref = argument or self._screen.highlighted
        if not ref:
            self._screen.notice("Highlight a review, or start one with /new TITLE.")
            return False
        self._screen.pirtui.show_review(ref)
        return True

    async def _new(self, argument: str) -> bool:
        title = visible(argument).strip()
        if not title:
            self._screen.line.put("/new ")
            self._screen.notice("Type the incident's title, then Enter.")
            return False
        review = self._blank(title)
        self._screen.services.library.create(review)
        self._screen.pirtui.show_review(review.ref, Stage.PREPARE)
        return True

    async def _duplicate(self, _argument: str) -> bool:
        ref = self._screen.highlighted
        if not ref:
            return False
        model = self._screen.services.library.load(ref)
        review = self._like(model)
        self._screen.services.library.create(review)
        self._screen.pirtui.show_review(review.ref, Stage.PREPARE)
        return True

    def _blank(self, title: str) -> Review:
        services = self._screen.services
        dates = ReviewDates(created=services.clock())
        review = Review(id=services.new_id(), ref=services.library.unique_ref(title, None), dates=dates)
        return review.changed(incident=review.incident.changed(title=title))

    def _like(self, model: Review) -> Review:
        """A new review with the people, services, team and zone of another one."""
        blank = self._blank(f"{model.incident.title} (new)")
        incident = model.incident.changed(
            title=blank.incident.title,
            on=None,
            summary="",
            impact=Impact(),
            links=(),
            detection_source=None,
            recurrence_of=(),
            related_to=(),
        )
        numbers = {"P": model.last_numbers.get("P", 0)}
        return blank.changed(incident=incident, people=model.people, last_numbers=numbers)

    async def _archive(self, _argument: str) -> bool:
        ref = self._screen.highlighted
        summary = next((each for each in self._screen.summaries if each.ref == ref), None)
        if summary is None:
            return False
        library, archived = self._screen.services.library, not summary.archived
        what = "Archived" if archived else "Brought back"
        self._do(
            (
                f"{what} {ref}",
                lambda: library.archive(ref, not archived),
                lambda: library.archive(ref, archived),
            )
        )
        return True

    async def _archived(self, _argument: str) -> bool:
        self._screen.with_archived = not self._screen.with_archived
        self._screen.show_reviews()
        shown = (
            "Archived reviews are shown."
            if self._screen.with_archived
            else "Archived reviews are hidden."
        )
        self._screen.notice(shown)
        return True

    async def _delete(self, _argument: str) -> bool:
        ref = self._screen.highlighted
        if not ref:
            return False
        library = self._screen.services.library
        self._do((f"Deleted {ref}", lambda: library.restore(ref), lambda: library.hide(ref)))
        return True

    def _do(self, step: Step) -> None:
        step[2]()
        self._done.append(step)
        self._undone.clear()
        self._screen.show_reviews()
        self._screen.notice(f"{step[0]}. F7 takes it back.")

    async def _undo(self, _argument: str) -> bool:
        if self._done:
            step = self._done.pop()
            step[1]()
            self._undone.append(step)
            self._after(f"Took back: {step[0]}")
            return True
        library = self._screen.services.library
        ref = library.last_hidden()
        if ref is None:
            self._screen.notice("There is nothing to take back.")
            return True
        library.restore(ref)
        self._after(f"Took back: Deleted {ref}", ref)
        return True

    async def _redo(self, _argument: str) -> bool:
        if not self._undone:
            self._screen.notice("There is nothing to make again.")
            return True
        step = self._undone.pop()
        step[2]()
        self._done.append(step)
        self._after(f"Made again: {step[0]}")
        return True

    def _after(self, said: str, highlight: str | None = None) -> None:
        self._screen.show_reviews(highlight)
        self._screen.notice(said)

    async def _help(self, _argument: str) -> bool:
        from pirtui.screens.help import HelpScreen

        await self._screen.app.push_screen(HelpScreen(Place.HOME))
        return True

    async def _palette(self, _argument: str) -> bool:
        from pirtui.screens.palette import PaletteScreen

        async def give(name: str | None) -> None:
            command = commands.named(name, Place.HOME) if name else None
            if command is not None and command.argument:
                self._screen.line.put(f"/{command.name} ")
            elif command is not None:
                await self.run(command, "")

        await self._screen.app.push_screen(PaletteScreen(Place.HOME), give)
        return True

    async def _dark(self, _argument: str) -> bool:
        self._screen.pirtui.use_theme(dark=True)
        return True

    async def _light(self, _argument: str) -> bool:
        self._screen.pirtui.use_theme(dark=False)
        return True

    async def _quit(self, _argument: str) -> bool:
        self._screen.app.exit()
        return True
