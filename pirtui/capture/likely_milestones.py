"""Milestones that the words of an event suggest; they are offered, and never set unasked.

Precision comes first. What each milestone means: research/facilitation.md, section 5; the words:
research/formats.md, section A4.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from pirtui.domain.events import Event, Milestone

_NOT_SO = re.compile(
    r"(?:\b(?:not|no|never|without|nobody|none|before|until|unless|if|whether|should|could|would|might"
    r"|may|must"
    r"|can(?:not)?|will|shall|want(?:s|ed)? to|hop(?:es?|ing)|try(?:ing)?|tries|tried|attempt\w*"
    r"|plan\w*|about to"
    r"|going to|ready to|wait\w*|ask\w*|consider\w*|discuss\w*|propos\w*|suggest\w*|expect\w*|decid\w*"
    r"|still|yet"
    r"|hardly|barely|un(?:able)?|fail(?:s|ed)? to|instead of|rather than|need(?:s|ed)? to|have to"
    r"|has to|when|once|almost|nearly|part(?:ly|ially)|to be|possibl[ey]|likely|suspect\w*|think\w*"
    r"|ready for|due to|for|(?:silenc|mut|creat|remov|delet|tun|disabl)(?:e[sd]?|ing))"
    r"|n['’]t)\b(?:[^\w.;!?]+\w+){0,4}[^\w.;!?]*$",
    re.I,
)
_QUESTION = re.compile(
    r"\?\s*$|^\W*(?:is|are|was|were|did|does|has|have|anyone|anybody|any idea)\s+\w+.*"
    r"\b(?:resolved|mitigated|back|found|known|declared|fixed|recovered|verified|acknowledged)\W*$",
    re.I | re.S,
)
_UNDONE = re.compile(
    r"\W{0,2}\?|\s*:\s*no\b|\W*(?:\w+[ \t]+){0,4}?(?:not|never|no effect|without|planned|soon|expected"
    r"|tomorrow|later|scheduled|next (?:week|month)|(?:last|previous) (?:week|month)|yesterday"
    r"|muted|silenced|disabled|about to|to (?:the )?(?:staging|stage|test|dev|qa|pre-?prod)\b"
    r"|\w+n['’]t)\b",
    re.I,
)
"""What follows words that then tell no milestone, or not one of this time and place."""

_STILL_BAD = re.compile(
    r"[^.;!?\n]{0,60}\b(?:but|however|still|fail\w*|persist\w*|broken|again with|no change|in vain"
    r"|rising)\b",
    re.I,
)
"""What follows a repair that was none."""

_WORDS: tuple[tuple[Milestone, re.Pattern[str]], ...] = tuple(
    (milestone, re.compile(pattern, re.I))
    for milestone, pattern in (
        (
            Milestone.DECLARED,
            r"\b(?:declar(?:ed|es|ing) (?:this |it )?(?:as )?(?:an? |the )?(?:\w+ )?"
            r"(?:incident|outage|sev\W?\d|p\d)"
            r"|(?:incident|outage|sev\W?\d) (?:is |was )?(?:declared|opened|raised|started in #)"
            r"|^declared(?= in #|\W*$|\s*[:.,–—-])|opens? (?:an? "
            r"|the )?(?:\w+ ){0,2}incident\b(?!['’]?s? (?:re|template|ticket))"
            r"|starts? (?:an? |the )incident\b(?! re))",
        ),
        (
            Milestone.ACKNOWLEDGED,
            r"^\W*acks?\b(?! (?:packet|timeout|number|flood|lost|rate))|\back(?:s|ed)?(?= (?:by"
            r"|the (?:page|alert))\b)"
            r"|\backed\b|\backnowledg(?:e[sd]?|ing|ement)\b(?! (?:that|as|(?:the |a |his |her |their )?"
            r"(?:mistake|error|problem with|fault)))|(?<!tcp )(?<!syn )\back\W*$",
        ),
        (
            Milestone.NOTIFIED,
            r"\b(?:pages|paged|paging) (?:\w+ ){0,3}(?:on-?call|oncall|sre|dba|engineer|team|lead"
            r"|ops)\b"
            r"|\bon-?call (?:engineer )?(?:is |was |gets? |got )(?:paged|called|woken|the page)\b"
            r"|\b(?:is|was|gets|got|been) paged\b|\bpager (?:goes|went)\b|\bgets? the page\b"
            r"|\bpage sent\b|^(?!no|memory|web|disk)@?[\w.-]+ (?:\w+ )?paged\W*$",
        ),
        (
            Milestone.MOBILISED,
            r"\b(?:war[ -]?room|(?<!docker )(?<!network )bridge|video call|incident call|conference call"
            r"|incident (?:chat )?channel) (?:is |was )?(?:opened|started|created|set up|begins)\b"
            r"|\bcall opened\b"
            r"|\b(?:open(?:s|ed)|start(?:s|ed)|join(?:s|ed)|set up) (?:an? |the )(?:\w+ )?"
            r"(?:war[ -]?room|bridge|incident (?:call|channel))\b|\bchannel #?[\w-]+ (?:is "
            r"|was )?(?:created|opened)\b"
            r"|\b(?:team|everyone|all responders) (?:is |are |was |were )?(?:on the call|assembled"
            r"|mobili[sz]ed)\b",
        ),
        (
            Milestone.DETECTED,
            r"\b(?:alerts?|alarms?|monitors?|pager|uptime check)"
            r" (?:(?!not|never|no|should|could|would|did|does|to|about|may|might|will"
            r"|fail)\w+ ){0,2}(?:fires?|fired"
            r"|triggers?|triggered"
            r"|goes off|went off|raised|noticed|(?:fails?|failed)(?! to))\b|(?:^\W*|\b(?:first"
            r"|automated|monitoring|pagerduty|got|gets|received|receives"
            r"|see|sees|saw) (?:an? |the |first )?(?:\w+ )?)(?:alert|alarm)s?(?: (?:for|on"
            r"|about(?! to)|from|is seen)\b|:)(?![^.;]{0,40}\b(?:missing|created))"
            r"|\b(?:first |a |several |three |two |more )?(?:customers?|users?|clients?|support|staff"
            r"|help ?desk)"
            r" (?:(?!may|might|will|could|would|should|no|not|never|do|did)\w+ )?(?:report(?:s"
            r"|ed)?(?! to)|complain(?:s|ed)?"
            r"|notic(?:es?|ed)|(?:says?|writes?|calls?)(?= (?:in\b|that|us|about|\w+ (?:is|are|was"
            r"|were|has|have)\b)))\b"
            r"|\b(?:first )?user reports?\b|\b(?:first )?(?:detected|noticed)\b|\breported (?:by|in"
            r"|on)\b",
        ),
        (
            Milestone.IMPACT_START,
            r"\b(?:outage|impact|incident|trouble|errors?|failures?|degradation) (?:starts?|started"
            r"|begins?|began)\b"
            r"|\bfirst (?:errors?|failures?|failed|5xx|users? affected|customers? affected)\b(?! was)"
            r"|\b(?:start|beginning) of (?:the )?(?:impact|outage|incident)\b"
            r"|\b(?:errors?|error rate|failures?|latency) (?:starts? to rise|rises?|rose|climbs?"
            r"|climbed|spikes?|spiked"
            r"|jumps?|jumped)\b|\b(?:goes|went) down\b(?! (?:the|a|to|from|by)\b)",
        ),
        (
            Milestone.DIAGNOSED,
            r"\b(?:root )?cause (?:is |was |has been )?(?:found|identified|known|confirmed|clear)\b"
            r"|\b(?:found|finds?|identif(?:y|ies|ied)|knows?|has|have) the (?:root |likely )?cause\b"
            r"|\bdiagnosed\b"
            r"|\btraced (?:it |this |back )?to\b|\bculprit (?:is |was )?(?:found|identified)\b",
        ),
        (
            Milestone.MITIGATED,
            r"\b(?:roll(?:s|ed) (?:\w+ )?back|roll(?:s|ed)back|rollback (?:is |was )?(?:done"
            r"|complete[d]?|finished|deployed"
            r"|live)|revert(?:s|ed)(?! (?:is|planned))"
            r"|mitigat(?:ed|es)|mitigation (?:is |was )?(?:in place|applied|complete[d]?"
            r"|deployed)"
            r"|fail(?:s|ed) ?over to|(?:fix|hot ?fix|patch) (?:is |was |has been )?(?:deployed|applied"
            r"|live|released"
            r"|rolled out|in place|shipped)|(?:impact|outage) (?:ends?|ended|stops?|stopped|is over)"
            r"|repaired for|errors? (?:stop|stopped|cease|gone|are gone))\b",
        ),
        (
            Milestone.RECOVERED,
            r"\b(?:(?:service|services|system|systems|site|api|search|traffic|error rate|latency"
            r"|everything|it|all)"
            r" (?:is |are |was |were |has |have )?(?:been )?(?:fully )?(?:(?:recovered"
            r"|restored)(?! from)|back(?: up"
            r"| online|(?=\W*$))|normal again|healthy again)|(?:back|return(?:s|ed)) to (?:normal"
            r"|baseline)"
            r"|fully recovered|recovery (?:is )?complete|all green|back online)\b|^\W*recovered\W*$",
        ),
        (
            Milestone.VERIFIED,
            r"\b(?:verifie[sd](?=\W*$| (?:by|in|on|with|from|it|the (?:fix|recovery)|fix|recovery"
            r"|that (?:it|all"
            r"|everything|the fix)|working|fixed)\b)|confirm(?:s|ed) (?:the )?(?:fix(?:ed)?|recovery"
            r"|working"
            r"|(?:that )?(?:it|all|everything)[\w ]{0,20}(?:works|working|normal|fine|well|healthy"
            r"|fixed))"
            r"|(?:fix|recovery) (?:is |was |has been )?(?:confirmed|verified)|(?:all "
            r"|the )?(?:\w+ )?tests? (?:all )?pass(?:es|ed)?"
            r"|smoke tests? (?:is |are )?(?:ok|green|fine))\b",
        ),
        (
            Milestone.RESOLVED,
            r"\b(?:(?:incident|outage|ticket|issue|case) (?:is |was "
            r"|has been )?(?:declared |marked |called )?"
            r"(?:as )?(?:resolved|closed|over)|(?:declar|mark|call)(?:s|ed) (?:it |as )?(?:resolved"
            r"|over|closed)"
            r"|clos(?:es|ed) (?:the )?(?:status page )?incident|all[- ]clear|resolve[sd] the"
            r" (?:incident|outage|issue)|stands? down|standing down|incident over)\b"
            r"|^(?:\W*status(?: page)?\W+)?\W*resolved(?=\W*$|\s*[:.,;–—(-]| (?:by|at|after|with|in|as"
            r"|and|on)\b)",
        ),
    )
)
_HINTS: dict[Milestone, tuple[str, ...]] = {
    Milestone.DECLARED: ("declar", "incident", "outage", "sev"),
    Milestone.ACKNOWLEDGED: ("ack",),
    Milestone.NOTIFIED: ("page", "paging", "oncall", "on-call"),
    Milestone.MOBILISED: ("room", "bridge", "call", "channel", "team", "everyone", "responders"),
    Milestone.DETECTED: (
        *("alert", "alarm", "monitor", "pager", "uptime", "report", "complain", "notic", "detected"),
        *(" say", " writ", " call"),
    ),
    Milestone.IMPACT_START: ("start", "beg", "first", " rise", "rose", "climb", "spike", "jump", "down"),
    Milestone.DIAGNOSED: ("cause", "diagnosed", "traced", "culprit"),
    Milestone.MITIGATED: (
        "roll",
        "revert",
        "mitig",
        "over to",
        "fix",
        "patch",
        "impact",
        "outage",
        "repaired",
        "error",
    ),
    Milestone.RECOVERED: ("recover", "restored", "back", "again", "baseline", "normal", "all green"),
    Milestone.VERIFIED: ("verified", "verifies", "confirm", "test"),
    Milestone.RESOLVED: ("resolve", "closed", "closes", "over", "clear", "down"),
}
"""One of them, in small letters, is in every text that suggests the milestone: a quick first look."""

_REPAIRS = (Milestone.MITIGATED, Milestone.RECOVERED, Milestone.VERIFIED, Milestone.RESOLVED)
_FAR = 80
"""So many characters before the words are looked at for a denial."""

_LAST_COUNTS = (Milestone.RECOVERED, Milestone.VERIFIED, Milestone.RESOLVED)
"""Milestones of which the last one told is the likely one; of all others it is the first."""


def likely_milestones(text: str) -> tuple[Milestone, ...]:
    """The milestones that a text suggests, in their usual order; denials and plans suggest none."""
    lowered = text.lower()
    hinted = [each for each in _WORDS if any(map(lowered.__contains__, _HINTS[each[0]]))]
    if not hinted or _QUESTION.search(text):
        return ()
    found = {milestone for milestone, pattern in hinted if _is_told(milestone, pattern, text)}
    return tuple(milestone for milestone in Milestone if milestone in found)


def suggestions(
    events: Sequence[Event | None], set_already: Iterable[Milestone]
) -> Iterator[tuple[Milestone, ...]]:
    """For each event of a source, the milestones to offer: each milestone once over the whole of it.

    None is offered that the timeline has already, or that one of the events states itself.
    """
    stated = {milestone for event in events if event for milestone in event.milestones} | set(
        set_already
    )
    told = [likely_milestones(event.text) if event else () for event in events]
    chosen: dict[Milestone, int] = {}
    for place, milestones in enumerate(told):
        for milestone in milestones:
            if milestone in _LAST_COUNTS or milestone not in chosen:
                chosen[milestone] = place
    for place, milestones in enumerate(told):
        yield tuple(each for each in milestones if chosen[each] == place and each not in stated)


def _is_told(milestone: Milestone, pattern: re.Pattern[str], text: str) -> bool:
    return any(_stands(milestone, match) for match in pattern.finditer(text))


def _stands(milestone: Milestone, match: re.Match[str]) -> bool:
    """Whether nothing around the words takes back what they tell."""
    text = match.string
    if _UNDONE.match(text, match.end()) or (
        milestone in _REPAIRS and _STILL_BAD.match(text, match.end())
    ):
        return False
    return not _NOT_SO.search(text[max(0, match.start() - _FAR) : match.start()])
