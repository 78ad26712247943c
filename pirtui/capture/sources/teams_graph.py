"""Messages of Microsoft Teams as the Graph interface lists them (`chatMessage`)."""

import re
from collections.abc import Iterator
from typing import Any

from pirtui.capture.candidates import Assumptions, Evidence, Progress, UnreadableSource
from pirtui.capture.material import Material
from pirtui.capture.sources import chat_noise, stamps
from pirtui.capture.sources.chat_building import PROGRESS_EVERY, Message, exact_evidence, skipped
from pirtui.capture.sources.chat_markup import joined
from pirtui.capture.sources.html_words import html_words
from pirtui.capture.sources.json_records import list_in, object_in, opening, text_in, whole_document
from pirtui.capture.sources.source_format import SourceFormat
from pirtui.capture.sources.teams_cards import attachment_words
from pirtui.domain.moments import Moment

_LIST = "value"
_KINDS = ("message", "systemEventMessage", "chatEvent", "unknownFutureValue", "typing")
_EVENT_NAME = re.compile(r"#?microsoft\.graph\.(\w+?)(?:EventMessageDetail)?$")
_WORD_START = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _recognises(material: Material) -> bool:
    records = opening(material, _LIST).records
    messages = [record for record in records if _is_message(record.value)]
    return len(messages) * 2 > len(records)


def _is_message(value: Any) -> bool:
    if stamps.instant(text_in(value, "createdDateTime")) is None:
        return False
    has_kind = text_in(value, "messageType") in _KINDS
    return has_kind or "contentType" in object_in(value, "body")


def _read(material: Material, assumptions: Assumptions, progress: Progress) -> Evidence:
    document = whole_document(material, _LIST)
    messages: list[Message] = []
    odd: list[str] = []
    for done, record in enumerate(document.records):
        if done % PROGRESS_EVERY == 0:
            progress(0, len(document.records))
        place = f"{material.name}:{record.line}"
        for content in _with_replies(record.value):
            at = stamps.instant(text_in(content, "createdDateTime"))
            if at is None:
                odd.append(place)
                continue
            moment = stamps.moment(at, text_in(content, "createdDateTime"), assumptions.zone)
            messages += _messages(content, moment, record.line, place)
    if document.records and len(odd) >= len(document.records) and not messages:
        raise UnreadableSource(
            material.name, "expected Teams messages, each with a createdDateTime and a body."
        )
    notices = skipped(odd, "a message with its createdDateTime was expected")
    if text_in(document.fields, "@odata.nextLink"):
        notices.append("The list goes on: @odata.nextLink names a next page, which is not in this file.")
    return exact_evidence(material.name, FORMAT.name, messages, notices, progress)


def _with_replies(content: Any) -> Iterator[Any]:
    """A message and the replies that the list was asked to bring along."""
    yield content
    yield from list_in(content, "replies")


def _messages(content: Any, moment: Moment, line: int, place: str) -> Iterator[Message]:
    """The message, unless it says nothing at all."""
    deleted = bool(text_in(content, "deletedDateTime"))
    event = object_in(content, "eventDetail")
    is_system = bool(event) or text_in(content, "messageType") in ("systemEventMessage", "chatEvent")
    words = _words(content)
    if is_system:
        words = words or _event_words(event)
    if deleted:
        words = words or "A message was deleted"
    if not words.strip():
        return
    link = text_in(content, "webUrl")
    yield Message(
        moment=moment,
        actor=_sender(content) or _sender({"from": object_in(event, "initiator")}),
        words=words,
        line=line,
        origin=link if link.startswith(("https://", "http://")) else place,
        noise=_noise(content, words, deleted=deleted, is_system=is_system),
        edited=bool(text_in(content, "lastEditedDateTime")),
    )


def _sender(content: Any) -> str:
    source = object_in(content, "from")
    for kind in ("user", "application", "device", "conversation"):
        name = text_in(object_in(source, kind), "displayName", "id")
        if name:
            return name
    return ""


def _words(content: Any) -> str:
    """The subject, the body and the attachments that the body does not place itself."""
    attachments = [each for each in list_in(content, "attachments") if isinstance(each, dict)]
    named = {text_in(each, "id"): attachment_words(each) for each in attachments}
    placed: set[str] = set()

    def attachment(key: str) -> str:
        placed.add(key)
        return named.get(key, "")

    body = object_in(content, "body")
    said = text_in(body, "content")
    if text_in(body, "contentType").lower() != "text":
        said = html_words(said, attachment)
    rest = [words for key, words in named.items() if key not in placed]
    subject = text_in(content, "subject").strip()
    parts = [subject, said, *rest]
    return joined(parts)


def _event_words(event: dict[str, Any]) -> str:
    """What a system message tells: `Members added: Ada, Bo`."""
    kind = _EVENT_NAME.match(text_in(event, "@odata.type"))
    words = _WORD_START.sub(" ", kind[1]).lower() if kind else "system message"
    members = [text_in(member, "displayName", "id") for member in list_in(event, "members")]
    names = ", ".join(name for name in members if name)
    return words.capitalize() + (f": {names}" if names else "")


def _noise(content: Any, words: str, *, deleted: bool, is_system: bool) -> str:
    if deleted:
        return chat_noise.DELETED
    if is_system:
        kind = text_in(object_in(content, "eventDetail"), "@odata.type")
        if "membersAdded" in kind or "membersJoined" in kind:
            return chat_noise.JOINED
        return chat_noise.LEFT if "membersDeleted" in kind or "membersLeft" in kind else "system message"
    return chat_noise.noise_in(words, from_bot=bool(object_in(content, "from", "application")))


FORMAT = SourceFormat(name="teams", title="Microsoft Teams messages", recognises=_recognises, read=_read)
