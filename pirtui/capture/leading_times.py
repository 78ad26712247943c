"""The time at the start of a line, read against the day and the zone of the review."""

from dataclasses import dataclass
from typing import NamedTuple

from pirtui.capture import likely_times, settled_times, time_marks
from pirtui.capture.clock_times import Style
from pirtui.capture.reading import Alternative, LineContext
from pirtui.capture.stated_times import may_begin, read_stated
from pirtui.capture.time_statements import StatedTime
from pirtui.domain.moments import UNKNOWN, Moment
from pirtui.domain.visible import visible


@dataclass(frozen=True)
class LeadingTime:
    """The time at the start of a line, and the rest of the line.

    `problem` is empty: a time never stops a line from being saved. `doubts` are the questions that
    the room should see, and `alternatives` other readings, each as a whole line.
    """

    moment: Moment
    rest: str
    problem: str = ""
    doubts: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


class _Found(NamedTuple):
    stated: StatedTime
    start: int
    rest: str


def read_leading_time(line: str, context: LineContext) -> LeadingTime:
    """Read the time at the start of a line.

    A line without a time has an unknown moment and is wholly `rest`; so has one with an impossible
    time, which carries a doubt as well.
    """
    text = _shown(line).strip()
    found = _find(text)
    if found is None:
        return LeadingTime(UNKNOWN, text)
    stated, start = found.stated, found.start
    if stated.impossible:
        return _impossible(text, found, context)
    if stated.counts:
        return _counted(text, found)
    raw = text[start : stated.end]
    if settled_times.is_change_of_version(raw, context):
        return _counted(text, found)
    settled = settled_times.settled(stated, raw, found.rest, context)
    if settled is None:
        return LeadingTime(UNKNOWN, text, doubts=(f"{raw} is not a time that can be placed.",))
    alternatives = tuple(
        Alternative(
            other.name, f"\\{text}" if other.time is None else _respelled(text, found, other.time)
        )
        for other in settled.alternatives
    )
    leading = LeadingTime(settled.moment, found.rest, "", settled.doubts, alternatives)
    return _with_second(leading, text, found) if stated.second else leading


def guarded(time: str, body: str, context: LineContext) -> str:
    """Join a printed time and the text behind it, so that nothing of the text is read as time.

    Where something would be, a backslash goes before the text.
    """
    stripped = body.lstrip("\\")
    line = f"{time} {stripped}" if time else stripped
    mark = "\\" if stripped and _is_taken(time, stripped, line, context) else ""
    return f"{time} {mark}{body}" if time and body else time or f"{mark}{body}"


def unguarded(leading: LeadingTime, context: LineContext) -> str:
    """The rest of a line without the backslash that `guarded` put before it."""
    rest = leading.rest
    if not rest.startswith("\\"):
        return rest
    stripped = rest.lstrip("\\")
    time = leading.moment.raw
    line = f"{time} {stripped}" if time else stripped
    return rest[1:] if stripped and _is_taken(time, stripped, line, context) else rest


def _is_taken(time: str, stripped: str, line: str, context: LineContext) -> bool:
    leading = read_leading_time(line, context)
    return leading.moment.raw != time or leading.rest != stripped or (not time and bool(leading.doubts))


def _shown(line: str) -> str:
    return line if line.isascii() and line.isprintable() else visible(line)


def _find(text: str) -> _Found | None:
    position = 0
    for _ in range(time_marks.MOST_MARKS + 1):
        found = _found_at(text, position)
        bullet = None if found else time_marks.BULLET.match(text, position)
        if bullet is None:
            return found
        position = bullet.end()
    return None


def _found_at(text: str, position: int) -> _Found | None:
    opened = time_marks.openers(text, position)
    start = position + sum(map(len, opened))
    stated = read_stated(text, start) if may_begin(text, start) else None
    if stated is None:
        return None
    clock = stated.end_clock or stated.clock
    is_clock = clock is not None and clock.style is Style.COLON
    rest = time_marks.rest_behind(text, stated.end, opened, is_clock=is_clock)
    return None if rest is None else _Found(stated, start, rest)


def _with_second(leading: LeadingTime, text: str, found: _Found) -> LeadingTime:
    """The question which of two times is meant, with the other one and both as a range."""
    raw, second = leading.moment.raw, found.stated.second
    behind = text.find(second, found.stated.end) + len(second)
    others = [Alternative(second, text[: found.start] + second + text[behind:])]
    if raw != second:
        ranged = f"{raw}-{second}"
        others.append(Alternative(ranged, text[: found.start] + ranged + text[behind:]))
    question = f"A second time, {second}, stands beside {raw}. Which of them is meant?"
    return LeadingTime(
        leading.moment,
        leading.rest,
        leading.problem,
        (*leading.doubts, question),
        (*leading.alternatives, *others),
    )


def _respelled(text: str, found: _Found, time: str) -> str:
    return text[: found.start] + time + text[found.stated.end :]


def _counted(text: str, found: _Found) -> LeadingTime:
    raw = text[found.start : found.stated.end]
    ends = [each for each in (found.stated.clock, found.stated.end_clock) if each]
    shown = "-".join(f"{each.hour or 0:02}:{each.minute:02}" for each in ends)
    return LeadingTime(
        UNKNOWN,
        text,
        doubts=(f"{raw} read as a number. Is it the time {shown}?",),
        alternatives=(Alternative(shown, _respelled(text, found, shown)),),
    )


def _impossible(text: str, found: _Found, context: LineContext) -> LeadingTime:
    raw = text[found.start : found.stated.end]
    likely = likely_times.likely_texts(found.stated, text, found.start, context)
    question = f" Is it {likely[0]}?" if likely else ""
    return LeadingTime(
        UNKNOWN,
        text,
        doubts=(f"{raw} is on no clock or calendar.{question}",),
        alternatives=tuple(Alternative(time, _respelled(text, found, time)) for time in likely),
    )
