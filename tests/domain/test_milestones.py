"""Which event carries which milestone."""

from pirtui.domain import changes
from pirtui.domain.events import Milestone
from pirtui.domain.milestones import marks, repeated_marks
from tests.domain.making import happened, review_of


def test_the_earliest_event_carries_the_milestone() -> None:
    """An event typed later but earlier in time wins; the other is told as repeated."""
    review = review_of(
        happened(30, "second look", Milestone.DETECTED), happened(20, "first look", Milestone.DETECTED)
    )
    assert marks(review)[Milestone.DETECTED].label == "E2"
    assert [mark.label for mark in repeated_marks(review)] == ["E1"]


def test_an_event_with_a_time_goes_before_one_without() -> None:
    """A milestone without a time of day counts only as long as there is no better one."""
    review = review_of(happened(None, "some time", Milestone.MITIGATED))
    assert marks(review)[Milestone.MITIGATED].label == "E1"
    review = changes.add(review, happened(40, "at this time", Milestone.MITIGATED))
    assert marks(review)[Milestone.MITIGATED].label == "E2"


def test_a_review_and_its_events_give_the_same_marks() -> None:
    """Whoever holds only the events gets the same answer, in the order of milestones."""
    review = review_of(happened(9, "over", Milestone.RESOLVED), happened(1, "seen", Milestone.DETECTED))
    assert marks(review) == marks(list(review.events))
    assert list(marks(review)) == [Milestone.DETECTED, Milestone.RESOLVED]


def test_a_caller_cannot_disturb_another() -> None:
    """What is remembered stays as it was when somebody changes the answer."""
    review = review_of(happened(1, "seen", Milestone.DETECTED))
    marks(review).clear()
    assert Milestone.DETECTED in marks(review)
