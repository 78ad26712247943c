"""incident.io: incidents with the times that an organisation keeps of them, and their updates."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pirtui.capture.candidates import Assumptions, Evidence, Progress, UnreadableSource
from pirtui.capture.material import Material
from pirtui.capture.sources.happenings import Happening, evidence_of, in_order, named, skipped
from pirtui.capture.sources.json_records import Record, list_in, object_in, text_in
from pirtui.capture.sources.markdown_words import markdown_words
from pirtui.capture.sources.records import (
    documents,
    documents_or_none,
    listed,
    opened,
    stated_time,
    web_address,
)
from pirtui.capture.sources.source_format import SourceFormat
from pirtui.domain.events import Milestone

_INCIDENTS = ("incidents", "incident")
_UPDATES = ("incident_updates", "incident_update")
_MARKS = (
    '"incident_status"',
    '"incident_timestamp_values"',
    '"incident_updates"',
    '"new_incident_status"',
)
_LOOKED_AT = 20
_AT = re.compile(r"[\s_]+(?:at|time)$", re.I)
_SUGGESTED = (
    (re.compile(r"impact (?:start|began)|started$", re.I), Milestone.IMPACT_START),
    (re.compile(r"(?:first )?(?:detected|reported|alerted)$", re.I), Milestone.DETECTED),
    (re.compile(r"(?:acknowledged|accepted)$", re.I), Milestone.ACKNOWLEDGED),
    (re.compile(r"declared$", re.I), Milestone.DECLARED),
    (re.compile(r"(?:identified|diagnosed)$", re.I), Milestone.DIAGNOSED),
    (re.compile(r"(?:fixed|mitigated|stabili[sz]ed|monitoring)$", re.I), Milestone.MITIGATED),
    (re.compile(r"recovered$", re.I), Milestone.RECOVERED),
    (re.compile(r"verified$", re.I), Milestone.VERIFIED),
    (re.compile(r"resolved$", re.I), Milestone.RESOLVED),
)
_EXPECTED = "incident.io incidents or incident updates"


def _recognises(material: Material) -> bool:
    pages = documents_or_none(material, *_MARKS)
    records = [*opened(pages, *_INCIDENTS)[:_LOOKED_AT], *opened(pages, *_UPDATES)[:_LOOKED_AT]]
    return any(_is_incident(each.value) or _is_update(each.value) for each in records)


def _is_incident(value: Any) -> bool:
    fields = object_in(value)
    return "incident_timestamp_values" in fields or isinstance(fields.get("incident_status"), dict)


def _is_update(value: Any) -> bool:
    fields = object_in(value)
    return "created_at" in fields and ("new_incident_status" in fields or "updater" in fields)


def _read(material: Material, assumptions: Assumptions, progress: Progress) -> Evidence:
    pages = documents(material)
    incidents = [each for each in listed(material, pages, *_INCIDENTS) if _is_incident(each.value)]
    updates = [each for each in listed(material, pages, *_UPDATES) if _is_update(each.value)]
    several = len({text_in(each.value, "id", "reference") for each in incidents}) > 1
    told = [step for each in incidents for step in _incident(each, several)]
    told += [_update(each, incidents) for each in updates]
    if not told and not any(_is_empty_list(page.value) for page in pages):
        raise UnreadableSource(material.name, f"expected {_EXPECTED}.", 1)
    notices = (*_unfinished(pages), *_not_real(incidents), *_odd(material, pages))
    return evidence_of(material, FORMAT.name, in_order(told), assumptions, progress, notices)


def _is_empty_list(value: Any) -> bool:
    return any(object_in(value).get(key) == [] for key in ("incidents", "incident_updates"))


def _odd(material: Material, pages: tuple[Record, ...]) -> Iterator[str]:
    """A notice for records that are nothing of incident.io."""
    found: list[str] = []
    for keys, fits in ((_INCIDENTS, _is_incident), (_UPDATES, _is_update)):
        with_list = [page for page in pages if any(list_in(page.value, key) for key in keys)]
        records = listed(material, with_list, *keys)
        found += [f"{material.name}:{each.line}" for each in records if not fits(each.value)]
    yield from skipped(found, _EXPECTED)


def _unfinished(pages: tuple[Record, ...]) -> Iterator[str]:
    if pages and text_in(object_in(pages[-1].value, "pagination_meta"), "after"):
        yield "The list goes on: pagination_meta.after names a further page, which is not in this file."


def _not_real(incidents: list[Record]) -> Iterator[str]:
    for each in incidents:
        mode = text_in(each.value, "mode")
        if mode in ("test", "tutorial"):
            yield f"{_name(each.value) or 'An incident'} is marked as a {mode}."


def _incident(record: Record, several: bool) -> Iterator[Happening]:
    """The times that are kept of an incident, else when it was created."""
    incident = record.value
    entries = [*list_in(incident, "incident_timestamp_values"), *list_in(incident, "timestamps")]
    steps = in_order(each for entry in entries for each in _timestamp(record, entry))
    if not steps:
        at, raw = stated_time(incident, "created_at")
        steps = [Happening(at, raw, "Incident created", record.line, _address(incident))]
    for number, step in enumerate(steps):
        words = named(step.words, _name(incident), always=several, first=number == 0)
        yield replace(step, words=words)


def _timestamp(record: Record, entry: Any) -> Iterator[Happening]:
    """One of the times, unless it is not set."""
    name = text_in(object_in(entry, "incident_timestamp"), "name") or text_in(entry, "name")
    holder = object_in(entry, "value") or object_in(entry)
    at, raw = stated_time(holder, "value", "last_occurred_at")
    if not raw:
        return
    words = _AT.sub("", name.strip()) or "A time without a name"
    yield Happening(
        at,
        raw,
        words[:1].upper() + words[1:],
        record.line,
        _address(record.value),
        suggested=_suggested(words),
    )


def _suggested(words: str) -> tuple[Milestone, ...]:
    plain = words.strip().replace("_", " ")
    return next(((milestone,) for pattern, milestone in _SUGGESTED if pattern.match(plain)), ())


def _update(record: Record, incidents: list[Record]) -> Happening:
    update = record.value
    at, raw = stated_time(update, "created_at")
    status = text_in(object_in(update, "new_incident_status"), "name")
    severity = text_in(object_in(update, "new_severity"), "name")
    message = markdown_words(text_in(update, "message"))
    stated = ", ".join(each for each in (status, f"severity {severity}" if severity else "") if each)
    words = f"{stated}: {message}" if stated and message else message or f"Now {stated}" * bool(stated)
    holder = _holder(update, incidents)
    return Happening(
        at,
        raw,
        words or "An update without words",
        record.line,
        _address(update) or _address(holder),
        actor=_updater(update),
        suggested=_suggested(status),
    )


def _holder(update: Any, incidents: list[Record]) -> Any:
    """The incident that an update belongs to, if the file has it."""
    key = text_in(update, "incident_id")
    if not key and len(incidents) == 1:
        return incidents[0].value
    return next((each.value for each in incidents if key and text_in(each.value, "id") == key), {})


def _updater(update: Any) -> str:
    updater = object_in(update, "updater")
    for kind in ("user", "api_key", "workflow", "alert"):
        name = text_in(object_in(updater, kind), "name", "title", "email", "id")
        if name:
            return name
    return text_in(updater, "name")


def _name(incident: Any) -> str:
    return f"{text_in(incident, 'reference')} {text_in(incident, 'name')}".strip()


def _address(value: Any) -> str:
    return web_address(text_in(value, "permalink"))


FORMAT = SourceFormat("incident-io", "incident.io incidents and updates", _recognises, _read)
