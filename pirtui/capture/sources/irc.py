"""Logs of IRC: irssi, WeeChat, and what HexChat, mIRC, ZNC and others write much like them."""

from collections.abc import Iterator
from datetime import date

from pirtui.capture import dates
from pirtui.capture.candidates import Assumptions, Candidate, Evidence, Progress, UnreadableSource
from pirtui.capture.material import Material
from pirtui.capture.sources import chat_noise, stamps
from pirtui.capture.sources.chat_building import PROGRESS_EVERY, Message, message_candidate, skipped
from pirtui.capture.sources.irc_lines import LogLine, is_marker, marked_day, read_line
from pirtui.capture.sources.local_times import LocalTimes, Placed
from pirtui.capture.sources.source_format import SourceFormat

_LOOKED_AT = 200
_ENOUGH = 0.8


def _recognises(material: Material) -> bool:
    if material.members:
        return False
    try:
        text = material.text
    except UnreadableSource:
        return False
    lines = [line for line in text[:40_000].split("\n")[:_LOOKED_AT] if line.strip()]
    marked = sum(1 for line in lines if is_marker(line))
    said = [found for line in lines if (found := read_line(line))]
    plain = sum(1 for found in said if found.is_plain)
    begins = bool(lines) and (is_marker(lines[0]) or read_line(lines[0]) is not None)
    return begins and plain + marked > 1 and plain > 0 and len(said) + marked >= _ENOUGH * len(lines)


def _read(material: Material, assumptions: Assumptions, progress: Progress) -> Evidence:
    lines = material.text.split("\n")
    reader = _LogReader(material.name, lines, assumptions)
    candidates: list[Candidate] = []
    for done, line in enumerate(lines):
        if done % PROGRESS_EVERY == 0:
            progress(done, len(lines))
        candidates += reader.read(line, done + 1)
    progress(len(lines), len(lines))
    if not candidates and any(line.strip() for line in lines):
        raise UnreadableSource(
            material.name, "expected the lines of an IRC log, such as `09:12 <ada> rolling back`."
        )
    notices = skipped(reader.odd, "a line of an IRC log was expected")
    return Evidence(
        material.name,
        FORMAT.name,
        tuple(candidates),
        tuple(notices),
        zone=assumptions.zone,
        on=reader.first_day,
        day_from=reader.day_from,
    )


class _LogReader:
    """Reads the lines of one log in turn; `odd` are the places of lines that are none."""

    def __init__(self, name: str, lines: list[str], assumptions: Assumptions) -> None:
        self._name = name
        self._zone = assumptions.zone
        self._times = LocalTimes(assumptions, _first_day(lines))
        self._said_so = assumptions.on is not None
        self._dated = False
        self.first_day: date | None = None
        self.odd: list[str] = []

    @property
    def day_from(self) -> str:
        """Where the days come from, in a word or two."""
        if self._dated:
            return "the log"
        return "" if self._said_so else "today"

    def read(self, line: str, number: int) -> Iterator[Candidate]:
        """The candidate of a line, if it makes one."""
        said = read_line(line)
        if said is not None:
            if said.text:
                yield self._candidate(said, number)
        elif is_marker(line):
            day = marked_day(line)
            if day is not None:
                self._dated = True
                self._times.turn_to(day)
        elif line.strip():
            self.odd.append(f"{self._name}:{number}")

    def _candidate(self, said: LogLine, number: int) -> Candidate:
        placed = self._placed(said)
        if self.first_day is None and placed.moment.start is not None:
            self.first_day = placed.moment.start.date()
        message = Message(
            moment=placed.moment,
            actor=said.nick,
            words=said.text,
            line=number,
            origin=f"{self._name}:{number}",
            noise=said.noise or chat_noise.noise_in(said.text),
        )
        return message_candidate(message, placed.questions)

    def _placed(self, said: LogLine) -> Placed:
        if said.at is not None:
            self._dated = True
            return Placed(stamps.moment(said.at, said.raw, self._zone))
        day = said.day
        if said.month_day is not None:
            month, number = said.month_day
            day = dates.nearest(dates.StatedDay(0, None, month, number), self._times.day)
        self._dated = self._dated or day is not None
        return self._times.place(said.clock, said.raw, day)


def _first_day(lines: list[str]) -> date | None:
    """The first day that a marker names."""
    return next((day for line in lines if is_marker(line) and (day := marked_day(line))), None)


FORMAT = SourceFormat(name="irc", title="IRC log", recognises=_recognises, read=_read)
