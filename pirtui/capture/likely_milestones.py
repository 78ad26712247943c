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
    r"|has to|when|once)"
    r"|n['’]t)\b(?:\W+\w+){0,4}\W*$",
    re.I,
)
_QUESTION = re.compile(r"\?\s*$")

_WORDS: tuple[tuple[Milestone, re.Pattern[str]], ...] = tuple(
    (milestone, re.compile(pattern, re.I))
    for milestone, pattern in (
        (
            Milestone.DECLARED,
            r"\b(?:declar\w+ (?:an? |the )?(?:\w+ )?(?:incident|outage|sev\W?\d|p\d)"
            r"|(?:incident|outage|sev\W?\d) (?:is |was )?(?:declared|opened|raised|started in)"
            r"|^declared\b|opens? (?:an? |the )?(?:\w+ ){0,2}incident\b"
            r"|starts? (?:an? |the )incident\b)",
        ),
        (
            Milestone.ACKNOWLEDGED,
            r"\back(?:nowledg(?:e[sd]?|ing|ement))?\b(?! (?:the )?(?:mistake|problem with))|\backed\b"
            r"|\backnowledged by\b",
        ),
        (
            Milestone.NOTIFIED,
            r"\b(?:pages?|paged|paging) (?:\w+ ){0,3}(?:on-?call|oncall|sre|dba|engineer|team|lead"
            r"|ops)\b"
            r"|\bon-?call (?:engineer )?(?:is |was |gets? |got )(?:paged|called|woken|the page)\b"
            r"|\b(?:is|was|gets|got|been) paged\b|\bpager (?:goes|went)\b|\bgets? the page\b"
            r"|\bpage sent\b",
        ),
        (
            Milestone.MOBILISED,
            r"\b(?:war ?room|bridge|video call|incident call|conference call|call|incident channel)"
            r" (?:is |was )?(?:opened|started|created|set up|begins)\b"
            r"|\b(?:team|everyone|all responders) (?:is |are |was |were )?(?:on the call|assembled"
            r"|mobili[sz]ed)\b",
        ),
        (
            Milestone.DETECTED,
            r"\b(?:alerts?|alarms?|monitors?|pager|uptime check) (?:\w+ ){0,2}(?:fires?|fired"
            r"|triggers?|triggered"
            r"|goes off|went off|raised|noticed|fails?|failed)\b|\b(?:alert|alarm)s? (?:for|on|about"
            r"|from|is seen)\b"
            r"|\b(?:first |a |several |three |two |more )?(?:customers?|users?|clients?|support|staff"
            r"|help ?desk)"
            r" (?:\w+ )?(?:reports?|reported|complains?|complained|notices?|noticed|says?|writes?"
            r"|calls?)\b"
            r"|\b(?:first )?user reports?\b|\b(?:first )?(?:detected|noticed)\b|\breported (?:by|in"
            r"|on)\b",
        ),
        (
            Milestone.IMPACT_START,
            r"\b(?:outage|impact|incident|trouble|errors?|failures?|degradation) (?:starts?|started"
            r"|begins?|began)\b"
            r"|\bfirst (?:errors?|failures?|failed|5xx|users? affected|customers? affected)\b"
            r"|\b(?:errors?|error rate|failures?|latency) (?:starts? to rise|rises?|rose|climbs?"
            r"|climbed|spikes?|spiked"
            r"|jumps?|jumped)\b|\bgoes down\b|\bwent down\b",
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
            r"\b(?:roll(?:s|ed) ?back|rollback (?:is |was )?(?:done|complete[d]?|finished|deployed"
            r"|live)|revert(?:s|ed)"
            r"|reverted|mitigat(?:ed|es)|mitigation (?:is |was )?(?:in place|applied|complete[d]?"
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
            r" (?:is |are |was |were |has |have )?(?:fully )?(?:recovered|restored|back(?: to normal"
            r"| up| online)?"
            r"|normal again|healthy again)|back to normal|fully recovered|recovery (?:is )?complete"
            r"|all green)\b"
            r"|\bback online\b",
        ),
        (
            Milestone.VERIFIED,
            r"\b(?:verified|verifies|confirm(?:s|ed) (?:the )?(?:fix|recovery|that (?:it|all"
            r"|everything)[\w ]{0,20}"
            r"(?:works|normal|fine|well|healthy))|(?:all |the )?(?:\w+ )?tests? (?:all )?pass(?:es|ed)?"
            r"|smoke tests? (?:is |are )?(?:ok|green|fine))\b",
        ),
        (
            Milestone.RESOLVED,
            r"\b(?:(?:incident|outage|alert|ticket|issue|page|case) (?:is |was "
            r"|has been )?(?:declared |marked |called )?"
            r"(?:as )?(?:resolved|closed|over)|(?:declar|mark|call)(?:s|ed) (?:it |as )?(?:resolved"
            r"|over|closed)"
            r"|clos(?:es|ed) (?:the )?(?:status page )?incident|all[- ]clear|resolved\.?$"
            r"|^resolved\b(?! to\b)"
            r"|stand(?:s|ing)? down"
            r"|incident over)\b|\ball clear\b|^resolved\b(?! to\b)|\bresolved$",
        ),
    )
)
_HINTS = re.compile(
    r"declar|incident|outage|\back|page|call|war ?room|bridge|team|alert|alarm|monitor|check fail"
    r"|report|complain"
    r"|notice|detect|starts|started|begin|began|first|error|fail|latency|down|cause|diagnos|traced|culprit"
    r"|roll|revert|mitigat|fix|patch|impact|repair|recover|restor|normal|online|back|green|healthy|verif"
    r"|confirm|test|resol|clos|clear|over|opens|writes|says",
    re.I,
)
"""One quick look that passes many lines by."""

_LAST_COUNTS = (Milestone.RECOVERED, Milestone.VERIFIED, Milestone.RESOLVED)
"""Milestones of which the last one told is the likely one; of all others it is the first."""


def likely_milestones(text: str) -> tuple[Milestone, ...]:
    """The milestones that a text suggests, in their usual order; denials and plans suggest none."""
    if not _HINTS.search(text) or _QUESTION.search(text):
        return ()
    found = {milestone for milestone, pattern in _WORDS if _is_told(pattern, text)}
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


def _is_told(pattern: re.Pattern[str], text: str) -> bool:
    return any(not _NOT_SO.search(text[: match.start()]) for match in pattern.finditer(text))
