"""The journal of systemd: `journalctl -o json` in its variants, and the short forms in text.

A time is `__REALTIME_TIMESTAMP`, when the journal received a message, as that is what `journalctl` shows
to everybody; `_SOURCE_REALTIME_TIMESTAMP`, which not every sender gives, only stands in for it.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from pirtui.capture.candidates import Assumptions, Candidate, Evidence, Progress, UnreadableSource
from pirtui.capture.material import Material
from pirtui.capture.sources import stamps
from pirtui.capture.sources.building import candidate
from pirtui.capture.sources.happenings import PROGRESS_EVERY, skipped
from pirtui.capture.sources.journal_lines import LogTimes, is_log, read_lines
from pirtui.capture.sources.json_records import Record, list_in, object_in, text_in
from pirtui.capture.sources.local_times import Placed
from pirtui.capture.sources.source_format import SourceFormat
from pirtui.domain.moments import Moment
from pirtui.domain.visible import visible

_LOOKED_AT = 20_000
_TIMES = ("__REALTIME_TIMESTAMP", "_SOURCE_REALTIME_TIMESTAMP")
_NAMES = ("SYSLOG_IDENTIFIER", "_SYSTEMD_UNIT", "UNIT", "_COMM")
_GAP = re.compile(r"[\s\x1e]*")
_NEXT_OBJECT = re.compile(r"\n\s*\x1e?\s*(?=\{)")
_COLOUR = re.compile(r"\x1b(?:\[[0-9;:?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])")
_LEAST_IMPORTANT = 6
_APART = timedelta(minutes=1)
_REPEATED = "repeated"
_INFORMATION = "info log"
_TOO_LONG = "(a message that journalctl left out, as it is long; --all prints it)"
_EXPECTED = "an entry of the journal"
_UNKNOWN_TIME = "No time is stated here. When was it?"
_decode = json.JSONDecoder(parse_constant=lambda _constant: None).raw_decode


@dataclass(frozen=True)
class _Entry:
    """One entry of a log, understood; `priority` is 0 for the worst and 7 for the least."""

    placed: Placed
    actor: str
    words: str
    line: int
    priority: int | None = None
    noise: str = ""


def _recognises(material: Material) -> bool:
    text = material.text_or_nothing[:_LOOKED_AT]
    if material.members or not text.strip():
        return False
    beginning = text.lstrip("\x1e \t\n[")
    if beginning.startswith("{"):
        return '"__REALTIME_TIMESTAMP"' in beginning and _is_entry(_first(material.text_or_nothing))
    return is_log(text.rpartition("\n")[0] or text)


def _first(text: str) -> Any:
    """The first object of a text; `None` if it is none."""
    try:
        return _decode(text, text.index("{"))[0]
    except (RecursionError, ValueError):
        return None


def _is_entry(value: Any) -> bool:
    fields = object_in(value)
    return any(key in fields for key in _TIMES)


def _read(material: Material, assumptions: Assumptions, progress: Progress) -> Evidence:
    text = material.text
    if text.lstrip("\x1e \t\n").startswith(("{", "[")):
        entries, odd = _of_json(material, assumptions, progress)
    else:
        entries, odd = _of_lines(text, assumptions)
    if not entries and text.strip() not in ("", "[]"):
        raise UnreadableSource(
            material.name,
            "expected what journalctl prints, with -o json or -o short.",
            odd[0] if odd else 1,
        )
    made = []
    for done, entry in enumerate(_with_noise(entries)):
        if done % PROGRESS_EVERY == 0:
            progress(done, len(entries))
        made.append(_candidate(entry, material.name))
    progress(len(entries), len(entries))
    notices = skipped([f"{material.name}:{line}" for line in odd], _EXPECTED)
    return Evidence(material.name, FORMAT.name, tuple(made), notices, zone=assumptions.zone)


def _candidate(entry: _Entry, name: str) -> Candidate:
    return candidate(
        entry.placed.moment,
        entry.words,
        line=entry.line,
        origin=f"{name}:{entry.line}",
        actor=entry.actor,
        noise=entry.noise,
        questions=entry.placed.questions,
    )


# Text


def _of_lines(text: str, assumptions: Assumptions) -> tuple[list[_Entry], list[int]]:
    times = LogTimes(assumptions)
    lines, odd = read_lines(text)
    entries = [
        _Entry(
            times.place(line), f"{line.unit} on {line.host}", _plain("\n".join(line.words)), line.number
        )
        for line in lines
    ]
    return [entry for entry in entries if entry.words.strip()], odd


# JSON


def _of_json(
    material: Material, assumptions: Assumptions, progress: Progress
) -> tuple[list[_Entry], list[int]]:
    """Entries with the lines at which something else stands."""
    entries: list[_Entry] = []
    odd: list[int] = []
    lines = material.text.count("\n") + 1
    for done, record in enumerate(_values(material)):
        if done % PROGRESS_EVERY == 0:
            progress(0, lines)
        if not _is_entry(record.value):
            odd.append(record.line)
            continue
        entry = _entry(record, assumptions.zone)
        if entry.words.strip():
            entries.append(entry)
    return _by_time(entries), odd


def _values(material: Material) -> Iterator[Record]:
    """The values of a list, or one after another; `None` where something cannot be read."""
    text = material.text
    if text.lstrip("\x1e \t\n").startswith("["):
        value = material.json
        yield from (Record(each, number) for number, each in enumerate(value, 1))
        return
    position, line, counted = _after_gap(text, 0), 1, 0
    while position < len(text):
        line, counted = line + text.count("\n", counted, position), position
        try:
            value, position = _decode(text, position)
        except (RecursionError, ValueError):
            value = None
            behind = _NEXT_OBJECT.search(text, position)
            position = behind.end() if behind else len(text)
        yield Record(value, line)
        position = _after_gap(text, position)


def _after_gap(text: str, position: int) -> int:
    gap = _GAP.match(text, position)
    return gap.end() if gap else position


def _entry(record: Record, zone: str) -> _Entry:
    value = record.value
    return _Entry(
        _placed(value, zone),
        _actor(value),
        _message(value.get("MESSAGE")) if "MESSAGE" in value else "",
        record.line,
        _priority(_first_text(value, "PRIORITY")),
    )


def _placed(value: Any, zone: str) -> Placed:
    for key in _TIMES:
        raw = _first_text(value, key)
        at = stamps.epoch(raw, 1_000_000) if raw.isdecimal() else None
        if at is not None:
            return Placed(stamps.moment(at, raw, zone))
    return Placed(Moment(raw=visible(_first_text(value, *_TIMES))), (_UNKNOWN_TIME,))


def _priority(text: str) -> int | None:
    return int(text) if text in tuple("01234567") else None


def _actor(value: Any) -> str:
    name, host = _first_text(value, *_NAMES).removesuffix(".service"), _first_text(value, "_HOSTNAME")
    return f"{name} on {host}" if name and host else name or host


def _first_text(value: Any, *keys: str) -> str:
    """The first text under these keys, of which each may be repeated and so be a list."""
    for key in keys:
        found = text_in(value, key) or text_in({"": next(iter(list_in(value, key)), None)}, "")
        if found:
            return found
    return ""


def _message(message: Any) -> str:
    """The words of a message: a text, the numbers of its bytes, several values, or nothing at all."""
    if message is None:
        return _TOO_LONG
    if not isinstance(message, list):
        return _plain(text_in({"": message}, ""))
    if _is_bytes(message):
        return _plain(bytes(message).decode("utf-8", errors="replace"))
    parts = [_bytes_or_text(part) for part in message]
    return "\n".join(part for part in parts if part)


def _bytes_or_text(part: Any) -> str:
    if isinstance(part, list):
        return _plain(bytes(part).decode("utf-8", errors="replace")) if _is_bytes(part) else ""
    return _plain(text_in({"": part}, ""))


def _is_bytes(values: Sequence[Any]) -> bool:
    return bool(values) and all(type(each) is int and 0 <= each < 256 for each in values)


def _plain(text: str) -> str:
    """The words of a message without the codes for colours."""
    return _COLOUR.sub("", text)


# Order and noise


def _by_time(entries: list[_Entry]) -> list[_Entry]:
    """The earliest first, as `journalctl --reverse` turns it."""
    known = [entry.placed.moment.start for entry in entries if entry.placed.moment.start]
    return entries[::-1] if known and known[0] > known[-1] else entries


def _with_noise(entries: Sequence[_Entry]) -> list[_Entry]:
    """Mark what says little beside worse, and what was said again within a minute."""
    worse = any(entry.priority is not None and entry.priority < _LEAST_IMPORTANT for entry in entries)
    marked = []
    kept: dict[tuple[str, str], _Entry] = {}
    for entry in entries:
        is_little = worse and entry.priority is not None and entry.priority >= _LEAST_IMPORTANT
        noise = _INFORMATION if is_little else ""
        key = (entry.actor, entry.words)
        if not noise and _is_soon_after(entry, kept.get(key)):
            noise = _REPEATED
        if not noise:
            kept[key] = entry
        marked.append(replace(entry, noise=noise))
    return marked


def _is_soon_after(entry: _Entry, earlier: _Entry | None) -> bool:
    if earlier is None:
        return False
    at, before = entry.placed.moment.start, earlier.placed.moment.start
    return at is not None and before is not None and abs(at - before) <= _APART


FORMAT = SourceFormat("journald", "systemd journal", _recognises, _read)
