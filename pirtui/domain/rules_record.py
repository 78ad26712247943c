"""Questions about the record itself: order, missing milestones, estimates.

Source: research/facilitation.md, section 5, heuristics Q1, Q2 and Q4.
"""

from collections.abc import Iterator

from pirtui.domain import thresholds
from pirtui.domain.events import Event, Milestone
from pirtui.domain.gaps import GapKind
from pirtui.domain.intervals import INTERVALS, is_estimate
from pirtui.domain.milestones import KIND_OF, words
from pirtui.domain.question_facts import Facts, GapQuestion, about_milestone

_IN_ORDER: tuple[tuple[Milestone, Milestone], ...] = tuple(
    dict.fromkeys(
        (
            *((interval.start, interval.end) for interval in INTERVALS),
            (Milestone.DETECTED, Milestone.ACKNOWLEDGED),
            (Milestone.DETECTED, Milestone.RESOLVED),
            (Milestone.MITIGATED, Milestone.RECOVERED),
            (Milestone.MITIGATED, Milestone.RESOLVED),
        )
    )
)
"""The pairs that only make sense in this order: those of every interval, and four more.

Others come in either order in practice: a rollback before the diagnosis, a declaration at any point.
"""

_KEY_MILESTONES = {
    Milestone.DETECTED: "When did the first person or alert see it?",
    Milestone.MITIGATED: "When did users stop being affected?",
    Milestone.RESOLVED: "When was it declared over?",
}


def record_questions(known: Facts) -> Iterator[GapQuestion]:
    """Every question about the record that these facts raise."""
    yield from _out_of_order(known)
    yield from _missing_milestones(known)
    yield from _mostly_estimated(known)


def _out_of_order(known: Facts) -> Iterator[GapQuestion]:
    for first, second in _IN_ORDER:
        minutes = known.minutes(first, second)
        if minutes is not None and minutes < 0:
            yield _about_order(known, first, second)


def _about_order(known: Facts, first: Milestone, second: Milestone) -> GapQuestion:
    early, late = known.label(second), known.label(first)
    return GapQuestion(
        key=f"Q1:{first.value}-{second.value}",
        heuristic="Q1",
        kind=KIND_OF[second],
        text=f"{words(second).capitalize()} ({early}) stands {known.figure(second, first)} before "
        f"{words(first)} ({late}). Which of the two times can we confirm?",
        evidence=(early, late),
        span=known.between(second, first)[1],
    )


def _missing_milestones(known: Facts) -> Iterator[GapQuestion]:
    if len(known.events) < thresholds.ENOUGH_EVENTS or not known.has_impact:
        return
    for milestone, question in _KEY_MILESTONES.items():
        mark = known.marks.get(milestone)
        if mark is None:
            text = f"No event is marked as {words(milestone)}. {question}"
        elif mark.time.start is None:
            text = f"{words(milestone).capitalize()} ({mark.label}) has no time. {question}"
        else:
            continue
        yield about_milestone("Q2", milestone, KIND_OF[milestone], text)


def _mostly_estimated(known: Facts) -> Iterator[GapQuestion]:
    timed = [event for event in known.events if event.time.is_clocked]
    estimated = [event for event in timed if is_estimate(event.time)]
    if len(timed) < thresholds.ESTIMATED_LEAST_TIMES:
        return
    if len(estimated) <= thresholds.ESTIMATED_SHARE * len(timed):
        return
    yield GapQuestion(
        key="Q4",
        heuristic="Q4",
        kind=GapKind.RESPONSE,
        text=f"{len(estimated)} of {len(timed)} times are estimates. "
        "Which of them can we confirm, and from what?",
        evidence=_at_milestones(estimated),
    )


def _at_milestones(events: list[Event]) -> tuple[str, ...]:
    return tuple(event.label for event in events if event.milestones)
