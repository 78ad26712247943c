"""What contributed. There is no root cause here, and no field for one."""

from enum import StrEnum

from pirtui.domain.value import Item


class Category(StrEnum):
    """Where a factor lies; the sub-categories are in `taxonomy`."""

    TECHNICAL = "technical"
    PROCESS = "process"
    HUMAN = "human"
    TOOLING = "tooling"


class Confidence(StrEnum):
    """How sure the room is that a factor contributed."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Factor(Item):
    """A condition without which things would have gone differently; label `F1`, `F2`…

    `parent` is the factor that this one helps to explain ("how come?"); `stop_reason` says why the
    room stopped asking there. `themes` are theme names. `no_action_reason` says why no action follows.
    """

    category: Category
    subcategory: str = ""
    text: str
    note: str = ""
    evidence: tuple[str, ...] = ()
    confidence: Confidence | None = None
    evidence_needed: str = ""
    trigger: bool = False
    parent: str | None = None
    stop_reason: str = ""
    themes: tuple[str, ...] = ()
    no_action_reason: str = ""


class Theme(Item):
    """A thread that runs through several factors; label `T1`, `T2`…

    `name` is the word after `#`; `accepted_because` says why no action follows from it.
    """

    name: str
    text: str = ""
    accepted_because: str = ""
