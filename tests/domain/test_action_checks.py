"""The nine checks of an action: what is in place, what would help, no nonsense about good wording."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from pirtui.domain.action_checks import (
    ActionCheck,
    CheckContext,
    Standing,
    action_checks,
    in_place,
)
from pirtui.domain.action_hints import (
    CAREFUL,
    CUE,
    DECIDE,
    DRILL,
    LEVEL,
    PAGE,
    REPAIR,
    SIGNAL,
    STUDY,
    SURE,
    THING,
    VERB,
)
from pirtui.domain.actions import Action, ActionKind, ActionStatus, Priority, Strength
from pirtui.domain.people import Person
from tests.strategies import hostile_texts

TODAY = date(2026, 11, 23)
PEOPLE = (
    Person(label="P1", name="Ada Lovelace", role="release lead", team="platform"),
    Person(label="P2", name="Bo", role="support team lead", team="support"),
)
CONTEXT = CheckContext(TODAY, None, PEOPLE)
WHOLE = Action(
    label="A1",
    text="Make the delete command reject a match of more than 5 hosts",
    owner="Ada Lovelace",
    due=TODAY + timedelta(days=20),
    kind=ActionKind.PREVENT,
    strength=Strength.STRONGER,
    priority=Priority.HIGH,
    status=ActionStatus.AGREED,
    done_test="a test covers 0, 5 and 6 hosts",
    effect_measure="no bulk delete without a count in a quarter",
    evidence=("F1",),
)


def checked(name: str, context: CheckContext = CONTEXT, **fields: object) -> ActionCheck:
    """One check of the whole action with other fields."""
    checks = action_checks(WHOLE.changed(**fields), context)
    return next(check for check in checks if check.name == name)


def test_a_whole_action_has_nine_of_nine_in_place() -> None:
    """Nine checks, each of which says in a few words what it found."""
    checks = action_checks(WHOLE, CONTEXT)
    assert (in_place(checks), len(checks)) == (9, 9)
    assert all(check.text for check in checks)


def test_an_empty_action_draws_help_and_no_blame() -> None:
    """Every sentence of help says what to do; none judges the wording or its author."""
    checks = action_checks(Action(label="A1", text="stuff"), CONTEXT)
    told = " ".join(check.text for check in checks).lower()
    assert not any(word in told for word in ("vague", "bad", "poor", "wrong", "fail", "you should", "!"))


def test_an_action_decided_against_needs_only_its_reason() -> None:
    """The other checks are about work that nobody will do."""
    refused = WHOLE.changed(status=ActionStatus.NOT_DOING)
    assert [check.standing for check in action_checks(refused, CONTEXT)] == [Standing.WARN]
    reasoned = refused.changed(status_reason="costs more than the harm")
    assert [check.standing for check in action_checks(reasoned, CONTEXT)] == [Standing.PASS]


GOOD = """
    Make the delete command reject a match of more than 5 hosts without `--count N`
    Page payments on-call when consumer lag is above 10k for 5 min
    By 6 Jun, write one page: which of 3 timeouts bound, with load-test graph; decide on change
    Run a failover drill each quarter with whoever is on call; record minutes to recover
    Link the failover runbook from the alert; two people outside the team complete it in staging
    Block merge when the rendered config has an empty allow-list
    Reject an invalid postcode at the form and at the API; add a property test
    Forbid cross-region promotion
    Document rollover
    Alarm on missing log data
    Guard against invalid runtime
    Automate deploys
    Update upgrade runbook to compare launch templates
    Scale coreDNS with node count
    Find token uses
    Stop using the token
    Runbook: revoke by API
    User guide: purge git history
    Ignore `*.out`
    Document web console fix
    Collect commands into the SRE guide
    Decide how to call an incident resolved
    MEDIUM: automate smoke tests
    Upgrade storage component
    Notify on-call for approval
    Paul: check queue retention when not reindexing
    Create incident reference page
    Lead review of token use
    Write a report
    Shard the orders table by customer
    Quarantine the flaky volume
    Autoscale the workers from 3 to 12
    Preallocate 200 addresses per node
    De-duplicate the retry queue
    Backup the wiki every night
    Secure the admin port with client certificates
    Process refunds in batches of 100
    Clear the cache after each deploy
    Improve p99 of the checkout from 900 ms to below 400 ms
    Ensure that a restore takes less than 30 minutes
    Reduce the retries of the mobile client to two
    We should cap exports at 50 per client
    [x] Remove the muted rule from the alert file
    Platform team to retire the old importer
    When the canary fails, roll back automatically
    Never deploy config and code in one step
    Don't retry a payment without its idempotency key
    Investigate the three timeouts and write one page with the load-test graph
    Evaluate managed Postgres and decide by 6 June
    Review the muted alerts each month
    Train the fraud model without the test accounts
    Add monitoring of free inodes on the build hosts
    Update the docs of the release command
    Fix the race in the session cleaner
    Tell the three affected customers what was lost
    Test the restore of the ledger every month
    Look up the zone from the customer's address
    Increase the disk of the build hosts to 500 GB
    Deploy behind a feature flag
    Check free inodes before each import
    Opt all new tenants out of auto-update
    Let support see the deploy log
    Fuzz the parser for ten minutes on every merge
    Prewarm the cache before traffic moves
    Wire the breaker into the gateway
    Dual-write orders for one week
    Precompute the permissions table at night
""".strip().splitlines()


@pytest.mark.parametrize("text", [line.strip() for line in GOOD])
def test_good_wording_draws_no_hint(text: str) -> None:
    """Neither how it begins nor how wide it is."""
    assert checked("change", text=text, done_test="").passed
    assert checked("scope", text=text).passed


@pytest.mark.parametrize(
    ("text", "help_text"),
    [
        ("Be more careful with wildcards", CAREFUL),
        ("be careful when deleting hosts", CAREFUL),
        ("Pay closer attention to the canary graph", CAREFUL),
        ("Double-check the allow-list before merging", CAREFUL),
        ("Improve monitoring", SIGNAL),
        ("Better monitoring", SIGNAL),
        ("Add more alerts", SIGNAL),
        ("Add monitoring", SIGNAL),
        ("We need better alerting", SIGNAL),
        ("Investigate timeouts", STUDY),
        ("Look into IPv6", STUDY),
        ("Look at IPv6 for prefix starvation", STUDY),
        ("Alex: find why a label change did this", STUDY),
        ("Review behaviour for requestable items", STUDY),
        ("Consider prioritising reliability tasks", DECIDE),
        ("Think about moving to IPv6", DECIDE),
        ("Maybe add a cache", DECIDE),
        ("Train everyone on failover", DRILL),
        ("Educate developers about locks", DRILL),
        ("Team to update docs", PAGE),
        ("Update the documentation", PAGE),
        ("Fix the bug", REPAIR),
        ("Fix it", REPAIR),
        ("Improve rollover", LEVEL),
        ("Optimise the search", LEVEL),
        ("Reduce alert noise", LEVEL),
        ("Ensure backups work", SURE),
        ("Make sure the flag is off", SURE),
        ("Remind everyone to use the deploy script", CUE),
        ("Communicate better during incidents", CUE),
        ("Raise awareness of the stop word", CUE),
        ("New status reporting", VERB),
        ("Priority classes", VERB),
        ("Integration tests", VERB),
        ("Test coverage for logs", VERB),
        ("Script for launch tests", VERB),
        ("No long-lived token", VERB),
        ("Staging environment", VERB),
        ("Logging and alerts for CNI errors", VERB),
        ("Change things", THING),
        ("Automate", THING),
    ],
)
def test_open_wording_gets_a_pattern_to_fill_in(text: str, help_text: str) -> None:
    """What would help is shown as words, with blanks where the room knows more than we do."""
    check = checked("change", text=text, done_test="")
    assert (check.standing, check.text) == (Standing.WARN, help_text)


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("Plan for monitoring/scaling of all resources", False),
        ("Add timeouts to every service", False),
        ("Replace the old client everywhere", False),
        ("Add limits, retries etc", False),
        ("Rotate keys where needed", False),
        ("Remove the flag, add a test and write a runbook", False),
        ("Remove all alerts that nobody acted on in 90 days", True),
        ("Make `--all` refuse to run on all hosts of production", True),
        ("Revert the flag and delete the cron job", True),
    ],
)
def test_scope(text: str, passed: bool) -> None:
    """Everything at once, or several changes in one, is easier in parts."""
    assert checked("scope", text=text).passed is passed


@pytest.mark.parametrize("told", ["done", "Merged", "when it's done", "finished", "TBD"])
def test_a_done_test_says_more_than_done(told: str) -> None:
    """A stranger could not look at it."""
    assert not checked("done test", done_test=told).passed


@pytest.mark.parametrize(
    ("owner", "passed"),
    [
        ("Ada Lovelace", True),
        ("ada-lovelace", True),
        ("release lead", True),
        ("support team lead", True),
        ("someone.else", True),
        ("", False),
        ("tbd", False),
        ("platform", False),
        ("platform-team", False),
        ("Support", False),
        ("everyone", False),
        ("Ada and Bo", False),
        ("ada/bo", False),
    ],
)
def test_one_person_owns_it(owner: str, passed: bool) -> None:
    """A name or a role is one person; a team, two people or nobody is not."""
    assert checked("owner", owner=owner).passed is passed


def test_a_team_stays_welcome_as_backup() -> None:
    """The words name the team and ask for a person."""
    told = checked("owner", owner="platform-team").text
    assert told == "platform-team is a team: name one person, with the team as backup."


def test_an_owner_has_accepted_once_it_is_agreed() -> None:
    """Until then the check asks whether they said yes."""
    assert checked("owner", status=ActionStatus.PROPOSED).text.startswith("Has Ada Lovelace said yes?")


@pytest.mark.parametrize(
    ("days", "priority", "passed"),
    [
        (None, Priority.HIGH, False),
        (-3, Priority.HIGH, False),
        (0, Priority.HIGH, False),
        (1, Priority.HIGH, True),
        (28, Priority.HIGH, True),
        (29, Priority.HIGH, False),
        (29, Priority.MEDIUM, True),
        (15, Priority.CRITICAL, False),
    ],
)
def test_a_date_lies_ahead_and_within_its_priority(
    days: int | None, priority: Priority, passed: bool
) -> None:
    """Two, four, eight and twelve weeks are usual."""
    due = None if days is None else TODAY + timedelta(days=days)
    assert checked("date", due=due, priority=priority).passed is passed


def test_a_date_lies_after_the_meeting() -> None:
    """A day before the meeting that agreed on it is a slip of the pen."""
    later = CheckContext(TODAY, TODAY + timedelta(days=9))
    assert not checked("date", later, due=TODAY + timedelta(days=5)).passed


def test_what_is_done_needs_no_later_date() -> None:
    """A finished action has kept its date or missed it."""
    assert checked("date", due=date(2026, 1, 1), status=ActionStatus.DONE).passed


@pytest.mark.parametrize(
    ("told", "passed"),
    [
        ("", False),
        ("merged", False),
        ("PR merged and deployed to production", False),
        ("a test covers 0, 5 and 6 hosts", False),
        ("pages acknowledged within 5 minutes for a month", True),
    ],
)
def test_an_effect_is_more_than_delivery(told: str, passed: bool) -> None:
    """Neither "merged" nor the done test again says whether it helped."""
    assert checked("effect", effect_measure=told).passed is passed


def test_missing_links_kind_and_strength_are_asked_for() -> None:
    """With what the wording suggests, where it suggests something."""
    assert not checked("link", evidence=()).passed
    assert checked("kind", kind=None).text == "~prevent? Ctrl+Y takes it."
    assert checked("strength", strength=None).text == "●●● stronger? Ctrl+Y takes it."
    approval = checked("strength", strength=None, text="Add a second approval to the deploy")
    assert "Could the system hold this step" in approval.text


@settings(max_examples=100, deadline=None)
@given(text=hostile_texts().filter(str.strip), owner=hostile_texts(), told=hostile_texts())
def test_any_wording_can_be_checked(text: str, owner: str, told: str) -> None:
    """Nine checks come back whatever was typed."""
    action = Action(label="A1", text=text, owner=owner, done_test=told, effect_measure=told)
    assert len(action_checks(action, CONTEXT)) == 9
