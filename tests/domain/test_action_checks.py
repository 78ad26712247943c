"""What an action lacks in words, what its wording suggests, and what the room may look at once more."""

from datetime import date

import pytest

from pirtui.domain import changes
from pirtui.domain.action_checks import checks, heading, set_checks
from pirtui.domain.action_suggestions import confirmed, suggestion
from pirtui.domain.actions import Action, ActionKind, ActionStatus, FixFamily, Priority, Strength
from pirtui.domain.factors import Theme
from pirtui.domain.people import Person
from tests.domain.making import review_of

TODAY = date(2026, 11, 23)
WHOLE = Action(
    label="A1",
    text="Reject a wildcard that matches more than 5 hosts",
    owner="jane",
    due=date(2026, 12, 4),
    kind=ActionKind.PREVENT,
    strength=Strength.STRONGER,
    status=ActionStatus.AGREED,
    done_test="a test in CI covers 0, 5 and 6 hosts",
    effect_measure="no delete of more than 5 hosts in a quarter",
    evidence=("F1",),
)
PEOPLE = (Person(label="P1", name="Jane", role="storage lead", team="Storage"),)


def warned(action: Action) -> list[str]:
    """The names of the checks that warn."""
    return [check.name for check in checks(action, PEOPLE, TODAY) if not check.passed]


def test_a_whole_action_passes_every_check() -> None:
    """All nine are in place, and said so without a grade."""
    found = checks(WHOLE, PEOPLE, TODAY)
    assert warned(WHOLE) == []
    assert heading(found) == "9 of 9 in place"


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"text": "The runbook of the failover"}, "verb first"),
        ({"text": "Monitoring for the queue"}, "verb first"),
        ({"text": "Team to update docs"}, "verb first"),
        ({"text": "LB: review the calls of the catalogue"}, "verb first"),
        ({"text": "Fix it"}, "verb first"),
        ({"text": "Improve the alerting of payments"}, "scope"),
        ({"text": "Be more careful with wildcards"}, "scope"),
        ({"text": "Investigate the timeouts of the proxy", "done_test": ""}, "scope"),
        ({"done_test": " "}, "done when"),
        ({"owner": ""}, "owner"),
        ({"owner": "storage"}, "owner"),
        ({"owner": "platform-team"}, "owner"),
        ({"owner": "everyone"}, "owner"),
        ({"status": ActionStatus.PROPOSED}, "owner"),
        ({"due": None}, "date"),
        ({"due": TODAY}, "date"),
        ({"due": date(2027, 6, 1)}, "date"),
        ({"due": date(2026, 12, 20), "priority": Priority.CRITICAL}, "date"),
        ({"evidence": ()}, "linked"),
        ({"kind": None}, "kind"),
        ({"strength": None}, "strength"),
        ({"effect_measure": ""}, "effect"),
        ({"effect_measure": "it is merged and deployed"}, "effect"),
        ({"effect_measure": WHOLE.done_test}, "effect"),
    ],
)
def test_each_check_warns_in_words_that_help(fields: dict[str, object], name: str) -> None:
    """What is missing is named, and the words say what would help rather than what is bad."""
    action = WHOLE.changed(**fields)
    assert name in warned(action)
    said = next(check.said for check in checks(action, PEOPLE, TODAY) if check.name == name)
    assert said
    assert not any(word in said.lower() for word in ("bad", "poor", "wrong", "vague"))


@pytest.mark.parametrize(
    "text",
    [
        "Improve checkout latency to under 300 ms",
        "Bring the standby into the second region",
        "Page payments on-call when lag is above 10k for 5 min",
        "Ignore plan files in every repository",
        "Let every new token expire",
        "Scale coreDNS with the number of nodes",
        "Run a failover drill each quarter with whoever is on call",
        "Use no token that lives long",
    ],
)
def test_good_wording_draws_no_warning(text: str) -> None:
    """A real action of a real report is neither without a verb nor without an end."""
    assert warned(WHOLE.changed(text=text)) == []


def test_an_action_not_done_owes_its_reason_only() -> None:
    """Nothing else is asked of it."""
    dropped = WHOLE.changed(status=ActionStatus.NOT_DOING, owner="", due=None)
    assert [check.name for check in checks(dropped, PEOPLE, TODAY)] == ["reason"]
    assert warned(dropped) == ["reason"]
    assert warned(dropped.changed(status_reason="the queue goes away")) == []


@pytest.mark.parametrize(
    ("text", "family", "kind", "strength"),
    [
        ("Alert when the queue holds more than 500 items", "observability", "detect", "intermediate"),
        ("Page on-call when consumer lag is above 10k", "observability", "detect", "intermediate"),
        ("Add a dashboard for consumer lag", "observability", "detect", "intermediate"),
        ("Cover log collection in the tests", "automated-testing", "prevent", "intermediate"),
        ("Download a crate in the smoke test", "automated-testing", "prevent", "intermediate"),
        ("Reject a container runtime that does not exist", "tooling", "prevent", "stronger"),
        ("Make the delete command refuse more than 5 hosts", "tooling", "prevent", "stronger"),
        ("Block merge when the allow-list is empty", "tooling", "prevent", "stronger"),
        ("Limit retries to three with backoff", "rate-limiting", "mitigate", "stronger"),
        ("Add a circuit breaker in front of search", "rate-limiting", "mitigate", "stronger"),
        ("Give each zone its own scaling group", "isolation", "mitigate", "stronger"),
        ("Roll out configuration by canary", "progressive-rollout", "mitigate", "stronger"),
        ("Retire the old cluster", "decommission", "prevent", "stronger"),
        ("Restore a backup each month and time it", "disaster-recovery", "respond", "intermediate"),
        ("Run a failover drill each quarter", "chaos-engineering", "learn", "intermediate"),
        ("Inject faults into the failover", "chaos-engineering", "learn", "intermediate"),
        ("Document the rollover of nodes", "documentation", "respond", "weaker"),
        ("Link the failover runbook from the alert", "documentation", "respond", "intermediate"),
        ("Add the disk configuration to the alert runbook", "documentation", "respond", "weaker"),
        ("Train everyone on failover", "training", "respond", "weaker"),
        ("Agree who decides on a banner", "process", "prevent", "weaker"),
        ("Add a second approval", "process", "prevent", "weaker"),
        ("Assign an owner to the ledger queue", "ownership", "respond", "intermediate"),
        ("Add a standby in another region", "redundancy", "mitigate", "intermediate"),
        ("Find out why a changed label sent every record again", None, "learn", "weaker"),
    ],
)
def test_the_wording_suggests_what_is_plain(
    text: str, family: str | None, kind: str, strength: str
) -> None:
    """Family, kind and strength follow from what is to be done."""
    found = suggestion(Action(label="A1", text=text))
    assert (found.family, found.kind, found.strength) == (family, kind, strength)


@pytest.mark.parametrize(
    "text",
    [
        "Upgrade the storage component",
        "Fix the bug",
        "Build images from clean checkouts only",
        "Be careful",
    ],
)
def test_in_doubt_nothing_is_suggested(text: str) -> None:
    """Words that fit several sorts of fix, or none, stay without one."""
    assert suggestion(Action(label="A1", text=text)).is_empty


def test_what_is_set_is_never_overwritten() -> None:
    """Confirming fills only what was left open, and is then done."""
    action = Action(label="A1", text="Alert on missing logs", strength=Strength.WEAKER)
    taken = confirmed(action)
    assert (taken.family, taken.kind, taken.strength) == (
        FixFamily.OBSERVABILITY,
        ActionKind.DETECT,
        Strength.WEAKER,
    )
    assert suggestion(taken).is_empty


def test_the_set_is_looked_at_as_a_whole() -> None:
    """Detection alone, nothing strong, a theme without an answer and missing tickets are said."""
    alert = Action(
        label="A0",
        text="Alert on lag",
        kind=ActionKind.DETECT,
        strength=Strength.WEAKER,
        priority=Priority.HIGH,
        status=ActionStatus.AGREED,
    )
    review = review_of(Theme(label="T0", name="retries"), alert, alert)
    said = {check.name: check.said for check in set_checks(review) if not check.passed}
    assert set(said) == {"themes", "strength", "balance", "tracker"}
    assert "#retries" in said["themes"]
    assert "A1, A2" in said["tracker"]
    assert set_checks(review_of()) == ()


def test_more_than_seven_agreed_actions_are_asked_about() -> None:
    """Which of them matter most is the room's to say."""
    review = review_of()
    for _ in range(8):
        review = changes.add(review, WHOLE)
    names = [check.name for check in set_checks(review) if not check.passed]
    assert "number" in names
