"""What the rules say about lines, by who stands as the subject."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.domain.blame_language import Finding, Level, findings

NOTHING: frozenset[str] = frozenset()


def warned(text: str, roster: frozenset[str] = NOTHING) -> str:
    """The category of the warning about a text, if there is one."""
    return next((each.category for each in findings(text, roster) if each.level is Level.WARN), "")


@pytest.mark.parametrize(
    ("person", "system"),
    [
        ("The deployer failed to check the graph.", "The health check failed to start."),
        ("The reviewer ignored the warning.", "The parser ignored the warning."),
        ("The team broke production.", "The change broke production."),
        ("The on-call missed the alert.", "The on-call alert missed the spike."),
        ("The lead engineer caused the outage.", "A full disk caused the outage."),
        ("The contractor is at fault.", "The load balancer is at fault."),
        ("The support agent never checked the queue.", "The monitoring agent never checked the queue."),
        ("The release manager skipped the canary.", "The package manager skipped the canary."),
        ("Why did the responder restart it?", "Why did the cache restart it?"),
        ("Discipline the engineer.", "Discipline the queue."),
        ("The DBA should have read the plan.", "The planner should have read the index."),
        (
            "If the DBA had tried again, it would be up.",
            "If the client had tried again, it would be up.",
        ),
        ("The reviewer did not check the lease.", "The controller did not check the lease."),
        ("Why did the responder give up?", "Why did the client give up?"),
        ("How could the reviewer miss this?", "How could Sidekiq miss this?"),
        ("It was the operator's fault.", "It was the scheduler's fault."),
    ],
)
def test_people_are_spoken_of_and_systems_may_fail(person: str, system: str) -> None:
    """The same words are a warning behind a person and fine behind a program."""
    assert warned(person)
    assert not warned(system)


@pytest.mark.parametrize(
    "text",
    [
        "bob breaks prod",
        "ops missed it again",
        "dev didnt read the runbook",
        "The reviewer looked at nothing and forgot to tag the release.",
        "The engineer on the storage team simply did not check.",
        "The responder, who was new, should have called somebody.",
        "They've been ignoring this alert for weeks.",
        "Should of tested it first.",
        "The alert was ignored by the on-call.",
        "THE OPERATOR FORGOT TO CLOSE THE VALVE",
    ],
)
def test_notes_contractions_and_what_stands_between_are_understood(text: str) -> None:
    """A blaming line is found however hastily it was typed."""
    assert warned(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody is to blame here.",
        "We are not here to point fingers.",
        "It was not the engineer's fault.",
        "Rather than human error, look at the prompt.",
        "Engineers should have access to the broker.",
        "An engineer should not have been able to delete all hosts.",
        "If an engineer pushes a bad config, the check rejects it.",
        "The page to the on-call failed to arrive.",
        "The pods came back but they failed to bind.",
        "The dashboard made the team miss the second spike.",
        "What would have told the on-call sooner?",
        "Users missed their deliveries.",
        "The Kubernetes operator ignored the new resource.",
        "The US region failed to recover.",
        "",
        "   ",
        "Login was broken until 12:18; since when is an open question.",
        "None says that visitors cannot log in, so they did not look like one incident.",
        "Show something at once, then read the rest.",
        "The parser does not assume UTF-8.",
        "Do not assume that the cache is warm.",
        "Concentrate logs in one place.",
        "Improve their detection of stale locks by adding a metric.",
        "Try to avoid full table scans in the report query.",
    ],
)
def test_what_sounds_alike_stays_silent(text: str) -> None:
    """Plans, negations, objects and impact are no blame."""
    assert not warned(text)


@pytest.mark.parametrize(
    "text",
    [
        'Support said "you should have tested it" at 10:02.',
        "Support said “the team broke it” at 10:02.",
        "The flag `who broke this` is printed.",
        "See https://example.org/who/broke/this for the log.",
        "The review called it 'human error' then.",
    ],
)
def test_words_of_others_are_left_alone(text: str) -> None:
    """Quotations, code and addresses are not the line's own wording."""
    assert findings(text) == ()


def test_a_reason_turns_an_omission_into_a_hint() -> None:
    """Saying what shaped a step is what the room is after."""
    assert warned("The on-call skipped the restart.")
    explained = findings("The on-call skipped the restart because the host was up already.")
    assert [each.level for each in explained] == [Level.HINT]
    assert warned("The on-call skipped the restart because he was lazy.")


def test_an_entry_gets_one_warning_the_most_severe() -> None:
    """Nobody is scolded twice for one line."""
    found = findings("Fire the careless developer who forgot to test, it was his mistake.")
    assert [each.category for each in found if each.level is Level.WARN] == ["PU"]
    assert found[0].level is Level.WARN


def test_the_roster_makes_names_of_words() -> None:
    """A name that no list knows counts as a person where it is on the roster, and is told itself."""
    text = "Qorl missed the alert."
    assert not warned(text)
    roster = frozenset({"Qorl Vandermeer"})
    assert warned(text, roster) == "IB"
    assert [each.rule for each in findings("Qorl joined at 10:00.", roster)] == ["NM"]


def test_names_that_are_words_need_their_capital() -> None:
    """`Will` on the roster does not make a name of every `will`."""
    roster = frozenset({"Will Stone"})
    assert findings("The job will restart by itself.", roster) == ()
    assert [each.match for each in findings("At 10:00 Will joined.", roster)] == ["Will"]


@pytest.mark.parametrize(
    ("text", "rewrite"),
    [
        ("Why did the on-call wait so long?", "What led the on-call to wait so long?"),
        ("Why did we wait?", "What led us to wait?"),
        ("The root cause was a full disk.", "A contributing factor was a full disk."),
        ("Root cause: expired certificate.", "Contributing factor: expired certificate."),
        ("In hindsight the signal was there.", "The signal was there."),
        ("It was obviously the cache.", "It was the cache."),
        ("The config was changed carelessly.", "The config was changed."),
        ("Why didn't you page them?", ""),
        ("The deployer failed to check the graph.", ""),
    ],
)
def test_rewrites_take_only_the_words_that_are_there(text: str, rewrite: str) -> None:
    """Where words would have to be invented, only wording with blanks is offered."""
    found = findings(text)[0]
    assert found.rewrite == rewrite
    assert found.instead
    assert found.why.endswith(".")


_VOCABULARY = """
    the engineer team who and , . if had should have not never because on-call without did was by ops
    they nobody somebody else no one forgot broke to a wrong config Bo Ada's my fault ? why “ ” ' ` @x of
"""
_WORDS = st.sampled_from(_VOCABULARY.split())


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.lists(_WORDS, max_size=30).map(" ".join), st.text(max_size=80)))
def test_any_line_can_be_read(text: str) -> None:
    """Whatever is typed, findings lie within it and at most one is a warning."""
    found: tuple[Finding, ...] = findings(text)
    assert all(text[each.start : each.end] == each.match for each in found)
    assert sum(each.level is Level.WARN for each in found) <= 1
