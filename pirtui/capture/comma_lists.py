"""Values between commas; one that holds a comma itself stands in quotes."""

import re

from pirtui.capture.words import quoted, unquoted
from pirtui.domain.visible import visible

_VALUE = re.compile(r'\s*(?:"((?:[^"\\]|\\.)*+)"\s*(?=,|$)|([^,]*))')


def read_list(text: str) -> list[str]:
    """The values between the commas, in order; empty ones too."""
    values: list[str] = []
    position = 0
    while position <= len(text):
        match = _VALUE.match(text, position)
        if match is None:
            break
        values.append(unquoted(match[1]) if match[1] is not None else match[2].strip())
        position = match.end() + 1
    return values


def written_value(value: str) -> str:
    """A value as it stands between commas."""
    clean = visible(value).strip()
    return quoted(clean) if "," in clean or clean.startswith(('"', "-")) else clean


def written_list(values: tuple[str, ...]) -> str:
    """Several values with commas between them; empty ones are left out."""
    return ", ".join(written for value in values if (written := written_value(value)))
