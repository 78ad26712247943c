"""Questions about containing the incident.

Source: research/facilitation.md, section 5, heuristics C1 to C5.
"""

from collections.abc import Iterator
from datetime import datetime

from pirtui.domain import telling_words as words
from pirtui.domain.durations import duration_text
from pirtui.domain.events import Event, Milestone
from pirtui.domain.gaps import GapKind, Span
from pirtui.domain.question_facts import Facts, GapQuestion, about_events, about_stretch, minutes_from
from pirtui.domain.silences import Silence, silences
from pirtui.domain.thresholds import Thresholds


def repair_questions(known: Facts) -> Iterator[GapQuestion]:
    """Every question about containment that these facts raise."""
    yield from _long_silences(known)
    yield from _long_diagnosis(known)
    yield from _late_revert(known)
    yield from _vain_attempts(known)
    yield from _widening(known)


def _long_silences(known: Facts) -> Iterator[GapQuestion]:
    inside = [
        silence for silence in silences(known.events, known.thresholds) if _while_working(known, silence)
    ]
    longest = sorted(inside, key=lambda silence: -silence.minutes)[: known.thresholds.most_silences]
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
    if taken is None or not _is_long_diagnosis(taken, whole, known.thresholds):
        return
    text = (
        f"Diagnosis took {known.figure(*ends)} from {start.value} {known.ends(*ends)}, more than half "
        f"of the {duration_text(whole)} from detected to mitigated "
        f"{known.ends(Milestone.DETECTED, Milestone.MITIGATED)}. "
        "What could limit the harm before the cause is known?"
    )
    yield about_stretch(known, "C3", *ends, GapKind.CONTAINMENT, text)


def _is_long_diagnosis(taken: float, whole: float, figures: Thresholds) -> bool:
    if taken < figures.diagnosis_least_minutes or taken > whole:
        return False
    return taken > figures.diagnosis_share * whole


def _late_revert(known: Facts) -> Iterator[GapQuestion]:
    detected, mitigated = known.clock(Milestone.DETECTED), known.clock(Milestone.MITIGATED)
    if detected is None or mitigated is None or mitigated <= detected:
        return
    revert = next(iter(known.told(words.tells_of_revert, detected, mitigated)), None)
    suspicion = _first_suspicion(known, detected, mitigated)
    if revert is None or suspicion is None or suspicion.time.start is None:
        return
    after = minutes_from(suspicion.time.start, revert)
    whole = (mitigated - detected).total_seconds() / 60
    if after <= max(known.thresholds.revert_minutes, known.thresholds.revert_share * whole):
        return
    text = (
        f"It was taken back {duration_text(after)} after its cause was suspected "
        f"({suspicion.label} → {revert.label}). What made taking it back look risky or slow?"
    )
    yield about_events("C2", GapKind.CONTAINMENT, text, (suspicion, revert))


def _first_suspicion(known: Facts, detected: datetime, mitigated: datetime) -> Event | None:
    """The first event that suspects or names a cause, by its words or by its mark."""
    told = {event.label for event in known.told(words.tells_of_suspicion, detected, mitigated)}
    told.add(known.label(Milestone.DIAGNOSED))
    within = known.told(lambda _text: True, detected, mitigated)
    return next((event for event in within if event.label in told), None)


def _vain_attempts(known: Facts) -> Iterator[GapQuestion]:
    last = known.first_clocked(Milestone.MITIGATED, Milestone.RECOVERED, Milestone.RESOLVED)
    until = known.clock(last) if last else None
    first = known.first_clocked(Milestone.DETECTED, Milestone.IMPACT_START)
    since = known.clock(first) if first else None
    vain = known.told(words.tells_of_vain_attempt, since, until)
    if len(vain) >= known.thresholds.vain_attempts:
        named = ", ".join(event.label for event in vain)
        text = f"{len(vain)} attempts had no effect at first ({named}). What did each one teach?"
        yield about_events("C4", GapKind.CONTAINMENT, text, vain)


def _widening(known: Facts) -> Iterator[GapQuestion]:
    since = known.clock(Milestone.DETECTED)
    if since is None:
        return
    last = known.first_clocked(Milestone.MITIGATED, Milestone.RECOVERED, Milestone.RESOLVED)
    widened = known.told(words.tells_of_widening, since, known.clock(last) if last else None)
    later = [event for event in widened if event.label != known.label(Milestone.DETECTED)]
    if later:
        named = ", ".join(event.label for event in later)
        text = f"It grew after it was detected ({named}). What limited the spread, and what did not?"
        yield about_events("C5", GapKind.CONTAINMENT, text, later)
