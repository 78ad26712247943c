"""How every tool's record becomes evidence: in order, with its doubts and the milestones it states."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from pirtui.capture.candidates import (
    Assumptions,
    Candidate,
    Evidence,
    Progress,
    UnreadableSource,
)
from pirtui.capture.material import Material
from pirtui.capture.sources import stamps
from pirtui.capture.sources.building import candidate
from pirtui.capture.sources.json_records import Record
from pirtui.domain.events import Milestone
from pirtui.domain.moments import UNKNOWN, Moment
from pirtui.domain.visible import visible, visible_lines

PROGRESS_EVERY = 250
"""After so many records the reader says how far it is."""

_LAST_COUNTS = (Milestone.RECOVERED, Milestone.RESOLVED)
"""Milestones of which the last one stated is the likely one; of all others it is the first."""

_WITHOUT_TIME = "No time is stated here. When was it?"


@dataclass(frozen=True)
class Happening:
    """One thing that a tool recorded, understood.

    `at` is `None` where no time can be read in `raw`. `suggested` is what the tool's own data says about
    milestones, and `note` what is worth keeping beside the words.
    """

    at: datetime | None
    raw: str
    words: str
    line: int
    origin: str = ""
    actor: str = ""
    noise: str = ""
    note: str = ""
    questions: tuple[str, ...] = ()
    suggested: tuple[Milestone, ...] = ()


def in_order(happenings: Iterable[Happening]) -> list[Happening]:
    """The earliest first; what newest-first lists tell of one second is turned round, too.

    What has no time stays behind the one it follows.
    """
    told = list(happenings)
    known = [each.at for each in told if each.at is not None]
    if known and known[0] > known[-1]:
        told.reverse()
    last = datetime.min.replace(tzinfo=UTC)
    placed = []
    for each in told:
        last = each.at or last
        placed.append((last, each))
    return [each for _, each in sorted(placed, key=lambda pair: pair[0])]


def evidence_of(
    material: Material,
    format_name: str,
    happenings: Iterable[Happening],
    assumptions: Assumptions,
    progress: Progress,
    notices: Sequence[str] = (),
) -> Evidence:
    """Happenings, in the order in which they are given, as evidence of this material."""
    told = _suggesting_once([each for each in happenings if each.words.strip()])
    made = []
    for done, each in enumerate(told):
        if done % PROGRESS_EVERY == 0:
            progress(done, len(told))
        made.append(_candidate(each, material.name, assumptions.zone))
    progress(len(told), len(told))
    return Evidence(material.name, format_name, tuple(made), tuple(map(visible, notices)))


def named(words: str, subject: str, *, always: bool, first: bool) -> str:
    """The words with what they are about, where a source tells of several things or begins."""
    plain = subject.strip()
    if not plain or not (always or first) or _says(words, plain):
        return words
    return f"{words} ({plain})"


def _says(words: str, subject: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(subject)}(?!\w)", words) is not None


def told_by(
    material: Material,
    records: Sequence[Record],
    happenings: Callable[[Record], Iterable[Happening]],
    expected: str,
) -> tuple[list[Happening], list[str]]:
    """What the records tell, and the places of those that tell nothing.

    Raises:
        UnreadableSource: if none tells anything.
    """
    told: list[Happening] = []
    odd: list[str] = []
    for record in records:
        found = list(happenings(record))
        told += found
        if not found:
            odd.append(f"{material.name}:{record.line}")
    if odd and not told:
        raise UnreadableSource(material.name, f"expected {expected}.", records[0].line)
    return told, odd


def skipped(places: Sequence[str], expected: str) -> tuple[str, ...]:
    """A notice for records that were passed over, naming where the first of them are; else none."""
    if not places:
        return ()
    more = f" and {len(places) - 3} more" if len(places) > 3 else ""
    return (f"{', '.join(places[:3])}{more}: expected {expected}, so nothing was read there.",)


def _suggesting_once(told: list[Happening]) -> list[Happening]:
    """The same, in which only one happening suggests each milestone; noise suggests none."""
    holders: dict[Milestone, int] = {}
    for number, each in enumerate(told):
        for milestone in () if each.noise else each.suggested:
            if milestone in _LAST_COUNTS or milestone not in holders:
                holders[milestone] = number
    return [replace(each, suggested=_held(each, number, holders)) for number, each in enumerate(told)]


def _held(each: Happening, number: int, holders: dict[Milestone, int]) -> tuple[Milestone, ...]:
    return tuple(milestone for milestone in each.suggested if holders.get(milestone) == number)


def _candidate(each: Happening, name: str, zone: str) -> Candidate:
    made = candidate(
        _moment(each, zone),
        each.words,
        line=each.line,
        origin=each.origin or f"{name}:{each.line}",
        actor=each.actor,
        noise=each.noise,
        questions=tuple(map(visible, each.questions)) if each.at else (_WITHOUT_TIME, *each.questions),
    )
    event = made.event
    if event is not None and each.note.strip():
        note = f"{event.note}\n{visible_lines(each.note).strip()}".strip()
        event = event.model_copy(update={"note": note})
    return replace(made, event=event, suggested=each.suggested)


def _moment(each: Happening, zone: str) -> Moment:
    if each.at is None:
        return UNKNOWN.model_copy(update={"raw": visible(each.raw)})
    return stamps.moment(each.at, each.raw, zone)
