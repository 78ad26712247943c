"""The taxonomy as something to look things up in: by name, by definition, by everyday words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from pirtui.domain.factors import Category
from pirtui.domain.taxonomy import OTHER, SUBCATEGORIES, category_of
from pirtui.domain.word_stems import stem

_CATEGORY_MEANINGS = {
    Category.TECHNICAL: "properties of the system, and what its parts did to each other",
    Category.PROCESS: "how work is proposed, reviewed, handed over and escalated",
    Category.HUMAN: "conditions of work, never a trait of anybody",
    Category.TOOLING: "what the tools showed, hid, allowed and did on their own",
}

EVERYDAY_WORDS: Mapping[str, tuple[str, ...]] = {
    "latent-defect": ("bug", "old code", "dormant", "hidden fault", "memory leak", "off by one"),
    "change-content": ("bad deploy", "release", "migration", "config change", "typo", "regression"),
    "capacity-saturation": (
        "overload",
        "out of memory",
        "disk full",
        "rate limit reached",
        "connection pool exhausted",
        "traffic spike",
        "backlog",
    ),
    "coupling-cascade": (
        "retry storm",
        "thundering herd",
        "domino",
        "knock-on",
        "blast radius",
        "shared database",
        "snowball",
    ),
    "dependency-fault": ("third party", "cloud provider", "upstream", "library", "package", "outage of"),
    "data-state": ("corrupt data", "duplicate", "stale cache", "wrong value", "null", "orphaned rows"),
    "timing-concurrency": (
        "expired certificate",
        "race condition",
        "deadlock",
        "clock skew",
        "leap second",
        "daylight saving",
        "timeout order",
        "cron overlap",
        "lock",
    ),
    "resilience-missing": (
        "single point of failure",
        "no redundancy",
        "failover",
        "circuit breaker",
        "backpressure",
        "no fallback",
        "no replica",
    ),
    "hardware-network": ("power cut", "cable", "switch", "router", "DNS", "BGP", "disk failure", "zone"),
    "degraded-norm": ("known flaky", "running hot", "half broken", "already slow", "red for weeks"),
    "security-exposure": ("leaked secret", "credential", "breach", "attack", "vulnerability", "token"),
    "change-management": ("rollout", "canary skipped", "freeze", "approval", "big bang", "staging"),
    "review-coverage": (
        "code review",
        "pull request",
        "nobody reviewed",
        "generated file",
        "blind spot",
    ),
    "test-strategy": ("no load test", "untested", "staging differs", "coverage", "mock", "test data"),
    "ownership": ("orphan", "no owner", "whose is it", "reorganisation", "unmaintained", "abandoned"),
    "handover-coordination": ("shift change", "follow the sun", "silo", "two teams", "hand-off"),
    "escalation-path": (
        "whom to page",
        "on-call contact",
        "late escalation",
        "out of hours",
        "phone tree",
    ),
    "incident-process": (
        "no commander",
        "severity unclear",
        "status update",
        "war room",
        "declared late",
    ),
    "risk-acceptance": (
        "tech debt",
        "known issue",
        "postponed",
        "backlog item",
        "earlier action",
        "waiver",
    ),
    "planning-capacity": (
        "renewal",
        "forecast",
        "end of life",
        "growth",
        "licence",
        "calendar reminder",
    ),
    "procedure-practice-gap": ("shortcut", "nobody follows", "paper process", "checklist", "real work"),
    "vendor-management": (
        "supplier",
        "support ticket",
        "contract",
        "service level",
        "maintenance notice",
    ),
    "workload-fatigue": ("fatigue", "tired", "overtime", "night shift", "pager load", "multitasking"),
    "goal-conflict": ("trade-off", "speed over safety", "cost cutting", "competing priorities"),
    "production-pressure": ("deadline", "launch date", "hurry", "rush", "sales event", "backlog"),
    "knowledge-distribution": (
        "bus factor",
        "only one person knew",
        "new joiner",
        "onboarding",
        "expert",
    ),
    "mental-model": (
        "assumption",
        "expected",
        "surprise",
        "misleading",
        "thought that",
        "understanding",
    ),
    "attention-salience": ("missed alert", "noise", "buried", "overlooked", "distraction", "dashboard"),
    "communication": ("misunderstood", "time zone", "jargon", "ambiguous", "message lost", "language"),
    "team-safety": ("psychological safety", "afraid to ask", "speak up", "hierarchy", "doubt"),
    "staffing-skills": ("short staffed", "holiday", "vacancy", "training", "alone on shift"),
    "adaptation": ("improvised", "workaround under pressure", "heroics", "creative fix", "manual step"),
    "alerting": ("no alert", "pager", "threshold", "alarm fatigue", "false alarm", "muted", "monitor"),
    "observability": ("no metrics", "logs", "tracing", "dashboard", "blind", "monitoring", "invisible"),
    "deploy-tooling": ("rollback", "pipeline", "feature flag", "canary", "CI", "deployment", "revert"),
    "interface-design": ("wrong button", "confusing", "look-alike", "default", "prompt", "wrong window"),
    "guardrails": ("no validation", "dry run", "sanity check", "protection", "limit", "delete all"),
    "automation-surprise": ("autoscaler", "bot", "script", "job ran", "self-healing", "robot", "cron"),
    "access": ("permission", "locked out", "VPN", "break-glass", "credentials", "login", "sudo"),
    "runbook-docs": ("runbook", "playbook", "documentation", "wiki", "outdated instructions", "readme"),
    "comms-tooling": ("pager", "chat down", "status page", "bridge", "conference call", "paging"),
    "recovery-tooling": ("restore", "backup", "replay", "reprocess", "rebuild", "disaster recovery"),
    "workaround-normalised": ("everyone does it", "unofficial script", "bypass", "shadow tool", "hack"),
    OTHER: ("else", "unknown", "misc", "none of these"),
}
"""What people say in the room, for each sub-category; for searching only, never shown as its name."""


@dataclass(frozen=True)
class GlossaryEntry:
    """A kind of factor with its definition; a category by itself has no `subcategory`."""

    category: Category
    subcategory: str
    meaning: str

    @property
    def kind(self) -> str:
        """How the kind is written before the colon of a line."""
        return f"{self.category.value}/{self.subcategory}" if self.subcategory else self.category.value


@lru_cache(maxsize=1)
def entries() -> tuple[GlossaryEntry, ...]:
    """Every category, each followed by its sub-categories, in their order."""
    return tuple(_entries())


def _entries() -> Iterator[GlossaryEntry]:
    for category, names in SUBCATEGORIES.items():
        yield GlossaryEntry(category, "", _CATEGORY_MEANINGS[category])
        for name, meaning in names.items():
            yield GlossaryEntry(category, name, meaning)


def found(words: str) -> tuple[GlossaryEntry, ...]:
    """The entries that hold every one of these words; those that are called so come first.

    A word counts if one of the entry's words begins with it, or has the same stem.
    """
    wanted = _words(words)
    if not wanted:
        return entries()
    ranked = [(_rank(entry, wanted), entry) for entry in entries()]
    fitting = [(rank, entry) for rank, entry in ranked if rank is not None]
    return tuple(entry for _, entry in sorted(fitting, key=lambda pair: pair[0]))


@lru_cache(maxsize=256)
def nearest(category: str, subcategory: str) -> str:
    """The kind that is nearest to `category/subcategory` as somebody wrote it; empty if none is near."""
    if not subcategory:
        near = get_close_matches(category, [each.value for each in Category], n=1, cutoff=0.7)
        return near[0] if near else _nearest_subcategory(category, category)
    return _nearest_subcategory(category, subcategory)


def _nearest_subcategory(category: str, written: str) -> str:
    if (home := category_of(written)) is not None:
        return f"{home.value}/{written}"
    known = SUBCATEGORIES[Category(category)] if category in set(Category) else {}
    every = [name for names in SUBCATEGORIES.values() for name in names if name != OTHER]
    for names in (list(known), every):
        if near := get_close_matches(written, names, n=1, cutoff=0.7):
            home = Category(category) if near[0] in known else category_of(near[0])
            return f"{home.value}/{near[0]}" if home else ""
    hits = [entry for entry in found(written) if entry.subcategory and _is_called(entry, written)]
    in_category = [entry for entry in hits if entry.category.value == category]
    return (in_category or hits)[0].kind if hits else ""


def _is_called(entry: GlossaryEntry, written: str) -> bool:
    """Whether people say these words for the entry, and not only in describing it."""
    wanted = _words(written)
    return all((_place(word, _told(entry)) or 0) <= 1 for word in wanted)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.casefold().replace("/", " ").replace("-", " ").replace(":", " ").split())


@lru_cache(maxsize=256)
def _told(entry: GlossaryEntry) -> tuple[tuple[str, ...], ...]:
    """The words of an entry: of its name, of what people say for it, of its meaning and category."""
    everyday = " ".join(EVERYDAY_WORDS.get(entry.subcategory, ()))
    return (
        _words(entry.subcategory or entry.category.value),
        _words(everyday),
        _words(entry.meaning),
        (entry.category.value,),
    )


def _rank(entry: GlossaryEntry, wanted: tuple[str, ...]) -> int | None:
    """How far from its name the words of an entry were found; `None` if one of them is not there."""
    places = [_place(word, _told(entry)) for word in wanted]
    return None if None in places else sum(place for place in places if place is not None)


def _place(word: str, told: tuple[tuple[str, ...], ...]) -> int | None:
    wanted = stem(word)
    for place, words in enumerate(told):
        if any(each.startswith(word) or stem(each) == wanted for each in words):
            return place
    return None
