"""The questions that the timeline raises, and their answers."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pirtui.domain import changes
from pirtui.domain.events import Event, Milestone
from pirtui.domain.gaps import Gap, GapKind, Verdict
from pirtui.domain.incident import DetectionSource, IncidentKind, Severity
from pirtui.domain.intervals import intervals
from pirtui.domain.questions import (
    GapQuestion,
    answer,
    answered,
    gap_questions,
    open_questions,
    settled,
)
from pirtui.domain.review import Review
from tests.domain.making import happened, marked, minute, review_of
from tests.domain.test_intervals import TIMES, review_with


def with_incident(review: Review, **fields: object) -> Review:
    """The review with other facts about the incident."""
    return changes.updated(review, incident=review.incident.changed(**fields))


def asked(review: Review, key: str) -> GapQuestion | None:
    """The question with this key, if the timeline raises it."""
    return next((question for question in gap_questions(review) if question.key == key), None)


def text_of(review: Review, key: str) -> str:
    """The text of a question that has to be raised."""
    question = asked(review, key)
    assert question is not None
    return question.text


def a_well_run_incident() -> Review:
    """Everything marked, in order and fast."""
    return marked(
        impact_start=0,
        detected=3,
        notified=4,
        acknowledged=6,
        declared=8,
        mobilised=10,
        diagnosed=15,
        mitigated=25,
        recovered=30,
        verified=35,
        resolved=40,
    )


def test_an_empty_timeline_asks_nothing() -> None:
    """Before the first event there is nothing to ask about."""
    assert gap_questions(review_of(source=None)) == ()


def test_a_well_run_incident_asks_nothing() -> None:
    """No question for the sake of a question."""
    assert gap_questions(a_well_run_incident()) == ()


def test_long_detection_is_asked_with_figures_and_both_ends() -> None:
    """More than half of the impact had passed when it was detected."""
    review = marked(impact_start=0, detected=58, mitigated=90)
    assert text_of(review, "D3") == (
        "The first alert came 58 min after impact start (E1 → E2), more than half of the impact "
        "(1 h 30 min). What would have told us sooner?"
    )
    question = asked(review, "D3")
    assert question is not None
    assert question.evidence == ("E1", "E2")
    assert question.span is not None
    assert question.span.minutes == 58


def test_fast_detection_of_a_short_impact_is_not_asked_about() -> None:
    """Three of four minutes is no gap in detection."""
    assert asked(marked(impact_start=0, detected=3, mitigated=4), "D3") is None


def test_unknown_impact_start_and_source_are_asked_about() -> None:
    """When it began, and how it was found."""
    review = with_incident(marked(detected=3), detection_source=None)
    assert asked(review, "D4:impact-start") is not None
    assert asked(review, "D4:source") is not None
    assert asked(marked(impact_start=0), "D4:impact-start") is None
    assert "(E1) has no time" in text_of(marked(impact_start=None), "D4:impact-start")


def test_a_near_miss_is_not_asked_for_impact() -> None:
    """Nothing reached users, so there is no impact start and no mitigation to mark."""
    review = with_incident(review_of(*map(happened, range(4))), kind=IncidentKind.NEAR_MISS)
    assert gap_questions(review) == ()


def test_a_customer_before_any_alert_is_asked_about() -> None:
    """The detection source alone is enough; a later alert gives the figure."""
    review = with_incident(marked(detected=3), detection_source=DetectionSource.CUSTOMER)
    assert text_of(review, "D1").startswith("A customer noticed first (E1), before any alert.")
    later = changes.add(review, happened(35, "Uptime alert fired"))
    assert "came 32 min later (E1 → E2)" in text_of(later, "D1")


@pytest.mark.parametrize(("minute", "told"), [(-19, "An alert stands 22 min before"), (2, "")])
def test_an_alert_before_a_person_noticed_is_asked_about(minute: int, told: str) -> None:
    """Nobody is said to have been first where an alert was; one that came at once needs no question."""
    review = with_incident(marked(detected=3), detection_source=DetectionSource.STAFF)
    review = changes.add(review, happened(minute, "Latency alarm fires"))
    assert (asked(review, "D1") is not None) is bool(told)
    if told:
        assert text_of(review, "D1").startswith(told)


@pytest.mark.parametrize(
    ("texts", "raised"),
    [
        (("engineer sees errors", "latency alarm fires"), True),
        (("latency alert fires", "second alert"), False),
        (("engineer sees errors", "alert cleared"), False),
        (("engineer sees errors", "status page updated, Pages paused"), False),
        (("engineer sees errors", "no alert so far"), False),
        (("engineer sees errors", "fewer alerts now"), False),
    ],
)
def test_a_later_alert_is_recognised_by_its_words(texts: Sequence[str], raised: bool) -> None:
    """Only an alert that really came later raises the question where no source is recorded."""
    review = review_of(happened(0, texts[0], Milestone.DETECTED), happened(20, texts[1]), source=None)
    assert (asked(review, "D1") is not None) is raised


@pytest.mark.parametrize(
    ("severity", "minutes", "raised"), [("SEV1", 6, 1), ("SEV2", 6, 0), ("SEV3", 16, 1)]
)
def test_slow_acknowledgement_depends_on_severity(severity: str, minutes: int, raised: int) -> None:
    """Five minutes for a SEV1, fifteen for the others."""
    review = with_incident(marked(notified=0, acknowledged=minutes), severity=Severity(severity))
    assert bool(asked(review, "R1")) == bool(raised)


def test_acknowledgement_is_measured_from_detected_without_a_notification() -> None:
    """The earliest known call for help counts."""
    assert "from detected to acknowledged (E1 → E2)" in text_of(
        marked(detected=0, acknowledged=22), "R1"
    )


def test_late_or_missing_declaration_is_asked_about() -> None:
    """Declared after it was over, or, for a severe incident, not at all."""
    late = marked(impact_start=0, detected=3, mitigated=20, declared=26)
    assert "6 min after it was mitigated" in text_of(late, "R4")
    never = marked(impact_start=0, detected=3, mitigated=20)
    assert asked(never, "R4:declared") is not None
    assert asked(with_incident(never, severity=Severity.SEV4), "R4:declared") is None


def test_a_silence_between_detection_and_mitigation_is_asked_about() -> None:
    """The key names the events around it, so that another silence is another question."""
    review = review_of(
        happened(0, "seen", Milestone.DETECTED),
        *(happened(at) for at in (2, 4, 6, 55, 57)),
        happened(60, "stopped", Milestone.MITIGATED),
        happened(200, "next day"),
    )
    found = [question for question in gap_questions(review) if question.heuristic == "C1"]
    assert [(question.key, question.evidence) for question in found] == [("C1:E4-E5", ("E4", "E5"))]
    assert "49 min (E4 → E5)" in found[0].text


def test_long_diagnosis_is_asked_about() -> None:
    """More than half of the way from detected to mitigated."""
    assert asked(marked(detected=0, acknowledged=2, diagnosed=50, mitigated=60), "C3") is not None
    assert asked(marked(detected=0, acknowledged=2, diagnosed=20, mitigated=60), "C3") is None
    assert asked(marked(detected=0, mitigated=60, diagnosed=90), "C3") is None


def test_resolved_without_verified_is_asked_about() -> None:
    """How did we know?"""
    assert asked(marked(resolved=60), "V1") is not None
    assert asked(marked(verified=55, resolved=60), "V1") is None


def test_missing_milestones_are_asked_about_once_there_is_a_story() -> None:
    """Two lines into the timeline nobody is asked when it was over."""
    assert asked(review_of(happened(0), happened(1)), "Q2:resolved") is None
    three = review_of(happened(0), happened(1), happened(2))
    keys = [question.key for question in gap_questions(three) if question.heuristic == "Q2"]
    assert keys == ["Q2:detected", "Q2:mitigated", "Q2:resolved"]


def test_estimates_are_asked_about_when_they_are_most_of_the_times() -> None:
    """Three of four times are estimates."""
    rough = [Event(label="E0", text="x", time=minute(at, approximate=at > 0)) for at in range(4)]
    assert text_of(review_of(*rough), "Q4").startswith("3 of 4 times are estimates.")
    assert asked(review_of(*rough[:2], happened(5), happened(6)), "Q4") is None


@given(TIMES)
def test_every_negative_interval_is_a_question(times: dict[Milestone, int | None]) -> None:
    """Nothing out of order passes in silence, and no question is raised twice."""
    review = review_with(times)
    keys = [question.key for question in gap_questions(review)]
    for interval in intervals(review):
        assert (f"Q1:{interval.start.value}-{interval.end.value}" in keys) == interval.is_negative
    assert len(set(keys)) == len(keys)


@given(TIMES)
def test_every_question_is_one_and_points_to_events(times: dict[Milestone, int | None]) -> None:
    """Evidence exists, spans run forward, and the text ends by asking."""
    review = review_with(times)
    labels = {event.label for event in review.events}
    for question in gap_questions(review):
        assert question.text.endswith("?")
        assert labels.issuperset(question.evidence)
        assert question.key.startswith(question.heuristic)
        assert question.span is None or question.span.minutes >= 0


def test_an_answer_becomes_a_gap_and_closes_the_question() -> None:
    """The verdict, the note and the evidence are kept under the key of the question."""
    review = marked(impact_start=0, detected=58, mitigated=90, resolved=95, verified=94, declared=60)
    question = asked(review, "D3")
    assert question is not None
    closed = answer(review, question, Verdict.GAP, "the alert watched averages")
    gap = answered(closed)["D3"]
    assert (gap.label, gap.kind, gap.evidence) == ("G1", GapKind.DETECTION, ("E1", "E2"))
    assert (gap.verdict, gap.note, gap.text) == (
        Verdict.GAP,
        "the alert watched averages",
        question.text,
    )
    assert question in gap_questions(closed)
    assert question not in open_questions(closed)


def test_another_answer_changes_the_same_gap() -> None:
    """A room that changes its mind leaves one gap, and its note stays until it is replaced."""
    review = marked(resolved=60)
    question = asked(review, "V1")
    assert question is not None
    review = answer(review, question, Verdict.GAP, "we asked support")
    review = answer(review, question, Verdict.EXPLAINED)
    assert [(gap.verdict, gap.note) for gap in review.gaps] == [(Verdict.EXPLAINED, "we asked support")]
    assert question in open_questions(answer(review, question, Verdict.OPEN))


def test_an_answer_whose_question_is_gone_is_settled() -> None:
    """Marking the missing milestone settles the question; the answer stays."""
    review = marked(resolved=60)
    question = asked(review, "V1")
    assert question is not None
    review = answer(review, question, Verdict.GAP)
    assert settled(review) == ()
    verified = changes.add(review, happened(55, "checked", Milestone.VERIFIED))
    assert [gap.heuristic for gap in settled(verified)] == ["V1"]


def test_a_gap_of_the_rooms_own_answers_no_question() -> None:
    """Without a heuristic it is nobody's answer."""
    review = changes.add(marked(resolved=60), Gap(label="G0", kind=GapKind.RECOVERY, text="slow"))
    assert answered(review) == {}
    assert settled(review) == ()


@given(TIMES, st.lists(st.tuples(st.sampled_from(range(12)), st.one_of(st.none(), st.integers(0, 600)))))
def test_answers_survive_every_edit_of_the_timeline(
    times: dict[Milestone, int | None], edits: list[tuple[int, int | None]]
) -> None:
    """Whatever happens to the times, each answer is kept, either on its question or as settled."""
    review = review_with(times)
    for question in gap_questions(review):
        review = answer(review, question, Verdict.EXPLAINED, f"about {question.key}")
    given_answers = {gap.heuristic: gap.note for gap in review.gaps}
    for place, minutes in edits:
        if place < len(review.events):
            review = changes.put(review, review.events[place].changed(time=minute(minutes)))
    assert {key: gap.note for key, gap in answered(review).items()} == given_answers
    raised = {question.key for question in gap_questions(review)}
    assert {gap.heuristic for gap in settled(review)} == set(given_answers) - raised
