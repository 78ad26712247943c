"""The review: a list and a line, in one frame for all six stages."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
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
from pirtui.screens.open_review import FOR_CHANGES, FOR_EVIDENCE, OpenReview, are_loaded, load
from pirtui.screens.services import Doors, Services
from pirtui.screens.stages import stage_views
from pirtui.screens.stages.base import Intent, StageView
from pirtui.screens.unfinished_line import UnfinishedLine
from pirtui.store.errors import LibraryProblem
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
    from pirtui.screens.line_answers import LineAnswers
    from pirtui.screens.line_help import LineHelp
    from pirtui.screens.review_commands import ReviewCommands
    from pirtui.screens.wording_watch import WordingWatch
    from pirtui.session import Session

_AFTER_THE_PAINT = 0.1
_LOOK_OUTSIDE_EVERY = 1.0
_CLOCK_EVERY = 15.0
_EVIDENCE_AFTER = 1.5
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
        self._behind = OpenReview(services, ref, self._sit_down)
        self._entered = False
        self._views = stage_views()
        self._stage = self._asked_stage or Stage.PREPARE
        self.unfinished = UnfinishedLine(self)
        self.frame = Frame(self)
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
    def _answers(self) -> LineAnswers:
        from pirtui.screens.line_answers import LineAnswers

        return LineAnswers(self, self._help, self._commands)

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
        self.set_timer(_EVIDENCE_AFTER, lambda: self._load_for_evidence(self.wording))

    @property
    def pirtui(self) -> Doors:
        """The app, as the way to other screens."""
        return cast(Doors, self.app)

    @property
    def session(self) -> Session:
        """The open session; keys that come before it are answered by opening it."""
        return self._behind.session

    @property
    def review(self) -> Review:
        """The review as it stands."""
        return self._behind.review

    @property
    def is_open(self) -> bool:
        """Whether the review has been read from the library."""
        return self._behind.is_read

    @property
    def can_change(self) -> bool:
        """Whether the review is open for change, and its unfinished line is in place."""
        return self._behind.is_open and self._entered

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
        return self.unfinished.editing

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
            found = self._behind.read()
        except LibraryProblem as problem:
            self.pirtui.show_home(str(problem))
            return
        self._stage = self._asked_stage or found.stage
        self.frame.enter(self._stage, self._asked_item or found.highlight)
        if are_loaded(FOR_CHANGES):
            self._begin()
        else:
            self.set_timer(_AFTER_THE_PAINT, self._load_behind)

    @work(thread=True)
    def _load_behind(self) -> None:
        """Import what changing a review needs, while the room looks at it."""
        load(FOR_CHANGES)
        self.post_message(self.Loaded())

    @work(thread=True)
    def _load_for_evidence(self, wording: WordingWatch) -> None:
        """Import what a paste or an action needs, so that the first is as quick as the next."""
        load(FOR_EVIDENCE)
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
        self.frame.enter(stage, highlight)
        draft = self.unfinished.restored(self.session.drafts, stage)
        self.put_in_line(draft.text, draft.editing)
        self.meeting.speak()

    def put_in_line(self, text: str, editing: str = "") -> None:
        """Replace what the line holds, saying which item it edits."""
        self.unfinished.begin(editing)
        self.line.value = text
        self.line.cursor_position = len(text)
        self._help.show(text)

    def line_is_done(self, notice: str = "") -> None:
        """Empty the line, whose words are stored."""
        self.unfinished.forget_set_aside()
        self.put_in_line("")
        self.keep_draft()
        if notice:
            self.notice(notice)

    def highlight(self, key: str) -> None:
        """Move the highlight to this row, which may have been folded away."""
        if self.view.reveal(self.review, (key,)):
            self.frame.redraw()
        self.query_one(ItemList).move_to(key)

    # Changing

    def apply(self, intent: Intent, *, undoable: bool = True) -> bool:
        """Make a change and show it; say why not in one sentence when it cannot be saved."""
        try:
            self.session.apply(intent.summary, intent.change, undoable=undoable)
        except LibraryProblem as problem:
            self.frame.redraw()
            self.notice(str(problem), "alert")
            return False
        if undoable:
            self.frame.redraw(self.session.touched)
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
        said = self._behind.is_open and self.wording.warns_about(
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
        await self._answers.submitted(event)

    @on(EntryLine.CommandKey)
    async def _command_key(self, event: EntryLine.CommandKey) -> None:
        await self._answers.key_pressed(event)

    @on(EntryLine.LinesPasted)
    async def _lines_pasted(self, event: EntryLine.LinesPasted) -> None:
        await self._answers.pasted(event)

    @on(EntryLine.Edited)
    def _edited(self, event: EntryLine.Edited) -> None:
        self._help.show(event.text)
        self.show_wording()
        self.unfinished.keep_soon()

    # What the rest of the frame reports

    @on(ItemList.Highlighted)
    def _highlight_moved(self) -> None:
        self.unfinished.keep_soon()
        self.frame.show_panel()
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

    # Others

    def _sit_down(self, session: Session) -> None:
        self.elsewhere.sit_down(session)

    async def _look_outside(self) -> None:
        if self._behind.is_open and self.elsewhere.look():
            self.notice("This review was changed from elsewhere; the list is up to date.")

    # Leaving

    def keep_draft(self) -> None:
        """Write the unfinished line and the highlight to disk now."""
        self.unfinished.keep()

    def on_unmount(self) -> None:
        """Write down how long the stage took, and leave the seat to others."""
        self.meeting.leave()
        if self._behind.is_open:
            self.services.presence.stand_up(self.review.id)
