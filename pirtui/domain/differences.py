"""What changed between two states of a review, item by item, and how to carry it over to a third."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pirtui.domain import timeline
from pirtui.domain.close_round import CloseRound
from pirtui.domain.incident import Incident
from pirtui.domain.memo import shared_at_start
from pirtui.domain.review import COLLECTIONS, Review, ReviewDates
from pirtui.domain.value import Item, Value

_PARTS: dict[str, type[Value]] = {
    "incident": Incident,
    "dates": ReviewDates,
    "close_round": CloseRound,
}

REVIEW_FIELDS = (
    "status",
    "question",
    "ground_rules_read",
    "archived",
    *(f"{part}.{name}" for part, kind in _PARTS.items() for name in kind.model_fields),
)
"""The fields of the review itself that a person changes and can take back.

Those of its parts stand there one by one, such as `incident.title`.
"""


@dataclass(frozen=True)
class ItemChange:
    """An item before and after a change; `None` where it did not exist."""

    label: str
    before: Item | None
    after: Item | None


@dataclass(frozen=True)
class FieldChange:
    """A field of the review itself, or of a part of it, before and after a change."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Difference:
    """Everything that changed, for one transaction and one step of undo."""

    items: tuple[ItemChange, ...] = ()
    fields: tuple[FieldChange, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the items that changed."""
        return tuple(change.label for change in self.items)

    @property
    def reverse(self) -> Difference:
        """The change that takes this one back."""
        return Difference(
            tuple(ItemChange(each.label, each.after, each.before) for each in self.items),
            tuple(FieldChange(each.name, each.after, each.before) for each in self.fields),
        )

    def __bool__(self) -> bool:
        return bool(self.items or self.fields)


def difference(before: Review, after: Review) -> Difference:
    """What changed; quick when the two share most of their items."""
    items = tuple(
        change
        for field, _ in COLLECTIONS.values()
        for change in _item_changes(getattr(before, field), getattr(after, field))
    )
    fields = tuple(
        FieldChange(name, one, other)
        for name in REVIEW_FIELDS
        if (one := field_of(before, name)) != (other := field_of(after, name))
    )
    return Difference(items, fields)


def field_of(review: Review, name: str) -> Any:
    """The value of one of `REVIEW_FIELDS`."""
    value: Any = review
    for step in name.split("."):
        value = getattr(value, step)
    return value


def conflicts(review: Review, change: Difference) -> tuple[str, ...]:
    """Labels and fields that are no longer in `review` as they were before the change."""
    now = {item.label: item for item in _items_named(review, change.labels)}
    moved = [each.label for each in change.items if now.get(each.label) != each.before]
    moved += [each.name for each in change.fields if field_of(review, each.name) != each.before]
    return tuple(moved)


def patched(review: Review, change: Difference) -> Review:
    """The review with the change carried over; labels once used stay used."""
    update = _patched_fields(review, change.fields)
    for letter, (field, _) in COLLECTIONS.items():
        mine = [each for each in change.items if each.label[0] == letter]
        if mine:
            update[field] = _patched_items(getattr(review, field), mine, field)
    return review.model_copy(update={**update, "last_numbers": _numbers(review, change)})


def _item_changes(before: tuple[Item, ...], after: tuple[Item, ...]) -> Iterable[ItemChange]:
    if before is after:
        return
    start = shared_at_start(before, after)
    end = shared_at_start(before[start:][::-1], after[start:][::-1])
    old = {item.label: item for item in before[start : len(before) - end]}
    new = {item.label: item for item in after[start : len(after) - end]}
    for label, item in old.items():
        if new.get(label) != item:
            yield ItemChange(label, item, new.get(label))
    for label, item in new.items():
        if label not in old:
            yield ItemChange(label, None, item)


def _items_named(review: Review, labels: Iterable[str]) -> Iterable[Item]:
    wanted = set(labels)
    letters = {label[0] for label in wanted}
    for letter in letters:
        for item in getattr(review, COLLECTIONS[letter][0]):
            if item.label in wanted:
                yield item


def _patched_fields(review: Review, changes: Iterable[FieldChange]) -> dict[str, Any]:
    update: dict[str, Any] = {}
    for each in changes:
        part, _, name = each.name.partition(".")
        held = update.get(part, getattr(review, part))
        update[part] = held.model_copy(update={name: each.after}) if name else each.after
    return update


def _patched_items(held: tuple[Item, ...], mine: list[ItemChange], field: str) -> tuple[Item, ...]:
    kept: dict[str, Any] = {item.label: item for item in held}
    for change in mine:
        if change.after is None:
            kept.pop(change.label, None)
        else:
            kept[change.label] = change.after
    if field == "events":
        return timeline.in_order(kept.values())
    return tuple(sorted(kept.values(), key=lambda item: item.number))


def _numbers(review: Review, change: Difference) -> Mapping[str, int]:
    numbers = dict(review.last_numbers)
    for each in change.items:
        letter = each.label[0]
        numbers[letter] = max(numbers.get(letter, 0), int(each.label[1:]))
    return numbers
