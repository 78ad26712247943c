"""Questions about the record itself: order, missing milestones, estimates.

Source: research/facilitation.md, section 5, heuristics Q1 to Q5.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta, tzinfo
from itertools import pairwise
from operator import attrgetter

from pirtui.domain.clocked_events import ClockedEvent, voices
from pirtui.domain.events import Event, Milestone
from pirtui.domain.gaps import GapKind
from pirtui.domain.intervals import INTERVALS
from pirtui.domain.milestones import KIND_OF, words
from pirtui.domain.moment_text import zone_of
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

_MOST_NAMED = 5
_begun = attrgetter("begun")
_NEVER_TWICE = timedelta(days=20)
_NEAR = timedelta(days=2)
_KEY_MILESTONES = {
    Milestone.DETECTED: "When did the first person or alert see it?",
    Milestone.MITIGATED: "When did users stop being affected?",
    Milestone.RESOLVED: "When was it declared over?",
}


def record_questions(known: Facts) -> Iterator[GapQuestion]:
    """Every question about the record that these facts raise."""
    yield from _out_of_order(known)
    yield from _missing_milestones(known)
    yield from _mixed_zones(known)
    yield from _mostly_estimated(known)
    yield from _single_view(known)


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
    if len(known.events) < known.thresholds.enough_events or not known.has_impact:
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
    timed = known.clocked
    estimated = [each.event for each in timed if each.is_estimate]
    if len(timed) < known.thresholds.estimated_least_times:
        return
    if len(estimated) <= known.thresholds.estimated_share * len(timed):
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


def _mixed_zones(known: Facts) -> Iterator[GapQuestion]:
    """Times on several clocks, or a night in which the clocks changed: both are read wrongly at ease."""
    timed = known.clocked
    zone = zone_of(known.incident.zone)
    constant = _constant_offset(timed, zone)
    foreign = [
        each.event
        for each in timed
        if each.offset != (_offset_in(each, zone) if constant is None else constant)
    ]
    if foreign and len(foreign) < len(timed):
        named = ", ".join(event.label for event in foreign[:_MOST_NAMED])
        others = "" if len(foreign) <= _MOST_NAMED else f" and {len(foreign) - _MOST_NAMED} more"
        yield GapQuestion(
            key="Q3",
            heuristic="Q3",
            kind=GapKind.RESPONSE,
            text=f"Some times are on another clock than the others ({named}{others}). "
            "Is each of them in the zone it names?",
            evidence=tuple(event.label for event in foreign[:_MOST_NAMED]),
        )
    elif constant is None and (change := _clock_change(timed, zone)):
        before, after = change
        yield GapQuestion(
            key="Q3",
            heuristic="Q3",
            kind=GapKind.RESPONSE,
            text=f"The clocks changed between {before.label} and {after.label}. "
            "Are the times around it right?",
            evidence=(before.label, after.label),
        )


def _constant_offset(timed: Sequence[ClockedEvent], zone: tzinfo) -> timedelta | None:
    """The zone's offset where it is the same for all of these, as it is in nearly every incident.

    The clocks are never changed twice in less than a few weeks, so that the first and the last event
    tell for all between them.
    """
    if not timed:
        return None
    first, last = min(timed, key=_begun), max(timed, key=_begun)
    if last.start - first.start > _NEVER_TWICE:
        return None
    offset = _offset_in(first, zone)
    return offset if offset == _offset_in(last, zone) else None


def _clock_change(timed: Sequence[ClockedEvent], zone: tzinfo) -> tuple[Event, Event] | None:
    """The first two events, less than two days apart, between which the zone's offset changed."""
    for before, after in pairwise(timed):
        near = after.start - before.start <= _NEAR
        if near and _offset_in(before, zone) != _offset_in(after, zone):
            return before.event, after.event
    return None


def _offset_in(event: ClockedEvent, zone: tzinfo) -> timedelta | None:
    return event.start.astimezone(zone).utcoffset()


def _single_view(known: Facts) -> Iterator[GapQuestion]:
    named = voices(known.events)
    if len(named) < known.thresholds.single_view_events or len(set(named)) > 1:
        return
    yield GapQuestion(
        key="Q5",
        heuristic="Q5",
        kind=GapKind.RESPONSE,
        text=f"All {len(named)} events that name a role name the same one. Whose view is missing?",
    )
