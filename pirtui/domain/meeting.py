"""By when a review is held; light, because the library's list shows it in the first paint.

Source: research/facilitation.md, section 0, and the practice of holding the review of a SEV1 or SEV2
24 to 72 hours after resolution.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from pirtui.domain.stages import Status
from pirtui.domain.summaries import ReviewSummary

MEET_WITHIN = timedelta(hours=72)
"""How long after resolution the review is held at the latest."""

_EARLIEST = timedelta(hours=24)
_SEVERE = ("SEV1", "SEV2")
_DRILL = "drill"

Day = datetime | date


class DeadlineState(StrEnum):
    """How a deadline stands now; it is `due` while its time has come and not yet passed."""

    DONE = "done"
    OVERDUE = "overdue"
    DUE = "due"
    UPCOMING = "upcoming"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Deadline:
    """Something to be done by a time; `due` is `None` while nothing fixes it."""

    name: str
    due: Day | None
    done: bool
    state: DeadlineState
    explanation: str


def review_deadline(summary: ReviewSummary, now: datetime) -> Deadline | None:
    """The deadline of the meeting, for the list of reviews; `None` where there is none."""
    if summary.kind == _DRILL or summary.severity not in _SEVERE:
        return None
    held = summary.met is not None or summary.status is Status.PUBLISHED
    return meeting_deadline(summary.resolved, held, now)


def meeting_deadline(resolved: datetime | None, held: bool, now: datetime) -> Deadline:
    """The meeting's deadline, from when the incident was resolved."""
    due = resolved + MEET_WITHIN if resolved else None
    opens = resolved + _EARLIEST if resolved else None
    return Deadline(
        name="Review held",
        due=due,
        done=held,
        state=state_of(held, opens, due, now),
        explanation="24 to 72 h after resolution, for a SEV1 or SEV2"
        if due
        else "24 to 72 h after resolution, which has no time yet",
    )


def state_of(done: bool, opens: Day | None, due: Day | None, at: Day) -> DeadlineState:
    """Compare two instants, or two days; a day is over when the next one begins."""
    if done:
        return DeadlineState.DONE
    if opens is None or due is None:
        return DeadlineState.UNKNOWN
    if at > due:
        return DeadlineState.OVERDUE
    return DeadlineState.DUE if at >= opens else DeadlineState.UPCOMING
