"""The markup of chats as plain words: mentions resolved, links with their labels, entities decoded."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC

from pirtui.capture.sources import stamps

_PIECE = re.compile(r"```(?P<fence>.*?)```|`(?P<code>[^`\n]+)`|<(?P<token>[^<>\n]+)>", re.S)
_FENCE = re.compile(r"```(.*?)```", re.S)
_HELD = re.compile("\x00(\\d+)\x00")
_SLACK_EMPHASIS = (
    re.compile(r"(?<![\w*])\*(?![\s*])([^*\n]+?)(?<!\s)\*(?![\w*])"),
    re.compile(r"(?<![\w/_])_(?![\s_])([^_\n]+?)(?<!\s)_(?![\w/_])"),
)
_DISCORD_EMPHASIS = (
    re.compile(r"\*\*(?![\s*])([^*\n]+?)(?<!\s)\*\*"),
    re.compile(r"(?<![\w_])__(?![\s_])([^_\n]+?)(?<!\s)__(?![\w_])"),
    re.compile(r"(?<![\w*])\*(?![\s*])([^*\n]+?)(?<!\s)\*(?![\w*])"),
    re.compile(r"(?<![\w/_])_(?![\s_])([^_\n]+?)(?<!\s)_(?![\w/_])"),
)
_LABELLED = re.compile(r"\[([^\[\]\n]+)\]\(<?(https?://[^\s()<>]+)>?\)")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.\-]*:", re.I)
_DISCORD_EMOJI = re.compile(r"a?:(\w+):\d+$")
_DISCORD_TIME = re.compile(r"t:(-?\d{1,12})(?::[a-zA-Z])?$")
_EMOJI_NAME = re.compile(r":[\w+\-']+:(?::skin-tone-\d:)?")
_FENCES = ("```", "~~~")
_LANGUAGE = re.compile(r"[\w+#.\-]{0,20}\n")


@dataclass(frozen=True)
class Names:
    """What stands behind the ids that a chat mentions: people, channels and groups."""

    people: Mapping[str, str] = field(default_factory=dict)
    channels: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)


def slack_words(text: str, names: Names) -> str:
    """The words of a Slack message; blocks of code of several lines stay fenced, on their own lines."""
    dialect = _Dialect(_SLACK_EMPHASIS, _slack_entities, names_language=False)
    return _plain(text, lambda token: _slack_token(token, names), dialect)


def discord_words(text: str, names: Names) -> str:
    """The words of a Discord message; blocks of code of several lines stay fenced."""
    linked = _LABELLED.sub(lambda match: labelled(match[1], match[2]), text)
    dialect = _Dialect(_DISCORD_EMPHASIS, str, names_language=True)
    return _plain(linked, lambda token: _discord_token(token, names), dialect)


def copied_words(text: str) -> str:
    """The words of a message that was copied from the screen, where only fences are left as marks."""
    return _FENCE.sub(lambda match: fenced(match[1]) if "\n" in match[1] else match[1], text)


def labelled(label: str, address: str) -> str:
    """A link as a person reads it: `label (address)`, or the address where the label says no more."""
    shown, bare = label.strip(), address.removeprefix("mailto:").removeprefix("tel:")
    if not shown or shown.rstrip("/") in (address.rstrip("/"), bare.split("://")[-1].rstrip("/"), bare):
        return bare
    return shown if bare != address else f"{shown} ({address})"


def fenced(code: str) -> str:
    """A block of code on lines of its own, which an event keeps in its note."""
    mark = "~~~" if "```" in code else "```"
    return f"\n{mark}\n{code.strip(chr(10))}\n{mark}\n"


def joined(parts: Iterable[str]) -> str:
    """The parts of a message in a row; code stays on lines of its own."""
    text = ""
    for part in parts:
        said = part.strip()
        if not said:
            continue
        beside_code = said.startswith(_FENCES) or text.endswith(_FENCES)
        text = f"{text}{chr(10) if beside_code else ' · '}{said}" if text else said
    return text


def is_only_emoji(text: str) -> bool:
    """Whether a message is nothing but emoji and the space between them."""
    rest = _EMOJI_NAME.sub("", text)
    return bool(text.strip()) and not any(map(_says_something, rest))


def _says_something(character: str) -> bool:
    return not character.isspace() and (character.isalnum() or ord(character) < 0x2000)


@dataclass(frozen=True)
class _Dialect:
    """What differs between chats: the marks, the entities, and whether a fence names a language."""

    emphasis: tuple[re.Pattern[str], ...]
    decoded: Callable[[str], str]
    names_language: bool


def _plain(text: str, token: Callable[[str], str], dialect: _Dialect) -> str:
    """Render code and tokens, hold them out of the way, and take the marks off everything else."""
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(_piece(match, token, dialect))
        return f"\x00{len(held) - 1}\x00"

    plain = _PIECE.sub(hold, text.replace("\x00", "\u2400"))
    for marks in dialect.emphasis:
        plain = marks.sub(r"\1", plain)
    return _HELD.sub(lambda match: held[int(match[1])], dialect.decoded(plain))


def _piece(match: re.Match[str], token: Callable[[str], str], dialect: _Dialect) -> str:
    if match["token"] is not None:
        return token(match["token"])
    if match["code"] is not None:
        return dialect.decoded(match[0])
    code = dialect.decoded(match["fence"])
    language = _LANGUAGE.match(code) if dialect.names_language else None
    code = code[language.end() :] if language else code
    return fenced(code) if "\n" in code else code


def _slack_entities(text: str) -> str:
    """Slack escapes these three characters and no others."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _slack_token(token: str, names: Names) -> str:
    body, _, label = _slack_entities(token).partition("|")
    if body.startswith("@"):
        return "@" + (label or names.people.get(body[1:], body[1:])).removeprefix("@")
    if body.startswith("#"):
        return "#" + (label or names.channels.get(body[1:], body[1:])).removeprefix("#")
    if body.startswith("!"):
        return _slack_command(body[1:], label, names)
    return labelled(label, body) if _ADDRESS.match(body) else f"<{_slack_entities(token)}>"


def _slack_command(command: str, label: str, names: Names) -> str:
    kind, _, rest = command.partition("^")
    if kind == "subteam":
        return "@" + (label or names.groups.get(rest, rest)).removeprefix("@")
    return label or f"@{kind}"


def _discord_token(token: str, names: Names) -> str:
    if token.startswith("@&"):
        return "@" + names.groups.get(token[2:], "role")
    if token.startswith("@"):
        person = token.lstrip("@!")
        return "@" + names.people.get(person, person)
    if token.startswith("#"):
        return "#" + names.channels.get(token[1:], token[1:])
    emoji = _DISCORD_EMOJI.match(token)
    if emoji:
        return f":{emoji[1]}:"
    stamp = _DISCORD_TIME.match(token)
    at = stamps.epoch(stamp[1]) if stamp else None
    if at is not None:
        return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    return token if token.startswith(("http://", "https://")) else f"<{token}>"
