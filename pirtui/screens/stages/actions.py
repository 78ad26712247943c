"""Stage 5: what will change, who owns it, and by when."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import ClassVar

from pirtui.domain import changes
from pirtui.domain.action_checks import checks, heading, set_checks
from pirtui.domain.action_rules import default_due, in_order
from pirtui.domain.action_suggestions import Suggestion, suggestion
from pirtui.domain.actions import Action, ActionKind, ActionStatus, Priority, Strength
from pirtui.domain.days import day_text
from pirtui.domain.review import Review, Stage
from pirtui.screens.rows import heading as row_heading
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
        ordered = in_order(review.actions)
        return tuple(row for title, held in _groups(ordered) for row in _group_rows(title, held))

    def panel(self, review: Review, key: str, now: datetime) -> Panel:
        """What the highlighted action still lacks, and what it rests on."""
        action = changes.find(review, key) if changes.has(review, key) else None
        if not isinstance(action, Action):
            return Panel("Actions", (*_counts(review), *_set_lines(review)))
        found = checks(action, review.people, review.dates.met or now.date())
        warned = [PanelLine(check.said, "", "warning") for check in found if not check.passed]
        fine = ", ".join(check.said for check in found if check.passed)
        lines = [*warned, *_suggested_lines(action)]
        if fine:
            lines.append(PanelLine(f"In place: {fine}", "", "muted"))
        rests = [PanelLine(label, text_of(review, label)) for label in action.evidence]
        return Panel(f"{key}: {heading(found)}", (*lines, *rests, *_set_lines(review)))

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


def _groups(ordered: Sequence[Action]) -> Iterator[tuple[str, list[Action]]]:
    """What is agreed, what is only proposed, and what was decided against, each under its heading."""
    kept = (ActionStatus.PROPOSED, ActionStatus.NOT_DOING)
    yield "Agreed", [action for action in ordered if action.status not in kept]
    yield "Candidates", [action for action in ordered if action.status is ActionStatus.PROPOSED]
    yield "Not doing, because", [a for a in ordered if a.status is ActionStatus.NOT_DOING]


def _group_rows(title: str, held: Sequence[Action]) -> Iterator[Row]:
    if held:
        yield row_heading(f"{title}: {len(held)}")
    yield from (_action_row(action) for action in held)


def _suggests(action: Action) -> bool:
    return action.status not in _SETTLED and not suggestion(action).is_empty


def _suggested_lines(action: Action) -> Iterator[PanelLine]:
    found = suggestion(action)
    if not found.is_empty:
        yield PanelLine(f"Ctrl+Y takes over: {_suggested_text(found)}", "", "accent")
    if found.done_test:
        yield PanelLine(f"Done when, for example: {found.done_test}", "", "muted")


def _suggested_text(found: Suggestion) -> str:
    said = (
        f"~{found.kind.value}" if found.kind else "",
        found.family.value.replace("-", " ") if found.family else "",
        _STRENGTHS[found.strength] if found.strength else "",
    )
    return ", ".join(each for each in said if each)


def _set_lines(review: Review) -> Iterator[PanelLine]:
    for check in set_checks(review):
        if not check.passed:
            yield PanelLine(f"All actions: {check.said}", "", "warning")


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
    if _suggests(action):
        yield Tag(f"{_suggested_text(suggestion(action))}?", "muted")
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
