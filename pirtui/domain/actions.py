"""What will change: scoped actions with one owner and a date."""

from datetime import date
from enum import StrEnum

from pirtui.domain.value import Item


class ActionKind(StrEnum):
    """What an action does to the next incident."""

    PREVENT = "prevent"
    MITIGATE = "mitigate"
    DETECT = "detect"
    RESPOND = "respond"
    LEARN = "learn"


class Priority(StrEnum):
    """How soon an action matters."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Strength(StrEnum):
    """How much an action relies on the system rather than on memory.

    Source: research/facilitation.md, section 4.
    """

    STRONGER = "stronger"
    INTERMEDIATE = "intermediate"
    WEAKER = "weaker"


class ActionStatus(StrEnum):
    """How far an action has come."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    VERIFIED = "verified"
    NOT_DOING = "not-doing"


class FixFamily(StrEnum):
    """The sort of systemic fix; source: research/facilitation.md, section 4."""

    AUTOMATED_TESTING = "automated-testing"
    DISASTER_RECOVERY = "disaster-recovery"
    CHAOS_ENGINEERING = "chaos-engineering"
    REDUNDANCY = "redundancy"
    RATE_LIMITING = "rate-limiting"
    OBSERVABILITY = "observability"
    DOCUMENTATION = "documentation"
    TRAINING = "training"
    TOOLING = "tooling"
    PROCESS = "process"
    ISOLATION = "isolation"
    SAFE_DEFAULTS = "safe-defaults"
    PROGRESSIVE_ROLLOUT = "progressive-rollout"
    OWNERSHIP = "ownership"
    DECOMMISSION = "decommission"


class Action(Item):
    """A change that somebody has agreed, or is asked, to make; label `A1`, `A2`…

    `owner` is one person as typed after `@`. `evidence` holds the labels of the factors and gaps that
    it answers. `status_reason` says why an action is not done.
    """

    text: str
    detail: str = ""
    owner: str = ""
    due: date | None = None
    kind: ActionKind | None = None
    family: FixFamily | None = None
    strength: Strength | None = None
    priority: Priority = Priority.MEDIUM
    status: ActionStatus = ActionStatus.PROPOSED
    status_reason: str = ""
    done_test: str = ""
    effect_measure: str = ""
    evidence: tuple[str, ...] = ()
    tracker: str = ""
