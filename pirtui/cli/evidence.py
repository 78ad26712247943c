"""`pirtui import` of evidence: notes, chats and exports of other tools become events of a review."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pirtui.capture import evidence
from pirtui.capture.candidates import Assumptions, Candidate, Evidence, UnreadableSource
from pirtui.capture.secret_words import redacted, redacted_event
from pirtui.cli.console import Problem, columns, complain, say
from pirtui.cli.progress import progress_of
from pirtui.cli.world import World, existing_library
from pirtui.domain import changes
from pirtui.domain.events import Event
from pirtui.domain.moment_text import full_text, zone_of
from pirtui.domain.moments import UNKNOWN
from pirtui.domain.review import Review, ReviewDates
from pirtui.files import FileProblem

if TYPE_CHECKING:
    from pirtui.capture.material import Material
    from pirtui.session import Session

STDIN = "-"
_NO, _WRONG = 1, 2


def import_evidence(name: str, options: Namespace, world: World) -> int:
    """Add the events of a file to a review, or only show them; 2 if it cannot be read.

    1 if secrets stand in it and nothing was said about that; nothing is stored then.
    """
    if options.dry_run and not options.review:
        return _Import(_nobodys(world), options, world).show(name)
    if not options.review:
        complain(_unplaced(name))
        return _WRONG
    from pirtui.session import Session

    with world.library(existing_library(options.library)) as library:
        session = Session.open(library, options.review)
        doing = _Import(session.review, options, world)
        return doing.show(name) if options.dry_run else doing.add(name, session)


def _unplaced(name: str) -> str:
    if name != STDIN and not Path(name).expanduser().exists():
        return f"There is no file {name}."
    return f"{name}: say which review its events belong to with --review, or look with --dry-run."


def _nobodys(world: World) -> Review:
    return Review(id="", ref="", dates=ReviewDates(created=world.clock()))


@dataclass(frozen=True)
class _Read:
    """A file with what was found in it."""

    name: str
    evidence: Evidence

    @property
    def taken(self) -> tuple[Candidate, ...]:
        """What would be added: no noise, nothing known, and everything that can be an event."""
        return tuple(
            each
            for each in self.evidence.candidates
            if each.event is not None and not each.noise and not each.known
        )

    @property
    def told(self) -> str:
        """What was found, in one line."""
        found = self.evidence.candidates
        counts = (
            (sum(bool(each.known) for each in found), "known already"),
            (sum(bool(each.noise) for each in found), "folded"),
            (sum(bool(each.questions) for each in self.taken), "in question"),
        )
        return ", ".join(f"{count} {what}" for count, what in counts if count)


class _Import:
    """One file, read against a review."""

    def __init__(self, review: Review, options: Namespace, world: World) -> None:
        self._review = review
        self._options = options
        self._world = world

    def show(self, name: str) -> int:
        """Print what would be added, and store nothing."""
        read = self._read(name)
        if read is None:
            return _WRONG
        candidates = read.evidence.candidates
        shown = [
            replace(each, event=self._event(each), wording=self._wording(each))
            for each in candidates
            if self._options.keep_noise or not each.noise
        ]
        if self._options.json:
            for each in shown:
                _print_json(_fields(each))
        else:
            self._print_table(read, shown)
        return 0

    def add(self, name: str, session: Session) -> int:
        """Add the events in one change, and say what was added."""
        read = self._read(name)
        if read is None:
            return _WRONG
        if self._is_barred(read):
            return _NO
        self._store(read, session)
        return 0

    # Reading

    def _read(self, name: str) -> _Read | None:
        try:
            material = self._material(name)
            with progress_of(material.name) as progress:
                found = evidence.read(
                    material, self._assumptions(), format=self._options.format, progress=progress
                )
        except (FileProblem, UnreadableSource) as problem:
            complain(str(problem))
            return None
        for notice in found.notices:
            complain(f"{material.name}: {notice}")
        prepared = evidence.prepared(found, self._review, emails=self._options.emails)
        return _Read(material.name, prepared)

    def _material(self, name: str) -> Material:
        from pirtui.reading_files import material_from, material_from_stream

        if name != STDIN:
            return material_from(Path(name).expanduser())
        if sys.stdin is None or sys.stdin.isatty():
            raise FileProblem("Send the text to stdin, such as `pirtui import - < notes.md`.")
        return material_from_stream(sys.stdin.buffer)

    def _assumptions(self) -> Assumptions:
        incident = self._review.incident
        return Assumptions(
            now=self._world.clock(),
            zone=_zone(self._options.tz) or incident.zone,
            on=_day(self._options.date, self._world) or incident.on,
            day_first=self._options.day_first,
            day_is_certain=self._options.date is not None,
        )

    # Storing

    def _is_barred(self, read: _Read) -> bool:
        lines = [str(each.line) for each in read.taken if each.secrets]
        if not lines or self._options.redact or self._options.allow_secrets:
            return False
        place = f"line {lines[0]}" if len(lines) == 1 else f"lines {', '.join(lines)}"
        complain(
            f"{read.name}, {place}: there are secrets in it and nothing was stored; "
            "--redact takes them out, --allow-secrets stores them."
        )
        return True

    def _store(self, read: _Read, session: Session) -> None:
        chosen = [replace(each, event=self._event(each)) for each in read.taken]
        if chosen:
            session.apply(
                f"Import {len(chosen)} events from {read.name}",
                lambda fresh: changes.add_events(fresh, [each.event for each in chosen if each.event]),
            )
        if self._options.json:
            for each, label in zip(chosen, _new_labels(session), strict=False):
                _print_json({**_fields(each), "label": label})
            return
        added = f"{len(chosen)} event{'' if len(chosen) == 1 else 's'} added to {session.review.ref}"
        say(f"{read.name}: {', '.join(filter(None, (added, read.told)))}")

    def _event(self, candidate: Candidate) -> Event | None:
        """The event as it is stored and shown: without its secrets, if they are to go."""
        if candidate.event is not None and self._options.redact and candidate.secrets:
            return redacted_event(candidate.event, candidate.secrets)
        return candidate.event

    def _wording(self, candidate: Candidate) -> str:
        return (
            redacted(candidate.wording, candidate.secrets) if self._options.redact else candidate.wording
        )

    # Showing

    def _print_table(self, read: _Read, shown: Sequence[Candidate]) -> None:
        zone = zone_of(self._assumptions().zone or read.evidence.zone)
        rows: list[tuple[str, ...]] = [
            (
                full_text(each.event.time if each.event else UNKNOWN, zone),
                each.noise or each.known,
                " ".join(_text(each).split()),
            )
            for each in shown
        ]
        say(f"{read.name}: {', '.join(filter(None, (_events(read.taken), read.told)))}")
        for each, line in zip(shown, columns(rows) if rows else (), strict=True):
            say(f"  {line}")
            for question in _doubts(each):
                say(f"    ? {question}")
            for secret in each.secrets:
                say(f"    secret: {secret.kind}")


def _events(taken: Sequence[Candidate]) -> str:
    return f"{len(taken)} event{'' if len(taken) == 1 else 's'} to add"


def _zone(given: str | None) -> str:
    from pirtui.capture.zones import zone_named

    if given is None:
        return ""
    if zone_named(given) is None:
        raise Problem(f"{given} is no time zone; name one such as Europe/London or UTC+2 after --tz.")
    return given


def _day(given: str | None, world: World) -> date | None:
    from pirtui.cli.reviews import day_of

    return None if given is None else day_of(given, world)


def _new_labels(session: Session) -> tuple[str, ...]:
    return tuple(label for label in session.touched if label.startswith("E"))


def _text(candidate: Candidate) -> str:
    """What would stand in the timeline, or the source's words where nothing can."""
    return candidate.event.text if candidate.event else candidate.wording.strip()


def _doubts(candidate: Candidate) -> list[str]:
    return [*candidate.questions, *filter(None, (candidate.problem,))]


def _fields(candidate: Candidate) -> dict[str, Any]:
    """A candidate as `--json` prints it."""
    event = candidate.event
    time = event.time if event else None
    fields: dict[str, Any] = {
        "raw_time": time.raw if time else "",
        "start": time.start.isoformat() if time and time.start else None,
        "end": time.end.isoformat() if time and time.end else None,
        "precision": time.precision.value if time else "none",
        "approximate": bool(time and time.approximate),
        "text": "\n".join(filter(None, (_text(candidate), event.note if event else ""))),
        "actor": (event.actor if event else "") or None,
        "source": (event.source if event else "") or None,
        "milestones": [milestone.value for milestone in event.milestones] if event else [],
        "questions": _doubts(candidate),
    }
    return {**fields, "noise": candidate.noise} if candidate.noise else fields


def _print_json(fields: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(fields, ensure_ascii=False) + "\n")
