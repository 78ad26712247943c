"""What was pasted or read from a file, before anybody knows its format."""

import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from pirtui.capture.candidates import UnreadableSource
from pirtui.capture.decoding import Decoded, decoded

Read = TypeVar("Read")

PASTED = "pasted text"
"""The name of a material that is no file."""

_JSON_BEGINS = re.compile(r"\s*[{\[]")
_DEEPEST = 100
_TOO_DEEP = f"expected JSON of at most {_DEEPEST} levels, but this is nested deeper."
_LONGEST_NUMBER = 40
_EXPECTED = {
    "Expecting value": "a value",
    "Expecting property name enclosed in double quotes": "a name in double quotes",
    "Expecting ':' delimiter": "a colon",
    "Expecting ',' delimiter": "a comma or a closing bracket",
    "Unterminated string starting at": "a closing quotation mark",
    "Extra data": "nothing more",
    "Invalid control character at": "no control character inside a text",
    "Illegal trailing comma before end of object": "a name in double quotes",
    "Illegal trailing comma before end of array": "a value",
}
_CUT_OFF = ("Unterminated string starting at", "Invalid \\uXXXX escape")


@dataclass(frozen=True)
class Material:
    """The bytes of a source under the name that messages use.

    A folder or an archive has `members`, by their paths inside it with forward slashes, and no content.
    """

    name: str
    content: bytes = b""
    members: Mapping[str, "Material"] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The content as text, with line feeds for line ends and without a byte order mark.

        Raises:
            UnreadableSource: if it is no text.
        """
        return _unless_refused(self._decoded).text

    @property
    def text_or_nothing(self) -> str:
        """The content as text, and empty where it is none: for those who only look what it is."""
        return "" if isinstance(self._decoded, UnreadableSource) else self._decoded.text

    @property
    def decoding_notices(self) -> tuple[str, ...]:
        """Sentences about what had to be guessed to read the content as text; empty for clean UTF-8."""
        return () if isinstance(self._decoded, UnreadableSource) else self._decoded.notices

    @cached_property
    def json(self) -> Any:
        """The content as JSON.

        Numbers that no clock or counter shows are given as text, and `NaN` and infinity as `None`.

        Raises:
            UnreadableSource: if it is none, naming the line and what was expected there.
        """
        return _unless_refused(self._parsed).value

    @property
    def looks_like_json(self) -> bool:
        """Whether the text begins as JSON does; false for what is no text."""
        return _JSON_BEGINS.match(self.text_or_nothing) is not None

    @cached_property
    def _decoded(self) -> Decoded | UnreadableSource:
        try:
            return decoded(self.name, self.content)
        except UnreadableSource as refusal:
            return refusal

    @cached_property
    def _parsed(self) -> "_Parsed | UnreadableSource":
        try:
            return _Parsed(_parse(self.name, self.text))
        except UnreadableSource as refusal:
            return refusal


@dataclass(frozen=True)
class _Parsed:
    value: Any


def _unless_refused(read: Read | UnreadableSource) -> Read:
    if isinstance(read, UnreadableSource):
        raise read.with_traceback(None)
    return read


def _parse(name: str, text: str) -> Any:
    try:
        value = json.loads(
            text, parse_int=_whole_number, parse_float=_fraction, parse_constant=lambda _constant: None
        )
    except json.JSONDecodeError as problem:
        raise _refusal(name, text, problem) from None
    except RecursionError:
        raise UnreadableSource(name, _TOO_DEEP) from None
    _refuse_depth(name, value)
    return value


def _refusal(name: str, text: str, problem: json.JSONDecodeError) -> UnreadableSource:
    if not text.strip():
        return UnreadableSource(name, "expected JSON, but this is empty.")
    expected = _EXPECTED.get(problem.msg, "valid JSON")
    if problem.msg in _CUT_OFF or not text[problem.pos :].strip():
        line = text.rstrip().count("\n") + 1
        return UnreadableSource(name, f"the JSON is cut off here; expected {expected}.", line)
    return UnreadableSource(name, f"expected JSON, and here {expected}.", problem.lineno)


def _refuse_depth(name: str, value: Any) -> None:
    """Raise where values are nested too deep for those who walk through them."""
    level = _inner([value])
    for _depth in range(_DEEPEST):
        children = (item.values() if isinstance(item, dict) else item for item in level)
        level = [child for each in children for child in _inner(each)]
        if not level:
            return
    raise UnreadableSource(name, _TOO_DEEP)


def _inner(values: Iterable[Any]) -> list[Any]:
    return [value for value in values if isinstance(value, (dict, list))]


def _whole_number(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits


def _fraction(digits: str) -> float | str:
    value = float(digits)
    return value if math.isfinite(value) else digits
