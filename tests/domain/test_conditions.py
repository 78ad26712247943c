"""Human factors and the conditions that shaped them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.domain.conditions import without_condition
from pirtui.domain.factors import Category, Factor
from pirtui.domain.loose_ends import loose_ends
from tests.domain.making import review_of


def factor(
    number: int, category: Category, parent: int | None = None, evidence: tuple[str, ...] = ()
) -> Factor:
    """A factor with this number, beneath another one."""
    above = None if parent is None else f"F{parent}"
    return Factor(label=f"F{number}", category=category, text="x", parent=above, evidence=evidence)


def untied(*factors: Factor) -> list[str]:
    """The labels of the human factors without a condition."""
    return [each.label for each in without_condition(factors)]


def test_a_human_factor_alone_is_incomplete() -> None:
    """Neither itself, nor another human factor, nor an event is a condition."""
    assert untied(factor(1, Category.HUMAN, evidence=("E1",))) == ["F1"]
    assert untied(factor(1, Category.HUMAN), factor(2, Category.HUMAN, 1)) == ["F1", "F2"]


def test_a_parent_evidence_or_anything_beneath_ties_it() -> None:
    """A factor of another category does, however deep it lies."""
    technical = factor(3, Category.TECHNICAL)
    assert untied(technical, factor(4, Category.HUMAN, 3)) == []
    assert untied(technical, factor(4, Category.HUMAN, evidence=("F3",))) == []
    deep = (factor(1, Category.HUMAN), factor(2, Category.HUMAN, 1), factor(3, Category.PROCESS, 2))
    assert untied(*deep) == []
    beside = (factor(1, Category.TOOLING), factor(2, Category.HUMAN, 1), factor(3, Category.HUMAN, 2))
    assert untied(*beside) == ["F3"]


def test_only_human_factors_need_a_condition() -> None:
    """A system may be faulty by itself."""
    assert untied(factor(1, Category.TECHNICAL), factor(2, Category.PROCESS)) == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(Category), st.none() | st.integers(1, 8)), min_size=1, max_size=8)
)
def test_circles_end_and_a_tied_factor_stays_tied_with_more(
    made: list[tuple[Category, int | None]],
) -> None:
    """Whatever the parents, a further condition beneath every factor leaves nothing untied."""
    factors = [factor(number, *each) for number, each in enumerate(made, start=1)]
    before = untied(*factors)
    more = [factor(100 + each.number, Category.TOOLING, each.number) for each in factors]
    assert set(before) <= {each.label for each in factors if each.category is Category.HUMAN}
    assert untied(*factors, *more) == []


def test_what_a_factor_lacks_is_a_loose_end() -> None:
    """A missing condition and missing evidence can be found from anywhere."""
    tired = Factor(label="F0", category=Category.HUMAN, text="third night", evidence_needed="the rota")
    found = {end.key: end.text for end in loose_ends(review_of(tired))}
    assert found["condition:F1"] == "No condition of the work is tied to it yet: third night"
    assert found["needs:F1"] == "It still needs evidence: the rota"
