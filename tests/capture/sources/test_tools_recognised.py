"""The formats of tools: told apart by content, and never anything but the one clear error."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.capture.candidates import ReadingCancelled
from pirtui.capture.material import Material
from pirtui.capture.sources import (
    alertmanager,
    github,
    incident_io,
    journald,
    opsgenie,
    pagerduty,
    statuspage,
)
from pirtui.capture.sources.registry import FORMATS
from pirtui.capture.sources.source_format import SourceFormat
from tests.capture.sources.chat_materials import ANY_JSON, mutated, raises_only_the_clear_error
from tests.capture.sources.reading_sources import FIXTURES, assuming

TOOLS: list[SourceFormat] = [
    each.FORMAT
    for each in (pagerduty, opsgenie, alertmanager, statuspage, incident_io, github, journald)
]
SOURCES = sorted((FIXTURES / "tools").iterdir())
OTHERS = [path for path in sorted(FIXTURES.rglob("*")) if path.is_file() and path.parent.name != "tools"]
ODD = st.one_of(
    st.none(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from(
        [[], {}, [None], {"": {}}, True, "\ud800", 10**400, "1e999999", [[1, 2]], "2026-13-01"]
    ),
)


def material_of(path: Path) -> Material:
    """The material of a fixture."""
    return Material(path.name, path.read_bytes())


def named_in(path: Path) -> str:
    """The format that a fixture's name tells: `incident_io_updates.json` is `incident-io`."""
    return next(each.name for each in TOOLS if path.name.startswith(each.name.replace("-", "_")))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_exactly_one_format_recognises_a_fixture(path: Path) -> None:
    """Whatever its name is."""
    material = Material("export", path.read_bytes())
    assert [each.name for each in TOOLS if each.recognises(material)] == [named_in(path)]


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
def test_no_tool_takes_what_is_another_s(path: Path) -> None:
    """Chats, tables, histories and notes are none of these."""
    assert [each.name for each in TOOLS if each.recognises(material_of(path))] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_other_format_is_asked_first(path: Path) -> None:
    """No strict format of another kind takes what a tool exports."""
    loose = {"notes", "csv", *(each.name for each in TOOLS)}
    others = [each for each in FORMATS if each.name not in loose]
    assert [each.name for each in others if each.recognises(material_of(path))] == []


@pytest.mark.parametrize("form", TOOLS, ids=lambda form: form.name)
@settings(max_examples=30, deadline=None)
@given(ANY_JSON | ODD)
def test_any_json_gives_candidates_or_the_clear_error(form: SourceFormat, value: object) -> None:
    """Whatever its shape is."""
    raises_only_the_clear_error(form, Material("x.json", json.dumps(value).encode()))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
@settings(max_examples=30, deadline=None)
@given(st.data())
def test_a_changed_fixture_gives_candidates_or_the_clear_error(path: Path, data: st.DataObject) -> None:
    """Parts are replaced by anything at all, or the file is cut anywhere."""
    material = material_of(path)
    form = next(each for each in TOOLS if each.name == named_in(path))
    if path.suffix == ".json":
        pages = [json.loads(line) for line in _documents(material.text)]
        changed = "\n".join(json.dumps(_changed(page, data)) for page in pages)
        raises_only_the_clear_error(form, Material("x.json", changed.encode()))
    cut = data.draw(st.integers(0, len(material.content)))
    raises_only_the_clear_error(form, Material("x.json", material.content[:cut]))


def _documents(text: str) -> list[str]:
    try:
        json.loads(text)
    except ValueError:
        return text.splitlines()
    return [text]


def _changed(page: object, data: st.DataObject) -> object:
    return mutated(page, data.draw) if data.draw(st.booleans()) else _with_one_odd(page, data)


def _with_one_odd(value: object, data: st.DataObject) -> object:
    """The same with one value, found by walking down, replaced."""
    if isinstance(value, dict) and value:
        key = data.draw(st.sampled_from(sorted(value)))
        return {**value, key: _with_one_odd(value[key], data)}
    if isinstance(value, list) and value:
        place = data.draw(st.integers(0, len(value) - 1))
        return [*value[:place], _with_one_odd(value[place], data), *value[place + 1 :]]
    return data.draw(ODD)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_reading_can_be_watched_and_ended(path: Path) -> None:
    """It says how far it is, and whoever is told may end it."""

    def end(_done: int, _all: int) -> None:
        raise ReadingCancelled

    form = next(each for each in TOOLS if each.name == named_in(path))
    with pytest.raises(ReadingCancelled):
        form.read(material_of(path), assuming(), end)
