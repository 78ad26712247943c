"""What happened, and which of it was a milestone."""

from enum import StrEnum

from pirtui.domain.moments import UNKNOWN, Moment
from pirtui.domain.value import Item


class Milestone(StrEnum):
    """A point between which intervals are measured, in the usual order.

    Source: research/facilitation.md, section 5.
    """

    IMPACT_START = "impact-start"
    FIRST_SIGNAL = "first-signal"
    DETECTED = "detected"
    NOTIFIED = "notified"
    ACKNOWLEDGED = "acknowledged"
    DECLARED = "declared"
    MOBILISED = "mobilised"
    DIAGNOSED = "diagnosed"
    MITIGATED = "mitigated"
    RECOVERED = "recovered"
    VERIFIED = "verified"
    RESOLVED = "resolved"


class Event(Item):
    """One thing that happened; label `E1`, `E2`…

    `actor` is a role or a person's name as typed after `@`; `source` is where it is written down.
    `doubt` is a question about the time that nobody has answered yet, such as "next day?".
    """

    time: Moment = UNKNOWN
    text: str
    note: str = ""
    actor: str = ""
    milestones: tuple[Milestone, ...] = ()
    source: str = ""
    open_question: bool = False
    key_moment: bool = False
    in_report: bool = True
    doubt: str = ""
