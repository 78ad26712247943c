"""Factors that earlier reviews had as well."""

from datetime import date

import pytest

from pirtui.domain.earlier_factors import (
    EarlierAction,
    EarlierFactor,
    EarlierFactors,
    EarlierReview,
    Sought,
    in_one_line,
)
from pirtui.domain.word_stems import stem, stems

ROTATE = EarlierAction("A2", "rotate the keys", date(2026, 10, 3))
LEAK = EarlierReview("leak", "Secrets leaked", date(2025, 7, 23), services=frozenset({"vault"}))
DRILL = EarlierReview("drill", "A drill", date(2025, 1, 1), drill=True, services=frozenset({"ci"}))
KNOWN = EarlierFactors(
    [
        EarlierFactor(LEAK, "F1", "technical", "coupling-cascade", "Retries doubled the load", ("t",)),
        EarlierFactor(LEAK, "F2", "tooling", "guardrails", "keys were printed", (), (ROTATE,)),
        EarlierFactor(DRILL, "F1", "technical", "other", "the retry doubled database load"),
    ]
)


def shared(
    text: str, category: str = "", subcategory: str = "", services: tuple[str, ...] = ()
) -> list[tuple[str, str]]:
    """The factors that share something with this text, category and sub-category."""
    found = KNOWN.sharing(Sought(text, category, subcategory, frozenset(services)))
    return [(each.factor.review.ref, each.factor.label) for each in found.shared]


def test_words_in_common_count_in_any_form() -> None:
    """`retried` is `retries`; small words say nothing, and one word is not enough."""
    assert shared("the retries doubled our load") == [("leak", "F1"), ("drill", "F1")]
    assert shared("retried, with doubling") == [("leak", "F1"), ("drill", "F1")]
    assert shared("the load was the") == []
    assert shared("load") == []
    assert shared("load balancer certificate expired and retries began again at night") == []


def test_the_same_kind_on_a_shared_service_is_enough() -> None:
    """Kind and service together; the kind alone, or what fits nowhere else, is not."""
    assert shared("printed", "tooling", "guardrails", services=("vault", "web")) == [("leak", "F2")]
    assert shared("printed", "tooling", "guardrails", services=("ci",)) == []
    assert shared("unlike", "technical", "other", services=("ci",)) == []


def test_the_line_names_reviews_and_the_open_action() -> None:
    """The action that matters comes before the names, which a narrow line may cut; drills say so."""
    keys = KNOWN.sharing(Sought("keys printed in a log"))
    assert in_one_line(keys) == (
        "seen in 1 earlier review; open action: A2 rotate the keys (due Sat 3 Oct 2026); leak"
    )
    both = KNOWN.sharing(Sought("retries doubled load"))
    assert in_one_line(both) == "seen in 2 earlier reviews; no open action; leak, drill (drill)"
    assert in_one_line(KNOWN.sharing(Sought("nothing alike"))) == ""


def test_a_very_large_library_is_compared_in_its_newest_part() -> None:
    """What everything has in common costs no more than a few hundred comparisons."""
    made = (
        EarlierFactor(
            EarlierReview(f"r{number}", "", None), "F1", "technical", "", "retries doubled load"
        )
        for number in range(3_000)
    )
    found = EarlierFactors(made).sharing(Sought("retries doubled load"))
    assert found.or_more
    assert 100 <= len(found.shared) < 1_000
    assert found.shared[0].factor.review.ref == "r0"
    assert in_one_line(found).startswith(f"seen in {len(found.shared)} or more earlier reviews")


@pytest.mark.parametrize(
    "forms",
    [
        ("retry", "retries", "retried"),
        ("deploy", "deploys", "deployed", "deployment"),
        ("cache", "caches", "cached", "caching"),
        ("limit", "limits", "limiting"),
        ("run", "running"),
        ("certificate", "certificates"),
    ],
)
def test_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    """Endings of every day are taken off."""
    assert len({stem(form) for form in forms}) == 1


def test_a_text_without_words_has_no_stems() -> None:
    """Signs, numbers and small words are no words."""
    assert stems("the 4811 … of 🙂 a") == frozenset()
