"""incident.io: the times of an incident, and its updates."""

import json

import pytest

from pirtui.capture.sources.incident_io import FORMAT
from pirtui.domain.events import Milestone
from tests.capture.sources.reading_sources import event, evidence, from_fixture, from_text, texts, times


def test_the_times_of_an_incident_are_events() -> None:
    """Names become words, what is not set is left out, and the incident's page is the origin."""
    read = evidence(FORMAT, from_fixture("tools/incident_io_incident.json"))
    assert texts(read) == [
        "Reported (INC-9 checkout down)",
        *("Declared", "Identified", "Resolved", "Closed"),
    ]
    assert times(read)[1] == "2026-05-04 11:15:00+02:00"
    assert {event(each).source for each in read.candidates} == {
        "https://app.incident.example.org/incidents/9"
    }


def test_plain_names_suggest_milestones() -> None:
    """They are suggested and not set; a name that could mean anything suggests nothing."""
    read = evidence(FORMAT, from_fixture("tools/incident_io_incident.json"))
    assert [each.suggested for each in read.candidates] == [
        (Milestone.DETECTED,),
        (Milestone.DECLARED,),
        (Milestone.DIAGNOSED,),
        (Milestone.RESOLVED,),
        (),
    ]
    assert not any(event(each).milestones for each in read.candidates)


def test_updates_are_told_with_their_state() -> None:
    """State and severity lead the message; a person or a key is the actor; a next page is named."""
    read = evidence(FORMAT, from_fixture("tools/incident_io_updates.json"))
    assert [(event(each).actor, event(each).text) for each in read.candidates] == [
        ("Terraform", "Now Investigating, severity Major"),
        ("Ada", "Monitoring: Rolled back, errors are falling: graph (https://graphs.example.org/1)"),
    ]
    assert "pagination_meta.after" in read.notices[0]


def test_updates_beside_their_incident_share_its_page() -> None:
    """One file with both is one story."""
    both = (
        from_fixture("tools/incident_io_incident.json").json
        | from_fixture("tools/incident_io_updates.json").json
    )
    read = evidence(FORMAT, from_text(json.dumps(both)))
    assert len(read.candidates) == 7
    assert {event(each).source for each in read.candidates} == {
        "https://app.incident.example.org/incidents/9"
    }


@pytest.mark.parametrize("value", [{"value": "2026-05-04T09:18:00Z"}, "2026-05-04T09:18:00Z"])
def test_both_shapes_of_a_time_are_read(value: object) -> None:
    """The interface gives an object where it takes a text."""
    entry = {"incident_timestamp": {"name": "Fixed at"}, "value": value}
    incident = {"name": "x", "incident_timestamp_values": [entry]}
    assert texts(evidence(FORMAT, from_text(json.dumps({"incident": incident})))) == ["Fixed (x)"]


def test_an_incident_without_times_has_at_least_its_creation() -> None:
    """The story has a beginning; a test is said to be one."""
    incident = {
        "name": "x",
        "mode": "test",
        "incident_status": {"name": "Triage"},
        "created_at": "2026-05-04T09:18:00Z",
    }
    read = evidence(FORMAT, from_text(json.dumps({"incidents": [incident]})))
    assert texts(read) == ["Incident created (x)"]
    assert read.notices == ("x is marked as a test.",)
