"""When actions are due, their order, and what they lack."""

from datetime import date

from pirtui.domain.action_rules import default_due, in_order, is_open, quality_notes
from pirtui.domain.actions import Action, ActionStatus, Priority

TODAY = date(2024, 3, 5)


def action(number: int, **fields: object) -> Action:
    """An action with this number."""
    return Action(label=f"A{number}", text="x").changed(**fields)


def test_default_due_dates_follow_priority() -> None:
    """Two, four, eight and twelve weeks."""
    assert [(default_due(priority, TODAY) - TODAY).days for priority in Priority] == [14, 28, 56, 84]


def test_actions_stand_by_priority_then_date() -> None:
    """What is done or not done comes last, whatever its priority."""
    actions = (
        action(1),
        action(2, due=TODAY),
        action(3, priority=Priority.CRITICAL, status=ActionStatus.NOT_DOING),
        action(4, priority=Priority.CRITICAL, status=ActionStatus.DONE),
        action(5, priority=Priority.HIGH),
        action(6, priority=Priority.CRITICAL, status=ActionStatus.IN_PROGRESS),
    )
    assert [each.label for each in in_order(actions)] == ["A6", "A5", "A2", "A1", "A4", "A3"]


def test_what_an_action_lacks_is_told() -> None:
    """Owner, date, done test and link; an action that is decided against needs only its reason."""
    assert len(quality_notes(action(1))) == 4
    whole = action(1, owner="jane", due=TODAY, done_test="fired in a drill", evidence=("F1",))
    assert quality_notes(whole) == ()
    assert quality_notes(whole.changed(owner=" ")) == ("no owner",)
    refused = action(1, status=ActionStatus.NOT_DOING)
    assert quality_notes(refused) == ("no reason",)
    assert quality_notes(refused.changed(status_reason="too costly")) == ()


def test_open_means_that_work_remains() -> None:
    """Proposed, agreed and in progress."""
    assert [status.value for status in ActionStatus if is_open(action(1, status=status))] == [
        "proposed",
        "agreed",
        "in-progress",
    ]
