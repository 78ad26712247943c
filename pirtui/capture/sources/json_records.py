"""The records of a JSON file one by one: each with its line, and those before a cut kept."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pirtui.capture.candidates import UnreadableSource
from pirtui.capture.material import Material

_SPACE = re.compile(r"[ \t\n\r]*")
_decode = json.JSONDecoder().raw_decode


@dataclass(frozen=True)
class Record:
    """One value of a list; `line` is where it begins, or its number where records share a line."""

    value: Any
    line: int


@dataclass(frozen=True)
class Document:
    """A list of records, with the other fields of the object that holds it, if one does.

    `cut_at` is the line at which the JSON breaks off, and `None` where it is whole.
    """

    fields: Mapping[str, Any] = field(default_factory=dict)
    records: tuple[Record, ...] = ()
    cut_at: int | None = None


class _Broken(Exception):
    """The text is not JSON from here on."""


def read_document(material: Material, key: str, limit: int | None = None) -> Document:
    """Read a list of records, or the list that an object holds under `key`.

    With a `limit` the reading stops after so many records, which is quick for any size of file.

    Raises:
        UnreadableSource: if it is no text, or not even the beginning of such JSON.
    """
    scan = _Scan(material.text, key, limit)
    cut_at = None
    try:
        scan.run()
    except _Broken:
        cut_at = scan.text.count("\n", 0, scan.position) + 1
    if not scan.begun:
        raise UnreadableSource(material.name, "expected a JSON list or object.", 1)
    return Document(scan.fields, _numbered(scan.records), cut_at)


def whole_document(material: Material, key: str) -> Document:
    """The same for a file that must not be cut.

    Raises:
        UnreadableSource: also where the JSON breaks off, naming the line.
    """
    document = read_document(material, key)
    if document.cut_at is not None:
        expected = (
            f"expected the rest of the JSON, which breaks off after {len(document.records)} records."
        )
        raise UnreadableSource(material.name, expected, document.cut_at)
    return document


def opening(material: Material, key: str, limit: int = 20) -> Document:
    """The first records of a document; empty where there are none. Never raises."""
    try:
        if material.members or not material.looks_like_json:
            return Document()
        return read_document(material, key, limit)
    except UnreadableSource:
        return Document()


def text_in(value: Any, *keys: str) -> str:
    """The first text or number that is not empty under these keys of an object; else empty."""
    for key in keys:
        found = object_in(value).get(key)
        if isinstance(found, str) and found:
            return found
        if isinstance(found, int) and not isinstance(found, bool):
            return _digits(found)
    return ""


def object_in(value: Any, *path: str) -> dict[str, Any]:
    """The object at the end of this path of keys; empty where there is none."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def list_in(value: Any, key: str) -> list[Any]:
    """The list under this key of an object; empty where there is none."""
    found = object_in(value).get(key)
    return found if isinstance(found, list) else []


def _digits(number: int) -> str:
    return str(number) if abs(number) < 10**30 else ""


def _numbered(records: list[Record]) -> tuple[Record, ...]:
    lines = [record.line for record in records]
    if len(set(lines)) == len(lines):
        return tuple(records)
    return tuple(replace(record, line=number) for number, record in enumerate(records, 1))


class _Scan:
    """One walk over the top level of a text of JSON."""

    def __init__(self, text: str, key: str, limit: int | None) -> None:
        self.text = text
        self.position = 0
        self.fields: dict[str, Any] = {}
        self.records: list[Record] = []
        self.begun = False
        self._key = key
        self._limit = limit
        self._line = 1
        self._counted = 0

    def run(self) -> None:
        first = self._next()
        self.begun = first in ("[", "{")
        if first == "[":
            self._read_list()
        elif first == "{":
            self._read_object()
        else:
            return
        if not self._limited and self._next():
            raise _Broken

    @property
    def _limited(self) -> bool:
        return self._limit is not None and len(self.records) >= self._limit

    def _read_object(self) -> None:
        for _ in self._parts("}"):
            name = self._value()
            self._expect(":")
            if not isinstance(name, str):
                raise _Broken
            if name == self._key and self._next() == "[":
                self._read_list()
            else:
                self.fields[name] = self._value()

    def _read_list(self) -> None:
        for _ in self._parts("]"):
            self._next()
            self._line += self.text.count("\n", self._counted, self.position)
            self._counted = self.position
            self.records.append(Record(self._value(), self._line))

    def _parts(self, end: str) -> Iterator[None]:
        """Stop before each part between an opening bracket and its end."""
        self.position += 1
        if self._next() == end:
            self.position += 1
            return
        while True:
            yield
            if self._limited:
                return
            if self._next() == end:
                self.position += 1
                return
            self._expect(",")

    def _next(self) -> str:
        space = _SPACE.match(self.text, self.position)
        self.position = space.end() if space else self.position
        return self.text[self.position : self.position + 1]

    def _expect(self, mark: str) -> None:
        if self._next() != mark:
            raise _Broken
        self.position += 1

    def _value(self) -> Any:
        self._next()
        try:
            value, self.position = _decode(self.text, self.position)
        except json.JSONDecodeError as problem:
            self.position = max(self.position, min(problem.pos, len(self.text)))
            raise _Broken from None
        except (RecursionError, ValueError):
            raise _Broken from None
        return value
