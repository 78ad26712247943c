"""What the room has decided about the candidates of one source; nothing of it is stored yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pirtui.capture.candidates import Assumptions, Candidate, Evidence, Secret
from pirtui.capture.events import EVENT_FIELDS
from pirtui.capture.secret_words import holds, redacted_event
from pirtui.capture.zones import ABBREVIATIONS
from pirtui.domain.events import Event

Mark = tuple[int, str, int]
"""A candidate's line, its wording, and which of several alike it is: the same in every reading."""

_MOST_STEPS = 100


@dataclass(frozen=True)
class Change:
    """What the room changed in a candidate: fields of its event, and the questions that are left.

    `questions` is `None` where they are still those of the source.
    """

    fields: Mapping[str, object] = field(default_factory=dict)
    questions: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Choices:
    """Everything that was decided in a tray; a new one with every decision, so that it can be undone."""

    kept: Mapping[Mark, bool] = field(default_factory=dict)
    changed: Mapping[Mark, Change] = field(default_factory=dict)
    redacted: frozenset[Mark] = frozenset()


class Tray:
    """The candidates of a source with what was decided about them.

    Candidates go by their place in the source. Noise, and what the timeline has already, is dropped
    until somebody keeps it. A second reading, in another zone say, keeps every decision.
    """

    def __init__(self, evidence: Evidence, assumptions: Assumptions) -> None:
        self._choices = Choices()
        self._before: list[Choices] = []
        self.take(evidence, assumptions)

    def take(self, evidence: Evidence, assumptions: Assumptions) -> None:
        """Go over to another reading of the same source."""
        self.evidence = evidence
        self.assumptions = assumptions
        self.known_count = sum(bool(candidate.known) for candidate in evidence.candidates)
        self.noise_count = sum(bool(candidate.noise) for candidate in evidence.candidates)
        self._marks = _marks(evidence.candidates)
        self._settle_all()

    # What stands

    @property
    def candidates(self) -> Sequence[Candidate]:
        """All candidates, in the order of the source."""
        return self.evidence.candidates

    @property
    def kept(self) -> frozenset[int]:
        """The places of those that would be stored."""
        return frozenset(self._kept)

    @property
    def events(self) -> tuple[Event, ...]:
        """What would be stored, in the order of the source."""
        events = (self._events[place] for place in sorted(self._kept))
        return tuple(event for event in events if event is not None)

    @property
    def kept_secrets(self) -> tuple[Secret, ...]:
        """Every secret that would be stored."""
        return tuple(s for place in sorted(self._kept & self._with_secrets) for s in self.secrets(place))

    @property
    def has_decisions(self) -> bool:
        """Whether anything was decided yet."""
        return bool(self._before)

    def is_kept(self, place: int) -> bool:
        """Whether this one would be stored."""
        return place in self._kept

    def is_redacted(self, place: int) -> bool:
        """Whether the secrets of this one were taken out."""
        return self._marks[place] in self._choices.redacted

    def event(self, place: int) -> Event | None:
        """What would be stored for this one, if anything can be."""
        return self._events[place]

    def questions(self, place: int) -> tuple[str, ...]:
        """Every question that is still open about this one."""
        change = self._choices.changed.get(self._marks[place])
        own = self.candidates[place].questions
        return own if change is None or change.questions is None else change.questions

    def own_questions(self, place: int) -> tuple[str, ...]:
        """The questions that are about this one alone, and not about a zone of the whole source."""
        return tuple(each for each in self.questions(place) if not is_about_zone(each))

    def secrets(self, place: int) -> tuple[Secret, ...]:
        """What in this one's event should not be stored."""
        event = self._events[place]
        held = self.candidates[place].secrets
        return tuple(secret for secret in held if event is not None and holds(event, secret))

    def zone_questions(self) -> tuple[tuple[str, int], ...]:
        """Questions that one zone for the whole source answers, and of how many candidates."""
        asked = Counter(
            question
            for place in sorted(self._asked)
            for question in self.questions(place)
            if is_about_zone(question)
        )
        return tuple(asked.items())

    def in_question(self) -> frozenset[int]:
        """The places of those about which a question is open."""
        return frozenset(self._asked)

    def with_secrets(self) -> frozenset[int]:
        """The places of those whose event holds a secret."""
        return frozenset(self._with_secrets)

    # Deciding; each of these can be taken back

    def keep(self, places: Iterable[int], *, keep: bool = True) -> None:
        """Keep these, or drop them; what cannot be an event stays dropped."""
        chosen = [place for place in places if self._events[place] is not None]
        kept = {**self._choices.kept, **{self._marks[place]: keep for place in chosen}}
        self._decide(replace(self._choices, kept=kept), chosen)

    def change(
        self, place: int, fields: Mapping[str, object], questions: tuple[str, ...] | None = None
    ) -> None:
        """Change fields of an event, and keep it."""
        mark = self._marks[place]
        former = self._choices.changed.get(mark, Change())
        left = former.questions if questions is None else questions
        changed = Change({**former.fields, **fields}, left)
        self._decide(
            replace(
                self._choices,
                kept={**self._choices.kept, mark: True},
                changed={**self._choices.changed, mark: changed},
            ),
            [place],
        )

    def redact(self, places: Iterable[int]) -> None:
        """Take the secrets out of these; where they are out already, put them back."""
        chosen = [place for place in places if self.candidates[place].secrets]
        marks = frozenset(self._marks[place] for place in chosen)
        held = self._choices.redacted
        self._decide(
            replace(self._choices, redacted=held - marks if marks <= held else held | marks), chosen
        )

    def undo(self) -> bool:
        """Take the last decision back; whether there was one."""
        if not self._before:
            return False
        self._choices = self._before.pop()
        self._settle_all()
        return True

    def _decide(self, choices: Choices, places: Sequence[int]) -> None:
        if not places:
            return
        self._before = [*self._before[-_MOST_STEPS:], self._choices]
        self._choices = choices
        for place in places:
            self._settle(place)

    # What follows from the decisions

    def _settle_all(self) -> None:
        self._events: list[Event | None] = [candidate.event for candidate in self.candidates]
        self._kept: set[int] = set()
        self._asked: set[int] = set()
        self._with_secrets: set[int] = set()
        for place in range(len(self._events)):
            self._settle(place)

    def _settle(self, place: int) -> None:
        candidate, mark = self.candidates[place], self._marks[place]
        event = self._events[place] = self._decided_event(candidate, mark)
        by_default = not (candidate.noise or candidate.known)
        kept = event is not None and self._choices.kept.get(mark, by_default)
        _put(self._kept, place, there=kept)
        _put(self._asked, place, there=bool(self.questions(place)))
        _put(self._with_secrets, place, there=bool(candidate.secrets and self.secrets(place)))

    def _decided_event(self, candidate: Candidate, mark: Mark) -> Event | None:
        event = candidate.event
        change = self._choices.changed.get(mark)
        if change is not None:
            event = _with_fields(event, change.fields)
        if event is not None and mark in self._choices.redacted:
            event = redacted_event(event, candidate.secrets)
        return event


def is_about_zone(question: str) -> bool:
    """Whether a question asks what an ambiguous abbreviation of a zone stands for."""
    known = ABBREVIATIONS.get(question.partition(" ")[0])
    return known is not None and bool(known.meaning)


def fields_of(event: Event, base: Event | None) -> dict[str, object]:
    """The fields in which an event differs from its base; all of them where there is none."""
    return {
        name: getattr(event, name)
        for name in EVENT_FIELDS
        if base is None or getattr(event, name) != getattr(base, name)
    }


def _marks(candidates: Sequence[Candidate]) -> list[Mark]:
    met: Counter[tuple[int, str]] = Counter()
    marks: list[Mark] = []
    for candidate in candidates:
        alike = (candidate.line, candidate.wording)
        marks.append((*alike, met[alike]))
        met[alike] += 1
    return marks


def _with_fields(event: Event | None, fields: Mapping[str, object]) -> Event | None:
    if event is not None:
        return event.model_copy(update=dict(fields))
    return Event.model_validate({"label": "E0", **fields}) if "text" in fields else None


def _put(places: set[int], place: int, *, there: bool) -> None:
    if there:
        places.add(place)
    else:
        places.discard(place)
