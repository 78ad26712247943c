"""When an action is due, in which order actions are shown, and what one still lacks.

Source: research/facilitation.md, section 4.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from pirtui.domain.actions import Action, ActionStatus, Priority, Strength

WEEKS = {Priority.CRITICAL: 2, Priority.HIGH: 4, Priority.MEDIUM: 8, Priority.LOW: 12}
"""Weeks until an action of each priority is due: four and eight are from the source, two and twelve
are our judgement."""

STRENGTH_TEXT = {
    Strength.STRONGER: "●●● stronger",
    Strength.INTERMEDIATE: "●●○ intermediate",
    Strength.WEAKER: "●○○ weaker",
}
"""How strength is shown: marks that a screen without colour tells apart, with the word."""

_PRIORITY_PLACE = {priority: place for place, priority in enumerate(Priority)}
_FINISHED = (ActionStatus.DONE, ActionStatus.VERIFIED)
_STATUS_PLACE = {ActionStatus.DONE: 1, ActionStatus.VERIFIED: 1, ActionStatus.NOT_DOING: 2}


def default_due(priority: Priority, today: date) -> date:
    """The day by which an action of this priority is due unless the room says otherwise."""
    return today + timedelta(weeks=WEEKS[priority])


def is_open(action: Action) -> bool:
    """Whether work remains: neither done nor decided against."""
    return action.status not in _STATUS_PLACE


def is_finished(action: Action) -> bool:
    """Whether the action is done, verified or not."""
    return action.status in _FINISHED


def in_order(actions: Iterable[Action]) -> tuple[Action, ...]:
    """By priority, then due date, then entry; what is done and what is not done come last."""
    return tuple(sorted(actions, key=_place))


def _place(action: Action) -> tuple[int, int, date, int]:
    status = _STATUS_PLACE.get(action.status, 0)
    return status, _PRIORITY_PLACE[action.priority], action.due or date.max, action.number


def quality_notes(action: Action) -> tuple[str, ...]:
    """What the action still lacks, in a few words each; an action not done lacks at most its reason."""
    if action.status is ActionStatus.NOT_DOING:
        return () if action.status_reason.strip() else ("no reason",)
    lacks = (
        ("no owner", not action.owner.strip()),
        ("no due date", action.due is None and not is_finished(action)),
        ("no done test", not action.done_test.strip()),
        ("no link to a factor or gap", not action.evidence),
    )
    return tuple(note for note, missing in lacks if missing)
