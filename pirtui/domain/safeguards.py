"""What stood between the trigger and the harm: safeguards that held, were absent or were bypassed."""

from enum import StrEnum

from pirtui.domain.value import Item


class SafeguardState(StrEnum):
    """How a safeguard fared; source: research/facilitation.md, section 3 (the layers)."""

    HELD = "held"
    ABSENT = "absent"
    BYPASSED = "bypassed"


class Safeguard(Item):
    """A check, limit or barrier, and how it fared; label `S1`, `S2`…

    `evidence` holds the labels of events, gaps and factors. A safeguard can be bypassed by design.
    """

    state: SafeguardState
    text: str
    note: str = ""
    evidence: tuple[str, ...] = ()
