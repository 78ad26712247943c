"""Chats for the tests: our own fixtures as materials, and a short way to read them."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from pirtui.capture.candidates import Assumptions, Candidate, Evidence, UnreadableSource, no_progress
from pirtui.capture.material import Material
from pirtui.capture.sources.source_format import SourceFormat

CHATS = Path(__file__).parents[2] / "fixtures" / "chats"
NOW = datetime(2026, 5, 6, 8, 0, tzinfo=UTC)

ANY_JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def chat(name: str) -> Material:
    """A fixture, a folder with its members or a file."""
    path = CHATS / name
    if path.is_file():
        return Material(name, path.read_bytes())
    files = sorted(each for each in path.rglob("*") if each.is_file())
    inside = {each.relative_to(path).as_posix(): each.read_bytes() for each in files}
    return Material(name, members={key: Material(key, content) for key, content in inside.items()})


def pasted(text: str) -> Material:
    """A text that was pasted."""
    return Material("pasted text", text.encode())


def read(
    form: SourceFormat, material: Material, zone: str = "UTC", on: date | None = None, **more: Any
) -> Evidence:
    """Read a material that the format recognises."""
    assert form.recognises(material)
    return form.read(material, Assumptions(NOW, zone, on, **more), no_progress)


def told(evidence: Evidence) -> list[tuple[str, str, str]]:
    """Who says what and why it is noise, message by message."""
    return [(*_said(each), each.noise) for each in evidence.candidates]


def starts(evidence: Evidence) -> list[str]:
    """When the messages were sent, as their own clocks show it."""
    moments = [each.event.time.start for each in evidence.candidates if each.event]
    return [f"{start:%Y-%m-%d %H:%M:%S}" if start else "" for start in moments]


def questions(evidence: Evidence) -> list[str]:
    """Every question, in the order of the messages."""
    return [question for each in evidence.candidates for question in each.questions]


def raises_only_the_clear_error(form: SourceFormat, material: Material) -> None:
    """Read a material whatever it is; only the one clear error may come of it."""
    form.recognises(material)
    with suppress(UnreadableSource):
        form.read(material, Assumptions(NOW, "Europe/Berlin"), no_progress)


def mutated(value: Any, draw: Callable[[st.SearchStrategy[Any]], Any]) -> Any:
    """The same JSON with a few of its parts replaced by anything at all."""
    if draw(st.integers(0, 11)) == 0:
        return draw(ANY_JSON)
    if isinstance(value, dict):
        return {key: mutated(part, draw) for key, part in value.items()}
    if isinstance(value, list):
        return [mutated(part, draw) for part in value]
    return value


def _said(candidate: Candidate) -> tuple[str, str]:
    assert candidate.event is not None
    return candidate.event.actor, candidate.event.text
