"""The headers that people and programs write above the columns of a table, and what they stand for."""

import re

TIME, DATE, END, TEXT, ACTOR, LINK, NOTHING = "time", "date", "end", "text", "actor", "link", ""
ROLES = (TIME, DATE, END, TEXT, ACTOR, LINK, NOTHING)
"""What a person may say that a column holds."""


def _listed(names: str) -> dict[str, int]:
    """Names with their ranks, the best first."""
    return {name: rank for rank, name in enumerate(names.split(", "))}


_RANKS = {
    TIME: _listed(
        "timestamp, time stamp, datetime, date time, date and time, event time, time, when, occurred "
        "at, occurred on, occurred, happened at, start time, start, started at, started, begin, "
        "began, triggered at, created at, created on, created, opened at, opened, posted at, sent at, "
        "logged at, reported at, clock, ts, at, from, start date, time of event, event timestamp, "
        "updated at"
    ),
    DATE: _listed("date, day, event date, calendar date, on"),
    END: _listed(
        "end time, end, ended at, ended, finish, finished at, finished, until, stop, stopped, "
        "resolved at, resolved on, resolved, closed at, closed on, closed, completed at, end date, to"
    ),
    TEXT: _listed(
        "event, what happened, what, description, message, text, summary, entry, action, activity, "
        "title, subject, content, body, event description, incident, note, notes, comment, comments, "
        "details, detail, observation, update, log, info"
    ),
    ACTOR: _listed(
        "who, actor, author, user, by, person, username, user name, display name, name, sender, "
        "responder, owner, role, reported by, posted by, created by, agent, reporter, acknowledged "
        "by, assigned to, assignee, from"
    ),
    LINK: _listed(
        "link, url, permalink, href, html url, source, reference, ref, evidence, data link, source "
        "url, links, src"
    ),
}
_BRACKETED = re.compile(r"[\[(][^)\]]*[)\]]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_JOINTS = re.compile(r"[\s_./:?#*-]+")
_ZONE_WORDS = frozenset(
    ("utc", "gmt", "local", "cet", "cest", "est", "edt", "pst", "pdt", "bst", "ist", "cst")
)
_AMOUNTS = frozenset(
    ("duration", "elapsed", "seconds", "minutes", "hours", "ms", "count", "id", "number", "zone")
)
_ALONE = frozenset(("at", "on", "to", "by", "ts", "ref", "src", "from", "name", "role", "info", "owner"))
"""Names that say nothing as a part of a longer header, such as `service name`."""


def counts(header: str) -> bool:
    """Whether a header stands for an amount, such as a duration, and so for no time."""
    return bool(_AMOUNTS.intersection(_plain(header).split()))


def _plain(header: str) -> str:
    """A header in lower case without brackets, marks and the name of a zone."""
    bare = _BRACKETED.sub(" ", header) if _BRACKETED.sub("", header).strip() else header
    words = _JOINTS.sub(" ", _CAMEL.sub(" ", bare)).casefold().strip(" \"'[]()").split()
    return " ".join(word for word in words if word not in _ZONE_WORDS) or " ".join(words)


def rank_of(header: str, role: str) -> int | None:
    """How well a header names a role, 0 best; a name inside a longer header counts less."""
    name = _plain(header)
    ranks = _RANKS[role]
    if name in ranks:
        return ranks[name]
    words = name.split()
    if _AMOUNTS.intersection(words) or ("to" in words and role in (TIME, DATE, END)):
        return None
    inside = [rank for each, rank in ranks.items() if each in words and each not in _ALONE]
    return min(inside) + len(ranks) if inside else None


def text_rank(header: str) -> int:
    """How well a header names what happened, 0 best; unknown names come last."""
    rank = rank_of(header, TEXT)
    return 2 * len(_RANKS[TEXT]) if rank is None else rank
