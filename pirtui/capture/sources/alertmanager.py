"""Alertmanager: what its webhook sends (version 4), and what its interface lists."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from pirtui.capture.candidates import Assumptions, Evidence, Progress, UnreadableSource
from pirtui.capture.material import Material
from pirtui.capture.sources.happenings import PROGRESS_EVERY, Happening, evidence_of, in_order, skipped
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

_LOOKED_AT = 20
_SUMMARIES = ("summary", "message", "title", "description")
_KEY_LABELS = (
    *(
        "severity",
        "service",
        "job",
        "cluster",
        "environment",
        "env",
        "region",
        "namespace",
        "deployment",
    ),
    *("pod", "host", "instance"),
)
_MOST_LABELS = 4
_ALWAYS_FIRING = ("Watchdog", "DeadMansSwitch", "InfoInhibitor")
_FIRING = ("firing", "active", "suppressed", "unprocessed")
_EXPECTED = "Alertmanager alerts, each with labels and startsAt"


@dataclass(frozen=True)
class _Alert:
    """One alert with the payload that brought it."""

    value: Any
    payload: Any
    line: int

    @property
    def labels(self) -> dict[str, Any]:
        return object_in(self.payload, "commonLabels") | object_in(self.value, "labels")

    @property
    def annotations(self) -> dict[str, Any]:
        return object_in(self.payload, "commonAnnotations") | object_in(self.value, "annotations")

    @property
    def state(self) -> str:
        """`firing`, `resolved`, or what the interface calls it; empty if nobody says."""
        return text_in(self.value, "status") or text_in(object_in(self.value, "status"), "state")


def _recognises(material: Material) -> bool:
    pages = documents_or_none(material, '"startsAt"', '"truncatedAlerts"')
    return any(map(_is_known, opened(pages, "data")[:_LOOKED_AT]))


def _is_known(record: Record) -> bool:
    if "truncatedAlerts" in object_in(record.value):
        return True
    return any(_is_alert(each.value) for each in list(_alerts(record))[:_LOOKED_AT])


def _is_alert(value: Any) -> bool:
    fields = object_in(value)
    return "startsAt" in fields and isinstance(fields.get("labels"), dict)


def _alerts(record: Record) -> Iterator[_Alert]:
    """The alerts of a payload, or the one that stands alone."""
    value = record.value
    if isinstance(object_in(value).get("alerts"), list):
        for each in list_in(value, "alerts"):
            yield _Alert(each, value, record.line)
    else:
        yield _Alert(value, {}, record.line)


def _read(material: Material, assumptions: Assumptions, progress: Progress) -> Evidence:
    records = listed(material, documents(material), "data")
    told: dict[tuple[object, ...], Happening] = {}
    odd: list[str] = []
    for done, record in enumerate(records):
        if done % PROGRESS_EVERY == 0:
            progress(0, len(records))
        for alert in _alerts(record):
            if not _is_alert(alert.value):
                odd.append(f"{material.name}:{alert.line}")
                continue
            for kind, happening in _happenings(alert, assumptions.now):
                _keep(told, (kind, *_identity(alert)), happening)
    if odd and not told:
        raise UnreadableSource(material.name, f"expected {_EXPECTED}.", records[0].line)
    notices = (*_truncated(records), *skipped(odd, _EXPECTED))
    return evidence_of(material, FORMAT.name, in_order(told.values()), assumptions, progress, notices)


def _keep(told: dict[tuple[object, ...], Happening], key: tuple[object, ...], new: Happening) -> None:
    """Keep one of each: the first, unless a later one says what that one left open."""
    known = told.get(key)
    if known is None or (known.questions and not new.questions):
        told[key] = new


def _identity(alert: _Alert) -> tuple[object, ...]:
    """What stays the same when an alert is sent again."""
    fingerprint = text_in(alert.value, "fingerprint")
    labels = tuple(sorted((name, text_in(alert.labels, name)) for name in alert.labels))
    at, raw = stated_time(alert.value, "startsAt")
    return (fingerprint or labels, at or raw)


def _truncated(records: list[Record]) -> Iterator[str]:
    missing = 0
    for record in records:
        count = text_in(record.value, "truncatedAlerts")
        missing += int(count) if count.isdecimal() and len(count) < 10 else 0
    if missing:
        alerts = "1 alert is" if missing == 1 else f"{missing} alerts are"
        yield f"{alerts} missing: Alertmanager left out what did not fit (truncatedAlerts)."


def _happenings(alert: _Alert, now: datetime) -> Iterator[tuple[str, Happening]]:
    """When an alert began, and when it ended if it did."""
    begun = _step(alert, "startsAt", "firing", (Milestone.DETECTED,))
    yield "firing", begun
    end, _ = stated_time(alert.value, "endsAt")
    if end is None:
        return
    resolved = _step(alert, "endsAt", "resolved", (Milestone.RECOVERED,))
    if alert.state not in _FIRING:
        if alert.state == "resolved" or end <= now:
            yield "resolved", resolved
        return
    changed, _ = stated_time(alert.value, "updatedAt")
    if end <= (changed or now):
        question = "The alert is given as firing, though its end has passed. Was it resolved then?"
        yield "resolved", replace(resolved, questions=(question,))


def _step(alert: _Alert, field: str, what: str, suggested: tuple[Milestone, ...]) -> Happening:
    at, raw = stated_time(alert.value, field)
    summary = next((text for key in _SUMMARIES if (text := text_in(alert.annotations, key).strip())), "")
    description = text_in(alert.annotations, "description")
    address = web_address(text_in(alert.value, "generatorURL"), text_in(alert.payload, "externalURL"))
    return Happening(
        at,
        raw,
        _words(alert, what, summary),
        alert.line,
        address,
        noise=_noise(alert),
        note=description if what == "firing" and description.strip() != summary else "",
        suggested=suggested,
    )


def _words(alert: _Alert, what: str, summary: str) -> str:
    name = text_in(alert.labels, "alertname") or "Alert"
    if summary:
        return f"{name} {what}: {summary}"
    labels = ", ".join(_key_labels(alert.labels))
    return f"{name} {what} ({labels})" if labels else f"{name} {what}"


def _key_labels(labels: dict[str, Any]) -> list[str]:
    """The labels that say most: the usual ones, else the first of all."""
    usual = [key for key in _KEY_LABELS if text_in(labels, key)]
    names = usual or [key for key in sorted(labels) if key != "alertname" and text_in(labels, key)]
    return [f"{key} {text_in(labels, key)}" for key in names[:_MOST_LABELS]]


def _noise(alert: _Alert) -> str:
    if text_in(alert.labels, "alertname") in _ALWAYS_FIRING:
        return "always firing"
    return "silenced" if alert.state == "suppressed" else ""


FORMAT = SourceFormat("alertmanager", "Alertmanager webhook or alerts", _recognises, _read)
