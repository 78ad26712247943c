"""Small builders for the tests of the domain."""

from datetime import UTC, date, datetime, timedelta

from pirtui.domain import changes
from pirtui.domain.events import Event, Milestone
from pirtui.domain.incident import DetectionSource, Incident, Severity
from pirtui.domain.moments import UNKNOWN, Moment, Precision
from pirtui.domain.review import Review, ReviewDates
from pirtui.domain.value import Item

DAY = datetime(2024, 3, 5, tzinfo=UTC)
"""The day of every incident made here."""


def minute(minutes: float | None, *, approximate: bool = False, until: float | None = None) -> Moment:
    """The moment this many minutes into the day; unknown for `None`."""
    if minutes is None:
        return UNKNOWN
    return Moment(
        start=DAY + timedelta(minutes=minutes),
        end=None if until is None else DAY + timedelta(minutes=until),
        precision=Precision.MINUTE,
        approximate=approximate,
    )


def happened(minutes: float | None, text: str = "something", *milestones: Milestone) -> Event:
    """An event that is not in a review yet."""
    return Event(label="E0", time=minute(minutes), text=text, milestones=milestones)


def review_of(
    *items: Item,
    severity: Severity | None = Severity.SEV2,
    source: DetectionSource | None = DetectionSource.ALERT,
) -> Review:
    """A review to which these items were added one after another."""
    review = Review(
        id="1",
        ref="checkout",
        incident=Incident(
            title="Checkout slow",
            severity=severity,
            zone="Europe/London",
            on=date(2024, 3, 5),
            detection_source=source,
        ),
        dates=ReviewDates(created=DAY),
    )
    for item in items:
        review = changes.add(review, item)
    return review


def marked(**minutes: float | None) -> Review:
    """A review with one event for each named milestone, such as `impact_start=0, detected=58`."""
    events = (happened(at, name, Milestone(name.replace("_", "-"))) for name, at in minutes.items())
    return review_of(*events)
