"""Whatever is pasted, imported or typed, nothing raises but the one clear error.

`make fuzz` runs 10,000 cases of each of these; the tests run a few.
"""

import os
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pirtui.capture import evidence
from pirtui.capture.candidates import Assumptions, Evidence, UnreadableSource
from pirtui.capture.events import parse_event, print_event
from pirtui.capture.reading import LineContext
from pirtui.capture.sources.registry import FORMATS
from pirtui.capture.times import read_leading_time
from pirtui.reading_files import material_from_bytes

CASES = int(os.environ.get("PIRTUI_FUZZ", "60"))
NOW = datetime(2024, 6, 1, 9, 0, tzinfo=UTC)
CONTEXT = LineContext("Europe/Berlin", NOW, date(2024, 5, 1))
TESTS = Path(__file__).parent.parent
SEEDS: Sequence[bytes] = [
    path.read_bytes()[:4000]
    for folder in ("fixtures", "golden")
    for path in sorted((TESTS / folder).rglob("*"))
    if path.is_file()
]
PIECES = [
    b"14:32",
    b"2024-05-01",
    b"25:99",
    b"null",
    b"[]",
    b"{}",
    b'"ts": "x"',
    b"1e999",
    b"\x00",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"| a | b |",
    b"```",
    b"\n\n",
    b"PK\x03\x04",
    b"<@U1>",
    b"~c. 9.03 onwards",
    b"-" * 500,
]

often = settings(max_examples=CASES, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A real source with pieces cut out, doubled, or put in."""
    content = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(0, 5))):
        first = draw(st.integers(0, len(content)))
        last = draw(st.integers(first, min(len(content), first + 200)))
        middle = draw(st.sampled_from([b"", content[first:last] * 2, *PIECES]) | st.binary(max_size=12))
        content = content[:first] + middle + content[last:]
    return content


def _read(content: bytes, format_name: str) -> Evidence | str:
    """What is read, or the sentence that says why nothing can be."""
    assumptions = Assumptions(now=NOW, zone="Europe/Berlin")
    try:
        return evidence.read(material_from_bytes("odd.txt", content), assumptions, format=format_name)
    except UnreadableSource as problem:
        return str(problem)


@often
@given(mutated() | st.binary(max_size=300), st.sampled_from(["auto", *(each.name for each in FORMATS)]))
def test_no_source_is_too_odd(content: bytes, format_name: str) -> None:
    """Any bytes, read as any format, give candidates or one sentence that names the source."""
    found = _read(content, format_name)
    if isinstance(found, str):
        assert found.startswith("odd.txt")
        assert "\n" not in found
        return
    for candidate in found.candidates:
        assert candidate.event is not None or candidate.problem
        assert candidate.line >= 1


@often
@given(st.text(max_size=200) | mutated().map(lambda content: content[:200].decode("utf-8", "replace")))
def test_no_line_is_too_odd(line: str) -> None:
    """Any line is read, and what was read prints as a line that reads back the same."""
    read_leading_time(line, CONTEXT)
    event = parse_event(line, CONTEXT).item
    if event is not None:
        again = parse_event(print_event(event, CONTEXT), CONTEXT).item
        assert again is not None
        assert again.changed(doubt=event.doubt) == event
