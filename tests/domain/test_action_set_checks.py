"""What the actions of a review make together."""

import pytest

from pirtui.domain import changes
from pirtui.domain.action_set_checks import set_checks
from pirtui.domain.actions import Action, ActionKind, ActionStatus, Priority, Strength
from pirtui.domain.factors import Category, Factor, Theme
from tests.domain.making import review_of


def action(**fields: object) -> Action:
    """An agreed action that raises nothing."""
    given: dict[str, object] = {
        "status": ActionStatus.AGREED,
        "strength": Strength.STRONGER,
        "kind": ActionKind.PREVENT,
    }
    return Action(label="A0", text="x").changed(**{**given, **fields})


def test_a_good_list_asks_nothing() -> None:
    """And so does an empty one."""
    assert set_checks(review_of()) == ()
    assert set_checks(review_of(action(), action())) == ()


def test_a_theme_without_an_action_is_named() -> None:
    """Until it has one, or is accepted with a reason."""
    factor = Factor(label="F0", category=Category.HUMAN, text="x", themes=("overload",))
    review = review_of(factor, action())
    assert set_checks(review) == ("#overload has no action yet. One, or /accept overload because …?",)
    theme = changes.find(review, "T1")
    assert isinstance(theme, Theme)
    assert set_checks(changes.put(review, theme.changed(accepted_because="cost"))) == ()


@pytest.mark.parametrize(
    ("actions", "begins"),
    [
        ([action(strength=Strength.WEAKER)], "None is ●●●"),
        ([action() for _ in range(8)], "8 are agreed"),
        ([action(kind=ActionKind.DETECT)] * 2, "All of them detect"),
        ([action(priority=Priority.HIGH)], "A1: critical or high"),
    ],
)
def test_each_thing_worth_a_look_is_one_sentence(actions: list[Action], begins: str) -> None:
    """Strength, number, kinds and the tracker."""
    (told,) = set_checks(review_of(*actions))
    assert told.startswith(begins)


def test_candidates_do_not_count_as_agreed() -> None:
    """Many ideas are welcome, and a candidate needs no ticket yet; what is not done asks for nothing."""
    ideas = [action(status=ActionStatus.PROPOSED, priority=Priority.HIGH) for _ in range(9)]
    against = action(status=ActionStatus.NOT_DOING, strength=Strength.WEAKER)
    assert set_checks(review_of(*ideas, against)) == ()
    assert set_checks(review_of(against)) == ()
