"""PagerDuty: log entries, notes and incidents as its interface lists them."""

from collections.abc import Iterator
from typing import Any

from pirtui.capture.candidates import Assumptions, Evidence, Progress
from pirtui.capture.material import Material
from pirtui.capture.sources.happenings import Happening, evidence_of, in_order, skipped, told_by
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

_KEYS = ("log_entries", "log_entry", "notes", "note", "incidents", "incident")
_ENTRY = "_log_entry"
_MARKS = (_ENTRY, '"log_entries"', '"incident_number"', '"notes"', '"content"')
_LOOKED_AT = 20
_WORDS = {
    "trigger": "Triggered",
    "acknowledge": "Acknowledged",
    "annotate": "Note",
    "assign": "Assigned",
    "delegate": "Delegated",
    "escalate": "Escalated",
    "exhaust_escalation_path": "Nobody was left to escalate to",
    "notify": "Notified",
    "reach_ack_limit": "The limit of acknowledgements was reached",
    "reach_trigger_limit": "The limit of triggers was reached",
    "repeat_escalation_path": "The escalation began again",
    "resolve": "Resolved",
    "snooze": "Snoozed",
    "unacknowledge": "Unacknowledged",
    "urgency_change": "The urgency changed",
    "field_value_change": "A field changed",
    "custom_field_value_change": "A field changed",
}
_NOISE = {"notify": "notification"}
_SUGGESTED = {
    "trigger": (Milestone.DETECTED,),
    "acknowledge": (Milestone.ACKNOWLEDGED,),
    "resolve": (Milestone.RESOLVED,),
}
_EXPECTED = "PagerDuty log entries, notes or incidents"


def _recognises(material: Material) -> bool:
    pages = documents_or_none(material, *_MARKS)
    if any("log_entries" in object_in(page.value) for page in pages):
        return True
    records = opened(pages, *_KEYS)[:_LOOKED_AT]
    under_notes = any("notes" in object_in(page.value) for page in pages)
    return any(_is_known(each.value) or (under_notes and _has_words(each.value)) for each in records)


def _is_known(value: Any) -> bool:
    return bool(_kind(value)) or _is_note(value) or _is_incident(value)


def _kind(value: Any) -> str:
    """What a log entry is about, such as `acknowledge`; empty for what is no log entry."""
    kind, mark, rest = text_in(value, "type").partition(_ENTRY)
    return kind if mark and rest in ("", "_reference") else ""


def _is_note(value: Any) -> bool:
    return _has_words(value) and text_in(object_in(value, "user"), "type") in ("user", "user_reference")


def _has_words(value: Any) -> bool:
    return "content" in object_in(value) and "created_at" in value


def _is_incident(value: Any) -> bool:
    fields = object_in(value)
    return "incident_number" in fields and ("created_at" in fields or "status" in fields)


def _read(material: Material, assumptions: Assumptions, progress: Progress) -> Evidence:
    pages = documents(material)
    records = listed(material, pages, *_KEYS)
    several = len({_incident_key(record.value) for record in records} - {""}) > 1
    told, odd = told_by(material, records, lambda record: _happenings(record, several), _EXPECTED)
    notices = (*_unfinished(pages), *skipped(odd, _EXPECTED))
    return evidence_of(material, FORMAT.name, in_order(told), assumptions, progress, notices)


def _incident_key(value: Any) -> str:
    incident = object_in(value, "incident") if _kind(value) else object_in(value)
    return text_in(incident, "id", "summary") if _kind(value) or _is_incident(value) else ""


def _unfinished(pages: tuple[Record, ...]) -> Iterator[str]:
    """A notice where the last page says that there are more."""
    last = object_in(pages[-1].value) if pages else {}
    if last.get("more") is True:
        total = text_in(last, "total")
        known = f", {total} in all" if total else ""
        yield f"There are more entries{known}, on pages after this one that are not in this file."


def _happenings(record: Record, several: bool) -> Iterator[Happening]:
    value = record.value
    if _kind(value):
        yield _entry(record, several)
    elif _is_incident(value):
        yield from _incident(record)
    elif text_in(value, "content").strip():
        yield _note(record)


def _entry(record: Record, several: bool) -> Happening:
    value, kind = record.value, _kind(record.value)
    at, raw = stated_time(value, "created_at")
    words = _entry_words(value, kind)
    incident = text_in(object_in(value, "incident"), "summary", "title")
    if several and incident and incident not in words:
        words = f"{words} ({incident})"
    return Happening(
        at=at,
        raw=raw,
        words=words,
        line=record.line,
        origin=_address(value),
        actor=_name(value.get("agent")),
        noise=_NOISE.get(kind, ""),
        suggested=_SUGGESTED.get(kind, ()),
    )


def _entry_words(value: Any, kind: str) -> str:
    channel = object_in(value, "channel")
    own = _note_text(value) or (text_in(channel, "summary", "content") if kind == "annotate" else "")
    if kind == "annotate" and own:
        return own
    said = text_in(value, "summary").strip() or _plain_words(value, kind)
    more = own or (_trigger_words(value, channel) if kind == "trigger" else "")
    return f"{said.rstrip('.')}: {more}" if more and more not in said else said


def _plain_words(value: Any, kind: str) -> str:
    words = _WORDS.get(kind) or kind.replace("_", " ").capitalize()
    agent = _name(value.get("agent"))
    return f"{words} by {agent}" if agent else words


def _note_text(value: Any) -> str:
    """A note, which is a text or an object that holds one."""
    return (text_in(value, "note") or text_in(object_in(value, "note"), "content", "summary")).strip()


def _trigger_words(value: Any, channel: dict[str, Any]) -> str:
    """What an alert said when it triggered."""
    return (
        text_in(object_in(value, "event_details"), "description")
        or text_in(channel, "summary", "subject", "description")
        or text_in(object_in(value, "incident"), "summary", "title")
    ).strip()


def _note(record: Record) -> Happening:
    value = record.value
    at, raw = stated_time(value, "created_at")
    words = text_in(value, "content")
    return Happening(at, raw, words, record.line, _address(value), _name(value.get("user")))


def _incident(record: Record) -> Iterator[Happening]:
    """When an incident began, who took it and when it ended, as far as the incident itself says."""
    value = record.value
    title = _title(value)
    yield _step(record, "created_at", value, f"Triggered: {title}", _SUGGESTED["trigger"])
    for taken in list_in(value, "acknowledgements"):
        who = object_in(taken, "acknowledger")
        words = f"Acknowledged by {_name(who)}" if _name(who) else "Acknowledged"
        yield _step(record, "at", taken, f"{words}: {title}", _SUGGESTED["acknowledge"], who)
    end = _end(value)
    if end:
        who = value.get("last_status_change_by")
        yield _step(record, end, value, f"Resolved: {title}", _SUGGESTED["resolve"], who)


def _end(value: Any) -> str:
    """The name of the field that says when an incident was resolved; empty if it was not."""
    if text_in(value, "resolved_at"):
        return "resolved_at"
    return "last_status_change_at" if text_in(value, "status") == "resolved" else ""


def _step(
    record: Record,
    field: str,
    holder: Any,
    words: str,
    suggested: tuple[Milestone, ...],
    who: Any = None,
) -> Happening:
    at, raw = stated_time(holder, field)
    address = _address(record.value)
    return Happening(at, raw, words, record.line, address, _name(who), suggested=suggested)


def _title(value: Any) -> str:
    number, title = text_in(value, "incident_number"), text_in(value, "title", "description", "summary")
    return f"[#{number}] {title}".strip() if not title.startswith("[#") else title


def _name(agent: Any) -> str:
    return text_in(agent, "summary", "name", "email", "id")


def _address(value: Any) -> str:
    return web_address(text_in(value, "html_url"), text_in(object_in(value, "incident"), "html_url"))


FORMAT = SourceFormat("pagerduty", "PagerDuty log entries, notes and incidents", _recognises, _read)
