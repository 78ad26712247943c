"""Questions about getting back to normal.

Source: research/facilitation.md, section 5, heuristics V1 to V4.
"""

from collections.abc import Iterator
from datetime import timedelta

from pirtui.domain import telling_words as words
from pirtui.domain.actions import Action, ActionStatus
from pirtui.domain.durations import duration_text
from pirtui.domain.events import Event, Milestone
from pirtui.domain.gaps import GapKind
from pirtui.domain.question_facts import Facts, GapQuestion, about_events, about_stretch


def recovery_questions(known: Facts) -> Iterator[GapQuestion]:
    """Every question about recovery that these facts raise."""
    yield from _not_verified(known)
    yield from _long_recovery(known)
    yield from _came_back(known)
    yield from _leftover(known)


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
    if taken <= max(before, known.thresholds.recovery_least_minutes):
        return
    text = (
        f"From mitigated to recovered took {known.figure(*ends)} {known.ends(*ends)}, longer than the "
        f"{duration_text(before)} before it. What took longest on the way back to normal?"
    )
    yield about_stretch(known, "V2", *ends, GapKind.RECOVERY, text)


def _came_back(known: Facts) -> Iterator[GapQuestion]:
    resolved = known.clock(Milestone.RESOLVED)
    if resolved is None:
        return
    until = resolved + timedelta(hours=known.thresholds.return_hours)
    back = [
        event
        for event in known.told(words.tells_of_return, resolved, until)
        if event.label != known.label(Milestone.RESOLVED)
    ]
    if back:
        named = ", ".join(event.label for event in back)
        text = (
            f"There was harm again after resolved ({known.label(Milestone.RESOLVED)} → {named}). "
            "What was still true?"
        )
        yield about_events("V3", GapKind.RECOVERY, text, back)


def _leftover(known: Facts) -> Iterator[GapQuestion]:
    since = known.clock(Milestone.DETECTED)
    temporary = known.told(words.tells_of_temporary_measure, since)
    left = [event for event in temporary if not _is_removed(event, known.actions)]
    if left:
        named = ", ".join(event.label for event in left)
        text = f"A temporary measure stands ({named}), and no action removes it. Who owns the leftover?"
        yield about_events("V4", GapKind.RECOVERY, text, left)


def _is_removed(event: Event, actions: tuple[Action, ...]) -> bool:
    wanted = [action for action in actions if action.status is not ActionStatus.NOT_DOING]
    cited = any(event.label in action.evidence for action in wanted)
    return cited or any(words.tells_of_removal(action.text) for action in wanted)
