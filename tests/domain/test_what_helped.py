"""What went faster than expected, and which safeguards held."""

from pirtui.domain import changes
from pirtui.domain.incident import DetectionSource, Severity
from pirtui.domain.learnings import LearningKind
from pirtui.domain.loose_ends import loose_ends
from pirtui.domain.questions import gap_questions
from pirtui.domain.safeguards import Safeguard, SafeguardState
from pirtui.domain.thresholds import Thresholds, ThresholdsBySeverity
from pirtui.domain.what_helped import MOST, is_kept, kept, what_helped
from tests.domain.making import marked

FAST = marked(impact_start=0, detected=2, notified=2, acknowledged=4, mitigated=12)


def test_what_was_fast_is_asked_about_and_counts_as_nothing_open() -> None:
    """Detection, response and mitigation under their thresholds are worth keeping."""
    assert [each.key for each in what_helped(FAST)] == [
        "G+:detected",
        "G+:mitigated",
        "G+:acknowledged",
    ]
    assert all(each.heuristic != "G+" for each in gap_questions(FAST))
    assert all("helped" not in end.text for end in loose_ends(FAST))


def test_a_person_who_noticed_early_is_no_credit_to_an_alert() -> None:
    """Only an alert's own speed is told."""
    by_staff = FAST.incident.changed(detection_source=DetectionSource.STAFF)
    found = what_helped(changes.updated(FAST, incident=by_staff))
    assert "G+:detected" not in [each.key for each in found]


def test_safeguards_that_held_come_first_and_few_are_shown() -> None:
    """At most three, whatever went well."""
    review = FAST
    for state in (SafeguardState.HELD, SafeguardState.ABSENT, SafeguardState.HELD):
        review = changes.add(review, Safeguard(label="S0", state=state, text="the rate limit"))
    found = what_helped(review)
    assert [each.key for each in found] == ["G+:S1", "G+:S3", "G+:detected"]
    assert len(found) == MOST


def test_what_is_kept_is_among_what_went_well() -> None:
    """The question's own words become a takeaway, which may be written on."""
    question = what_helped(FAST)[0]
    assert not is_kept(FAST, question)
    after = changes.add(FAST, kept(question))
    assert is_kept(after, question)
    assert after.learnings[0].kind is LearningKind.WELL
    assert "What helped" not in after.learnings[0].text


def test_thresholds_decide_what_is_fast_and_what_is_slow() -> None:
    """A stricter figure takes the praise away and asks instead; figures of a severity come first."""
    strict = ThresholdsBySeverity(
        by_severity={Severity.SEV2: Thresholds(acknowledge_minutes=1, mitigate_minutes=5)}
    )
    review = changes.updated(FAST, thresholds=strict)
    assert [each.key for each in what_helped(review)] == ["G+:detected"]
    assert "R1" in [each.heuristic for each in gap_questions(review)]
    assert "R1" not in [each.heuristic for each in gap_questions(FAST)]
