"""What the library's list shows of each review; light, because it is on the way to the first paint."""

from dataclasses import dataclass
from datetime import date, datetime

from pirtui.domain.stages import Stage, Status


@dataclass(frozen=True, slots=True)
class ReviewSummary:
    """One row of the library; `resolved` is when the incident was over, if that is known."""

    id: str
    ref: str
    title: str
    kind: str
    severity: str
    on: date | None
    status: Status
    stage: Stage
    open_actions: int
    resolved: datetime | None
    met: date | None
    archived: bool
