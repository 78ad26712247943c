"""What items point at: their evidence, and the parent of a factor."""

from collections.abc import Collection
from typing import Any

from pirtui.domain import changes
from pirtui.domain.factors import Factor
from pirtui.domain.learnings import Parked
from pirtui.domain.review import Review
from pirtui.domain.value import Item


def without_loose_references(review: Review, labels: Collection[str]) -> Review:
    """The review in which the items with these labels point only at items that are there."""
    present = {item.label for item in changes.items(review)}
    wanted = set(labels)
    for item in [each for each in changes.items(review) if each.label in wanted]:
        if loose := _loose(item, present):
            review = changes.put(review, item.model_copy(update=loose))
    return review


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
