"""Times in lines: read from the start of a line, and printed so that they read back the same."""

from collections.abc import Iterator

from pirtui.capture import zones
from pirtui.capture.leading_times import LeadingTime, guarded, read_leading_time, unguarded
from pirtui.capture.reading import LineContext
from pirtui.capture.spelled_times import spelled
from pirtui.domain.moments import Moment

__all__ = ["LeadingTime", "guarded", "print_time", "read_leading_time", "unguarded"]

_ANY_WORD = "then"


def print_time(moment: Moment, context: LineContext) -> str:
    """Spell a moment so that reading it in this context gives the same moment.

    The words of the source are kept where they still say so. Empty where nothing is known, or where
    no line can say it (a year before 1900).
    """
    if moment.raw and _read_alone(moment.raw, context) == moment:
        return moment.raw
    candidates = tuple(_candidates(moment))
    exact = (text for text in candidates if _says(text, moment, context, offset=True))
    equal = (text for text in candidates if _says(text, moment, context, offset=False))
    near = (text for text in candidates[3:4] if _read_alone(text, context) is not None)
    return next(exact, "") or next(equal, "") or next(near, "")


def _candidates(moment: Moment) -> Iterator[str]:
    if moment.start is None:
        return
    yield spelled(moment, day=False, zone=False)
    yield spelled(moment, day=True, zone=False)
    yield spelled(moment, day=False, zone=True)
    yield spelled(moment, day=True, zone=True)
    universal = zones.in_zone(moment.start, zones.review_zone(""))
    yield spelled(moment.model_copy(update={"start": universal}), day=True, zone=True)


def _read_alone(text: str, context: LineContext) -> Moment | None:
    """The moment that a text says by itself, and with words behind it."""
    leading = read_leading_time(text, context)
    if leading.moment.raw != text or leading.rest:
        return None
    followed = read_leading_time(f"{text} {_ANY_WORD}", context)
    return leading.moment if followed.moment == leading.moment else None


def _says(text: str, moment: Moment, context: LineContext, *, offset: bool) -> bool:
    read = _read_alone(text, context)
    if read is None or (offset and not _same_offset(read, moment)):
        return False
    return read.model_copy(update={"raw": moment.raw}) == moment


def _same_offset(first: Moment, second: Moment) -> bool:
    if first.start is None or second.start is None:
        return first.start is second.start
    return first.start.utcoffset() == second.start.utcoffset()
