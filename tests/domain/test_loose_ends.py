"""What the room can still tie."""

from datetime import date

import pytest

from pirtui.domain import changes
from pirtui.domain.actions import Action, ActionStatus
from pirtui.domain.factors import Category, Factor, Theme
from pirtui.domain.gaps import Gap, GapKind, Verdict
from pirtui.domain.incident import Incident
from pirtui.domain.learnings import Learning, LearningKind, Parked, ParkedKind
from pirtui.domain.loose_ends import loose_ends
from pirtui.domain.questions import answer, gap_questions
from pirtui.domain.review import Review, Stage
from pirtui.domain.value import Item
from tests.domain.making import happened, marked, review_of


def keys(review: Review) -> list[str]:
    """The keys of everything loose."""
    return [end.key for end in loose_ends(review)]


def factor(parent: str | None = None, **fields: object) -> Factor:
    """A factor that is not in a review yet."""
    return Factor(label="F0", category=Category.TOOLING, text="no dry run", parent=parent).changed(
        **fields
    )


def action(*evidence: str, **fields: object) -> Action:
    """A complete action that answers these items."""
    whole = Action(
        label="A0",
        text="add one",
        owner="jane",
        due=date(2024, 4, 1),
        done_test="seen",
        evidence=evidence,
    )
    return whole.changed(**fields)


GAP = Gap(label="G0", kind=GapKind.RESPONSE, text="nobody was paged")


def test_a_tied_review_has_no_loose_end() -> None:
    """Gap, factor, theme and action, each leading to the next."""
    assert keys(review_of(GAP, factor(evidence=("G1",), themes=("load",)), action("F1"))) == []


def test_the_record_needs_title_severity_and_zone() -> None:
    """Without them the report cannot be read."""
    review = changes.updated(review_of(), incident=Incident())
    assert keys(review) == ["record:title", "record:severity", "record:time zone"]
    assert {end.stage for end in loose_ends(review)} == {Stage.PREPARE}


@pytest.mark.parametrize(
    ("item", "key", "stage"),
    [
        (GAP, "no-factor:G1", Stage.FACTORS),
        (factor(), "no-action:F1", Stage.ACTIONS),
        (Theme(label="T0", name="load"), "no-action:T1", Stage.ACTIONS),
        (action("F1", owner=""), "lacks:A1", Stage.ACTIONS),
        (action("F1", due=None), "lacks:A1", Stage.ACTIONS),
        (action("F1", done_test=""), "lacks:A1", Stage.ACTIONS),
        (action(), "lacks:A1", Stage.ACTIONS),
        (action("F1", status=ActionStatus.NOT_DOING), "reason:A1", Stage.ACTIONS),
        (Parked(label="K0", kind=ParkedKind.ACTION, text="later"), "parked:K1", Stage.WRAP_UP),
        (Learning(label="L0", kind=LearningKind.QUESTION, text="who?"), "no-owner:L1", Stage.WRAP_UP),
    ],
)
def test_each_sort_of_loose_end_is_found(item: Item, key: str, stage: Stage) -> None:
    """One item alone in a review is loose in one way, at the stage where it can be tied."""
    found = loose_ends(review_of(item))
    assert [(end.key, end.stage) for end in found] == [(key, stage)]
    assert changes.has(review_of(item), found[0].label)


@pytest.mark.parametrize(
    "item",
    [
        GAP.changed(no_factor_reason="outside our control"),
        GAP.changed(verdict=Verdict.EXPLAINED),
        factor(no_action_reason="being replaced"),
        Theme(label="T0", name="load", accepted_because="it is rare"),
        action("F1", status=ActionStatus.NOT_DOING, status_reason="too costly"),
        Parked(label="K0", kind=ParkedKind.ACTION, text="later", resolution="became A2"),
        Learning(label="L0", kind=LearningKind.WELL, text="the drill paid off"),
    ],
)
def test_a_reason_ties_it(item: Item) -> None:
    """Saying why nothing follows is as good as what follows."""
    assert keys(review_of(item)) == []


def test_an_event_can_be_loose_in_two_ways() -> None:
    """A doubt about its time, and a question that it leaves open."""
    event = happened(0).changed(doubt="Is 00:10 on the next day?", open_question=True)
    ends = [end for end in loose_ends(review_of(event)) if end.stage is Stage.TIMELINE]
    assert [(end.key, end.label) for end in ends] == [("doubt:E1", "E1"), ("open-question:E1", "E1")]
    assert ends[0].text == "Is 00:10 on the next day?"


def test_each_unanswered_question_is_loose() -> None:
    """Answering ties it; as a gap it then needs a factor."""
    review = marked(impact_start=0, detected=1, mitigated=5, declared=3, resolved=60)
    assert keys(review) == ["question:V1"]
    assert loose_ends(review)[0].label == "?V1"
    question = gap_questions(review)[0]
    assert keys(answer(review, question, Verdict.EXPLAINED)) == []
    assert keys(answer(review, question, Verdict.GAP)) == ["no-factor:G1"]


@pytest.mark.parametrize("cited", ["F1", "F2"])
def test_one_action_ties_a_branch(cited: str) -> None:
    """At the root, or at the end of it."""
    assert keys(review_of(factor(), factor("F1"), action(cited))) == []


def test_another_branch_stays_loose() -> None:
    """An action for one explanation does not answer the other."""
    assert keys(review_of(factor(), factor("F1"), factor("F1"), action("F2"))) == ["no-action:F3"]


def test_an_action_for_a_theme_ties_its_factors() -> None:
    """So does accepting the theme with a reason."""
    review = review_of(factor(themes=("load",)), factor(themes=("load",)))
    assert keys(review) == ["no-action:F1", "no-action:F2", "no-action:T1"]
    assert keys(changes.add(review, action("T1"))) == []
    assert keys(changes.put(review, review.themes[0].changed(accepted_because="rare"))) == []


def test_an_action_for_one_factor_answers_the_theme_but_not_the_other_factor() -> None:
    """A theme asks for one action, a branch asks for its own."""
    review = review_of(factor(themes=("load",)), factor(themes=("load",)), action("F1"))
    assert keys(review) == ["no-action:F2"]
