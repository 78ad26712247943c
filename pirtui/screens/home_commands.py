"""What each command does in the library."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pirtui import commands
from pirtui.commands import Command, Place
from pirtui.domain.stages import Stage
from pirtui.domain.visible import visible

if TYPE_CHECKING:
    from pirtui.domain.review import Review
    from pirtui.screens.home import HomeScreen
    from pirtui.store.library import Library

Handler = Callable[[str], Awaitable[bool]]


@dataclass(frozen=True)
class Step:
    """A change to the list: how it is made and taken back, and the words for both."""

    ref: str
    made: str
    taken_back: str
    make: Callable[[], None]
    take_back: Callable[[], None]


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
            "search": self._search,
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

    @property
    def _library(self) -> Library:
        return self._screen.services.library

    # Into a review

    async def _open(self, argument: str) -> bool:
        chosen = self._screen.highlighted
        if not argument and chosen is None:
            self._screen.notice("Nothing is highlighted. /new TITLE starts a review.")
            return False
        ref = argument or (chosen.ref if chosen else "")
        if ref not in {each.ref for each in self._screen.summaries}:
            ref = self._library.load(ref).ref
        self._screen.pirtui.show_review(ref)
        return True

    async def _new(self, argument: str) -> bool:
        title = visible(argument).strip()
        if not title:
            self._screen.line.put(f"/new {self._screen.words}")
            self._screen.notice("Type the incident's title, then Enter.")
            return False
        self._begin(self._blank(title))
        return True

    async def _duplicate(self, _argument: str) -> bool:
        chosen = self._screen.highlighted
        if chosen is None:
            return self._nothing_highlighted()
        self._begin(self._like(self._library.load(chosen.ref)))
        return True

    def _begin(self, review: Review) -> None:
        self._library.create(review)
        self._screen.pirtui.show_review(review.ref, Stage.PREPARE)

    def _blank(self, title: str) -> Review:
        from pirtui.domain.review import Review, ReviewDates

        services = self._screen.services
        dates = ReviewDates(created=services.clock())
        review = Review(id=services.new_id(), ref=self._library.unique_ref(title, None), dates=dates)
        return review.changed(incident=review.incident.changed(title=title))

    def _like(self, model: Review) -> Review:
        """A new review with the people, services, team, zone and severity of another one."""
        from pirtui.domain.incident import Impact

        blank = self._blank(f"{model.incident.title or model.ref} (new)")
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

    async def _search(self, argument: str) -> bool:
        from pirtui.screens.search import SearchScreen, go_to

        screen = self._screen
        searching = SearchScreen(screen.services.library_path, argument)
        await screen.app.push_screen(searching, lambda hit: go_to(hit, screen.pirtui))
        return True

    # The list itself

    async def _archive(self, _argument: str) -> bool:
        chosen = self._screen.highlighted
        if chosen is None:
            return self._nothing_highlighted()
        ref, title, archived = chosen.ref, chosen.title or chosen.ref, chosen.archived
        words = (f"Archived {title}", f"Brought back {title}")
        self._make(
            Step(
                ref,
                made=words[archived],
                taken_back=words[not archived],
                make=lambda: self._library.archive(ref, not archived),
                take_back=lambda: self._library.archive(ref, archived),
            )
        )
        return True

    async def _archived(self, _argument: str) -> bool:
        screen = self._screen
        screen.with_archived = not screen.with_archived
        screen.show_reviews()
        screen.notice(f"Archived reviews are {'shown' if screen.with_archived else 'hidden'}.")
        return True

    async def _delete(self, _argument: str) -> bool:
        chosen = self._screen.highlighted
        if chosen is None:
            return self._nothing_highlighted()
        self._make(self._deletion(chosen.ref, chosen.title or chosen.ref))
        return True

    def _deletion(self, ref: str, title: str) -> Step:
        return Step(
            ref,
            made=f"Deleted {title}",
            taken_back=f"Brought back {title}",
            make=lambda: self._library.hide(ref),
            take_back=lambda: self._library.restore(ref),
        )

    def _nothing_highlighted(self) -> bool:
        self._screen.notice("Nothing is highlighted.")
        return True

    # Undo

    def _make(self, step: Step) -> None:
        step.make()
        self._done.append(step)
        self._undone.clear()
        self._after(f"{step.made}; F7 takes it back.", step.ref)

    async def _undo(self, _argument: str) -> bool:
        step = self._newest()
        if step is None:
            self._screen.notice("There is nothing to take back.")
            return True
        step.take_back()
        self._undone.append(step)
        self._after(f"{step.taken_back}.", step.ref)
        return True

    def _newest(self) -> Step | None:
        """The last change made here, or else the last review that was deleted in an earlier run."""
        if self._done:
            return self._done.pop()
        ref = self._library.last_hidden()
        return None if ref is None else self._deletion(ref, ref)

    async def _redo(self, _argument: str) -> bool:
        if not self._undone:
            self._screen.notice("There is nothing to make again.")
            return True
        step = self._undone.pop()
        step.make()
        self._done.append(step)
        self._after(f"{step.made}; F7 takes it back.", step.ref)
        return True

    def _after(self, said: str, ref: str) -> None:
        self._screen.show_reviews(ref)
        self._screen.notice(said)

    # Other screens

    async def _help(self, _argument: str) -> bool:
        from pirtui.screens.help import HelpScreen

        await self._screen.app.push_screen(HelpScreen(Place.HOME))
        return True

    async def _palette(self, _argument: str) -> bool:
        from pirtui.screens.palette import PaletteScreen

        async def give(name: str | None) -> None:
            command = commands.named(name, Place.HOME) if name else None
            if command is not None:
                await self._screen.give(command.name)

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
