"""The rules by which an action's wording names a systemic fix, with its usual strength and effect.

Each list is tried in order, and the first rule that fits decides.
Families and strengths: research/facilitation.md, section 4; what is not told there is our judgement.
"""

from dataclasses import dataclass

from pirtui.domain.actions import ActionKind, FixFamily, Strength

_STRONGER, _INTERMEDIATE, _WEAKER = Strength.STRONGER, Strength.INTERMEDIATE, Strength.WEAKER
_PREVENT, _MITIGATE, _DETECT = ActionKind.PREVENT, ActionKind.MITIGATE, ActionKind.DETECT
_RESPOND, _LEARN = ActionKind.RESPOND, ActionKind.LEARN


@dataclass(frozen=True)
class Fix:
    """What a wording names; `None` where it leaves that open."""

    family: FixFamily | None = None
    kind: ActionKind | None = None
    strength: Strength | None = None


NOTHING = Fix()
"""What a wording names that leaves everything open."""
_STUDY = Fix(None, _LEARN, _WEAKER)
_HABIT = Fix(None, None, _WEAKER)
_TRAINING = Fix(FixFamily.TRAINING, None, _WEAKER)
_FIRE_DRILL = Fix(FixFamily.CHAOS_ENGINEERING, _RESPOND, _INTERMEDIATE)
_EXPERIMENT = Fix(FixFamily.CHAOS_ENGINEERING, _LEARN, _INTERMEDIATE)
_RESTORE = Fix(FixFamily.DISASTER_RECOVERY, _RESPOND, _INTERMEDIATE)
_SIGNAL = Fix(FixFamily.OBSERVABILITY, _DETECT, _INTERMEDIATE)
_SOME_SIGNAL = Fix(FixFamily.OBSERVABILITY, _DETECT, None)
_GUARD = Fix(FixFamily.TOOLING, _PREVENT, _STRONGER)
LINKED_PAGE = Fix(FixFamily.DOCUMENTATION, _RESPOND, _INTERMEDIATE)
PAGE = Fix(FixFamily.DOCUMENTATION, _RESPOND, _WEAKER)
"""A page that somebody has to find."""
_TESTS = Fix(FixFamily.AUTOMATED_TESTING, _PREVENT, _INTERMEDIATE)
_SPARE = Fix(FixFamily.REDUNDANCY, _MITIGATE, _INTERMEDIATE)
_LIMIT = Fix(FixFamily.RATE_LIMITING, _MITIGATE, _STRONGER)
_APART = Fix(FixFamily.ISOLATION, _MITIGATE, _STRONGER)
_DEFAULT = Fix(FixFamily.SAFE_DEFAULTS, _PREVENT, _STRONGER)
_STEPWISE = Fix(FixFamily.PROGRESSIVE_ROLLOUT, _MITIGATE, _INTERMEDIATE)
_OWNED = Fix(FixFamily.OWNERSHIP, None, None)
_GONE = Fix(FixFamily.DECOMMISSION, _PREVENT, _STRONGER)
_RULE = Fix(FixFamily.PROCESS, _PREVENT, _WEAKER)
_HABIT_OF_TEAM = Fix(FixFamily.PROCESS, None, _WEAKER)
_AUTOMATED = Fix(None, None, _STRONGER)

_ON_DUTY = r"(?:#[\w-]+|on-?call|(?:the |[\w-]+ )?(?:team|on-?call|sre|platform|ops|dba)\b)"
_PIPELINE_STEP = (
    r"(?:merges?|deploys?|deployments?|push(?:es)?|appl(?:y|ies)|releases?|builds?|promotions?"
    r"|commits?"
    r"|rollouts?|deletes?|deletion|migrations?|pull requests?|prs?)\b"
)
_SHIELDED = (
    r"(?:pool|cluster|account|network|segment|namespace|vpc|database|queue|nodes?|scaling groups?"
    r"|project|subscription|cell|partition|pools|instances?)\b"
)
_UNIT = (
    r"(?:replicas?|nodes?|instances?|regions?|zones?|load balancers?|brokers?|gateways?|resolvers?"
    r"|providers?|links?|servers?|controllers?|routers?|members?|dns servers?|uplinks?)\b"
)

OPENINGS: tuple[tuple[str, Fix], ...] = (
    (
        r"(?:investigate|research|explore|analy[sz]e|study|examine|look (?:in|into|at)"
        r"|figure out|dig into"
        r"|find (?:out|why|whether)|understand|evaluate|assess|write (?:a|one|two) pages?\b)\b",
        _STUDY,
    ),
    (
        r"(?:be (?:more |extra |very )?(?:careful|aware|vigilant|mindful)|pay (?:more "
        r"|closer )?attention"
        r"|remind|raise (?:the )?awareness|try harder|remember to|double[- ]check)\b",
        _HABIT,
    ),
    (
        r"(?:train|teach|educate|coach|upskill|onboard|re-?train) (?!the (?:\w+ )?(?:model"
        r"|classifier|network))"
        r"(?!(?:a|our) (?:\w+ )?model)",
        _TRAINING,
    ),
    (r"(?:document|write (?:up|down))\b(?! (?:store|database))", PAGE),
    (
        r"link .*\b(?:runbook|playbook|page|guide|docs?)\b.*\b(?:alerts?|pages?"
        r"|alarms?)\b",
        LINKED_PAGE,
    ),
    (r"(?:page|alert|alarm|notify) .*\bfor approvals?\b", NOTHING),
    (rf"notify {_ON_DUTY}.*\b(?:when|if|as soon as|before|\d+ days ahead)\b", _SIGNAL),
    (r"(?:alert|alarm)\b(?! (?:the )?(?:customers|users|press))", _SIGNAL),
    (
        r"page (?!(?:on|about|for|in|through|layout)\b).*\b(?:when|if|after|as soon as|on|ahead"
        r"|before)\b",
        _SIGNAL,
    ),
    (r"page on-?call\b", _SIGNAL),
    (
        r"(?:monitor|log|trace|instrument|graph|chart) (?!(?:out|in|into|off|the time|a ticket"
        r"|bugs?)\b)",
        _SIGNAL,
    ),
    (r"export .*\bmetrics?\b", _SIGNAL),
    (r"(?:reject|refuse|forbid|disallow|prohibit|lint|guard against)\b", _GUARD),
    (rf"block (?:the |any |all |every )?(?:[\w-]+ )?{_PIPELINE_STEP}", _GUARD),
    (r"make (?:the |every |each )?.{3,40}? (?:reject|refuse|ask for|confirm)\b", _GUARD),
    (
        r"validate .*\b(?:config\w*|schema|input|inputs|yaml|json|values|manifests?|payloads?"
        r"|parameters"
        r"|before)\b",
        _GUARD,
    ),
    (
        r"(?:ask for|prompt for|require (?:typing|a typed|confirmation"
        r"|the [\w-]+ name)).*\b(?:before|when|for)\b"
        r".*\b(?:runs?|deletes?|deleting|appl(?:y|ies)|drops?|dropping|production)\b",
        _GUARD,
    ),
    (r"(?:rehearse|practi[sc]e|time|test|try|exercise)\b.*\brestor(?:e|es|ing|ation)\b", _RESTORE),
    (r"fail (?:the |every )?(?:build|pipeline|ci)\b", _TESTS),
    (r"(?:load|stress)[- ]test\b(?!s)|cover .*\btests?\b|fuzz\b", _TESTS),
    (r"throttle\b|shed (?:load|requests|traffic)|rate[- ]limit\b", _LIMIT),
    (
        r"(?:limit|cap)\b.*\b(?:retr(?:y|ies)|requests?|concurren\w+|connections|per (?:second"
        r"|minute|client"
        r"|tenant|user|customer|job)|in flight)\b",
        _LIMIT,
    ),
    (
        r"isolate\b|separate\b.*\b(?:networks?|traffic|clusters?|pools?|queues?|workers?"
        r"|workloads?|jobs"
        r"|tenants?|databases?|accounts?|environments?|production|staging|namespaces?|nodes?"
        r"|groups?"
        r"|credentials)\b",
        _APART,
    ),
    (
        rf"split (?:the |our )?(?:[\w-]+ ){{0,2}}(?:cluster|database|account"
        rf"|{_SHIELDED}).*\b(?:per|by|into|from)\b",
        _APART,
    ),
    (
        r"default .*\bto (?:private|deny\w*|off|on|read-only|disabled|enabled|closed|encrypted"
        r"|none|staging"
        r"|dry[- ]run|safe|strict)\b",
        _DEFAULT,
    ),
    (r"(?:decommission|retire|sunset|dismantle)\b", _GONE),
    (
        r"(?:remove|delete|drop|shut down|switch off|turn off|tear down|disable) (?:the |our "
        r"|all |all the )?"
        r"(?:last )?(?:old|legacy|unused|obsolete|deprecated|retired|unmaintained|abandoned)\b"
        r"(?!.*\b(?:dashboards?|alerts?|runbooks?|pages?|docs?|tests?|data|rows?|orders?"
        r"|comments?)\b)",
        _GONE,
    ),
    (r"(?:roll ?back|revert) automatically\b|automatically (?:roll ?back|revert)\b", _STEPWISE),
    (r"(?:roll|release|ship|deploy) .*\b(?:\d+|one|two|five|ten) ?(?:%|percent)", _STEPWISE),
    (r"roll out .*\b(?:one|two|a few) [\w-]+ (?:per|at a time|an hour|a day|first)\b", _STEPWISE),
    (r"inject\b", _EXPERIMENT),
    (
        r"(?:kill|terminate|unplug|stop|partition) (?:one|a|random|a random)\b.*\b(?:every|each"
        r"|weekly|monthly"
        r"|in staging)\b",
        _EXPERIMENT,
    ),
    (
        r"(?:require|demand|ask for) .*\b(?:sign-?off|approvals?|reviewers?|review|approver)\b",
        _RULE,
    ),
    (
        r"(?:agree on|write|introduce|define|set|adopt|draft) (?:a |an |the )?(?:\w+ )?policy\b",
        _HABIT_OF_TEAM,
    ),
    (
        r"(?:assign|name|appoint|find|give|nominate|record|set|define|agree) .*\b(?:owners?"
        r"|owning team|ownership)\b",
        _OWNED,
    ),
)
"""How an action opens, behind labels and subjects."""

MAIN: tuple[tuple[str, Fix], ...] = (
    (r"\bthe default$", _DEFAULT),
    (r"\b(?:workshop|training|training session|course|lunch and learn|brown bag)$", _TRAINING),
    (r"\b(?:restore|recovery) (?:drill|test|rehearsal)s?\b", _RESTORE),
    (r"\bgame ?days?\b|\bchaos\b|\bfault injection\b", _EXPERIMENT),
    (r"\b(?:fail-?over|evacuation|incident|escalation) drills?\b|\bdrills?$", _FIRE_DRILL),
    (
        r"^(?!(?:remove|delete|silence|mute|drop|clean|clear)\b).*\bchecklists?$",
        LINKED_PAGE,
    ),
    (
        r"^(?!(?:remove|delete|drop|archive|find|read|follow|use)\b).*\b(?:runbooks?|playbooks?"
        r"|wiki|handbooks?"
        r"|documentation|docs?|guides?|how-?to|faq|(?:reference|help|faq|wiki) pages?)$",
        PAGE,
    ),
    (
        r"^(?:improve|better|more|enhance)\b.*\b(?:monitoring|alerting|alerts?|observability"
        r"|visibility)$",
        _SOME_SIGNAL,
    ),
    (
        r"^(?!(?:remove|delete|silence|mute|drop|tune|fix|adjust|raise|lower|route|use|check"
        r"|read|watch|look|review|close|acknowledge)\b)"
        r".*\b(?:alerts?|alarms?|dashboards?|monitoring|tracing|(?:\w+ )?metrics?|logging|burn alert"
        r"|alerts/dashboards?|synthetic (?:check|probe)s?|heartbeat)$",
        _SIGNAL,
    ),
    (
        r"^(?!(?:remove|delete|disable|skip|mute|fix|look|read|check)\b).*\b(?:(?:regression"
        r"|integration|unit"
        r"|smoke|contract|end-to-end|e2e|property|property-based|load|performance|acceptance"
        r"|fuzz|stress"
        r"|soak|drift|automated) tests?"
        r"|(?!(?:the|this|that|our|a|each|every) )[\w-]+ tests?|test (?:coverage|suite)"
        r"|(?:end-to-end|e2e"
        r"|regression) suite)$",
        _TESTS,
    ),
    (r"\b(?:smoke|regression|integration|contract|end-to-end) tests?\b", _TESTS),
    (
        r"\bpoint-in-time recovery\b|^(?:take|copy|keep|store|make|enable) .*\b(?:backups?"
        r"|snapshots?)$",
        _RESTORE,
    ),
    (r"\bcircuit[- ]breakers?\b|\bback-?pressure\b|\bload[- ]shedding\b|\btoken bucket\b", _LIMIT),
    (
        r"^(?:add|set|put|introduce|enforce|apply|enable) .*\b(?:rate[- ]limit(?:s|ing)?"
        r"|quotas?)\b",
        _LIMIT,
    ),
    (
        r"\bdry[- ]run\b|\bpre-?commit hook\b|\b(?:pre-merge|schema|admission"
        r"|pre-flight) (?:check|webhook|policy)\b",
        _GUARD,
    ),
    (
        r"\bshell prompt\b|\bconfirmation (?:prompt|dialog|step)\b|\bguard-?rails?\b|\binterlock\b",
        _GUARD,
    ),
    (r"\bcanary (?:stage|step|deploy\w*|release|analysis|rollout)\b|\bblue[/-]green\b", _STEPWISE),
    (r"\b(?:staged|progressive|gradual|phased) (?:roll-?outs?|deploy\w*|release)\b", _STEPWISE),
    (r"\bautomatic roll-?backs?\b", _STEPWISE),
    (r"^(?:add|provision|set up|build|install) (?:a |an |two )?(?:spare|redundant)\b", _SPARE),
    (
        r"\bautomatic fail-?over\b|\bhot spare\b|\b(?:warm |hot |cold )?stand-?by\b"
        r"|\bactive[-/]active\b",
        _SPARE,
    ),
    (
        rf"^(?:add|provision|run|set up|deploy|build|start|bring up) (?:a |an )?(?:second|third"
        rf"|spare|redundant|further) (?:[\w-]+ )?{_UNIT}",
        _SPARE,
    ),
    (rf"\b(?:own|separate|dedicated|isolated) (?:[\w-]+ ){{0,2}}{_SHIELDED}", _APART),
    (r"\bbulkheads?\b|\bblast[- ]radius\b", _APART),
    (r"\bthe default\b|\bsafe(?:r)? defaults?\b", _DEFAULT),
    (
        r"\b(?:second|another|extra|additional|further) (?:approval|approver|reviewer|sign-?off)\b"
        r"|\b(?:change|code|deploy|merge) freeze\b|\bfour[- ]eyes\b",
        _RULE,
    ),
    (r"\b(?:weekly|monthly|quarterly|regular) (?:review|meeting|sync)\b", _HABIT_OF_TEAM),
    (r"^automate\b", _AUTOMATED),
)
"""What the main phrase of an action is about: its words up to the first clause or preposition."""

TEXT: tuple[tuple[str, Fix], ...] = (
    (
        r"\brestor(?:e|es|ing)\b.*\b(?:backups?|dump|snapshots?|minutes|hours)\b"
        r"|\b(?:dump|backups?|snapshots?)\b.*\brestor(?:e|es|ing)\b",
        _RESTORE,
    ),
    (r"\b(?:game ?day|chaos experiment|fault injection)\b", _EXPERIMENT),
    (rf"\b(?:own|separate|dedicated|isolated) (?:[\w-]+ ){{0,2}}{_SHIELDED}", _APART),
    (
        r"\bby default\b|\b(?:with|to) (?:a |the )?(?:safe )?default (?:timeout|limit|expiry"
        r"|setting)\b",
        _DEFAULT,
    ),
    (
        r"^(?!(?:remove|delete|clean|drop|retire)\b).*\b(?:behind a (?:feature )?flag"
        r"|feature flag (?:for|around))\b",
        _STEPWISE,
    ),
    (
        r"\b(?:on|over|across|in) (?:two|three|four|five|several"
        r"|\d+) (?:availability )?(?:nodes?|zones?|regions?|hosts|machines)\b",
        _SPARE,
    ),
    (r"\b(?:exponential )?back-?off\b|\bretry budget\b", _LIMIT),
    (r"\bshell prompt\b|\bpre-?commit hook\b", _GUARD),
    (r"^add .*\bon-?call (?:rotation|rota|schedule)\b", _OWNED),
    (r"^(?:add|write|create) (?:a|one) (?:page|section|chapter) (?:on|about)\b", PAGE),
    (r"\bin (?:the )?(?:smoke|integration|regression) tests?\b", _TESTS),
)
"""What stands anywhere in an action that neither its opening nor its main phrase decides."""
