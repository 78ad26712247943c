"""Trigger, factors and safeguards in a report."""

from pirtui.domain.factors import Category, Factor
from pirtui.domain.safeguards import Safeguard, SafeguardState
from pirtui.report.exchange import from_json, to_json
from pirtui.report.markdown import to_markdown
from tests.domain.making import happened, review_of

REVIEW = review_of(
    happened(1, "deploy"),
    Factor(label="F0", category=Category.TECHNICAL, text="the pool was full", evidence=("S1",)),
    Factor(label="F0", category=Category.TECHNICAL, text="deploy 42", trigger=True, parent="F1"),
    Safeguard(label="S0", state=SafeguardState.ABSENT, text="no breaker", note="never built"),
    Safeguard(label="S0", state=SafeguardState.HELD, text="the limiter", evidence=("E1",)),
)


def test_the_trigger_stands_apart_before_the_factors() -> None:
    """It has its own section and says what it helps to explain."""
    report = to_markdown(REVIEW)
    trigger, factors = report.split("### Trigger")[1].split("### Contributing factors")
    assert "deploy 42" in trigger
    assert "part of the how-come of [F1](#f1)" in trigger
    assert "the pool was full" in factors
    assert "deploy 42" not in factors.split("### Safeguards")[0]


def test_safeguards_stand_by_how_they_fared_with_links_both_ways() -> None:
    """Held, absent, bypassed; an empty state has no heading."""
    part = to_markdown(REVIEW).split("### Safeguards")[1].split("\n### ")[0]
    assert part.index("#### Held") < part.index("the limiter") < part.index("#### Absent")
    assert "Bypassed" not in part
    assert "Evidence: [E1](#e1)" in part
    assert "Factors: [F1](#f1)" in part
    assert "never built" in part
    assert "### Safeguards" not in to_markdown(review_of())


def test_safeguards_travel_in_the_exchange() -> None:
    """A review read back from JSON is the same."""
    assert from_json(to_json(REVIEW)) == REVIEW
