"""The values of Prepare's fields: how each is shown in a line, and how it is read."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from pirtui.capture import dates, previews, zones
from pirtui.capture.comma_lists import read_list, written_list
from pirtui.capture.context import line_context
from pirtui.capture.reading import LineContext
from pirtui.capture.times import print_time, read_leading_time
from pirtui.domain import changes
from pirtui.domain.incident import DetectionSource, IncidentKind, Link, Severity
from pirtui.domain.moments import Precision
from pirtui.domain.review import Review
from pirtui.domain.visible import visible

_SEVERITY = re.compile(r"(?:sev|s|p)?[\s_-]*([1-5])", re.I)
_SOURCES = {
    "monitoring": DetectionSource.ALERT,
    "alerts": DetectionSource.ALERT,
    "alerting": DetectionSource.ALERT,
    "customers": DetectionSource.CUSTOMER,
    "user": DetectionSource.CUSTOMER,
    "users": DetectionSource.CUSTOMER,
    "us": DetectionSource.STAFF,
    "engineer": DetectionSource.STAFF,
    "vendor": DetectionSource.THIRD_PARTY,
    "partner": DetectionSource.THIRD_PARTY,
}

_NO_DAY = date(1900, 1, 1)

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True)
class FieldValue:
    """A value that was read: how the review changes, and what the room sees of it.

    With a `problem` nothing changes. `others` are values that were probably meant.
    """

    change: Callable[[Review], Review] = lambda review: review
    shown: str = ""
    problem: str = ""
    doubts: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


Reader = Callable[[str, Review, datetime], FieldValue]


def link_text(link: Link) -> str:
    """A link as its line shows it: the address and the comment."""
    return visible(f"{link.url} {link.comment}").strip()


def read_link(value: str) -> Link | None:
    """The address and the comment; `None` for an empty value."""
    pieces = value.split(maxsplit=1)
    if not pieces:
        return None
    return Link(url=pieces[0], comment=pieces[1] if len(pieces) > 1 else "")


def _incident(**fields: Any) -> Callable[[Review], Review]:
    return lambda review: changes.updated(review, incident=review.incident.model_copy(update=fields))


def _impact(**fields: Any) -> Callable[[Review], Review]:
    def change(review: Review) -> Review:
        impact = review.incident.impact.model_copy(update=fields)
        return changes.updated(review, incident=review.incident.model_copy(update={"impact": impact}))

    return change


def _incident_text(field: str) -> Reader:
    return lambda value, _review, _now: FieldValue(_incident(**{field: value}))


def _impact_text(field: str) -> Reader:
    return lambda value, _review, _now: FieldValue(_impact(**{field: value}))


def _question(value: str, _review: Review, _now: datetime) -> FieldValue:
    return FieldValue(lambda review: changes.updated(review, question=value))


def _chosen(choice: type[Choice], value: str) -> Choice | None:
    word = re.sub(r"[\s_]+", "-", value.casefold())
    return next((known for known in choice if known.value.casefold() == word), None)


def _kind(value: str, _review: Review, _now: datetime) -> FieldValue:
    kind = _chosen(IncidentKind, value) if value else IncidentKind.INCIDENT
    if kind is None:
        return FieldValue(problem="The kind is incident, near-miss, false-alarm, cancelled or drill.")
    return FieldValue(_incident(kind=kind), kind.value)


def _severity(value: str, _review: Review, _now: datetime) -> FieldValue:
    if not value:
        return FieldValue(_incident(severity=None))
    match = _SEVERITY.fullmatch(value)
    if match is None:
        return FieldValue(problem="The severity is sev1, sev2, sev3, sev4 or sev5.")
    severity = Severity(f"SEV{match[1]}")
    return FieldValue(_incident(severity=severity), severity.value)


def _services(value: str, _review: Review, _now: datetime) -> FieldValue:
    services = tuple(name for name in read_list(value) if name)
    return FieldValue(_incident(services=services), ", ".join(services))


def _detected_by(value: str, _review: Review, _now: datetime) -> FieldValue:
    if not value:
        return FieldValue(_incident(detection_source=None))
    source = _chosen(DetectionSource, value) or _SOURCES.get(value.casefold())
    if source is None:
        return FieldValue(problem="It was detected by alert, staff, customer or third-party.")
    return FieldValue(_incident(detection_source=source), source.value)


def _zone(value: str, _review: Review, _now: datetime) -> FieldValue:
    if not value:
        return FieldValue(_incident(zone=""))
    name = _zones_by_word().get(value.casefold().replace(" ", "_"))
    if name is not None:
        return FieldValue(_incident(zone=name), name)
    near = _near_zones(value)
    hint = f"Is it {near[0]}?" if near else "Use a name such as Europe/London or UTC."
    return FieldValue(problem=f"{value} is not a time zone. {hint}", others=near)


@lru_cache(maxsize=1)
def _zones_by_word() -> dict[str, str]:
    return {name.casefold(): name for name in zones.zone_names()}


@lru_cache(maxsize=64)
def _near_zones(value: str) -> tuple[str, ...]:
    word = value[:60].casefold().replace(" ", "_")
    known = zones.ABBREVIATIONS.get(value.upper())
    if known is not None and known.region:
        return (known.region,)
    names = _zones_by_word()
    cities = {name.rsplit("/", 1)[-1]: full for name, full in names.items() if "/" in name}
    found = [cities[city] for city in get_close_matches(word, cities, n=2, cutoff=0.8)]
    found += [names[name] for name in get_close_matches(word, names, n=2, cutoff=0.8)]
    return tuple(dict.fromkeys(found))[:3]


def _date(value: str, review: Review, now: datetime) -> FieldValue:
    if not value:
        return FieldValue(_incident(on=None))
    today = zones.in_zone(now, zones.review_zone(review.incident.zone)).date()
    day = _day(value, today)
    if day is None:
        return FieldValue(problem=f"{value} is not a date. Use one such as 2026-03-14 or yesterday.")
    return FieldValue(_incident(on=day), previews.due_text(day))


def _day(value: str, today: date) -> date | None:
    named = {"today": 0, "yesterday": 1}.get(value.casefold())
    if named is not None:
        return today - timedelta(days=named)
    stated = dates.read_day(value, 0)
    whole = stated is not None and stated.end == len(value) and not stated.impossible
    if stated is not None and whole and stated.precision is Precision.DAY:
        return dates.nearest(stated, today)
    return _last_weekday(value, today)


def _last_weekday(value: str, today: date) -> date | None:
    word = value.casefold().removeprefix("last ")
    for number, name in enumerate(dates.WEEKDAY_NAMES):
        if len(word) >= 3 and name.startswith(word):
            return today - timedelta(days=(today.weekday() - number - 1) % 7 + 1)
    return None


def _window(value: str, review: Review, now: datetime) -> FieldValue:
    if not value:
        return FieldValue(_impact(window=None))
    leading = read_leading_time(value, line_context(review, now))
    if leading.moment.start is None or leading.rest:
        return FieldValue(problem="Give a time or a range, such as 22:52-23:03.", doubts=leading.doubts)
    shown = previews.moment_text(leading.moment, review.incident.zone)
    others = tuple(other.line for other in leading.alternatives if not other.line.startswith("\\"))
    return FieldValue(_impact(window=leading.moment), shown, doubts=leading.doubts, others=others)


def _shown_window(review: Review) -> str:
    """Print the window with its date: the day of a bare time may be another one by then."""
    window = review.incident.impact.window
    elsewhere = LineContext(review.incident.zone, review.dates.created, on=_NO_DAY)
    return print_time(window, elsewhere) if window else ""


def _shown_severity(review: Review) -> str:
    severity = review.incident.severity
    return severity.value if severity else ""


def _shown_source(review: Review) -> str:
    source = review.incident.detection_source
    return source.value if source else ""


def _shown_date(review: Review) -> str:
    return review.incident.on.isoformat() if review.incident.on else ""


def _line(show: Callable[[Review], str]) -> Callable[[Review], str]:
    return lambda review: visible(show(review)).strip()


SHOWN: dict[str, Callable[[Review], str]] = {
    "title": _line(lambda review: review.incident.title),
    "kind": lambda review: review.incident.kind.value,
    "severity": _shown_severity,
    "services": lambda review: written_list(review.incident.services),
    "team": _line(lambda review: review.incident.owner_team),
    "zone": _line(lambda review: review.incident.zone),
    "date": _shown_date,
    "detected-by": _shown_source,
    "summary": _line(lambda review: review.incident.summary),
    "scope": _line(lambda review: review.incident.impact.scope),
    "numbers": _line(lambda review: review.incident.impact.numbers),
    "not-affected": _line(lambda review: review.incident.impact.not_affected),
    "window": _shown_window,
    "ask": _line(lambda review: review.question),
}
"""Each field's value as its line shows it."""

READERS: dict[str, Reader] = {
    "title": _incident_text("title"),
    "kind": _kind,
    "severity": _severity,
    "services": _services,
    "team": _incident_text("owner_team"),
    "zone": _zone,
    "date": _date,
    "detected-by": _detected_by,
    "summary": _incident_text("summary"),
    "scope": _impact_text("scope"),
    "numbers": _impact_text("numbers"),
    "not-affected": _impact_text("not_affected"),
    "window": _window,
    "ask": _question,
}
"""How the value in each field's line is read."""
