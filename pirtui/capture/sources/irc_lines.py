"""What the lines of IRC logs say, in the spellings of the clients that write them."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from pirtui.capture import dates
from pirtui.capture.sources import chat_noise, stamps
from pirtui.capture.sources.local_times import Clock

_MONTHS = "|".join(dates.MONTHS)
_CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.(?P<fraction>\d{1,9}))?)?"
_STAMP = re.compile(
    r"\[?(?:(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})[ T]"
    rf"|(?P<name>{_MONTHS}) +(?P<number>\d{{1,2}}) )?"
    rf"{_CLOCK}(?P<zone>Z|[+\-]\d{{2}}:?\d{{2}})?\]?(?P<gap>\t| +)"
)
_MARKER = re.compile(
    r"(?:---|\*{4}|\*{3}) *(?:Log (?:opened|closed)|Day changed|(?:BEGIN|ENDING) LOGGING AT)\b.*"
    r"|(?:---|\*{3})? ?Session (?:Start|Time|Close|Ident)\b.*",
    re.I,
)
_MARKED_DAY = re.compile(
    rf"\b(?P<name>{_MONTHS})[a-z]* +(?P<number>\d{{1,2}})(?: \d{{2}}:\d{{2}}(?::\d{{2}})?)?"
    r" (?P<year>\d{4})\b"
    r"|\b(?P<iso>\d{4}-\d{2}-\d{2})\b",
    re.I,
)
_NICK = r"[^\s<>\[\]@+%&~!:,]{1,40}"
_SAID = re.compile(r"<[ @+%&~!]?(?P<nick>[^\s<>]{1,40})> ?\t?(?P<text>.*)")
_NOTICED = re.compile(rf"-(?P<nick>{_NICK})(?::[#&+!]\S+)?- (?P<text>\S.*)")
_ACTED = re.compile(rf"\*[ \t]+(?P<nick>[@+%&~]?{_NICK}) (?P<text>\S.*)")
_SERVER = re.compile(r"(?P<mark>-!-|\*{3}|\*|-->|<--|--|=!=|!)[ \t]+(?P<text>\S.*)")
_COLUMNS = re.compile(r"(?P<nick>[^\t]{0,60})\t(?P<text>.*)")
_SERVER_COLUMNS = {"-->": chat_noise.JOINED, "<--": chat_noise.LEFT, "--": "", "=!=": ""}
_SERVER_MESSAGE = "server message"
_STATUS = (
    (
        chat_noise.JOINED,
        re.compile(r"\bhas joined(?: [#&!+]\S+\s*)?(?:\(.*\))?$|^Joins?: |\bis now talking in ", re.I),
    ),
    (
        chat_noise.LEFT,
        re.compile(
            r"\bhas (?:left|quit)(?: [#&!+]\S+)?\s*(?:[(\[].*[)\]])?$|^(?:Quits?|Parts?): ", re.I
        ),
    ),
    (chat_noise.LEFT, re.compile(r"\bwas kicked (?:from|by)\b", re.I)),
    ("server message", re.compile(r"^Now talking (?:on|in) ")),
    ("nick changed", re.compile(r"\b(?:is|are) now known as \S+$", re.I)),
    ("mode changed", re.compile(r"^mode/\S+ \[|\bsets? mode:? [+\-]|^Mode \S+ \[", re.I)),
    (
        chat_noise.SETTINGS,
        re.compile(r"\b(?:changed|changes|has set) (?:the )?topic\b|^Topic (?:for|set|is)\b", re.I),
    ),
)


class _Words(NamedTuple):
    """Who says what in a line, why it is noise, and whether only a client's log looks like it."""

    nick: str
    text: str
    noise: str = ""
    is_plain: bool = True


@dataclass(frozen=True)
class LogLine:
    """One line of a log. `at` is set where the line names day and zone, else `clock` and perhaps `day`.

    `month_day` is a day without a year. `noise` is set on what the server says. `is_plain` says that
    nothing but a client's log looks like this line.
    """

    raw: str
    clock: Clock
    nick: str
    text: str
    noise: str = ""
    at: datetime | None = None
    day: date | None = None
    month_day: tuple[int, int] | None = None
    is_plain: bool = True


def read_line(line: str) -> LogLine | None:
    """Read a line with a time, a nick and words; `None` if it is none of these."""
    stamp = _STAMP.match(line)
    clock = _clock(stamp) if stamp else None
    if stamp is None or clock is None:
        return None
    said = _said(line[stamp.end() :], columns=stamp["gap"] == "\t")
    if said is None:
        return None
    read = LogLine(stamp[0].strip(), clock, said.nick, said.text, said.noise, is_plain=said.is_plain)
    return _dated(read, stamp)


def _dated(read: LogLine, stamp: re.Match[str]) -> LogLine | None:
    """The line with the day that its stamp names; `None` where no calendar has that day."""
    if stamp["name"]:
        month, number = _named(stamp)
        return replace(read, month_day=(month, number)) if dates.possible(2000, month, number) else None
    if not stamp["year"]:
        by_clock_alone = stamp["gap"] == "\t"
        return replace(read, is_plain=read.is_plain and not by_clock_alone)
    day = dates.possible(int(stamp["year"]), int(stamp["month"]), int(stamp["day"]))
    at = stamps.instant(read.raw.strip("[]")) if stamp["zone"] else None
    return replace(read, day=day, at=at) if day else None


def is_marker(line: str) -> bool:
    """Whether a client wrote this line to say that a log or a day begins or ends."""
    return _MARKER.match(line) is not None


def marked_day(line: str) -> date | None:
    """The day that such a line names, if it can be read."""
    found = _MARKED_DAY.search(line)
    if found is None:
        return None
    if found["iso"]:
        year, month, number = map(int, found["iso"].split("-"))
        return dates.possible(year, month, number)
    return dates.possible(int(found["year"]), *_named(found))


def _named(match: re.Match[str]) -> tuple[int, int]:
    return dates.MONTHS.index(match["name"].capitalize()) + 1, int(match["number"])


def _clock(match: re.Match[str]) -> Clock | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    second = int(match["second"]) if match["second"] else None
    if hour > 23 or minute > 59 or (second or 0) > 59:
        return None
    return Clock(hour, minute, second, int((match["fraction"] or "").ljust(6, "0")[:6]))


def _said(rest: str, *, columns: bool) -> _Words | None:
    """What is said behind the time; `None` if this is no line of a log."""
    if columns:
        match = _COLUMNS.match(rest)
        return _in_columns(match["nick"].strip(), match["text"].strip()) if match else None
    words = rest.strip()
    said = _SAID.match(words) or _NOTICED.match(words)
    if said:
        return _Words(said["nick"], said["text"].strip())
    return _by_server_or_deed(words)


def _by_server_or_deed(words: str) -> _Words | None:
    status, acted = _SERVER.match(words), _ACTED.match(words)
    if status is None:
        return None
    noise = _status(status["text"])
    if noise or not acted:
        plain = status["mark"] in ("-!-", "***")
        return _Words("", status["text"], noise or _SERVER_MESSAGE, is_plain=plain)
    return _Words(acted["nick"].lstrip("@+%&~"), acted["text"], is_plain=False)


def _in_columns(nick: str, text: str) -> _Words | None:
    if nick in _SERVER_COLUMNS:
        return _Words("", text, _status(text) or _SERVER_COLUMNS[nick] or _SERVER_MESSAGE)
    if nick == "*":
        actor, _, deed = text.partition(" ")
        return _Words(actor, deed)
    if nick.endswith(":") or " " in nick or not text:
        return None
    bare = nick.lstrip("@+%&~")
    return _Words(bare, text, is_plain=bool(bare)) if bare else _Words("", text, _SERVER_MESSAGE)


def _status(text: str) -> str:
    """What the server says about people and channels, in two words; empty for anything else."""
    return next((noise for noise, pattern in _STATUS if pattern.search(text)), "")
