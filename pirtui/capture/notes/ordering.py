"""Rows that do not fit the order around them, and stamps in the words that contradict their row."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from pirtui.capture.dates import day_text
from pirtui.capture.notes.placing import Placed, line_at
from pirtui.capture.reading import Alternative, LineContext
from pirtui.capture.times import read_leading_time

_DAY = timedelta(days=1)
_STAMP = re.compile(
    r"(?<![\w.:/-])(?:\d{4}-\d{2}-\d{2}[T ]\d{1,2}:\d{2}"
    r"|(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4},? (?:at )?)?\d{1,2}:\d{2}(?::\d{2})?\s?(?:[AaPp][Mm]\s?)?"
    r"(?=\s?(?:UTC|GMT|Z\b|[A-Z]{2,4}T\b|[+-]\d{2}:?\d{2})))"
)
_WHOLE_HOURS_WITHIN = timedelta(minutes=3)
_HOUR = timedelta(hours=1)
_FURTHEST = timedelta(hours=14)


def ask_about_order(rows: Sequence[Placed]) -> None:
    """Ask about each row that stands too early or too late among its neighbours.

    As few rows as possible are asked about, and none is moved. Rows that run from the newest to the
    oldest are in order too.
    """
    clocked = [row for row in rows if row.moment.is_clocked]
    starts = [row.moment.start for row in clocked if row.moment.start is not None]
    kept = _longest_in_order(starts)
    backwards = _longest_in_order(starts[::-1])
    if len(backwards) > len(kept):
        kept = {len(starts) - 1 - place for place in backwards}
    for place, row in enumerate(clocked):
        if place not in kept:
            _ask(row, *_neighbours(starts, kept, place))


def ask_about_stamps(rows: Sequence[Placed], context: LineContext) -> None:
    """Ask about rows whose own words hold a stamp that is whole hours away from the row's time."""
    for row in rows:
        start = row.moment.start
        if start is None or not row.moment.is_clocked:
            continue
        words = " ".join((row.rest, *row.entry.first, *row.entry.others))
        for raw, instant in _stamps(words, context):
            if _contradicts(raw, instant, start):
                here = f"{instant.astimezone(start.tzinfo):%H:%M}"
                row.questions.append(
                    f"The words say {raw}, {here} here, which is whole hours off. Is the zone right?"
                )
                break


def _longest_in_order(starts: Sequence[datetime]) -> set[int]:
    """The places of the longest run that never goes back; where two are as long, the earlier rows."""
    tails: list[float] = []
    last: list[int] = []
    before: dict[int, int] = {}
    for place in range(len(starts) - 1, -1, -1):
        value = -starts[place].timestamp()
        position = bisect_right(tails, value)
        before[place] = last[position - 1] if position else -1
        if position == len(tails):
            tails.append(value)
            last.append(place)
        else:
            tails[position], last[position] = value, place
    kept: set[int] = set()
    place = last[-1] if last else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return kept


def _neighbours(
    starts: Sequence[datetime], kept: set[int], place: int
) -> tuple[datetime | None, datetime | None]:
    earlier = next((starts[each] for each in range(place - 1, -1, -1) if each in kept), None)
    later = next((starts[each] for each in range(place + 1, len(starts)) if each in kept), None)
    return earlier, later


def _ask(row: Placed, earlier: datetime | None, later: datetime | None) -> None:
    start = row.moment.start
    if start is None:
        return
    for other in (start - _DAY, start + _DAY):
        if (earlier is None or earlier <= other) and (later is None or other <= later):
            row.questions.append(
                f"{_named(start)} does not fit the rows around it. Is it {day_text(other.date())}?"
            )
            row.alternatives.append(Alternative(day_text(other.date()), line_at(row, other)))
            return
    if earlier is not None and start < earlier:
        row.questions.append(
            f"{_named(start)} is before the row above it, {_named(earlier)}. Is it right?"
        )
    elif later is not None:
        row.questions.append(f"{_named(start)} is after the row below it, {_named(later)}. Is it right?")


def _named(instant: datetime) -> str:
    return f"{instant:%H:%M} on {day_text(instant.date())}"


def _stamps(words: str, context: LineContext) -> Iterator[tuple[str, datetime]]:
    for match in _STAMP.finditer(words):
        read = read_leading_time(words[match.start() : match.start() + 60], context)
        instant = read.moment.start
        if instant is not None and read.moment.is_clocked and _names_zone(read.moment.raw):
            yield read.moment.raw, instant


def _names_zone(raw: str) -> bool:
    return re.search(r"(?:[A-Z]{1,5}|[+-]\d{2}:?\d{2})\)?$", raw) is not None and raw[-1:] != "M"


def _contradicts(raw: str, instant: datetime, start: datetime) -> bool:
    apart = abs(instant - start)
    if not _HOUR - _WHOLE_HOURS_WITHIN <= apart <= _FURTHEST:
        return False
    over = apart % _HOUR
    near = min(over, _HOUR - over) <= _WHOLE_HOURS_WITHIN
    dated = re.match(r"\d{4}-|[A-Z][a-z]", raw) is not None
    return near and (dated or instant.utcoffset() != start.utcoffset())
