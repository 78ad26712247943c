"""By when a review is held, drafted, published and followed up.

The review of a SEV1 or SEV2 is held 24 to 72 hours after resolution, drafted within 24 hours of the
meeting and published within 48; critical actions are followed up after 30 days, and each quarter is
looked at as a whole.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from pirtui.domain.action_rules import is_finished
from pirtui.domain.actions import Action, ActionStatus, Priority
from pirtui.domain.events import Milestone
from pirtui.domain.incident import Incident, IncidentKind, Severity
from pirtui.domain.meeting import MEET_WITHIN, Day, Deadline, DeadlineState, meeting_deadline, state_of
from pirtui.domain.milestones import marks
from pirtui.domain.review import Review, Status

_DRAFT_DAYS = 1
_PUBLISH_DAYS = 2
_FOLLOW_UP = timedelta(days=30)
_FOLLOW_UP_NEAR = timedelta(days=7)
_QUARTER_NEAR = timedelta(days=14)
_QUARTER_SHOWN = timedelta(days=30)
_SEVERE = (Severity.SEV1, Severity.SEV2)


def deadlines(review: Review, now: datetime) -> tuple[Deadline, ...]:
    """Every deadline that follows from the review; a drill has none.

    `now` is aware; days are those of the incident's zone.
    """
    if review.incident.kind is IncidentKind.DRILL:
        return ()
    today = now.astimezone(_zone(review.incident, now)).date()
    resolved = _resolved(review)
    return (
        *_meeting(review, resolved, now),
        _draft(review, resolved, now, today),
        _publication(review, resolved, now, today),
        *_follow_up(review, today),
        *_quarter(review, resolved, now, today),
    )


def _meeting(review: Review, resolved: datetime | None, now: datetime) -> Iterator[Deadline]:
    if review.incident.severity in _SEVERE:
        yield meeting_deadline(resolved, _is_held(review), now)


def _is_held(review: Review) -> bool:
    return review.dates.met is not None or review.status is Status.PUBLISHED


def _draft(review: Review, resolved: datetime | None, now: datetime, today: date) -> Deadline:
    done = review.dates.drafted is not None or _is_published(review)
    return _after_meeting("Draft", _DRAFT_DAYS, review, resolved, now, today, done)


def _publication(review: Review, resolved: datetime | None, now: datetime, today: date) -> Deadline:
    return _after_meeting(
        "Publication", _PUBLISH_DAYS, review, resolved, now, today, _is_published(review)
    )


def _is_published(review: Review) -> bool:
    return review.dates.published is not None or review.status is Status.PUBLISHED


def _after_meeting(
    name: str,
    days: int,
    review: Review,
    resolved: datetime | None,
    now: datetime,
    today: date,
    done: bool,
) -> Deadline:
    met = review.dates.met
    hours = 24 * days
    if met is not None:
        due: Day | None = met + timedelta(days=days)
        state = state_of(done, met, due, today)
        explanation = f"{hours} h after the meeting"
    elif resolved is not None and review.incident.severity in _SEVERE:
        due = resolved + MEET_WITHIN + timedelta(days=days)
        state = state_of(done, resolved + MEET_WITHIN, due, now)
        explanation = f"{hours} h after the last moment for the meeting"
    else:
        due, explanation = None, f"{hours} h after the meeting, which is not held yet"
        state = state_of(done, None, None, now)
    return Deadline(name=name, due=due, done=done, state=state, explanation=explanation)


def _follow_up(review: Review, today: date) -> Iterator[Deadline]:
    critical = [action for action in review.actions if _is_followed_up(action)]
    if not critical:
        return
    finished = sum(is_finished(action) for action in critical)
    done = finished == len(critical)
    due = review.dates.met + _FOLLOW_UP if review.dates.met else None
    yield Deadline(
        name="Follow-up",
        due=due,
        done=done,
        state=state_of(done, due - _FOLLOW_UP_NEAR if due else None, due, today),
        explanation=f"30 days after the meeting; {finished} of {len(critical)} critical actions done",
    )


def _is_followed_up(action: Action) -> bool:
    return action.priority is Priority.CRITICAL and action.status is not ActionStatus.NOT_DOING


def _quarter(
    review: Review, resolved: datetime | None, now: datetime, today: date
) -> Iterator[Deadline]:
    """The review of the quarter belongs to the team, so it is announced here and never overdue."""
    day = _incident_day(review, resolved, now)
    end = _quarter_end(day) if day else None
    if day is None or end is None or today > end + _QUARTER_SHOWN:
        return
    near = today >= end - _QUARTER_NEAR
    yield Deadline(
        name="Quarter review",
        due=end,
        done=False,
        state=DeadlineState.DUE if near else DeadlineState.UPCOMING,
        explanation=f"patterns across the incidents of {day.year} Q{(day.month + 2) // 3}",
    )


def _incident_day(review: Review, resolved: datetime | None, now: datetime) -> date | None:
    if review.incident.on is not None:
        return review.incident.on
    return resolved.astimezone(_zone(review.incident, now)).date() if resolved else None


def _quarter_end(day: date) -> date | None:
    """The last day of the quarter; `None` in the last quarter that a calendar knows."""
    month = 3 * ((day.month + 2) // 3) + 1
    year, month = (day.year, month) if month <= 12 else (day.year + 1, 1)
    return date(year, month, 1) - timedelta(days=1) if year <= date.max.year else None


def _resolved(review: Review) -> datetime | None:
    mark = marks(review).get(Milestone.RESOLVED)
    return mark.time.start if mark and mark.is_clocked else None


def _zone(incident: Incident, now: datetime) -> tzinfo | None:
    try:
        return ZoneInfo(incident.zone) if incident.zone else now.tzinfo
    except (LookupError, ValueError, OSError):
        return now.tzinfo
