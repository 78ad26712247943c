"""Times as the room reads them: on the timeline's column, on a day rule, in a sentence."""

from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pirtui.domain.days import day_text
from pirtui.domain.moments import Moment, Precision

_UNKNOWN = "--:--"


def zone_of(name: str) -> tzinfo:
    """The zone with this IANA name; UTC where none is set, or none goes by that name."""
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def clock_text(moment: Moment, zone: tzinfo) -> str:
    """The time of day with its marks: `~14:32`, `14:??`, `12:26–12:40`, `09:03–`, `--:--`."""
    if moment.start is None or not moment.is_clocked:
        return _UNKNOWN
    mark = "~" if moment.approximate else ""
    return f"{mark}{_clock(moment.start.astimezone(zone), moment.precision)}{_ending(moment, zone)}"


def full_text(moment: Moment, zone: tzinfo) -> str:
    """Day, time and zone in words, as precisely as they are known: `Mon 22 Oct 2018 14:32 UTC`."""
    if moment.start is None:
        return "time unknown"
    local = moment.start.astimezone(zone)
    if moment.precision is Precision.YEAR:
        return f"{local:%Y}"
    if moment.precision is Precision.MONTH:
        return f"{local:%b %Y}"
    if not moment.is_clocked:
        return day_text(local.date())
    return f"{day_text(local.date())} {clock_text(moment, zone)} {local:%Z}"


def local_day(moment: Moment, zone: tzinfo) -> date | None:
    """The day in this zone on which the moment lies, if it is known that far."""
    if moment.start is None or moment.precision in (Precision.MONTH, Precision.YEAR):
        return None
    return moment.start.astimezone(zone).date()


def _clock(local: datetime, precision: Precision) -> str:
    if precision is Precision.HOUR:
        return f"{local:%H}:??"
    return f"{local:%H:%M:%S}" if precision is Precision.SECOND else f"{local:%H:%M}"


def _ending(moment: Moment, zone: tzinfo) -> str:
    if moment.end is not None:
        return f"–{_clock(moment.end.astimezone(zone), moment.precision)}"
    return "–" if moment.open_ended else ""
