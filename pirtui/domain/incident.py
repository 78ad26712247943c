"""The incident under review: what the room prepares before it tells the story."""

from datetime import date
from enum import StrEnum

from pirtui.domain.moments import Moment
from pirtui.domain.value import Value


class IncidentKind(StrEnum):
    """What sort of incident this was; drills stay out of metrics."""

    INCIDENT = "incident"
    NEAR_MISS = "near-miss"
    FALSE_ALARM = "false-alarm"
    CANCELLED = "cancelled"
    DRILL = "drill"


class Severity(StrEnum):
    """How severe the incident was; SEV1 is the most severe."""

    SEV1 = "SEV1"
    SEV2 = "SEV2"
    SEV3 = "SEV3"
    SEV4 = "SEV4"
    SEV5 = "SEV5"


class DetectionSource(StrEnum):
    """Who or what noticed the incident first."""

    ALERT = "alert"
    STAFF = "staff"
    CUSTOMER = "customer"
    THIRD_PARTY = "third-party"


class Link(Value):
    """An address with the room's comment on it."""

    url: str
    comment: str = ""


class Impact(Value):
    """Whom the incident reached, in numbers, and what it left alone."""

    scope: str = ""
    numbers: str = ""
    not_affected: str = ""
    window: Moment | None = None


class Incident(Value):
    """The facts about the incident that do not depend on the timeline.

    `zone` is an IANA name; `on` is the day to which a bare `14:32` belongs.
    """

    title: str = ""
    kind: IncidentKind = IncidentKind.INCIDENT
    severity: Severity | None = None
    services: tuple[str, ...] = ()
    owner_team: str = ""
    zone: str = ""
    on: date | None = None
    detection_source: DetectionSource | None = None
    summary: str = ""
    impact: Impact = Impact()
    links: tuple[Link, ...] = ()
    recurrence_of: tuple[str, ...] = ()
    related_to: tuple[str, ...] = ()
