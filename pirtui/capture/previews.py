"""The pieces of a reading as the room sees them in the row above the line."""

from collections.abc import Iterable
from datetime import date, datetime, tzinfo

from pirtui.capture import dates, zones
from pirtui.capture.reading import Part
from pirtui.domain.moments import Moment, Precision


def parts(*pairs: tuple[str, str]) -> tuple[Part, ...]:
    """Parts from pairs of role and text; empty texts are left out."""
    return tuple(Part(role, text) for role, text in pairs if text)


def several(role: str, texts: Iterable[str]) -> tuple[Part, ...]:
    """One part of the same role for each text."""
    return tuple(Part(role, text) for text in texts)


def moment_text(moment: Moment, zone: str) -> str:
    """A moment with its zone and its date in words: `14:32 BST, Sun 21 Oct 2018`."""
    start = moment.start
    if start is None:
        return "no time"
    about = "about " if moment.approximate else ""
    if not moment.is_clocked:
        return f"{about}{_day(start, moment.precision)}{_day_end(moment)}"
    tz = zones.review_zone(zone)
    clock = f"{_clock(start, moment.precision)}{_end(moment, start, tz)}"
    onwards = " onwards" if moment.open_ended else ""
    return f"{about}{clock} {zones.zone_text(start, tz)}{onwards}, {_day(start, Precision.DAY)}"


def _end(moment: Moment, start: datetime, tz: tzinfo) -> str:
    if moment.end is None:
        return ""
    end = zones.in_zone(moment.end, start.tzinfo or tz)
    clock = f"–{_clock(end, moment.precision)}"
    return clock if end.date() == start.date() else f"{clock} ({dates.day_text(end.date())})"


def _day_end(moment: Moment) -> str:
    return f" – {_day(moment.end, moment.precision)}" if moment.end else ""


def _clock(instant: datetime, precision: Precision) -> str:
    if precision is Precision.HOUR:
        return f"{instant.hour:02}:??"
    seconds = f":{instant.second:02}" if precision is Precision.SECOND else ""
    return f"{instant.hour:02}:{instant.minute:02}{seconds}"


def _day(instant: datetime, precision: Precision) -> str:
    if precision is Precision.YEAR:
        return str(instant.year)
    if precision is Precision.MONTH:
        return f"{dates.MONTHS[instant.month - 1]} {instant.year}"
    return f"{dates.day_text(instant.date())} {instant.year}"


def due_text(due: date | None) -> str:
    """A due date as the room reads it: `Fri 4 Dec 2026`."""
    return f"{dates.day_text(due)} {due.year}" if due else ""
