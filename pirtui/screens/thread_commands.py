"""Walking the thread from any item, and the loose ends of the whole review from any stage."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pirtui.domain.closing import closed
from pirtui.domain.loose_ends import LooseEnd, closed_with_a_reason, loose_ends
from pirtui.domain.review import Review, Stage
from pirtui.domain.thread import home_of, in_thread
from pirtui.domain.visible import visible
from pirtui.screens.item_commands import CannotDoError
from pirtui.screens.stages.base import Intent
from pirtui.screens.stages.prepare import FIELD
from pirtui.screens.stages.wrap_up import CLOSED_END, LOOSE_END
from pirtui.store.errors import LibraryProblem

if TYPE_CHECKING:
    from pirtui.screens.review import ReviewScreen

_TIED_BY = {("no-factor", "G"): "factor", ("no-action", "F"): "action"}
"""The command whose line ties such an end when it cites the item, by the sort of end and of item."""


class ThreadCommands:
    """Opens the thread and the loose ends over a review, and goes where their answers say."""

    def __init__(self, screen: ReviewScreen) -> None:
        self._screen = screen

    async def thread(self, _argument: str) -> None:
        """What the highlighted item rests on, and what rests on it."""
        from pirtui.screens.thread import ThreadScreen

        screen = self._screen
        label = self._label_of(screen.highlighted)
        if not in_thread(screen.review, label):
            raise CannotDoError("Highlight an event, a gap, a factor, a theme or an action first.")

        def jump(chosen: str | None) -> None:
            if chosen is not None:
                self._go_to(chosen)

        await screen.app.push_screen(ThreadScreen(screen.review, label), jump)

    async def loose(self, argument: str) -> None:
        """Every loose end of the review, or those of one stage."""
        from pirtui.screens.loose_ends import LooseEndsScreen

        screen = self._screen
        stage = _stage_named(argument)

        def close(end: LooseEnd, reason: str) -> str:
            try:
                screen.session.apply(f"Close {end.place}", lambda fresh: closed(fresh, end.key, reason))
            except LibraryProblem as problem:
                return str(problem)
            screen.frame.redraw(screen.session.touched)
            return ""

        def follow(chosen: str | None) -> None:
            if chosen is not None:
                self.follow(f"{LOOSE_END}{chosen}")

        ends = LooseEndsScreen(lambda: loose_ends(screen.review), close, stage)
        await screen.app.push_screen(ends, follow)

    async def close(self, argument: str) -> None:
        """Close what is loose at the highlighted row with a reason."""
        screen, key = self._screen, self._screen.highlighted
        reason = visible(argument).strip()
        if key.startswith(CLOSED_END):
            raise CannotDoError("A reason closes this already; Delete reopens it.")
        ends = [end for end in loose_ends(screen.review) if _is_loose_at(end, key)]
        if not ends:
            raise CannotDoError("Nothing is loose here. Ctrl+L shows what is.")
        if not reason:
            raise CannotDoError("Say why it stays as it is: /close REASON")
        summary, keys = f"Close {ends[0].place}", [end.key for end in ends]
        if screen.apply(Intent(summary, lambda fresh: _all_closed(fresh, keys, reason))):
            screen.notice("Closed with this reason. Wrap-up keeps it; F7 takes it back.", "good")

    async def search(self, argument: str) -> None:
        """Find words in every review; what is found in this one is gone to without leaving it."""
        from pirtui.domain.searching import Hit
        from pirtui.screens.search import SearchScreen, go_to

        screen = self._screen

        def go(hit: Hit | None) -> None:
            if hit is not None and hit.ref == screen.review.ref:
                self._go_to(hit.label)
            else:
                go_to(hit, screen.pirtui)

        await screen.app.push_screen(SearchScreen(screen.services.library_path, argument), go)

    def follow(self, key: str) -> None:
        """Go to the item of a loose end, or of one that a reason closes, by the key of its row."""
        end = self._end_of(key)
        if end is None:
            return
        if end.label:
            self._go_to(end.label)
        else:
            self._screen.enter(Stage.PREPARE)
            self._screen.highlight(_field_of(end))
        self._screen.notice(_said_there(end))

    def _go_to(self, label: str) -> None:
        self._screen.enter(home_of(label))
        self._screen.highlight(label)

    def _label_of(self, key: str) -> str:
        """The label of a row's item, also where the row is about a loose end of it."""
        end = self._end_of(key)
        return end.label if end is not None else key

    def _end_of(self, key: str) -> LooseEnd | None:
        review = self._screen.review
        ends = {f"{LOOSE_END}{each.key}": each for each in loose_ends(review)}
        ends |= {f"{CLOSED_END}{each.key}": each for each in closed_with_a_reason(review)}
        return ends.get(key)


def _is_loose_at(end: LooseEnd, key: str) -> bool:
    """Whether a row stands for this end: its own row in Wrap-up, its item, or its field in Prepare."""
    return key in (f"{LOOSE_END}{end.key}", end.label or _field_of(end))


def _said_there(end: LooseEnd) -> str:
    """What stands above the line after going to a loose end: what is loose, and what ties it."""
    if end.reason:
        return f"{end.text} Because: {end.reason}"
    adds = _TIED_BY.get((end.key.partition(":")[0], end.label[:1]))
    ways = f"/{adds} … [{end.label}] or /close REASON" if adds else "/close REASON"
    return f"{end.text}  {ways}"


def _field_of(end: LooseEnd) -> str:
    """The key of the row in Prepare for a loose end of the incident record."""
    return f"{FIELD}{end.key.partition(':')[2].split()[-1]}"


def _all_closed(review: Review, keys: Iterable[str], reason: str) -> Review:
    for key in keys:
        review = closed(review, key, reason)
    return review


def _stage_named(argument: str) -> Stage | None:
    """The one stage that begins like this; `None` for an empty text."""
    wanted = argument.strip().lower()
    if not wanted:
        return None
    for stage in Stage:
        if wanted in (str(stage.number), stage.value) or stage.value.startswith(wanted):
            return stage
    raise CannotDoError(f"Name a stage: {', '.join(stage.value for stage in Stage)}.")
