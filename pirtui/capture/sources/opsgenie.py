"""Opsgenie: alerts, their logs and their notes, as the interface or its Python library gives them."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from pirtui.capture.candidates import Assumptions, Evidence, Progress
from pirtui.capture.material import Material
from pirtui.capture.sources import stamps
from pirtui.capture.sources.happenings import Happening, evidence_of, in_order, skipped, told_by
from pirtui.capture.sources.json_records import Record, object_in, text_in
from pirtui.capture.sources.records import (
    documents,
    documents_or_none,
    listed,
    opened,
    stated,
    stated_object,
    stated_time,
)
from pirtui.capture.sources.source_format import SourceFormat
from pirtui.domain.events import Milestone

_KEYS = ("data", "alerts", "logs", "notes")
_MARKS = ('"tinyId"', '"tiny_id"', '"log"', '"note"')
_LOOKED_AT = 20
_LONGEST_DURATION = 10**11
"""More milliseconds than this since an alert, three years, are a count from the epoch."""

_NOTIFICATION = re.compile(
    r"\bnotif(?:y|ied|ying)\b|\bnotifications? (?:\S+ ){0,6}(?:sent|delivered|skipped|suppressed)\b"
    r"|\b(?:sent|sending|delivered) (?:\S+ ){0,6}(?:notification|e-?mail|sms|push|voice)",
    re.I,
)
_VIEWED = re.compile(r"(?:alert )?(?:viewed|seen|delivered)\b", re.I)
_SUGGESTED = (
    (re.compile(r"(?:alert )?(?:is |was )?(?:created|opened)\b", re.I), Milestone.DETECTED),
    (
        re.compile(r"(?:alert )?(?:is |was )?acknowledged\b|.*\backed the alert", re.I),
        Milestone.ACKNOWLEDGED,
    ),
    (re.compile(r"(?:alert )?(?:is |was )?closed\b", re.I), Milestone.RESOLVED),
)
_EXPECTED = "Opsgenie alerts, logs or notes"


def _recognises(material: Material) -> bool:
    pages = documents_or_none(material, *_MARKS)
    return any(_is_known(each.value) for each in opened(pages, *_KEYS)[:_LOOKED_AT])


def _is_known(value: Any) -> bool:
    if not stated(value, "created_at"):
        return False
    return _is_alert(value) or (bool(_said(value)) and ("owner" in value or "offset" in value))


def _is_alert(value: Any) -> bool:
    return "message" in object_in(value) and bool(stated(value, "tiny_id"))


def _said(value: Any) -> str:
    """The words of a log or a note; empty for anything else."""
    return text_in(value, "log", "note").strip()


def _read(material: Material, assumptions: Assumptions, progress: Progress) -> Evidence:
    pages = documents(material)
    records = listed(material, pages, *_KEYS)
    several = sum(_is_alert(record.value) for record in records) > 1
    told, odd = told_by(material, records, lambda record: _happenings(record, several), _EXPECTED)
    notices = (*_unfinished(pages), *skipped(odd, _EXPECTED))
    return evidence_of(material, FORMAT.name, in_order(told), assumptions, progress, notices)


def _unfinished(pages: tuple[Record, ...]) -> Iterator[str]:
    if pages and text_in(object_in(pages[-1].value, "paging"), "next"):
        yield "The list goes on: paging.next names a further page, which is not in this file."


def _happenings(record: Record, several: bool) -> Iterator[Happening]:
    if _is_alert(record.value):
        yield from _alert(record, several)
    elif _said(record.value):
        yield _log(record)


def _log(record: Record) -> Happening:
    words = _said(record.value)
    at, raw = stated_time(record.value, "created_at")
    is_log = bool(text_in(record.value, "log"))
    suggested = tuple(each for pattern, each in _SUGGESTED if is_log and pattern.match(words))
    return Happening(
        at=at,
        raw=raw,
        words=words,
        line=record.line,
        actor=stated(record.value, "owner"),
        noise=_noise(words) if is_log else "",
        suggested=suggested,
    )


def _noise(words: str) -> str:
    if _NOTIFICATION.search(words):
        return "notification"
    return "viewed" if _VIEWED.match(words) else ""


def _alert(record: Record, several: bool) -> Iterator[Happening]:
    """When an alert came, came again, was taken and was closed, as far as the alert itself says."""
    value = record.value
    title = _title(value)
    about = f": {title}" if several else ""
    created, raw = stated_time(value, "created_at")
    yield Happening(
        created,
        raw,
        f"Alert created: {title}",
        record.line,
        actor=stated(value, "source"),
        note=stated(value, "description"),
        suggested=(Milestone.DETECTED,),
    )
    yield from _again(record, created, about)
    report = stated_object(value, "report")
    yield from _reported(record, "ack_time", created, f"Alert acknowledged{about}")
    closed = list(_reported(record, "close_time", created, f"Alert closed{about}"))
    yield from closed
    if not closed and stated(value, "status") == "closed":
        at, raw = stated_time(value, "updated_at")
        question = "The alert is closed, but not when: this is its last change. Was it closed then?"
        who = stated(report, "closed_by")
        yield Happening(
            at,
            raw,
            f"Alert closed{about}",
            record.line,
            actor=who,
            questions=(question,),
            suggested=(Milestone.RESOLVED,),
        )


def _again(record: Record, created: datetime | None, about: str) -> Iterator[Happening]:
    count = stated(record.value, "count")
    at, raw = stated_time(record.value, "last_occurred_at")
    if at is not None and at != created and count.isdecimal() and int(count) > 1:
        yield Happening(at, raw, f"Alert came again, {count} times by then{about}", record.line)


def _reported(record: Record, field: str, created: datetime | None, words: str) -> Iterator[Happening]:
    """A step of which the report counts the milliseconds, mostly since the alert was created."""
    report = stated_object(record.value, "report")
    counted = stated(report, field)
    at = _reported_time(counted, created)
    if at is None:
        return
    is_close = field == "close_time"
    yield Happening(
        at,
        f"{counted} ms" if counted.isdecimal() else counted,
        words,
        record.line,
        actor=stated(report, "closed_by" if is_close else "acknowledged_by"),
        suggested=(Milestone.RESOLVED if is_close else Milestone.ACKNOWLEDGED,),
    )


def _reported_time(counted: str, created: datetime | None) -> datetime | None:
    if not counted.isdecimal() or len(counted) > 20:
        return stamps.instant(counted)
    milliseconds = int(counted)
    if milliseconds >= _LONGEST_DURATION:
        return stamps.stated(milliseconds)
    if created is None or not milliseconds:
        return None
    return created + timedelta(milliseconds=milliseconds)


def _title(value: Any) -> str:
    priority, message = stated(value, "priority"), stated(value, "message")
    return f"{message} ({priority})" if priority else message


FORMAT = SourceFormat("opsgenie", "Opsgenie alerts, logs and notes", _recognises, _read)
