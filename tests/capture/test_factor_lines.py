"""Lines of the factors: unknown kinds, safeguards among them, and `>>`."""

from datetime import UTC, datetime

import pytest

from pirtui.capture.factors import with_kind
from pirtui.capture.lines import accept_line
from pirtui.domain.factors import Category
from pirtui.domain.review import Review
from pirtui.domain.safeguards import SafeguardState
from tests.domain.making import review_of

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def after(review: Review, *lines: str, parent: str | None = None) -> Review:
    """The review with these lines of the factors."""
    for line in lines:
        accepted = accept_line("factors", line, review, NOW, parent=parent)
        assert accepted.change is not None, accepted.problem
        review = accepted.change(review)
    return review


def test_a_line_of_the_factors_may_be_a_safeguard() -> None:
    """It begins with how the safeguard fared, and factors may rest on it."""
    review = after(
        review_of(), "technical: the pool was full", "Held: the limiter [F1]", "process: none [S1]"
    )
    assert [(each.label, each.state, each.text) for each in review.safeguards] == [
        ("S1", SafeguardState.HELD, "the limiter")
    ]
    assert review.safeguards[0].evidence == ("F1",)
    assert review.factors[1].evidence == ("S1",)


def test_a_safeguard_needs_its_state_and_its_words() -> None:
    """What is missing is said."""
    review = review_of()
    for line in ("the limiter", "held:"):
        assert accept_line("safeguards", line, review, NOW).problem


def test_two_signs_go_under_the_newest_factor() -> None:
    """Wherever the highlight is; one sign goes under the highlighted factor."""
    review = after(review_of(), "technical: a", "technical: b", ">> process: c", parent="F1")
    assert [each.parent for each in review.factors] == [None, None, "F2"]
    assert after(review, "> process: d", parent="F1").factors[3].parent == "F1"
    assert accept_line("factors", ">> process: x", review_of(), NOW).problem


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("technical/couping-cascade: it spread [E1]", "technical/coupling-cascade: it spread [E1]"),
        ("> human/alerting: muted", "> tooling/alerting: muted"),
        ("tecnical: it spread", "technical: it spread"),
        ("runbook: nobody found it", "tooling/runbook-docs: nobody found it"),
    ],
)
def test_an_unknown_kind_offers_the_nearest(line: str, offered: str) -> None:
    """Tab takes the same line with the kind that is nearest; nothing typed is lost without it."""
    accepted = accept_line("factors", line, review_of(), NOW, parent="F1")
    assert [each.line for each in accepted.alternatives] == [offered]
    told = accepted.problem or " ".join(accepted.doubts)
    assert f"Is it {accepted.alternatives[0].name}?" in told


def test_an_unknown_kind_without_a_near_one_offers_nothing() -> None:
    """A guess would be worse than none."""
    assert accept_line("factors", "zzz: x", review_of(), NOW).alternatives == ()


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("", "human/communication: "),
        ("nobody knew", "human/communication: nobody knew"),
        ("technical/alien: nobody knew", "human/communication: alien: nobody knew"),
        (">>technical: nobody knew", ">> human/communication: nobody knew"),
        ("14:32 nobody", "human/communication: 14:32 nobody"),
    ],
)
def test_a_kind_is_put_before_any_line(line: str, becomes: str) -> None:
    """It takes the place of a known kind; every other word stays."""
    assert with_kind(line, f"{Category.HUMAN.value}/communication") == becomes
