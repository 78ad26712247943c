"""What the words of an event tell about the response, as far as words can tell it.

Precision comes first: a question that rests on a misread sentence costs the room more than one that
was not asked. Source of what is looked for: research/facilitation.md, section 5.
"""

import re

from pirtui.domain.memo import by_text

_NOT_YET = re.compile(
    r"\b(?:not|n't|n’t|never|without|instead of|rather than|should|could|would|might|may|plan(?:s|ned"
    r"|ning)? to"
    r"|decid\w+ (?:not|against)|consider\w*|discuss\w*|whether|if we|asks? (?:if|whether|to)|ready to"
    r"|wants? to|about to|going to|will)\b(?:\W+\w+){0,3}\W*$",
    re.I,
)

_ESCALATED = re.compile(
    r"\bescalat(?:ed|es|ing)\b|\b(?:pages?|paged|paging|calls?|called|pulls?|pulled|brings?|brought"
    r"|loops?|looped"
    r"|invites?|invited) (?:in )?(?:the |more |another |a second |two more )?[\w-]+(?: [\w-]+)?"
    r" (?:team|engineers?|on-?call|experts?|lead|dba|vendor|support)\b"
    r"|\b(?:vendor|provider|support) (?:ticket|case|call) (?:opened|raised)\b|\basks? for help\b",
    re.I,
)
_TO_SEVERITY = re.compile(r"\bescalat\w+ (?:\w+ )?(?:to|as) (?:a )?(?:sev|p)\W?\d", re.I)
_HANDED_OVER = re.compile(
    r"\b(?:hand(?:s|ed)?[- ]?(?:over|off)|handovers?|handoffs?|reassign(?:s|ed)|transferred to"
    r"|passed (?:on )?to"
    r"|takes? over|took over)\b",
    re.I,
)
_TOLD_USERS = re.compile(
    r"\bstatus ?page\b|\bpublic (?:update|notice|statement|message)\b|\bbanner\b"
    r"|\bcommunity told\b"
    r"|\b(?:informs?|informed|tells?|told|notif(?:y|ies|ied)|updates?|updated|mails?|mailed|e-mails?"
    r"|e-mailed)"
    r" (?:all |the |our |affected )*(?:customers?|users?|clients?|community|teams|tenants|merchants"
    r"|public)\b"
    r"|\b(?:customers?|users?|community|clients?|teams|tenants) (?:are |were |have been )?(?:informed"
    r"|told|notified|warned|asked to)\b"
    r"|\bannounce(?:d|s|ment)\b|\btweet(?:ed|s)?\b|\bblog post (?:published|is out)\b",
    re.I,
)
_REVERTED = re.compile(
    r"\b(?:roll(?:s|ed|ing)?[- ]?back|rollbacks?|revert(?:s|ed|ing)?|back(?:s|ed)? out"
    r"|switch(?:es|ed)? (?:it |the \w+ )?off|turn(?:s|ed)? (?:it |the \w+ )?off|disabl(?:es|ed|ing)"
    r"|undo(?:es|ne)?|undid|fail(?:s|ed)? back)\b",
    re.I,
)
_SUSPECTED = re.compile(
    r"\bsuspect(?:s|ed|ing)?\b|\b(?:likely|probable|possible) cause\b|\bpoints? (?:to|at)\b"
    r"|\btraced? to\b"
    r"|\bcorrelat\w+ with\b|\bcause (?:is |was )?(?:found|identified|known|clear)\b|\blinked to (?:the"
    r"|a)\b"
    r"|\b(?:found|identified|has|have|knows?) the cause\b",
    re.I,
)
_TRIED = re.compile(
    r"\b(?:re-?start\w*|reboot\w*|roll\w*[- ]?back|rollover|revert\w*|re-?deploy\w*|fail\w*[- ]?over"
    r"|scal\w+|drain\w*"
    r"|flush\w*|kill\w*|tr(?:y|ies|ied|ying)|attempts?|attempted|retr(?:y|ies|ied)|disabl\w+|replac\w+"
    r"|raised"
    r"|increas\w+|clear\w+|purg\w+|revok\w+|re-?run\w*|rebuil\w+|mitigation|workaround|fix(?:es|ed)?"
    r"|script|purge"
    r"|removed?)\b",
    re.I,
)
_WITHOUT_EFFECT = re.compile(
    r"\bno (?:effect|change|improvement|difference|success|luck|help)\b|\b(?:does|do|did) not (?:help"
    r"|work|succeed)"
    r"|\b(?:doesn|don|didn)['’]t (?:help|work|succeed)\b|\bwithout (?:success|effect|any effect)\b"
    r"|\bin vain\b"
    r"|\bunsuccessful\w*\b|\bto no avail\b|\bnot enough\b|\bstill (?:down|failing|fails|broken|slow"
    r"|no)\b"
    r"|\b(?:that|it|this|which|again|try|attempt|deploy|rollback|restart|rollover|fix|script"
    r"|run)\W{1,3}"
    r"(?:\w+ )?(?:fails|failed)\b(?! over)|[-–—:;,] failed\b|\bhelps? (?:only )?(?:briefly|little|not)\b"
    r"|\bnever (?:join|come|came|joined|worked)\b|^\w+ing\b.* (?:fails|failed)$",
    re.I,
)
_OF_WHAT_WAS_TRIED = re.compile(r"(?:that|this|it)(?: also| too)? (?:fails|failed)\b", re.I)
_WIDENED = re.compile(
    r"\b(?:severity|priority) (?:is |was )?(?:raised|upgraded|increased|bumped|changed to (?:sev"
    r"|p)\W?1)"
    r"|\b(?:raised|upgraded|escalated|bumped) (?:it )?to (?:a )?(?:sev|p)\W?[012]\b"
    r"|\b(?:spreads?|spreading|spread) (?:to|across|further)\b|\b(?:now )?also affect(?:s|ed|ing)\b"
    r"|\b(?:more|other|further|additional|all) (?:\w+ )?(?:regions?|clusters?|services?|customers?"
    r"|clients?|tenants?"
    r"|zones?|teams?|sites?) (?:are |were |is )?(?:now )?(?:affected|impacted|hit|down|failing)\b"
    r"|\bgoes red\b|\bwhole (?:site|cluster|region|platform) (?:is |goes )?down\b",
    re.I,
)
_CAME_BACK = re.compile(
    r"\b(?:again|recurs?|recurred|recurrence|reoccur\w*|relapse\w*|returns?|returned|came back"
    r"|comes back|resurfac\w+"
    r"|once more|second time|still)\b",
    re.I,
)
_HARM = re.compile(
    r"\b(?:errors?|fail(?:s|ed|ing|ures?)|outage|down|unavailable|slow|latency|time-?outs?|alerts?"
    r"|alarms?|trouble"
    r"|degrad\w+|5xx|50[0-9]s?|crash\w*|stuck|broken|affected)\b",
    re.I,
)
_USERS_REPORT = re.compile(
    r"\b(?:users?|customers?|clients?|tenants?|community)\b(?: \w+)? (?:reports?|reported|reporting"
    r"|sees?|saw|notices?|noticed|complain(?:s|ed)?)\b",
    re.I,
)
_TEMPORARY = re.compile(
    r"\b(?:temporar(?:y|ily)|work-?arounds?|stop-?gaps?|quick fix|hot-?fix|band-?aid|for now|interim"
    r"|short-term"
    r"|provisional(?:ly)?|until (?:a|the) (?:proper|real|permanent|final))\b",
    re.I,
)
_MADE_PERMANENT = re.compile(
    r"\b(?:remov|permanent|proper|revert|undo|clean[- ]?up|tidy|re-?enabl|replace the (?:work-?around"
    r"|temporary)"
    r"|take (?:it )?out|roll ?back the|retire|long-term|follow-?up)",
    re.I,
)


@by_text
def tells_of_escalation(text: str) -> bool:
    """Whether more people are called for; a raised severity is something else."""
    return _happened(_ESCALATED, text) and not _TO_SEVERITY.search(text)


@by_text
def tells_of_handover(text: str) -> bool:
    """Whether somebody else goes on with the work."""
    return _happened(_HANDED_OVER, text)


@by_text
def tells_of_public_update(text: str) -> bool:
    """Whether people outside the response are told."""
    return _happened(_TOLD_USERS, text)


@by_text
def tells_of_revert(text: str) -> bool:
    """Whether a change is taken back or something is switched off."""
    return _happened(_REVERTED, text) and not _WITHOUT_EFFECT.search(text)


@by_text
def tells_of_suspicion(text: str) -> bool:
    """Whether a cause is suspected or named."""
    return _happened(_SUSPECTED, text)


@by_text
def tells_of_vain_attempt(text: str) -> bool:
    """Whether something is tried and does not help."""
    tried = _TRIED.search(text) or _OF_WHAT_WAS_TRIED.match(text)
    return bool(tried and _WITHOUT_EFFECT.search(text))


@by_text
def tells_of_widening(text: str) -> bool:
    """Whether more is affected than before, or the severity is raised."""
    return _happened(_WIDENED, text)


@by_text
def tells_of_return(text: str) -> bool:
    """Whether harm that was thought to be over is there again."""
    told = _CAME_BACK.search(text) or _USERS_REPORT.search(text)
    return bool(told and _HARM.search(text))


@by_text
def tells_of_temporary_measure(text: str) -> bool:
    """Whether what was done is meant to be done away with."""
    return _happened(_TEMPORARY, text)


@by_text
def tells_of_removal(text: str) -> bool:
    """Whether an action does away with something temporary, or puts something lasting in its place."""
    return _MADE_PERMANENT.search(text) is not None


def _happened(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the words are there and say that it happened, rather than that it might."""
    return any(not _NOT_YET.search(text[: match.start()]) for match in pattern.finditer(text))
