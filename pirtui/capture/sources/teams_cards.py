"""What is attached to a Teams message, in words: files, quoted messages, and cards of bots."""

import json
from typing import Any

from pirtui.capture.sources.json_records import object_in, text_in

_SPOKEN = ("title", "subtitle", "summary", "activityTitle", "activitySubtitle", "text")
_LONGEST_QUOTE = 80


def attachment_words(attachment: dict[str, Any]) -> str:
    """An attachment in words; empty where it says nothing."""
    kind = text_in(attachment, "contentType")
    if kind == "messageReference":
        return _quote(_content(attachment))
    if "card" in kind:
        return _card(_content(attachment)) or text_in(attachment, "name")
    name = text_in(attachment, "name")
    return f"[{name}]" if name else ""


def _content(attachment: dict[str, Any]) -> Any:
    """The content, which is JSON in a text for most sorts of attachments."""
    content = attachment.get("content")
    if not isinstance(content, str):
        return content
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None


def _quote(content: Any) -> str:
    preview = " ".join(text_in(content, "messagePreview").split())
    if not preview:
        return ""
    if len(preview) > _LONGEST_QUOTE:
        preview = preview[: _LONGEST_QUOTE - 1].rstrip() + "…"
    name = text_in(object_in(content, "messageSender", "user"), "displayName")
    return f"(to {name}: “{preview}”)" if name else f"(to “{preview}”)"


def _card(content: Any) -> str:
    """Everything that a card says, in its own order."""
    said: list[str] = []
    waiting = [content]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            said += _spoken(value)
            waiting += [part for part in reversed(value.values()) if isinstance(part, dict | list)]
        elif isinstance(value, list):
            waiting += reversed(value)
    return " · ".join(dict.fromkeys(said))


def _spoken(value: dict[str, Any]) -> list[str]:
    fact = text_in(value, "name", "title"), text_in(value, "value")
    if all(fact):
        return [f"{fact[0].rstrip(':')}: {fact[1]}"]
    if str(value.get("type", "")).startswith("Action."):
        return []
    words = [" ".join(text_in(value, key).split()) for key in _SPOKEN]
    return [each for each in words if each]
