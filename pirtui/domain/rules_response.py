"""Questions about who was called, and how the incident was declared.

Source: research/facilitation.md, section 5, heuristics R1, R2 and R4.
"""

from collections.abc import Iterator

from pirtui.domain import telling_words as words
from pirtui.domain.durations import duration_text
from pirtui.domain.events import Milestone
from pirtui.domain.gaps import GapKind, Span
from pirtui.domain.incident import Severity
from pirtui.domain.question_facts import (
    Facts,
    GapQuestion,
    about_events,
    about_milestone,
    about_stretch,
    minutes_from,
)

_SHORT_MINUTES = 5.0
"""A call for help as early as this is never late, however short the incident was."""

_MUST_DECLARE = (Severity.SEV1, Severity.SEV2)


def response_questions(known: Facts) -> Iterator[GapQuestion]:
    """Every question about the response that these facts raise."""
    yield from _slow_acknowledgement(known)
    yield from _slow_engagement(known)
    yield from _declared_late(known)
    yield from _never_declared(known)
    yield from _late_escalation(known)
    yield from _handovers(known)
    yield from _public_update(known)


def _slow_acknowledgement(known: Facts) -> Iterator[GapQuestion]:
    start = known.first_clocked(Milestone.NOTIFIED, Milestone.DETECTED)
    if start is None:
        return
    ends = (start, Milestone.ACKNOWLEDGED)
    taken = known.minutes(*ends)
    if taken is None or taken <= known.thresholds.acknowledge_minutes:
        return
    text = (
        f"It took {known.figure(*ends)} from {start.value} to acknowledged {known.ends(*ends)}. "
        "How did the call for help travel?"
    )
    yield about_stretch(known, "R1", *ends, GapKind.RESPONSE, text)


def _slow_engagement(known: Facts) -> Iterator[GapQuestion]:
    ends = (Milestone.ACKNOWLEDGED, Milestone.MOBILISED)
    taken = known.minutes(*ends)
    if taken is None or taken <= known.thresholds.engage_minutes:
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
    if len(known.events) < known.thresholds.enough_events:
        return
    text = f"No event is marked as declared, for a {severity}. How was its severity judged, and when?"
    yield about_milestone("R4", Milestone.DECLARED, GapKind.RESPONSE, text)


def _late_escalation(known: Facts) -> Iterator[GapQuestion]:
    first = known.first_clocked(Milestone.ACKNOWLEDGED, Milestone.DETECTED)
    since, until = known.clock(first) if first else None, known.clock(Milestone.MITIGATED)
    if first is None or since is None or until is None or until <= since:
        return
    escalation = next(iter(known.told(words.tells_of_escalation, since, until)), None)
    after = minutes_from(since, escalation) if escalation else 0.0
    half = (until - since).total_seconds() / 120
    if escalation is None or after <= min(
        known.thresholds.escalation_minutes, max(half, _SHORT_MINUTES)
    ):
        return
    label = known.label(first)
    yield GapQuestion(
        key="R3",
        heuristic="R3",
        kind=GapKind.RESPONSE,
        text=f"The call for more people came {duration_text(after)} after {first.value} "
        f"({label} → {escalation.label}). What signalled the need for help?",
        evidence=(label, escalation.label),
        span=Span.model_validate({"start": since, "end": escalation.time.start}),
    )


def _handovers(known: Facts) -> Iterator[GapQuestion]:
    since, until = known.clock(Milestone.DETECTED), known.clock(Milestone.MITIGATED)
    if since is None or until is None:
        return
    handed = known.told(words.tells_of_handover, since, until)
    if len(handed) >= known.thresholds.handovers:
        named = ", ".join(event.label for event in handed)
        text = f"The work changed hands {len(handed)} times before it was mitigated ({named}). "
        yield about_events(
            "R2", GapKind.RESPONSE, f"{text}How was the right team found?", handed, key="R2:handovers"
        )


def _public_update(known: Facts) -> Iterator[GapQuestion]:
    since = known.clock(Milestone.DETECTED)
    if known.incident.severity not in _MUST_DECLARE or not known.has_impact or since is None:
        return
    last = known.first_clocked(Milestone.MITIGATED, Milestone.RECOVERED, Milestone.RESOLVED)
    over = known.clock(last) if last else None
    if over is None or (over - since).total_seconds() / 60 <= known.thresholds.public_update_minutes:
        return
    update = next(iter(known.told(words.tells_of_public_update)), None)
    label = known.label(Milestone.DETECTED)
    if update is None:
        text = f"No event tells that users heard of it, from detected on ({label}). What did they know?"
        yield GapQuestion(key="R5", heuristic="R5", kind=GapKind.RESPONSE, text=text, evidence=(label,))
        return
    after = minutes_from(since, update)
    if after > known.thresholds.public_update_minutes:
        yield GapQuestion(
            key="R5",
            heuristic="R5",
            kind=GapKind.RESPONSE,
            text=f"The first word to users came {duration_text(after)} after detected "
            f"({label} → {update.label}). What did they know until then?",
            evidence=(label, update.label),
            span=Span.model_validate({"start": since, "end": update.time.start}),
        )
