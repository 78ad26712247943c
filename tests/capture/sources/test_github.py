"""GitHub: issues and pull requests, their comments, reviews, commits and events."""

import json
from typing import Any

import pytest

from pirtui.capture.sources.github import FORMAT
from tests.capture.sources.reading_sources import event, evidence, from_fixture, from_text, texts


def comment(**fields: Any) -> dict[str, Any]:
    """A comment as REST gives it."""
    return {
        "body": "x",
        "created_at": "2026-05-04T09:20:11Z",
        "updated_at": "2026-05-04T09:20:11Z",
        "html_url": "https://github.com/example/shop/issues/7#issuecomment-1",
        "user": {"login": "ada"},
    } | fields


def told(*records: Any) -> list[tuple[str, str]]:
    """What a list of records says, each with why it is noise."""
    read = evidence(FORMAT, from_text(json.dumps(list(records))))
    return [(event(each).text, each.noise) for each in read.candidates]


def test_an_issue_of_gh_is_told_from_its_opening_to_its_end() -> None:
    """Markdown becomes words, bots and hidden comments are noise, the state's reason is told."""
    read = evidence(FORMAT, from_fixture("tools/github_gh_issue.json"))
    assert [(event(each).actor, event(each).text, each.noise) for each in read.candidates] == [
        ("ada", "Opened issue #7: checkout down", ""),
        ("ada", "Rolled back to 4811 (https://ci.example.org/4811). Watching & waiting", ""),
        ("github-actions", "Deployed 4811", "bot chatter"),
        ("stale", "This is stale", "bot chatter"),
        ("cy", "me too", "minimized"),
        ("", "Closed issue #7 as completed", ""),
    ]


def test_body_code_edits_and_links_are_kept() -> None:
    """The body of the issue and code are notes, an edit is noted, the page is the origin."""
    read = evidence(FORMAT, from_fixture("tools/github_gh_issue.json"))
    opened, first = event(read.candidates[0]), event(read.candidates[1])
    assert opened.note == "Errors since 09:05.\n• web1\n• web2"
    assert first.note == "kubectl rollout undo\nEdited afterwards."
    assert first.source == "https://github.com/example/shop/issues/7#issuecomment-1"


def test_a_pull_request_has_commits_reviews_and_its_merge() -> None:
    """Commits stand at the time they were applied; a merge is not told as a closing, too."""
    read = evidence(FORMAT, from_fixture("tools/github_gh_pull.json"))
    assert texts(read) == [
        "Commit abcdef0: Limit retries to 3",
        "Opened pull request #8: Limit retries",
        "Approved: Ship it",
        "Merged pull request #8",
    ]


def test_comments_of_rest_are_read() -> None:
    """Names with underscores; a body that holds a timeline stays one event."""
    read = evidence(FORMAT, from_fixture("tools/github_rest_comments.json"))
    assert [(event(each).text, each.noise) for each in read.candidates] == [
        ("rolled back", ""),
        ("09:05 errors 09:10 page 09:20 rollback", "bot chatter"),
    ]
    assert event(read.candidates[0]).note == "Edited afterwards."


def test_an_issue_beside_its_lists_is_one_story() -> None:
    """What several lists tell is told once; labels and assignments are noise; ghosts have no name."""
    read = evidence(FORMAT, from_fixture("tools/github_rest_timeline.json"))
    assert [(event(each).actor, event(each).text, each.noise) for each in read.candidates] == [
        ("ada", "Opened issue #7: checkout down", ""),
        ("ada", "Label added: sev1", "label"),
        ("ada", "Assigned bo", "assignment"),
        ("ada", "Renamed from “checkout” to “checkout down”", ""),
        ("", "rolled back", ""),
        ("bo", "Closed issue #7 as completed", ""),
        ("ada", "Reopened", ""),
    ]
    assert event(read.candidates[1]).source == "https://github.com/example/shop/issues/7"


def test_a_bot_that_is_alone_is_evidence() -> None:
    """Where nobody else says anything, its words are not folded away."""
    bot = {"login": "robot[bot]", "type": "Bot"}
    assert told(comment(user=bot)) == [("x", "")]
    later = comment(user=bot, created_at="2026-05-04T09:30:00Z")
    assert told(comment(), later) == [("x", ""), ("x", "bot chatter")]


def test_pages_of_a_list_may_follow_one_another() -> None:
    """`gh api --paginate` prints one list after the other."""
    pages = json.dumps([comment()]) + json.dumps([comment(body="y")])
    material = from_text(pages)
    assert FORMAT.recognises(material)
    assert texts(evidence(FORMAT, material)) == ["x", "y"]


@pytest.mark.parametrize(
    ("record", "words", "noise"),
    [
        ({"event": "closed", "state_reason": "not_planned"}, "Closed as not planned", ""),
        ({"event": "merged", "commit_id": "abcdef0123"}, "Merged as abcdef0", ""),
        ({"event": "unlabeled", "label": {"name": "p1"}}, "Label removed: p1", "label"),
        ({"event": "head_ref_force_pushed"}, "Force-pushed", ""),
        ({"event": "locked"}, "Locked", "housekeeping"),
        (
            {"event": "cross-referenced", "source": {"issue": {"number": 9, "title": "fix"}}},
            "Mentioned elsewhere: #9 fix",
            "mention",
        ),
        (
            {"event": "reviewed", "submitted_at": "2026-05-04T09:00:00Z", "state": "changes_requested"},
            "Requested changes",
            "",
        ),
        (
            {
                "event": "committed",
                "sha": "abcdef0123",
                "message": "fix\n\nwhy",
                "committer": {"date": "x"},
            },
            "Commit abcdef0: fix",
            "",
        ),
        ({"event": "renamed", "rename": None}, "Renamed", ""),
    ],
)
def test_events_of_the_timeline_are_worded(record: dict[str, Any], words: str, noise: str) -> None:
    """Each says what happened; what only keeps the house is noise."""
    assert told({"created_at": "2026-05-04T09:00:00Z", "actor": {"login": "ada"}} | record) == [
        (words, noise)
    ]


def test_an_issue_without_comments_is_recognised() -> None:
    """Its number, title and page are enough."""
    issue = {
        "number": 7,
        "title": "x",
        "state": "OPEN",
        "createdAt": "2026-05-04T09:00:00Z",
        "comments": [],
        "url": "https://github.com/example/shop/issues/7",
    }
    assert FORMAT.recognises(from_text(json.dumps(issue)))
    assert texts(evidence(FORMAT, from_text(json.dumps(issue)))) == ["Opened issue #7: x"]


def test_parts_of_several_issues_say_of_which() -> None:
    """A list of issues with their comments names the issue of each."""
    issues = [
        {"number": number, "title": "x", "comments": [comment(body=f"c{number}")]} for number in (1, 2)
    ]
    words = [text for text, _ in told(*issues)]
    assert "c1 (#1)" in words
    assert "c2 (#2)" in words
