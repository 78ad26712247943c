"""What went faster than expected, and which safeguards held: questions about what to keep.

Nothing here counts as open, as a loose end, or as missing. Source: research/facilitation.md, section 5,
G+.
"""

from collections.abc import Iterator

from pirtui.domain.events import Event, Milestone
from pirtui.domain.gaps import GapKind
from pirtui.domain.incident import DetectionSource, Incident
from pirtui.domain.learnings import Learning, LearningKind
from pirtui.domain.memo import by_identity
from pirtui.domain.question_facts import Facts, GapQuestion, about_stretch, facts
from pirtui.domain.review import Review
from pirtui.domain.safeguards import Safeguard, SafeguardState
from pirtui.domain.thresholds import Thresholds

MOST = 3
"""How many are shown at most; more would be praise for everything."""

_KEEP = "What helped? Keep it."


def what_helped(review: Review) -> tuple[GapQuestion, ...]:
    """The most telling ones: safeguards that held, then what was faster than its threshold."""
    figures = review.thresholds.of(review.incident.severity)
    return _found(review.events, review.safeguards, review.incident, figures)


def is_kept(review: Review, question: GapQuestion) -> bool:
    """Whether the room has put it among what went well."""
    return any(
        each.kind is LearningKind.WELL and each.text.startswith(told(question))
        for each in review.learnings
    )


def kept(question: GapQuestion) -> Learning:
    """What went well, in the words of the question."""
    return Learning(label="L0", kind=LearningKind.WELL, text=told(question))


def told(question: GapQuestion) -> str:
    """The question without what it asks."""
    return question.text.removesuffix(_KEEP).strip().rstrip(".")


@by_identity
def _found(
    events: tuple[Event, ...],
    safeguards: tuple[Safeguard, ...],
    incident: Incident,
    figures: Thresholds,
) -> tuple[GapQuestion, ...]:
    known = facts(events, incident, (), figures)
    return (*_held(safeguards), *_fast(known))[:MOST]


def _held(safeguards: tuple[Safeguard, ...]) -> Iterator[GapQuestion]:
    for each in safeguards:
        if each.state is SafeguardState.HELD:
            yield GapQuestion(
                key=f"G+:{each.label}",
                heuristic="G+",
                kind=GapKind.CONTAINMENT,
                text=f"A safeguard held ({each.label}): {each.text}. {_KEEP}",
                evidence=each.evidence,
            )


def _fast(known: Facts) -> Iterator[GapQuestion]:
    figures = known.thresholds
    if known.incident.detection_source is DetectionSource.ALERT:
        yield from _under(
            known,
            (Milestone.IMPACT_START, Milestone.DETECTED),
            figures.detect_least_minutes,
            GapKind.DETECTION,
            "An alert told us {figure} after impact start {ends}.",
        )
    yield from _under(
        known,
        (Milestone.DETECTED, Milestone.MITIGATED),
        figures.mitigate_minutes,
        GapKind.CONTAINMENT,
        "It was mitigated {figure} after it was detected {ends}.",
    )
    start = known.first_clocked(Milestone.NOTIFIED, Milestone.DETECTED)
    if start is not None and known.label(start) != known.label(Milestone.ACKNOWLEDGED):
        yield from _under(
            known,
            (start, Milestone.ACKNOWLEDGED),
            figures.acknowledge_minutes,
            GapKind.RESPONSE,
            "Somebody was on it {figure} after " + start.value + " {ends}.",
        )


def _under(
    known: Facts, ends: tuple[Milestone, Milestone], limit: float, kind: GapKind, text: str
) -> Iterator[GapQuestion]:
    taken = known.minutes(*ends)
    if taken is None or taken < 0 or taken >= limit or not known.has_impact:
        return
    said = text.format(figure=known.figure(*ends), ends=known.ends(*ends))
    question = about_stretch(known, "G+", *ends, kind, f"{said} {_KEEP}")
    yield question.changed(key=f"G+:{ends[1].value}")
