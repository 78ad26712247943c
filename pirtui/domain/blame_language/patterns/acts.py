"""What somebody is said to have done to the system, and the slips that are named as its cause."""

from pirtui.domain.blame_language.grammar import Pattern

_IF = (
    r"(?:if|unless|whenever|in case|so that|should|would|when an?|might|may|what happens when|would "
    r"let) <few>"
)
_WHOLE = (
    r"(?:(?:it|them) (?:by|with|up|into|down|off|out)|down|into|out|off|away|even|for|through|with|"
    r"<det>(?:<w>){0,2}(?:tie|deadlock|glass|news|silence|cycle|loops?|seal|ice|records?|"
    r"streak|habit|stalemate|logjam|dependency|link|ground)|(?!.{0,60} (?:and|but|which) "
    r")(?:<any>){1,7}?(?:into|between|up|down|apart|off)) "
)
_BAD = (
    r"(?:wrong|untested|unreviewed|unapproved|half-baked|half-finished|incorrect|"
    r"bogus|garbage|dodgy|crappy|unfinished|unvalidated|unauthori[sz]ed|dangerous|"
    r"unsafe|risky|half-tested|rubbish|botched|terrible|unverified|unchecked|mistyped) "
)
_BY_MISTAKE = (
    r"(?:by (?:mistake|accident)|accidentally|accidently|mistakenly|inadvertently|erroneously|wrongly|"
    r"incorrectly|"
    r"unintentionally|in error|improperly|unwittingly|unknowingly) "
)
_THINGS = r"(?:(?!(?:and|but|because|which|that|so|when|where) )[^ .?!;:|]+ )"
_SLIP = (
    r"(?:mistakes?|typos?|errors?|blunders?|slip|slip-up|slips|misstep|screw-up|misjudge?ment|"
    r"oversights?|bad call|wrong call|howler|"
    r"faux pas|error of judge?ment|cock-up|wrong (?:choice|decision|turn|assumption)|bad (?:choice|"
    r"decision|assumption)|"
    r"fatal error|lapse|mess|hash|pig ?'s ear|dog ?'s breakfast|boo-boo|mess-up) "
)
_BY = r"(?:by|from|of|on the part of) (?:[POTUIC]|me) "

ACTS: tuple[Pattern, ...] = (
    Pattern("IB1", r"(?:<PY>|I )<then>(?:<did:HARM>)(?!no )", unless_before=_IF),
    Pattern("IB1", rf"(?:<PY>|I )<then>(?:<did:BREAKING>)(?!{_WHOLE})", unless_before=_IF),
    Pattern("IB1", r"(?<=\| )P (?:<base:HARM>)"),
    Pattern("IB1", rf"(?<=\| )P (?:<base:BREAKING>)(?!{_WHOLE})"),
    Pattern(
        "IB1",
        r"[PT] <adv>(?:(?:took|brought|knocked|has taken|had taken|takes|brings) "
        r"(?:<things>){1,5}(?:down|offline|over|out) )".replace("<things>", _THINGS),
        unless_before=_IF,
        unless_after=r"(?:of |for (?:maintenance|a planned)|gracefully|by hand|one by one|as "
        r"(?:planned|agreed)|in a planned)",
        words="took brought knocked taken takes brings",
    ),
    Pattern(
        "IB1",
        r"[PT] <adv>(?:made|makes) <things>{1,4}(?:worse|harder) ".replace("<things>", _THINGS),
        words="worse harder",
    ),
    Pattern(
        "IB1",
        r"<PY><then><adv>(?:introduced|created|added|wrote|put|injected|left|shipped|committed|merged|"
        r"caused|started|triggered|kicked off|set off) <adv>(?:<things>){0,3}?"
        r"(?:bugs?|regressions?|errors?|faults?|mistakes?|typos?|outages?|incidents?|fire|"
        r"vulnerabilit\w+|leak|disaster|chaos|mess|havoc|cascade|meltdown|misconfiguration|infinite "
        r"loop) ".replace("<things>", _THINGS),
        unless_before=_IF,
        unless_after=r"(?:channel|call|bridge|ticket|report|review|doc\w*|process|response|template|"
        r"room|log|page|budget|message|handl\w+|drill|test|injection|timeline|record)",
        words="",
    ),
    Pattern(
        "IB1",
        r"<PY><then><adv>(?:<past:RISKY>|<present:RISKY>|<have> <adv><done:RISKY>|<be> "
        r"<doing:RISKY>)(?:(?!(?:and|but|because|which|when|where|rather|instead) )[^ .?!;:|,]+ "
        r"){0,5}?" + _BAD,
        unless_before=_IF,
        unless_after=r"(?:because|since) ",
        excusable=True,
    ),
    Pattern("IB1", r"(?<=\| )P (?:<base:RISKY>)(?:a |the )?" + _BAD),
    Pattern(
        "IB6",
        r"<PY><adv>(?:<past:RISKY>|<present:RISKY>)(?:a |an |the )?(?:bad|broken|faulty|buggy|"
        r"misconfigured|malformed|invalid|flawed|defective|corrupt) (?!(?:hosts?|nodes?|instances?|"
        r"disks?|pods?|backends?|replicas?|drives?|cables?|switch|cards?) )",
        unless_before=_IF,
    ),
    Pattern(
        "IB1",
        r"<PY><then><adv>(?:let|lets|allowed|allows|left) (?!O )<things>{1,6}(?:expire|lapse|slip|go "
        r"(?:stale|unnoticed|through|down|unpatched|bad|live)|go |through|happen|pile up|"
        r"rot|drift|fill|fill up|fester|escalate|slide|run out|fall|get|open|exposed|unattended|"
        r"unlocked|unpatched|unprotected|unmonitored|"
        r"enabled|on|running|in place|world-readable|public|die|linger|grow|sit|unsecured|"
        r"undocumented|broken|in (?:prod|production|a|the)|half|lying|plugged|switched) ".replace(
            "<things>", _THINGS
        ),
        unless_before=_IF,
        excusable=True,
        words="let lets allowed allows left",
    ),
    Pattern(
        "IB1",
        r"[PTY] <adv>(?:cost us|costs us|cost O|is (?:the )?(?:weak link|reason|problem|cause|"
        r"culprit)|was (?:the )?(?:weak link|reason|problem|cause|culprit|guilty)|"
        r"were (?:the )?(?:weak link|reason|problem|cause|culprit|guilty)|are (?:the )?(?:weak link|"
        r"reason|problem|cause|culprit))",
        words="cost costs is was are were",
    ),
    Pattern(
        "IB1",
        r"[PTY] <adv>(?:did|has done|have done|does|is doing|keeps? doing|pulled) (?:it|this|that) "
        r"(?:again|to us|before|twice) ",
    ),
    Pattern(
        "IB2",
        r"(?:caused|triggered|introduced|broken|botched|missed|overlooked|ignored|misread|"
        r"misconfigured|mistyped|bungled|"
        r"mishandled|messed up|screwed up|made worse|taken down|brought down|forgotten|neglected|"
        r"disregarded|skipped|bypassed|"
        r"committed without <few>|pushed without <few>|deployed without <few>|wrongly <w>|incorrectly "
        r"<w>|accidentally <w>|mistakenly <w>|"
        r"inadvertently <w>|carelessly <w>|fat-fingered|crashed|wiped(?: out)?|wrecked|nuked|"
        r"corrupted|brought about|set off|brought on) "
        r"(?:<things>){0,3}?by (?:mistake by )?(?:[PO]|[UC] who|T|yours truly|me) (?!(?:'s|in "
        r"response|to) )".replace(
            "<things>", r"(?:entirely|solely|again|once again|again and again|single-handedly|directly) "
        ),
        unless_before=r"(?:N|not|never|be|if|incident|rollback|failover|ticket|call|timeline|page|"
        r"bridge) <few>(?:was |were |is |been )?",
        words="by",
    ),
    Pattern(
        "IB2",
        r"(?:was|were|is|are|incident|outage|downtime|failure|happened|down|broke|broken|failed|it|"
        r"this|that|all|crashed|here|late|data|mess|incident|cause|reason|lost) (?:, )?"
        r"(?:<adv>)(?:because of|due to|down to|on account of|thanks to|courtesy of|attributable to|"
        r"traced (?:back )?to|the work of|the doing of|on|came from|comes from) (?:[POT]|P who) (?!'s "
        r")<end>",
        unless_before=r"(?:pages?|paged|sent|escalated|delayed|N|not|no) <few>",
        words="due down because traced on thanks courtesy work doing attributable account came comes",
    ),
    Pattern(
        "IB1",
        r"(?:[PTOC] 's|his|her|their|my|your) (?:<w>)?(?:actions?|behaviou?r|decisions?|inaction|"
        r"hesitation|failures?|neglect|haste|attitude|incompetence|ineptitude|impatience|mistakes?|"
        r"errors?|slowness|choices?|handling|lack of <w>|ego) (?:<any>){0,6}?(?:caused|led to|"
        r"resulted|brought|took|broke|cost|triggered|made|lost|delayed|prolonged|is what|was what|is "
        r"the|was the (?:cause|reason|trigger)) ",
        words="action actions behaviour behavior decision decisions inaction hesitation failure "
        "failures neglect haste attitude incompetence ineptitude impatience mistake mistakes "
        "error errors slowness choice choices handling lack ego",
    ),
    Pattern(
        "IB1",
        r"<PY><adv>(?:deleted|dropped|wiped|truncated|erased|overwrote|purged|destroyed|nuked|blew "
        r"away|has deleted|had deleted|formatted) (?:<det>)(?:<w>)?(?:production|prod|live|entire|"
        r"whole|all (?:of )?(?:the|our|customer)|customer|customers|everything|our)(?: |\.)",
        unless_before=_IF,
        excusable=True,
    ),
    Pattern(
        "IB1",
        r"(?:fine|working|stable|healthy|ok|okay|well|smooth|smoothly|good|quiet) until (?:[PT]) "
        r"(?:<adv>)(?:<past:RISKY>|<past:HARM>|<past:BREAKING>|decided|came|started|got|had|messed|"
        r"went)",
        words="until",
    ),
    Pattern(
        "IB1",
        r"(?:problem|weak link|weakest link|bottleneck|trouble|issue) (?:here |with this |really |in "
        r"all this )?(?:is|was) (?:<adv>)[PT] (?!(?:has|have|had|did|do|can|could|needs|was|were|is|"
        r"are|who (?:had|was)) )|(?:it|this) (?:is|was) always [PT] |it (?:was|is) [PT] (?:, )?(?:and "
        r")?not (?:us|W|O|me)",
        words="problem weak weakest bottleneck trouble issue always not",
    ),
    Pattern(
        "IB4",
        r"(?:has|have|had) (?:only |just )?(?:[PO]) to (?:thank|blame)|(?:put|place|pin|lay|laid|"
        r"pinned|placed|puts|pins|lays) (?:the |all |all the |most of the )?(?:blame|it|this|fault|"
        r"responsibility) (?:<adv>)(?:on|at) |if not for [PO] ",
        words="thank blame put place pin lay laid pinned placed puts pins lays not",
        negatable=True,
    ),
    Pattern(
        "IB2",
        r"thanks to (?:[PO]) (?:, )?(?:W|U|I|they|the|our|everyone|half|all|this|it|P) "
        r"(?:<any>){0,4}?(?:lost|lose|had to|has to|have to|missed|spent|were down|was down|went down|"
        r"down|broke|broken|crashed|failed|wasted|could not|corrupt\w*|gone|offline|late|burned|burnt|"
        r"cost|worse) ",
        words="thanks",
    ),
    Pattern(
        "IB2",
        r"(?:fault|blame|culprits?|responsible|caused by|causes?|offender|guilty|to blame|error|"
        r"mistake|root cause|blame goes to|(?:at|party) fault) (?::|=|,) (?:[PO]) <end>",
    ),
    Pattern(
        "IB1",
        r"(?:<PY>|O )(?:<adv>)(?:got|gets|put|puts|landed|dragged) (?:us|O|W|everyone|the (?:company|"
        r"whole team)) (?:in|into) (?:this|a|the|such) ",
        words="got gets put puts landed dragged",
    ),
    Pattern(
        "IB1",
        r"<PY>(?:<adv>)(?:killed|sank|sunk|toppled|tanked|froze|hung|broke|flattened|ruined|spoilt|"
        r"spoiled|wiped|sacrificed|burned|burnt|doomed) (?:our|the whole|all|everyone|everything|the "
        r"entire|production|prod|half|the (?:<w>)?(?:site|database|weekend|launch|system|platform|"
        r"business|company|cluster|service)) (?!(?:pod|session|quer))",
    ),
    Pattern(
        "IB1",
        r"(?:it|that|this) (?:was|is) [PT] who (?:<adv>)(?:<past:HARM>|<past:BREAKING>|<past:RISKY>|"
        r"<past:RULE_BREAKING>|<past:FORGETTING>|did |started )(?!.{0,40}(?:notic|recover|saved))",
        unless_after=r"(?:the (?:<w>)?(?:rollback|incident|fix|page|call|recovery))",
        words="who",
    ),
    Pattern(
        "IB1",
        r"<PY>(?:<adv>)(?:has|have|had|only has|only have) (?:only |a lot |much |something |nobody "
        r"but |no-one but |N but )*(?:himself|herself|themselves|yourself|yourselves|O|to answer|to "
        r"apologi[sz]e|to explain)(?: to (?:blame|thank))? ",
        words="has have had",
    ),
    Pattern(
        "IB1",
        r"<PY>(?:<adv>)failed (?:us|O|W|the (?:<w>)?(?:customers?|users?|company|team|business|"
        r"patients|people)|our|miserably|badly|in (?:his|her|their)|at (?:his|her|their|the most|"
        r"even)|spectacularly|completely) ",
        words="failed",
    ),
    Pattern(
        "IB2",
        r"<start>(?:(?:all |purely |solely |only )?(?:because of|due to)) (?:[PO]) (?:<any>){0,4}?, ",
    ),
    Pattern(
        "IB2",
        r"(?:cause|culprits?|reason) (?:of (?:<any>){1,4}?)?(?:turned out to be|was|is|were|:|,|=|"
        r"turns out to be|seems to be|appears to be) (?:<adv>)(?:[PO]) (?!(?:'s|who (?:was|had) "
        r"(?:not )?(?:been )?(?:paged|told)) )(?!(?:could|had|was|were|did|have) )",
        unless_before=r"(?:no|not) (?:<w>)?",
    ),
    Pattern(
        "IB2",
        r"(?:due to|because of|blamed? (?:it )?on|thanks to|caused by|down to|result of|caused when|"
        r"because|traced (?:back )?to) (?:[PO]|T|me) (?:who )?"
        r"(?:<past:HARM>|<past:RULE_BREAKING>|<past:FORGETTING>|<past:RISKY>(?!O |the wrong|# )|"
        r"<doing:HARM>|<doing:RULE_BREAKING>|<doing:FORGETTING>|"
        r"(?:<adv>)not <w>|being <w>|failing |leaving |pushing |running |deploying |deleting |making |"
        r"deciding |getting |having (?:forgotten|missed|failed|not) |"
        r"doing |typing |using |merging |changing )",
        unless_before=r"(?:N|not) <few>",
        words="due because blamed thanks caused down result traced",
        excusable=True,
    ),
    Pattern(
        "HE2",
        r"(?:<PY>|I )<then>(?:<did:MAKING>)(?:(?!(?:sure|and) )[^ .?!;:|,]+ ){0,4}?".replace(
            "<did:MAKING>", r"<adv>(?:made|makes|making|make|had made|has made|committed) "
        )
        + _SLIP
        + r"(?!(?:message|page|log|handl\w+|report|budget|rate|easy|possible|hard|visible|less|more|"
        r"obvious) )",
        unless_before=_IF + "|(?:let|help|helps|made) ",
        words="made makes making make committed",
    ),
    Pattern(
        "HE2",
        r"(?:mistakes?|typos?|errors?|blunders?|slips?|slip-up|misstep|screw-up|misjudge?ment|"
        r"oversight|lapse|misclick|mis-click|inattention|carelessness|negligence|"
        r"misconfiguration|misunderstanding|omission) (?:<few>)" + _BY + r"(?!'s )",
        unless_before=r"(?:no|not|user|error|human) ",
        unless_after=r"(?:per|rate)",
        words="by from of part",
    ),
    Pattern(
        "HE2",
        r"<PY><then><adv>(?:<past:RISKY>|<present:RISKY>|<be> <doing:RISKY>|<have> "
        r"<adv><done:RISKY>)(?:(?!(?:and|but|because|which|that|when) )[^ .?!;:|,]+ ){0,7}?"
        + _BY_MISTAKE,
        unless_before=_IF,
        excusable=True,
    ),
    Pattern(
        "HE2",
        r"<PY><adv>(?:had |has |have )?" + _BY_MISTAKE + r"(?:<past:RISKY>|<done:RISKY>|[a-z]+ed )",
        unless_before=_IF,
        excusable=True,
    ),
    Pattern(
        "HE2",
        r"(?:was|were|been|got|being) " + _BY_MISTAKE + r"<w>(?:<few>)by (?:[OPT]|me) ",
        unless_before=_IF,
        words="by",
    ),
    Pattern(
        "HE2",
        r"(?:mistakes?|errors?|typos?|blunders?|slips?) (?:that |which )?[PT] (?:had |has )?(?:made|"
        r"introduced|committed)|(?:mistake|error|typo|slip) (?:was |were |is )?(?:made|introduced|"
        r"committed|caused) by [PO] |<PY>(?:<adv>)(?:erred|goofed|blundered|slipped up|got it (?:all |"
        r"completely |totally |badly )?wrong|made the wrong) ",
        words="mistake mistakes error errors typo typos blunder blunders slip slips erred goofed "
        "blundered slipped wrong",
    ),
    Pattern(
        "HE2",
        r"<PY>(?:<adv>)(?:hit|pressed|clicked|pushed|ran|deployed|restarted|typed|merged|submitted|"
        r"hit|closed|declared|left|acted|jumped|gave up|stood down) (?:<any>){0,3}?too (?:soon|early|"
        r"quickly|fast|hastily|late) ",
        words="too",
        excusable=True,
        unless_before=_IF,
    ),
    Pattern(
        "HE2",
        r"(?:slip of (?:the|a) (?:finger|hand|keyboard)|finger slip\w*|momentary lapse|lapse of "
        r"(?:attention|concentration|judge?ment)|miscl\w+|copy-?and-?paste (?:error|mistake)|"
        r"copy-?paste (?:error|mistake)|typing (?:error|mistake)|keyboard error|data entry error|"
        r"clerical error|human oversight|human factors? (?:was|were) (?:the|to)|wetware|meatware) "
        r"(?!(?:rate|count|metric|analysis))(?=(?:by|of|on|from|was|is|led|caused|took|made|when|in|"
        r"during|\.|,|and|$))",
        negatable=True,
        unless_before=r"(?:from|against|detect|detects|catch|prevent|prevents|allow|allows) (?:<few>)",
    ),
    Pattern(
        "HE2",
        r"<PY><adv>(?:got|gets|had|has) (?:the|his|her|their) <few>(?:wrong|backwards|mixed up|"
        r"muddled) ",
        words="wrong backwards mixed muddled",
        unless_before=_IF,
    ),
    Pattern(
        "HE2",
        r"<PY><adv>(?:looked|was looking|were looking) (?:at|in) (?:the |an? )?wrong ",
        words="wrong",
        excusable=True,
    ),
    Pattern(
        "HE2",
        r"<PY><adv>(?:wrongly|incorrectly|foolishly|stupidly|naively|lazily|blindly|wrong-headedly|"
        r"falsely) (?:assumed|believed|concluded|thought|decided|trusted|guessed) ",
        excusable=True,
    ),
)
