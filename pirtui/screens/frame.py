"""The frame around the line: list, panel, strip, stage bar and title, drawn from the review."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pirtui import commands
from pirtui.domain.gap_spans import span_of
from pirtui.domain.gaps import Verdict
from pirtui.domain.loose_ends import loose_ends
from pirtui.domain.milestones import marks
from pirtui.domain.phases import phases
from pirtui.domain.questions import open_questions
from pirtui.domain.readiness import ready
from pirtui.domain.review import Review, Stage
from pirtui.screens.rows import hint
from pirtui.widgets.entry_line import EntryLine
from pirtui.widgets.item_list import ItemList, Row
from pirtui.widgets.key_footer import KeyFooter
from pirtui.widgets.phase_strip import GapSpan, PhaseStrip
from pirtui.widgets.side_panel import SidePanel
from pirtui.widgets.stage_bar import StageBar
from pirtui.widgets.title_row import TitleRow

if TYPE_CHECKING:
    from pirtui.screens.review import ReviewScreen

_STATES = {Verdict.GAP: "gap", Verdict.OPEN: "open"}
_WITH_STRIP = (Stage.TIMELINE, Stage.GAPS)


class Frame:
    """Draws the review screen's widgets; it changes nothing in the review."""

    def __init__(self, screen: ReviewScreen) -> None:
        self._screen = screen
        self._narrowed_to = ""

    def enter(self, stage: Stage, highlight: str) -> None:
        """Draw a stage that was just entered."""
        screen = self._screen
        self._narrowed_to = ""
        for each in Stage:
            screen.set_class(each is stage, f"-{each.value}")
        screen.query_one(EntryLine).placeholder = screen.view.placeholder
        items = screen.query_one(ItemList)
        items.set_rows(self._rows(), highlight or None)
        if highlight:
            items.show_in_middle()
        else:
            items.last() if stage is Stage.TIMELINE else items.first()
        self._show_keys(stage)
        self._show_around()

    def redraw(self, touched: Iterable[str] = ()) -> None:
        """Draw the list again after a change, and light up what changed; the rest follows."""
        items = self._screen.query_one(ItemList)
        touched = tuple(touched)
        highlight = items.highlighted
        self._screen.view.reveal(self._screen.review, (*touched, highlight))
        items.set_rows(self._rows(touched), highlight or None)
        shown = [key for key in touched if items.has(key)]
        if shown:
            items.move_to(shown[0])
            items.flash(shown)
        # Asked of the list, which has yet to say that it is to be painted, this waits for that paint.
        items.call_after_refresh(self._show_around)

    def narrow(self, text: str) -> None:
        """Show only the rows that say this; all of them for an empty text."""
        self._narrowed_to = text
        self.redraw()

    @property
    def is_narrowed(self) -> bool:
        """Whether only some rows are shown."""
        return bool(self._narrowed_to)

    def move(self, key: str) -> None:
        """Move the highlight as a list key says."""
        self._screen.query_one(ItemList).move_by_key(key)

    def show_panel(self) -> None:
        """Draw the side panel for the highlighted item."""
        screen = self._screen
        panel = screen.view.panel(screen.review, screen.highlighted, screen.now)
        screen.query_one(SidePanel).show(
            panel.heading, [(line.left, line.right, line.tone) for line in panel.lines]
        )

    def show_title(self) -> None:
        """Draw the title row: incident, severity, saved mark and stage clock."""
        if not self._screen.is_open:
            return
        incident = self._screen.review.incident
        severity = incident.severity.value if incident.severity else ""
        clock, tone = self._screen.meeting.clock_told()
        self._screen.query_one(TitleRow).show(
            incident.title or self._screen.ref, severity, "saved", clock, tone
        )

    def _rows(self, touched: Sequence[str] = ()) -> Sequence[Row]:
        """The stage's rows; narrowed, what was just touched is shown all the same."""
        self._screen.view.now = self._screen.now
        if not self._narrowed_to:
            return self._screen.view.rows(self._screen.review)
        rows = self._screen.view.every_row(self._screen.review)
        words = self._narrowed_to.casefold().split()
        found = [row for row in rows if row.key and (row.key in touched or _matches(row, words))]
        return found or [hint(f"Nothing here says “{self._narrowed_to}”. /find alone shows everything.")]

    def _show_around(self) -> None:
        review = self._screen.review
        self.show_title()
        self.show_panel()
        self._screen.meeting.show()
        self._show_stages(review)
        self._show_strip(review)

    def _show_strip(self, review: Review) -> None:
        shown = phases(review) if self._screen.stage in _WITH_STRIP else ()
        ticks = [(m.value, mark.time.start) for m, mark in marks(review).items() if mark.time.start]
        spans = [(phase.name, phase.start, phase.end, phase.minutes) for phase in shown]
        self._screen.query_one(PhaseStrip).show(spans, ticks, _gap_spans(review) if spans else ())

    def _show_stages(self, review: Review) -> None:
        counts = {
            Stage.TIMELINE: len(review.events),
            Stage.GAPS: len(open_questions(review)),
            Stage.FACTORS: len(review.factors),
            Stage.ACTIONS: len(review.actions),
            Stage.WRAP_UP: len(loose_ends(review)),
        }
        done = frozenset(stage for stage in Stage if ready(review, stage))
        self._screen.query_one(StageBar).show(self._screen.stage, done, counts)

    def _show_keys(self, stage: Stage) -> None:
        shown = commands.in_footer(commands.Place.REVIEW, stage)
        self._screen.query_one(KeyFooter).show(
            [(commands.key_name(c.all_keys[0]), c.footer_text, c.name) for c in shown]
        )


def _gap_spans(review: Review) -> tuple[GapSpan, ...]:
    """Where gaps and open questions lie, in plain values for the strip."""
    answers = [
        GapSpan(gap.label, span.start, span.end, _STATES.get(gap.verdict, "explained"))
        for gap in review.gaps
        if gap.verdict is not Verdict.NOT_A_GAP and (span := span_of(gap, review.events))
    ]
    asked = [
        GapSpan(f"?{question.heuristic}", question.span.start, question.span.end, "open")
        for question in open_questions(review)
        if question.span is not None
    ]
    return (*asked, *answers)


def _matches(row: Row, words: Sequence[str]) -> bool:
    told = " ".join(
        (row.key, row.lead, row.text, row.detail, *(tag.text for tag in row.tags))
    ).casefold()
    return all(word in told for word in words)
