"""Statuspage: incidents and maintenances with their updates."""

import json

from pirtui.capture.sources.statuspage import FORMAT
from pirtui.domain.events import Milestone
from tests.capture.sources.reading_sources import event, evidence, from_fixture, from_text, texts, times


def test_updates_are_told_at_the_shown_time_oldest_first() -> None:
    """The status leads, HTML and line ends become words, offsets are followed."""
    read = evidence(FORMAT, from_fixture("tools/statuspage_incidents.json"))
    assert list(zip(times(read), texts(read), strict=True)) == [
        (
            "2026-05-04 11:14:00+02:00",
            "Investigating: We see errors in checkout. (Checkout errors)",
        ),
        (
            "2026-05-04 11:31:00+02:00",
            "Monitoring: A fix is in place, see the change (https://example.org/fix).",
        ),
        ("2026-05-04 11:40:00+02:00", "Resolved: All good & stable. Thank you."),
    ]
    assert {event(each).source for each in read.candidates} == {"https://stspg.example.org/abc"}
    assert event(read.candidates[1]).note == "Checkout: major outage → operational"


def test_a_shown_time_that_was_moved_is_asked_about() -> None:
    """A few seconds between writing and showing are nothing, twenty minutes are a question."""
    read = evidence(FORMAT, from_fixture("tools/statuspage_incidents.json"))
    assert [len(each.questions) for each in read.candidates] == [0, 0, 1]
    assert read.candidates[2].questions[0].endswith("Which one counts?")


def test_resolved_without_a_time_is_pointed_out() -> None:
    """The incident contradicts itself; milestones are suggested from the updates."""
    read = evidence(FORMAT, from_fixture("tools/statuspage_incidents.json"))
    assert read.notices == ("Checkout errors is resolved, but not when: resolved_at is empty.",)
    assert [each.suggested for each in read.candidates] == [
        (),
        (Milestone.MITIGATED,),
        (Milestone.RESOLVED,),
    ]


def test_a_maintenance_is_noise() -> None:
    """Planned work is folded away."""
    read = evidence(FORMAT, from_fixture("tools/statuspage_maintenances.json"))
    assert {each.noise for each in read.candidates} == {"maintenance"}
    assert texts(read)[-1] == "Completed"


def test_an_incident_says_what_its_updates_do_not() -> None:
    """An earlier start and an end that no update tells are events of their own."""
    incident = {
        "name": "Search",
        "status": "resolved",
        "started_at": "2026-05-04T08:00:00Z",
        "resolved_at": "2026-05-04T10:00:00Z",
        "incident_updates": [
            {"status": "identified", "body": "x", "display_at": "2026-05-04T09:00:00Z"},
        ],
    }
    read = evidence(FORMAT, from_text(json.dumps({"incident": incident})))
    assert texts(read) == ["Started (Search)", "Identified: x", "Resolved"]
    bare = {**incident, "incident_updates": [], "resolved_at": None}
    assert texts(evidence(FORMAT, from_text(json.dumps([bare])))) == ["Search (Resolved)"]


def test_updates_of_several_incidents_say_of_which() -> None:
    """In a list of incidents every update names its own."""
    incidents = [
        {
            "name": name,
            "status": "monitoring",
            "incident_updates": [
                {"status": "monitoring", "body": "ok", "display_at": f"2026-05-04T09:0{number}:00Z"}
            ],
        }
        for number, name in enumerate(("Search", "Pay"))
    ]
    read = evidence(FORMAT, from_text(json.dumps({"page": {}, "incidents": incidents})))
    assert texts(read) == ["Monitoring: ok (Search)", "Monitoring: ok (Pay)"]
