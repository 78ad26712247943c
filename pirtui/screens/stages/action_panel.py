"""The panel beside the actions: what each has in place, what would help, and the list as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from pirtui.domain.action_set_checks import set_checks
from pirtui.domain.actions import Action, ActionStatus
from pirtui.domain.review import Review
from pirtui.screens.stages.base import Panel, PanelLine, text_of

if TYPE_CHECKING:
    from pirtui.domain.action_checks import ActionCheck

_LONGEST = 36


def action_panel(review: Review, action: Action, today: date) -> Panel:
    """What would help this action first, then what is in place, what it rests on, and the whole list."""
    # The word lists of the checks take a while to read, and the other stages do without them.
    from pirtui.domain.action_checks import CheckContext, action_checks, in_place

    checks = action_checks(action, CheckContext(today, review.dates.met, review.people))
    helps = [_help_line(check) for check in checks if not check.passed]
    passed = [_passed_line(check) for check in checks if check.passed]
    rests = [PanelLine(label, text_of(review, label)) for label in action.evidence]
    told = f"{in_place(checks)} of {len(checks)} in place"
    return Panel(_heading(action, told), (*helps, *passed, *rests, *_whole_list(review)))


def list_panel(review: Review) -> Panel:
    """How many actions there are of each status, and what the whole list asks."""
    return Panel("Actions", (*_counts(review), *_whole_list(review)))


def list_hint(review: Review) -> str:
    """One quiet line about the list as a whole; empty where nothing is worth a look."""
    asked = set_checks(review)
    if not asked:
        return ""
    more = f" And {len(asked) - 1} more in the panel (F6)." if len(asked) > 1 else ""
    return f"All together: {asked[0]}{more}"


def _heading(action: Action, told: str) -> str:
    if action.status is ActionStatus.NOT_DOING:
        return f"{action.label} · not doing"
    return f"{action.label} · {told}"


def _help_line(check: ActionCheck) -> PanelLine:
    return PanelLine(check.name, check.text, "warning")


def _passed_line(check: ActionCheck) -> PanelLine:
    text = check.text if len(check.text) <= _LONGEST else f"{check.text[: _LONGEST - 1].rstrip()}…"
    return PanelLine(text, "", "good")


def _whole_list(review: Review) -> Iterator[PanelLine]:
    asked = set_checks(review)
    if asked:
        yield PanelLine("All together", "", "strong")
        yield from (PanelLine(text, "", "muted") for text in asked)


def _counts(review: Review) -> Iterator[PanelLine]:
    for status in ActionStatus:
        number = sum(action.status is status for action in review.actions)
        if number:
            yield PanelLine(status.value.replace("-", " "), str(number))
