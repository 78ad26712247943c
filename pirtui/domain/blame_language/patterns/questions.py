"""Questions that ask for an excuse."""

from pirtui.domain.blame_language.grammar import Pattern

_LACK = (
    r"(?:<adv>)(?:not )?(?:<adv>)(?:see|receive|get|have|need|know|lose|find|feel|hear|lack|"
    r"expect|still|see|experience|end up|require|reach|matter|want)"
)

QUESTIONS: tuple[Pattern, ...] = (
    Pattern(
        "WH1",
        r"(?:why|how come|for what reason) (?:<adv>|exactly |on earth |the hell |in the world |then |"
        r"is it that |was it that |oh |the heck )*(?:did|would|could|had|has|have|does|do|can|should|"
        r"must) (?:<adv>)(?:not )?(?:<adv>)(?:<PY>|N )(?:<adv>)(?!<lack> )".replace("<lack>", _LACK),
        unless_before=r"(?:not|never|than|of|stop|asked|asks|avoid|without) (?:<w>){0,2}",
        words="why come reason",
    ),
    Pattern(
        "WH1",
        r"(?:why|how come) (?:<adv>|on earth |exactly )*(?:was|were|is|are|was not|were not) (?:not "
        r")?(?:<PY>|N )(?:<adv>)(?:not )?(?:<adv>)(?:[a-z]+ing |at (?:his|her|their|your|the) |so |"
        r"asleep|unaware|late|slow|too |away|unprepared|out |able to (?:push|delete|merge|deploy|"
        r"bypass|run)|in such|even |at lunch|offline|there)(?!to receive)",
        words="why come",
        unless_before=r"(?:not|than|of|asked) (?:<w>){0,2}",
    ),
    Pattern(
        "WH1",
        r"(?:how come|why is it that|why it is that|why was it that|explain why|explain how|explain "
        r"to O why|justify why|tell (?:O|us|me) why|the reason why|know why|understand why|ask why|"
        r"asking why|asked [PO] why|wonder why|wondering why|like to know why|explain themselves|"
        r"explain himself|explain herself|explain yourself) ?(?:<adv>)(?:[PTYC] |N |(?:did|does) not "
        r"[PTY] )(?:<few>)(?!(?:could not see|had no access|have|had to|need|needed|was not paged|saw|"
        r"see|receive|received) )",
        words="why how explain",
        unless_before=r"(?:not|than|of|stop|rather) (?:<w>){0,2}",
    ),
    Pattern(
        "WH1",
        r"explain (?:themselves|himself|herself|yourself|yourselves|(?:his|her|their|your) (?:actions|"
        r"behaviou?r|decision)) ",
        words="explain",
    ),
    Pattern(
        "WH1",
        r"what (?:in the world |on earth |the hell |exactly |the heck |could |were |was |in god ?'s "
        r"name )*(?:were|was|are|is|could|have|did|possessed|made|would) (?:[PTYO]|he|she|have) "
        r"(?:<adv>)(?:been |possibly |have been )*(?:thinking|playing at|up to|doing (?:running|"
        r"pushing|deploying|deleting|on|with|in|touching|merging|there|messing)|on about|hoping to|"
        r"expecting to happen|thinking\?)",
        words="what",
    ),
    Pattern(
        "WH1",
        r"what (?:possessed|made|makes) [OPY] (?:think (?:it|that|this|[PTY])|believe (?:it|that|"
        r"this)|do (?:that|this|it|such)|to )",
        words="what",
        unless_before=r"(?:of|and) ",
    ),
    Pattern("WH1", r"what were [PTY] thinking |what was (?:P|O) thinking ", words="thinking"),
    Pattern(
        "WH1",
        r"how (?:on earth |the hell |in the world |exactly |ever )?(?:could|can|did|do|does|would|is "
        r"it possible that|was it possible that) (?:<PY>|N )(?:<adv>|possibly |ever )*(?:not |fail|"
        r"miss |overlook|forget|let |allow|think (?:it|that|this)|manage to|be so|have (?:missed|"
        r"forgotten|let|not|been so|overlooked|failed|thought|ignored|allowed|done)|ignore|break |"
        r"mess|screw|get (?:this|that|it) (?:so )?wrong|possibly|merge this|push this|approve (?:this|"
        r"that)|sign (?:this|that)|do (?:this|that|such)|even )",
        words="how",
    ),
    Pattern(
        "WH1",
        r"why (?:bother|so slow|such a|would anyone|would anybody|would you|would someone|"
        r"would Y|would P|would N) ",
        words="why",
    ),
    Pattern(
        "WH1",
        r"why (?:<adv>)(?:did|does|has|had|would) it (?:<adv>)(?:take|taken|took) (?:[POTY]|so long "
        r"for [PO]|that long for [PO]|<few>for [PO] to) ",
        words="why",
    ),
    Pattern(
        "WH1",
        r"(?:did|does|has) it (?:not|never|even|really) (?:<adv>)?(?:occur|occurred|cross|crossed|"
        r"dawn|strike|struck) ",
        words="it",
    ),
    Pattern(
        "WH1",
        r"(?:who (?:told|gave|allowed|said|let|asked) (?:[PYTO]) (?:<any>){0,2}?(?:permission|to|"
        r"could|that|do|was|push|touch|the right)|what (?:took|kept|is|was|'s) (?:[PYTO] (?:so long|"
        r"from)|(?:your|his|her|their|[OP] 's) excuse)|what excuse |where (?:was|were) [PTY] (?:when|"
        r"while|during|all|\?)|care to explain|since when (?:do|does|did|is|are) [YPT] |"
        r"what made [YPTO] "
        r"(?:<few>)?(?:think|believe) (?:it|that|this|[YPT]|the)|do [YPT] even |have [YPT] never |"
        r"(?:has|have) (?:[PYT]|N) (?:<adv>)?(?:ever|even) (?:heard|read|bothered|tested|looked|"
        r"tried)) ?",
        words="who what where care since do have has",
    ),
    Pattern(
        "WH1",
        r"what did [PYT] (?:<adv>)(?:think|imagine|suppose|believe) (?:would|was going to|might|could|"
        r"this|that|it|[PT]) |(?:what was|what is) the reason (?:that |why )?[PYTN] (?:did not|had "
        r"not|failed|never)|(?:was|is) it (?:not |really |that |so |too )+(?:obvious|clear|hard|"
        r"difficult|much)|how dare|do [YP] (?:<adv>)?(?:realise|realize|know|understand) what [YPT]|"
        r"(?:are|were) [YT] (?:even|seriously|really|honestly|out of|blind|crazy|mad|not (?:aware|"
        r"trained|supposed|paying|watching))|is (?:it )?(?:N|nobody|P) (?:ever )?(?:going to|"
        r"responsible|capable|able to|watching|awake)(?=.*\? )",
        unless_before=r"(?:of|and) ",
    ),
    Pattern(
        "WH1",
        r"how (?:did|is it possible that|was it possible that|is it that|could|can|come) (?:N|P|O) "
        r"(?:<adv>|on <w>|ever |possibly )*(?:not |notice|see |realis|realiz|spot|think |check|test|"
        r"catch|know|miss |fail |get away|manage to (?:miss|break|delete|lose|take|mess|skip|ignore|"
        r"overlook|bring))",
        words="how",
        unless_after=r"(?:first|this (?:first|sooner|so quickly))(?#)",
    ),
    Pattern(
        "WH1",
        r"did not (?:<PY>|N )(?:<adv>)(?:<base:DILIGENCE>|bother|see|know|think|have)(?=.*\? )",
        words="did",
    ),
    Pattern(
        "WH1",
        r"did (?:N|not (?:anyone|anybody|a single person|P|[TY]|you|any of)|[PTY] not|nobody|no-one|"
        r"[PY] (?:even|really|seriously|honestly|actually|ever)) (?:<adv>)(?:<base:DILIGENCE>|bother)",
        words="did",
    ),
    Pattern(
        "WH1",
        r"(?:was|were|is|are) (?:N|nobody|no-one|not anyone|not [PTY]|[PTY] not|[PY] even|[PY] asleep|"
        r"[PY] (?:just )?sleeping|anyone even) (?:<adv>)(?:watching|looking|paying|checking|awake|"
        r"listening|monitoring|reading|testing|asleep|reviewing|supposed|aware that|sleeping)(?=.*\? )",
        words="was were is are",
    ),
    Pattern(
        "WH1",
        r"(?:does|do|can|could) (?:N|nobody|no-one|not anyone|not anybody|not [PTY]|[PTY] not) "
        r"(?:<adv>)(?:<base:DILIGENCE>|bother|care|be trusted)(?=.*\? )",
        words="does do can could",
    ),
    Pattern(
        "WH2",
        r"why (?:<adv>)(?:did|do|were|was|had|could|are) (?:not )?(?:<adv>)(?:W|I) ",
        words="why",
        unless_before=r"(?:not|than|of) (?:<w>){0,2}",
    ),
)
