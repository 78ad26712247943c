"""Minutes of the impact that the room's gaps explain, each of them counted once."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.domain import changes
from pirtui.domain.events import Milestone
from pirtui.domain.gap_spans import span_of
from pirtui.domain.gaps import Gap, GapKind, Span, Verdict
from pirtui.domain.incident import Impact
from pirtui.domain.minutes_lost import minutes_lost
from pirtui.domain.review import Review
from tests.domain.making import DAY, happened, marked, minute


def stretch(start: float, end: float) -> Span:
    """A span from one minute of the day to another."""
    return Span(start=DAY + timedelta(minutes=start), end=DAY + timedelta(minutes=end))


def with_gaps(review: Review, *gaps: tuple[GapKind, Span | None]) -> Review:
    """The review with these confirmed gaps."""
    for kind, span in gaps:
        review = changes.add(review, Gap(label="G0", kind=kind, text="something", span=span))
    return review


WHOLE = marked(impact_start=0, detected=20, mitigated=60, recovered=90)


def test_a_minute_that_two_gaps_claim_counts_once() -> None:
    """It goes to the kind in whose phase it lies; the rest goes to the only one that claims it."""
    review = with_gaps(
        WHOLE, (GapKind.DETECTION, stretch(0, 40)), (GapKind.CONTAINMENT, stretch(10, 50))
    )
    lost = minutes_lost(review)
    assert lost.by_kind == {GapKind.DETECTION: 20, GapKind.CONTAINMENT: 30}
    assert (lost.window, lost.attributed, lost.left) == (90, 50, 40)


def test_outside_of_both_phases_the_shorter_gap_has_it() -> None:
    """The more specific of two claims is taken."""
    review = with_gaps(WHOLE, (GapKind.RESPONSE, stretch(60, 90)), (GapKind.DETECTION, stretch(70, 75)))
    assert minutes_lost(review).by_kind == {GapKind.DETECTION: 5, GapKind.RESPONSE: 25}


def test_what_is_not_known_is_never_zero() -> None:
    """Without an end of the window nothing is attributed; a gap without a stretch is named."""
    unknown = minutes_lost(with_gaps(marked(detected=20), (GapKind.DETECTION, stretch(0, 20))))
    assert (unknown.window, unknown.left, unknown.by_kind) == (None, None, {})
    assert minutes_lost(with_gaps(WHOLE, (GapKind.RECOVERY, None))).unmeasured == ("G1",)


def test_only_confirmed_gaps_count_and_only_inside_the_impact() -> None:
    """What was explained took nobody's time, and what lies before the impact is no part of it."""
    review = with_gaps(WHOLE, (GapKind.DETECTION, stretch(-30, 10)))
    assert minutes_lost(review).by_kind == {GapKind.DETECTION: 10}
    explained = changes.put(review, changes.find(review, "G1").changed(verdict=Verdict.EXPLAINED))
    assert minutes_lost(explained).by_kind == {}


def test_the_stated_window_stands_in_for_milestones() -> None:
    """Where no milestone tells, the record does."""
    stated = Impact(window=minute(0, until=30))
    review = marked(detected=10)
    review = changes.updated(review, incident=review.incident.changed(impact=stated))
    assert minutes_lost(with_gaps(review, (GapKind.DETECTION, stretch(0, 10)))).window == 30


def test_a_run_of_events_says_how_long_a_gap_lasted() -> None:
    """Events side by side give a stretch; events with others between them do not."""
    review = changes.add(WHOLE, happened(30, "between"))
    side_by_side = Gap(label="G1", kind=GapKind.DETECTION, text="x", evidence=("E1", "E2"))
    assert span_of(side_by_side, review.events) == stretch(0, 20)
    assert span_of(side_by_side.changed(evidence=("E1", "E3")), review.events) is None
    assert span_of(side_by_side.changed(evidence=("E1",)), review.events) is None


@settings(deadline=None, max_examples=80)
@given(
    st.lists(
        st.tuples(st.sampled_from(GapKind), st.integers(-60, 150), st.integers(0, 120)), max_size=6
    ),
    st.permutations([0, 20, 60, 90]),
)
def test_never_more_than_the_impact_and_never_less_with_another_gap(
    given_gaps: list[tuple[GapKind, int, int]], times: list[int]
) -> None:
    """However gaps overlap, minutes stay within the window, and a further gap takes none away."""
    names = (Milestone.IMPACT_START, Milestone.DETECTED, Milestone.MITIGATED, Milestone.RECOVERED)
    review = marked(**{name.value.replace("-", "_"): at for name, at in zip(names, times, strict=True)})
    before = 0.0
    for kind, start, length in given_gaps:
        review = with_gaps(review, (kind, stretch(start, start + length)))
        lost = minutes_lost(review)
        assert all(each > 0 for each in lost.by_kind.values())
        assert before - 1e-9 <= lost.attributed <= (lost.window or 0.0) + 1e-9
        before = lost.attributed
