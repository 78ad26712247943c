"""How a review changes: every function returns another review and leaves the first as it was."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar, cast

from pirtui.domain import timeline
from pirtui.domain.events import Event
from pirtui.domain.factors import Factor, Theme
from pirtui.domain.labelled import place_of
from pirtui.domain.learnings import Parked
from pirtui.domain.review import COLLECTIONS, Review
from pirtui.domain.value import Item

AnyItem = TypeVar("AnyItem", bound=Item)

LETTERS: dict[type[Item], str] = {kind: letter for letter, (_, kind) in COLLECTIONS.items()}


class UnknownLabel(LookupError):
    """No item of the review carries this label."""


def new_label(kind: type[Item]) -> str:
    """The placeholder label of an item that is not in a review yet: `E0` for an event."""
    return f"{LETTERS[kind]}0"


def updated(review: Review, **fields: Any) -> Review:
    """Return the review with fields replaced; for fields whose values are already valid."""
    return review.model_copy(update=fields)


def items(review: Review) -> Iterator[Item]:
    """Every item of the review, collection by collection."""
    for field, _ in COLLECTIONS.values():
        yield from getattr(review, field)


def collection(review: Review, label: str) -> tuple[Item, ...]:
    """The collection in which an item with this label belongs.

    Raises:
        UnknownLabel: if the letter names no collection.
    """
    try:
        field, _ = COLLECTIONS[label[:1]]
    except KeyError:
        raise UnknownLabel(label) from None
    return cast(tuple[Item, ...], getattr(review, field))


def find(review: Review, label: str) -> Item:
    """The item with this label.

    Raises:
        UnknownLabel: if there is none.
    """
    held = collection(review, label)
    place = place_of(held, label)
    if place is None:
        raise UnknownLabel(label)
    return held[place]


def has(review: Review, label: str) -> bool:
    """Whether an item carries this label."""
    try:
        find(review, label)
    except UnknownLabel:
        return False
    return True


def next_label(review: Review, kind: type[Item]) -> str:
    """The label that the next item of this sort gets; a label is never used twice."""
    letter = LETTERS[kind]
    return f"{letter}{review.last_numbers.get(letter, 0) + 1}"


def add(review: Review, item: Item) -> Review:
    """Add an item under the next label of its sort."""
    label = next_label(review, type(item))
    return put(review, item.model_copy(update={"label": label}))


def add_events(review: Review, events: Iterable[Event]) -> Review:
    """Add events under the next labels, in their order: as if one by one, but sorted once."""
    last = review.last_numbers.get("E", 0)
    added = tuple(
        event.model_copy(update={"label": f"E{number}"}) for number, event in enumerate(events, last + 1)
    )
    if not added:
        return review
    return updated(
        review,
        events=timeline.in_order((*review.events, *added)),
        last_numbers={**review.last_numbers, "E": last + len(added)},
    )


def put(review: Review, item: Item) -> Review:
    """Add an item that already has its label, or replace the one that carries it."""
    field, _ = COLLECTIONS[item.label[0]]
    held = collection(review, item.label)
    numbers = _numbers_with(review, item)
    placed = _placed(held, item, is_newest=numbers is not review.last_numbers)
    changed = updated(review, **{field: placed}, last_numbers=numbers)
    if isinstance(item, Factor):
        return _with_named_themes(changed, item)
    return _with_renamed_theme(changed, review, item) if isinstance(item, Theme) else changed


def remove(review: Review, label: str) -> Review:
    """Take an item away, and with it every reference to it.

    The children of a removed factor move up to its parent.

    Raises:
        UnknownLabel: if there is no such item.
    """
    removed = find(review, label)
    field, _ = COLLECTIONS[label[0]]
    kept = tuple(item for item in collection(review, label) if item.label != label)
    if field == "events":
        kept = timeline.in_order(cast(tuple[Event, ...], kept))
    return _without_references(updated(review, **{field: kept}), removed)


def _numbers_with(review: Review, item: Item) -> dict[str, int]:
    letter = item.label[0]
    if review.last_numbers.get(letter, 0) >= item.number:
        return review.last_numbers
    return {**review.last_numbers, letter: item.number}


def _placed(held: tuple[Item, ...], item: Item, *, is_newest: bool) -> tuple[Item, ...]:
    existing = None if is_newest else _place_of(held, item.label)
    if isinstance(item, Event):
        return _placed_event(cast(tuple[Event, ...], held), item, existing, is_newest)
    if existing is not None:
        return (*held[:existing], item, *held[existing + 1 :])
    if held and held[-1].number > item.number:
        return tuple(sorted((*held, item), key=lambda other: other.number))
    return (*held, item)


def _place_of(held: tuple[Item, ...], label: str) -> int | None:
    return next((place for place, other in enumerate(held) if other.label == label), None)


def _placed_event(
    held: tuple[Event, ...], event: Event, existing: int | None, is_newest: bool
) -> tuple[Event, ...]:
    if existing is not None:
        replaced = (*held[:existing], event, *held[existing + 1 :])
        same_time = held[existing].time.start == event.time.start
        return replaced if same_time else timeline.in_order(replaced)
    return timeline.inserted(held, event) if is_newest else timeline.in_order((*held, event))


def _with_named_themes(review: Review, factor: Factor) -> Review:
    known = {theme.name for theme in review.themes}
    for name in factor.themes:
        if name not in known:
            review = add(review, Theme(label=new_label(Theme), name=name))
    return review


def _with_renamed_theme(changed: Review, before: Review, theme: Theme) -> Review:
    """Let the factors of a theme follow when it gets another name."""
    former = next((held.name for held in before.themes if held.label == theme.label), theme.name)
    if former == theme.name:
        return changed
    renamed = tuple(_renamed(factor, former, theme.name) for factor in changed.factors)
    return updated(changed, factors=renamed)


def _renamed(factor: Factor, former: str, name: str) -> Factor:
    if former not in factor.themes:
        return factor
    names = dict.fromkeys(name if held == former else held for held in factor.themes)
    return factor.model_copy(update={"themes": tuple(names)})


def _without_references(review: Review, removed: Item) -> Review:
    label = removed.label
    parent = removed.parent if isinstance(removed, Factor) else None
    return updated(
        review,
        gaps=_without_evidence(review.gaps, label),
        actions=_without_evidence(review.actions, label),
        safeguards=_without_evidence(review.safeguards, label),
        parked=_without_origin(review.parked, label),
        closed_ends=tuple(each for each in review.closed_ends if each.about != label),
        factors=_without_theme(
            _reparented(_without_evidence(review.factors, label), label, parent), removed
        ),
    )


def _without_evidence(held: tuple[AnyItem, ...], label: str) -> tuple[AnyItem, ...]:
    def cleared(item: Any) -> Any:
        if label not in item.evidence:
            return item
        kept = tuple(other for other in item.evidence if other != label)
        return item.model_copy(update={"evidence": kept})

    return tuple(cleared(item) for item in held)


def _without_origin(held: tuple[Parked, ...], label: str) -> tuple[Parked, ...]:
    return tuple(
        each.model_copy(update={"origin_label": ""}) if each.origin_label == label else each
        for each in held
    )


def _reparented(held: Iterable[Factor], label: str, parent: str | None) -> tuple[Factor, ...]:
    return tuple(
        factor.model_copy(update={"parent": parent}) if factor.parent == label else factor
        for factor in held
    )


def _without_theme(held: tuple[Factor, ...], removed: Item) -> tuple[Factor, ...]:
    if not isinstance(removed, Theme):
        return held
    return tuple(
        factor.model_copy(update={"themes": tuple(n for n in factor.themes if n != removed.name)})
        if removed.name in factor.themes
        else factor
        for factor in held
    )
