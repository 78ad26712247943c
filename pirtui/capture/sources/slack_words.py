"""The words of a Slack message, wherever they stand: text, blocks, attachments or files."""

from collections.abc import Callable
from typing import Any

from pirtui.capture.sources.chat_markup import Names, fenced, joined, labelled, slack_words
from pirtui.capture.sources.json_records import list_in, object_in, text_in
from pirtui.capture.sources.slack_names import is_bot

_DEEPEST = 12
"""Blocks nest three or four deep; anything deeper was not written by Slack."""


def message_words(message: Any, names: Names) -> str:
    """Everything that a message says, in plain words; empty where it says nothing.

    Previews of links are not its own words and are left out, unless it has no others.
    """
    text = slack_words(text_in(message, "text"), names) or _blocks(list_in(message, "blocks"), names)
    attached = [
        _attachment(attachment, names)
        for attachment in list_in(message, "attachments")
        if not text.strip() or (is_bot(message) and not _is_preview(attachment))
    ]
    parts = [text, *(words for words in attached if words.strip() not in text), *_files(message)]
    return joined(parts)


def _is_preview(attachment: Any) -> bool:
    return bool(text_in(attachment, "from_url", "original_url"))


def _attachment(attachment: Any, names: Names) -> str:
    """An attachment as an alert writes it: what it is about, what it says, and its fields."""

    def words(*keys: str) -> str:
        return slack_words(text_in(attachment, *keys), names)

    title, link = words("title"), text_in(attachment, "title_link")
    told = [
        words("pretext"),
        labelled(title, link) if title and link else title,
        words("text") or _blocks(_own_blocks(attachment), names),
        *(_field(field, names) for field in list_in(attachment, "fields")),
    ]
    return joined(told) or words("fallback") or joined(_files(attachment))


def _own_blocks(attachment: Any) -> list[Any]:
    own = list_in(attachment, "blocks")
    if own:
        return own
    shared = [object_in(each, "message") for each in list_in(attachment, "message_blocks")]
    return [block for message in shared for block in list_in(message, "blocks")]


def _field(field: Any, names: Names) -> str:
    title, value = (slack_words(text_in(field, key), names).strip() for key in ("title", "value"))
    return f"{title}: {value}" if title and value else title or value


def _files(message: Any) -> list[str]:
    files = list_in(message, "files") or [object_in(message, "file")]
    return [_file(file) for file in files if isinstance(file, dict) and file]


def _file(file: dict[str, Any]) -> str:
    if text_in(file, "mode") in ("tombstone", "hidden_by_limit"):
        return "Shared a file that is gone"
    name = text_in(file, "name", "title") or "a file"
    title = text_in(file, "title")
    return f"Shared {name}" + (f" ({title})" if title and title != name else "")


def _blocks(blocks: list[Any], names: Names) -> str:
    return joined([_block(block, names) for block in blocks])


def _block(block: Any, names: Names) -> str:
    kind = text_in(block, "type")
    if kind == "rich_text":
        return _elements(block, names, _DEEPEST)
    if kind in ("context", "context_actions"):
        return joined([_text_object(element, names) for element in list_in(block, "elements")])
    if kind in ("image", "video", "file"):
        return _text_object(object_in(block, "title"), names) or text_in(block, "alt_text")
    if kind == "markdown":
        return text_in(block, "text")
    told = [_text_object(object_in(block, "text"), names)]
    return joined([*told, *(_text_object(field, names) for field in list_in(block, "fields"))])


def _text_object(value: Any, names: Names) -> str:
    kind, text = text_in(value, "type"), text_in(value, "text")
    if kind == "mrkdwn":
        return (
            slack_words(text, names).replace("\n", " ")
            if "```" not in text
            else slack_words(text, names)
        )
    return text or text_in(value, "alt_text")


def _elements(element: Any, names: Names, deepest: int) -> str:
    """The words inside a piece of rich text, lists and quotes with their marks."""
    if not deepest:
        return ""
    kind = text_in(element, "type")
    inner = [_rich(child, names, deepest - 1) for child in list_in(element, "elements")]
    if kind == "rich_text_list":
        return "".join(f"• {item.strip()}\n" for item in inner if item.strip())
    text = "".join(inner)
    if kind == "rich_text_preformatted":
        return fenced(text) if "\n" in text.strip() else text
    if kind == "rich_text_quote":
        return "".join(f"> {line}\n" for line in text.split("\n"))
    return text


def _rich(element: Any, names: Names, deepest: int) -> str:
    if list_in(element, "elements"):
        return _elements(element, names, deepest)
    said = _INLINE.get(text_in(element, "type"))
    return said(element, names) if said else text_in(element, "text", "fallback")


def _mention(key: str, group: str, mark: str) -> Callable[[Any, Names], str]:
    def words(element: Any, names: Names) -> str:
        found: dict[str, str] = getattr(names, group)
        return mark + found.get(text_in(element, key), text_in(element, key))

    return words


_INLINE: dict[str, Callable[[Any, Names], str]] = {
    "user": _mention("user_id", "people", "@"),
    "usergroup": _mention("usergroup_id", "groups", "@"),
    "channel": _mention("channel_id", "channels", "#"),
    "broadcast": lambda element, _names: "@" + text_in(element, "range"),
    "emoji": lambda element, _names: f":{text_in(element, 'name')}:",
    "color": lambda element, _names: text_in(element, "value"),
    "date": lambda element, _names: text_in(element, "fallback", "timestamp"),
    "link": lambda element, _names: labelled(text_in(element, "text"), text_in(element, "url")),
}
