"""What GitHub's timeline records about an issue or a pull request, worded plainly."""

from typing import Any

from pirtui.capture.sources.json_records import object_in, text_in

LABEL = "label"
ASSIGNMENT = "assignment"
MENTION = "mention"
HOUSEKEEPING = "housekeeping"

_NOISE = {
    "labeled": LABEL,
    "unlabeled": LABEL,
    "assigned": ASSIGNMENT,
    "unassigned": ASSIGNMENT,
    "review_requested": ASSIGNMENT,
    "review_request_removed": ASSIGNMENT,
    "mentioned": MENTION,
    "subscribed": MENTION,
    "unsubscribed": MENTION,
    "cross-referenced": MENTION,
    "comment_deleted": "deleted",
}
_EVIDENCE = (
    *(
        "opened",
        "closed",
        "reopened",
        "merged",
        "renamed",
        "referenced",
        "deployed",
        "head_ref_force_pushed",
    ),
    *("deployment_environment_changed", "base_ref_changed", "ready_for_review", "converted_to_draft"),
    *("review_dismissed", "auto_merge_enabled", "added_to_merge_queue", "removed_from_merge_queue"),
    *("marked_as_duplicate", "transferred"),
)
_WORDS = {
    "subscribed": "Subscribed",
    "head_ref_force_pushed": "Force-pushed",
    "head_ref_deleted": "Branch deleted",
    "head_ref_restored": "Branch restored",
    "base_ref_changed": "Base branch changed",
    "converted_to_draft": "Converted to a draft",
    "cross-referenced": "Mentioned elsewhere",
    "marked_as_duplicate": "Marked as a duplicate",
}


def event_noise(kind: str) -> str:
    """Why an event says nothing about an incident; empty for one that does."""
    return _NOISE.get(kind, "" if kind in _EVIDENCE else HOUSEKEEPING)


def event_words(kind: str, event: Any) -> str:
    """An event in words: `Labelled sev1`, `Renamed from “api” to “api down”`."""
    if kind == "closed":
        return closed_words(text_in(event, "state_reason"))
    if kind in ("labeled", "unlabeled"):
        return f"Label {'added' if kind == 'labeled' else 'removed'}: {_name(event, 'label')}".rstrip(
            ": "
        )
    if kind in ("assigned", "unassigned"):
        return f"{kind.capitalize()} {_name(event, 'assignee')}".strip()
    if kind in ("review_requested", "review_request_removed"):
        who = _name(event, "requested_reviewer") or _name(event, "requested_team")
        return f"{_plain(kind)}: {who}".rstrip(": ")
    if kind == "renamed":
        return _renamed(object_in(event, "rename"))
    return _with_place(kind, event)


def closed_words(reason: str) -> str:
    """How an issue was closed: `Closed as not planned`."""
    plain = reason.lower().replace("_", " ")
    return f"Closed as {plain}" if plain and plain != "reopened" else "Closed"


def _renamed(rename: dict[str, Any]) -> str:
    old, new = text_in(rename, "from"), text_in(rename, "to")
    return f"Renamed from “{old}” to “{new}”" if old and new else "Renamed"


def _with_place(kind: str, event: Any) -> str:
    """An event with what it is about: a commit, another issue, a milestone."""
    source = object_in(event, "source", "issue")
    if source:
        number, title = text_in(source, "number"), text_in(source, "title")
        return f"{_plain(kind)}: #{number} {title}".rstrip(": ")
    commit = text_in(event, "commit_id")
    title = text_in(object_in(event, "milestone"), "title")
    if commit and kind in ("merged", "referenced"):
        return f"{'Merged as' if kind == 'merged' else 'Referenced by commit'} {commit[:7]}"
    return f"{_plain(kind)}: {title}" if title else _plain(kind)


def _plain(kind: str) -> str:
    return _WORDS.get(kind) or kind.replace("_", " ").replace("-", " ").capitalize()


def _name(event: Any, key: str) -> str:
    return text_in(object_in(event, key), "name", "login")
