"""What the actions of a review make together: a few things worth a look, none of which blocks anything.

Source: research/facilitation.md, section 4.
"""

from collections.abc import Callable, Iterator, Sequence

from pirtui.domain.actions import Action, ActionKind, ActionStatus, Priority, Strength
from pirtui.domain.loose_ends import themes_without_action
from pirtui.domain.review import Review

MOST_AGREED = 7
"""More than so many agreed actions are seldom all done; our judgement."""

_NOT_AGREED = (ActionStatus.PROPOSED, ActionStatus.NOT_DOING)
_PRESSING = (Priority.CRITICAL, Priority.HIGH)
_FEWEST_OF_A_KIND = 2


def set_checks(review: Review) -> tuple[str, ...]:
    """What is worth a look in the whole list, one sentence each; nothing while there are no actions."""
    going = tuple(each for each in review.actions if each.status is not ActionStatus.NOT_DOING)
    if not going:
        return ()
    agreed = tuple(each for each in going if each.status not in _NOT_AGREED)
    return (*_themes(review), *(text for check in _CHECKS for text in check(going, agreed)))


def _themes(review: Review) -> Iterator[str]:
    for theme in themes_without_action(review):
        yield f"#{theme.name} has no action yet. One, or /accept {theme.name} because …?"


def _strong_enough(going: Sequence[Action], _agreed: Sequence[Action]) -> Iterator[str]:
    strengths = {action.strength for action in going}
    if strengths == {None}:
        return
    if strengths.isdisjoint((Strength.STRONGER, Strength.INTERMEDIATE)):
        yield "None is ●●● stronger or ●●○ intermediate yet. What could the system itself hold?"


def _few_enough(_going: Sequence[Action], agreed: Sequence[Action]) -> Iterator[str]:
    if len(agreed) > MOST_AGREED:
        yield f"{len(agreed)} are agreed. If you keep only {MOST_AGREED}, which ones?"


def _not_all_detection(going: Sequence[Action], _agreed: Sequence[Action]) -> Iterator[str]:
    kinds = {action.kind for action in going}
    if len(going) >= _FEWEST_OF_A_KIND and kinds == {ActionKind.DETECT}:
        yield "All of them detect. Would one lower the chance, or limit the harm?"


def _tracked(_going: Sequence[Action], agreed: Sequence[Action]) -> Iterator[str]:
    untracked = [
        action.label for action in agreed if action.priority in _PRESSING and not action.tracker.strip()
    ]
    if untracked:
        yield f"{', '.join(untracked)}: critical or high, and not in the tracker yet (/tracker)."


_CHECKS: tuple[Callable[[Sequence[Action], Sequence[Action]], Iterator[str]], ...] = (
    _strong_enough,
    _few_enough,
    _not_all_detection,
    _tracked,
)
