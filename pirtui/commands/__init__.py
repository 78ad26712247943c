"""The commands of pirtui: what they are, all of them in one list, and how to find one."""

from pirtui.commands.command import Command, Place
from pirtui.commands.keys import KEY_NAMES, LIST_KEYS, key_name
from pirtui.commands.lookup import (
    available,
    empty_keys_in,
    for_key,
    in_footer,
    keys_in,
    matching,
    named,
)
from pirtui.commands.registry import COMMANDS

__all__ = [
    "COMMANDS",
    "KEY_NAMES",
    "LIST_KEYS",
    "Command",
    "Place",
    "available",
    "empty_keys_in",
    "for_key",
    "in_footer",
    "key_name",
    "keys_in",
    "matching",
    "named",
]
