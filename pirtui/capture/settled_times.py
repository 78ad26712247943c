"""Stated times become moments: the day, the zone and every doubt are settled here."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo

from pirtui.capture import clock_times, dates, zones
from pirtui.capture.clock_times import StatedClock, Style
from pirtui.capture.dates import StatedDay
from pirtui.capture.reading import LineContext
from pirtui.capture.spelled_times import spelled
from pirtui.capture.time_statements import StatedTime
from pirtui.capture.zones import StatedZone
from pirtui.domain.moments import Moment, Precision

STEP_BACK = timedelta(hours=6)
"""A bare time further back than this probably belongs to the next day.

Source: research/formats.md, section A4.
"""

_DAYLESS = (Precision.MONTH, Precision.YEAR, Precision.NONE)
_DOT_HABIT = re.compile(r"\d\.\d\d(?!\d)")
_BARE_HABIT = re.compile(r"(?:^|\s)\d{4}$")
_RELEASE = re.compile(
    r"(?:upgrad|releas|version|rollout|roll-out|rc\d|alpha|beta|branch|image|tag|to\s\d)", re.I
)
_FROM_VERSION = re.compile(r"[1-9]\.\d\d\s+to\s+[1-9]\.\d\d$", re.I)


@dataclass(frozen=True)
class OtherReading:
    """Another reading of a time: what to call it and how to spell it; no spelling means "no time"."""

    name: str
    time: str | None


@dataclass(frozen=True)
class Settled:
    """A moment with the doubts about it and the other readings."""

    moment: Moment
    doubts: tuple[str, ...] = ()
    alternatives: tuple[OtherReading, ...] = ()


def settled(stated: StatedTime, raw: str, rest: str, context: LineContext) -> Settled | None:
    """Turn a stated time into a moment; `None` if it falls outside the calendar."""
    try:
        if stated.is_now or stated.step is not None:
            return Settled(_relative(stated, raw, context))
        if stated.clock is not None and stated.clock.hour is None:
            return Settled(Moment(raw=raw))
        return _Settling(stated, raw, rest, context).settled()
    except OverflowError:
        return None


def is_change_of_version(raw: str, context: LineContext) -> bool:
    """Whether `1.11 to 1.13` is an upgrade, which it is unless the review spells its times with dots."""
    return _FROM_VERSION.match(raw) is not None and not _DOT_HABIT.search(_habit(context))


def base_day(context: LineContext, tz: tzinfo) -> date:
    """The day to which a bare time belongs: the previous event's, else the incident's, else today."""
    previous = context.previous
    if previous is not None and previous.start and previous.precision not in _DAYLESS:
        return zones.in_zone(previous.start, tz).date()
    return context.on or zones.in_zone(context.now, tz).date()


def _habit(context: LineContext) -> str:
    return context.previous.raw if context.previous else ""


def _relative(stated: StatedTime, raw: str, context: LineContext) -> Moment:
    tz = zones.review_zone(context.zone)
    origin = context.now
    if stated.step is not None and context.previous is not None and context.previous.is_clocked:
        origin = context.previous.start or origin
    start = (origin + (stated.step or timedelta())).astimezone(tz)
    if not stated.step_in_seconds:
        start = start.replace(second=0, microsecond=0)
    precision = Precision.SECOND if stated.step_in_seconds else Precision.MINUTE
    return Moment(start=start, precision=precision, approximate=stated.approximate, raw=raw)


class _Settling:
    """One stated time on its way to a moment; doubts gather as they are found."""

    def __init__(self, stated: StatedTime, raw: str, rest: str, context: LineContext) -> None:
        self._stated = stated
        self._raw = raw
        self._rest = rest
        self._context = context
        self._review = zones.review_zone(context.zone)
        self._doubts: list[str] = []
        self._others: list[OtherReading] = []

    def settled(self) -> Settled | None:
        day = self._day()
        if day is None:
            return None
        start = self._placed(day, self._stated.clock, question=True)
        end = self._end(day, start)
        moment = Moment(
            start=start,
            end=end,
            precision=self._precision(),
            approximate=self._stated.approximate,
            open_ended=self._stated.open_ended and end is None,
            raw=self._raw,
        )
        self._doubt_day(day, moment)
        self._doubt_spelling()
        self._doubt_step_back(day, moment)
        return Settled(moment, tuple(self._doubts), tuple(self._others))

    def _day(self) -> date | None:
        stated = self._stated
        tz = stated.zone.tz if stated.zone else self._review
        base = base_day(self._context, tz)
        if stated.day is not None:
            return dates.nearest(self._in_order(stated.day, base), base)
        return base + timedelta(days=stated.day_shift or 0)

    def _in_order(self, day: StatedDay, base: date) -> StatedDay:
        """A day in numbers, month first where the review says so, or where that is nearer to `base`."""
        if day.swapped is None or day.precision is not Precision.DAY:
            return day
        swapped = _month_first(day)
        order = self._context.day_first
        if order is not None or day.year is not None:
            return swapped if order is False else day
        first, second = dates.nearest(day, base), dates.nearest(swapped, base)
        nearer = first and second and abs(second - base) < abs(first - base)
        return swapped if nearer else day

    def _precision(self) -> Precision:
        stated = self._stated
        if stated.clock is None:
            return stated.day.precision if stated.day else Precision.NONE
        ends = [clock.precision for clock in (stated.clock, stated.end_clock) if clock]
        order = (Precision.SECOND, Precision.MINUTE, Precision.HOUR)
        return min(ends, key=order.index)

    def _placed(
        self,
        day: date,
        clock: StatedClock | None,
        *,
        question: bool,
        at_end: bool = False,
    ) -> datetime:
        local = _local(day, clock)
        tz = self._review
        stated_zone = (self._stated.end_zone if at_end else None) or self._stated.zone
        if stated_zone is not None:
            tz, doubt = zones.settled(stated_zone, local, self._review)
            if doubt and question:
                self._doubts.append(doubt)
                self._offer_no_zone(stated_zone)
        placed = local.replace(tzinfo=zones.fixed(tz, local))
        if clock is not None and question:
            self._doubt_clock_change(local, tz)
        return placed

    def _end(self, day: date, start: datetime) -> datetime | None:
        stated = self._stated
        if stated.end_clock is None and stated.end_day is None:
            return None
        end_day = day + timedelta(days=1) if stated.next_day else day
        if stated.end_day is not None:
            end_day = dates.nearest(self._in_order(stated.end_day, day), day) or day
        end = self._placed(end_day, stated.end_clock, question=False, at_end=True)
        if end >= start:
            return end
        if stated.end_day is not None:
            self._doubts.append("The end is before the start.")
            return end
        return self._placed(day + timedelta(days=1), stated.end_clock, question=False, at_end=True)

    def _offer_no_zone(self, zone: StatedZone) -> None:
        """Words that might belong to the text can be put back there."""
        if zone.unsure and self._raw.endswith(zone.unsure):
            time = self._raw[: -len(zone.unsure)].rstrip()
            self._others.append(
                OtherReading(f"{zone.unsure} belongs to the text", f"{time} \\{zone.unsure}")
            )

    def _doubt_clock_change(self, local: datetime, tz: tzinfo) -> None:
        first = local.replace(tzinfo=tz, fold=0).utcoffset()
        second = local.replace(tzinfo=tz, fold=1).utcoffset()
        if first is None or second is None or first == second:
            return
        clock, day = f"{local:%H:%M}", dates.day_text(local.date())
        if first < second:
            self._doubts.append(
                f"{clock} does not exist on {day}: the clocks went forward. Is it right?"
            )
            return
        later = local.replace(tzinfo=tz, fold=1)
        zone = zones.offset_text(later)
        self._doubts.append(f"{clock} comes twice on {day}. The first is taken; is it the second?")
        self._others.append(
            OtherReading(f"the second {clock}, {zone}", f"{local:%Y-%m-%d %H:%M} {zone}")
        )

    def _doubt_day(self, day: date, moment: Moment) -> None:
        stated = self._stated.day
        if stated is None:
            return
        if stated.weekday is not None and stated.weekday != day.weekday():
            said = dates.WEEKDAYS[stated.weekday]
            self._doubts.append(f"{day.isoformat()} is a {dates.WEEKDAYS[day.weekday()]}, not a {said}.")
        if stated.swapped is not None and stated.precision is Precision.YEAR:
            other = str(stated.swapped.year)
            self._doubts.append(f"Read as {day.year}. Is it {other}?")
            self._others.append(OtherReading(other, f"{other}-??-??"))
        elif stated.swapped is not None and self._context.day_first is None:
            self._doubt_order(day, stated, moment)

    def _doubt_order(self, day: date, stated: StatedDay, moment: Moment) -> None:
        readings = [dates.nearest(each, day) for each in (stated, _month_first(stated))]
        other = next((reading for reading in readings if reading != day), None)
        if other is None:
            return
        self._doubts.append(f"Read as {dates.day_text(day)}. Is it {dates.day_text(other)}?")
        shifted = _on_day(moment, other, self._stated, self._review)
        self._others.append(OtherReading(dates.day_text(other), spelled(shifted, day=True, zone=False)))

    def _doubt_spelling(self) -> None:
        clock = self._stated.clock
        if clock is None:
            return
        if clock.doubt:
            self._doubts.append(clock.doubt)
        if self._stated.day is None and self._could_be_number(clock):
            self._doubts.append(f"{self._raw} read as the time {clock.hour:02}:{clock.minute:02}.")
            self._others.append(OtherReading(f"{self._raw} is not a time", None))

    def _could_be_number(self, clock: StatedClock) -> bool:
        if self._stated.approximate or clock.meridiem or self._stated.zone:
            return False
        habit = _habit(self._context)
        if clock_times.is_year(clock):
            return not _BARE_HABIT.search(habit)
        if clock.style is not Style.DOT or _DOT_HABIT.search(habit):
            return False
        ranged = self._stated.end_clock is not None and " to " in self._raw
        return ranged or _RELEASE.match(self._rest) is not None

    def _doubt_step_back(self, day: date, moment: Moment) -> None:
        previous = self._context.previous
        if self._stated.day is not None or self._stated.day_shift is not None:
            return
        if previous is None or previous.start is None or moment.start is None:
            return
        if moment.start >= previous.start - STEP_BACK:
            return
        tomorrow = day + timedelta(days=1)
        shifted = _on_day(moment, tomorrow, self._stated, self._review)
        name = dates.day_text(tomorrow)
        self._doubts.append(f"Is {moment.start:%H:%M} on the next day, {name}?")
        zoned = self._stated.zone is not None
        self._others.append(OtherReading(name, spelled(shifted, day=True, zone=zoned)))


def _month_first(day: StatedDay) -> StatedDay:
    return replace(day, month=day.day, day=day.month)


def _local(day: date, clock: StatedClock | None) -> datetime:
    if clock is None or clock.hour is None:
        return datetime.combine(day, time())
    hour, minute, second, microsecond = clock.of_day
    if hour == 24:
        return datetime.combine(day + timedelta(days=1), time())
    return datetime.combine(day, time(hour, minute, second, microsecond))


def _on_day(moment: Moment, day: date, stated: StatedTime, review: tzinfo) -> Moment:
    """The same clock time on another day, in the zone that holds there."""
    if moment.start is None:
        return moment
    local = datetime.combine(day, moment.start.time())
    tz = zones.settled(stated.zone, local, review)[0] if stated.zone else review
    start = local.replace(tzinfo=zones.fixed(tz, local))
    end = moment.end
    if end is not None:
        end = end + (start - moment.start)
    return moment.changed(start=start, end=end)
