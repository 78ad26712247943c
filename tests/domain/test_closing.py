"""A written reason closes a loose end, and taking it away opens it again."""

from datetime import date

import pytest

from pirtui.domain import changes
from pirtui.domain.actions import Action, ActionStatus
from pirtui.domain.closed_ends import ClosedEnd
from pirtui.domain.closing import closed, reopened
from pirtui.domain.factors import Category, Factor, Theme
from pirtui.domain.gaps import Gap, GapKind, Verdict
from pirtui.domain.incident import Incident
from pirtui.domain.learnings import Learning, LearningKind, Parked, ParkedKind
from pirtui.domain.loose_ends import closed_with_a_reason, loose_ends
from pirtui.domain.questions import open_questions
from pirtui.domain.readiness import missing, ready
from pirtui.domain.references import without_loose_references
from pirtui.domain.review import Review, Stage
from pirtui.domain.value import Item
from tests.domain.making import happened, marked, review_of

GAP = Gap(label="G0", kind=GapKind.RESPONSE, text="nobody was paged")
FACTOR = Factor(label="F0", category=Category.TOOLING, text="no dry run")
ACTION = Action(label="A0", text="add one", owner="jane", done_test="seen", evidence=("F1",))
REASON = "outside our control"


def keys(review: Review) -> list[str]:
    """The keys of everything loose."""
    return [end.key for end in loose_ends(review)]


@pytest.mark.parametrize(
    ("item", "key", "field", "is_listed"),
    [
        (GAP, "no-factor:G1", "no_factor_reason", True),
        (FACTOR, "no-action:F1", "no_action_reason", True),
        (Theme(label="T0", name="load"), "no-action:T1", "accepted_because", True),
        (ACTION.changed(status=ActionStatus.NOT_DOING), "reason:A1", "status_reason", False),
        (GAP.changed(verdict=Verdict.OPEN), "verdict:G1", "note", False),
        (Parked(label="K0", kind=ParkedKind.ACTION, text="later"), "parked:K1", "resolution", False),
    ],
)
def test_a_reason_goes_where_the_item_has_a_place_for_it(
    item: Item, key: str, field: str, is_listed: bool
) -> None:
    """No other item is made; what has a place of its own is not listed a second time."""
    review = review_of(item)
    assert keys(review) == [key]
    after = closed(review, key, REASON)
    assert keys(after) == []
    assert getattr(changes.find(after, key.partition(":")[2]), field) == REASON
    assert after.closed_ends == ()
    assert [(end.key, end.reason) for end in closed_with_a_reason(after)] == (
        [(key, REASON)] if is_listed else []
    )


@pytest.mark.parametrize(
    ("item", "key"),
    [
        (happened(0).changed(doubt="next day?"), "doubt:E1"),
        (happened(0).changed(open_question=True), "open-question:E1"),
        (ACTION, "lacks:A1"),
        (Learning(label="L0", kind=LearningKind.QUESTION, text="who?"), "no-owner:L1"),
    ],
)
def test_any_other_end_gets_its_reason_beside_it(item: Item, key: str) -> None:
    """The item stays as it was; opened again, the end is as loose as before."""
    review = review_of(item)
    after = closed(review, key, REASON)
    assert key in keys(review)
    assert key not in keys(after)
    assert [(each.key, each.reason) for each in after.closed_ends] == [(key, REASON)]
    assert [(end.key, end.reason) for end in closed_with_a_reason(after)] == [(key, REASON)]
    assert changes.find(after, key.partition(":")[2]) == changes.find(review, key.partition(":")[2])
    again = reopened(after, key)
    assert keys(again) == keys(review)
    assert again.closed_ends == ()


@pytest.mark.parametrize("item", [GAP, FACTOR, Theme(label="T0", name="load")])
def test_taking_a_reason_out_of_its_field_opens_the_end(item: Item) -> None:
    """As if it had never been given."""
    review = review_of(item)
    (key,) = keys(review)
    again = reopened(closed(review, key, REASON), key)
    assert again == review


def test_a_question_is_closed_as_explained() -> None:
    """With the reason as its note."""
    review = marked(impact_start=0, detected=1, mitigated=5, declared=3, resolved=60)
    question = open_questions(review)[0]
    after = closed(review, f"question:{question.key}", REASON)
    assert open_questions(after) == open_questions(review)[1:]
    (gap,) = after.gaps
    assert (gap.heuristic, gap.verdict, gap.note) == (question.key, Verdict.EXPLAINED, REASON)


def test_the_note_of_a_gap_is_kept() -> None:
    """The reason stands below it."""
    review = review_of(GAP.changed(verdict=Verdict.OPEN, note="seen in the graphs"))
    assert closed(review, "verdict:G1", REASON).gaps[0].note == f"seen in the graphs\n{REASON}"


def test_the_record_may_lack_something_for_a_reason() -> None:
    """Prepare is ready then, and says again what it needs once that is opened."""
    review = changes.updated(review_of(), incident=Incident(title="x", zone="UTC"))
    after = closed(review, "record:severity", "we have no scale")
    assert missing(review, Stage.PREPARE) == "Still to set: severity."
    assert ready(after, Stage.PREPARE)
    assert missing(reopened(after, "record:severity"), Stage.PREPARE) == "Still to set: severity."


def test_the_stages_count_open_ends_only() -> None:
    """A gap, and a theme, that are closed do not keep their stage waiting."""
    review = review_of(GAP, FACTOR.changed(themes=("load",)))
    for stage, key in ((Stage.FACTORS, "no-factor:G1"), (Stage.ACTIONS, "no-action:T1")):
        assert missing(review, stage)
        assert not missing(closed(review, key, REASON), stage)
        noted = changes.add(review, ClosedEnd(label="C0", key=key, reason=REASON))
        assert not missing(noted, stage)


def test_an_end_that_is_tied_is_neither_loose_nor_closed() -> None:
    """Its reason is kept in silence, and counts again when the cause comes back."""
    review = closed(review_of(ACTION), "lacks:A1", REASON)
    whole = changes.put(review, review.actions[0].changed(due=date(2026, 12, 4)))
    assert closed_with_a_reason(whole) == ()
    assert "lacks:A1" not in keys(whole)
    assert [end.key for end in closed_with_a_reason(changes.put(whole, review.actions[0]))] == [
        "lacks:A1"
    ]


def test_what_is_not_loose_cannot_be_closed_or_opened() -> None:
    """Nothing changes."""
    review = review_of(FACTOR)
    assert closed(review, "no-action:F9", REASON) is review
    assert reopened(review, "no-action:F1") is review


def test_with_the_item_its_reason_goes() -> None:
    """A removed item leaves no closed end, nor does one that another process removed meanwhile."""
    review = closed(review_of(happened(0).changed(doubt="next day?")), "doubt:E1", REASON)
    assert changes.remove(review, "E1").closed_ends == ()
    gone = changes.updated(review, events=())
    assert without_loose_references(gone, ("C1",)).closed_ends == ()
    assert without_loose_references(review, ("C1",)) is review


def test_a_reason_on_the_way_closes_the_branch_once() -> None:
    """The factor with the reason is listed, the end of its branch is not."""
    review = review_of(FACTOR, FACTOR.changed(parent="F1"))
    assert keys(review) == ["no-action:F2"]
    reasoned = changes.put(review, review.factors[0].changed(no_action_reason=REASON))
    assert keys(reasoned) == []
    assert [end.label for end in closed_with_a_reason(reasoned)] == ["F1"]


def test_closing_two_ends_of_one_item_is_two_reasons() -> None:
    """Each has its own, and each is opened alone."""
    review = review_of(happened(0).changed(doubt="next day?", open_question=True))
    for key in ("doubt:E1", "open-question:E1"):
        review = closed(review, key, REASON)
    assert [end.key for end in closed_with_a_reason(reopened(review, "doubt:E1"))] == [
        "open-question:E1"
    ]
