"""What JSON of GitHub holds: an issue, a comment, a review, a commit or an event; by whom, and where."""

import re
from typing import Any

from pirtui.capture.sources.json_records import list_in, object_in, text_in
from pirtui.capture.sources.records import web_address

LISTS = ("comments", "reviews", "review_comments", "timeline", "events", "commits")
"""The lists that an issue or a pull request may hold."""

_LOOKED_AT = 20
_STATES = ("OPEN", "CLOSED", "MERGED", "open", "closed")
_BOT = re.compile(
    r"\[bot\]$|^app/|[-_](?:ro)?bot$|^(?:github-actions|dependabot|renovate|codecov|stale|mergify|vercel"
    r"|netlify|coderabbitai|sonarcloud|sentry-io|pagerduty|slack)$",
    re.I,
)
"""Accounts of apps, whose names `gh` gives without their mark."""

_PATHS = ("/issues/", "/pull/", "/pulls/", "/commit/", "/commits/")


def is_of_github(value: Any) -> bool:
    """Whether this is an issue or a part of one, with an account or an address of GitHub in it."""
    if is_issue(value):
        return _has_person(value) or _has_address(value) or _has_github_parts(value)
    return bool(kind_of(value)) and (_has_person(value) or _has_address(value))


def is_issue(value: Any) -> bool:
    """Whether this is an issue or a pull request, or at least holds the lists of one."""
    fields = object_in(value)
    if "title" in fields and ("number" in fields or text_in(value, "state") in _STATES):
        return True
    return "event" not in fields and any(_is_list_of_parts(fields.get(key)) for key in LISTS)


def _is_list_of_parts(found: Any) -> bool:
    return isinstance(found, list) and any(map(kind_of, found[:_LOOKED_AT]))


def kind_of(value: Any) -> str:
    """What a part of an issue is; empty for what is none."""
    fields = object_in(value)
    if isinstance(fields.get("event"), str):
        return "event"
    if "submitted_at" in fields or "submittedAt" in fields:
        return "review"
    if "messageHeadline" in fields or isinstance(fields.get("commit"), dict):
        return "commit"
    if "body" in fields and ("created_at" in fields or "createdAt" in fields) and "title" not in fields:
        return "comment"
    return ""


def _has_person(value: Any) -> bool:
    return any("login" in object_in(value, key) for key in ("user", "author", "actor", "committer"))


def _has_address(value: Any) -> bool:
    address = web_address(text_in(value, "html_url"), text_in(value, "url"))
    return any(path in address for path in _PATHS)


def _has_github_parts(value: Any) -> bool:
    parts = [part for key in LISTS for part in list_in(value, key)[:_LOOKED_AT]]
    if any(_has_person(part) or _has_address(part) for part in parts):
        return True
    return "number" in object_in(value) and text_in(value, "state") in _STATES and "createdAt" in value


def person(value: Any) -> str:
    """Who it was; GitHub leaves it out where the account is gone."""
    people = (login(object_in(value, key)) for key in ("user", "author", "actor"))
    return next((each for each in people if each), "") or text_in(object_in(value, "author"), "name")


def login(account: Any) -> str:
    """The name of an account, without what marks it as an app's."""
    return text_in(account, "login").removeprefix("app/").removesuffix("[bot]")


def is_bot(value: Any) -> bool:
    """Whether an app wrote this rather than a person."""
    for key in ("user", "author", "actor"):
        account = object_in(value, key)
        name = text_in(account, "login")
        if _BOT.search(name) or account.get("is_bot") is True or text_in(account, "type") == "Bot":
            return True
    return False


def address_of(value: Any) -> str:
    """The page of something; `url` is the page for `gh`, and no page where REST has `html_url`."""
    page = web_address(text_in(value, "html_url"))
    if page or "html_url" in object_in(value):
        return page
    url = web_address(text_in(value, "url"))
    return "" if "/api.github.com/" in url or "/api/v3/" in url else url
