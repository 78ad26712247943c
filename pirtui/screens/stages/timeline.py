"""Stage 2: what happened, and when."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache
from itertools import compress, count
from operator import itemgetter, ne
from typing import ClassVar, NamedTuple

from pirtui.domain import changes
from pirtui.domain.days import day_text
from pirtui.domain.durations import duration_text
from pirtui.domain.events import Event, Milestone
from pirtui.domain.intervals import Interval, intervals
from pirtui.domain.labelled import places
from pirtui.domain.memo import item_by_item
from pirtui.domain.milestones import marks
from pirtui.domain.moment_text import clock_text, local_day, zone_of
from pirtui.domain.review import Review, Stage
from pirtui.domain.silences import silences
from pirtui.screens.rows import hint
from pirtui.screens.stages.base import Intent, Panel, PanelLine, StageView, people_names, setting
from pirtui.widgets.item_list import Row, Tag


class _DrawnEvent(NamedTuple):
    """The row of an event and the day under whose rule it stands."""

    row: Row
    day: date | None


class TimelineStage(StageView):
    """Events by time, with a rule at each new day and every long silence drawn."""

    stage: ClassVar[Stage] = Stage.TIMELINE
    grammar: ClassVar[str] = "timeline"
    placeholder: ClassVar[str] = "14:32 what happened  @role !milestone"

    def __init__(self) -> None:
        self._zone_name = ""
        self._draw = _drawing(UTC)
        self._rules: dict[date, Row] = {}
        self._silences: dict[tuple[str, float], Row] = {}

    def rows(self, review: Review) -> Sequence[Row]:
        """Events, day rules and silences; rows that stay the same stay the same objects."""
        if not review.events:
            return _empty_timeline(review)
        if review.incident.zone != self._zone_name:
            self._draw = _drawing(zone_of(review.incident.zone))
            self._zone_name = review.incident.zone
        return self._rows(review.events)

    def _rows(self, events: tuple[Event, ...]) -> Sequence[Row]:
        drawn = self._draw(events)
        told = [each.row for each in drawn]
        rows: list[Row] = []
        reached = 0
        for place, row in sorted(self._between(events, drawn), key=itemgetter(0)):
            rows += (*told[reached:place], row)
            reached = place
        return [*rows, *told[reached:]]

    def _between(
        self, events: tuple[Event, ...], drawn: Sequence[_DrawnEvent]
    ) -> Iterator[tuple[int, Row]]:
        """The rows that stand between events, each with the place of the event that it stands before."""
        where = places(events)
        for silence in silences(events):
            yield where[silence.after] + 1, self._silence(silence.after, silence.minutes)
        days = [each.day for each in drawn]
        today: date | None = None
        for place in (0, *compress(count(1), map(ne, days, days[1:]))):
            day = days[place]
            if day is not None and day != today:
                today = day
                yield place, self._rule(day)

    def _rule(self, day: date) -> Row:
        if day not in self._rules:
            self._rules[day] = Row(key="", text=day_text(day), kind="rule")
        return self._rules[day]

    def _silence(self, after: str, minutes: float) -> Row:
        known = self._silences.get((after, minutes))
        if known is None:
            text = f"{duration_text(minutes)} without an event"
            known = self._silences[after, minutes] = Row(key="", text=text, kind="silence")
        return known

    def panel(self, review: Review, key: str, now: datetime) -> Panel:
        """Every interval with both its ends; those with an unknown end come last."""
        known_first = sorted(intervals(review), key=lambda each: each.minutes is None)
        return Panel("Intervals", tuple(_interval_line(each) for each in known_first))

    def marked(self, review: Review, key: str) -> Intent | None:
        """The next milestone that no other event carries, then none again."""
        event = changes.find(review, key)
        if not isinstance(event, Event):
            return None
        milestone = _next_milestone(review, event)
        kept = event.milestones[:-1]
        chosen = kept if milestone is None else (*kept, milestone)
        name = "no milestone" if milestone is None else milestone.value.replace("-", " ")
        return setting(key, f"Mark {key}: {name}", milestones=chosen)

    def completions(self, review: Review) -> dict[str, tuple[str, ...]]:
        """Milestones after `!`, roles and names after `@`."""
        return {"!": tuple(each.value for each in Milestone), "@": people_names(review)}


def _empty_timeline(review: Review) -> tuple[Row, ...]:
    zone = review.incident.zone or "UTC"
    return (
        hint("What was normal work that day, before anything looked off?"),
        hint(f"Type a time and what happened: 14:32 error rate rises @support   (times in {zone})"),
        hint("Milestones make the intervals: !impact-start  !detected  !mitigated  !resolved"),
        hint("A pasted list of several lines opens the evidence tray."),
    )


def _drawing(zone: tzinfo) -> Callable[[tuple[Event, ...]], tuple[_DrawnEvent, ...]]:
    """What draws events by the clock of a zone."""

    days: dict[date, date] = {}

    @item_by_item
    def draw(event: Event) -> _DrawnEvent:
        day = local_day(event.time, zone)
        return _DrawnEvent(_event_row(event, zone), day and days.setdefault(day, day))

    return draw


def _event_row(event: Event, zone: tzinfo) -> Row:
    return Row(
        key=event.label,
        lead=clock_text(event.time, zone),
        badge=event.label,
        text=event.text,
        tags=tuple(_event_tags(event)),
        detail=event.note,
        tone="strong" if event.key_moment else ("muted" if not event.in_report else ""),
    )


@lru_cache(maxsize=1_000)
def _tag(text: str, tone: str) -> Tag:
    """A tag, which all events that carry it share."""
    return Tag(text, tone)


def _event_tags(event: Event) -> Iterator[Tag]:
    for milestone in event.milestones:
        yield _tag(milestone.value.replace("-", " "), "accent")
    if event.actor:
        yield _tag(f"@{event.actor}", "muted")
    if event.key_moment:
        yield _tag("key moment", "strong")
    if event.open_question:
        yield _tag("open question", "warning")
    if event.doubt:
        yield _tag(event.doubt, "warning")
    if event.source:
        yield _tag("source", "muted")
    if not event.in_report:
        yield _tag("not in report", "muted")


def _interval_line(interval: Interval) -> PanelLine:
    ends = f"{_words(interval.start)} → {_words(interval.end)}"
    if interval.minutes is None:
        return PanelLine(f"{interval.name}: {ends}", "unknown", "muted")
    value = duration_text(interval.minutes)
    if interval.is_negative:
        return PanelLine(f"{interval.name}: {ends}", f"{value}, out of order?", "warning")
    return PanelLine(f"{interval.name}: {ends}", f"~{value}" if interval.is_approximate else value)


def _words(milestone: Milestone) -> str:
    return milestone.value.replace("-", " ")


def _next_milestone(review: Review, event: Event) -> Milestone | None:
    held = {milestone: mark.label for milestone, mark in marks(review).items()}
    free = [each for each in Milestone if held.get(each, event.label) == event.label]
    if event.milestones:
        current = event.milestones[-1]
        later = free[free.index(current) + 1 :] if current in free else []
        return later[0] if later else None
    reached = [list(Milestone).index(each) for each in held]
    usual = [each for each in free if not reached or list(Milestone).index(each) > max(reached)]
    return next(iter(usual or free), None)
