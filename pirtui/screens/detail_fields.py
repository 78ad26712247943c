"""Every field of an item as text for a form, and the form's answers as a changed item."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Union, get_args, get_origin

from pydantic import ValidationError

from pirtui.capture import due_dates
from pirtui.capture.comma_lists import read_list, written_list
from pirtui.capture.context import line_context
from pirtui.capture.incident_fields import parse_field
from pirtui.capture.times import print_time, read_leading_time
from pirtui.domain import changes
from pirtui.domain.events import Event
from pirtui.domain.factor_tree import would_cycle
from pirtui.domain.factors import Factor
from pirtui.domain.moments import Moment
from pirtui.domain.review import Review
from pirtui.domain.value import Value
from pirtui.domain.visible import visible, visible_lines
from pirtui.screens.details import DetailField

_HIDDEN = frozenset({"label", "heuristic", "span", "origin", "impact", "links"})
_LONG = frozenset(
    {"note", "detail", "summary", "text", "scope", "numbers", "not_affected", "resolution"}
)
_REQUIRED = frozenset({"text", "name"})
_YES, _NO = "yes", "no"
_EMPTY: dict[Any, Any] = {bool: False}
_HINTS = {
    "evidence": "labels, with commas: E3, G1",
    "milestones": "names, with commas: detected, notified",
    "themes": "names, with commas",
    "services": "names, with commas",
    "due": "2026-12-04, fri, 4 Dec, +2w",
    "on": "2026-11-21",
    "zone": "Europe/London",
    "parent": "the factor that this one explains: F2",
    "window": "12:17-12:30, with a date if it is another day",
}


def detail_fields(review: Review, key: str, now: datetime) -> tuple[DetailField, ...]:
    """The fields of an item, or of the incident for an empty key, with their values as text."""
    if key:
        return _fields_of(changes.find(review, key), review, now)
    incident = review.incident
    return (*_fields_of(incident, review, now), *_fields_of(incident.impact, review, now))


def with_details(review: Review, key: str, values: Mapping[str, str], now: datetime) -> Review:
    """The review with an item's fields replaced by what the form says.

    Raises:
        ValueError: if a value cannot be understood; the message names the field.
    """
    if key:
        item = changes.find(review, key)
        return changes.put(review, item.changed(**_values_of(item, values, review, now)))
    incident = review.incident
    impact = incident.impact.changed(**_values_of(incident.impact, values, review, now))
    fields = _values_of(incident, values, review, now)
    return changes.updated(review, incident=incident.changed(**fields, impact=impact))


def _fields_of(value: Value, review: Review, now: datetime) -> tuple[DetailField, ...]:
    return tuple(
        DetailField(
            name=name,
            label=_label(name),
            value=_as_text(getattr(value, name), review, value, now),
            choices=_choices(field.annotation),
            multiline=name in _LONG,
            hint=_HINTS.get(name, ""),
        )
        for name, field in type(value).model_fields.items()
        if name not in _HIDDEN
    )


def _label(name: str) -> str:
    return {"on": "Date", "actor": "Role or person"}.get(name, name.replace("_", " ").capitalize())


def _as_text(value: Any, review: Review, owner: Value, now: datetime) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _YES if value else _NO
    if isinstance(value, Moment):
        return print_time(value, line_context(review, now, editing=_event(owner)))
    if isinstance(value, tuple):
        return written_list(tuple(str(each) for each in value))
    return str(value)


def _event(owner: Value) -> Event | None:
    return owner if isinstance(owner, Event) else None


def _choices(annotation: Any) -> tuple[str, ...]:
    kind = _plain(annotation)
    if kind is bool:
        return (_NO, _YES)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return tuple(kind)
    return ()


def _plain(annotation: Any) -> Any:
    """The type itself where `None` is allowed beside it."""
    if get_origin(annotation) in (Union, types.UnionType):
        kinds = [each for each in get_args(annotation) if each is not type(None)]
        return kinds[0]
    return annotation


def _values_of(
    value: Value, answers: Mapping[str, str], review: Review, now: datetime
) -> dict[str, Any]:
    """What the answers change; a field that still says what it said keeps its value as it is."""
    read: dict[str, Any] = {}
    for field in _fields_of(value, review, now):
        answer = answers.get(field.name, field.value)
        if answer == field.value:
            continue
        try:
            read[field.name] = _as_value(answer, field.name, review, value, now)
            value.changed(**{field.name: read[field.name]})
        except ValidationError as problem:
            raise ValueError(f"{field.label}: {problem.errors()[0]['msg']}.") from problem
        except ValueError as problem:
            raise ValueError(f"{field.label}: {problem}") from problem
    return read


def _as_value(answer: str, name: str, review: Review, owner: Value, now: datetime) -> Any:
    """Read an answer; what is wrong with it is raised without the field's name."""
    annotation = type(owner).model_fields[name].annotation
    text = visible_lines(answer).strip() if name in _LONG and name != "text" else visible(answer).strip()
    kind = _plain(annotation)
    if not text:
        return _nothing(name, annotation)
    if name in _CHECKED:
        return _CHECKED[name](text, review, owner)
    if kind is Moment:
        return _moment(text, review, owner, now)
    if get_origin(kind) is tuple:
        return _several(text, name, review)
    if kind is bool:
        return text == _YES
    if kind is date:
        return _due(text, review, now) if name == "due" else _day(text)
    return text


def _nothing(name: str, annotation: Any) -> Any:
    """What an emptied field holds."""
    if name in _REQUIRED:
        raise ValueError("it cannot be empty.")
    if type(None) in get_args(annotation):
        return None
    kind = _plain(annotation)
    if kind is Moment:
        return Moment()
    return () if get_origin(kind) is tuple else _EMPTY.get(kind, "")


def _several(text: str, name: str, review: Review) -> tuple[str, ...]:
    parts = tuple(dict.fromkeys(part for part in read_list(text) if part))
    if name == "evidence":
        parts = tuple(part.upper() for part in parts)
        unknown = [part for part in parts if not changes.has(review, part)]
        if unknown:
            raise ValueError(f"there is no {unknown[0]}.")
    return parts


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError("write the day as 2026-11-23.") from None


def _due(text: str, review: Review, now: datetime) -> date:
    day = due_dates.read_due(text, due_dates.today(line_context(review, now)))
    if day is None:
        raise ValueError("write the day as 2026-12-04, fri, 4 Dec, +2w or end of next week.")
    return day


def _moment(text: str, review: Review, owner: Value, now: datetime) -> Moment:
    reading = read_leading_time(text, line_context(review, now, editing=_event(owner)))
    if reading.problem or reading.rest.strip():
        raise ValueError(f"“{text}” is not a time.")
    return reading.moment


def _zone(text: str, review: Review, _owner: Value) -> str:
    reading = parse_field(f"zone: {text}", review)
    if reading.change is None:
        raise ValueError(reading.problem)
    return reading.change(review).incident.zone


def _parent(text: str, review: Review, owner: Value) -> str:
    label = text.upper()
    if not isinstance(owner, Factor) or label not in {factor.label for factor in review.factors}:
        raise ValueError(f"there is no factor {label}.")
    if would_cycle(review.factors, owner.label, label):
        raise ValueError(f"{label} already rests on {owner.label}.")
    return label


_CHECKED: dict[str, Callable[[str, Review, Value], str]] = {"zone": _zone, "parent": _parent}
"""Fields whose text means something in the review or outside it."""
