"""A review with every line of a real incident in it, read just as the screen reads them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache

from pirtui.capture.lines import accept_line
from pirtui.domain import changes
from pirtui.domain.gaps import Verdict
from pirtui.domain.learnings import Parked, ParkedKind
from pirtui.domain.questions import answer, open_questions
from pirtui.domain.review import Review, ReviewDates, Stage, Status
from tests.e2e import node_disk

NOW = datetime(2023, 9, 22, 13, 0, tzinfo=UTC)
"""Friday, two days after the incident was over."""

LINES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("prepare", node_disk.PREPARE),
    ("timeline", node_disk.TIMELINE),
    ("gaps", node_disk.GAPS),
    ("factors", node_disk.FACTORS),
    ("actions", node_disk.ACTIONS),
    ("wrap-up", node_disk.WRAP_UP),
)


@cache
def played(until: Stage = Stage.WRAP_UP, now: datetime = NOW) -> Review:
    """The review after its lines up to and with this stage were entered."""
    review = titled("node-disk", node_disk.TITLE, now)
    for name, lines in LINES:
        review = entered(review, name, lines, now)
        if name == until.value:
            return changes.updated(review, stage=until)
    return review


@cache
def finished(now: datetime = NOW) -> Review:
    """The whole review with its questions answered, and a remark that is still parked."""
    review = played(now=now)
    for question in open_questions(review)[:2]:
        review = answer(review, question, Verdict.EXPLAINED, "said in the room")
    parked = Parked(label="K0", kind=ParkedKind.QUESTION, text="who owns the runbook?", origin="gaps")
    review = changes.add(review, parked)
    dates = review.dates.changed(met=now.date())
    return changes.updated(review, status=Status.IN_REVIEW, dates=dates)


def titled(ref: str, title: str, now: datetime = NOW, number: int = 1) -> Review:
    """A new review that has only its title."""
    blank = Review(id=f"00000000-0000-7000-8000-{number:012}", ref=ref, dates=ReviewDates(created=now))
    return blank.changed(incident=blank.incident.changed(title=title))


def entered(review: Review, kind: str, lines: Iterable[str], now: datetime = NOW) -> Review:
    """The review after these lines; a line that begins with `>` goes under the factor before it."""
    for line in lines:
        parent = review.factors[-1].label if line.startswith(">") and review.factors else None
        accepted = accept_line(kind, line, review, now, parent=parent)
        assert accepted.change is not None, f"{line}: {accepted.problem}"
        review = accepted.change(review)
    return review
