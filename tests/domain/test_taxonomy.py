"""The taxonomy of factors and the strength of fixes."""

from itertools import combinations

from pirtui.domain.actions import FixFamily
from pirtui.domain.factors import Category
from pirtui.domain.taxonomy import (
    FAMILY_DONE_TEST,
    FAMILY_STRENGTH,
    OTHER,
    SUBCATEGORIES,
    category_of,
)


def test_every_subcategory_leads_back_to_its_category() -> None:
    """A sub-category lies in one category only, so that typing it alone is enough."""
    for category, names in SUBCATEGORIES.items():
        assert {category_of(name) for name in names if name != OTHER} == {category}
    for one, another in combinations(Category, 2):
        assert SUBCATEGORIES[one].keys() & SUBCATEGORIES[another].keys() == {OTHER}


def test_unknown_and_other_have_no_category() -> None:
    """A name that fits several categories, or none, decides nothing."""
    assert category_of(OTHER) is None
    assert category_of("gremlins") is None


def test_every_family_has_a_strength_and_a_done_test() -> None:
    """No family is left without a default."""
    assert set(FAMILY_STRENGTH) == set(FixFamily) == set(FAMILY_DONE_TEST)
