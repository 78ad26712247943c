"""When the timeline raises a question.

These are defaults and a matter of judgement: no source proves them. They decide what is asked, never
what is wrong. Shapes and starting values: research/facilitation.md, section 5.
"""

from pirtui.domain.incident import Severity

ENOUGH_EVENTS = 3
"""From how many events on a missing milestone is asked about."""

SILENCE_LEAST_MINUTES = 10.0
"""A shorter stretch without an event is never a silence."""

SILENCE_TIMES_MEDIAN = 3
"""How many times the median stretch a silence lasts at least."""

MOST_SILENCES = 5
"""How many silences are asked about at most: the longest."""

DETECT_SHARE = 0.5
"""The share of the impact that may pass before detection."""

DETECT_LEAST_MINUTES = 5.0
"""A faster detection is never asked about, however short the impact was."""

SIGNAL_LAG_LEAST_MINUTES = 5.0
"""A shorter lag between the first signal and detection is never asked about."""

SIGNAL_LAG_SHARE = 0.25
"""The share of the impact that may pass between the first signal and detection."""

LATER_ALERT_MINUTES = 5.0
"""How long after detection an alert counts as having come later."""

DIAGNOSIS_SHARE = 0.5
"""The share of the way from detected to mitigated that diagnosis may take."""

DIAGNOSIS_LEAST_MINUTES = 10.0
"""A faster diagnosis is never asked about."""

RECOVERY_LEAST_MINUTES = 30.0
"""A faster way from mitigated to recovered is never asked about."""

ESCALATION_MINUTES = 30.0
"""A call for help this long after acknowledgement, or in the last half of the work, is asked about."""

HANDOVERS = 2
"""From how many hand-overs on before mitigation the way to the right team is asked about."""

PUBLIC_UPDATE_MINUTES = 30.0
"""How long users may go without a word after detection, in the two highest severities."""

REVERT_MINUTES = 10.0
"""How long after its cause was suspected a change may be taken back without a question."""

REVERT_SHARE = 0.3
"""The share of the way from suspected to mitigated beyond which a revert is asked about."""

VAIN_ATTEMPTS = 2
"""From how many attempts without effect on they are asked about."""

RETURN_HOURS = 24
"""For how many hours after resolved a return of the harm belongs to the incident."""

SINGLE_VIEW_EVENTS = 6
"""From how many events that name a role on a single role is asked about."""

ESTIMATED_SHARE = 0.5
"""The share of times that may be estimates."""

ESTIMATED_LEAST_TIMES = 4
"""From how many times on their share of estimates is asked about."""


def acknowledge_minutes(severity: Severity | None) -> float:
    """How long an acknowledgement may take, in minutes."""
    return 5.0 if severity is Severity.SEV1 else 15.0


def engage_minutes(severity: Severity | None) -> float:
    """How long it may take from acknowledged to mobilised, in minutes."""
    return 15.0 if severity is Severity.SEV1 else 30.0
