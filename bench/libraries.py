"""Libraries of a known size, made in a moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from pirtui.domain.events import Event, Milestone
from pirtui.domain.ids import uuid7
from pirtui.domain.incident import Incident, Severity
from pirtui.domain.moments import Moment, Precision
from pirtui.domain.review import Review, ReviewDates, Stage
from pirtui.session import Draft, Session
from pirtui.store.library import Library

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
_MILESTONES = {
    0: Milestone.IMPACT_START,
    10: Milestone.DETECTED,
    15: Milestone.ACKNOWLEDGED,
    60: Milestone.MITIGATED,
    90: Milestone.RESOLVED,
}


def review_with(events: int, number: int = 0) -> Review:
    """A review with this many events, one every ten seconds; `number` makes it one of many."""
    return Review(
        id=uuid7(START + timedelta(minutes=number), number),
        ref=f"review-{number:04}",
        stage=Stage.TIMELINE,
        incident=Incident(
            title=f"Incident-number-{number:04} of the checkout",
            severity=Severity.SEV2,
            zone="UTC",
            on=(START + timedelta(days=number)).date(),
        ),
        events=tuple(_event(index) for index in range(events)),
        dates=ReviewDates(created=START + timedelta(days=number)),
        last_numbers={"E": events},
    )


def library_with(path: Path, reviews: int, events: int = 3) -> Path:
    """A library with this many reviews."""
    with Library.open(path, clock=lambda: START) as library:
        for number in range(reviews):
            library.create(review_with(events, number))
    return path


def single(path: Path, events: int) -> Path:
    """A library with one review, left at its timeline with the last event highlighted."""
    with Library.open(path, clock=lambda: START) as library:
        review = library.create(review_with(events))
        Session.open(library, review.ref).keep_place(Stage.TIMELINE, f"E{events}", Draft())
    return path


def _event(index: int) -> Event:
    milestone = _MILESTONES.get(index)
    return Event(
        label=f"E{index + 1}",
        time=Moment(
            start=START + timedelta(seconds=10 * index),
            precision=Precision.SECOND,
            raw="",
        ),
        text=f"event-{index + 1:05} of the checkout service was written down by the room",
        actor="on-call",
        milestones=(milestone,) if milestone else (),
    )
