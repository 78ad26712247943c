"""Alertmanager: payloads of its webhook and the list of its interface."""

import json
from typing import Any

from pirtui.capture.sources.alertmanager import FORMAT
from pirtui.domain.events import Milestone
from tests.capture.sources.reading_sources import event, evidence, from_fixture, from_text, texts, times

BEGUN = {"labels": {"alertname": "A"}, "startsAt": "2026-05-04T09:10:00Z", "fingerprint": "f"}


def read_alerts(*alerts: dict[str, Any]) -> list[str]:
    """The texts of alerts in one payload."""
    return texts(evidence(FORMAT, from_text(json.dumps({"version": "4", "alerts": list(alerts)}))))


def test_an_alert_makes_up_to_two_events() -> None:
    """Firing and resolved; the year 1 is no end, and nanoseconds are read."""
    read = evidence(FORMAT, from_fixture("tools/alertmanager_webhook.json"))
    assert list(zip(times(read), texts(read), strict=True)) == [
        ("2026-05-04 11:10:00.123456+02:00", "HighErrors firing: 5xx over 5%"),
        (
            "2026-05-04 11:12:00+02:00",
            "HighErrors firing (severity page, job node, instance web2:9100)",
        ),
        ("2026-05-04 11:31:00+02:00", "HighErrors resolved: 5xx over 5%"),
    ]
    assert event(read.candidates[0]).time.raw == "2026-05-04T09:10:00.123456789Z"
    assert event(read.candidates[0]).note == "On web1 and web2"


def test_origins_are_pages_that_exist() -> None:
    """The query, else Alertmanager itself, else the place in the file."""
    read = evidence(FORMAT, from_fixture("tools/alertmanager_webhook.json"))
    assert [event(each).source for each in read.candidates[:2]] == [
        "https://alerts.example.org",
        "https://prometheus.example.org/graph?g0.expr=up",
    ]
    lines = evidence(FORMAT, from_fixture("tools/alertmanager_webhook_lines.json"))
    assert event(lines.candidates[0]).source == "alertmanager_webhook_lines.json:1"


def test_what_was_left_out_is_said() -> None:
    """Truncated alerts are missing evidence."""
    read = evidence(FORMAT, from_fixture("tools/alertmanager_webhook.json"))
    assert read.notices == (
        "2 alerts are missing: Alertmanager left out what did not fit (truncatedAlerts).",
    )


def test_an_alert_that_is_sent_again_is_told_once() -> None:
    """Payloads line by line, or in a list, are one story; milestones are suggested, not set."""
    material = from_fixture("tools/alertmanager_webhook_lines.json")
    listed = json.dumps([json.loads(line) for line in material.text.splitlines()])
    for each in (material, from_text(listed)):
        read = evidence(FORMAT, each)
        assert texts(read) == ["HighErrors firing: 5xx over 5%", "HighErrors resolved: 5xx over 5%"]
        assert [each.suggested for each in read.candidates] == [
            (Milestone.DETECTED,),
            (Milestone.RECOVERED,),
        ]
        assert not any(event(each).milestones for each in read.candidates)


def test_an_alert_that_fires_anew_is_another_one() -> None:
    """The same labels at another start are told again."""
    again = BEGUN | {"startsAt": "2026-05-04T10:10:00Z"}
    assert len(read_alerts(BEGUN, again, BEGUN)) == 2


def test_the_list_of_the_interface_is_read() -> None:
    """Its state is an object, its ends are guesses of the future; silenced and idle alerts are noise."""
    read = evidence(FORMAT, from_fixture("tools/alertmanager_api.json"))
    assert [(event(each).text, each.noise) for each in read.candidates] == [
        ("Watchdog firing: Always firing", "always firing"),
        ("DiskFull firing (host db1)", "silenced"),
        ("LagHigh firing: Lag over 10k", ""),
    ]


def test_a_firing_alert_that_has_ended_is_asked_about() -> None:
    """An end in the past contradicts the state."""
    payload = [BEGUN | {"status": "firing", "endsAt": "2026-05-04T09:30:00Z"}]
    read = evidence(FORMAT, from_text(json.dumps(payload)))
    assert texts(read) == ["A firing", "A resolved"]
    assert read.candidates[1].questions[0].endswith("Was it resolved then?")
    assert read_alerts(BEGUN | {"status": "firing", "endsAt": "2026-05-21T09:30:00Z"}) == ["A firing"]


def test_alerts_without_a_fingerprint_are_told_by_their_labels() -> None:
    """Two hosts are two alerts."""
    one, two = ({**BEGUN, "fingerprint": None, "labels": {"alertname": "A", "host": h}} for h in "ab")
    assert read_alerts(one, two, one) == ["A firing (host a)", "A firing (host b)"]


def test_an_odd_alert_is_passed_over_and_named() -> None:
    """Other alerts of the payload are kept."""
    read = evidence(FORMAT, from_text(json.dumps({"alerts": [None, BEGUN, {"labels": []}]})))
    assert texts(read) == ["A firing"]
    assert read.notices[0].startswith("t.txt:1, t.txt:1: expected")
