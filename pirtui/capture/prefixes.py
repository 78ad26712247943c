"""The word and the colon that start a line: `detection:`, `well:`, `off-topic:`."""

import re
from enum import StrEnum
from typing import TypeVar

from pirtui.domain.visible import visible

Kind = TypeVar("Kind", bound=StrEnum)

_PREFIX = re.compile(r"([A-Za-z][A-Za-z-]*):")


def prefixed(line: str, kinds: type[Kind]) -> tuple[Kind | None, str]:
    """The kind that a line starts with, and the rest; `None` and the whole line if it names none."""
    text = visible(line).strip()
    match = _PREFIX.match(text)
    if match is None or match[1].casefold() not in {kind.value for kind in kinds}:
        return None, text
    return kinds(match[1].casefold()), text[match.end() :].strip()
