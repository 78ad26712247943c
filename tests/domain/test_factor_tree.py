"""Factors as a tree of "how come?"."""

from hypothesis import given
from hypothesis import strategies as st

from pirtui.domain.factor_tree import (
    above_any,
    beneath,
    in_tree_order,
    on_marked_ways,
    theme_members,
    would_cycle,
)
from pirtui.domain.factors import Category, Factor, Theme
from tests.domain.making import review_of

_PARENTS = st.lists(st.one_of(st.none(), st.integers(1, 8)), max_size=8)


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


@given(_PARENTS)
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


def _naive_ways(factors: list[Factor]) -> dict[str, set[str]]:
    """Everything above each factor, one by one."""
    parents = {each.label: each.parent for each in factors}
    ways: dict[str, set[str]] = {}
    for label in parents:
        way = ways[label] = set()
        above = parents[label]
        while above is not None and above in parents and above not in way:
            way.add(above)
            above = parents[above]
    return ways


@given(_PARENTS, st.sets(st.integers(1, 12)))
def test_ways_to_the_root_are_found_whatever_the_shape(
    parents: list[int | None], numbers: set[int]
) -> None:
    """What lies above a mark, and what has a mark above it, also around a circle of parents."""
    factors = [factor(number, parent) for number, parent in enumerate(parents, start=1)]
    marked = {f"F{number}" for number in numbers}
    ways = _naive_ways(factors)
    assert above_any(factors, marked) == {above for label in marked for above in ways.get(label, ())}
    assert on_marked_ways(factors, marked) == {
        label for label, way in ways.items() if marked & {label, *way}
    }


@given(_PARENTS)
def test_what_lies_beneath_is_counted(parents: list[int | None]) -> None:
    """Every factor counts for each one above it in the tree."""
    factors = [factor(number, parent) for number, parent in enumerate(parents, start=1)]
    tree = in_tree_order(factors)
    expected = dict.fromkeys((each.label for each, _ in tree), 0)
    above: list[tuple[str, int]] = []
    for each, depth in tree:
        above = [(label, level) for label, level in above if level < depth]
        for label, _ in above:
            expected[label] += 1
        above.append((each.label, depth))
    assert beneath(tree) == expected


def test_themes_know_their_factors() -> None:
    """A theme without factors is there as well."""
    one = factor(0).changed(themes=("load",))
    review = review_of(one, one, Theme(label="T0", name="trust"))
    members = theme_members(review)
    assert {name: [each.label for each in held] for name, held in members.items()} == {
        "load": ["F1", "F2"],
        "trust": [],
    }
