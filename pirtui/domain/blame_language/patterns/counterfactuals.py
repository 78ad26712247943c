"""What did not happen, told as if it had been possible all along."""

from pirtui.domain.blame_language.grammar import Pattern
from pirtui.domain.blame_language.verbs import irregular_participles

_PARTICIPLE = rf"(?:[a-z-]+ed|{irregular_participles()}) "
_PERMITTED = (
    r"(?:been (?:possible|allowed|needed|required|necessary|in a position)|needed to|had to|"
    r"to |been (?:so easy|that easy|left with))"
)
_RECEIVED = (
    r"(?:been (?:<adv>)(?:paged|told|notified|alerted|given|called|woken|warned|informed|asked|"
    r"contacted|shown|included|prompted|invited|offered|added|reached|copied|stopped|blocked|"
    r"protected|trained|rotated|relieved|supported|consulted|assigned|"
    r"there|awake|on-call|staffed|made aware|handed|granted|looped)|received|seen|got|gotten|had|"
    r"heard|access|an? |the |at least|one|two|enough|more|to )"
)
_PASSIVE = (
    r"been (?:<adv>|better |more |fully |far )*(?:tested|caught|reviewed|checked|noticed|spotted|"
    r"validated|verified|escalated|communicated|documented|rolled back|prevented|avoided|"
    r"updated|announced|monitored|reverted|planned|approved|double-checked|rejected in review|"
    r"done|fixed|raised|reported|flagged|investigated|declared|questioned|challenged|picked up|"
    r"foreseen|anticipated|rehearsed|coordinated|renewed|patched|acknowledged|handled|addressed|"
    r"merged|pushed|deployed|obvious to|"
    r"read|followed|prepared|taken (?:more )?seriously|discussed|reverted|considered|written|thought|"
    r"cleaned up|closed|decommissioned|maintained|dealt|signed off|signed-off|found|seen|known|asked|"
    r"told|made|shipped|released|run|started|rotated by|vetted|scheduled|drained|backed up|audited|"
    r"upgraded|resolved|restored|set up|removed by) "
)
_LUCK = (
    r"(?:been|had |have |lost |seen |faced |ended |taken the whole|gone |missed |experienced |"
    r"still |received |affected )"
)

COUNTERFACTUALS: tuple[Pattern, ...] = (
    Pattern(
        "CF1",
        rf"<PW>(?:<rest>(?:and|but|, ) )?(?:<adv>)(?:clearly |really )?(?:should|ought to|shall|"
        rf"needed to|must) (?:<adv>)(?:not |never )?(?:<adv>)have (?:<adv>|not |never "
        rf")*(?!{_PERMITTED}|{_RECEIVED}|(?<=not have )been able|(?<=never have )been "
        rf"able)(?:{_PARTICIPLE}|been )",
        unless_before=r"(?:what|which|who|where|how|whether|anything) ",
        unless_after=r"(?:access|permissions?|rights|visibility)",
        words="should ought needed must",
    ),
    Pattern(
        "CF1",
        r"U (?:<adv>)(?:should|ought to) (?:<adv>)(?:not |never )?have (?:<adv>)(?:known|read|checked|"
        r"asked|tested|told|verified|looked|escalated|followed|thought|reviewed|noticed|paid|waited|"
        r"validated|warned|updated their|backed|contacted|called|realised|realized|double-checked) ",
        words="should ought",
    ),
    Pattern(
        "CF1",
        r"(?:C|t) (?:<adv>)(?:should|ought to) (?:<adv>)(?:not |never )?have (?:<adv>)(?:known|asked|"
        r"thought|escalated|realised|realized|double-checked|consulted|bothered|told (?:us|O|W|P)|"
        r"paid attention|read (?:the )?(?:<w>)?(?:docs|documentation|runbook|manual|notes|ticket)) ",
        words="should ought",
    ),
    Pattern(
        "CF1",
        rf"(?:should|should not|ought to) (?:<adv>|not |never )*have (?:<adv>)(?:not |never "
        rf")?(?:<adv>){_PASSIVE}",
        unless_before=r"(?:what|which|alert|page|it|requests?|traffic|packets?|messages?|retr(?:y|"
        r"ies)|events?|key|keys|cache|token|tokens|pods?|jobs?|value|values|leader|"
        r"query|quer(?:y|ies)) (?:(?:that|which) )?(?:<adv>)",
        words="should ought",
        unless_after=r"(?:automatically|to the|via|from|into) ",
    ),
    Pattern(
        "CF1",
        rf"(?:should|should not|could|could not|ought) [PTYWIN] (?:<adv>)(?:not )?have "
        rf"(?:<adv>){_PARTICIPLE}",
        unless_before=r"(?:what|which|how|where) (?:else )?(?:<w>)?",
        words="should could ought",
    ),
    Pattern(
        "CF1",
        rf"<start>(?:<adv>)(?:should|ought to) (?:not |never )?have (?:<adv>|not |never )*(?!been "
        rf"(?:<adv>)(?!tested|caught|reviewed|checked)){_PARTICIPLE}",
        words="should ought",
    ),
    Pattern("CF1", r"<PW>(?:<adv>)(?:ought|should) to? ?have known ", words="known"),
    Pattern(
        "CF1",
        r"(?:there|it|this|that) should (?:not |never )?have (?:<adv>)(?:been (?:a|an|no|more|someone|"
        r"better|P|N) (?:<few>)(?:review\w*|reviewer|test\w*|check\w*|approval|sign-off|backup|"
        r"handover|communication|supervision|P|second)|occurred to O|(?:never )?happened)",
        words="should",
    ),
    Pattern(
        "CF2",
        rf"<PW>(?:<adv>)(?:could|might) (?:<adv>)(?:not )?have (?:<adv>)(?!{_LUCK}){_PARTICIPLE}",
        unless_before=r"(?:what|which|how|where|who|whether|things|anything) (?:else )?",
        words="could",
        unless_after=r"(?:more data|all (?:of )?|the whole|an old|a stale)",
    ),
    Pattern(
        "CF2",
        r"<PW>(?:<adv>)might have (?:<adv>)(?:<done:DILIGENCE>|noticed |saved |avoided |prevented |"
        r"stopped |spared )",
        unless_before=r"(?:what|which|how|where) (?:else )?",
        words="might",
    ),
    Pattern(
        "CF2",
        r"<PW>(?:could|might) (?:<adv>)have been (?:<adv>)(?:more |much |a bit |far |a little "
        r")*(?:careful|quicker|faster|attentive|thorough|proactive|vigilant|diligent|better|clearer|"
        r"cautious|prepared|avoided)",
        words="been",
    ),
    Pattern(
        "CF2",
        r"<PW>(?:had|has|have) (?:<adv>)(?:the|every|ample|plenty of|several|two|three|a) "
        r"(?:<few>)(?:chances?|opportunit(?:y|ies)|time) to (?!(?:see|ask|speak|join|recover|rest|"
        r"sleep))",
        words="chance chances opportunity opportunities time",
        unless_before=r"(?:if|once|until|when) ",
    ),
    Pattern(
        "CF2",
        r"<PW>(?:<adv>)(?:had|needed|has) only to |<PW>only (?:had|needed) to |all <PW>(?:had|needed) "
        r"to ",
        words="only all",
    ),
    Pattern(
        "CF2",
        r"(?:it was|it is|was|that was) (?:<adv>)(?:up to|down to) [PO] to |(?:you|Y|one) (?:would|"
        r"'d) (?:<adv>)(?:think|expect|have thought|hope|have expected) (?:that )?(?:<few>)(?:[PTYN]) "
        r"|"
        r"(?:look|glance|call|check|question|message|phone call|minute) (?:<any>){0,6}?would have "
        r"(?:told|shown|warned|saved) (?:[PO]) |(?:there was|had) (?:plenty of|ample|enough|more than "
        r"enough) time for [PO] to ",
        words="up down think expect thought hope expected told shown warned saved time",
    ),
    Pattern(
        "CF4",
        rf"(?:would|could|might) (?:not |never )?(?:<adv>)(?:have|be) (?:<any>){{1,12}}?(?:had|if) "
        rf"<PW>(?:had |'d )?(?:<adv>|not |only )*(?!been (?:paged|told|alerted|notified|given)|"
        rf"received|had |access){_PARTICIPLE}",
        words="had if",
    ),
    Pattern(
        "CF2",
        r"<PW>(?:<adv>)would have (?:<adv>)(?:saved|avoided|prevented|stopped|escalated|rolled|fixed|"
        r"realised|realized|asked|called|checked|tested|found|caught|noticed|spotted) "
        r"(?:<any>){0,10}?(?:if|had|by) ",
        words="would",
    ),
    Pattern(
        "CF2",
        r"<PW>(?:was|were) (?:<adv>)in a position to |no reason (?:for [PO] |why [PTYW] )(?:not to|"
        r"could not|should not|did not)",
        words="position reason",
    ),
    Pattern(
        "CF3",
        r"(?:was|were|is|been) (?:<adv>|entirely |totally |perfectly )*(?:avoidable|preventable) ",
        words="avoidable preventable",
    ),
    Pattern(
        "CF4",
        r"(?:avoidable|preventable|not have happened|never have happened|fine|up|averted) "
        r"(?:<adv>)(?:if|had) (?:<PW>)(?:had |'d |not |only |just |<adv>)",
        words="if had",
        unless_after=r"(?:access|received|been)",
    ),
    Pattern(
        "CF5",
        r"had (?:it|this|that|the <w>(?:<w>)?) (?:<adv>|only )*been (?:<adv>)(?:tested|reviewed|"
        r"checked|caught|noticed|read|followed|documented) ",
        words="had",
    ),
    Pattern(
        "CF3",
        r"(?:would|could|might|should) (?:<adv>)(?:not )?have (?:<adv>)(?:been "
        r")?(?:<adv>)(?:prevented|avoided|caught|stopped|spared|saved|detected|noticed|averted|"
        r"mitigated|limited) ",
        words="would could might should",
    ),
    Pattern(
        "CF4",
        r"if only (?!(?:one|two|three|some|a few|half|the (?:primary|first|last)|part) "
        r")(?:<any>){1,12}?(?:had|were|'d|would|could|was|knew|did) ",
        words="only",
    ),
    Pattern("CF4", r"if only (?=[PTYWI] )", words="only"),
    Pattern(
        "CF4",
        r"(?:if|wish|wishing|wished|i wish|as long as) (?:that )?(?:<PWA>)(?:had|'d|would have|were "
        r"to have) (?:<adv>|not |never |just )*(?!had (?:an?|the|access|two|more|enough|one|better|"
        r"that)|been (?:paged|told|alerted|notified|given|called|asked|able)|access|an? |the |more |"
        r"no |seen (?:the|this|an?) (?:alert|page|message)|received |known (?:that|about)|to )"
        rf"(?:{_PARTICIPLE}|been )",
        unless_before=r"(?:as|even|asked|ask|asks|wondered|see|checked|check|know|knew|unclear) ",
        words="if wish wishing wished",
    ),
    Pattern(
        "CF4",
        rf"<start>had <PW>(?:<adv>|not |never |just )*(?!been (?:paged|told|alerted|notified|given)|"
        rf"seen an?|received){_PARTICIPLE}(?!.*\? )",
        words="had",
    ),
    Pattern(
        "CF4",
        r"(?:if|had) (?:N|anyone|someone|P) (?:had )?(?:<adv>|even )*(?:bothered|thought|cared|"
        r"looked|read|checked|tested|paid|taken|listened|asked) (?:.*)(?:would|could|might) ",
        words="if had",
    ),
    Pattern(
        "CF4",
        r"would (?:<adv>)(?:not|never) have (?:<adv>)(?:happened|occurred|started|been|gone|broken|"
        r"failed) (?:<any>){0,8}?(?:if|had|without) (?:<PWA>)",
        words="would",
    ),
    Pattern(
        "CF4",
        r"(?:had it not been|if it had not been|if it were not|were it not) for [PO] ",
        words="for",
    ),
    Pattern(
        "CF4",
        r"(?:would|it) (?:<any>){0,3}?(?:have )?(?:helped|taken|been (?:easy|trivial|simple|enough|"
        r"better|nice)|cost) (?:<any>){0,8}?(?:if|for) (?:<PW>|O )(?:had |'d |to )(?:have )?(?!had |"
        r"received|seen|been (?:paged|told))",
        words="helped taken been cost",
    ),
    Pattern(
        "CF2",
        r"would (?:<adv>|only |hardly )*have (?:<adv>|only )*(?:taken|cost) (?:[POTYU]|W) ",
        words="taken cost",
    ),
    Pattern(
        "CF2",
        r"(?:would|could) (?:<adv>)have been (?:so |very |quite )?(?:easy|trivial|simple|enough|"
        r"easier|possible) (?:for [PO] )?to ",
        words="easy trivial simple enough easier",
    ),
    Pattern(
        "CF5",
        r"(?:should|ought to) (?:<adv>)(?:not |never )?have " + _PARTICIPLE,
        words="should ought",
        unless_before=r"(?:what|which) (?:<any>)?",
    ),
    Pattern("CF5", r"(?:should|ought to) (?:<adv>)(?:not |never )?have been ", words="should ought"),
    Pattern("CF4", r"better if <PW>had ", words="better"),
    Pattern(
        "CF2",
        r"(?:<PW>|O )would (?:<adv>)have (?:<adv>)(?:noticed|caught|spotted|seen (?:it|this|that)|"
        r"known) (?:<any>){0,6}?(?:if|had) (?:<PWA>)",
        words="would",
    ),
    Pattern(
        "CF1",
        r"<PW>(?:<be>) (?:<adv>)supposed to (?:<adv>)(?:have )?(?!(?:receive|get|be |have (?:access|a "
        r"|an |the )|see|hear|join|take over|start|finish|run (?:at|every)))<w>",
        unless_before=r"(?:what|how|where|if|who|which) (?:<w>)?",
        words="supposed",
        excusable=True,
    ),
    Pattern(
        "CF1",
        r"<PW>(?:was|were) (?:meant|expected|obliged|required|told|asked|instructed|trained|warned) "
        r"to (?:<any>){1,8}?(?:but|and) (?:<adv>)(?:did not|never|failed|forgot|chose|decided|instead)",
        words="meant expected obliged required told asked instructed trained warned",
    ),
)
