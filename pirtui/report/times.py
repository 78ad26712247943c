"""Times as a report shows them: in the zone of the review, and in UTC where that differs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from pirtui.domain.days import day_text
from pirtui.domain.events import Event
from pirtui.domain.moment_text import clock_text, full_text, local_day, zone_of
from pirtui.domain.moments import Moment
from pirtui.report.escape import Markdown, inline

TIME_UNKNOWN = "Time not known"


@dataclass(frozen=True)
class ReportZone:
    """The zone in which a report tells its times, under the name that the reader sees."""

    name: str
    zone: tzinfo

    @property
    def label(self) -> Markdown:
        """The name as Markdown."""
        return inline(self.name)

    @property
    def is_utc(self) -> bool:
        """Whether a second column in UTC would only repeat the first."""
        return self.name == "UTC"

    def clock(self, moment: Moment) -> Markdown:
        """The time of day with its marks, or as much as is known: a day, a month, the raw words."""
        return _clock(moment, self.zone)

    def utc(self, moment: Moment) -> Markdown:
        """The time of day in UTC, with the day where it is another one than here."""
        if moment.start is None or not moment.is_clocked:
            return Markdown("")
        day = moment.start.astimezone(UTC).date()
        clock = _clock(moment, UTC)
        return clock if day == local_day(moment, self.zone) else Markdown(f"{_short_day(day)}, {clock}")

    def day(self, moment: Moment) -> date | None:
        """The day on which a moment lies here, if it is known that far."""
        return local_day(moment, self.zone)

    def heading(self, moment: Moment) -> str:
        """What stands over the events of a day: the day, or only the month or year that is known."""
        if moment.start is None:
            return TIME_UNKNOWN
        day = self.day(moment)
        return full_text(moment, self.zone) if day is None else day_text(day)

    def short(self, moment: Moment, main_day: date | None) -> Markdown:
        """The time of day, with the day in front where it is not the main day of the incident."""
        day = self.day(moment)
        clock = self.clock(moment)
        return clock if day is None or day == main_day else Markdown(f"{_short_day(day)}, {clock}")

    def offsets(self, moments: Iterable[Moment]) -> str:
        """The offsets that apply to these moments: `UTC+01:00`, or several over a clock change."""
        starts = (moment.start for moment in moments if moment.start is not None)
        found = {start.astimezone(self.zone).utcoffset() or timedelta() for start in starts}
        return " and ".join(_offset_text(offset) for offset in sorted(found))


def report_zone(name: str) -> ReportZone:
    """The zone with this IANA name; UTC where no zone is set or the name is not known here."""
    zone = zone_of(name)
    return ReportZone(name=getattr(zone, "key", "UTC"), zone=zone)


def main_day(events: Iterable[Event], on: date | None, zone: ReportZone) -> date | None:
    """The day of the incident, or else the day of the first event that has one."""
    if on is not None:
        return on
    return next((day for event in events if (day := zone.day(event.time)) is not None), None)


def utc_text(instant: datetime) -> str:
    """An instant in ISO 8601 in UTC, as the front matter gives it."""
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _clock(moment: Moment, zone: tzinfo) -> Markdown:
    if moment.start is None:
        return inline(f"“{moment.raw.strip()}”") if moment.raw.strip() else Markdown("not known")
    if moment.is_clocked:
        return Markdown(_clocked(moment, zone).replace("~", "\\~"))
    return inline(("~" if moment.approximate else "") + full_text(moment, zone))


def _clocked(moment: Moment, zone: tzinfo) -> str:
    """A time of day; a range that ends on another day names that day: `23:50 to Thu 24 Jul, 00:10`."""
    if moment.end is None:
        return clock_text(moment, zone)
    last = moment.end.astimezone(zone).date()
    if last == local_day(moment, zone):
        return clock_text(moment, zone)
    start = clock_text(moment.model_copy(update={"end": None, "open_ended": False}), zone)
    end = moment.model_copy(update={"start": moment.end, "end": None, "approximate": False})
    return f"{start} to {_short_day(last)}, {clock_text(end, zone)}"


def _short_day(day: date) -> str:
    return day_text(day).rsplit(" ", 1)[0]


def _offset_text(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    if not minutes:
        return "UTC"
    return f"UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
