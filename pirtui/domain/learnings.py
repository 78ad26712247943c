"""What the room takes away, and what it set aside to keep moving."""

from datetime import date
from enum import StrEnum

from pirtui.domain.value import Item


class LearningKind(StrEnum):
    """What sort of takeaway this is."""

    WELL = "well"
    WRONG = "wrong"
    LUCKY = "lucky"
    SURPRISE = "surprise"
    LEARNED = "learned"
    QUESTION = "question"


class Learning(Item):
    """Something the room takes away; label `L1`, `L2`…; an open question has an owner and a date."""

    kind: LearningKind
    text: str
    owner: str = ""
    due: date | None = None


class ParkedKind(StrEnum):
    """What sort of remark was parked."""

    ACTION = "action"
    QUESTION = "question"
    OFF_TOPIC = "off-topic"


class Parked(Item):
    """A remark set aside to be resolved at wrap-up; label `K1`, `K2`…

    `origin` is the stage in which it came up, `origin_label` the item that was highlighted then, if any.
    `resolution` says what became of it; while it is empty,
    the remark is unresolved.
    """

    kind: ParkedKind
    text: str
    origin: str = ""
    origin_label: str = ""
    resolution: str = ""
