"""What the library's list shows of each review."""

from datetime import date

from pirtui.domain.moments import Instant
from pirtui.domain.review import Stage, Status
from pirtui.domain.value import Value


class ReviewSummary(Value):
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
    resolved: Instant | None
    met: date | None
    archived: bool
