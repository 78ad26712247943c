"""Stage 5: what will change, who owns it, and by when."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import ClassVar

from pirtui.domain import changes
from pirtui.domain.action_rules import default_due, in_order, quality_notes
from pirtui.domain.actions import Action, ActionKind, ActionStatus, Priority, Strength
from pirtui.domain.days import day_text
from pirtui.domain.review import Review, Stage
from pirtui.screens.rows import hint
from pirtui.screens.stages.base import (
    Intent,
    Panel,
    PanelLine,
    StageView,
    people_names,
    setting,
    text_of,
)
from pirtui.widgets.item_list import Row, Tag

_CYCLE = (
    ActionStatus.PROPOSED,
    ActionStatus.AGREED,
    ActionStatus.IN_PROGRESS,
    ActionStatus.DONE,
    ActionStatus.VERIFIED,
)
_STRENGTHS = {
    Strength.STRONGER: "●●● stronger",
    Strength.INTERMEDIATE: "●●○ intermediate",
    Strength.WEAKER: "●○○ weaker",
}
_SETTLED = (ActionStatus.DONE, ActionStatus.VERIFIED, ActionStatus.NOT_DOING)


class ActionsStage(StageView):
    """Actions by priority and date; Space moves one on from proposed to verified."""

    stage: ClassVar[Stage] = Stage.ACTIONS
    grammar: ClassVar[str] = "actions"
    refers_to: ClassVar[str] = "FGS"
    placeholder: ClassVar[str] = (
        'verb-first change @owner due:+2w !high ~detect done:"how we can tell" [F1]'
    )

    def rows(self, review: Review) -> Sequence[Row]:
        """Every action, the most pressing first."""
        if not review.actions:
            return (
                hint("Which factor or gap does this change, and how?"),
                hint('Page on-call when lag > 10k @jane due:fri ~detect done:"fired in a drill" [F2]'),
                hint("Three to seven actions are plenty. Space marks one as agreed."),
            )
        return tuple(_action_row(action) for action in in_order(review.actions))

    def panel(self, review: Review, key: str, now: datetime) -> Panel:
        """What the highlighted action still lacks, and what it rests on."""
        action = changes.find(review, key) if changes.has(review, key) else None
        if not isinstance(action, Action):
            return Panel("Actions", tuple(_counts(review)))
        lacks = [PanelLine(note, "", "warning") for note in quality_notes(action)]
        rests = [PanelLine(label, text_of(review, label)) for label in action.evidence]
        return Panel(f"{key}", (*(lacks or [PanelLine("complete", "", "good")]), *rests))

    def marked(self, review: Review, key: str) -> Intent | None:
        """The next status on the way from proposed to verified; an agreed action gets a date."""
        action = changes.find(review, key)
        if not isinstance(action, Action):
            return None
        place = _CYCLE.index(action.status) if action.status in _CYCLE else -1
        status = _CYCLE[(place + 1) % len(_CYCLE)]
        due = action.due
        if status is ActionStatus.AGREED and due is None:
            due = default_due(action.priority, review.dates.met or review.dates.created.date())
        return setting(key, f"Mark {key}: {status.value.replace('-', ' ')}", status=status, due=due)

    def completions(self, review: Review) -> dict[str, tuple[str, ...]]:
        """Owners after `@`, kinds after `~`, priorities after `!`."""
        return {
            "@": people_names(review),
            "~": tuple(each.value for each in ActionKind),
            "!": tuple(each.value for each in Priority),
        }


def _action_row(action: Action) -> Row:
    return Row(
        key=action.label,
        lead=action.priority.value,
        badge=action.label,
        text=action.text,
        tags=tuple(_action_tags(action)),
        detail=f"Done when: {action.done_test}" if action.done_test else "",
        tone="muted" if action.status in _SETTLED else "",
    )


def _action_tags(action: Action) -> Iterator[Tag]:
    agreed = action.status is not ActionStatus.PROPOSED
    yield Tag(_status_text(action), "good" if agreed else "warning")
    yield Tag(f"@{action.owner}", "strong") if action.owner else Tag("no owner", "warning")
    yield Tag(_due_text(action.due), "strong") if action.due else Tag("no date", "warning")
    if action.kind:
        yield Tag(f"~{action.kind.value}", "muted")
    if action.strength:
        yield Tag(_STRENGTHS[action.strength], "muted")
    if action.evidence:
        yield Tag(f"[{', '.join(action.evidence)}]", "muted")
    if action.tracker:
        yield Tag(action.tracker, "muted")


def _status_text(action: Action) -> str:
    words = action.status.value.replace("-", " ")
    return f"{words}: {action.status_reason}" if action.status_reason else words


def _due_text(due: date) -> str:
    return f"due {day_text(due)}"


def _counts(review: Review) -> Iterator[PanelLine]:
    for status in ActionStatus:
        number = sum(action.status is status for action in review.actions)
        if number:
            yield PanelLine(status.value.replace("-", " "), str(number))
