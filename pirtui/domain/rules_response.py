"""Questions about who was called, and how the incident was declared.

Source: research/facilitation.md, section 5, heuristics R1, R2 and R4.
"""

from collections.abc import Iterator

from pirtui.domain import thresholds
from pirtui.domain.events import Milestone
from pirtui.domain.gaps import GapKind
from pirtui.domain.incident import Severity
from pirtui.domain.question_facts import Facts, GapQuestion, about_milestone, about_stretch

_MUST_DECLARE = (Severity.SEV1, Severity.SEV2)


def response_questions(known: Facts) -> Iterator[GapQuestion]:
    """Every question about the response that these facts raise."""
    yield from _slow_acknowledgement(known)
    yield from _slow_engagement(known)
    yield from _declared_late(known)
    yield from _never_declared(known)


def _slow_acknowledgement(known: Facts) -> Iterator[GapQuestion]:
    start = known.first_clocked(Milestone.NOTIFIED, Milestone.DETECTED)
    if start is None:
        return
    ends = (start, Milestone.ACKNOWLEDGED)
    taken = known.minutes(*ends)
    if taken is None or taken <= thresholds.acknowledge_minutes(known.incident.severity):
        return
    text = (
        f"It took {known.figure(*ends)} from {start.value} to acknowledged {known.ends(*ends)}. "
        "How did the call for help travel?"
    )
    yield about_stretch(known, "R1", *ends, GapKind.RESPONSE, text)


def _slow_engagement(known: Facts) -> Iterator[GapQuestion]:
    ends = (Milestone.ACKNOWLEDGED, Milestone.MOBILISED)
    taken = known.minutes(*ends)
    if taken is None or taken <= thresholds.engage_minutes(known.incident.severity):
        return
    text = (
        f"It took {known.figure(*ends)} from acknowledged to mobilised {known.ends(*ends)}. "
        "How was the right team found?"
    )
    yield about_stretch(known, "R2", *ends, GapKind.RESPONSE, text)


def _declared_late(known: Facts) -> Iterator[GapQuestion]:
    ends = (Milestone.MITIGATED, Milestone.DECLARED)
    later = known.minutes(*ends)
    if later is None or later <= 0:
        return
    text = (
        f"The incident was declared {known.figure(*ends)} after it was mitigated {known.ends(*ends)}. "
        "How was its severity judged?"
    )
    yield about_stretch(known, "R4", *ends, GapKind.RESPONSE, text)


def _never_declared(known: Facts) -> Iterator[GapQuestion]:
    severity = known.incident.severity
    if severity not in _MUST_DECLARE or Milestone.DECLARED in known.marks or not known.has_impact:
        return
    if len(known.events) < thresholds.ENOUGH_EVENTS:
        return
    text = f"No event is marked as declared, for a {severity}. How was its severity judged, and when?"
    yield about_milestone("R4", Milestone.DECLARED, GapKind.RESPONSE, text)
