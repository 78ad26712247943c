"""What a facilitator can ask."""

import re

from pirtui.domain.factors import Category
from pirtui.domain.gaps import GapKind
from pirtui.domain.prompts import FACTOR_PROMPTS, GAP_PROMPTS, GROUND_RULES, PROMPTS
from pirtui.domain.review import Stage

ALL = [
    text
    for table in (PROMPTS, GAP_PROMPTS, FACTOR_PROMPTS)
    for texts in table.values()
    for text in texts
]
BLAMING = re.compile(
    r"\bwhy\b|should have|could have|\bfault\b|mistake|root cause|fail(ed)? to", re.IGNORECASE
)


def test_every_stage_kind_and_category_has_prompts() -> None:
    """The facilitator is never left without a question."""
    assert set(PROMPTS) == set(Stage)
    assert set(GAP_PROMPTS) == set(GapKind)
    assert set(FACTOR_PROMPTS) == set(Category)


def test_our_own_words_keep_to_the_ground_rules() -> None:
    """They ask, they fit on a screen, and none of them blames."""
    assert [text for text in ALL if "?" not in text] == []
    assert [text for text in (*ALL, *GROUND_RULES) if BLAMING.search(text) or len(text) > 90] == []
    assert len(set(ALL)) == len(ALL)
