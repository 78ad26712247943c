"""The thread between items, in both directions."""

from hypothesis import given, settings

from pirtui.domain import changes
from pirtui.domain.actions import Action, ActionStatus
from pirtui.domain.factors import Category, Factor, Theme
from pirtui.domain.gaps import Gap, GapKind, Verdict
from pirtui.domain.learnings import Parked, ParkedKind
from pirtui.domain.questions import answer, gap_questions
from pirtui.domain.review import Review, Stage
from pirtui.domain.safeguards import Safeguard, SafeguardState
from pirtui.domain.thread import home_of, in_thread, rests_on, supports, text_of, whole_chain
from tests.domain.making import happened, marked, review_of
from tests.strategies import reviews

Tree = list[tuple[str, int]]


def factor(*evidence: str, parent: str | None = None, themes: tuple[str, ...] = ()) -> Factor:
    """A factor that is not in a review yet."""
    return Factor(
        label="F0",
        category=Category.PROCESS,
        text="no drill",
        evidence=evidence,
        parent=parent,
        themes=themes,
    )


def action(*evidence: str, **fields: object) -> Action:
    """An action that is not in a review yet."""
    return Action(label="A0", text="drill it", evidence=evidence).changed(**fields)


def gap(*evidence: str) -> Gap:
    """A gap that is not in a review yet."""
    return Gap(label="G0", kind=GapKind.RESPONSE, text="nobody was paged", evidence=evidence)


def a_chain() -> Review:
    """Event, gap, factor, its how-come, a theme, and an action at the end."""
    return review_of(
        happened(0),
        gap("E1"),
        factor("G1"),
        factor(parent="F1", themes=("drills",)),
        action("F2"),
        Safeguard(label="S0", state=SafeguardState.ABSENT, text="a limit", evidence=("G1",)),
        Parked(label="K0", kind=ParkedKind.QUESTION, text="who?", origin_label="F1"),
    )


def down(review: Review, label: str) -> Tree:
    """What an item rests on, as labels with their depth."""
    return [(strand.label, strand.depth) for strand in rests_on(review, label)]


def up(review: Review, label: str) -> Tree:
    """What rests on an item."""
    return [(strand.label, strand.depth) for strand in supports(review, label)]


def test_an_action_goes_all_the_way_down_to_the_events() -> None:
    """Over the how-come, the factor and the gap."""
    assert down(a_chain(), "A1") == [("F2", 0), ("F1", 1), ("G1", 2), ("E1", 3)]


def test_an_event_goes_all_the_way_up_to_the_actions() -> None:
    """Over all that cites it, with safeguards and parked remarks beside the chain."""
    tree = up(a_chain(), "E1")
    assert [each for each in tree if each[0][0] not in "SK?"] == [
        ("G1", 0),
        ("F1", 1),
        ("F2", 2),
        ("T1", 3),
        ("A1", 3),
    ]
    assert ("S1", 1) in tree
    assert ("K1", 2) in tree


def test_a_question_rests_on_its_events_until_it_is_answered() -> None:
    """Then its gap stands in its place."""
    review = marked(impact_start=0, detected=1, mitigated=5, declared=3, resolved=60)
    question = next(each for each in gap_questions(review) if each.evidence)
    label = f"?{question.key}"
    assert [name for name, _ in down(review, label)] == list(question.evidence)
    assert (label, 0) in up(review, question.evidence[0])
    assert text_of(review, label) == question.text
    after = answer(review, question, Verdict.GAP)
    assert not in_thread(after, label)
    assert ("G1", 0) in up(after, question.evidence[0])


def test_a_theme_rests_on_its_factors_and_is_answered_by_their_actions() -> None:
    """Also through a factor above or beneath one of its own; an action that cites it comes first."""
    review = review_of(
        factor(), factor(parent="F1", themes=("drills",)), factor(parent="F2"), action("F1")
    )
    review = changes.add(changes.add(review, action("F3")), action("T1"))
    assert down(review, "T1") == [("F2", 0), ("F1", 1)]
    strands = supports(review, "T1")
    assert [(each.label, each.via) for each in strands] == [("A3", "T1"), ("A1", "F1"), ("A2", "F3")]
    assert down(review, "A3")[0] == ("T1", 0)


def test_an_item_that_is_reached_twice_is_followed_once() -> None:
    """The second time it says so, and nothing hangs on it."""
    review = review_of(happened(0), gap("E1"), factor("G1"), factor("G1"), action("F1", "F2"))
    strands = rests_on(review, "A1")
    assert [(each.label, each.again) for each in strands] == [
        ("F1", False),
        ("G1", False),
        ("E1", False),
        ("F2", False),
        ("G1", True),
    ]


def test_a_circle_from_a_foreign_file_ends() -> None:
    """Items that cite each other in a ring are each followed once."""
    review = review_of(gap("F1"), factor("G1"), factor("G1", parent="F1"), action("F2"))
    looped = changes.put(review, review.factors[0].changed(parent="F2"))
    strands = rests_on(looped, "A1")
    assert [each.label for each in strands if not each.again] == ["F2", "G1", "F1"]
    assert [each.label for each in strands if each.again] == ["G1", "F2", "F1"]
    assert "F1" not in [name for name, _ in down(looped, "F1")]


def test_what_is_missing_is_left_out() -> None:
    """A reference of a foreign file that names nothing is no part of the thread."""
    review = review_of(factor("E9", "G7", parent="F8"), action("F1", "T4"))
    assert down(review, "A1") == [("F1", 0)]
    assert down(review, "E9") == []
    assert not in_thread(review, "E9")


def test_the_thread_runs_through_no_people_and_no_takeaways() -> None:
    """Nor through anything that is not there."""
    assert [in_thread(a_chain(), label) for label in ("E1", "P1", "L1", "", "?X", "rules")] == [
        True,
        *(False,) * 5,
    ]


def test_the_figures_tell_which_actions_go_back_to_an_event() -> None:
    """An action that was decided against is not counted."""
    review = changes.add(a_chain(), action())
    review = changes.add(review, action("F1", status=ActionStatus.NOT_DOING))
    chain = whole_chain(review)
    assert (chain.actions, chain.traced) == (("A1", "A2"), ("A1",))
    assert whole_chain(review_of()).actions == ()


def test_every_item_has_its_stage() -> None:
    """The stage in whose list it stands."""
    stages = {
        Stage.TIMELINE: ("E1",),
        Stage.GAPS: ("G1", "?D3"),
        Stage.FACTORS: ("F1", "T1", "S1"),
        Stage.ACTIONS: ("A1",),
        Stage.WRAP_UP: ("K1", "L1"),
        Stage.PREPARE: ("P1", ""),
    }
    for stage, labels in stages.items():
        assert {home_of(label) for label in labels} == {stage}


def test_a_theme_shows_its_name() -> None:
    """With its words, if it has any."""
    review = review_of(Theme(label="T0", name="drills", text="we do none"))
    assert text_of(review, "T1") == "#drills  we do none"


@settings(max_examples=20, deadline=None)
@given(review=reviews())
def test_the_thread_of_any_review_ends_and_names_only_what_is_there(review: Review) -> None:
    """No missing item, none followed twice, depths without a jump; neighbours know each other."""
    labels = [item.label for item in changes.items(review)]
    for label in (*labels, *(f"?{each.key}" for each in gap_questions(review))):
        for tree, back in ((rests_on(review, label), supports), (supports(review, label), rests_on)):
            followed = [each.label for each in tree if not each.again and each.via == label]
            assert len(followed) == len(set(followed))
            assert all(in_thread(review, each.label) for each in tree)
            steps = zip((-1, *(each.depth for each in tree)), tree, strict=False)
            assert all(each.depth <= before + 1 for before, each in steps)
            direct = [each.label for each in tree if each.depth == 0 and each.via == label]
            assert all(
                label in {s.label for s in back(review, each) if s.via == each} for each in direct
            )
