"""PagerDuty: log entries, notes and incidents."""

import json

import pytest

from pirtui.capture.candidates import UnreadableSource
from pirtui.capture.material import Material
from pirtui.capture.sources.pagerduty import _WORDS, FORMAT
from pirtui.domain.events import Milestone
from tests.capture.sources.reading_sources import event, evidence, from_fixture, from_text, texts, times


def test_log_entries_come_oldest_first() -> None:
    """Newest-first entries are turned, those of one second too, and times follow their offset."""
    read = evidence(FORMAT, from_fixture("tools/pagerduty_log_entries.json"))
    assert texts(read) == [
        *("Triggered through the API: 5xx over 5%", "Assigned to Ada", "Notified Ada by push"),
        *("Notified Ada by SMS", "Acknowledged by Ada", "Escalated by Ada", "Pool is exhausted"),
        *("Rolled back to build 4811", "Resolved by Ada"),
    ]
    assert times(read)[4] == "2026-05-04 11:12:30+02:00"


def test_notifications_are_noise_and_nothing_else_is() -> None:
    """Notifications are folded; they are most of what PagerDuty writes."""
    read = evidence(FORMAT, from_fixture("tools/pagerduty_log_entries.json"))
    assert [each.noise for each in read.candidates] == [
        "",
        "",
        "notification",
        "notification",
        *[""] * 5,
    ]


def test_each_entry_has_its_own_actor_and_origin() -> None:
    """The agent is the actor; the page of the entry is its origin, else file and line."""
    read = evidence(FORMAT, from_fixture("tools/pagerduty_log_entries.json"))
    acknowledged, escalated = event(read.candidates[4]), event(read.candidates[5])
    assert acknowledged.actor == "Ada"
    assert acknowledged.source == "https://example.pagerduty.com/incidents/Q1/log_entries/R05"
    assert escalated.source == "pagerduty_log_entries.json:18"


def test_milestones_are_suggested_and_not_set() -> None:
    """What the entries state as data is offered, once each."""
    read = evidence(FORMAT, from_fixture("tools/pagerduty_log_entries.json"))
    suggested = [milestone for each in read.candidates for milestone in each.suggested]
    assert suggested == [Milestone.DETECTED, Milestone.ACKNOWLEDGED, Milestone.RESOLVED]
    assert not any(event(each).milestones for each in read.candidates)


def test_more_pages_are_pointed_out() -> None:
    """A list that goes on elsewhere says so, with the number of all entries."""
    read = evidence(FORMAT, from_fixture("tools/pagerduty_log_entries.json"))
    assert read.notices == (
        "There are more entries, 40 in all, on pages after this one that are not in this file.",
    )


@pytest.mark.parametrize("kind", sorted(_WORDS))
def test_every_type_is_worded_without_a_summary(kind: str) -> None:
    """An entry that only has a type and an agent still says what happened and by whom."""
    entry = {
        "type": f"{kind}_log_entry",
        "created_at": "2026-05-04T09:00:00Z",
        "agent": {"summary": "Ada"},
    }
    read = evidence(FORMAT, from_text(json.dumps(entry)))
    assert texts(read) == [f"{_WORDS[kind]} by Ada"]


def test_notes_are_events_with_code_beside() -> None:
    """Notes are told oldest first, their author is the actor."""
    read = evidence(FORMAT, from_fixture("tools/pagerduty_notes.json"))
    assert [(event(each).actor, event(each).text) for each in read.candidates] == [
        ("Ada", "Looking"),
        ("Bo", "Rolled back"),
    ]
    assert event(read.candidates[1]).note == "kubectl rollout undo"


def test_an_incident_tells_its_own_beginning_and_end() -> None:
    """Without `resolved_at` the last change of a resolved incident is its end."""
    read = evidence(FORMAT, from_fixture("tools/pagerduty_incident.json"))
    assert texts(read) == [
        "Triggered: [#77] checkout 5xx",
        "Acknowledged by Ada: [#77] checkout 5xx",
        "Resolved: [#77] checkout 5xx",
    ]
    assert times(read)[2] == "2026-05-04 11:31:00+02:00"


def test_an_open_incident_has_no_end() -> None:
    """What is not resolved is not said to be."""
    incident = {
        "incident_number": 1,
        "title": "x",
        "created_at": "2026-05-04T09:00:00Z",
        "resolved_at": None,
    }
    read = evidence(FORMAT, from_text(json.dumps({"incidents": [incident]})))
    assert texts(read) == ["Triggered: [#1] x"]


def test_entries_of_several_incidents_say_of_which() -> None:
    """In a list of the whole account each entry names its incident."""
    entries = [
        {
            "type": "acknowledge_log_entry",
            "summary": "Acknowledged by Ada",
            "created_at": "2026-05-04T09:00:00Z",
            "incident": {"id": key, "summary": f"[#{key}] x"},
        }
        for key in "12"
    ]
    read = evidence(FORMAT, from_text(json.dumps(entries)))
    assert texts(read) == ["Acknowledged by Ada ([#1] x)", "Acknowledged by Ada ([#2] x)"]


def test_an_odd_entry_is_passed_over_and_named() -> None:
    """One record that is no entry costs a notice; an entry without a time is kept and asked about."""
    entries = [
        7,
        {"type": "resolve_log_entry", "summary": "Resolved", "created_at": None},
        {"type": "trigger_log_entry", "summary": "Triggered", "created_at": "2026-05-04T09:00:00Z"},
    ]
    read = evidence(FORMAT, from_text(json.dumps({"log_entries": entries})))
    assert sorted(texts(read)) == ["Resolved", "Triggered"]
    assert [each.questions for each in read.candidates if not event(each).time.start] == [
        ("No time is stated here. When was it?",)
    ]
    assert read.notices[0].startswith("t.txt:1: expected")


def test_a_cut_file_is_refused_with_its_line() -> None:
    """One sentence names the file, the line and what was expected."""
    cut = Material("p.json", from_fixture("tools/pagerduty_log_entries.json").content[:700])
    with pytest.raises(
        UnreadableSource, match=r"^p\.json, line \d+: the JSON is cut off here; expected"
    ):
        evidence(FORMAT, cut)
