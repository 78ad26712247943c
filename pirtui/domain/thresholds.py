"""When the timeline raises a question.

Every figure is a default and a matter of judgement: no source proves one. They decide what is asked,
never what is wrong. Shapes and starting values: research/facilitation.md, section 5.
"""

from typing import Annotated

from pydantic import Field

from pirtui.domain.incident import Severity
from pirtui.domain.value import Value

Minutes = Annotated[float, Field(ge=0, le=100_000)]
Share = Annotated[float, Field(ge=0, le=1)]
Count = Annotated[int, Field(ge=1, le=1000)]


class Thresholds(Value):
    """The figures for one severity; the description of each says what it decides."""

    acknowledge_minutes: Minutes = Field(15.0, description="R1: how long an acknowledgement may take")
    engage_minutes: Minutes = Field(
        30.0, description="R2: how long it may take from acknowledged to mobilised"
    )
    handovers: Count = Field(
        2, description="R2: from how many hand-overs on before mitigation the way is asked about"
    )
    escalation_minutes: Minutes = Field(
        30.0, description="R3: a call for help this long after acknowledgement is asked about"
    )
    public_update_minutes: Minutes = Field(
        30.0, description="R5: how long users may go without a word after detection"
    )
    detect_share: Share = Field(
        0.5, description="D3: the share of the impact that may pass before detection"
    )
    detect_least_minutes: Minutes = Field(
        5.0, description="D3: a faster detection is never asked about, however short the impact was"
    )
    signal_lag_least_minutes: Minutes = Field(
        5.0, description="D2: a shorter lag between first signal and detection is never asked about"
    )
    signal_lag_share: Share = Field(
        0.25, description="D2: the share of the impact that may pass from first signal to detection"
    )
    later_alert_minutes: Minutes = Field(
        5.0, description="D1: how long after detection an alert counts as having come later"
    )
    silence_least_minutes: Minutes = Field(
        10.0, description="C1: a shorter stretch without an event is never a silence"
    )
    silence_times_median: Annotated[float, Field(ge=1, le=100)] = Field(
        3.0, description="C1: how many times the median stretch a silence lasts at least"
    )
    most_silences: Count = Field(5, description="C1: how many silences are asked about: the longest")
    revert_minutes: Minutes = Field(
        10.0, description="C2: how long after its suspicion a change may be taken back unasked"
    )
    revert_share: Share = Field(
        0.3,
        description="C2: the share of suspected to mitigated after which a revert is asked about",
    )
    diagnosis_share: Share = Field(
        0.5, description="C3: the share of detected to mitigated that diagnosis may take"
    )
    diagnosis_least_minutes: Minutes = Field(
        10.0, description="C3: a faster diagnosis is never asked about"
    )
    mitigate_minutes: Minutes = Field(
        30.0, description="G+: a mitigation this soon after detection is worth keeping"
    )
    vain_attempts: Count = Field(
        2, description="C4: from how many attempts without effect on they are asked about"
    )
    recovery_least_minutes: Minutes = Field(
        30.0, description="V2: a faster way from mitigated to recovered is never asked about"
    )
    return_hours: Annotated[float, Field(ge=0, le=1000)] = Field(
        24.0, description="V3: for how many hours after resolved a return of the harm belongs to it"
    )
    enough_events: Count = Field(
        3, description="R4, Q2: from how many events on a missing milestone is asked about"
    )
    estimated_share: Share = Field(0.5, description="Q4: the share of times that may be estimates")
    estimated_least_times: Count = Field(
        4, description="Q4: from how many times on their share of estimates is asked about"
    )
    single_view_events: Count = Field(
        6, description="Q5: from how many events that name a role on a single role is asked about"
    )


_SEVEREST = Thresholds(acknowledge_minutes=5.0, engage_minutes=15.0)


class ThresholdsBySeverity(Value):
    """The figures for every severity: those of its own, else the default ones."""

    default: Thresholds = Thresholds()
    by_severity: dict[Severity, Thresholds] = Field(default_factory=lambda: {Severity.SEV1: _SEVEREST})

    def of(self, severity: Severity | None) -> Thresholds:
        """The figures that hold for this severity, or where it is not known."""
        return self.default if severity is None else self.by_severity.get(severity, self.default)


DEFAULTS = ThresholdsBySeverity()
"""What holds while nobody edited anything."""
