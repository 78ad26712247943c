"""The review: a list and a line, in one frame for all six stages."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen

from pirtui import commands
from pirtui.domain import changes
from pirtui.domain.changes import LETTERS
from pirtui.domain.factors import Factor
from pirtui.domain.review import Review, Stage
from pirtui.screens.elsewhere import Elsewhere
from pirtui.screens.frame import Frame
from pirtui.screens.meeting import Meeting
from pirtui.screens.services import Doors, Services
from pirtui.screens.stages import stage_views
from pirtui.screens.stages.base import Intent, StageView
from pirtui.screens.type_ahead import hand_over
from pirtui.screens.unfinished_line import UnfinishedLine
from pirtui.store.errors import LibraryProblem
from pirtui.store.reading import AtOnce, read_at_once
from pirtui.widgets.command_menu import CommandMenu
from pirtui.widgets.entry_line import EntryLine
from pirtui.widgets.item_list import ItemList
from pirtui.widgets.key_footer import KeyFooter
from pirtui.widgets.phase_strip import PhaseStrip
from pirtui.widgets.preview_row import PreviewRow
from pirtui.widgets.prompt_row import PromptRow
from pirtui.widgets.side_panel import SidePanel
from pirtui.widgets.stage_bar import StageBar
from pirtui.widgets.title_row import TitleRow

if TYPE_CHECKING:
    from pirtui.screens.earlier import Earlier
    from pirtui.screens.line_help import LineHelp
    from pirtui.screens.review_commands import ReviewCommands
    from pirtui.screens.wording_watch import WordingWatch
    from pirtui.session import Session

_AFTER_THE_PAINT = 0.1
_LOOK_OUTSIDE_EVERY = 1.0
_CLOCK_EVERY = 15.0
_TRAY_AFTER = 1.5
_LOADED_BEHIND = frozenset(
    {
        "pirtui.session",
        "pirtui.store.library",
        "pirtui.capture.lines",
        "pirtui.screens.earlier",
        "pirtui.screens.line_help",
        "pirtui.screens.review_commands",
        "pirtui.screens.wording_watch",
    }
)
_LOADED_FOR_TRAY = (
    "pirtui.capture.evidence",
    "pirtui.screens.evidence_tray",
    "pirtui.domain.action_checks",
    "pirtui.domain.action_fix_words",
)
_LINE_KEYS = frozenset({*commands.LIST_KEYS, "tab", "shift+tab", "escape", "ctrl+c"})


class ReviewScreen(Screen[None]):
    """One review, at one stage at a time; everything typed goes through the session."""

    CSS_PATH = "review.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual's own shape
        (0, "-narrow"),
        (100, "-normal"),
        (140, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (12, "-low"), (20, "-tall")]  # noqa: RUF012 - the same
    AUTO_FOCUS = "EntryLine"

    class Loaded(Message):
        """What changing a review needs has been imported."""

    def __init__(self, services: Services, ref: str, stage: Stage | None = None, item: str = "") -> None:
        super().__init__()
        self.services = services
        self.ref = ref
        self._asked_stage = stage
        self._asked_item = item
        self._session: Session | None = None
        self._at_once: AtOnce | None = None
        self._entered = False
        self._views = stage_views()
        self._stage = self._asked_stage or Stage.PREPARE
        self._unfinished = UnfinishedLine(self)
        self._frame = Frame(self)
        self.meeting = Meeting(self)
        self.elsewhere = Elsewhere(self)

    # What only a key needs is read behind the first paint

    @cached_property
    def _help(self) -> LineHelp:
        from pirtui.screens.line_help import LineHelp

        return LineHelp(self)

    @cached_property
    def _commands(self) -> ReviewCommands:
        from pirtui.screens.review_commands import ReviewCommands

        return ReviewCommands(self)

    @cached_property
    def earlier(self) -> Earlier:
        """What earlier reviews found."""
        from pirtui.screens.earlier import Earlier

        return Earlier(self)

    @cached_property
    def wording(self) -> WordingWatch:
        """The eye on the words of the review."""
        from pirtui.screens.wording_watch import WordingWatch

        return WordingWatch()

    # The parts of the screen

    def compose(self) -> ComposeResult:
        """Title, stages, phases, the list beside its panel, and the line."""
        yield TitleRow()
        yield StageBar()
        yield PromptRow()
        yield PhaseStrip()
        with Horizontal(id="content"):
            yield ItemList()
            yield SidePanel()
        yield CommandMenu()
        yield PreviewRow()
        yield EntryLine(
            command_keys=_LINE_KEYS | commands.keys_in(commands.Place.REVIEW),
            empty_keys=commands.empty_keys_in(commands.Place.REVIEW),
        )
        yield KeyFooter()

    def on_mount(self) -> None:
        """Show what is on disk at once; keys wait until the review is open for change."""
        self.line.hold()
        self.call_later(self._open)
        self.set_interval(_LOOK_OUTSIDE_EVERY, self._look_outside)
        self.meeting.begin()
        self.set_interval(_CLOCK_EVERY, self.meeting.tick)
        self.set_timer(_TRAY_AFTER, lambda: self._load_tray(self.wording))

    @property
    def pirtui(self) -> Doors:
        """The app, as the way to other screens."""
        return cast(Doors, self.app)

    @property
    def session(self) -> Session:
        """The open session; keys that come before it are answered by opening it."""
        if self._session is None:
            from pirtui.session import Session

            self._session = Session.open(self.services.library, self.ref, self._at_once)
            self.elsewhere.sit_down(self._session)
        return self._session

    @property
    def review(self) -> Review:
        """The review as it stands."""
        if self._session is None and self._at_once is not None:
            return self._at_once.review
        return self.session.review

    @property
    def is_open(self) -> bool:
        """Whether the review has been read from the library."""
        return self._session is not None or self._at_once is not None

    @property
    def stage(self) -> Stage:
        """The stage on the screen."""
        return self._stage

    @property
    def view(self) -> StageView:
        """What the stage on the screen shows and does."""
        return self._views[self._stage]

    @property
    def editing(self) -> str:
        """The label or field that the line edits, or nothing."""
        return self._unfinished.editing

    @property
    def line(self) -> EntryLine:
        """The one line."""
        return self.query_one(EntryLine)

    @property
    def highlighted(self) -> str:
        """The key of the highlighted row, or nothing."""
        return self.query_one(ItemList).highlighted

    @property
    def now(self) -> datetime:
        """The time by the app's clock."""
        return self.services.clock()

    # Opening and moving

    def _open(self) -> None:
        try:
            found = read_at_once(self.services.library_path, self.ref, self.services.thresholds)
        except LibraryProblem as problem:
            self.pirtui.show_home(str(problem))
            return
        if found is None:
            self.pirtui.show_home(f"There is no review {self.ref}.")
            return
        self._at_once = found
        self._stage = self._asked_stage or found.stage
        self._frame.enter(self._stage, self._asked_item or found.highlight)
        if sys.modules.keys() >= _LOADED_BEHIND:
            self._begin()
        else:
            self.set_timer(_AFTER_THE_PAINT, self._load_behind)

    @work(thread=True)
    def _load_behind(self) -> None:
        """Import what changing a review needs, while the room looks at it."""
        for name in _LOADED_BEHIND:
            import_module(name)
        self.post_message(self.Loaded())

    @work(thread=True)
    def _load_tray(self, wording: WordingWatch) -> None:
        """Import what a paste or an action needs, so that the first is as quick as the next."""
        for name in _LOADED_FOR_TRAY:
            import_module(name)
        wording.prepare()

    @on(Loaded)
    def _begin(self) -> None:
        if self._entered:
            self.line.resume(None)
            return
        try:
            self.enter(self._asked_stage or self.session.position.stage)
        except LibraryProblem as problem:
            self.pirtui.show_home(str(problem))
            return
        if complaint := self.services.complaint() or self.elsewhere.company():
            self.notice(complaint, "warning")
        self.line.resume(None)

    def enter(self, stage: Stage) -> None:
        """Go to a stage: its list, its highlight and its unfinished line as they were left."""
        if self._entered:
            self.keep_draft()
        self._entered = True
        self._stage = stage
        self.meeting.enter(stage)
        self.line.gathers_lines = stage is Stage.TIMELINE
        if stage.number > self.review.stage.number:
            self.apply(
                Intent(f"Reach {stage.value}", lambda fresh: changes.updated(fresh, stage=stage)),
                undoable=False,
            )
        self._commands.entering(stage)
        position = self.session.position
        highlight, self._asked_item = self._asked_item or position.highlights.get(stage, ""), ""
        self._frame.enter(stage, highlight)
        draft = self._unfinished.restored(self.session.drafts, stage)
        self.put_in_line(draft.text, draft.editing)
        self.meeting.speak()

    def put_in_line(self, text: str, editing: str = "") -> None:
        """Replace what the line holds, saying which item it edits."""
        self._unfinished.begin(editing)
        self.line.value = text
        self.line.cursor_position = len(text)
        self._help.show(text)

    def highlight(self, key: str) -> None:
        """Move the highlight to this row, which may have been folded away."""
        if self.view.reveal(self.review, (key,)):
            self._frame.redraw()
        self.query_one(ItemList).move_to(key)

    def find(self, text: str) -> None:
        """Show only the rows that say this; all of them for an empty text."""
        self._frame.filter = text
        self._frame.redraw()

    @property
    def is_narrowed(self) -> bool:
        """Whether only some rows are shown."""
        return bool(self._frame.filter)

    def show_title(self) -> None:
        """Draw the title row with its clock again."""
        self._frame.show_title()

    def redraw(self, touched: Iterable[str]) -> None:
        """Draw the review again, lighting up what changed."""
        self._frame.redraw(touched)

    # Changing

    def apply(self, intent: Intent, *, undoable: bool = True) -> bool:
        """Make a change and show it; say why not in one sentence when it cannot be saved."""
        try:
            self.session.apply(intent.summary, intent.change, undoable=undoable)
        except LibraryProblem as problem:
            self._frame.redraw()
            self.notice(str(problem), "alert")
            return False
        if undoable:
            self._frame.redraw(self.session.touched)
            self.show_wording()
        return True

    def notice(self, text: str, tone: str = "") -> None:
        """Say something quietly above the line, until the next key."""
        self.query_one(PreviewRow).notice(text, tone)

    def show_wording(self) -> None:
        """Mark the facilitator's row if the line, or what was just said, steers towards persons."""
        if not self.wording.is_ready:
            return
        from pirtui.domain.wording import in_line

        typed = any(note.is_warning for note in in_line(self.line.value, self.review))
        said = self._session is not None and self.wording.warns_about(
            self.review, self.session.touched, self.session.room
        )
        self.query_one(PreviewRow).mark(marked=typed or said)

    def accept(self, grammar: str, text: str, label: str = "") -> bool:
        """Read a line and store what it means; the problem stands above the line if it has none."""
        from pirtui.capture.lines import accept_line

        accepted = accept_line(
            grammar,
            text,
            self.review,
            self.now,
            parent=self.parent_factor,
            label=label or None,
            origin=self._stage.value,
            origin_label=self.highlighted,
        )
        if accepted.change is None:
            self.notice(accepted.problem, "warning")
            return False
        return self.apply(Intent(accepted.summary, accepted.change))

    @property
    def parent_factor(self) -> str | None:
        """The highlighted factor, under which a line that begins with `>` goes."""
        key = self.highlighted
        return key if key.startswith(LETTERS[Factor]) and changes.has(self.review, key) else None

    # What the line reports; every message is answered, which lets the next key through

    @on(EntryLine.Submitted)
    async def _submitted(self, event: EntryLine.Submitted) -> None:
        if self.elsewhere.holds_up(event):
            return
        left: str | None = None
        if self._help.is_command(event.text):
            left = await self._commands.typed(event.text)
        elif await self.elsewhere.stands_against(self._unfinished, event.text.removeprefix("/")):
            pass
        elif self.accept(self.view.grammar, event.text.removeprefix("/"), self.editing):
            self.line_is_done()
        self._answer(event.line, left)

    def line_is_done(self, notice: str = "") -> None:
        """Empty the line, whose words are stored."""
        self._unfinished.forget_set_aside()
        self.put_in_line("")
        self.keep_draft()
        if notice:
            self.notice(notice)

    @on(EntryLine.CommandKey)
    async def _command_key(self, event: EntryLine.CommandKey) -> None:
        if event.key not in commands.LIST_KEYS and self.elsewhere.holds_up(event):
            return
        if not self._used_by_line(event.key, event.value):
            await self._give_key(event.key, event.value)
            self._answer(event.line, None)

    def _answer(self, line: EntryLine, text: str | None) -> None:
        """Let the next keys through: into the line, or to the screen that opened meanwhile."""
        if self.app.screen is self:
            line.resume(text)
            return
        if text is not None:
            line.put(text)
        hand_over(line, self.app.screen)

    def _used_by_line(self, key: str, value: str) -> bool:
        return bool(value) and key in ("tab", "up", "down") and self._help.took(key)

    async def _give_key(self, key: str, value: str) -> None:
        if key in commands.LIST_KEYS:
            self._frame.move(key)
        elif key == "ctrl+c":
            await self._commands.interrupted()
        elif command := commands.for_key(
            key, commands.Place.REVIEW, line_is_empty=not value, stage=self._stage
        ):
            await self._commands.run(command, "")

    @on(EntryLine.Edited)
    def _edited(self, event: EntryLine.Edited) -> None:
        self._help.show(event.text)
        self.show_wording()
        self._unfinished.keep_soon()

    @on(EntryLine.LinesPasted)
    async def _lines_pasted(self, event: EntryLine.LinesPasted) -> None:
        await self._commands.pasted(event.text)
        self._answer(event.line, None)

    # What the rest of the frame reports

    @on(ItemList.Highlighted)
    def _highlight_moved(self) -> None:
        self._unfinished.keep_soon()
        self._frame.show_panel()
        self.meeting.show()

    @on(ItemList.Opened)
    async def _row_opened(self) -> None:
        await self._commands.run_named("edit")

    @on(StageBar.Chosen)
    def _stage_chosen(self, event: StageBar.Chosen) -> None:
        self.enter(event.stage)

    @on(KeyFooter.Pressed)
    async def _footer_pressed(self, event: KeyFooter.Pressed) -> None:
        await self._commands.run_named(event.command)

    # Drafts: the unfinished line is on disk within a second

    def toggle_draft(self) -> None:
        """Set the unfinished line aside, or bring it back."""
        held = self._unfinished.swap()
        if self._unfinished.is_set_aside:
            self.put_in_line("")
            self.notice("Set aside. Esc brings it back.")
        elif held is not None:
            self.put_in_line(held.text, held.editing)

    def on_unmount(self) -> None:
        """Write down how long the stage took, and leave the seat to others."""
        self.meeting.leave()
        if self._session is not None:
            self.services.presence.stand_up(self._session.review.id)

    def keep_draft(self) -> None:
        """Write the unfinished line and the highlight to disk now."""
        draft = self._unfinished.kept()
        if self._session is None or not self._entered:
            return
        try:
            self._session.keep_place(self._stage, self.highlighted, draft)
        except LibraryProblem as problem:
            self.notice(str(problem), "alert")

    def keep_draft_if_free(self) -> None:
        """Write them down, unless another process writes; then in a moment."""
        if self._session is None or self.services.library.is_free():
            self.keep_draft()
        else:
            self._unfinished.keep_later()

    async def _look_outside(self) -> None:
        if self._session is not None and self.elsewhere.look():
            self.notice("This review was changed from elsewhere; the list is up to date.")
