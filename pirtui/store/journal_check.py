"""Whether the journal tells how the tables came to be what they are."""

from __future__ import annotations

from sqlalchemy import Connection

from pirtui.domain import changes
from pirtui.domain.differences import REVIEW_FIELDS, field_of
from pirtui.domain.review import Review
from pirtui.store import journal


def differing(connection: Connection, review: Review) -> tuple[str, ...]:
    """The labels and fields on which the journal and the tables differ, in the order of their finding.

    The changes that hold are taken back in thought, the newest first: what each of them left must be
    what is there, until the review is as it began.
    """
    items = {item.label: item for item in changes.items(review)}
    fields = {name: field_of(review, name) for name in REVIEW_FIELDS}
    found: dict[str, None] = {}
    for step in journal.live_steps(connection, review.id):
        for item in step.change.items:
            if items.get(item.label) != item.after:
                found[item.label] = None
            items.pop(item.label, None)
            if item.before is not None:
                items[item.label] = item.before
        for field in step.change.fields:
            if fields[field.name] != field.after:
                found[field.name] = None
            fields[field.name] = field.before
    return tuple(found)
