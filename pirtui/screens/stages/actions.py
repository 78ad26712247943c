"""Stage 5: what will change, who owns it, and by when."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import ClassVar

from pirtui.capture import words
from pirtui.capture.actions import suggestion_words
from pirtui.capture.context import line_context
from pirtui.capture.due_dates import today
from pirtui.domain import changes
from pirtui.domain.action_owners import owner_names
from pirtui.domain.action_rules import STRENGTH_TEXT, default_due, in_order
from pirtui.domain.action_suggestions import suggested
from pirtui.domain.actions import Action, ActionKind, ActionStatus, FixFamily, Priority, Strength
from pirtui.domain.days import day_text, due_words
from pirtui.domain.review import Review, Stage
from pirtui.screens.rows import heading, hint
from pirtui.screens.stages.action_panel import action_panel, list_hint, list_panel
from pirtui.screens.stages.base import Intent, Panel, StageView, setting
from pirtui.widgets.item_list import Row, Tag

_CYCLE = (
    ActionStatus.PROPOSED,
    ActionStatus.AGREED,
    ActionStatus.IN_PROGRESS,
    ActionStatus.DONE,
    ActionStatus.VERIFIED,
)
_SETTLED = (ActionStatus.DONE, ActionStatus.VERIFIED, ActionStatus.NOT_DOING)
_GROUPS: tuple[tuple[str, tuple[ActionStatus, ...]], ...] = (
    ("Agreed", tuple(status for status in _CYCLE if status is not ActionStatus.PROPOSED)),
    ("Candidates", (ActionStatus.PROPOSED,)),
    ("Not doing, because", (ActionStatus.NOT_DOING,)),
)
_DUE_WORDS = ("tomorrow", "fri", "next-fri", "eow", "+1w", "+2w", "+4w", "+8w", "eom", "eoq")


class ActionsStage(StageView):
    """Actions agreed, proposed and decided against; Space moves one on from proposed to verified."""

    stage: ClassVar[Stage] = Stage.ACTIONS
    grammar: ClassVar[str] = "actions"
    refers_to: ClassVar[str] = "FGS"
    placeholder: ClassVar[str] = (
        'verb-first change @owner due:+2w !high ~detect done:"how we can tell" [F1]'
    )

    def rows(self, review: Review) -> Sequence[Row]:
        """Every action in its group, the most pressing first; beneath, what the whole list asks."""
        if not review.actions:
            return (
                hint("Which factor or gap does this change, and how?"),
                hint('Page on-call when lag > 10k @jane due:fri ~detect done:"fired in a drill" [F2]'),
                hint("Three to seven actions are plenty. Space marks one as agreed."),
            )
        day = today(line_context(review, self.now)) if self.now else None
        asked = list_hint(review)
        return (*_grouped(review, day), *((hint(asked),) if asked else ()))

    def panel(self, review: Review, key: str, now: datetime) -> Panel:
        """The checks of the highlighted action in words, what it rests on, and the list as a whole."""
        action = changes.find(review, key) if changes.has(review, key) else None
        if not isinstance(action, Action):
            return list_panel(review)
        return action_panel(review, action, today(line_context(review, now)))

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
        """Owners after `@`, those in the room first; kinds, priorities, days and the other choices."""
        return {
            "@": tuple(words.marked("@", name)[1:] for name in owner_names(review.people)),
            "~": tuple(each.value for each in ActionKind),
            "!": tuple(each.value for each in Priority),
            "due:": _DUE_WORDS,
            "strength:": tuple(each.value for each in Strength),
            "family:": tuple(each.value for each in FixFamily),
            "status:": tuple(each.value for each in ActionStatus),
        }


def _grouped(review: Review, day: date | None) -> Iterator[Row]:
    ordered = in_order(review.actions)
    for name, statuses in _GROUPS:
        held = [action for action in ordered if action.status in statuses]
        if held:
            yield heading(name)
            yield from (_action_row(action, day) for action in held)


def _action_row(action: Action, day: date | None) -> Row:
    return Row(
        key=action.label,
        lead=action.priority.value,
        badge=action.label,
        text=action.text,
        tags=tuple(_action_tags(action, day)),
        detail=f"Done when: {action.done_test}" if action.done_test else "",
        tone="muted" if action.status in _SETTLED else "",
    )


def _action_tags(action: Action, day: date | None) -> Iterator[Tag]:
    agreed = action.status is not ActionStatus.PROPOSED
    yield Tag(_status_text(action), "good" if agreed else "warning")
    yield Tag(f"@{action.owner}", "strong") if action.owner else Tag("no owner", "warning")
    yield Tag(_due_text(action.due, day), "strong") if action.due else Tag("no date", "warning")
    if action.strength:
        yield Tag(STRENGTH_TEXT[action.strength], "muted")
    if action.kind:
        yield Tag(f"~{action.kind.value}", "muted")
    if action.family:
        yield Tag(action.family.value.replace("-", " "), "muted")
    for word in suggestion_words(suggested(action)):
        yield Tag(f"{word}?", "muted")
    if action.evidence:
        yield Tag(f"[{', '.join(action.evidence)}]", "muted")
    if action.tracker:
        yield Tag(action.tracker, "muted")


def _status_text(action: Action) -> str:
    told = action.status.value.replace("-", " ")
    return f"{told}: {action.status_reason}" if action.status_reason else told


def _due_text(due: date, day: date | None) -> str:
    return f"due {due_words(due, day) if day else day_text(due)}"
