"""Stage 6: what we take away, what is still loose, and when the report is due."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import ClassVar

from pirtui.domain import changes, parking
from pirtui.domain.changes import LETTERS
from pirtui.domain.close_round import CloseRound, close_round_text
from pirtui.domain.closing import reopened
from pirtui.domain.days import day_text
from pirtui.domain.deadlines import deadlines
from pirtui.domain.learnings import LearningKind, Parked, ParkedKind
from pirtui.domain.loose_ends import QUESTION_SIGN, LooseEnd, closed_with_a_reason, loose_ends
from pirtui.domain.meeting import Deadline
from pirtui.domain.review import Review, Stage
from pirtui.domain.thread import whole_chain
from pirtui.screens.rows import heading, hint
from pirtui.screens.stages.base import Intent, Panel, PanelLine, StageView, people_names
from pirtui.widgets.item_list import Row, Tag

LOOSE_END = "~"
"""The sign before a loose end's key, where an item has its label."""

CLOSED_END = "="
"""The same for an end that a reason closes."""

_HEADINGS = {
    LearningKind.WELL: "Went well",
    LearningKind.LUCKY: "Got lucky",
    LearningKind.SURPRISE: "What surprised us",
    LearningKind.WRONG: "Went wrong",
    LearningKind.LEARNED: "Learned",
    LearningKind.QUESTION: "Open questions",
}
_BECOMES = {
    ParkedKind.ACTION: "make it an action",
    ParkedKind.QUESTION: "make it an open question",
    ParkedKind.OFF_TOPIC: "set it aside",
}
CLOSE_ROUND = "round"
"""The key of the row that stands for the closing round."""

_ROUND_HINT = "Show of hands, no names: who learned something? who would come again?  /hands 6 7 of 8"
_STATE_TONES = {"done": "good", "overdue": "alert", "due": "warning"}


class WrapUpStage(StageView):
    """Takeaways, parked remarks and loose ends; Enter on a loose end goes to it."""

    stage: ClassVar[Stage] = Stage.WRAP_UP
    grammar: ClassVar[str] = "wrap-up"
    placeholder: ClassVar[str] = (
        "well: what helped   lucky:   surprise:   learned:   question: … @who due:fri"
    )

    def rows(self, review: Review) -> Sequence[Row]:
        """Takeaways by kind, parked remarks, then every other loose end of the whole review."""
        return (
            *_learning_rows(review),
            *_parked_rows(review),
            *_round_rows(review),
            *_loose_end_rows(review),
            *_closed_end_rows(review),
        )

    def panel(self, review: Review, key: str, now: datetime) -> Panel:
        """The deadlines of this review, and how much of what follows goes back to an event."""
        lines = (*(_deadline_line(each) for each in deadlines(review, now)), *_chain_lines(review))
        return Panel("Deadlines", lines)

    def removed(self, review: Review, key: str) -> Intent | None:
        """Take away the reason that closes a loose end, or the count of hands."""
        if key == CLOSE_ROUND:
            return _without_round() if review.close_round.is_counted else None
        if not key.startswith(CLOSED_END):
            return None
        ends = {end.key: end for end in closed_with_a_reason(review)}
        end = ends.get(key.removeprefix(CLOSED_END))
        return Intent(f"Reopen {end.place}", lambda fresh: reopened(fresh, end.key)) if end else None

    def marked(self, review: Review, key: str) -> Intent | None:
        """Turn a parked remark into what it asks for; a resolved one is open again."""
        parked = changes.find(review, key) if changes.has(review, key) else None
        if not isinstance(parked, Parked):
            return None
        if parked.resolution:
            return Intent(f"Reopen {key}", lambda fresh: parking.reopened(fresh, key))
        return Intent(f"Resolve {key}", lambda fresh: parking.settled(fresh, key))

    def completions(self, review: Review) -> dict[str, tuple[str, ...]]:
        """The kinds of takeaway at the start of the line, owners after `@`."""
        return {"": tuple(f"{kind.value}:" for kind in LearningKind), "@": people_names(review)}


def _without_round() -> Intent:
    return Intent(
        "Clear the closing round", lambda fresh: changes.updated(fresh, close_round=CloseRound())
    )


def _learning_rows(review: Review) -> Iterator[Row]:
    if not review.learnings:
        yield hint("well: what helped    lucky: what saved us    surprise: what surprised us")
    for kind, title in _HEADINGS.items():
        said = [learning for learning in review.learnings if learning.kind is kind]
        if said:
            yield heading(title)
        for learning in said:
            tags = [Tag(f"@{learning.owner}", "strong")] if learning.owner else []
            tags += [Tag(f"due {day_text(learning.due)}", "muted")] if learning.due else []
            yield Row(key=learning.label, badge=learning.label, text=learning.text, tags=tuple(tags))


def _parked_rows(review: Review) -> Iterator[Row]:
    if review.parked:
        yield heading("Parked")
    for parked in review.parked:
        open_still = not parked.resolution
        yield Row(
            key=parked.label,
            lead=parked.kind.value,
            badge=parked.label,
            text=parked.text,
            tags=tuple(_parked_tags(parked)),
            detail=parked.resolution,
            tone="" if open_still else "muted",
        )


def _parked_tags(parked: Parked) -> Iterator[Tag]:
    if origin := parking.origin_text(parked):
        yield Tag(origin, "muted")
    if not parked.resolution:
        yield Tag(f"Space: {_BECOMES[parked.kind]}", "warning")


def _round_rows(review: Review) -> Iterator[Row]:
    counted = review.close_round
    yield heading("Close of the meeting")
    yield Row(
        key=CLOSE_ROUND,
        text=close_round_text(counted) if counted.is_counted else _ROUND_HINT,
        tone="" if counted.is_counted else "muted",
    )


def _loose_end_rows(review: Review) -> Iterator[Row]:
    ends = [end for end in loose_ends(review) if not end.label.startswith(LETTERS[Parked])]
    if not ends:
        yield heading("Loose ends")
        yield hint("Nothing is loose. F9 exports the report.")
        return
    yield heading(f"Loose ends: {len(ends)}")
    for end in ends:
        yield _end_row(end, LOOSE_END, "warning")


def _closed_end_rows(review: Review) -> Iterator[Row]:
    ends = closed_with_a_reason(review)
    if ends:
        yield heading("Closed with a reason")
    for end in ends:
        yield _end_row(end, CLOSED_END, "muted")


def _end_row(end: LooseEnd, sign: str, tone: str) -> Row:
    return Row(
        key=f"{sign}{end.key}",
        lead=end.stage.heading,
        badge=end.label[:1] if end.label.startswith(QUESTION_SIGN) else end.label,
        text=end.text,
        detail=f"Because: {end.reason}" if end.reason else "",
        tone=tone,
    )


def _chain_lines(review: Review) -> Iterator[PanelLine]:
    chain = whole_chain(review)
    if chain.actions:
        is_whole = len(chain.traced) == len(chain.actions)
        count = f"{len(chain.traced)} of {len(chain.actions)}"
        yield PanelLine("actions traced to an event", count, "good" if is_whole else "warning")


def _deadline_line(deadline: Deadline) -> PanelLine:
    tone = _STATE_TONES.get(deadline.state, "muted")
    due = deadline.due.date() if isinstance(deadline.due, datetime) else deadline.due
    when = "not known yet" if due is None else day_text(due)
    return PanelLine(deadline.name, f"{when} ({deadline.state})", tone)
