"""The steps of a meeting, taken without the interface."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from pirtui.capture import evidence
from pirtui.capture.candidates import Assumptions
from pirtui.capture.lines import accept_line, letter_of
from pirtui.capture.material import PASTED, Material
from pirtui.domain import changes
from pirtui.domain.review import Review, Stage
from pirtui.session import Session
from pirtui.store.library import Library
from tests.soak.meeting import Edit, Go, Line, Paste, Step, Undo


def _now() -> datetime:
    return datetime.now(UTC)


def taken(path: Path, ref: str, steps: Iterable[Step]) -> Review:
    """The review of this library at the end of the meeting."""
    with Library.open(path, clock=_now) as library:
        meeting = _Taken(Session.open(library, ref))
        for step in steps:
            meeting.take(step)
        return library.load(ref)


class _Taken:
    """Takes one step after another."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._stage = Stage.PREPARE
        self._newest: dict[Stage, str] = {}

    def take(self, step: Step) -> None:
        """Do what the room would do; another size of the terminal changes nothing."""
        match step:
            case Go(stage):
                self._go(stage)
            case Line(text):
                self._accept(text, "")
            case Edit(text):
                self._accept(text, self._newest[self._stage])
            case Undo(back, again):
                for _ in range(back):
                    assert self._session.undo()
                for _ in range(again):
                    assert self._session.redo()
            case Paste(texts):
                self._pasted(texts)

    def _go(self, stage: Stage) -> None:
        self._stage = stage
        if stage.number > self._session.review.stage.number:
            self._session.apply(
                "Reach", lambda fresh: changes.updated(fresh, stage=stage), undoable=False
            )

    def _accept(self, text: str, label: str) -> None:
        parent = self._newest.get(Stage.FACTORS) if not label else None
        accepted = accept_line(
            self._stage.value,
            text,
            self._session.review,
            _now(),
            parent=parent,
            label=label or None,
        )
        assert accepted.change is not None, (text, accepted.problem)
        self._session.apply(accepted.summary, accepted.change)
        letter = letter_of(self._stage.value, text)
        self._newest[self._stage] = next(each for each in self._session.touched if each[0] == letter)

    def _pasted(self, texts: Iterable[str]) -> None:
        """Pasted notes are read, and everything in them that can be an event is added in one change."""
        review = self._session.review
        assumptions = Assumptions(_now(), review.incident.zone, review.incident.on)
        found = evidence.read(Material(PASTED, "\n".join(texts).encode()), assumptions)
        candidates = evidence.prepared(found, review).candidates
        events = [each.event for each in candidates if each.event is not None]
        self._session.apply("Import", lambda fresh: changes.add_events(fresh, events))
