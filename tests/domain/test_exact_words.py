"""The exact words of all that is computed from a review, for reviews made by chance; each once.

`PIRTUI_UPDATE_GOLDEN=1` writes the file anew; then read what changed in it.
"""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from pirtui.domain.action_checks import CheckContext, action_checks
from pirtui.domain.action_set_checks import set_checks
from pirtui.domain.deadlines import deadlines
from pirtui.domain.loose_ends import loose_ends
from pirtui.domain.questions import GapQuestion, gap_questions
from pirtui.domain.readiness import missing
from pirtui.domain.review import Review, Stage
from pirtui.domain.what_helped import what_helped
from pirtui.domain.wording import wording_notes
from tests.domain.chance_reviews import review_by_chance
from tests.domain.making import DAY

_GOLDEN = Path(__file__).parents[1] / "golden" / "exact-words.txt"
_REVIEWS = 90
_NOW = DAY + timedelta(days=3, hours=9)


def _said(review: Review) -> Iterator[str]:
    yield from map(_question, (*gap_questions(review), *what_helped(review)))
    yield from (f"- {stage}: {missing(review, stage)}" for stage in Stage)
    yield from (
        f"~ {end.key} {end.stage} {end.label}: {end.text} ({end.reason})" for end in loose_ends(review)
    )
    yield from (f"w {note.label} {note.field} {note.finding.rule}" for note in wording_notes(review))
    yield from (f"= {line}" for line in set_checks(review))
    yield from (
        f"d {each.name} {each.due} {each.state}: {each.explanation}" for each in deadlines(review, _NOW)
    )
    context = CheckContext(_NOW.date(), review.dates.met, review.people)
    for action in review.actions:
        for check in action_checks(action, context):
            yield f"! {check.name} {check.standing}: {check.text}"


def _question(question: GapQuestion) -> str:
    span = question.span and f"{question.span.start:%H:%M}-{question.span.end:%H:%M}"
    return f"? {question.key} {question.kind} {' '.join(question.evidence)} {span}: {question.text}"


def test_what_is_said_about_a_review_stays_the_same() -> None:
    """Questions, loose ends, checks and deadlines of the same reviews are the same words, in order."""
    said = (line for seed in range(_REVIEWS) for line in _said(review_by_chance(seed)))
    text = "\n".join(dict.fromkeys(said)) + "\n"
    if os.environ.get("PIRTUI_UPDATE_GOLDEN"):
        _GOLDEN.write_text(text, encoding="utf-8", newline="\n")
    assert text == _GOLDEN.read_text(encoding="utf-8")
