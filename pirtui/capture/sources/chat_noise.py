"""What in a chat says nothing about an incident, told by its words: joins, topics, reminders."""

import re

from pirtui.capture.sources.chat_markup import is_only_emoji

JOINED = "joined"
LEFT = "left"
DELETED = "deleted"
EMOJI = "emoji only"
CHATTER = "bot chatter"
SETTINGS = "channel settings"
REMINDER = "reminder"
PINNED = "pinned"
INTEGRATION = "integration"

_BY_WORDS = (
    (
        JOINED,
        re.compile(r"(?:\S+ ){0,4}(?:has )?joined (?:#\S+|the (?:channel|server|group|chat))\.?$", re.I),
    ),
    (
        JOINED,
        re.compile(r"(?:\S+ ){0,4}(?:was|were) added to (?:#\S+|the \w+)(?: by .{1,60})?\.?$", re.I),
    ),
    (
        LEFT,
        re.compile(r"(?:\S+ ){0,4}(?:has )?left (?:#\S+|the (?:channel|server|group|chat))\.?$", re.I),
    ),
    (
        SETTINGS,
        re.compile(
            r"(?:\S+ ){0,4}(?:has )?(?:set|changed|cleared|updated) the channel"
            r"(?:'s)? (?:topic|purpose|description|name)",
            re.I,
        ),
    ),
    (
        SETTINGS,
        re.compile(r"(?:\S+ ){0,4}(?:has )?(?:renamed|archived|un-?archived) th(?:e|is) channel", re.I),
    ),
    (
        INTEGRATION,
        re.compile(r"(?:\S+ ){0,4}(?:has )?(?:added|removed|enabled|disabled) an integration\b", re.I),
    ),
    (PINNED, re.compile(r"(?:\S+ ){0,4}(?:has )?(?:un)?pinned (?:a message|this message)\b", re.I)),
    (REMINDER, re.compile(r"(?:\S+ ){0,4}(?:has )?set up a reminder\b", re.I)),
)
_REMINDER = re.compile(r"reminder:", re.I)


def noise_in(words: str, *, from_bot: bool = False) -> str:
    """Why a message should be folded away, in two or three words; empty for evidence."""
    said = words.strip()
    if is_only_emoji(said):
        return CHATTER if from_bot else EMOJI
    if len(said) > 300:
        return ""
    if from_bot and _REMINDER.match(said):
        return REMINDER
    return next((noise for noise, pattern in _BY_WORDS if pattern.match(said)), "")


class Repetitions:
    """Notices a bot that says in a channel what it said there last."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, str], str] = {}

    def again(self, channel: str, bot: str, words: str) -> bool:
        """Whether these are the words with which this bot was heard last; remembers them."""
        said = " ".join(words.split())
        repeated = self._last.get((channel, bot)) == said
        self._last[(channel, bot)] = said
        return repeated
