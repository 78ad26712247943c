"""What the words of an action tell: whether it begins with a verb, and which sort of fix it is.

Precision comes first: a suggestion that is wrong costs the room more than one that is not made.
Source: research/facilitation.md, section 4.
"""

import re

from pirtui.domain.actions import ActionKind, FixFamily, Strength

_NO_VERB = re.compile(
    r"(?:the|a|an|our|we|i|they|this|that|these|those|all|each|every|no|not|more|most|better|less|some"
    r"|any"
    r"|it|there|team|everyone|everybody|someone|somebody|people|engineers?|developers?|maybe|perhaps"
    r"|possibly"
    r"|if|when|because|needs?|should|must|will|would|could|can|please|new|also|better|additional"
    r"|missing"
    r"|proper|good|regular|automatic|automated|manual|improved|increased)\b|\w+(?:ation|ition|ness"
    r"|ity)\b|\w{3,}ing\b",
    re.IGNORECASE,
)
_VERBS_IN_ING = re.compile(r"(?:bring|ping|string|swing|ring)\b", re.IGNORECASE)
_OWNER_FIRST = re.compile(r"[\w.@ -]{1,30}(?::\s|\s(?:to|should|will|must|needs to)\s)")
_SHARE = re.compile(
    r"\b(?:\d+(?:[.,]\d+)?\s*(?:%|min|minutes?|s|seconds?|h|hours?|k|ms|x)?|half|twice)\b"
)

_OPEN_ENDED = re.compile(
    r"(?:improve|enhance|optimi[sz]e|strengthen|increase|better|boost|revisit|rethink|ensure|make sure"
    r"|consider"
    r"|try to|be |think about|work on|deal with|handle|address|tackle|look at|look into|investigate"
    r"|explore"
    r"|analy[sz]e|research|understand|evaluate|assess|review|figure out|continue|keep|help|support"
    r"|fix|clean up|raise awareness|communicate|remind|educate)\b",
    re.IGNORECASE,
)
_STUDY = re.compile(
    r"(?:look at|look into|investigate|explore|analy[sz]e|research|understand|evaluate|assess|study"
    r"|find out"
    r"|figure out|work out|learn|clarify|determine|identify|discuss|ask|speak|talk|consider"
    r"|check whether"
    r"|check how|plan how|review (?:which|how|whether|who|why|what))\b",
    re.IGNORECASE,
)

_BY_VERB: tuple[tuple[str, FixFamily], ...] = (
    (
        r"alert|page|instrument|monitor|graph|log|trace|record|export (?:a |the )?metric",
        FixFamily.OBSERVABILITY,
    ),
    (
        r"document|write down|write (?:a |the |one |an )?(?:\w+ )?(?:runbook|guide|page|playbook|post"
        r"|note)"
        r"|describe|publish (?:a |the )?(?:runbook|guide)|link|update (?:the "
        r"|our )?(?:\w+ )*(?:runbook|docs|documentation|playbook|guide|wiki)"
        r"|collect|(?:add|put) [^.;]{1,60} (?:to|into|in) the (?:\w+ )*(?:runbook|docs|documentation"
        r"|guide|checklist|wiki)",
        FixFamily.DOCUMENTATION,
    ),
    (r"test|cover|unit-test|regression-test|load-test|smoke-test|fuzz", FixFamily.AUTOMATED_TESTING),
    (r"train|teach|coach|onboard|brief|pair", FixFamily.TRAINING),
    (
        r"reject|block|forbid|prevent|validate|require|refuse|ignore|enforce|disallow|deny|guard|lint"
        r"|verify|warn"
        r"|ask for confirmation|confirm|show|harden|detect and reject|check by machine"
        r"|make (?:the |every |each |all )?[\w -]{1,40}? (?:reject|refuse|require|ask|fail|warn|show)",
        FixFamily.TOOLING,
    ),
    (
        r"retire|decommission|delete|switch off|turn off|shut down|remove|drop|sunset",
        FixFamily.DECOMMISSION,
    ),
    (r"isolate|separate|split|shard|partition|give each|bulkhead", FixFamily.ISOLATION),
    (
        r"limit|throttle|cap|rate-limit|shed|back off|bound|add (?:a |an )?(?:rate limit"
        r"|circuit breaker|backoff)"
        r"|time out",
        FixFamily.RATE_LIMITING,
    ),
    (r"back up|restore|rehearse (?:the |a )?restore|replicate the backup", FixFamily.DISASTER_RECOVERY),
    (
        r"canary|roll out|stage the|deploy gradually|release gradually|feature-flag",
        FixFamily.PROGRESSIVE_ROLLOUT,
    ),
    (
        r"replicate|duplicate|add (?:a |another |one |two |more )?(?:\w+ )?(?:replica|standby|node"
        r"|region|zone)s?",
        FixFamily.REDUNDANCY,
    ),
    (
        r"agree|decide|schedule|plan|define (?:when|who|how|a process)|introduce a (?:policy|process"
        r"|rule)"
        r"|add a (?:second )?(?:approval|sign-?off|review)|hold",
        FixFamily.PROCESS,
    ),
    (r"assign|name an owner|hand over|transfer ownership", FixFamily.OWNERSHIP),
)

_BY_OBJECT: tuple[tuple[str, FixFamily], ...] = (
    (
        r"game ?day|chaos|fault injection|inject(?:s|ing)? faults?|failure drill|failover drill"
        r"|fire drill",
        FixFamily.CHAOS_ENGINEERING,
    ),
    (
        r"circuit breakers?|rate[- ]limit\w*|back-?off|load shedding|throttl\w+|retry budget",
        FixFamily.RATE_LIMITING,
    ),
    (
        r"canary|canaries|gradual roll-?out|progressive (?:delivery|rollout)|staged roll-?out"
        r"|automatic rollback|auto-?rollback"
        r"|blue[/-]green|feature flags?",
        FixFamily.PROGRESSIVE_ROLLOUT,
    ),
    (r"safe default|by default|default (?:to|value)|defaults? of", FixFamily.SAFE_DEFAULTS),
    (r"backups?|disaster recovery|point-in-time|restore (?:test|drill)", FixFamily.DISASTER_RECOVERY),
    (
        r"(?:unit|integration|property|regression|smoke|contract|end-to-end|e2e|acceptance|load|launch"
        r"|drift) tests?"
        r"|test (?:coverage|suite|set-?up)|tests? (?:in|for|against|that|of)|in ci\b|ci checks?",
        FixFamily.AUTOMATED_TESTING,
    ),
    (
        r"alerts?\b|alarms?\b|dashboards?|metrics?\b|monitoring|tracing|error monitoring|probes?\b"
        r"|slos?\b|status reporting",
        FixFamily.OBSERVABILITY,
    ),
    (
        r"runbooks?|playbooks?|documentation|docs\b|wiki|guides?\b|reference page",
        FixFamily.DOCUMENTATION,
    ),
    (
        r"replicas?|standby|second region|multi-?(?:az|region)|redundan\w+|scaling groups?",
        FixFamily.REDUNDANCY,
    ),
    (
        r"guard-?rails?|dry[- ]run|pre-?merge|pre-?commit|admission|schema check|confirmation|prompt"
        r"|validation|ignore rule",
        FixFamily.TOOLING,
    ),
    (r"training|workshop|onboarding", FixFamily.TRAINING),
    (r"owner\b|ownership|on-?call rota\w*|catalogue", FixFamily.OWNERSHIP),
    (
        r"blast radius|bulkheads?|own (?:cluster|namespace|scaling group)|priority classes",
        FixFamily.ISOLATION,
    ),
    (r"approval|policy|sign-?off|change freeze|process\b", FixFamily.PROCESS),
)

_LEADING = re.compile(
    r"(?:(?:add|build|create|write|introduce|set up|put|make|implement|extend|automate|run|use|move"
    r"|change|configure"
    r"|let|have|give|update|enable|deploy|provide|install|start|pull|do|get|bring|scale|replace|rotate"
    r"|upgrade)\b)",
    re.IGNORECASE,
)

_KIND_OF = {
    FixFamily.OBSERVABILITY: ActionKind.DETECT,
    FixFamily.AUTOMATED_TESTING: ActionKind.PREVENT,
    FixFamily.TOOLING: ActionKind.PREVENT,
    FixFamily.SAFE_DEFAULTS: ActionKind.PREVENT,
    FixFamily.DECOMMISSION: ActionKind.PREVENT,
    FixFamily.PROCESS: ActionKind.PREVENT,
    FixFamily.RATE_LIMITING: ActionKind.MITIGATE,
    FixFamily.ISOLATION: ActionKind.MITIGATE,
    FixFamily.REDUNDANCY: ActionKind.MITIGATE,
    FixFamily.PROGRESSIVE_ROLLOUT: ActionKind.MITIGATE,
    FixFamily.DISASTER_RECOVERY: ActionKind.RESPOND,
    FixFamily.DOCUMENTATION: ActionKind.RESPOND,
    FixFamily.OWNERSHIP: ActionKind.RESPOND,
    FixFamily.TRAINING: ActionKind.RESPOND,
    FixFamily.CHAOS_ENGINEERING: ActionKind.LEARN,
}
_WEAKER = re.compile(
    r"\b(?:double[- ]check|second (?:approval|reviewer|pair of eyes)|label|banner|remind\w*|policy"
    r"|training"
    r"|train everyone|checklist item|warning)\b",
    re.IGNORECASE,
)
_LINKED_RUNBOOK = re.compile(r"\blink\w*\b.*\b(?:alert|page)", re.IGNORECASE)


def begins_with_a_verb(text: str) -> bool:
    """Whether the first word can be a verb that says what to do; in doubt it can."""
    return bool(_VERBS_IN_ING.match(text)) or not _NO_VERB.match(text)


def names_who_first(text: str) -> bool:
    """Whether a person or a team stands before what is to be done."""
    return (bool(_OWNER_FIRST.match(text)) and not begins_with_a_verb(text.split(":")[0])) or bool(
        re.match(r"[A-Z][\w.]{0,12}:\s", text)
    )


def is_open_ended(text: str) -> bool:
    """Whether it begins with a word that has no end, and gives no figure either."""
    return bool(_OPEN_ENDED.match(text)) and not _SHARE.search(text)


def is_a_study(text: str) -> bool:
    """Whether its outcome is knowledge rather than a change."""
    return bool(_STUDY.match(text))


def family_of(text: str) -> FixFamily | None:
    """The sort of systemic fix that these words describe, if they clearly describe one."""
    if is_a_study(text):
        return None
    said = text.strip()
    objects = _families(_BY_OBJECT, said)
    for pattern, family in _BY_VERB:
        if re.match(rf"(?:{pattern})\b", said, re.IGNORECASE):
            return _refined(family, objects)
    return objects[0] if objects and (_LEADING.match(said) or len(objects) == 1) else None


def kind_of(text: str, family: FixFamily | None) -> ActionKind | None:
    """What it does to the next incident, as far as its words or its family tell."""
    if is_a_study(text):
        return ActionKind.LEARN
    return _KIND_OF.get(family) if family else None


def strength_of(text: str, family: FixFamily | None, usual: Strength | None) -> Strength | None:
    """How much it relies on the system: the usual strength of its family, unless the words say less."""
    if is_a_study(text) or _WEAKER.search(text):
        return Strength.WEAKER
    if family is FixFamily.DOCUMENTATION:
        return Strength.INTERMEDIATE if _LINKED_RUNBOOK.search(text) else Strength.WEAKER
    return usual


def _families(table: tuple[tuple[str, FixFamily], ...], text: str) -> list[FixFamily]:
    found = {
        family: match.start()
        for pattern, family in table
        if (match := re.search(rf"\b(?:{pattern})", text, re.IGNORECASE))
    }
    return sorted(found, key=lambda family: found[family])


def _refined(family: FixFamily, objects: list[FixFamily]) -> FixFamily:
    """What a verb says, unless its object says more: a drill that is scheduled is a drill."""
    telling = (FixFamily.CHAOS_ENGINEERING, FixFamily.SAFE_DEFAULTS, FixFamily.PROGRESSIVE_ROLLOUT)
    general = (FixFamily.PROCESS, FixFamily.DOCUMENTATION, FixFamily.TOOLING)
    found = next((each for each in objects if each in telling), None)
    return found if found is not None and family in general else family
