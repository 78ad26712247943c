"""Real incidents as files of lines, each played through the same grammar as a typed line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.resources import files

from pirtui.capture.lines import KINDS, PREPARE, accept_line
from pirtui.domain import changes
from pirtui.domain.gaps import Verdict
from pirtui.domain.questions import answer, gap_questions
from pirtui.domain.review import Review, ReviewDates, Stage, Status

CRATES_IO = "crates-io"
"""The incident of the demo: crates.io, July 2023."""

CRATES_IO_REF = "2023-07-20-crates-io-downloads"
"""The name under which the demo's review is kept."""

MEETING = datetime(2023, 7, 21, 14, 0, tzinfo=UTC)
"""When the demo's room meets: the afternoon of the day after the incident."""

_ANSWERS = "answers"
_THEMES = "themes"


class SampleProblem(Exception):
    """A line of a sample cannot be taken; the message says which and why."""


@dataclass(frozen=True)
class SampleLine:
    """A line of a sample, the section in which it stands, and its number in the file."""

    section: str
    number: int
    text: str


def crates_io(ident: str) -> Review:
    """The demo's review, half done: complete up to the gaps, begun after them.

    `ident` is the UUIDv7 that the review gets.
    """
    review = Review(id=ident, ref=CRATES_IO_REF, dates=ReviewDates(created=MEETING))
    half_done = played(review, sample_lines(CRATES_IO), MEETING)
    return changes.updated(
        half_done,
        status=Status.IN_REVIEW,
        stage=Stage.ACTIONS,
        ground_rules_read=True,
        dates=ReviewDates(created=MEETING, met=date(2023, 7, 21)),
    )


def sample_lines(name: str) -> tuple[SampleLine, ...]:
    """The lines of a sample in the package, section by section."""
    text = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return tuple(_lines(text))


def played(review: Review, lines: tuple[SampleLine, ...], now: datetime) -> Review:
    """The review after all these lines.

    Raises:
        SampleProblem: if a line cannot be taken.
    """
    for line in lines:
        review = _taken(review, line, now)
    return review


def _lines(text: str) -> Iterator[SampleLine]:
    section = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("== "):
            section = line.removeprefix("== ").strip()
        elif section and line.strip():
            yield SampleLine(section, number, line)


def _taken(review: Review, line: SampleLine, now: datetime) -> Review:
    return _READERS.get(line.section, _item)(review, line, now)


def _item(review: Review, line: SampleLine, now: datetime) -> Review:
    if line.section not in KINDS:
        raise SampleProblem(f"Line {line.number}: there is no section {line.section}.")
    newest = review.factors[-1].label if review.factors else None
    return _accepted(review, line, now, line.section, parent=newest)


def _answer(review: Review, line: SampleLine, _now: datetime) -> Review:
    rule, verdict, note = line.text.split(maxsplit=2)
    question = next((asked for asked in gap_questions(review) if asked.heuristic == rule), None)
    if question is None:
        raise SampleProblem(f"Line {line.number}: the timeline does not ask {rule}.")
    return answer(review, question, Verdict(verdict), note)


def _theme(review: Review, line: SampleLine, now: datetime) -> Review:
    name = line.text.split(maxsplit=1)[0].removeprefix("#")
    label = next((theme.label for theme in review.themes if theme.name == name), None)
    return _accepted(review, line, now, PREPARE, label=label)


def _accepted(
    review: Review,
    line: SampleLine,
    now: datetime,
    kind: str,
    *,
    parent: str | None = None,
    label: str | None = None,
) -> Review:
    accepted = accept_line(kind, line.text, review, now, parent=parent, label=label)
    problem = accepted.problem or " ".join(accepted.doubts)
    if accepted.change is None or problem:
        raise SampleProblem(f"Line {line.number}: {problem}")
    return accepted.change(review)


_READERS: dict[str, Callable[[Review, SampleLine, datetime], Review]] = {
    _ANSWERS: _answer,
    _THEMES: _theme,
}
