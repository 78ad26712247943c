"""Where an item stands among others, by its label; quick where one of very many changed."""

from collections.abc import Mapping
from itertools import count

from pirtui.domain.memo import by_identity, item_by_item
from pirtui.domain.value import Item

_FEW = 100
"""As many items are looked through faster than an index of them is made."""


@item_by_item
def labels(item: Item) -> str:
    """The labels of these items, in their order."""
    return item.label


@by_identity
def places(items: tuple[Item, ...]) -> Mapping[str, int]:
    """The place of each label among these items, from 0 on."""
    return dict(zip(labels(items), count(), strict=False))


def place_of(items: tuple[Item, ...], label: str) -> int | None:
    """The place of the item with this label, from 0 on; `None` if there is none."""
    if len(items) > _FEW:
        return places(items).get(label)
    return next((place for place, item in enumerate(items) if item.label == label), None)
