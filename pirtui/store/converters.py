"""Between the domain's values and the rows of the tables, in both directions, losing nothing."""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Union, get_args, get_origin

from pirtui.domain.gaps import Span
from pirtui.domain.incident import Impact, Incident, Link
from pirtui.domain.moments import Moment
from pirtui.domain.review import COLLECTIONS, Review, ReviewDates
from pirtui.domain.value import Item

Columns = dict[str, Any]

SIDE_FIELDS = {"evidence": "target", "milestones": "milestone", "themes": "theme"}
"""Fields that hold several values: each value has a row of its own, in this column."""

_KINDS = {letter: kind for letter, (_, kind) in COLLECTIONS.items()}


def item_columns(item: Item) -> Columns:
    """The columns of an item's own table, without the review's id."""
    columns: Columns = {}
    for name, _ in type(item).model_fields.items():
        value = getattr(item, name)
        if name in SIDE_FIELDS:
            continue
        if isinstance(value, Moment):
            columns.update(moment_columns(value), start_utc=_utc(value.start))
        elif name == "span":
            columns["span_start"] = _iso(value.start) if value else None
            columns["span_end"] = _iso(value.end) if value else None
        else:
            columns[name] = _plain(value)
    return columns


def side_values(item: Item) -> dict[str, tuple[str, ...]]:
    """The fields of an item that have rows of their own, with their values in order."""
    return {
        name: tuple(str(value) for value in getattr(item, name))
        for name in SIDE_FIELDS
        if name in type(item).model_fields
    }


def item_from(label: str, columns: Mapping[str, Any], sides: Mapping[str, tuple[str, ...]]) -> Item:
    """The item that these columns and side values stand for."""
    kind = _KINDS[label[0]]
    fields: Columns = {}
    for name, field in kind.model_fields.items():
        if name in SIDE_FIELDS:
            fields[name] = _listed(field.annotation, sides.get(name, ()))
        elif field.annotation is Moment:
            fields[name] = moment_from(columns)
        elif name == "span":
            fields[name] = _span(columns)
        else:
            fields[name] = _typed(field.annotation, columns[name])
    return kind.model_construct(**fields)


def moment_columns(moment: Moment) -> Columns:
    """A moment as columns; times keep their offset."""
    return {
        "start": _iso(moment.start),
        "end": _iso(moment.end),
        "precision": moment.precision.value,
        "approximate": moment.approximate,
        "open_ended": moment.open_ended,
        "raw": _clean(moment.raw),
    }


def moment_from(columns: Mapping[str, Any], prefix: str = "") -> Moment:
    """The moment that these columns stand for."""
    return Moment(
        start=_instant(columns[f"{prefix}start"]),
        end=_instant(columns[f"{prefix}end"]),
        precision=columns[f"{prefix}precision"],
        approximate=bool(columns[f"{prefix}approximate"]),
        open_ended=bool(columns[f"{prefix}open_ended"]),
        raw=columns[f"{prefix}raw"],
    )


def review_columns(review: Review) -> Columns:
    """The columns of the review's own row."""
    incident, impact, dates = review.incident, review.incident.impact, review.dates
    window = moment_columns(impact.window or Moment())
    return {
        "id": review.id,
        "ref": review.ref,
        "status": review.status.value,
        "stage": review.stage.value,
        "question": _clean(review.question),
        "ground_rules_read": review.ground_rules_read,
        "archived": review.archived,
        "title": _clean(incident.title),
        "kind": incident.kind.value,
        "severity": _plain(incident.severity),
        "owner_team": _clean(incident.owner_team),
        "zone": _clean(incident.zone),
        "happened_on": incident.on,
        "detection_source": _plain(incident.detection_source),
        "summary": _clean(incident.summary),
        "impact_scope": _clean(impact.scope),
        "impact_numbers": _clean(impact.numbers),
        "impact_not_affected": _clean(impact.not_affected),
        "impact_window": impact.window is not None,
        **{f"impact_{name}": value for name, value in window.items()},
        "created": _iso(dates.created),
        "met": dates.met,
        "drafted": _iso(dates.drafted),
        "published": _iso(dates.published),
        "schema_version": review.schema_version,
    }


def incident_lists(review: Review) -> dict[str, list[Columns]]:
    """The incident's lists, as rows of their tables."""
    incident = review.incident
    relations = {"recurrence_of": incident.recurrence_of, "related_to": incident.related_to}
    return {
        "incident_service": [
            {"position": place, "service": _clean(name)} for place, name in enumerate(incident.services)
        ],
        "incident_link": [
            {"position": place, "url": _clean(link.url), "comment": _clean(link.comment)}
            for place, link in enumerate(incident.links)
        ],
        "incident_relation": [
            {"relation": relation, "position": place, "target": _clean(target)}
            for relation, targets in relations.items()
            for place, target in enumerate(targets)
        ],
    }


def incident_from(
    columns: Mapping[str, Any], lists: Mapping[str, Iterable[Mapping[str, Any]]]
) -> Incident:
    """The incident that these columns and lists stand for."""
    relations = list(lists["incident_relation"])
    return Incident(
        title=columns["title"],
        kind=columns["kind"],
        severity=columns["severity"],
        services=tuple(row["service"] for row in lists["incident_service"]),
        owner_team=columns["owner_team"],
        zone=columns["zone"],
        on=columns["happened_on"],
        detection_source=columns["detection_source"],
        summary=columns["summary"],
        impact=Impact(
            scope=columns["impact_scope"],
            numbers=columns["impact_numbers"],
            not_affected=columns["impact_not_affected"],
            window=moment_from(columns, "impact_") if columns["impact_window"] else None,
        ),
        links=tuple(Link(url=row["url"], comment=row["comment"]) for row in lists["incident_link"]),
        recurrence_of=tuple(r["target"] for r in relations if r["relation"] == "recurrence_of"),
        related_to=tuple(r["target"] for r in relations if r["relation"] == "related_to"),
    )


def dates_from(columns: Mapping[str, Any]) -> ReviewDates:
    """The dates of a review."""
    return ReviewDates(
        created=datetime.fromisoformat(columns["created"]),
        met=columns["met"],
        drafted=_instant(columns["drafted"]),
        published=_instant(columns["published"]),
    )


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    return _clean(value) if isinstance(value, str) else value


def _clean(text: str) -> str:
    """SQLite keeps UTF-8, in which a lone surrogate cannot be written."""
    return (
        text.encode("utf-8", "surrogatepass").decode("utf-8", "replace") if not _is_utf8(text) else text
    )


def _is_utf8(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _iso(instant: datetime | None) -> str | None:
    return None if instant is None else instant.isoformat()


def _utc(instant: datetime | None) -> str | None:
    return None if instant is None else instant.astimezone(UTC).isoformat()


def _instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _span(columns: Mapping[str, Any]) -> Span | None:
    start, end = _instant(columns["span_start"]), _instant(columns["span_end"])
    return None if start is None or end is None else Span(start=start, end=end)


def _listed(annotation: Any, values: tuple[str, ...]) -> tuple[Any, ...]:
    kind = get_args(annotation)[0]
    return tuple(kind(value) for value in values)


def _typed(annotation: Any, value: Any) -> Any:
    if value is None:
        return None
    kind = annotation
    if get_origin(annotation) in (Union, types.UnionType):
        kind = next(each for each in get_args(annotation) if each is not type(None))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    if kind is date and isinstance(value, str):
        return date.fromisoformat(value)
    return bool(value) if kind is bool else value
