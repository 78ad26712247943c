"""Loose ends that the room leaves open on purpose, each with its reason."""

from pirtui.domain.value import Item


class ClosedEnd(Item):
    """A written reason why a loose end stays as it is; label `C1`, `C2`…

    `key` is that of the loose end (see `pirtui.domain.loose_ends`).
    """

    key: str
    reason: str

    @property
    def about(self) -> str:
        """The label of the item whose end it closes; for the incident record, the name of a field."""
        return self.key.rpartition(":")[2]
