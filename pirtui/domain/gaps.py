"""Where time or knowledge was lost, and what the room said about it."""

from enum import StrEnum

from pirtui.domain.moments import Instant
from pirtui.domain.value import Item, Value


class GapKind(StrEnum):
    """The part of the response in which a gap lies."""

    DETECTION = "detection"
    RESPONSE = "response"
    CONTAINMENT = "containment"
    RECOVERY = "recovery"


class Verdict(StrEnum):
    """The room's answer to a question about the timeline."""

    OPEN = "open"
    GAP = "gap"
    EXPLAINED = "explained"
    NOT_A_GAP = "not-a-gap"


class Span(Value):
    """A stretch of time with two known ends."""

    start: Instant
    end: Instant

    @property
    def minutes(self) -> float:
        """How long it lasted, in minutes."""
        return (self.end - self.start).total_seconds() / 60


class Gap(Item):
    """A gap of the room's own, or an answered question; label `G1`, `G2`…

    `heuristic` names the question that raised it (such as `D3`), and is empty for the room's own.
    `evidence` holds the labels of events. `no_factor_reason` says why no factor follows from it.
    """

    kind: GapKind
    text: str
    note: str = ""
    evidence: tuple[str, ...] = ()
    span: Span | None = None
    heuristic: str = ""
    verdict: Verdict = Verdict.GAP
    no_factor_reason: str = ""
