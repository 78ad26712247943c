"""Where the words of a review steer towards persons; for the facilitator alone.

Source of the rules: research/facilitation.md, section 2.
"""

from collections.abc import Iterator
from typing import NamedTuple

from pirtui.domain.blame_language import Finding, Level, findings
from pirtui.domain.changes import items
from pirtui.domain.people import Person
from pirtui.domain.review import Review
from pirtui.domain.value import Item

_FIELDS = (
    "text",
    "note",
    "detail",
    "done_test",
    "effect_measure",
    "evidence_needed",
    "stop_reason",
    "no_factor_reason",
    "no_action_reason",
    "accepted_because",
    "status_reason",
    "resolution",
    "reason",
)
"""The fields of items in which people write sentences."""


class WordingNote(NamedTuple):
    """Something that was found in a field of an item."""

    label: str
    field: str
    text: str
    finding: Finding

    @property
    def is_warning(self) -> bool:
        """Whether it is more than a hint."""
        return self.finding.level is Level.WARN


def roster(review: Review) -> frozenset[str]:
    """The names under which the people of a review are spoken of."""
    names = (name for person in review.people for name in _names(person))
    return frozenset(names)


def notes_on(item: Item, known_names: frozenset[str]) -> tuple[WordingNote, ...]:
    """What the rules say about the sentences of one item; people have none."""
    if isinstance(item, Person):
        return ()
    return tuple(
        WordingNote(item.label, field, text, finding)
        for field, text in _said(item)
        for finding in findings(text, known_names)
        if finding.level is not Level.INFO
    )


def in_line(line: str, review: Review) -> tuple[WordingNote, ...]:
    """What the rules say about an unfinished line, which belongs to no item yet; commands are none."""
    if not line.strip() or (line.startswith("/") and not line.startswith("//")):
        return ()
    found = findings(line, roster(review))
    return tuple(WordingNote("", "", line, each) for each in found if each.level is not Level.INFO)


def wording_notes(review: Review) -> tuple[WordingNote, ...]:
    """What the rules say about every sentence of a review: warnings first, then hints, in order."""
    known = roster(review)
    found = [note for item in items(review) for note in notes_on(item, known)]
    return tuple(sorted(found, key=lambda note: not note.is_warning))


def _said(item: Item) -> Iterator[tuple[str, str]]:
    for field in _FIELDS:
        text = getattr(item, field, "")
        if isinstance(text, str) and text.strip():
            yield field, text


def _names(person: Person) -> Iterator[str]:
    name = " ".join(person.name.split())
    if name:
        yield name
        yield from (part for part in name.split(" ")[:1] if len(part) > 1 and part != name)
