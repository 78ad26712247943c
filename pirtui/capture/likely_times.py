"""What was probably meant by a time that no clock or calendar shows."""

from pirtui.capture import zones
from pirtui.capture.reading import LineContext
from pirtui.capture.settled_times import base_day
from pirtui.capture.time_statements import StatedTime


def likely_texts(stated: StatedTime, text: str, start: int, context: LineContext) -> tuple[str, ...]:
    """Spellings that were probably meant by an impossible time, the most probable first."""
    clock, day = stated.clock, stated.day
    if day is not None and day.impossible:
        here = base_day(context, zones.review_zone(context.zone)).year
        nearest_first = sorted(day.likely, key=lambda spelling: abs(int(spelling[:4]) - here))
        return tuple(spelling + text[day.end : stated.end] for spelling in nearest_first)
    if clock is None or not clock.likely or stated.end_clock is not None:
        return ()
    before = text[start : day.end] + " " if day is not None and day.end < clock.end else ""
    return tuple(before + likely + text[clock.end : stated.end] for likely in clock.likely)
