"""How long the parts of the incident took."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from pirtui.domain import changes
from pirtui.domain.events import Event, Milestone
from pirtui.domain.intervals import INTERVALS, TIME_TO_DETECT, TIME_TO_RESOLVE, Interval, intervals
from pirtui.domain.moments import Moment, Precision
from pirtui.domain.review import Review
from tests.domain.making import happened, marked, minute, review_of

TIMES = st.dictionaries(
    st.sampled_from(Milestone), st.one_of(st.none(), st.integers(0, 600)), max_size=len(Milestone)
)


def named(review: Review, name: str) -> Interval:
    """The interval of this name."""
    return next(interval for interval in intervals(review) if interval.name == name)


def review_with(times: dict[Milestone, int | None]) -> Review:
    """A review with one event for each milestone."""
    return review_of(*(happened(at, milestone.value, milestone) for milestone, at in times.items()))


def test_an_interval_names_both_ends() -> None:
    """The definition and the events are known to whoever shows the figure."""
    found = named(marked(impact_start=0, detected=58), "time to detect")
    assert found.minutes == 58
    assert found.text == TIME_TO_DETECT.text == "impact start → detected"
    assert (found.start_mark and found.start_mark.label) == "E1"
    assert (found.end_mark and found.end_mark.label) == "E2"


def test_a_day_without_a_time_gives_no_figure() -> None:
    """A date is not a clock: the interval is unknown."""
    day = Moment(start=datetime(2024, 3, 5, tzinfo=UTC), precision=Precision.DAY)
    review = review_of(
        Event(label="E0", time=day, text="began", milestones=(Milestone.IMPACT_START,)),
        happened(58, "seen", Milestone.DETECTED),
    )
    found = named(review, "time to detect")
    assert found.minutes is None
    assert found.minutes_text == "unknown"


def test_a_negative_interval_is_told_as_it_is() -> None:
    """Nothing is clamped to zero."""
    found = named(marked(impact_start=30, resolved=10), TIME_TO_RESOLVE.name)
    assert found.minutes == -20
    assert found.is_negative


def test_an_estimate_at_either_end_is_told() -> None:
    """A figure from a rough time does not look exact."""
    review = marked(impact_start=0, detected=58)
    assert not named(review, "time to detect").is_approximate
    rough = changes.put(review, review.events[0].changed(time=minute(0, approximate=True)))
    assert named(rough, "time to detect").minutes_text == "about 58 min"


@given(TIMES)
def test_an_interval_is_known_exactly_when_both_ends_are(times: dict[Milestone, int | None]) -> None:
    """No missing end becomes a number, and every number is the difference of its ends."""
    found = intervals(review_with(times))
    assert [(each.name, each.start, each.end) for each in found] == [
        (each.name, each.start, each.end) for each in INTERVALS
    ]
    for interval in found:
        start, end = times.get(interval.start), times.get(interval.end)
        expected = None if start is None or end is None else end - start
        assert interval.minutes == expected
