"""What only deserves a hint: signals, hindsight, single causes, vague words."""

from pirtui.domain.blame_language.grammar import Pattern

MILDER: tuple[Pattern, ...] = (
    Pattern(
        "OM3",
        r"N (?:<adv>|on <w>)*(?:(?:had |has |have )?(?:<adv>)(?:noticed|checked|tested|read|verified|"
        r"reviewed|spotted|watched|questioned|asked|told|escalated|looked|followed|realised|realized|"
        r"saw|caught|owned|responded|answered|raised|flagged|updated) |(?:was|were) "
        r"(?:<adv>)<doing:DILIGENCE>)",
        unless_before=r"(?:if|when|where|that) ",
    ),
    Pattern(
        "OM3",
        r"(?:was|were|went|been|being|gone|got|goes) (?:<adv>)(?:overlooked|forgotten|neglected|"
        r"unnoticed|ignored|missed|skipped|disregarded|unchecked|untested|unread|dismissed|left "
        r"undone) (?!by (?!O ))",
    ),
    Pattern(
        "HS1",
        r"(?:in hindsight|with hindsight|in retrospect|with the benefit of hindsight|hindsight|"
        r"retrospectively|looking back|obviously|obvious|bound to (?:happen|fail|break)|waiting to "
        r"happen|missed (?:the )?warning signs|(?:ignored |missed |clear |early )?warning signs|the "
        r"writing was on the wall|should have been obvious|inevitabl[ey]|clearly should|red flags?|"
        r"saw (?:this|it) coming|seen (?:this|it) coming|foreseeable|of course) ",
        unless_before=r"(?:not|no|never|less|avoid|against|than|more) (?:<w>)?",
    ),
    Pattern(
        "SC1",
        r"(?:(?:the|a|its|our|one|single|real|actual|true|main|primary|ultimate|underlying|only|sole|"
        r"this) (?:<adv>|real |true |actual |single |main |primary |ultimate |underlying |only )*root "
        r"cause (?!(?:analys\w+|template|document|investigation|field|section|tool|label|and effect|"
        r"meeting|report))|<start>root cause (?:of|was|is|:|,|\.|-|=)|root-cause :)",
        unless_before=r"(?:no|not|than|without|instead of|nor|never|neither|avoid|any) (?:<w>){0,3}",
        unless_after=r"(?:analys\w+|template|investigation)",
        words="root root-cause",
    ),
    Pattern(
        "SC2",
        r"(?:(?:the )?(?:only|sole|single|one) (?:real |true )?(?:reason|cause|culprit|explanation)|"
        r"comes down to|came down to|boils down to|boiled down to|entirely because of|solely because "
        r"of|purely because of|entirely due to|solely due to|purely due to|all because of|simply "
        r"because of|one and only cause|single cause) ",
        unless_before=r"(?:no|not|than|never|rarely|nor) (?:<w>){0,2}",
    ),
    Pattern(
        "VA2",
        r"(?:somehow|for a while|for some time|for ages|a lot of|lots of|things went wrong|went wrong|"
        r"some kind of|something went|various reasons|for whatever reason|at some point|many users|"
        r"stuff broke|went sideways|a bunch of|eventually) ",
        unless_before=r"(?:what|how|that|who) (?:<w>)?",
    ),
    Pattern(
        "VA1",
        r"W (?:<adv>)(?:need|have) to (?:be|do|try|communicate|test) (?:<adv>)(?:better|harder|more "
        r"careful) ",
    ),
)
