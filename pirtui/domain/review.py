"""A review: one incident and everything the room has said about it."""

from datetime import date

from pydantic import Field

from pirtui.domain.actions import Action
from pirtui.domain.close_round import CloseRound
from pirtui.domain.closed_ends import ClosedEnd
from pirtui.domain.events import Event
from pirtui.domain.factors import Factor, Theme
from pirtui.domain.gaps import Gap
from pirtui.domain.incident import Incident
from pirtui.domain.learnings import Learning, Parked
from pirtui.domain.moments import Instant
from pirtui.domain.people import Person
from pirtui.domain.safeguards import Safeguard
from pirtui.domain.stages import Stage as Stage
from pirtui.domain.stages import Status as Status
from pirtui.domain.thresholds import DEFAULTS, ThresholdsBySeverity
from pirtui.domain.value import Item, Value

SCHEMA_VERSION = 2
"""The version of the model, as written into exports and library files."""


class ReviewDates(Value):
    """When the review was opened, held, drafted and published."""

    created: Instant
    met: date | None = None
    drafted: Instant | None = None
    published: Instant | None = None


class Review(Value):
    """One post-incident review.

    `events` are kept in timeline order, every other collection in the order of entry. `last_numbers`
    holds the highest number ever used per label letter, so that a label is never reused. `stage` is the
    furthest stage the room has reached. `thresholds` are the figures by which the timeline asks: they
    come from the settings of whoever reads it, and are never stored with it.
    """

    id: str
    ref: str
    status: Status = Status.DRAFT
    stage: Stage = Stage.PREPARE
    incident: Incident = Incident()
    question: str = ""
    ground_rules_read: bool = False
    people: tuple[Person, ...] = ()
    events: tuple[Event, ...] = ()
    gaps: tuple[Gap, ...] = ()
    factors: tuple[Factor, ...] = ()
    themes: tuple[Theme, ...] = ()
    actions: tuple[Action, ...] = ()
    parked: tuple[Parked, ...] = ()
    learnings: tuple[Learning, ...] = ()
    safeguards: tuple[Safeguard, ...] = ()
    closed_ends: tuple[ClosedEnd, ...] = ()
    close_round: CloseRound = CloseRound()
    dates: ReviewDates
    archived: bool = False
    last_numbers: dict[str, int] = Field(default_factory=dict)
    schema_version: int = SCHEMA_VERSION
    thresholds: ThresholdsBySeverity = Field(default=DEFAULTS, exclude=True, repr=False)


COLLECTIONS: dict[str, tuple[str, type[Item]]] = {
    "P": ("people", Person),
    "E": ("events", Event),
    "G": ("gaps", Gap),
    "F": ("factors", Factor),
    "T": ("themes", Theme),
    "A": ("actions", Action),
    "K": ("parked", Parked),
    "L": ("learnings", Learning),
    "S": ("safeguards", Safeguard),
    "C": ("closed_ends", ClosedEnd),
}
"""The label letter of each sort of item: the review's field that holds it, and its type."""
