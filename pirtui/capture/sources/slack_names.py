"""Who and what the ids in a Slack export stand for."""

from collections.abc import Iterable
from typing import Any

from pirtui.capture.sources.chat_markup import Names
from pirtui.capture.sources.json_records import object_in, text_in


def slack_names(users: Iterable[Any], channels: Iterable[Any], groups: Iterable[Any] = ()) -> Names:
    """The names of users, channels and user groups, from the lists of an export.

    Deleted users keep their names, and bots are known by the ids that their messages carry too.
    """
    people: dict[str, str] = {}
    for user in users:
        name = user_name(user)
        for key in (text_in(user, "id"), text_in(object_in(user, "profile"), "bot_id")):
            if key and name:
                people.setdefault(key, name)
    return Names(people, _named(channels, "name"), _named(groups, "handle", "name"))


def user_name(user: Any) -> str:
    """The name that Slack shows for a user: display name, else real name, else account name."""
    profile = object_in(user, "profile")
    return (
        text_in(profile, "display_name")
        or text_in(profile, "real_name")
        or text_in(user, "display_name", "real_name", "name")
        or text_in(profile, "name")
    )


def speaker(message: Any, names: Names) -> str:
    """Who wrote a message; an id that nobody resolves is shown as it is."""
    user, bot = text_in(message, "user"), text_in(message, "bot_id")
    own_name = text_in(message, "username") or text_in(object_in(message, "bot_profile"), "name")
    if is_bot(message) and own_name:
        return own_name
    return (
        names.people.get(user)
        or user_name(object_in(message, "user_profile"))
        or own_name
        or names.people.get(bot)
        or user
        or text_in(object_in(message, "icons"), "name")
        or bot
    )


def is_bot(message: Any) -> bool:
    """Whether a program wrote a message."""
    return (
        text_in(message, "subtype") in ("bot_message", "slackbot_response")
        or bool(text_in(message, "bot_id"))
        or text_in(message, "user") == "USLACKBOT"
    )


def _named(things: Iterable[Any], *keys: str) -> dict[str, str]:
    named = {text_in(thing, "id"): text_in(thing, *keys) for thing in things}
    return {key: name for key, name in named.items() if key and name}
