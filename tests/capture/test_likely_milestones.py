"""Milestones are suggested by what happened, never by what is denied, planned or asked."""

import pytest

from pirtui.capture.likely_milestones import likely_milestones, suggestions
from pirtui.domain.events import Event, Milestone

TOLD = [
    ("Declared an incident", Milestone.DECLARED),
    ("Incident declared in #ops", Milestone.DECLARED),
    ("Engineer declares an incident", Milestone.DECLARED),
    ("NP opens a status page incident", Milestone.DECLARED),
    ("Acknowledged by Ada", Milestone.ACKNOWLEDGED),
    ("ack", Milestone.ACKNOWLEDGED),
    ("Report acknowledged by the engineer", Milestone.ACKNOWLEDGED),
    ("pages the on-call engineer", Milestone.NOTIFIED),
    ("Ada is paged", Milestone.NOTIFIED),
    ("Video call opened", Milestone.MOBILISED),
    ("war room opened", Milestone.MOBILISED),
    ("Disk alert fires", Milestone.DETECTED),
    ("Uptime check fails", Milestone.DETECTED),
    ("First user reports that image pulls fail", Milestone.DETECTED),
    ("Customers report errors at checkout", Milestone.DETECTED),
    ("outage starts", Milestone.IMPACT_START),
    ("first errors in checkout", Milestone.IMPACT_START),
    ("error rate rises to 5%", Milestone.IMPACT_START),
    ("AC cause found", Milestone.DIAGNOSED),
    ("@user-c has the cause", Milestone.DIAGNOSED),
    ("root cause identified", Milestone.DIAGNOSED),
    ("Rolled back for now.", Milestone.MITIGATED),
    ("rolled back to 4811", Milestone.MITIGATED),
    ("hotfix deployed", Milestone.MITIGATED),
    ("(outage ends)", Milestone.MITIGATED),
    ("search back to normal", Milestone.RECOVERED),
    ("service restored", Milestone.RECOVERED),
    ("tests all pass", Milestone.VERIFIED),
    ("verified by three customers", Milestone.VERIFIED),
    ("incident closed", Milestone.RESOLVED),
    ("Marked resolved.", Milestone.RESOLVED),
    ("Called resolved.", Milestone.RESOLVED),
    ("all clear", Milestone.RESOLVED),
    ("Ticket closed as resolved", Milestone.RESOLVED),
]
SILENT = [
    "not resolved yet",
    "will roll back if it gets worse",
    "should we declare an incident?",
    "decided not to declare an incident",
    "trying to roll back",
    "still not mitigated",
    "cannot acknowledge the page",
    "asks whether the cause is found",
    "waiting until the service is back",
    "no alert fired",
    "plan: hotfix deployed at six",
    "before the outage starts",
    "if the service is restored",
    "the page loads slowly",
    "resolved to keep the old version",
    "call the vendor",
    "opens the dashboard",
    "packet loss on the link",
    "stack trace in the log",
    "the feature is back-ported",
]


@pytest.mark.parametrize(("text", "milestone"), TOLD)
def test_words_suggest_a_milestone(text: str, milestone: Milestone) -> None:
    """What happened is recognised in the words of real timelines."""
    assert milestone in likely_milestones(text)


@pytest.mark.parametrize("text", SILENT)
def test_what_did_not_happen_suggests_nothing(text: str) -> None:
    """Denials, plans, questions and look-alikes are silent."""
    assert likely_milestones(text) == ()


def _events(*texts: str) -> list[Event | None]:
    return [Event(label="E0", text=text) if text else None for text in texts]


def test_each_milestone_is_suggested_once() -> None:
    """The first alert counts, and the last time that it was resolved."""
    events = _events("alert fires", "resolved", "another alert fires", "", "all clear")
    assert list(suggestions(events, ())) == [
        (Milestone.DETECTED,),
        (),
        (),
        (),
        (Milestone.RESOLVED,),
    ]


def test_a_milestone_that_is_set_is_not_suggested() -> None:
    """What the timeline has, or the source states itself, needs no suggestion."""
    events = _events("alert fires", "rolled back")
    assert list(suggestions(events, [Milestone.DETECTED])) == [(), (Milestone.MITIGATED,)]
