"""What a facilitator can ask."""

import re

from pirtui.domain.factors import Category
from pirtui.domain.gaps import GapKind
from pirtui.domain.prompts import (
    DEFAULT_BOOK,
    FACTOR_PROMPTS,
    GAP_PROMPTS,
    GROUND_RULES,
    PROMPTS,
    THEMES,
)
from pirtui.domain.review import Stage

ALL = [prompt.text for group in DEFAULT_BOOK.groups.values() for prompt in group]
BLAMING = re.compile(
    r"\bwhy\b|should|could have|would have|\bfault\b|mistake|root cause|fail(ed)?\b|forgot|careless",
    re.IGNORECASE,
)
ON_ONE_ROW = 72
"""Characters that fit beside the sign on a screen of 80."""


def test_every_stage_kind_and_category_has_prompts() -> None:
    """The facilitator is never left without a question."""
    assert set(PROMPTS) == set(Stage)
    assert set(GAP_PROMPTS) == set(GapKind)
    assert set(FACTOR_PROMPTS) == set(Category)
    assert min(len(group) for group in DEFAULT_BOOK.groups.values()) >= 4


def test_our_own_words_keep_to_the_ground_rules() -> None:
    """They ask, they fit on one row, and none of them blames."""
    assert [text for text in ALL if "?" not in text] == []
    assert [text for text in ALL if len(text) > ON_ONE_ROW] == []
    assert [text for text in (*ALL, *GROUND_RULES) if BLAMING.search(text) or len(text) > 90] == []
    assert len(set(ALL)) == len(ALL)


def test_a_question_has_a_key_of_its_own() -> None:
    """The group and its number there tell the questions apart."""
    keys = [prompt.key for group in DEFAULT_BOOK.groups.values() for prompt in group]
    assert len(set(keys)) == len(keys)
    assert DEFAULT_BOOK.groups["timeline"][2].key == "timeline/3"
    assert DEFAULT_BOOK.groups["detection"][1].key == "detection/2"


def test_what_is_highlighted_comes_before_the_stage() -> None:
    """The questions of a kind or of the themes come first, those of the stage after them."""
    of_themes = DEFAULT_BOOK.questions(Stage.FACTORS, THEMES)
    assert [each.key for each in of_themes[:2]] == ["themes/1", "themes/2"]
    assert of_themes[-1].key.startswith("factors/")
    assert DEFAULT_BOOK.questions(Stage.GAPS) == DEFAULT_BOOK.groups["gaps"]
    assert DEFAULT_BOOK.questions(Stage.GAPS, "no-such-group") == DEFAULT_BOOK.groups["gaps"]
