"""The questions that the timeline raises, and what the room has answered.

An answer is a gap that carries the key of its question, so that it stays when the timeline changes.
Source: research/facilitation.md, section 5.
"""

from pirtui.domain import changes
from pirtui.domain.actions import Action
from pirtui.domain.events import Event
from pirtui.domain.gaps import Gap, Verdict
from pirtui.domain.incident import Incident
from pirtui.domain.memo import by_identity
from pirtui.domain.question_facts import GapQuestion, facts
from pirtui.domain.review import Review
from pirtui.domain.rules_detection import detection_questions
from pirtui.domain.rules_record import record_questions
from pirtui.domain.rules_recovery import recovery_questions
from pirtui.domain.rules_repair import repair_questions
from pirtui.domain.rules_response import response_questions
from pirtui.domain.thresholds import Thresholds

__all__ = ["GapQuestion", "answer", "answered", "gap_questions", "open_questions", "settled"]

_RULES = (
    detection_questions,
    response_questions,
    repair_questions,
    recovery_questions,
    record_questions,
)


def gap_questions(review: Review) -> tuple[GapQuestion, ...]:
    """All questions that the timeline raises now, answered or not; none while it is empty."""
    figures = review.thresholds.of(review.incident.severity)
    return _raised(review.events, review.incident, review.actions, figures)


@by_identity
def _raised(
    events: tuple[Event, ...], incident: Incident, actions: tuple[Action, ...], figures: Thresholds
) -> tuple[GapQuestion, ...]:
    if not events:
        return ()
    known = facts(events, incident, actions, figures)
    return tuple(question for rule in _RULES for question in rule(known))


def answered(review: Review) -> dict[str, Gap]:
    """The room's answers by the key of the question; an answer that was taken back is not one."""
    answers = (gap for gap in review.gaps if gap.heuristic and gap.verdict is not Verdict.OPEN)
    return {gap.heuristic: gap for gap in answers}


def open_questions(review: Review) -> tuple[GapQuestion, ...]:
    """The questions that the room has not answered yet."""
    known = answered(review)
    return tuple(question for question in gap_questions(review) if question.key not in known)


def settled(review: Review) -> tuple[Gap, ...]:
    """Answers whose question is no longer raised, in the order of entry."""
    raised = {question.key for question in gap_questions(review)}
    return tuple(gap for gap in answered(review).values() if gap.heuristic not in raised)


def answer(review: Review, question: GapQuestion, verdict: Verdict, note: str = "") -> Review:
    """Record the room's answer to a question, or change it; without a note the former one stays."""
    held = next((gap for gap in review.gaps if gap.heuristic == question.key), None)
    gap = held or Gap(label=changes.new_label(Gap), kind=question.kind, text=question.text)
    answering = gap.changed(
        kind=question.kind,
        text=question.text,
        note=note or gap.note,
        evidence=question.evidence,
        span=question.span,
        heuristic=question.key,
        verdict=verdict,
    )
    return changes.put(review, answering) if held else changes.add(review, answering)
