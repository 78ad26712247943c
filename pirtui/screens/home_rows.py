"""The rows of the library's list, in columns that fit the terminal, and the ones that teach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from rich.cells import cell_len

from pirtui.domain.days import day_text
from pirtui.domain.durations import duration_text
from pirtui.domain.meeting import Deadline, DeadlineState, review_deadline
from pirtui.domain.summaries import ReviewSummary
from pirtui.domain.visible import visible
from pirtui.screens.rows import heading, hint
from pirtui.widgets.item_list import Row, Tag
from pirtui.widgets.wrapping import elided

_DATE, _SEVERITY, _STATUS, _STAGE = 10, 4, 9, 10
_ACTIONS_IN_WORDS, _ACTIONS_IN_SHORT = len("12 open actions"), len("12 open")
_DEADLINE_IN_WORDS, _DEADLINE_IN_SHORT = len("review due Wed 25 Nov"), len("due Wed 25 Nov")
_BEFORE_TITLE = 2 + _DATE + 1 + _SEVERITY + 1
_BETWEEN = 2
_NARROWEST_TITLE = 26
_NARROWEST_IN_TWO_LINES = 61

_WELCOME = (
    heading("A review begins with the incident's title"),
    hint("Type the incident's title and press Enter, for example:"),
    hint("Checkout errors after the cache upgrade"),
    hint(""),
    hint("Then the room goes through six stages, in any order and at any time:"),
    hint("1 Prepare   2 Timeline   3 Gaps   4 Factors   5 Actions   6 Wrap-up"),
    hint("What happened, where time was lost, what contributed, what will change."),
    hint(""),
    hint("Every line is saved the moment you press Enter. F1 shows the keys."),
    hint("To look around first, leave with F10 and run: pirtui demo"),
)


@dataclass(frozen=True)
class Columns:
    """How a review is laid out: all in one line, or its state on a second line under the title.

    `title` is the title's width in cells, 0 where the terminal is too narrow to align anything.
    """

    title: int
    one_line: bool
    in_words: bool

    @property
    def actions(self) -> int:
        """The width of the open actions."""
        return _ACTIONS_IN_WORDS if self.in_words else _ACTIONS_IN_SHORT


def columns_for(width: int) -> Columns:
    """The columns for a list of this width, in cells."""
    body = width - _BEFORE_TITLE
    for in_words in (True, False):
        title = body - _state_width(in_words)
        if title >= _NARROWEST_TITLE * (2 if in_words else 1):
            return Columns(title, one_line=True, in_words=in_words)
    if body >= _NARROWEST_IN_TWO_LINES:
        return Columns(body, one_line=False, in_words=True)
    return Columns(0, one_line=False, in_words=True)


def column_names(columns: Columns) -> str:
    """What stands above the columns; nothing where the rows take more than a line."""
    if not columns.one_line:
        return ""
    names = (
        f"  {'Date':{_DATE}} {'Sev':{_SEVERITY}} {'Title':{columns.title}}",
        f"{'Status':{_STATUS}}",
        f"{'Stage':{_STAGE}}",
        f"{'Actions':{columns.actions}}",
        "Review",
    )
    return (" " * _BETWEEN).join(names)


def matching(summaries: Sequence[ReviewSummary], words: str) -> tuple[ReviewSummary, ...]:
    """The reviews whose title, ref, severity, kind, status or stage hold all the words."""
    wanted = words.casefold().split()
    return (
        tuple(s for s in summaries if all(word in _told(s) for word in wanted))
        if wanted
        else tuple(summaries)
    )


def _told(summary: ReviewSummary) -> str:
    status = summary.status.value
    parts = (
        summary.title,
        summary.ref,
        summary.severity,
        summary.kind.replace("_", " "),
        status,
        status.replace("-", " "),
        summary.stage.value,
        "archived" if summary.archived else "",
    )
    return " ".join(parts).casefold()


def library_rows(
    summaries: Sequence[ReviewSummary], now: datetime, *, width: int, words: str, any_at_all: bool
) -> tuple[Row, ...]:
    """A row for each review, or what to do when there is none to show; `width` is in cells."""
    if not any_at_all:
        return _WELCOME
    if not summaries:
        return (
            hint(f"No review says “{visible(words)}”."),
            hint("Esc shows them all; /new TITLE starts one."),
        )
    columns = columns_for(width)
    return tuple(_row(summary, columns, now) for summary in summaries)


def problem_rows(problem: str) -> tuple[Row, ...]:
    """What stands in place of the list when the library cannot be read."""
    return (
        heading("The library cannot be opened"),
        hint(problem),
        hint(""),
        hint("Enter tries again; F10 leaves."),
    )


def _row(summary: ReviewSummary, columns: Columns, now: datetime) -> Row:
    title = visible(summary.title or summary.ref)
    return Row(
        key=summary.ref,
        lead=f"{summary.on.isoformat() if summary.on else 'no date':{_DATE}}",
        badge=f"{summary.severity or '-':{_SEVERITY}}",
        text=_padded(title, columns.title) if columns.title else title,
        tags=_state(summary, columns, now),
        tone="muted" if summary.archived else "",
    )


def _state(summary: ReviewSummary, columns: Columns, now: datetime) -> tuple[Tag, ...]:
    status = "archived" if summary.archived else summary.status.value.replace("-", " ")
    tags = (
        _in_column(status, _STATUS, columns, "muted"),
        _in_column(f"{summary.stage.number} {summary.stage.heading}", _STAGE, columns, "accent"),
        _in_column(_actions(summary, columns), columns.actions, columns, ""),
        _deadline(summary, columns, now),
    )
    return tags if columns.title else tuple(tag for tag in tags if tag.text)


def _in_column(text: str, width: int, columns: Columns, tone: str) -> Tag:
    return Tag(text.ljust(width) if columns.title else text, tone)


def _actions(summary: ReviewSummary, columns: Columns) -> str:
    if not summary.open_actions:
        return ""
    if not columns.in_words:
        return f"{summary.open_actions} open"
    return f"{summary.open_actions} open action{'' if summary.open_actions == 1 else 's'}"


def _deadline(summary: ReviewSummary, columns: Columns, now: datetime) -> Tag:
    deadline = review_deadline(summary, now)
    if deadline is None:
        return Tag("")
    if deadline.state is DeadlineState.DONE:
        return Tag(f"held {_day(summary.met, now)}" if summary.met else "", "muted")
    if not isinstance(deadline.due, datetime):
        return Tag("")
    return _pending(deadline, deadline.due, columns, now)


def _pending(deadline: Deadline, due: datetime, columns: Columns, now: datetime) -> Tag:
    if deadline.state is DeadlineState.OVERDUE:
        return Tag(f"overdue by {_roughly((now - due).total_seconds() / 60)}", "alert")
    review = "review " if columns.in_words else ""
    tone = "warning" if deadline.state is DeadlineState.DUE else "muted"
    return Tag(f"{review}due {_day(due.date(), now)}", tone)


def _roughly(minutes: float) -> str:
    """A length of time by its largest unit: `2 d`, `5 h`, `20 min`."""
    return " ".join(duration_text(max(minutes, 1)).split()[:2])


def _day(day: date, now: datetime) -> str:
    """A day in words; the year only where it is another one."""
    return day_text(day) if day.year != now.year else f"{day:%a} {day.day} {day:%b}"


def _state_width(in_words: bool) -> int:
    actions = _ACTIONS_IN_WORDS if in_words else _ACTIONS_IN_SHORT
    deadline = _DEADLINE_IN_WORDS if in_words else _DEADLINE_IN_SHORT
    return _STATUS + _STAGE + actions + deadline + 4 * _BETWEEN


def _padded(text: str, width: int) -> str:
    shown = elided(text, width)
    return shown + " " * max(width - cell_len(shown), 0)
