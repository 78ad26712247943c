"""The machine-readable head of a report: facts that a script reads without parsing prose.

Every text is a double-quoted YAML scalar, times are ISO 8601 in UTC, lengths are minutes, and what is
not known is `null`.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pirtui.domain.action_rules import is_open
from pirtui.domain.events import Milestone
from pirtui.domain.intervals import intervals
from pirtui.domain.learnings import LearningKind
from pirtui.domain.moments import Moment, Precision
from pirtui.domain.review import SCHEMA_VERSION
from pirtui.report.escape import yaml_string
from pirtui.report.material import Material
from pirtui.report.times import utc_text

NULL = "null"


@dataclass(frozen=True)
class Fact:
    """A key with its YAML value, or with the facts that stand below it."""

    key: str
    value: str = ""
    facts: tuple["Fact", ...] = ()


def front_matter(material: Material) -> tuple[Fact, ...]:
    """Gather the facts."""
    review, incident = material.review, material.review.incident
    return (
        Fact("title", yaml_string(material.words.plain(incident.title))),
        Fact("ref", yaml_string(review.ref)),
        Fact("kind", yaml_string(incident.kind)),
        Fact("severity", _text_or_null(incident.severity)),
        Fact("status", yaml_string(review.status)),
        Fact(
            "incident_date", _text_or_null(material.main_day.isoformat() if material.main_day else None)
        ),
        Fact("zone", yaml_string(material.zone.name)),
        Fact(
            "services",
            _list(material.words.plain(service) for service in incident.services if service.strip()),
        ),
        Fact("owner_team", yaml_string(material.words.plain(incident.owner_team))),
        Fact("detection_source", _text_or_null(incident.detection_source)),
        Fact("milestones", facts=_milestones(material)),
        Fact("interval_minutes", facts=_intervals(material)),
        Fact("counts", facts=_counts(material)),
        Fact("format", yaml_string("pirtui-report")),
        Fact("schema_version", str(SCHEMA_VERSION)),
    )


def _milestones(material: Material) -> tuple[Fact, ...]:
    times = {milestone: mark.time for milestone, mark in material.marks.items()}
    return tuple(Fact(each.value, _moment(times.get(each))) for each in Milestone)


def _moment(moment: Moment | None) -> str:
    if moment is None or moment.start is None:
        return NULL
    if moment.is_clocked:
        return yaml_string(utc_text(moment.start))
    return yaml_string(moment.start.date().isoformat()) if moment.precision is Precision.DAY else NULL


def _intervals(material: Material) -> tuple[Fact, ...]:
    return tuple(
        Fact(each.name.replace(" ", "-"), _minutes(each.minutes)) for each in intervals(material.review)
    )


def _minutes(minutes: float | None) -> str:
    return (
        NULL
        if minutes is None
        else f"{round(minutes, 1):g}"
        if abs(minutes) < 1e5
        else str(round(minutes))
    )


def _counts(material: Material) -> tuple[Fact, ...]:
    review = material.review
    said = Counter(learning.kind for learning in review.learnings)
    return tuple(
        Fact(key, str(count))
        for key, count in (
            ("events", len(material.events)),
            ("gaps", len(review.gaps)),
            ("factors", len(review.factors)),
            ("themes", len(review.themes)),
            ("actions", len(review.actions)),
            ("open_actions", sum(is_open(action) for action in review.actions)),
            ("open_questions", said[LearningKind.QUESTION]),
        )
    )


def _text_or_null(text: str | None) -> str:
    return NULL if text is None else yaml_string(text)


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(yaml_string(text) for text in texts)}]"
