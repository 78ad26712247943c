"""Statuspage: the incidents and maintenances of a public status page with their updates."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from pirtui.capture.candidates import Assumptions, Evidence, Progress, UnreadableSource
from pirtui.capture.material import Material
from pirtui.capture.sources.happenings import Happening, evidence_of, in_order, named, skipped
from pirtui.capture.sources.html_words import html_words
from pirtui.capture.sources.json_records import Record, list_in, object_in, text_in
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
_MAINTENANCES = "scheduled_maintenances"
_LOOKED_AT = 20
_APART = timedelta(minutes=5)
"""An update that was shown so long before or after it was written was moved by somebody."""

_MAINTENANCE = ("scheduled", "in_progress", "verifying", "completed")
_SUGGESTED = {
    "identified": (Milestone.DIAGNOSED,),
    "monitoring": (Milestone.MITIGATED,),
    "resolved": (Milestone.RESOLVED,),
}
_EXPECTED = "Statuspage incidents with their updates"


def _recognises(material: Material) -> bool:
    pages = documents_or_none(material, '"incident_updates"', '"shortlink"', '"scheduled_maintenances"')
    return any(_is_page(page.value) for page in pages) or any(
        _is_incident(each.value) for each in opened(pages, *_INCIDENTS, _MAINTENANCES)[:_LOOKED_AT]
    )


def _is_page(value: Any) -> bool:
    fields = object_in(value)
    return "page" in fields and ("incidents" in fields or _MAINTENANCES in fields)


def _is_incident(value: Any) -> bool:
    fields = object_in(value)
    return "status" in fields and (
        isinstance(fields.get("incident_updates"), list) or {"shortlink", "impact"} <= fields.keys()
    )


def _read(material: Material, assumptions: Assumptions, progress: Progress) -> Evidence:
    pages = documents(material)
    records = [each for each in _records(material, pages) if each.value != {}]
    several = sum(_is_incident(each.value) for each in records) > 1
    told: list[Happening] = []
    notices: list[str] = []
    odd: list[str] = []
    for record in records:
        if _is_incident(record.value):
            told += _incident(record, several)
            notices += _contradictions(record.value)
        else:
            odd.append(f"{material.name}:{record.line}")
    if odd and not told:
        raise UnreadableSource(material.name, f"expected {_EXPECTED}.", records[0].line)
    notices += skipped(odd, _EXPECTED)
    return evidence_of(material, FORMAT.name, in_order(told), assumptions, progress, notices)


def _records(material: Material, pages: tuple[Record, ...]) -> list[Record]:
    """Incidents, and behind them maintenances, of which a page may list both."""
    planned = [page for page in pages if _MAINTENANCES in object_in(page.value)]
    others = [page for page in pages if page not in planned or "incidents" in page.value]
    return [*listed(material, others, *_INCIDENTS), *listed(material, planned, _MAINTENANCES)]


def _incident(record: Record, several: bool) -> Iterator[Happening]:
    """The updates of an incident, and what it says about itself beside them."""
    incident = record.value
    updates = [each for each in list_in(incident, "incident_updates") if isinstance(each, dict)]
    made = in_order(_update(record, update) for update in updates)
    steps = in_order([*_begun(record, made), *made, *_resolved(record, updates)])
    name = text_in(incident, "name")
    for number, step in enumerate(steps):
        words = named(step.words, name, always=several, first=number == 0)
        yield replace(step, words=words, noise=_noise(incident))


def _update(record: Record, update: dict[str, Any]) -> Happening:
    at, raw = stated_time(update, "display_at", "created_at")
    written, _ = stated_time(update, "created_at")
    questions = []
    if at is not None and written is not None and abs(at - written) > _APART:
        questions.append(
            f"The page shows this at {raw}, but it was written at {text_in(update, 'created_at')}."
            " Which one counts?"
        )
    status = text_in(update, "status")
    body = html_words(text_in(update, "body").replace("\r\n", "\n"), lambda _key: "").strip()
    words = f"{_title(status)}: {body}" if status and body else body or _title(status)
    return Happening(
        at,
        raw,
        words,
        record.line,
        _address(record.value),
        note=_components(update),
        questions=tuple(questions),
        suggested=_SUGGESTED.get(status, ()),
    )


def _begun(record: Record, updates: list[Happening]) -> Iterator[Happening]:
    """When the incident began, if its updates do not say it."""
    started, raw = stated_time(record.value, "started_at")
    first = next((each.at for each in updates if each.at is not None), None)
    address = _address(record.value)
    if started is not None and first is not None and first - started > _APART:
        suggested = (Milestone.IMPACT_START,)
        yield Happening(started, raw, "Started", record.line, address, suggested=suggested)
    elif not updates:
        at, raw = stated_time(record.value, "started_at", "created_at")
        status = _title(text_in(record.value, "status"))
        words = (
            f"{text_in(record.value, 'name')} ({status})" if status else text_in(record.value, "name")
        )
        yield Happening(at, raw, words, record.line, address)


def _resolved(record: Record, updates: list[dict[str, Any]]) -> Iterator[Happening]:
    """When the incident was resolved, if no update says it."""
    at, raw = stated_time(record.value, "resolved_at")
    if at is None or any(text_in(each, "status") in ("resolved", "completed") for each in updates):
        return
    suggested = _SUGGESTED["resolved"]
    words = "Completed" if _noise(record.value) else "Resolved"
    yield Happening(at, raw, words, record.line, _address(record.value), suggested=suggested)


def _contradictions(incident: Any) -> Iterator[str]:
    is_over = text_in(incident, "status") in ("resolved", "postmortem")
    if is_over and not text_in(incident, "resolved_at"):
        name = text_in(incident, "name") or "An incident"
        yield f"{name} is resolved, but not when: resolved_at is empty."


def _noise(incident: Any) -> str:
    is_planned = bool(text_in(incident, "scheduled_for")) or text_in(incident, "status") in _MAINTENANCE
    return "maintenance" if is_planned or text_in(incident, "impact") == "maintenance" else ""


def _title(status: str) -> str:
    return status.replace("_", " ").capitalize()


def _components(update: Any) -> str:
    """What changed for the parts of the service, one a line."""
    changes = []
    for each in list_in(update, "affected_components"):
        old, new = text_in(each, "old_status"), text_in(each, "new_status")
        if new and old != new:
            before = f"{old.replace('_', ' ')} → " if old else ""
            changes.append(f"{text_in(each, 'name')}: {before}{new.replace('_', ' ')}")
    return "\n".join(changes)


def _address(incident: Any) -> str:
    return web_address(text_in(incident, "shortlink"))


FORMAT = SourceFormat("statuspage", "Statuspage incidents", _recognises, _read)
