"""By when a review is held, drafted, published and followed up."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from pirtui.domain import changes
from pirtui.domain.actions import Action, ActionStatus, Priority
from pirtui.domain.deadlines import deadlines
from pirtui.domain.incident import IncidentKind, Severity
from pirtui.domain.meeting import Deadline, review_deadline
from pirtui.domain.review import Review, Stage, Status
from pirtui.domain.summaries import ReviewSummary
from tests.domain.making import DAY, marked, review_of

RESOLVED = DAY + timedelta(hours=10)


def resolved_review(**dates: object) -> Review:
    """A SEV2 that was resolved at ten o'clock, with these dates of the review."""
    review = marked(resolved=600)
    return changes.updated(review, dates=review.dates.changed(**dates))


def named(review: Review, name: str, now: datetime) -> Deadline:
    """The deadline of this name."""
    return next(deadline for deadline in deadlines(review, now) if deadline.name == name)


@pytest.mark.parametrize(
    ("hours", "state"), [(1, "upcoming"), (24, "due"), (72, "due"), (73, "overdue")]
)
def test_a_severe_incident_is_reviewed_within_three_days(hours: int, state: str) -> None:
    """Not before 24 hours, not after 72."""
    deadline = named(resolved_review(), "Review held", RESOLVED + timedelta(hours=hours))
    assert (deadline.state, deadline.due) == (state, RESOLVED + timedelta(hours=72))


def test_a_meeting_that_was_held_is_done() -> None:
    """Even late."""
    deadline = named(
        resolved_review(met=date(2024, 3, 30)), "Review held", RESOLVED + timedelta(days=60)
    )
    assert deadline.done
    assert deadline.state == "done"


def test_without_a_resolution_the_meeting_has_no_date() -> None:
    """Unknown, never today."""
    deadline = named(marked(detected=3), "Review held", RESOLVED)
    assert (deadline.due, deadline.state) == (None, "unknown")


def test_a_minor_incident_has_no_date_for_the_meeting() -> None:
    """The rule is for SEV1 and SEV2."""
    review = resolved_review()
    minor = changes.updated(review, incident=review.incident.changed(severity=Severity.SEV4))
    assert "Review held" not in [deadline.name for deadline in deadlines(minor, RESOLVED)]
    assert named(minor, "Draft", RESOLVED).state == "unknown"


@pytest.mark.parametrize(("day", "state"), [(8, "due"), (9, "due"), (10, "overdue")])
def test_the_draft_follows_the_meeting_within_a_day(day: int, state: str) -> None:
    """The day after the meeting is the last one, to its end."""
    now = datetime(2024, 3, day, 23, 30, tzinfo=UTC)
    deadline = named(resolved_review(met=date(2024, 3, 8)), "Draft", now)
    assert (deadline.due, deadline.state) == (date(2024, 3, 9), state)


def test_before_the_meeting_draft_and_publication_count_from_its_last_moment() -> None:
    """72 hours and one day, 72 hours and two."""
    now = RESOLVED + timedelta(hours=1)
    assert named(resolved_review(), "Draft", now).due == RESOLVED + timedelta(hours=96)
    assert named(resolved_review(), "Publication", now).due == RESOLVED + timedelta(hours=120)
    assert named(resolved_review(), "Draft", now).state == "upcoming"


def test_what_is_published_is_done() -> None:
    """A published report needed a draft and a meeting."""
    review = changes.updated(resolved_review(published=RESOLVED), status=Status.PUBLISHED)
    states = {each.name: each.state.value for each in deadlines(review, RESOLVED + timedelta(days=20))}
    assert {states[name] for name in ("Review held", "Draft", "Publication")} == {"done"}


def test_critical_actions_are_followed_up_after_a_month() -> None:
    """Done when all of them are; without any there is nothing to follow up."""
    review = resolved_review(met=date(2024, 3, 8))
    now = datetime(2024, 4, 8, tzinfo=UTC)
    assert "Follow-up" not in [deadline.name for deadline in deadlines(review, now)]
    review = changes.add(review, Action(label="A0", text="x", priority=Priority.CRITICAL))
    deadline = named(review, "Follow-up", now)
    assert (deadline.due, deadline.state) == (date(2024, 4, 7), "overdue")
    done = changes.put(review, review.actions[0].changed(status=ActionStatus.DONE))
    assert named(done, "Follow-up", now).done


def test_the_quarter_is_looked_at_when_it_ends_and_is_never_overdue() -> None:
    """Announced, due around its end, and gone a month later."""
    review = resolved_review()
    assert named(review, "Quarter review", RESOLVED).state == "upcoming"
    assert named(review, "Quarter review", RESOLVED).due == date(2024, 3, 31)
    assert named(review, "Quarter review", datetime(2024, 4, 20, tzinfo=UTC)).state == "due"
    later = deadlines(review, datetime(2024, 6, 20, tzinfo=UTC))
    assert "Quarter review" not in [deadline.name for deadline in later]


def test_days_are_those_of_the_incidents_zone() -> None:
    """It is already the next day where the incident was."""
    review = resolved_review(met=date(2024, 3, 8))
    auckland = changes.updated(review, incident=review.incident.changed(zone="Pacific/Auckland"))
    now = datetime(2024, 3, 9, 13, 0, tzinfo=UTC)
    assert named(review, "Draft", now).state == "due"
    assert named(auckland, "Draft", now).state == "overdue"


def test_an_unreadable_zone_does_no_harm() -> None:
    """The clock's own zone is used instead."""
    review = resolved_review()
    odd = changes.updated(review, incident=review.incident.changed(zone="Nowhere/../Land"))
    assert deadlines(odd, RESOLVED)


def test_a_drill_has_no_deadline() -> None:
    """Nobody waits for its report."""
    review = resolved_review()
    drill = changes.updated(review, incident=review.incident.changed(kind=IncidentKind.DRILL))
    assert deadlines(drill, RESOLVED) == ()
    assert deadlines(review_of(severity=None), RESOLVED)


def summary(**fields: object) -> ReviewSummary:
    """A row of the library."""
    row = ReviewSummary(
        id="1",
        ref="checkout",
        title="Checkout slow",
        kind="incident",
        severity="SEV1",
        on=date(2024, 3, 5),
        status=Status.DRAFT,
        stage=Stage.PREPARE,
        open_actions=0,
        resolved=RESOLVED,
        met=None,
        archived=False,
    )
    return replace(row, **fields)  # type: ignore[arg-type] # fields by their names


def test_the_list_shows_the_deadline_of_severe_incidents() -> None:
    """The same as in the review; none for the others."""
    now = RESOLVED + timedelta(hours=80)
    found = review_deadline(summary(), now)
    assert found == named(resolved_review(), "Review held", now)
    assert review_deadline(summary(severity="SEV3"), now) is None
    assert review_deadline(summary(kind="drill"), now) is None
    held = review_deadline(summary(met=date(2024, 3, 7)), now)
    assert held is not None
    assert held.done
