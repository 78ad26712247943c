"""What somebody is said to have left undone."""

from pirtui.domain.blame_language.grammar import Pattern

_ATTEMPTS = (
    r"(?:<base:NEUTRAL>|log |ssh |sign in|bind|boot|parse|render|replicate|sync|elect|fire|mount|"
    r"compile|start up|come up|find|reach|get |receive|join the (?:call|bridge)|fail over|load|check "
    r"?out|"
    r"complete (?:the )?(?:checkout|payment|sign|log|order|purchase))"
)
_IF = (
    r"(?:if|unless|whenever|in case|so that|should|would|when an?|might|may|what happens when|"
    r"<w>if) <few>"
)
_OBJECT = (
    r"(?:no-one |nobody |N |nothing |O of |none of |zero |not a (?:thing|word) |no (?:help|"
    r"backup|second opinion) )"
)

OMISSIONS: tuple[Pattern, ...] = (
    Pattern(
        "OM1",
        r"(?:<PY>|I )<then><adv>(?:<have> <adv>|also |just )?(?:failed|fails|failing) <adv>to "
        r"(?!<attempt>)".replace("<attempt>", _ATTEMPTS),
        unless_before=_IF,
        excusable=True,
        words="failed fails failing",
    ),
    Pattern(
        "OM1", r"(?:<PU>|I )<then><did:FORGETTING>(?!(?:P|O|T) )", unless_before=_IF, excusable=True
    ),
    Pattern(
        "OM1",
        r"<PY><then>(?:<adv>(?:refused|refuses|declined) to |<be> refusing to )",
        unless_before=_IF,
        excusable=True,
        words="refused refuses refusing declined",
    ),
    Pattern(
        "OM1",
        r"<start><adv>(?:forgot|neglected|omitted) (?:to |about )",
        words="forgot neglected omitted",
    ),
    Pattern(
        "OM1",
        r"(?:P 's |his |her |their |my |our |your |the )?failure (?:(?:of|by) [PO] |on [PO] 's part "
        r")?to <adv><base:DILIGENCE>",
        unless_before=r"(?:on|after|the) ",
        words="failure",
    ),
    Pattern("OM1", r"failure (?:by|of) (?:[PO]) to (?!<base:NEUTRAL>)", words="failure"),
    Pattern("OM1", r"P 's failure to (?!<base:NEUTRAL>)", words="failure"),
    Pattern(
        "OM2",
        r"<PU><then><adv>(?:did|had|has|have|'s|'d) not <adv>(?:(?:even|so much as) )?"
        r"(?:been <doing:DILIGENCE>|(?:<base:DILIGENCE>|<done:DILIGENCE>)(?!<notfor>))".replace(
            "<notfor>",
            r"(?:access|up (?:in|on)|an? (?:page|alert)|any (?:page|alert|access)|the same|to be |"
            r"place |like |as if |as though )",
        ),
        unless_before=_IF + "|(?:what|where|how|why|that|which|everything|did|whether) |whether <few>",
        excusable=True,
        words="not",
    ),
    Pattern(
        "OM2",
        r"<ANY><then>(?:<be>|<have>|'d)? ?<adv>(?:never|not once) <adv>(?:(?:had|have|has|even|once|"
        r"ever|actually|really) )*"
        r"(?!<done:NEUTRAL>|<past:NEUTRAL>|<base:NEUTRAL>)(?:<past:DILIGENCE>|<done:DILIGENCE>|"
        r"<base:DILIGENCE>)",
        unless_before=_IF + "|(?:what|that|which|whether) ",
        excusable=True,
        words="never once",
    ),
    Pattern(
        "OM2",
        r"<PY><adv>never <adv>(?:gave <few>(?:thought|notice|warning)|got (?:around|round) to|took "
        r"the time|"
        r"made (?:any|an) (?:effort|attempt)|came back|followed|had <few>intention) ",
        words="never",
    ),
    Pattern(
        "OM2",
        r"<PU><then><adv>(?:(?:did|do|does|could|had|has|have|would) not <adv>(?:even "
        r")?)?(?:(?:bother|bothered|bothers) (?:to|with|<doing:DILIGENCE>)|"
        r"be bothered|been bothered|care (?:to|about|enough|that)|think to|thought to|take the time|"
        r"take the trouble|"
        r"have the (?:decency|sense)|have the common|lift a finger|lifted a finger|pull (?:his|her|"
        r"their) weight|want to know|give it a (?:second )?thought|"
        r"think twice|stop to|step up|pay (?:enough |any |close )?attention|do (?:his|her|their|your|"
        r"the) (?:job|homework|due|duty|work|part|bit)|"
        r"take (?:it |this |that |the <w>)?seriously) ?",
        unless_before=r"(?:thank|if) <few>",
        words="bother bothered bothers care think thought take have lift lifted pull want give stop "
        "step pay do",
    ),
    Pattern(
        "OM2",
        r"<start>(?:did not|never|had not) <adv>(?:bother|bothered|think to|thought to|<base:ASKING>|"
        r"<past:ASKING>)(?!.* \? )".replace(
            "<base:ASKING>",
            "(?:check|test|read|verify|validate|escalate|tell|ask|warn|double-check|review) ",
        ).replace(
            "<past:ASKING>",
            "(?:checked|tested|read|verified|validated|escalated|told|asked|warned|double-checked|"
            "reviewed) ",
        ),
        excusable=True,
        words="never not",
    ),
    Pattern(
        "OM2",
        r"<PY><then><be> <adv>(?:not|nowhere) <adv>(?:<doing:DILIGENCE>(?!for)|on top of|following|up "
        r"to (?:the|it|speed)|careful|diligent|thorough|"
        r"vigilant|attentive|trained enough|qualified|prepared|interested|bothered|at (?:his|her|"
        r"their) desk|to be found|focused|alert)",
        unless_before=_IF + "|what ",
        excusable=True,
        words="not nowhere",
    ),
    Pattern(
        "OM2",
        r"(?:N|nobody|no-one) <few>(?:bothered|cared|could be bothered|thought to|had the (?:sense|"
        r"decency|courage)|"
        r"took (?:responsibility|ownership|the time|the trouble|charge)|lifted a finger|stepped up|"
        r"gave it a|did (?:his|her|their) job|was paying attention|"
        r"had the (?:guts|nerve|initiative)|wanted to (?:own|take)|seems to care|is doing|even "
        r"<past:DILIGENCE>)",
    ),
    Pattern(
        "OM2", r"<PY><then><adv>(?:had )?<past:DILIGENCE>" + _OBJECT, unless_before=_IF, excusable=True
    ),
    Pattern(
        "OM2",
        r"<PY><then><adv>(?:did|does|do|was doing|were doing) (?:absolutely |literally )?nothing "
        r"(?:about|to|at|while|until|for|for|\.|,|when|and)",
        words="nothing",
        excusable=True,
    ),
    Pattern(
        "OM2",
        r"<PY><then><adv>(?:gave|provided|sent|offered|left|had given|raised|showed|put in|took) "
        r"(?:us |O |W )?(?:absolutely |little |)?no (?:<w>)?(?:heads-up|notice|warning|notes?|"
        r"handover|explanation|thought|updates?|information|documentation|comments?|precautions?|"
        r"backup|care|interest|alarm|effort|reason) ",
        words="no",
    ),
    Pattern(
        "OM2",
        r"<PY><then><adv>(?:kept (?:quiet|silent|it to|this to)|stayed (?:quiet|silent)|remained "
        r"silent|withheld|omitted|neglected (?!to)|fell short|left out|turned up (?:<w>)?late|showed "
        r"up (?:<w>)?late|came (?:<w>)?late|shirked|dodged|failed in (?:his|her|their))(?: |$)",
        unless_before=_IF,
        excusable=True,
    ),
    Pattern(
        "OM2",
        r"<PY>(?:had been|was|were|has been|have been) (?:<adv>|explicitly |clearly |repeatedly |"
        r"specifically )*(?:told|warned|asked|reminded|instructed|advised|urged|trained|ordered) "
        r"(?:<any>){0,3}?(?:not to|never to|repeatedly|(?:twice|before|several times|many times|"
        r"countless|two times|three times|again and again|already|more than once)|about (?:this|it|"
        r"that|exactly))(?: |$)",
        words="told warned asked reminded instructed advised urged trained ordered",
    ),
    Pattern(
        "CF2",
        r"<PY><then>(?:<any>){0,10}?(?:instead of|rather than) (?:<adv>|just |simply )*(?:calling|"
        r"asking|escalating|checking|reading|testing|telling|paging|looking|following|admitting|"
        r"helping|listening|thinking|raising|reporting|owning|doing (?:his|her|their|it)|verifying|"
        r"investigating) ",
        words="instead rather",
        excusable=True,
        unless_before=r"(?:let|lets) ",
    ),
    Pattern(
        "OM2",
        r"C (?:<adv>)(?:(?:did|had) not|never|failed to|refused to) <adv>(?:even )?(?:<asking>)".replace(
            "<asking>",
            "(?:ask|asked|tell|told|escalate|escalated|double-check|double-checked|bother|bothered|"
            "think|"
            "thought|consider|considered|consult|consulted|document|documented|communicate|communicated|"
            "mention|mentioned|realise|realised|test|tested|review|reviewed|warn|warned|inform|informed|"
            "care|(?:read|follow|followed|check|checked) (?:the |our |any )?(?:<w>)?(?:runbook|docs|"
            "manual|"
            "process|procedure|checklist|instructions|ticket|diff|email|release)) ",
        ),
        unless_before=_IF,
        excusable=True,
        words="not never failed refused",
    ),
    Pattern("OM2", r"<PY><adv>made no (?:effort|attempt|move) ", words="made"),
    Pattern(
        "OM2",
        r"<PY>(?:and [PT] )?(?:just )?(?:sat|stood) (?:on (?:it|the|their|his|her)|there|by|around|"
        r"idle|and) ",
        words="sat stood",
    ),
    Pattern(
        "OM2",
        r"<PF><then>(?:<past:RISKY>|<doing:RISKY>|<present:RISKY>|<past:HARM>|went ahead |left |"
        r"carried on )<rest>without "
        r"(?:even |ever |first |so much as |any |anyone |anybody |proper |properly |bothering |the |a "
        r"|an |much |prior |another |getting |having )*"
        r"(?:<doing:DILIGENCE>|a?n?y? ?(?:review|testing|tests?|approval|permission|authori[sz]ation|"
        r"thought|thinking|backup|sign-off|signoff|looking|"
        r"supervision|warning|notice|consent|asking|knowing|checks?|plan|second|dry|clearance|care|"
        r"caring|understanding|regard|ticket|peer|change) )",
        unless_before=_IF + "|(?:can|could|how|to|lets|let) ",
        excusable=True,
        words="without",
    ),
    Pattern(
        "OM1",
        r"<start><past:RISKY>(?:[^ .;:!?|]+ ){0,8}?without (?:even |ever |first |any )*(?:asking|"
        r"telling|checking|testing|reading|warning|thinking|looking|approval|review) ",
        words="without",
    ),
    Pattern(
        "OM2",
        r"(?:was|were|been|being) (?:not|never) <adv>(?:<done:DILIGENCE>)(?:<w>){0,2}by (?:[OPT]) ",
        words="by",
        excusable=True,
    ),
    Pattern("OM2", r"(?:by |of |from )(?:O|P|T) <adv>not <adv><doing:DILIGENCE>", words="not"),
    Pattern(
        "OM2",
        r"(?:because|since) [PT] <few>(?:did not|never|forgot|failed|had not) (?!<base:NEUTRAL>|"
        r"<past:NEUTRAL>)<w>",
        words="because since",
    ),
)
