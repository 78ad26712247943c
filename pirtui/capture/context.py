"""What a line is read against, taken from the review; shared by every door into it."""

from dataclasses import dataclass
from datetime import date, datetime

from pirtui.capture import zones
from pirtui.capture.reading import LineContext
from pirtui.domain import changes
from pirtui.domain.events import Event
from pirtui.domain.labelled import labels, places
from pirtui.domain.moments import Moment, Precision
from pirtui.domain.review import Review

_WITH_A_DAY = (Precision.SECOND, Precision.MINUTE, Precision.HOUR, Precision.DAY)


@dataclass(frozen=True)
class _Known:
    """What is known about one review."""

    review: Review
    labels: tuple[str, ...]
    previous: Moment | None


class _Memo:
    """The last two reviews that were asked about, by identity: enough while a line is typed."""

    def __init__(self) -> None:
        self._held: tuple[_Known, ...] = ()

    def known(self, review: Review) -> _Known:
        for known in self._held:
            if known.review is review:
                return known
        known = _Known(review, _labels(review), _previous(review))
        self._held = (known, *self._held[:1])
        return known


_memo = _Memo()


def line_context(
    review: Review, now: datetime, parent: str | None = None, editing: Event | None = None
) -> LineContext:
    """The context in which a line of this review is read.

    `parent` is the highlighted factor. While an event is edited, a bare time stays on that event's
    own day.
    """
    known = _memo.known(review)
    zone = review.incident.zone
    previous = known.previous
    on = review.incident.on
    if editing is not None:
        on = _day(editing.time, zone) or on or _day(previous, zone)
        previous = None
    return LineContext(zone, now, on, previous, known.labels, parent)


def _labels(review: Review) -> tuple[str, ...]:
    others = [item.label for item in changes.items(changes.updated(review, events=()))]
    return (*labels(review.events), *others)


def _previous(review: Review) -> Moment | None:
    """The time of the event with the highest number that has one."""
    known = places(review.events)
    for number in range(review.last_numbers.get("E", 0), 0, -1):
        place = known.get(f"E{number}")
        if place is not None and review.events[place].time.start is not None:
            return review.events[place].time
    return None


def _day(moment: Moment | None, zone: str) -> date | None:
    if moment is None or moment.start is None or moment.precision not in _WITH_A_DAY:
        return None
    return zones.in_zone(moment.start, zones.review_zone(zone)).date()
