"""A Slack workspace export: an archive or folder of channels and days, or one such day alone."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from itertools import islice
from typing import Any

from pirtui.capture.candidates import Assumptions, Evidence, Progress, UnreadableSource
from pirtui.capture.material import Material
from pirtui.capture.sources import chat_noise, stamps
from pirtui.capture.sources.chat_building import Message, exact_evidence, skipped
from pirtui.capture.sources.chat_markup import Names
from pirtui.capture.sources.json_records import (
    Record,
    object_in,
    opening,
    read_document,
    text_in,
    whole_document,
)
from pirtui.capture.sources.slack_names import is_bot, slack_names, speaker
from pirtui.capture.sources.slack_words import message_words
from pirtui.capture.sources.source_format import SourceFormat
from pirtui.domain.visible import visible

_DAY_FILE = re.compile(r"(?:(?P<folder>.*)/)?\d{4}-\d{2}-\d{2}\.json")
_STAMP = re.compile(r"\d{9,11}(?:\.\d{1,9})?")
_LIST = "messages"
_LOOKED_AT = 50
_USER_LISTS = ("users.json", "org_users.json")
_CHANNEL_LISTS = ("channels.json", "groups.json", "mpims.json")
_GROUP_LISTS = ("usergroups.json", "subteams.json")
_NOISE = {
    "channel_join": chat_noise.JOINED,
    "group_join": chat_noise.JOINED,
    "app_conversation_join": chat_noise.JOINED,
    "channel_leave": chat_noise.LEFT,
    "group_leave": chat_noise.LEFT,
    "app_conversation_leave": chat_noise.LEFT,
    "pinned_item": chat_noise.PINNED,
    "unpinned_item": chat_noise.PINNED,
    "bot_add": chat_noise.INTEGRATION,
    "bot_remove": chat_noise.INTEGRATION,
    "bot_enable": chat_noise.INTEGRATION,
    "bot_disable": chat_noise.INTEGRATION,
    "reminder_add": chat_noise.REMINDER,
    "reminder_delete": chat_noise.REMINDER,
    "slackbot_response": chat_noise.CHATTER,
    "tombstone": chat_noise.DELETED,
    "message_deleted": chat_noise.DELETED,
    "ekm_access_denied": chat_noise.DELETED,
}
_SETTINGS = re.compile(
    r"(?:channel|group)_(?:topic|purpose|name|archive|unarchive|posting_permissions|convert_to_\w+"
    r"|canvas_updated|created)"
)


@dataclass(frozen=True)
class _Sent:
    """A message as the export holds it, with where it stands."""

    stamp: Decimal
    at: datetime
    channel: str
    place: str
    line: int
    content: Any


@dataclass
class _Found:
    """What the files of an export hold; `without_time` are the places of other records."""

    messages: list[_Sent] = field(default_factory=list)
    without_time: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def _recognises(material: Material) -> bool:
    if not material.members:
        return _has_messages(material)
    days = dict(_day_files(material))
    lists = any(_members_named(material.members, _USER_LISTS + _CHANNEL_LISTS))
    return (lists or len(days) == len(material.members)) and any(
        _has_messages(day) for day in islice(days.values(), _LOOKED_AT)
    )


def _has_messages(material: Material) -> bool:
    records = opening(material, _LIST).records
    messages = [record for record in records if _is_message(record.value)]
    return len(messages) * 2 > len(records)


def _is_message(value: Any) -> bool:
    says = any(key in object_in(value) for key in ("text", "blocks", "attachments"))
    return says and isinstance(value.get("ts"), str) and _stamp(value) is not None


def _read(material: Material, assumptions: Assumptions, progress: Progress) -> Evidence:
    found, names = _found(material, progress)
    notices = found.notices + skipped(found.without_time, "a message with a time was expected")
    if not found.messages and not _is_empty_export(material, found):
        raise UnreadableSource(
            material.name, "expected the messages of a Slack export, each with its text and ts."
        )
    ordered = sorted(found.messages, key=lambda sent: sent.stamp)
    messages = list(_messages(ordered, names, assumptions.zone))
    return exact_evidence(material.name, FORMAT.name, messages, notices, progress)


def _is_empty_export(material: Material, found: _Found) -> bool:
    return bool(material.members) and not found.without_time and any(_day_files(material))


def _found(material: Material, progress: Progress) -> tuple[_Found, Names]:
    found = _Found()
    if not material.members:
        document = whole_document(material, _LIST)
        _collect(document.records, text_in(document.fields, "channel_id"), material.name, found)
        return found, slack_names(_profiles(found), ())
    days = list(_day_files(material))
    for path, day in days:
        progress(0, len(days))
        _collect_file(day, path.rpartition("/")[0], f"{material.name}/{visible(path)}", found)
    return found, _names(material, found)


def _day_files(material: Material) -> Iterator[tuple[str, Material]]:
    """The files of one day each, in the order of their paths."""
    for path in sorted(material.members):
        if _DAY_FILE.fullmatch(path) and not path.startswith("__MACOSX/"):
            yield path, material.members[path]


def _collect_file(day: Material, channel: str, place: str, found: _Found) -> None:
    try:
        document = read_document(Material(place, day.content), _LIST)
    except UnreadableSource as problem:
        found.notices.append(str(problem))
        return
    found.notices += [f"{place}: {notice}" for notice in day.decoding_notices]
    if document.cut_at is not None:
        found.notices.append(
            f"{place}, line {document.cut_at}: expected the rest of the day, which breaks off after "
            f"{len(document.records)} messages."
        )
    _collect(document.records, channel, place, found)


def _collect(records: tuple[Record, ...], channel: str, place: str, found: _Found) -> None:
    seen: set[tuple[Decimal, str]] = set()
    for record in records:
        content = _changed(record.value)
        stamp = _stamp(content)
        at = stamps.epoch(str(stamp)) if stamp is not None else None
        if stamp is None or at is None:
            found.without_time.append(f"{place}:{record.line}")
            continue
        key = (stamp, text_in(content, "text"))
        if key not in seen:
            seen.add(key)
            found.messages.append(_Sent(stamp, at, channel, place, record.line, content))


def _changed(content: Any) -> Any:
    """The message that an edit put in place of another, where an export keeps the edit itself."""
    if text_in(content, "subtype") != "message_changed":
        return content
    return object_in(content, "message") or content


def _stamp(content: Any) -> Decimal | None:
    """When a message was sent, exactly: the stamp is also what tells messages apart."""
    written = object_in(content).get("ts")
    if isinstance(written, float):
        written = f"{written:.6f}"
    text = str(written) if isinstance(written, str | int) and not isinstance(written, bool) else ""
    return Decimal(text) if _STAMP.fullmatch(text, endpos=40) else None


def _names(material: Material, found: _Found) -> Names:
    return slack_names(
        [*_listed(material, _USER_LISTS, found), *_profiles(found)],
        _listed(material, _CHANNEL_LISTS, found),
        _listed(material, _GROUP_LISTS, found),
    )


def _profiles(found: _Found) -> Iterator[dict[str, Any]]:
    """The people whose messages bring their names along, as those of other workspaces do."""
    for sent in found.messages:
        profile = object_in(sent.content, "user_profile")
        if profile:
            yield {"id": text_in(sent.content, "user"), "profile": profile}


def _listed(material: Material, file_names: tuple[str, ...], found: _Found) -> list[Any]:
    """The entries of the lists with these names, in whichever folder around everything they stand."""
    entries: list[Any] = []
    for path, member in _members_named(material.members, file_names):
        place = f"{material.name}/{visible(path)}"
        try:
            document = read_document(Material(place, member.content), "users")
        except UnreadableSource as problem:
            found.notices.append(str(problem))
            continue
        if document.cut_at is not None:
            found.notices.append(f"{place}, line {document.cut_at}: expected the rest of the list.")
        entries += [record.value for record in document.records]
    return entries


def _members_named(
    members: Mapping[str, Material], file_names: tuple[str, ...]
) -> Iterator[tuple[str, Material]]:
    for path in sorted(members):
        if path.rpartition("/")[2] in file_names and path.count("/") <= 1:
            yield path, members[path]


def _messages(ordered: list[_Sent], names: Names, zone: str) -> Iterator[Message]:
    """The messages that say something, with those that are noise marked."""
    said = chat_noise.Repetitions()
    for sent in ordered:
        words = _words(sent.content, names)
        if not words.strip():
            continue
        actor = speaker(sent.content, names)
        yield Message(
            moment=stamps.moment(sent.at, text_in(sent.content, "ts") or str(sent.stamp), zone),
            actor=actor,
            words=words,
            line=sent.line,
            origin=_link(sent.content) or f"{sent.place}:{sent.line}",
            noise=_noise(sent, actor, words, said),
            edited=bool(object_in(sent.content, "edited")),
        )


def _words(content: Any, names: Names) -> str:
    words = message_words(content, names)
    if words.strip() or _NOISE.get(text_in(content, "subtype")) != chat_noise.DELETED:
        return words
    return "A message was deleted"


def _link(content: Any) -> str:
    link = text_in(content, "permalink")
    return link if link.startswith("https://") else ""


def _noise(sent: _Sent, actor: str, words: str, said: chat_noise.Repetitions) -> str:
    subtype = text_in(sent.content, "subtype")
    if subtype in _NOISE:
        return _NOISE[subtype]
    if _SETTINGS.fullmatch(subtype):
        return chat_noise.SETTINGS
    from_bot = is_bot(sent.content)
    if from_bot and said.again(sent.channel, actor, words):
        return chat_noise.CHATTER
    return chat_noise.noise_in(words, from_bot=from_bot)


FORMAT = SourceFormat(name="slack", title="Slack export", recognises=_recognises, read=_read)
