"""The kinds of factors, looked up by the words that people say."""

import pytest

from pirtui.domain.glossary import EVERYDAY_WORDS, entries, found, nearest
from pirtui.domain.taxonomy import SUBCATEGORIES


def test_every_kind_has_a_definition_and_everyday_words() -> None:
    """All four categories, each with its sub-categories and a way out."""
    kinds = [entry.kind for entry in entries()]
    assert len(kinds) == len(set(kinds)) == 4 + 11 + 11 + 10 + 11 + 4
    assert all(entry.meaning for entry in entries())
    assert set(EVERYDAY_WORDS) == {name for names in SUBCATEGORIES.values() for name in names}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("retry storm", "technical/coupling-cascade"),
        ("Retries", "technical/coupling-cascade"),
        ("expired certificate", "technical/timing-concurrency"),
        ("certificates expire", "technical/timing-concurrency"),
        ("fatigue", "human/workload-fatigue"),
        ("runbook", "tooling/runbook-docs"),
        ("technical/cap", "technical/capacity-saturation"),
        ("bus factor", "human/knowledge-distribution"),
        ("backup", "tooling/recovery-tooling"),
    ],
)
def test_an_everyday_word_leads_to_its_kind(words: str, kind: str) -> None:
    """Names, definitions and what people say are searched alike; the likeliest comes first."""
    assert found(words)[0].kind == kind


def test_every_word_has_to_fit_and_no_word_shows_everything() -> None:
    """A word that describes nothing finds nothing."""
    assert found("retry zebra") == ()
    assert found("  ") == entries()


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        (("technical", "couping-cascade"), "technical/coupling-cascade"),
        (("technical", "alerting"), "tooling/alerting"),
        (("tecnical", ""), "technical"),
        (("retry-storm", ""), "technical/coupling-cascade"),
        (("human", "tired"), "human/workload-fatigue"),
        (("note", ""), ""),
        (("zzz", "zzz"), ""),
    ],
)
def test_an_unknown_kind_has_a_nearest_one(written: tuple[str, str], kind: str) -> None:
    """By spelling, by the category it really lies in, by everyday words; nothing is forced."""
    assert nearest(*written) == kind
