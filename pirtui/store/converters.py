"""Between the domain's values and the rows of the tables, in both directions, losing nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from pirtui.domain.close_round import CloseRound
from pirtui.domain.incident import Incident
from pirtui.domain.moments import Moment
from pirtui.domain.review import COLLECTIONS, Review, ReviewDates
from pirtui.domain.value import Item

Columns = dict[str, Any]
Sides = Mapping[str, tuple[str, ...]]
"""The values of those fields of an item that have rows of their own."""

SIDE_FIELDS = {"evidence": "target", "milestones": "milestone", "themes": "theme"}
"""Fields that hold several values: each value has a row of its own, in this column."""

_MOMENT_COLUMNS = ("start", "end", "precision", "approximate", "open_ended", "raw")
_SPAN_COLUMNS = ("span_start", "span_end")


# Items


def item_columns(item: Item) -> Columns:
    """The columns of an item's own table, without the review's id."""
    columns: Columns = {}
    for name in type(item).model_fields:
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


def item_reader(letter: str, columns: Sequence[str]) -> Callable[[Sequence[Any], Sides], Item]:
    """What makes items of this letter from rows with these columns and their side values.

    It raises a `ValueError` for a row that holds what no item can.
    """
    _, kind = COLLECTIONS[letter]
    place = {name: number for number, name in enumerate(columns)}
    plain = [(name, place[name]) for name in kind.model_fields if name in place]
    sided = [name for name in SIDE_FIELDS if name in kind.model_fields]
    times = [place[name] for name in _MOMENT_COLUMNS] if "time" in kind.model_fields else []
    span = [place[name] for name in _SPAN_COLUMNS] if "span" in kind.model_fields else []

    def read(row: Sequence[Any], sides: Sides) -> Item:
        fields = {name: row[number] for name, number in plain}
        for name in sided:
            fields[name] = sides.get(name, ())
        if times:
            fields["time"] = _moment_fields([row[number] for number in times])
        if span:
            fields["span"] = _span_fields([row[number] for number in span])
        return kind.model_validate(fields)

    return read


def moment_columns(moment: Moment) -> Columns:
    """A moment as columns; times keep their offset."""
    return {
        "start": _iso(moment.start),
        "end": _iso(moment.end),
        "precision": moment.precision.value,
        "approximate": moment.approximate,
        "open_ended": moment.open_ended,
        "raw": moment.raw,
    }


def _moment_fields(values: Sequence[Any]) -> Columns:
    start, end, *others = values
    fields = dict(zip(_MOMENT_COLUMNS[2:], others, strict=True))
    return {"start": _instant(start), "end": _instant(end), **fields}


def _span_fields(values: Sequence[str | None]) -> Columns | None:
    start, end = values
    return None if start is None or end is None else {"start": _instant(start), "end": _instant(end)}


# The review itself


def review_columns(review: Review) -> Columns:
    """The columns of the review's own row."""
    incident, impact, dates = review.incident, review.incident.impact, review.dates
    window = moment_columns(impact.window or Moment())
    return {
        "id": review.id,
        "ref": review.ref,
        "status": review.status.value,
        "stage": review.stage.value,
        "question": review.question,
        "ground_rules_read": review.ground_rules_read,
        "archived": review.archived,
        "title": incident.title,
        "kind": incident.kind.value,
        "severity": _plain(incident.severity),
        "owner_team": incident.owner_team,
        "zone": incident.zone,
        "happened_on": incident.on,
        "detection_source": _plain(incident.detection_source),
        "summary": incident.summary,
        "impact_scope": impact.scope,
        "impact_numbers": impact.numbers,
        "impact_not_affected": impact.not_affected,
        "impact_window": impact.window is not None,
        **{f"impact_{name}": value for name, value in window.items()},
        "created": _iso(dates.created),
        "met": dates.met,
        "drafted": _iso(dates.drafted),
        "published": _iso(dates.published),
        "close_answered": review.close_round.answered,
        "close_learned": review.close_round.learned,
        "close_come_again": review.close_round.come_again,
        "schema_version": review.schema_version,
    }


def incident_lists(review: Review) -> dict[str, list[Columns]]:
    """The incident's lists, as rows of their tables."""
    incident = review.incident
    relations = {"recurrence_of": incident.recurrence_of, "related_to": incident.related_to}
    return {
        "incident_service": [
            {"position": place, "service": name} for place, name in enumerate(incident.services)
        ],
        "incident_link": [
            {"position": place, "url": link.url, "comment": link.comment}
            for place, link in enumerate(incident.links)
        ],
        "incident_relation": [
            {"relation": relation, "position": place, "target": target}
            for relation, targets in relations.items()
            for place, target in enumerate(targets)
        ],
    }


def incident_from(
    columns: Mapping[str, Any], lists: Mapping[str, Iterable[Mapping[str, Any]]]
) -> Incident:
    """The incident that these columns and lists stand for.

    Raises:
        ValueError: if they hold what no incident can.
    """
    relations = list(lists["incident_relation"])
    window = _moment_fields([columns[f"impact_{name}"] for name in _MOMENT_COLUMNS])
    fields: Columns = {
        "title": columns["title"],
        "kind": columns["kind"],
        "severity": columns["severity"],
        "services": tuple(row["service"] for row in lists["incident_service"]),
        "owner_team": columns["owner_team"],
        "zone": columns["zone"],
        "on": columns["happened_on"],
        "detection_source": columns["detection_source"],
        "summary": columns["summary"],
        "impact": {
            "scope": columns["impact_scope"],
            "numbers": columns["impact_numbers"],
            "not_affected": columns["impact_not_affected"],
            "window": window if columns["impact_window"] else None,
        },
        "links": tuple({"url": row["url"], "comment": row["comment"]} for row in lists["incident_link"]),
        "recurrence_of": tuple(r["target"] for r in relations if r["relation"] == "recurrence_of"),
        "related_to": tuple(r["target"] for r in relations if r["relation"] == "related_to"),
    }
    return Incident.model_validate(fields)


def dates_from(columns: Mapping[str, Any]) -> ReviewDates:
    """The dates of a review.

    Raises:
        ValueError: if they are none.
    """
    fields: Columns = {
        "created": _instant(columns["created"]),
        "met": columns["met"],
        "drafted": _instant(columns["drafted"]),
        "published": _instant(columns["published"]),
    }
    return ReviewDates.model_validate(fields)


def close_round_from(columns: Mapping[str, Any]) -> CloseRound:
    """The hands counted at the end of the meeting.

    Raises:
        ValueError: if they are no numbers.
    """
    fields = {name: columns[f"close_{name}"] for name in CloseRound.model_fields}
    return CloseRound.model_validate(fields)


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, StrEnum) else value


def _iso(instant: datetime | None) -> str | None:
    return None if instant is None else instant.isoformat()


def _utc(instant: datetime | None) -> str | None:
    """The instant in UTC, to sort by; what lies beyond the calendar's ends stays in its own zone."""
    try:
        return None if instant is None else instant.astimezone(UTC).isoformat()
    except OverflowError:
        return _iso(instant)


def _instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
