"""Lines of a system's log as `journalctl -o short` prints them, with or without a year, or syslog."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from pirtui.capture import dates, zones
from pirtui.capture.candidates import Assumptions
from pirtui.capture.sources import stamps
from pirtui.capture.sources.local_times import Clock, LocalTimes, Placed

_SHORT = re.compile(
    r"(?P<stamp>(?P<month>[A-Z][a-z]{2}) {1,2}(?P<day>\d{1,2}) "
    r"(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d):(?P<second>[0-5]\d)(?:\.(?P<fraction>\d{1,9}))?)"
)
_ISO = re.compile(r"(?P<stamp>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d))")
_UNIX = re.compile(r"(?P<stamp>\d{9,10}\.\d{6})")
_REST = re.compile(
    r" +(?P<host>[\w.\-:%]{1,255}) "
    r"(?P<unit>[^\s\[\]:][^\s\[\]]{0,120}?)(?P<number>\[\d{1,10}\])?: ?(?P<words>.*)$"
)
_CONTINUED = re.compile(r"\s{4,}(?P<words>\S.*)$")
_MARKER = re.compile(r"-- .* --$|-- (?:Logs|Journal|No entries|Boot|Reboot)\b")
_ENOUGH = 0.6


@dataclass
class LogLine:
    """One entry, with the lines that go on with it."""

    match: re.Match[str]
    number: int
    unit: str
    host: str
    words: list[str] = field(default_factory=list)
    has_number: bool = False

    @property
    def raw(self) -> str:
        """The time as it was written."""
        return self.match["stamp"]


def is_log(text: str) -> bool:
    """Whether most lines of a text begin as such a log's do."""
    lines = [line for line in text.split("\n") if line.strip() and not _MARKER.match(line)]
    begun = [entry for line in lines if not _CONTINUED.match(line) for entry in _begun(line, 0)]
    plain = sum(not _CONTINUED.match(line) for line in lines)
    return any(map(_is_of_process, begun)) and len(begun) >= _ENOUGH * plain


def _is_of_process(entry: LogLine) -> bool:
    return entry.has_number or entry.unit == "kernel"


def read_lines(text: str) -> tuple[list[LogLine], list[int]]:
    """The entries of a log, and the numbers of lines that belong to none."""
    entries: list[LogLine] = []
    odd: list[int] = []
    for number, line in enumerate(text.split("\n"), 1):
        entry = next(_begun(line, number), None)
        continued = _CONTINUED.match(line)
        if entry:
            entries.append(entry)
        elif entries and continued:
            entries[-1].words.append(continued["words"])
        elif line.strip() and not _MARKER.match(line):
            odd.append(number)
    return entries, odd


def _begun(line: str, number: int) -> Iterator[LogLine]:
    """The entry that begins in this line, if one does."""
    for pattern in (_SHORT, _ISO, _UNIX):
        match = pattern.match(line)
        rest = _REST.match(line, match.end()) if match else None
        if match and rest:
            yield LogLine(
                match, number, rest["unit"], rest["host"], [rest["words"]], bool(rest["number"])
            )


class LogTimes:
    """Places the times of a log, of which the short ones leave out the year and the zone."""

    def __init__(self, assumptions: Assumptions) -> None:
        self._zone = assumptions.zone
        self._times = LocalTimes(assumptions)
        today = zones.in_zone(assumptions.now, zones.review_zone(assumptions.zone)).date()
        self._reference = assumptions.on or today
        self._is_assumed = assumptions.on is not None

    def place(self, line: LogLine) -> Placed:
        """When this entry was written, with the doubts about it."""
        if line.match.re is not _SHORT:
            at = stamps.stated(line.raw)
            if at is not None:
                return Placed(stamps.moment(at, line.raw, self._zone))
            return self._times.unknown(line.raw, f"The time {line.raw} does not exist. When was it?")
        day = self._day(line.match["month"], int(line.match["day"]))
        if day is None:
            return self._times.unknown(line.raw, f"The date {line.raw} does not exist. When was it?")
        return self._times.place(_clock(line.match), line.raw, day)

    def _day(self, month: str, number: int) -> date | None:
        """The day of this name that is nearest to the assumed one; the year is asked about once."""
        if month not in dates.MONTHS:
            return None
        stated = dates.StatedDay(0, None, dates.MONTHS.index(month) + 1, number)
        day = dates.nearest(stated, self._reference)
        if day is not None and not self._is_assumed:
            self._is_assumed = True
            self._times.ask(f"No year is given, {day.year} is assumed. Is it?")
        return day


def _clock(match: re.Match[str]) -> Clock:
    fraction = (match["fraction"] or "")[:6].ljust(6, "0")
    return Clock(int(match["hour"]), int(match["minute"]), int(match["second"]), int(fraction))
