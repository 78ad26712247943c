"""A line of any stage becomes a change of the review: the one door for the screens and the shell."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pirtui.capture import actions, events, factors, gaps, learnings, parked, people, safeguards, themes
from pirtui.capture.context import line_context
from pirtui.capture.incident_fields import (
    FIELD_NAMES,
    LINK,
    Change,
    FieldReading,
    parse_field,
    print_field,
)
from pirtui.capture.reading import Alternative, LineContext, Part, Reading
from pirtui.domain import changes
from pirtui.domain.events import Event
from pirtui.domain.factors import Factor
from pirtui.domain.learnings import Parked
from pirtui.domain.review import Review
from pirtui.domain.value import Item

PREPARE = "prepare"
FACTORS = "factors"


@dataclass(frozen=True)
class Grammar:
    """How one sort of item is read from a line and printed as one; `noun` names it."""

    noun: str
    parse: Callable[[str, LineContext, Any], Reading[Any]]
    written: Callable[[Any, LineContext], str]


@dataclass(frozen=True)
class Accepted:
    """What a line would do: `change` may be applied to a newer review than the line was read against.

    `change` is `None` when nothing can be saved, and `problem` then says why. `summary` names the
    change for the list of undo steps: "Add event".
    """

    change: Change | None
    summary: str
    parts: tuple[Part, ...] = ()
    problem: str = ""
    doubts: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


GRAMMARS: dict[str, Grammar] = {
    "P": Grammar("person", people.parse_person, people.print_person),
    "E": Grammar("event", events.parse_event, events.print_event),
    "G": Grammar("gap", gaps.parse_gap, gaps.print_gap),
    "F": Grammar("factor", factors.parse_factor, factors.print_factor),
    "T": Grammar("theme", themes.parse_theme, themes.print_theme),
    "A": Grammar("action", actions.parse_action, actions.print_action),
    "K": Grammar("parked remark", parked.parse_parked, parked.print_parked),
    "L": Grammar("learning", learnings.parse_learning, learnings.print_learning),
    "S": Grammar("safeguard", safeguards.parse_safeguard, safeguards.print_safeguard),
}
"""The grammar of each sort of item, by the letter of its label."""

KINDS: dict[str, str] = {
    PREPARE: "P",
    "timeline": "E",
    "gaps": "G",
    FACTORS: "F",
    "actions": "A",
    "parked": "K",
    "wrap-up": "L",
    "safeguards": "S",
}
"""The sort of item that a line of each kind adds; a line of the factors may be a safeguard."""


def letter_of(kind: str, line: str) -> str:
    """The label letter of the item that this line of a kind adds."""
    return "S" if kind == FACTORS and safeguards.is_safeguard(line) else KINDS[kind]


def accept_line(
    kind: str,
    line: str,
    review: Review,
    now: datetime,
    *,
    parent: str | None = None,
    label: str | None = None,
    origin: str = "",
    origin_label: str = "",
) -> Accepted:
    """Read a line of a stage and say what it would change.

    With `label`, an item's label or a field of Prepare such as `title` or `link:1`, the line edits
    that. `parent` is the highlighted factor, `origin` the stage in which a remark is parked, and
    `origin_label` the item that is highlighted there.

    Raises:
        ValueError: if there is no such kind of line.
    """
    if kind not in KINDS:
        raise ValueError(f"No such kind of line: {kind}")
    if label is not None and _is_field(label):
        return _from_field(parse_field(line, review, now, editing=label), label)
    if label is not None:
        return _edit(label, line, review, now, parent)
    if kind == PREPARE:
        field = parse_field(line, review, now)
        if field.field:
            return _from_field(field, "")
    return _add(letter_of(kind, line), line, review, now, parent, (origin, origin_label))


def print_line(review: Review, label: str, now: datetime) -> str:
    """Print an item, or a field of Prepare, as the line that edits it.

    Raises:
        LookupError: if there is no such item or field.
    """
    if _is_field(label):
        return print_field(label, review)
    item = changes.find(review, label)
    return GRAMMARS[label[0]].written(item, _editing_context(review, now, item, None))


def _is_field(label: str) -> bool:
    return label in FIELD_NAMES or label.startswith(f"{LINK}:")


def _editing_context(review: Review, now: datetime, item: Item, parent: str | None) -> LineContext:
    return line_context(review, now, parent, item if isinstance(item, Event) else None)


def _from_field(reading: FieldReading, editing: str) -> Accepted:
    field = editing or reading.field
    adds = reading.field == LINK and not editing.partition(":")[2]
    return Accepted(
        change=reading.change,
        summary="Add link" if adds else f"Set {field.replace(':', ' ')}",
        parts=reading.parts,
        problem=reading.problem,
        doubts=reading.doubts,
        alternatives=reading.alternatives,
    )


def _add(
    letter: str,
    line: str,
    review: Review,
    now: datetime,
    parent: str | None,
    came_up: tuple[str, str],
) -> Accepted:
    grammar = GRAMMARS[letter]
    reading = grammar.parse(line, line_context(review, now, parent), None)
    item = reading.item
    if isinstance(item, Parked):
        stage, label = came_up
        held = label if changes.has(review, label) else ""
        item = item.model_copy(update={"origin": stage, "origin_label": held})
    change = None if item is None else _adding(item)
    return _accepted(reading, change, f"Add {grammar.noun}")


def _edit(label: str, line: str, review: Review, now: datetime, parent: str | None) -> Accepted:
    summary = f"Change {label}"
    if not changes.has(review, label):
        return Accepted(None, summary, problem=f"{label} is no longer in the review.")
    base = changes.find(review, label)
    context = _editing_context(review, now, base, parent)
    reading: Reading[Any] = GRAMMARS[label[0]].parse(line, context, base)
    problem = _parent_problem(review, reading.item)
    if problem:
        return Accepted(None, summary, reading.parts, problem)
    change = None if reading.item is None else _replacing(base, reading.item)
    return _accepted(reading, change, summary)


def _accepted(reading: Reading[Any], change: Change | None, summary: str) -> Accepted:
    return Accepted(
        change, summary, reading.parts, reading.problem, reading.doubts, reading.alternatives
    )


def _adding(item: Item) -> Change:
    return lambda review: changes.add(review, item)


def _replacing(base: Item, item: Item) -> Change:
    """Change only the fields that the line changed, so that a newer value of any other is kept."""
    update = {
        name: getattr(item, name)
        for name in type(item).model_fields
        if getattr(item, name) != getattr(base, name)
    }

    def change(review: Review) -> Review:
        if not changes.has(review, base.label):
            return changes.put(review, item)
        held = changes.find(review, base.label)
        return changes.put(review, held.model_copy(update=update)) if update else review

    return change


def _parent_problem(review: Review, item: Item | None) -> str:
    """A factor cannot help to explain itself, however long the way round."""
    if not isinstance(item, Factor):
        return ""
    parents = {factor.label: factor.parent for factor in review.factors if factor.label != item.label}
    above = item.parent
    seen: set[str] = set()
    while above is not None and above not in seen:
        if above == item.label:
            return f"{item.label} cannot explain itself. Highlight another factor, then use >."
        seen.add(above)
        above = parents.get(above)
    return ""
