"""An answer of the room stays, whatever happens to the timeline afterwards."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.domain import changes
from pirtui.domain.differences import difference, patched
from pirtui.domain.events import Event, Milestone
from pirtui.domain.gaps import Verdict
from pirtui.domain.questions import answer, answered, gap_questions, settled
from pirtui.domain.review import Review
from tests.domain.making import happened, marked

ASKING = marked(impact_start=0, detected=58, acknowledged=90, mitigated=95, resolved=99)
VERDICTS = (Verdict.GAP, Verdict.EXPLAINED, Verdict.NOT_A_GAP)


def edits() -> st.SearchStrategy[tuple[str, int, int]]:
    """What is done, to which event, and a number for it."""
    kinds = st.sampled_from(("add", "remove", "move", "milestone", "undo"))
    return st.tuples(kinds, st.integers(0, 9), st.integers(0, 200))


def edited(review: Review, edit: tuple[str, int, int], before: Review) -> Review:
    """The review after one edit of its timeline; `undo` takes the one before it back."""
    kind, place, number = edit
    if kind == "undo":
        return patched(review, difference(before, review).reverse)
    if kind == "add" or not review.events:
        return changes.add(review, happened(number, "something else"))
    event = review.events[place % len(review.events)]
    if kind == "remove":
        return changes.remove(review, event.label)
    return changes.put(review, _changed(event, kind, number))


def _changed(event: Event, kind: str, number: int) -> Event:
    if kind == "milestone":
        return event.changed(milestones=(list(Milestone)[number % len(Milestone)],))
    if event.time.start is None:
        return event
    return event.changed(
        time=event.time.changed(start=event.time.start + timedelta(minutes=number - 90))
    )


@settings(deadline=None, max_examples=60)
@given(st.lists(edits(), max_size=12), st.lists(st.sampled_from(VERDICTS), min_size=8, max_size=8))
def test_verdict_and_note_survive_any_edit(
    done: list[tuple[str, int, int]], verdicts: list[Verdict]
) -> None:
    """Each stays with its words; one whose cause has gone is among the settled, never deleted."""
    review = ASKING
    said = {}
    for question, verdict in zip(gap_questions(review), verdicts, strict=False):
        review = answer(review, question, verdict, f"because of {question.key}")
        said[question.key] = (verdict, f"because of {question.key}")
    before = review
    for edit in done:
        review, before = edited(review, edit, before), review
        held = {key: (gap.verdict, gap.note) for key, gap in answered(review).items()}
        assert held == said
        raised = {question.key for question in gap_questions(review)}
        assert {gap.heuristic for gap in settled(review)} == said.keys() - raised
