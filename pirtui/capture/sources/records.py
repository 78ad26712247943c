"""What tools export as JSON, opened: values one after another, lists with the lines of their records."""

import json
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from pirtui.capture.candidates import UnreadableSource
from pirtui.capture.material import Material
from pirtui.capture.sources import stamps
from pirtui.capture.sources.json_records import Record, list_in, object_in, read_document, text_in

_GAP = re.compile(r"[\s\x1e]*")
_CAPITAL_AFTER = re.compile(r"_([a-z])")
_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*", re.I)
_decode = json.JSONDecoder(parse_constant=lambda _constant: None).raw_decode


def documents(material: Material) -> tuple[Record, ...]:
    """Every JSON value of a material: mostly one, several where pages were written one after another.

    Raises:
        UnreadableSource: if it is no JSON, naming the line and what was expected there.
    """
    try:
        return (Record(material.json, 1),)
    except UnreadableSource as refusal:
        several = _several(material)
        if len(several) < 2:
            raise refusal.with_traceback(None) from None
        return several


def documents_or_none(material: Material, *marks: str) -> tuple[Record, ...]:
    """The same for those who only look what it is; empty unless one of these marks is in the text.

    The marks spare the parsing of what cannot be of the format. Never raises.
    """
    if material.members or not material.looks_like_json:
        return ()
    text = material.text_or_nothing
    if not any(mark in text for mark in marks):
        return ()
    try:
        return documents(material)
    except UnreadableSource:
        return ()


def opened(pages: Sequence[Record], *keys: str) -> list[Record]:
    """The records of all pages as `listed` gives them, each with no better line than its page's."""
    return _opened(pages, keys, ())


def listed(material: Material, pages: Sequence[Record], *keys: str) -> list[Record]:
    """The records of all pages: items of a list, or of the list under one of the keys; else the page.

    An object under a key counts as a list of one, and a list of pages is opened, too. Each record has
    the line where it begins, or that of its page, or its number where all stand in one line.
    """
    if len(pages) != 1:
        return _opened(pages, keys, ())
    key = _key_of(pages[0].value, keys)
    return _opened(pages, keys, _lines(material, key, len(_items(pages[0].value, key))))


def stated(value: Any, *names: str) -> str:
    """The first text or number under these names, spelled `created_at` or `createdAt`."""
    return text_in(value, *_spellings(names))


def stated_time(value: Any, *names: str) -> tuple[datetime | None, str]:
    """The first time under these names, and its own spelling; `None` and the spelling if it is none."""
    raw = ""
    for name in _spellings(names):
        found = object_in(value).get(name)
        at = stamps.stated(found)
        spelling = str(found) if isinstance(found, float) else text_in(value, name)
        if at is not None:
            return at, spelling
        raw = raw or spelling
    return None, raw


def stated_object(value: Any, name: str) -> dict[str, Any]:
    """The object under this name in either spelling; empty where there is none."""
    return next((found for key in _spellings((name,)) if (found := object_in(value, key))), {})


def stated_list(value: Any, name: str) -> list[Any]:
    """The list under this name in either spelling; empty where there is none."""
    return next((found for key in _spellings((name,)) if (found := list_in(value, key))), [])


def web_address(*texts: str) -> str:
    """The first of these that is a web address which works from elsewhere, else empty.

    A host without a dot, such as the name of a container, means something on one machine only.
    """
    return next((text.strip() for text in texts if _is_public(text.strip())), "")


def _is_public(text: str) -> bool:
    if not _ADDRESS.fullmatch(text):
        return False
    try:
        host = urlsplit(text).hostname or ""
    except ValueError:
        return False
    return "." in host.strip(".") or ":" in host


def _spellings(names: Sequence[str]) -> list[str]:
    return [each for name in names for each in dict.fromkeys((name, _camel(name)))]


def _camel(name: str) -> str:
    return _CAPITAL_AFTER.sub(lambda match: match[1].upper(), name)


def _key_of(value: Any, keys: Sequence[str]) -> str:
    """The key under which a page holds its records; empty for a record, which has an id or a type."""
    fields = object_in(value)
    if "id" in fields or "type" in fields:
        return ""
    return next((key for key in keys if isinstance(fields.get(key), dict | list)), "")


def _opened(pages: Sequence[Record], keys: Sequence[str], lines: Sequence[int]) -> list[Record]:
    found: list[Record] = []
    for page in pages:
        for number, value in enumerate(_items(page.value, _key_of(page.value, keys))):
            line = lines[number] if lines else page.line
            found += [Record(inner, line) for inner in _items(value, _key_of(value, keys))]
    return found


def _items(value: Any, key: str) -> list[Any]:
    inner = value[key] if key else value
    return inner if isinstance(inner, list) else [inner]


def _lines(material: Material, key: str, count: int) -> tuple[int, ...]:
    """The lines of the records of a single page; empty where they cannot be told."""
    try:
        document = read_document(material, key)
    except UnreadableSource:
        return ()
    lines = tuple(record.line for record in document.records)
    return lines if len(lines) == count else ()


def _several(material: Material) -> tuple[Record, ...]:
    """JSON values one after another; empty where something else stands between them."""
    text, found, line, counted = material.text, list[Record](), 1, 0
    position = _after_gap(text, 0)
    while position < len(text):
        line, counted = line + text.count("\n", counted, position), position
        try:
            value, position = _decode(text, position)
        except (RecursionError, ValueError):
            return _refused(material, found, line)
        found.append(Record(value, line))
        position = _after_gap(text, position)
    return tuple(found)


def _refused(material: Material, found: Sequence[Record], line: int) -> tuple[Record, ...]:
    if len(found) > 1:
        expected = f"expected the next JSON value; the {len(found)} before it are whole."
        raise UnreadableSource(material.name, expected, line)
    return ()


def _after_gap(text: str, position: int) -> int:
    gap = _GAP.match(text, position)
    return gap.end() if gap else position
