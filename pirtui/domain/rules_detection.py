"""Questions about how the incident was found.

Source: research/facilitation.md, section 5, heuristics D1 to D4.
"""

import re
from collections.abc import Iterator

from pirtui.domain.durations import duration_text
from pirtui.domain.events import Event, Milestone
from pirtui.domain.gaps import GapKind, Span
from pirtui.domain.incident import DetectionSource
from pirtui.domain.intervals import minutes_between
from pirtui.domain.memo import by_text
from pirtui.domain.question_facts import Facts, GapQuestion, about_milestone, about_stretch

_NOTICED_BY = {
    DetectionSource.CUSTOMER: "A customer",
    DetectionSource.STAFF: "Somebody on staff",
    DetectionSource.THIRD_PARTY: "Somebody outside",
}
_ALERT = re.compile(r"\b(alert|alarm)(s|ed|ing)?\b", re.IGNORECASE)
_NO_ALERT = re.compile(
    r"\b(no|not|false|without|fewer|any|missing|muted|silenced?|added?|new) (\w+ )?(alert|alarm)"
    r"|\b(alert|alarm)s? (\w+ )?(cleared|closed|recover\w*|resolved|stop\w*|over|gone|muted|silenced)\b",
    re.IGNORECASE,
)


def detection_questions(known: Facts) -> Iterator[GapQuestion]:
    """Every question about detection that these facts raise."""
    yield from _unknown_impact_start(known)
    yield from _unknown_source(known)
    yield from _noticed_before_any_alert(known)
    yield from _long_signal_lag(known)
    yield from _long_detection(known)


def _unknown_impact_start(known: Facts) -> Iterator[GapQuestion]:
    mark = known.marks.get(Milestone.IMPACT_START)
    if not known.has_impact or (mark and mark.time.start):
        return
    state = "No event is marked as impact start."
    if mark:
        state = f"Impact start ({mark.label}) has no time."
    text = f"{state} When did users first feel it?"
    yield about_milestone("D4", Milestone.IMPACT_START, GapKind.DETECTION, text)


def _unknown_source(known: Facts) -> Iterator[GapQuestion]:
    if known.incident.detection_source is not None:
        return
    detected = known.label(Milestone.DETECTED)
    yield GapQuestion(
        key="D4:source",
        heuristic="D4",
        kind=GapKind.DETECTION,
        text="The detection source is not recorded. How did we find out, and from whom?",
        evidence=(detected,) if detected else (),
    )


def _noticed_before_any_alert(known: Facts) -> Iterator[GapQuestion]:
    source = known.incident.detection_source
    if source is DetectionSource.ALERT:
        return
    alert = next((event for event in known.events if _speaks_of_alert(event.text)), None)
    later = _minutes_after_detection(known, alert)
    if alert and later >= known.thresholds.later_alert_minutes:
        yield _before_alert(known, alert, _NOTICED_BY.get(source, "") if source else "")
    elif alert and source and later <= -known.thresholds.later_alert_minutes:
        yield _after_alert(known, alert, source)
    elif source and (alert is None or later > 0):
        yield _without_alert(known, source)


def _before_alert(known: Facts, alert: Event, who: str) -> GapQuestion:
    detected = known.marks[Milestone.DETECTED]
    later = duration_text(minutes_between(detected.time, alert.time) or 0)
    ends = f"({detected.label} → {alert.label})"
    if who:
        told = f"{who} noticed first; the first alert in the timeline came {later} later {ends}."
    else:
        told = f"The first alert in the timeline came {later} after detection {ends}."
    return GapQuestion(
        key="D1",
        heuristic="D1",
        kind=GapKind.DETECTION,
        text=f"{told} What would have told us first?",
        evidence=(detected.label, alert.label),
        span=_span(detected.time.start, alert.time.start),
    )


def _without_alert(known: Facts, source: DetectionSource) -> GapQuestion:
    detected = known.label(Milestone.DETECTED)
    where = f" ({detected})" if detected else ""
    return GapQuestion(
        key="D1",
        heuristic="D1",
        kind=GapKind.DETECTION,
        text=f"{_NOTICED_BY[source]} noticed first{where}, before any alert. "
        "What would have told us first?",
        evidence=(detected,) if detected else (),
    )


def _after_alert(known: Facts, alert: Event, source: DetectionSource) -> GapQuestion:
    detected = known.marks[Milestone.DETECTED]
    earlier = duration_text(minutes_between(alert.time, detected.time) or 0)
    return GapQuestion(
        key="D1",
        heuristic="D1",
        kind=GapKind.DETECTION,
        text=f"An alert stands {earlier} before {_NOTICED_BY[source].lower()} noticed "
        f"({alert.label} → {detected.label}). What became of it?",
        evidence=(alert.label, detected.label),
        span=_span(alert.time.start, detected.time.start),
    )


def _minutes_after_detection(known: Facts, event: Event | None) -> float:
    """The minutes from detection to an event, negative if it came before; 0 while one is unknown."""
    detected = known.marks.get(Milestone.DETECTED)
    if event is None or detected is None or not detected.is_clocked:
        return 0
    return minutes_between(detected.time, event.time) or 0


@by_text
def _speaks_of_alert(text: str) -> bool:
    lower = text.lower()
    if "alert" not in lower and "alarm" not in lower:
        return False
    return bool(_ALERT.search(text)) and not _NO_ALERT.search(text)


def _span(start: object, end: object) -> Span:
    return Span.model_validate({"start": start, "end": end})


def _long_signal_lag(known: Facts) -> Iterator[GapQuestion]:
    ends = (Milestone.FIRST_SIGNAL, Milestone.DETECTED)
    lag = known.minutes(*ends)
    share = known.thresholds.signal_lag_share * (known.impact_minutes or 0)
    if known.clock(Milestone.FIRST_SIGNAL) == known.clock(Milestone.IMPACT_START):
        return
    if lag is None or lag <= max(known.thresholds.signal_lag_least_minutes, share):
        return
    text = (
        f"A first signal was there {known.figure(*ends)} before detection {known.ends(*ends)}. "
        "Where was it, and who could see it?"
    )
    yield about_stretch(known, "D2", *ends, GapKind.DETECTION, text)


def _long_detection(known: Facts) -> Iterator[GapQuestion]:
    ends = (Milestone.IMPACT_START, Milestone.DETECTED)
    taken, impact = known.minutes(*ends), known.impact_minutes
    if taken is None or not impact or taken < known.thresholds.detect_least_minutes:
        return
    if taken <= known.thresholds.detect_share * impact:
        return
    share = "more than half of the impact" if taken <= impact else "longer than the impact lasted"
    by_alert = known.incident.detection_source is DetectionSource.ALERT
    first = "The first alert" if by_alert else "Detection"
    text = (
        f"{first} came {known.figure(*ends)} after impact start {known.ends(*ends)}, {share} "
        f"({duration_text(impact)}). What would have told us sooner?"
    )
    yield about_stretch(known, "D3", *ends, GapKind.DETECTION, text)
