"""Whether a stage has brought what it is for. It is a hint: any stage opens at any time."""

from collections.abc import Callable

from pirtui.domain.changes import LETTERS
from pirtui.domain.factors import Theme
from pirtui.domain.loose_ends import (
    closed_with_a_reason,
    gaps_without_factor,
    loose_ends,
    themes_without_action,
)
from pirtui.domain.review import Review, Stage


def ready(review: Review, stage: Stage) -> bool:
    """Whether the room can leave the stage with what it came for."""
    return not missing(review, stage)


def missing(review: Review, stage: Stage) -> str:
    """One short sentence on what is left in the stage; empty when it is ready."""
    return _CHECKS[stage](review)


def _prepare(review: Review) -> str:
    ends = (end for end in loose_ends(review) if end.stage is Stage.PREPARE)
    lacks = [end.key.partition(":")[2] for end in ends]
    return f"Still to set: {', '.join(lacks)}." if lacks else ""


def _timeline(review: Review) -> str:
    if not review.events:
        return "No event yet: what was normal before it began?"
    if review.stage.number <= Stage.TIMELINE.number:
        return "Ask the room: what is missing from this list?"
    return ""


def _gaps(review: Review) -> str:
    if not review.events:
        return "The timeline raises the questions, and it is empty."
    count = sum(end.stage is Stage.GAPS for end in loose_ends(review))
    return f"{_counted(count, 'question')} to answer." if count else ""


def _factors(review: Review) -> str:
    count = len(gaps_without_factor(review))
    if count:
        verb = "leads" if count == 1 else "lead"
        return f"{_counted(count, 'gap')} still {verb} to no factor."
    return "" if review.factors else "No factor yet: what else had to be true?"


def _actions(review: Review) -> str:
    count = len(themes_without_action(review))
    if count:
        return f"{_counted(count, 'theme')} without an action or “accepted, because”."
    accepted = any(end.label.startswith(LETTERS[Theme]) for end in closed_with_a_reason(review))
    return "" if review.actions or accepted else "No action yet."


def _wrap_up(review: Review) -> str:
    exported = review.dates.drafted is not None or review.dates.published is not None
    return "" if exported else "The report is not exported yet."


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


_CHECKS: dict[Stage, Callable[[Review], str]] = {
    Stage.PREPARE: _prepare,
    Stage.TIMELINE: _timeline,
    Stage.GAPS: _gaps,
    Stage.FACTORS: _factors,
    Stage.ACTIONS: _actions,
    Stage.WRAP_UP: _wrap_up,
}
