"""Factors as a tree of "how come?"."""

from hypothesis import given
from hypothesis import strategies as st

from pirtui.domain.factor_tree import branch_above, in_tree_order, theme_members, would_cycle
from pirtui.domain.factors import Category, Factor, Theme
from tests.domain.making import review_of


def factor(number: int, parent: int | None = None, category: Category = Category.PROCESS) -> Factor:
    """A factor with this number, beneath another one."""
    above = None if parent is None else f"F{parent}"
    return Factor(label=f"F{number}", category=category, text="x", parent=above)


def outline(*factors: Factor) -> list[tuple[str, int]]:
    """The labels in tree order, with their depth."""
    return [(each.label, depth) for each, depth in in_tree_order(factors)]


def test_roots_stand_by_category_and_children_beneath() -> None:
    """Technical first; within a category the order of entry."""
    assert outline(
        factor(1), factor(2, category=Category.TECHNICAL), factor(3, 1), factor(4, 2), factor(5, 3)
    ) == [("F2", 0), ("F4", 1), ("F1", 0), ("F3", 1), ("F5", 2)]


def test_a_lost_parent_makes_a_root() -> None:
    """Nothing disappears because its parent did."""
    assert outline(factor(2, 1)) == [("F2", 0)]


@given(st.lists(st.one_of(st.none(), st.integers(1, 8)), max_size=8))
def test_every_factor_stands_once_whatever_the_parents(parents: list[int | None]) -> None:
    """Circles, too, end; a child of a placed parent is one deeper than something before it."""
    factors = [factor(number, parent) for number, parent in enumerate(parents, start=1)]
    found = in_tree_order(factors)
    assert sorted(each.label for each, _ in found) == sorted(each.label for each in factors)
    depths = [depth for _, depth in found]
    assert all(depth <= before + 1 for before, depth in zip([-1, *depths], depths, strict=False))


def test_a_circle_is_seen_before_it_is_made() -> None:
    """A factor cannot explain itself, however far around."""
    chain = (factor(1), factor(2, 1), factor(3, 2))
    assert would_cycle(chain, "F1", "F3")
    assert would_cycle(chain, "F1", "F1")
    assert not would_cycle(chain, "F3", "F1")
    assert not would_cycle(chain, "F1", None)
    assert not would_cycle((factor(1, 2), factor(2, 1)), "F3", "F1")


def test_the_branch_above_leads_to_the_root() -> None:
    """From parent to root, and never around a circle."""
    assert branch_above((factor(1), factor(2, 1), factor(3, 2)), "F3") == ("F2", "F1")
    assert branch_above((factor(1, 2), factor(2, 1)), "F1") == ("F2",)


def test_themes_know_their_factors() -> None:
    """A theme without factors is there as well."""
    one = factor(0).changed(themes=("load",))
    review = review_of(one, one, Theme(label="T0", name="trust"))
    members = theme_members(review)
    assert {name: [each.label for each in held] for name, held in members.items()} == {
        "load": ["F1", "F2"],
        "trust": [],
    }
