"""A moment spelled out in the canonical form of a line."""

from datetime import datetime

from pirtui.capture import zones
from pirtui.domain.moments import Moment, Precision

_DAYS = {Precision.MONTH: "{0:%Y-%m}-??", Precision.YEAR: "{0:%Y}-??-??"}


def spelled(moment: Moment, *, day: bool, zone: bool) -> str:
    """Spell a moment in its own offset, with or without the date and the offset.

    A day, month or year always has its date. A moment without a start is empty.
    """
    start = moment.start
    if start is None:
        return ""
    text = _point(start, moment.precision, day=day)
    end = moment.end
    if end is not None:
        end = zones.in_zone(end, start.tzinfo) if zone and start.tzinfo else end
        text += _joined_end(moment, start, end)
    if zone:
        text += f" {zones.offset_text(start)}"
    if moment.open_ended and end is None:
        text += " onwards"
    return f"~{text}" if moment.approximate else text


def _joined_end(moment: Moment, start: datetime, end: datetime) -> str:
    within_a_day = 0 <= (end - start).total_seconds() < 86_400
    if moment.is_clocked and within_a_day:
        return f"-{_point(end, moment.precision, day=False)}"
    return f" - {_point(end, moment.precision, day=True)}"


def _point(instant: datetime, precision: Precision, *, day: bool) -> str:
    if precision in _DAYS:
        return _DAYS[precision].format(instant)
    written_day = f"{instant.year:04}-{instant.month:02}-{instant.day:02}"
    if precision in (Precision.DAY, Precision.NONE):
        return written_day
    clock = _clock(instant, precision)
    return f"{written_day} {clock}" if day else clock


def _clock(instant: datetime, precision: Precision) -> str:
    if precision is Precision.HOUR:
        return f"{instant.hour:02}:??"
    if precision is Precision.MINUTE:
        return f"{instant.hour:02}:{instant.minute:02}"
    fraction = f".{instant.microsecond:06}".rstrip("0") if instant.microsecond else ""
    return f"{instant.hour:02}:{instant.minute:02}:{instant.second:02}{fraction}"
