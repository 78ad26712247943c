"""Two versions of one item, brought together as far as they do not contradict each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from pirtui.domain.value import Item

AnyItem = TypeVar("AnyItem", bound=Item)

_OF_NO_CONCERN = ("label",)


@dataclass(frozen=True)
class Merge(Generic[AnyItem]):
    """`item` holds what both changed, and in the `disputed` fields what was changed here."""

    item: AnyItem
    disputed: tuple[str, ...] = ()


def merged(before: AnyItem, mine: AnyItem, theirs: AnyItem) -> Merge[AnyItem]:
    """Carry what `mine` changed since `before` over to `theirs`.

    A field that both changed, each to something else, is disputed: one of the two has to be chosen.
    """
    changed = [name for name in _fields(before) if getattr(mine, name) != getattr(before, name)]
    disputed = tuple(
        name
        for name in changed
        if getattr(theirs, name) not in (getattr(before, name), getattr(mine, name))
    )
    return Merge(theirs.model_copy(update={name: getattr(mine, name) for name in changed}), disputed)


def _fields(item: Item) -> list[str]:
    return [name for name in type(item).model_fields if name not in _OF_NO_CONCERN]
