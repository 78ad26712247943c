"""Opsgenie: alerts, logs and notes."""

import json

import pytest

from pirtui.capture.sources.opsgenie import FORMAT
from pirtui.domain.events import Milestone
from tests.capture.sources.reading_sources import event, evidence, from_fixture, from_text, texts, times


def test_an_alert_tells_its_steps() -> None:
    """`ackTime` counts milliseconds since the alert, a large number those since 1970."""
    read = evidence(FORMAT, from_fixture("tools/opsgenie_alert.json"))
    assert list(zip(times(read), texts(read), strict=True)) == [
        ("2026-05-04 11:10:00.104000+02:00", "Alert created: Checkout 5xx (P1)"),
        ("2026-05-04 11:12:30.104000+02:00", "Alert acknowledged"),
        ("2026-05-04 11:25:00+02:00", "Alert came again, 7 times by then"),
        ("2026-05-04 11:31:00+02:00", "Alert closed"),
    ]
    assert event(read.candidates[1]).actor == "ada@example.org"
    assert event(read.candidates[0]).note == "5xx over 5%"
    suggested = [milestone for each in read.candidates for milestone in each.suggested]
    assert suggested == [Milestone.DETECTED, Milestone.ACKNOWLEDGED, Milestone.RESOLVED]


def test_the_python_library_s_spelling_is_read() -> None:
    """Names with underscores and counts in milliseconds say the same; a guessed end is asked about."""
    read = evidence(FORMAT, from_fixture("tools/opsgenie_alerts_python.json"))
    assert texts(read) == ["Alert created: Search down (P2)", "Alert closed"]
    assert times(read)[1] == "2026-05-04 11:31:00+02:00"
    assert "Was it closed then?" in read.candidates[1].questions[0]


def test_a_log_is_told_oldest_first() -> None:
    """Notifications are noise, epoch milliseconds are times, and a next page is pointed out."""
    read = evidence(FORMAT, from_fixture("tools/opsgenie_log.json"))
    assert [(event(each).text, each.noise) for each in read.candidates] == [
        ("Alert created via api", ""),
        ("Sent [Create] notification to [ada@example.org] via SMS", "notification"),
        ("Alert acknowledged via web", ""),
        ("Alert closed via web", ""),
    ]
    assert times(read)[2] == "2026-05-04 11:12:30.104000+02:00"
    assert "paging.next" in read.notices[0]
    assert event(read.candidates[3]).source == "opsgenie_log.json:2"


def test_notes_are_events() -> None:
    """What somebody noted is told in their words, and suggests nothing."""
    read = evidence(FORMAT, from_fixture("tools/opsgenie_notes.json"))
    assert [(event(each).actor, event(each).text) for each in read.candidates] == [
        ("ada@example.org", "Rolled back to build 4811")
    ]
    assert not read.candidates[0].suggested


@pytest.mark.parametrize("counted", [0, None, "x", -5, {}, [], 10**30])
def test_an_impossible_time_of_acknowledging_is_left_out(counted: object) -> None:
    """A report that says nothing usable makes no event."""
    alert = {
        "tinyId": "1",
        "message": "x",
        "createdAt": "2026-05-04T09:10:00Z",
        "status": "open",
        "report": {"ackTime": counted},
    }
    read = evidence(FORMAT, from_text(json.dumps({"data": [alert]})))
    assert texts(read) == ["Alert created: x"]
