"""The stretches of an incident, drawn to scale."""

from itertools import pairwise

from hypothesis import given

from pirtui.domain.events import Milestone
from pirtui.domain.phases import impact_span, phases, window
from tests.domain.making import marked
from tests.domain.test_intervals import TIMES, review_with


def test_four_phases_follow_one_another() -> None:
    """Detection, response, containment and recovery, each from mark to mark."""
    review = marked(
        impact_start=0, detected=10, acknowledged=12, diagnosed=25, mitigated=40, resolved=60
    )
    assert [(phase.name, phase.minutes) for phase in phases(review)] == [
        ("detection", 10),
        ("response", 15),
        ("containment", 15),
        ("recovery", 20),
    ]


def test_what_is_not_known_is_left_out() -> None:
    """Without an end of the response, containment begins at detected."""
    assert [phase.name for phase in phases(marked(detected=10, mitigated=40))] == ["containment"]
    assert phases(marked(impact_start=0)) == ()


def test_a_diagnosis_after_mitigation_does_not_end_the_response() -> None:
    """A rollback before the diagnosis leaves the earlier mark as the end of the response."""
    review = marked(detected=10, acknowledged=12, mitigated=40, diagnosed=90)
    assert [(phase.name, phase.minutes) for phase in phases(review)] == [
        ("response", 2),
        ("containment", 28),
    ]


def test_the_impact_ends_when_users_are_well() -> None:
    """Mitigated ends the impact; without it, recovered or resolved does."""
    ended = impact_span(marked(impact_start=5, mitigated=40, resolved=90))
    assert ended is not None
    assert ended.minutes == 35
    assert impact_span(marked(impact_start=50, mitigated=40)) is None


@given(TIMES)
def test_phases_touch_and_stay_inside_the_window(times: dict[Milestone, int | None]) -> None:
    """A strip drawn from them has no hole, no overlap and no part outside."""
    review = review_with(times)
    found = phases(review)
    whole = window(review)
    assert all(one.end == another.start for one, another in pairwise(found))
    assert all(phase.minutes >= 0 for phase in found)
    assert not found or (whole and whole.start <= found[0].start and found[-1].end <= whole.end)
