"""Questions about containing the incident and about getting back to normal.

Source: research/facilitation.md, section 5, heuristics C1, C3, V1 and V2.
"""

from collections.abc import Iterator

from pirtui.domain import thresholds
from pirtui.domain.durations import duration_text
from pirtui.domain.events import Milestone
from pirtui.domain.gaps import GapKind, Span
from pirtui.domain.question_facts import Facts, GapQuestion, about_stretch
from pirtui.domain.silences import Silence, silences


def repair_questions(known: Facts) -> Iterator[GapQuestion]:
    """Every question about containment and recovery that these facts raise."""
    yield from _long_silences(known)
    yield from _long_diagnosis(known)
    yield from _not_verified(known)
    yield from _long_recovery(known)


def _long_silences(known: Facts) -> Iterator[GapQuestion]:
    inside = [silence for silence in silences(known.events) if _while_working(known, silence)]
    longest = sorted(inside, key=lambda silence: -silence.minutes)[: thresholds.MOST_SILENCES]
    for silence in sorted(longest, key=lambda silence: silence.start):
        yield _about_silence(silence)


def _while_working(known: Facts, silence: Silence) -> bool:
    """Whether a silence lies between detection and mitigation, or what is known of its end."""
    detected = known.clock(Milestone.DETECTED)
    last = known.first_clocked(Milestone.MITIGATED, Milestone.RECOVERED, Milestone.RESOLVED)
    over = known.clock(last) if last else None
    if detected is None or silence.start < detected:
        return False
    return over is None or silence.end <= over


def _about_silence(silence: Silence) -> GapQuestion:
    return GapQuestion(
        key=f"C1:{silence.after}-{silence.before}",
        heuristic="C1",
        kind=GapKind.CONTAINMENT,
        text=f"Nothing is written down for {duration_text(silence.minutes)} "
        f"({silence.after} → {silence.before}). What was going on, and who was waiting for what?",
        evidence=(silence.after, silence.before),
        span=Span(start=silence.start, end=silence.end),
    )


def _long_diagnosis(known: Facts) -> Iterator[GapQuestion]:
    whole = known.minutes(Milestone.DETECTED, Milestone.MITIGATED)
    start = known.first_clocked(Milestone.ACKNOWLEDGED, Milestone.DETECTED)
    if not whole or whole < 0 or start is None:
        return
    ends = (start, Milestone.DIAGNOSED)
    taken = known.minutes(*ends)
    if taken is None or not _is_long_diagnosis(taken, whole):
        return
    text = (
        f"Diagnosis took {known.figure(*ends)} from {start.value} {known.ends(*ends)}, more than half "
        f"of the {duration_text(whole)} from detected to mitigated "
        f"{known.ends(Milestone.DETECTED, Milestone.MITIGATED)}. "
        "What could limit the harm before the cause is known?"
    )
    yield about_stretch(known, "C3", *ends, GapKind.CONTAINMENT, text)


def _is_long_diagnosis(taken: float, whole: float) -> bool:
    if taken < thresholds.DIAGNOSIS_LEAST_MINUTES or taken > whole:
        return False
    return taken > thresholds.DIAGNOSIS_SHARE * whole


def _not_verified(known: Facts) -> Iterator[GapQuestion]:
    resolved = known.label(Milestone.RESOLVED)
    if not resolved or Milestone.VERIFIED in known.marks:
        return
    yield GapQuestion(
        key="V1",
        heuristic="V1",
        kind=GapKind.RECOVERY,
        text=f"The incident was resolved ({resolved}), and no event is marked as verified. "
        "How did we know that users were well again?",
        evidence=(resolved,),
    )


def _long_recovery(known: Facts) -> Iterator[GapQuestion]:
    ends = (Milestone.MITIGATED, Milestone.RECOVERED)
    taken = known.minutes(*ends)
    before = known.minutes(Milestone.IMPACT_START, Milestone.MITIGATED)
    if taken is None or before is None or before < 0:
        return
    if taken <= max(before, thresholds.RECOVERY_LEAST_MINUTES):
        return
    text = (
        f"From mitigated to recovered took {known.figure(*ends)} {known.ends(*ends)}, longer than the "
        f"{duration_text(before)} before it. What took longest on the way back to normal?"
    )
    yield about_stretch(known, "V2", *ends, GapKind.RECOVERY, text)
