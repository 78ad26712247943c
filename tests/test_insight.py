"""What the timelines of real incidents raise, each question read by somebody who knows the incident."""

import pytest

from tools.insight import Insight, insights

INSIGHTS = insights()


@pytest.mark.parametrize("insight", INSIGHTS, ids=lambda insight: insight.name)
def test_every_question_has_a_reading(insight: Insight) -> None:
    """Whatever an incident raises was read and found right to ask, and no reading is left over."""
    assert insight.flags
    assert insight.unread == ()
    assert insight.stale == ()


def test_the_questions_that_make_these_incidents_worth_reviewing_are_raised() -> None:
    """What each source itself names as its lesson is among the questions."""
    raised = {each.name: {flag.question.heuristic for flag in each.flags} for each in INSIGHTS}
    assert len(raised) == 13
    assert "V3" in raised["2i2c-2025-08-12-namespace-deleted"]
    assert "R4" in raised["dfds-2023-001-total-node-failure"]
    assert "C4" in raised["posthog-2026-01-17-sdk-fetch"]
    assert {"D1", "D3"} <= raised["rust-2023-07-20-crates-io"]
    assert "D2" in raised["mybinder-2018-01-18-reddit"]
    assert "C5" in raised["wellcome-2024-07-25-login"]
