"""A Discord channel as DiscordChatExporter writes it in JSON."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from pirtui.capture.candidates import Assumptions, Evidence, Progress, UnreadableSource
from pirtui.capture.material import Material
from pirtui.capture.sources import chat_noise, stamps
from pirtui.capture.sources.chat_building import Message, exact_evidence, skipped
from pirtui.capture.sources.chat_markup import Names, discord_words, joined, labelled
from pirtui.capture.sources.json_records import (
    Document,
    Record,
    list_in,
    object_in,
    opening,
    read_document,
    text_in,
)
from pirtui.capture.sources.source_format import SourceFormat

_LIST = "messages"
_NOISE = {
    "RecipientAdd": chat_noise.JOINED,
    "RecipientRemove": chat_noise.LEFT,
    "GuildMemberJoin": chat_noise.JOINED,
    "ChannelNameChange": chat_noise.SETTINGS,
    "ChannelIconChange": chat_noise.SETTINGS,
    "ChannelPinnedMessage": chat_noise.PINNED,
    "ThreadCreated": "thread opened",
    "ThreadStarterMessage": "thread opened",
    "1": chat_noise.JOINED,
    "2": chat_noise.LEFT,
    "4": chat_noise.SETTINGS,
    "5": chat_noise.SETTINGS,
    "6": chat_noise.PINNED,
    "7": chat_noise.JOINED,
    "8": "boost",
    "9": "boost",
    "10": "boost",
    "11": "boost",
    "18": "thread opened",
    "21": "thread opened",
}
"""Sorts of messages by name, or by number where the exporter has no name for them."""


def _recognises(material: Material) -> bool:
    document = opening(material, _LIST)
    if not (object_in(document.fields, "guild") and object_in(document.fields, "channel")):
        return False
    messages = [record for record in document.records if _is_message(record.value)]
    return len(messages) * 2 > len(document.records) or "dateRange" in document.fields


def _is_message(value: Any) -> bool:
    return bool(text_in(value, "timestamp")) and "author" in object_in(value)


def _read(material: Material, assumptions: Assumptions, progress: Progress) -> Evidence:
    document = read_document(material, _LIST)
    if not any(key in document.fields for key in ("guild", "channel")):
        raise UnreadableSource(
            material.name, "expected a Discord export with its guild, channel and messages.", 1
        )
    notices = _cut_off(material.name, document)
    timed = [(record, stamps.instant(text_in(record.value, "timestamp"))) for record in document.records]
    odd = [f"{material.name}:{record.line}" for record, at in timed if at is None]
    messages = _messages(
        material.name, document, assumptions.zone, ((record, at) for record, at in timed if at)
    )
    notices += skipped(odd, "a message with its timestamp was expected")
    return exact_evidence(material.name, FORMAT.name, messages, notices, progress)


def _cut_off(name: str, document: Document) -> list[str]:
    if document.cut_at is None:
        return []
    if not document.records:
        raise UnreadableSource(name, "expected the messages, but the file breaks off.", document.cut_at)
    return [
        f"{name}, line {document.cut_at}: expected a closing bracket, but the file breaks off; "
        f"the {len(document.records)} complete messages before it are read."
    ]


def _messages(
    name: str, document: Document, zone: str, timed: Iterable[tuple[Record, datetime]]
) -> Iterator[Message]:
    said = chat_noise.Repetitions()
    channel = text_in(object_in(document.fields, "channel"), "id")
    room = "/".join((_guild(document), channel)) if channel else ""
    for record, at in timed:
        content = record.value
        words = _words(content, _names(content))
        if not words.strip():
            continue
        key, author = text_in(content, "id"), object_in(content, "author")
        actor = text_in(author, "nickname", "name", "id")
        place = f"{name}:{record.line}"
        yield Message(
            moment=stamps.moment(at, text_in(content, "timestamp"), zone),
            actor=actor,
            words=words,
            line=record.line,
            origin=f"https://discord.com/channels/{room}/{key}" if room and key.isdigit() else place,
            noise=_noise(content, actor, words, said),
            edited=bool(text_in(content, "timestampEdited")),
        )


def _guild(document: Document) -> str:
    """The id of the server; direct messages have the server 0, which links call `@me`."""
    guild = text_in(object_in(document.fields, "guild"), "id")
    return guild if guild.strip("0") else "@me"


def _names(content: Any) -> Names:
    mentioned = list_in(content, "mentions")
    people = {text_in(each, "id"): text_in(each, "nickname", "name") for each in mentioned}
    return Names({key: name for key, name in people.items() if key and name})


def _words(content: Any, names: Names) -> str:
    """What a message says: its content, what a bot puts into embeds, what is attached or forwarded."""
    forwarded = object_in(content, "forwardedMessage")
    own = discord_words(text_in(content, "content"), names)
    told = discord_words(text_in(forwarded, "content"), names)
    embeds = [*list_in(content, "embeds"), *list_in(forwarded, "embeds")]
    speaks_in_embeds = not own.strip() or object_in(content, "author").get("isBot") is True
    parts = [
        own,
        f"Forwarded: {told}" if told else "",
        *(_embed(embed, names) for embed in embeds if speaks_in_embeds),
        *(f"Shared {text_in(each, 'fileName') or 'a file'}" for each in _files(content, forwarded)),
        *(f"Sticker: {text_in(each, 'name')}" for each in list_in(content, "stickers")),
    ]
    return joined(parts)


def _files(*contents: Any) -> Iterator[dict[str, Any]]:
    for content in contents:
        yield from (each for each in list_in(content, "attachments") if isinstance(each, dict))


def _embed(embed: Any, names: Names) -> str:
    """An embed as an alert writes it: its author, title, description and fields."""
    title, link = text_in(embed, "title"), text_in(embed, "url")
    told = [
        text_in(object_in(embed, "author"), "name"),
        labelled(title, link) if title and link else title,
        text_in(embed, "description"),
        *(_field(field) for field in list_in(embed, "fields")),
    ]
    return joined(discord_words(part, names) for part in told)


def _field(field: Any) -> str:
    name, value = text_in(field, "name").strip(), text_in(field, "value").strip()
    return f"{name}: {value}" if name and value else name or value


def _noise(content: Any, actor: str, words: str, said: chat_noise.Repetitions) -> str:
    kind = text_in(content, "type")
    if kind in _NOISE or kind.startswith("UserPremium"):
        return _NOISE.get(kind, "boost")
    from_bot = object_in(content, "author").get("isBot") is True
    if from_bot and said.again("", actor, words):
        return chat_noise.CHATTER
    return chat_noise.noise_in(words, from_bot=from_bot)


FORMAT = SourceFormat(name="discord", title="Discord export", recognises=_recognises, read=_read)
