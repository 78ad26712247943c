"""What items point at: their evidence, the parent of a factor, a loose end that was closed."""

import re
from collections.abc import Collection
from typing import Any

from pirtui.domain import changes
from pirtui.domain.closed_ends import ClosedEnd
from pirtui.domain.factors import Factor
from pirtui.domain.learnings import Parked
from pirtui.domain.review import Review
from pirtui.domain.value import Item

_LABEL = re.compile("[A-Z][0-9]+")


def without_loose_references(review: Review, labels: Collection[str]) -> Review:
    """The review in which the items with these labels point only at items that are there."""
    present = {item.label for item in changes.items(review)}
    wanted = set(labels)
    for item in [each for each in changes.items(review) if each.label in wanted]:
        if isinstance(item, ClosedEnd) and _names_nothing(item, present):
            review = changes.remove(review, item.label)
        elif loose := _loose(item, present):
            review = changes.put(review, item.model_copy(update=loose))
    return review


def _names_nothing(closed: ClosedEnd, present: set[str]) -> bool:
    """Whether the item whose end was closed is gone."""
    return _LABEL.fullmatch(closed.about) is not None and closed.about not in present


def _loose(item: Item, present: set[str]) -> dict[str, Any]:
    """The fields of an item that point at something absent, with what is left of them."""
    fields: dict[str, Any] = {}
    evidence: tuple[str, ...] = getattr(item, "evidence", ())
    if not present.issuperset(evidence):
        fields["evidence"] = tuple(label for label in evidence if label in present)
    if isinstance(item, Factor) and item.parent is not None and item.parent not in present:
        fields["parent"] = None
    if isinstance(item, Parked) and item.origin_label and item.origin_label not in present:
        fields["origin_label"] = ""
    return fields
