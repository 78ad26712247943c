"""The rows of the library's list, and the ones that teach the first step."""

from collections.abc import Sequence
from datetime import datetime

from pirtui.domain.deadlines import DeadlineState, review_deadline
from pirtui.domain.moment_text import day_text
from pirtui.domain.summaries import ReviewSummary
from pirtui.screens.stages.base import heading, hint
from pirtui.widgets.item_list import Row, Tag

_WELCOME = (
    heading("A review begins with the incident's title"),
    hint("Type the title and press Enter, for example: Checkout errors after the cache upgrade"),
    hint(""),
    hint("Then the room goes through six stages, in any order and at any time:"),
    hint("1 Prepare   2 Timeline   3 Gaps   4 Factors   5 Actions   6 Wrap-up"),
    hint(""),
    hint("Every line is saved the moment you press Enter. F1 shows the keys."),
    hint("To look around first, leave with F10 and run: pirtui demo"),
)


def matching(summaries: Sequence[ReviewSummary], words: str) -> tuple[ReviewSummary, ...]:
    """The reviews whose title, ref, severity, status or stage hold all the words."""
    wanted = words.casefold().split()

    def told(summary: ReviewSummary) -> str:
        parts = (summary.title, summary.ref, summary.severity, summary.status.value, summary.stage.value)
        return " ".join(parts).casefold()

    return tuple(s for s in summaries if all(word in told(s) for word in wanted))


def library_rows(
    summaries: Sequence[ReviewSummary], now: datetime, *, words: str, broken: str, any_at_all: bool
) -> tuple[Row, ...]:
    """A row for each review, or what to do when there is none to show."""
    if broken:
        return (heading("The library cannot be opened"), hint(broken))
    if not any_at_all:
        return _WELCOME
    if not summaries:
        return (hint(f"No review says “{words}”. Esc shows them all; /new TITLE starts one."),)
    return tuple(_row(summary, now) for summary in summaries)


def _row(summary: ReviewSummary, now: datetime) -> Row:
    return Row(
        key=summary.ref,
        lead=summary.on.isoformat() if summary.on else "no date",
        badge=summary.severity or "-",
        text=summary.title or summary.ref,
        tags=tuple(_tags(summary, now)),
        tone="muted" if summary.archived else "",
    )


def _tags(summary: ReviewSummary, now: datetime) -> list[Tag]:
    stage = f"{summary.stage.number} {summary.stage.heading}"
    tags = [Tag(summary.status.value.replace("-", " "), "muted"), Tag(f"at {stage}", "accent")]
    if summary.open_actions:
        tags.append(Tag(_counted(summary.open_actions, "open action"), "muted"))
    if summary.archived:
        tags.append(Tag("archived", "muted"))
    deadline = review_deadline(summary, now)
    if deadline is not None and deadline.due is not None:
        day = deadline.due.date() if isinstance(deadline.due, datetime) else deadline.due
        late = deadline.state is DeadlineState.OVERDUE
        words = f"review overdue since {day_text(day)}" if late else f"review by {day_text(day)}"
        if deadline.state is not DeadlineState.DONE:
            tags.append(Tag(words, "alert" if late else "warning"))
    return tags


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
