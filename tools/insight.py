"""Print every question that the timelines of real incidents raise, and why it is right to ask it.

The incidents are typed in as lines of pirtui's own grammar; what was thought of each question stands in
`readings.toml` beside them. A question without a reading, or a reading without its question, is named.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pirtui.capture.lines import accept_line
from pirtui.domain.durations import duration_text
from pirtui.domain.question_facts import GapQuestion
from pirtui.domain.questions import gap_questions
from pirtui.domain.review import Review, ReviewDates

INCIDENTS = Path(__file__).parent.parent / "tests" / "fixtures" / "incidents"
READINGS = INCIDENTS / "readings.toml"
_NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


class Refused(Exception):
    """A line of an incident was not understood; the message names it."""


@dataclass(frozen=True)
class Flag:
    """A question that an incident's timeline raises, with the reading of it; empty if there is none."""

    question: GapQuestion
    reading: str


@dataclass(frozen=True)
class Insight:
    """What one incident's timeline raises, and the keys that were read but are not raised."""

    name: str
    review: Review
    flags: tuple[Flag, ...]
    stale: tuple[str, ...]

    @property
    def unread(self) -> tuple[str, ...]:
        """The keys of the questions that nobody has read yet."""
        return tuple(flag.question.key for flag in self.flags if not flag.reading)


def insights() -> tuple[Insight, ...]:
    """Every incident, in the order of its name.

    Raises:
        Refused: if a line cannot be understood.
    """
    readings = tomllib.loads(READINGS.read_text(encoding="utf-8"))
    return tuple(
        _insight(path.stem, typed_in(path), readings.get(path.stem, {}))
        for path in sorted(INCIDENTS.glob("*.txt"))
    )


def typed_in(path: Path) -> Review:
    """The review that comes of typing a file's lines, stage by stage.

    Raises:
        Refused: if a line cannot be understood.
    """
    review = Review(id=path.stem, ref=path.stem, dates=ReviewDates(created=_NOW))
    stage = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("[") and line.endswith("]"):
            stage = line[1:-1]
        elif line.strip() and not line.startswith("#"):
            review = _accepted(review, stage, line, f"{path.name}:{number}")
    return review


def _accepted(review: Review, stage: str, line: str, where: str) -> Review:
    read = accept_line(stage, line, review, _NOW)
    if read.change is None or read.doubts:
        raise Refused(f"{where}: {read.problem or '  '.join(read.doubts)}")
    return read.change(review)


def _insight(name: str, review: Review, readings: dict[str, str]) -> Insight:
    questions = gap_questions(review)
    raised = {question.key for question in questions}
    flags = tuple(Flag(question, readings.get(question.key, "")) for question in questions)
    return Insight(name, review, flags, tuple(key for key in readings if key not in raised))


def _told(flag: Flag) -> str:
    question = flag.question
    minutes = f", {duration_text(question.span.minutes)}" if question.span else ""
    evidence = f" [{', '.join(question.evidence)}]" if question.evidence else ""
    return (
        f"  {question.heuristic} {question.kind.value}{minutes}{evidence}\n"
        f"     {question.text}\n     Why: {flag.reading or 'NOBODY HAS READ THIS YET'}"
    )


def _lines() -> Iterator[str]:
    for insight in insights():
        yield f"{insight.name}: {insight.review.incident.title}"
        yield from (_told(flag) for flag in insight.flags)
        yield from (f"  {key}: read once, raised no longer" for key in insight.stale)
        yield ""


def main() -> int:
    """Print all of it; 1 if a question is unread or a reading is stale."""
    found = insights()
    loose = sum(len(insight.unread) + len(insight.stale) for insight in found)
    raised = sum(len(insight.flags) for insight in found)
    summary = f"{len(found)} incidents, {raised} questions, {loose} unread or stale"
    sys.stdout.write("".join(f"{line}\n" for line in (*_lines(), summary)))
    return 1 if loose else 0


if __name__ == "__main__":
    sys.exit(main())
