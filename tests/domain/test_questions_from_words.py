"""Questions that rest on the words of events, on their clocks, and on the actions."""

import pytest

from pirtui.domain import changes
from pirtui.domain import telling_words as words
from pirtui.domain.actions import Action
from pirtui.domain.events import Event, Milestone
from pirtui.domain.incident import Severity
from pirtui.domain.moments import Moment, Precision
from pirtui.domain.questions import GapQuestion, gap_questions
from pirtui.domain.review import Review
from tests.domain.making import DAY, happened, minute, review_of

FRAME = (
    happened(0, "errors begin", Milestone.IMPACT_START),
    happened(2, "alert fires", Milestone.DETECTED),
    happened(4, "paged", Milestone.ACKNOWLEDGED),
    happened(90, "calm", Milestone.MITIGATED),
    happened(95, "all well", Milestone.VERIFIED),
    happened(100, "over", Milestone.RESOLVED),
)


def _with(*events: Event, severity: Severity = Severity.SEV3) -> Review:
    return review_of(*FRAME, *events, severity=severity)


def _asked(review: Review, heuristic: str) -> list[GapQuestion]:
    return [question for question in gap_questions(review) if question.heuristic == heuristic]


# Response


def test_a_late_call_for_help_is_asked_about() -> None:
    """More people called for in the second half of the work, with both ends."""
    (question,) = _asked(_with(happened(70, "pages the database team")), "R3")
    assert question.evidence == ("E3", "E7")
    assert question.span is not None
    assert question.span.minutes == 66
    assert "1 h 6 min" in question.text


@pytest.mark.parametrize(
    "event", [happened(6, "pages the database team"), happened(70, "should page the database team")]
)
def test_an_early_call_or_none_is_not_asked_about(event: Event) -> None:
    """Calling at once is what one would wish for, and talking of it is no call."""
    assert _asked(_with(event), "R3") == []


def test_several_handovers_are_asked_about() -> None:
    """Two hand-offs before mitigation; one is ordinary."""
    first, second = happened(20, "handed over to storage"), happened(40, "Bo takes over")
    (question,) = _asked(_with(first, second), "R2")
    assert question.evidence == ("E7", "E8")
    assert _asked(_with(first), "R2") == []


def test_users_without_a_word_are_asked_about_in_high_severities() -> None:
    """Half an hour after detection, somebody outside should have heard."""
    (never,) = _asked(_with(severity=Severity.SEV1), "R5")
    assert "What did they know?" in never.text
    (late,) = _asked(_with(happened(60, "status page updated"), severity=Severity.SEV1), "R5")
    assert late.span is not None
    assert late.span.minutes == 58
    assert _asked(_with(happened(10, "status page updated"), severity=Severity.SEV1), "R5") == []
    assert _asked(_with(severity=Severity.SEV3), "R5") == []


# Containment


def test_a_late_revert_is_asked_about() -> None:
    """A change that was suspected long before it was taken back."""
    suspected = happened(20, "suspects the new release")
    (question,) = _asked(_with(suspected, happened(80, "rolled back to 4811")), "C2")
    assert question.evidence == ("E7", "E8")
    assert _asked(_with(suspected, happened(25, "rolled back to 4811")), "C2") == []
    assert _asked(_with(suspected, happened(80, "rolled back, no effect")), "C2") == []


def test_attempts_without_effect_are_asked_about_together() -> None:
    """Two or more; a single one is part of any search."""
    first, second = happened(20, "restart does not help"), happened(40, "scaled out, no change")
    (question,) = _asked(_with(first, second), "C4")
    assert question.evidence == ("E7", "E8")
    assert _asked(_with(first), "C4") == []


def test_an_incident_that_grew_is_asked_about() -> None:
    """More affected, or the severity raised, after detection and before mitigation."""
    (question,) = _asked(_with(happened(30, "severity raised to SEV1")), "C5")
    assert question.evidence == ("E7",)
    assert _asked(_with(happened(120, "more regions affected")), "C5") == []


# Recovery


def test_harm_after_resolved_is_asked_about_for_a_day() -> None:
    """A return within 24 hours belongs to the incident."""
    (question,) = _asked(_with(happened(300, "errors again in checkout")), "V3")
    assert question.evidence == ("E7",)
    assert _asked(_with(happened(300, "report published")), "V3") == []
    assert _asked(_with(happened(100 + 25 * 60, "errors again in checkout")), "V3") == []


def test_a_leftover_is_asked_about_until_an_action_removes_it() -> None:
    """A temporary measure needs somebody who takes it away."""
    review = _with(happened(50, "temporary limit on uploads"))
    (question,) = _asked(review, "V4")
    assert question.evidence == ("E7",)
    cited = changes.add(review, Action(label="A0", text="Raise the limit", evidence=("E7",)))
    removed = changes.add(review, Action(label="A0", text="Remove the upload limit"))
    assert _asked(cited, "V4") == _asked(removed, "V4") == []


# The record


def _at(hours: float, offset: int) -> Event:
    start = DAY.astimezone(tz=None).replace(tzinfo=None)
    text = f"2024-03-{5 + int(hours // 24):02}T{int(hours % 24):02}:00:00+0{offset}:00"
    assert start
    moment = Moment.model_validate({"start": text, "precision": Precision.MINUTE})
    return Event(label="E0", time=moment, text="something")


def test_times_on_different_clocks_are_asked_about() -> None:
    """Some times in the zone of the review and some elsewhere; all elsewhere is a choice."""
    mixed = review_of(_at(1, 0), _at(2, 0), _at(5, 2))
    (question,) = _asked(mixed, "Q3")
    assert question.evidence == ("E3",)
    assert _asked(review_of(_at(1, 2), _at(2, 2)), "Q3") == []
    assert _asked(review_of(_at(1, 0), _at(2, 0)), "Q3") == []


def test_a_night_in_which_the_clocks_changed_is_asked_about() -> None:
    """The review's zone has another offset after than before."""
    day = 26 * 24 * 60
    before = Event(label="E0", time=minute(day - 120), text="late")
    after = Event(label="E0", time=minute(day + 600).changed(start=_summer(day + 600)), text="early")
    (question,) = _asked(review_of(before, after), "Q3")
    assert "clocks changed" in question.text


def _summer(minutes: float) -> object:
    from zoneinfo import ZoneInfo

    start = minute(minutes).start
    return start.astimezone(ZoneInfo("Europe/London")) if start else None


def test_a_story_told_by_one_role_is_asked_about() -> None:
    """Six events of the same role, and none of another."""
    told = [happened(each, "x").changed(actor="sre") for each in range(6)]
    assert len(_asked(review_of(*told), "Q5")) == 1
    other = happened(9, "x").changed(actor="support")
    assert _asked(review_of(*told, other), "Q5") == []


# Words


@pytest.mark.parametrize(
    "text",
    [
        "Restart of the proxies, no effect",
        "Tried the API with the token itself to revoke it - failed",
        "That fails: registry timeout",
        "Restarting the job several times does not help",
        "Second try with personal credentials - failed",
        "It fails: new nodes never join after the rollover",
    ],
)
def test_a_vain_attempt_is_told_by_its_words(text: str) -> None:
    """Something was tried, and it did not help."""
    assert words.tells_of_vain_attempt(text)


@pytest.mark.parametrize(
    "text",
    [
        "Health check fails on three nodes",
        "No change in the error rate",
        "First failed logins",
        "Rolled back, errors gone",
        "Deploy failed over to the second region without trouble",
    ],
)
def test_trouble_alone_is_no_vain_attempt(text: str) -> None:
    """Systems fail; that is not somebody trying in vain."""
    assert not words.tells_of_vain_attempt(text)


@pytest.mark.parametrize(
    ("tells", "text"),
    [
        (words.tells_of_revert, "we will roll back if it gets worse"),
        (words.tells_of_revert, "decided against a rollback"),
        (words.tells_of_public_update, "should we update the status page"),
        (words.tells_of_escalation, "escalated to SEV1"),
        (words.tells_of_handover, "plan to hand over at six"),
        (words.tells_of_return, "traffic returned to normal"),
        (words.tells_of_widening, "more logging added in all regions"),
        (words.tells_of_temporary_measure, "not a temporary problem"),
    ],
)
def test_what_did_not_happen_is_not_told(tells: object, text: str) -> None:
    """Plans, doubts and look-alikes raise nothing."""
    assert callable(tells)
    assert not tells(text)
