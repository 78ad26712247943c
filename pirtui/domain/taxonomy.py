"""Where a factor can lie, and how strong a systemic fix usually is.

Categories help to find patterns; they are not the truth about an incident.
Source: research/facilitation.md, sections 3 and 4. Definitions are in our own words.
"""

from pirtui.domain.actions import FixFamily, Strength
from pirtui.domain.factors import Category

_TECHNICAL = {
    "latent-defect": "a bug that was there before anything set it off",
    "change-content": "what was in a code, schema or configuration change had the effect",
    "capacity-saturation": "a limit, quota, pool or queue was full",
    "coupling-cascade": "one failure spread: retries, shared parts, shared fate",
    "dependency-fault": "a supplier outside or inside the company changed or failed",
    "data-state": "data was damaged, missing or not as expected",
    "timing-concurrency": "a race, a clock, an expiry or an unexpected order",
    "resilience-missing": "no second unit, limit, breaker or isolation, or it did not engage",
    "hardware-network": "machines, power, network or a whole region",
    "degraded-norm": "the system was already running with something impaired",
    "security-exposure": "access was leaked or misused",
}

_PROCESS = {
    "change-management": "how a change is proposed, staged and rolled out",
    "review-coverage": "the review had no view of this risk",
    "test-strategy": "testing or staging differs from production",
    "ownership": "nobody clearly owned it, or the owner had just changed",
    "handover-coordination": "the work crossed shifts, teams or vendors",
    "escalation-path": "whom to call, when and how was unclear or slow",
    "incident-process": "roles, severity, declaring and communication during the incident",
    "risk-acceptance": "a known risk was put off, or an earlier action was still open",
    "planning-capacity": "renewals, end of life and growth in the plan",
    "procedure-practice-gap": "the written way and the real way differ",
    "vendor-management": "contracts, notices and support routes with a supplier",
}

_HUMAN = {
    "workload-fatigue": "long hours, interruptions and parallel tasks",
    "goal-conflict": "goals pulled apart: speed and checking, cost and margin",
    "production-pressure": "a deadline or a backlog shaped the choices",
    "knowledge-distribution": "the knowledge was in few heads, or the role was new",
    "mental-model": "a reasonable picture of the system differed from its state",
    "attention-salience": "the cue was there, among much else",
    "communication": "meaning was lost between roles, time zones or terms",
    "team-safety": "it was hard to voice a doubt or to ask",
    "staffing-skills": "too few people on shift, or a different mix of skills",
    "adaptation": "a step was improvised, whether it helped or not",
}

_TOOLING = {
    "alerting": "an alert was absent, muted, noisy or went elsewhere",
    "observability": "the state was not visible, came late or was spread over screens",
    "deploy-tooling": "controls for rollout, rollback, canaries and flags",
    "interface-design": "look-alikes, defaults, confirmations, production and test alike",
    "guardrails": "no validation, limit or dry run stood in between",
    "automation-surprise": "automation acted unseen or in an unexpected way",
    "access": "permissions, credentials and emergency access",
    "runbook-docs": "instructions were missing, out of date or hard to find",
    "comms-tooling": "paging, chat, status page and the call",
    "recovery-tooling": "backup, restore and replay",
    "workaround-normalised": "the tool is so hard to use that the way around it is normal",
}

OTHER = "other"
"""The sub-category for what fits nowhere else; every category offers it."""

_OTHER = {OTHER: "something else"}

SUBCATEGORIES: dict[Category, dict[str, str]] = {
    Category.TECHNICAL: _TECHNICAL | _OTHER,
    Category.PROCESS: _PROCESS | _OTHER,
    Category.HUMAN: _HUMAN | _OTHER,
    Category.TOOLING: _TOOLING | _OTHER,
}
"""Each category's sub-categories, with a definition of one line."""

FAMILY_STRENGTH: dict[FixFamily, Strength] = {
    FixFamily.AUTOMATED_TESTING: Strength.INTERMEDIATE,
    FixFamily.DISASTER_RECOVERY: Strength.INTERMEDIATE,
    FixFamily.CHAOS_ENGINEERING: Strength.INTERMEDIATE,
    FixFamily.REDUNDANCY: Strength.INTERMEDIATE,
    FixFamily.RATE_LIMITING: Strength.STRONGER,
    FixFamily.OBSERVABILITY: Strength.INTERMEDIATE,
    FixFamily.DOCUMENTATION: Strength.INTERMEDIATE,
    FixFamily.TRAINING: Strength.WEAKER,
    FixFamily.TOOLING: Strength.STRONGER,
    FixFamily.PROCESS: Strength.WEAKER,
    FixFamily.ISOLATION: Strength.STRONGER,
    FixFamily.SAFE_DEFAULTS: Strength.STRONGER,
    FixFamily.PROGRESSIVE_ROLLOUT: Strength.STRONGER,
    FixFamily.OWNERSHIP: Strength.INTERMEDIATE,
    FixFamily.DECOMMISSION: Strength.STRONGER,
}
"""The strength that a fix of each family usually has; the last five are our judgement."""

FAMILY_DONE_TEST: dict[FixFamily, str] = {
    FixFamily.AUTOMATED_TESTING: "the new test fails on the old code",
    FixFamily.DISASTER_RECOVERY: "a restore was carried out and timed",
    FixFamily.CHAOS_ENGINEERING: "the exercise was held with a hypothesis and an abort rule",
    FixFamily.REDUNDANCY: "one unit was taken away in a drill and users noticed nothing",
    FixFamily.RATE_LIMITING: "an overload test shows the limit engaging",
    FixFamily.OBSERVABILITY: "the alert fired in a test and its noise was measured for a week",
    FixFamily.DOCUMENTATION: "linked from the alert, and somebody outside the team completed it",
    FixFamily.TRAINING: "the drill was run, and a change to the system goes with it",
    FixFamily.TOOLING: "the unsafe input is rejected",
    FixFamily.PROCESS: "its use was measured for a month",
    FixFamily.ISOLATION: "a fault in one part was shown to stay in that part",
    FixFamily.SAFE_DEFAULTS: "leaving the setting out gives the safe value, shown by a test",
    FixFamily.PROGRESSIVE_ROLLOUT: "a bad change was stopped at the first step in a drill",
    FixFamily.OWNERSHIP: "the catalogue names an owner, and a test page reached that team",
    FixFamily.DECOMMISSION: "it is switched off and nothing calls it any more",
}
"""A hint for the done test of each family."""

_CATEGORY_OF: dict[str, Category] = {
    name: category for category, names in SUBCATEGORIES.items() for name in names if name != OTHER
}

_WORDS: dict[str, str] = {
    "capacity-saturation": "capacity and saturation",
    "coupling-cascade": "coupling and cascade",
    "timing-concurrency": "timing and concurrency",
    "resilience-missing": "missing resilience",
    "hardware-network": "hardware and network",
    "handover-coordination": "handover and coordination",
    "planning-capacity": "planning and capacity",
    "procedure-practice-gap": "gap between procedure and practice",
    "workload-fatigue": "workload and fatigue",
    "attention-salience": "attention and salience",
    "staffing-skills": "staffing and skills",
    "runbook-docs": "runbooks and documentation",
    "comms-tooling": "communication tooling",
    "workaround-normalised": "normalised workaround",
}
"""Sub-categories whose name is no phrase once its hyphens are gone."""


def subcategory_words(subcategory: str) -> str:
    """The name of a sub-category as a reader expects it: `runbooks and documentation`.

    Any other name only loses its hyphens.
    """
    return _WORDS.get(subcategory, subcategory.replace("-", " "))


def category_of(subcategory: str) -> Category | None:
    """The category in which a sub-category lies; `None` for an unknown one and for `other`."""
    return _CATEGORY_OF.get(subcategory)
