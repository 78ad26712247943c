"""Histories of shells: bash with stamps, zsh, fish, and what `history` prints."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from pirtui.capture.candidates import Assumptions, Candidate, Evidence, Progress, UnreadableSource
from pirtui.capture.decoding import decoded
from pirtui.capture.material import Material
from pirtui.capture.reading import LineContext
from pirtui.capture.sources import day_order, stamps
from pirtui.capture.sources.building import candidate
from pirtui.capture.sources.day_order import DayOrder
from pirtui.capture.sources.reading_order import oldest_first
from pirtui.capture.sources.source_format import SourceFormat
from pirtui.capture.times import read_leading_time
from pirtui.domain.moments import UNKNOWN, Moment

_ZSH = re.compile(r"^: {1,2}(\d{9,10}):(\d{1,9});", re.M)
_BASH = re.compile(r"^#(\d{9,10})[ \t]*$", re.M)
_FISH = re.compile(r"^- cmd: .*\n {2}when: \d{9,10}$", re.M)
_FISH_COMMAND = re.compile(r"- cmd: (.*)")
_FISH_TIME = re.compile(r" {2}when: (\d{9,10})$")
_FISH_ESCAPE = re.compile(r"\\([\\n])")
_PRINTED = re.compile(
    r"^[ \t]*(\d{1,7})\*?[ \t]+"
    r"(?=[\[(]?(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|[A-Z][a-z]{2}\b)[^\n]{0,20}\d:\d{2})",
    re.M,
)
_BRACKETS = {"[": "]", "(": ")"}
_PRINTED_SHARE = 0.5
_LOOKED_AT = 200_000

_META = 0x83
_META_MASK = 0x20

_NO_TIME = "no time"
_CHATTER = "shell chatter"
_CHATTING = re.compile(
    r"(?:ls|ll|la|l|dir|cd|pushd|popd|clear|reset|pwd|history|exit|logout|fg|bg|jobs|whoami|who|w|id|date"
    r"|man|which|type|alias|hostname|true)(?:\s[^;&|\n]*)?"
)
_STEP = 500


@dataclass(frozen=True)
class _Command:
    """What was typed, on which line it begins, and when; `stamp` is a count of seconds or a time."""

    typed: str
    line: int
    stamp: str = ""
    seconds: int = 0
    wording: str = ""


def _recognises(material: Material) -> bool:
    return not material.members and _reader(material.text_or_nothing[:_LOOKED_AT]) is not None


def _read(material: Material, assumptions: Assumptions, progress: Progress) -> Evidence:
    text = _unmetafied(material) or material.text
    reader = _reader(text)
    if reader is None:
        expected = "expected a shell history with times: bash, zsh, fish, or the output of history."
        raise UnreadableSource(material.name, expected)
    commands = [command for command in reader(text) if command.typed.strip()]
    order = day_order.decided((command.stamp for command in commands), assumptions.day_first)
    asked = day_order.first_to_ask((command.stamp for command in commands), order)
    found: list[Candidate] = []
    for number, command in enumerate(commands):
        if number % _STEP == 0:
            progress(number, len(commands))
        question = (order.question,) if number == asked else ()
        found.append(_candidate(material.name, command, assumptions, order, question))
    progress(len(commands), len(commands))
    times = [each.event.time.start if each.event else None for each in found]
    return Evidence(material.name, FORMAT.name, oldest_first(found, times))


def _reader(text: str) -> Callable[[str], Iterator[_Command]] | None:
    """How to read this text; `None` if it is no history with times."""
    for pattern, reader in ((_ZSH, _zsh), (_BASH, _bash), (_FISH, _fish)):
        first = pattern.search(text)
        if first is None:
            continue
        if not text[: first.start()].strip() or pattern.search(text, first.end()):
            return reader
    printed = len(_PRINTED.findall(text))
    lines = sum(1 for line in text.split("\n") if line.strip())
    return _printed if printed and printed >= lines * _PRINTED_SHARE else None


def _zsh(text: str) -> Iterator[_Command]:
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        first = number
        while lines[number].endswith("\\") and number + 1 < len(lines):
            number += 1
        number += 1
        entry = lines[first:number]
        joined = "\n".join([*(line[:-1] for line in entry[:-1]), entry[-1]])
        stamp = _ZSH.match(joined)
        typed = joined[stamp.end() :] if stamp else joined
        at, seconds = (stamp[1], int(stamp[2])) if stamp else ("", 0)
        yield _Command(typed, first + 1, at, seconds, "\n".join(entry))


def _bash(text: str) -> Iterator[_Command]:
    """Entries of several lines end at the next stamp; lines before the first one stand alone."""
    stamp, start, entry = "", 0, list[str]()
    for number, line in enumerate(text.split("\n"), 1):
        match = _BASH.match(line)
        if match is None and stamp:
            entry.append(line)
        elif match is None:
            yield _Command(line, number, wording=line)
        else:
            yield _stamped(stamp, start, entry)
            stamp, start, entry = match[1], number, []
    yield _stamped(stamp, start, entry)


def _stamped(stamp: str, line: int, entry: list[str]) -> _Command:
    typed = "\n".join(entry).strip("\n")
    return _Command(typed, line, stamp, wording=f"#{stamp}\n{typed}")


def _fish(text: str) -> Iterator[_Command]:
    command: _Command | None = None
    for number, line in enumerate(text.split("\n"), 1):
        typed, at = _FISH_COMMAND.match(line), _FISH_TIME.match(line)
        if typed:
            if command:
                yield command
            command = _Command(_FISH_ESCAPE.sub(_fish_unescaped, typed[1]), number, wording=line)
        elif at and command and not command.stamp:
            command = _Command(command.typed, command.line, at[1], wording=f"{command.wording}\n{line}")
    if command:
        yield command


def _fish_unescaped(match: re.Match[str]) -> str:
    return "\n" if match[1] == "n" else "\\"


def _printed(text: str) -> Iterator[_Command]:
    """Lines of `history`: number, time, command; a line without a number continues the command."""
    start, entry, skip = 0, list[str](), 0
    for number, line in enumerate(text.split("\n"), 1):
        match = _PRINTED.match(line)
        if match is None:
            entry.append(line)
            continue
        yield _listed(start, entry, skip)
        start, entry, skip = number, [line], match.end()
    yield _listed(start, entry, skip)


def _listed(line: int, entry: list[str], skip: int) -> _Command:
    wording = "\n".join(entry).rstrip("\n")
    typed = wording[skip:]
    if typed[:1] in _BRACKETS:
        typed = typed[1:].replace(_BRACKETS[typed[0]], "", 1)
    return _Command(typed, max(line, 1), stamp=typed if skip else "", wording=wording)


def _candidate(
    name: str, command: _Command, assumptions: Assumptions, order: DayOrder, asked: tuple[str, ...]
) -> Candidate:
    time, typed, doubts = _placed(command, assumptions, order)
    questions = (*asked, *doubts)
    noise = _CHATTER if _CHATTING.fullmatch(typed.strip()) else ""
    if time.start is None and not questions:
        noise = noise or _NO_TIME
    origin = f"{name}:{command.line}"
    built = candidate(time, typed, line=command.line, origin=origin, noise=noise, questions=questions)
    return replace(built, wording=command.wording)


def _placed(
    command: _Command, assumptions: Assumptions, order: DayOrder
) -> tuple[Moment, str, tuple[str, ...]]:
    """When a command was run, what was typed, and the doubts about it."""
    if not command.stamp:
        return UNKNOWN, command.typed, ()
    at = stamps.epoch(command.stamp) if command.stamp.isdigit() else None
    if at is None:
        return _understood(command, assumptions, order)
    time = stamps.moment(at, command.stamp, assumptions.zone)
    if command.seconds and time.start is not None:
        time = time.changed(end=time.start + timedelta(seconds=command.seconds))
    return time, command.typed, ()


def _understood(
    command: _Command, assumptions: Assumptions, order: DayOrder
) -> tuple[Moment, str, tuple[str, ...]]:
    first, _, others = command.typed.partition("\n")
    spelled = day_order.rewritten(first, order)
    context = LineContext(assumptions.zone, assumptions.now, assumptions.on)
    leading = read_leading_time(spelled.text, context)
    typed = f"{leading.rest}\n{others}" if others else leading.rest
    asked = (spelled.question,) if spelled.question else ()
    return leading.moment, typed, (*asked, *leading.doubts)


def _unmetafied(material: Material) -> str:
    """The text of a zsh history, in which zsh hides some bytes behind others; empty for other texts."""
    try:
        material.content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return ""
    if not _ZSH.search(material.text):
        return ""
    plain = bytearray()
    hidden = False
    for byte in material.content:
        if byte == _META and not hidden:
            hidden = True
            continue
        plain.append(byte ^ _META_MASK if hidden else byte)
        hidden = False
    return decoded(material.name, bytes(plain)).text


FORMAT = SourceFormat("shell-history", "Shell history", _recognises, _read)
"""Commands with the time at which they were started."""
