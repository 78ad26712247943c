"""How a review changes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.domain import changes
from pirtui.domain.actions import Action
from pirtui.domain.factors import Category, Factor, Theme
from pirtui.domain.gaps import Gap, GapKind
from pirtui.domain.review import Review
from pirtui.domain.value import Item
from tests.domain.making import happened, review_of

EVENTS, GAPS, FACTORS = ("E1", "E2", "E3"), ("G1", "G2"), ("F1", "F2", "F3", "F4")


@st.composite
def linked_reviews(draw: st.DrawFn) -> Review:
    """Reviews whose items refer to one another."""
    labels = st.lists(st.sampled_from(EVENTS + GAPS + FACTORS), max_size=3, unique=True).map(tuple)
    items: list[Item] = [happened(number) for number in range(3)]
    items += [Gap(label="G0", kind=GapKind.RESPONSE, text="x", evidence=draw(labels)) for _ in GAPS]
    for number in range(len(FACTORS)):
        above = st.sampled_from(FACTORS[:number]) if number else st.none()
        items.append(
            Factor(
                label="F0",
                category=Category.PROCESS,
                text="x",
                evidence=draw(labels),
                parent=draw(st.one_of(st.none(), above)),
                themes=draw(st.lists(st.sampled_from(("load", "trust")), max_size=2).map(tuple)),
            )
        )
    items.append(Action(label="A0", text="x", evidence=draw(labels)))
    return review_of(*items)


def referred(review: Review) -> set[str]:
    """Every label that something in the review refers to, themes by their name."""
    citing: tuple[Gap | Factor | Action, ...] = (*review.gaps, *review.factors, *review.actions)
    labels = {label for item in citing for label in item.evidence}
    labels |= {factor.parent for factor in review.factors if factor.parent}
    return labels | {name for factor in review.factors for name in factor.themes}


@given(linked_reviews(), st.data())
def test_removing_leaves_no_dangling_reference(review: Review, data: st.DataObject) -> None:
    """Whatever is removed, in whatever order, everything that is referred to is there."""
    for _ in range(4):
        label = data.draw(st.sampled_from([item.label for item in changes.items(review)]))
        review = changes.remove(review, label)
        held = {item.label for item in changes.items(review)} | {theme.name for theme in review.themes}
        assert label not in held
        assert referred(review) <= held


@given(linked_reviews())
def test_a_label_is_never_used_again(review: Review) -> None:
    """A removed item keeps its label to itself."""
    removed = changes.remove(review, "E3")
    assert changes.add(removed, happened(9)).events[-1].label == "E4"


def test_factors_follow_a_theme_to_its_new_name() -> None:
    """Renaming a theme keeps its factors."""
    review = review_of(Factor(label="F0", category=Category.HUMAN, text="x", themes=("load", "trust")))
    renamed = changes.put(review, Theme(label="T1", name="overload"))
    assert renamed.factors[0].themes == ("overload", "trust")
    assert [theme.name for theme in renamed.themes] == ["overload", "trust"]


@pytest.mark.parametrize("label", ["E9", "Z1", ""])
def test_an_unknown_label_is_told(label: str) -> None:
    """Nothing is removed by mistake."""
    with pytest.raises(changes.UnknownLabel):
        changes.remove(review_of(happened(1)), label)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.none() | st.integers(0, 500), max_size=12), st.integers(0, 12))
def test_adding_events_at_once_is_adding_them_one_by_one(minutes: list[int | None], held: int) -> None:
    """Labels and order are the same, with and without times, also behind events already there."""
    events = [happened(each, f"{number}") for number, each in enumerate(minutes)]
    review = review_of(*events[:held])
    one_by_one = review
    for event in events[held:]:
        one_by_one = changes.add(one_by_one, event)
    assert changes.add_events(review, events[held:]) == one_by_one
