"""Judgements of a person's character or care, and error as a cause."""

from pirtui.domain.blame_language.grammar import Pattern

_CHARACTER = (
    r"(?:careless(?:ly|ness)?|slopp(?:y|ily|iness)|negligen(?:t|tly|ce)|lazi(?:ly|ness)|lazy|"
    r"incompeten(?:t|tly|ce)|complacen(?:t|tly|cy)|"
    r"rookie|reckless(?:ly|ness)?|stupid(?:ly|ity)?|dumb|foolish(?:ly|ness)?|irresponsibl[ey]|"
    r"clueless(?:ly|ness)?|amateur(?:ish|ishly|s|\s?hour)?|idiotic|idiots?|"
    r"morons?|moronic|thoughtless(?:ly|ness)?|inexcusabl[ey]|unprofessional(?:ly)?|half-?assed|"
    r"half-hearted(?:ly)?|slapdash|lackadaisical|cavalier|shoddy|"
    r"haphazardly|inept(?:ly|itude)?|inattenti(?:ve|on)|unforgivabl[ey]|shameful(?:ly)?|"
    r"embarrassing(?:ly)?|hare-brained|boneheaded|bone-headed|brain-dead|"
    r"hapless|unthinking(?:ly)?|disgraceful|pathetic|lousy|slackers?|slacking|unacceptably|"
    r"unconscionable|ill-disciplined|undisciplined|indisciplin\w+|gullible|"
    r"cowboy|cowboys|dumbest|laziest|newbie|noob|ham-fisted|cack-handed|asleep at the (?:wheel|"
    r"switch)|out of (?:his|her|their) depth|scatterbrained|absent-minded(?:ly)?|forgetful|"
    r"absentminded(?:ly)?|"
    r"unreliable (?:engineer|developer|person|colleague)|ill-judged|ill-considered|misguided|"
    r"arrogan(?:t|tly|ce)|overconfiden(?:t|ce)|over-confident|gross (?:negligence|incompetence|"
    r"misconduct|carelessness|error)|nonchalant(?:ly)?|flippant(?:ly)?|lax (?:attitude|approach|about|"
    r"discipline|with)|hasty|hastily|clumsy|clumsily|clumsiness|ignorance|imbecil\w*|rash(?:ly|ness)?|"
    r"impulsive(?:ly)?|trigger-happy|gung-ho|cocky|hot-headed|apath(?:y|etic)|unmotivated|foolhardy|"
    r"imprudent(?:ly)?|halfwit\w*|nitwit\w*|bumbling|slovenly|indolen(?:t|ce)|lethargic|"
    r"heedless(?:ly)?|mindless(?:ly)?|blundering|half-hearted|head(?:less)? chickens?|hysterical|"
    r"egregious|lacklustre|lackluster|dimwit\w*|immatur\w+|childish|feckless|hamfisted|laughabl[ey]|"
    r"dumbly|inexpert|muppet|numpty|clownish|braindead|short-sighted) "
)
_OF_THINGS = (
    r"(?:load\w*|init\w*|eval\w*|quorum|loading|initiali[sz]ation|evaluation|deletes?|migration|"
    r"connections?|import\w*|fetch\w*|write\w*|mode|match\w*|"
    r"rendered|created|instantiated|compiled|allocated|opened|mounted|computed|expir\w+|unmount|"
    r"bind\w*|replication|reader|regex|quantifier|"
    r"pipes?|terminals?|proxy|client|switch|counter|"
    r"phrase|freeing|pool|amount|capacity|volume|"
    r"channel|thread|bot|message|workspace|notification|webhook|total|margin|revenue|sales|same-?site|"
    r"tcp|singleton|cert|consistency|caching|references?|resolv\w+|propert\w+|script|list|space|"
    r"validation mode)"
)
_LACK = (
    r"(?:care|attention|ownership|diligence|discipline|due diligence|professionalism|common sense|"
    r"effort|judge?ment|thought|rigou?r|responsibility|urgency|"
    r"commitment|focus|competence|foresight|accountability|vigilance|caution|seriousness|interest|"
    r"initiative|respect|concern|thinking|"
    r"thoroughness|situational awareness|awareness|skill|motivation|forethought|basic|integrity|"
    r"maturity|leadership|consideration|knowledge on the part|engineering discipline|attentiveness|"
    r"conscientiousness|rigorous) "
)
_CHOICE = (
    r"(?:decision|decisions|judge?ment|choices?|call|work|practice|job|move|reasoning|"
    r"workmanship|discipline|engineering|idea to|planning by|handling by|showing|performance) "
)
_POOR = (
    r"(?:poor|bad|terrible|wrong|awful|questionable|dreadful|horrible|very poor|really bad|"
    r"atrocious|lousy|disastrous|unwise|dubious|silly|crazy|appalling|daft|dodgy|lamentable) "
)

JUDGEMENTS: tuple[Pattern, ...] = (
    Pattern(
        "JA1",
        _CHARACTER + rf"(?!{_OF_THINGS})",
        negatable=True,
        plain=True,
    ),
    Pattern(
        "JA2",
        r"(?:lack|absence|shortage|want|lapse|deficit|lapses) (?:of|in) (?:<few>)" + _LACK,
        negatable=True,
        words="lack absence shortage want lapse lapses deficit",
    ),
    Pattern(
        "JA2",
        r"(?:no|zero|little|not enough|insufficient|lacks?|lacked|lacking) (?:sense of |real |proper |"
        r"basic |the |any )*"
        + _LACK
        + r"(?:to|was|were|from|by|in|on|for|of|at|,|\.|paid|taken|given|whatsoever)",
        words="no zero little enough insufficient lacks lacked lacking lack",
        unless_before=r"(?:require[sd]?|needs?|needed|demands|takes) ",
    ),
    Pattern(
        "JA2",
        _POOR + _CHOICE + r"(?!(?:queue|path|made by the (?:scheduler|balancer)|tree|record))",
        negatable=True,
        unless_before=r"(?:cache|scheduler|planner|optimi[sz]er|router|balancer|model|algorithm) "
        r"(?:<w>){0,3}|N <few>",
    ),
    Pattern(
        "JA2",
        r"(?:was|is) an? (?:<w>)?(?:decision|choice|call|thing|idea) (?:to|for [PO] to) .*(?:bad|"
        r"poor)|(?:it was|that was|was|what) (?:an? )?(?:<adv>)(?:bad|poor|terrible|dumb|silly|stupid|"
        r"awful|dreadful|ridiculous|crazy) (?:thing|idea|decision|call|choice|move) (?:to|for|by|on|"
        r"from|of|\.|,)",
        plain=True,
    ),
    Pattern(
        "JA2",
        r"(?:not|never|n't|N|hardly|nobody|no-one|without|stopped|barely) (?:<few>)paying (?:any |"
        r"enough |close |much |proper |sufficient |the |full )*attention ",
        words="attention",
    ),
    Pattern(
        "JA2",
        r"<PY><then>(?:<did:JUDGED>)(?!(?:to (?:a|the)|the release|on disk|order))",
        unless_before=r"(?:if|when an?|whenever|unless) <few>",
    ),
    Pattern("JA2", r"<PY><then><adv>blindly ", words="blindly"),
    Pattern(
        "JA2",
        r"(?:<PY>|<then>by O )(?:<any>){0,8}?(?:blindly|carelessly|recklessly|hastily|foolishly|"
        r"stupidly|thoughtlessly|sloppily|lazily|needlessly|on a whim|without thinking|half-heartedly|"
        r"irresponsibly|in a panic|unthinkingly|mindlessly) ",
    ),
    Pattern(
        "JA2",
        r"<PY>(?:<be>|seemed|felt|looked|got|became|seems|has been|had been|have been|'s been) "
        r"(?:<adv>|far |much |way |too |so |rather |a bit |a little |being |clearly |half )*"
        r"(?:too (?:slow|busy|lazy|junior|inexperienced|tired|quick|hasty|confident|complacent|"
        r"relaxed|late|proud|eager|trusting|casual|stubborn|scared|focused|keen|distracted|new|"
        r"optimistic|cautious|timid|drunk|comfortable|green|narrow|naive)|"
        r"slow to|asleep|sleeping|distracted|inexperienced|unqualified|unprepared|incapable|"
        r"ill-prepared|untrained|in over|not up to|out of (?:his|her|their) depth|naive|stubborn|"
        r"overconfident|over-confident|hungover|unaware of what|clueless|useless|hopeless|panicking|"
        r"flustered|confused about the basics|late (?:again|to)|unfit|inadequate|impatient|"
        r"disorgani[sz]ed|"
        r"wrong to|foolish to|oblivious|not (?:<adv>|very |really |nearly |at all )*(?:experienced|"
        r"skilled|good|"
        r"fit|competent|qualified|cut out|ready for (?:this|the job|on-call)|up to|capable|smart|"
        r"senior|trustworthy|reliable|suited|bright|clever|mature|a good) |half asleep|bad at|"
        r"terrible at|hopeless at|useless at|too busy|on (?:his|her|their) phone|more interested|"
        r"chatting|playing|not fit|far from|clearly not|to blame|in a hurry to|just lazy|weak|useless|"
        r"at (?:his|her|their) worst|unwilling to|lost|ignorant|unreasonabl[ey]|dismissive|selfish|"
        r"uncooperative|unhelpful|defensive|sluggish|drunk|timid|afraid to|guessing|winging it|out "
        r"partying|mistaken|careless)",
        unless_after=r" ?(?:(?:of|by|from) (?:the|an?|other|two|three) |on the other|because |at home|"
        r"when the page)",
        unless_before=r"(?:if|when|how|what|whether) <few>",
        excusable=True,
    ),
    Pattern(
        "JA2",
        r"<PY><then><adv>(?:took|take|takes|had taken|waited|spent|has taken|wait|waits|left it|"
        r"reacted|responded|acted|escalated|replied|answered|called|paged|moved|acked|acknowledged|"
        r"rolled back|waits) (?:<few>)(?:far |much |way |for )*(?:too (?:long|late|slow|slowly|many)|"
        r"forever|ages|(?:his|her|their) (?:sweet )?time|"
        r"unacceptably (?:long|late)|slowly) ",
        words="too forever ages time unacceptably slowly",
    ),
    Pattern(
        "JA2",
        r"<PY><adv>(?:did|do|does) not (?:<adv>)(?:know|understand) (?:what (?:they|he|she|T|P) "
        r"(?:was|were|is|are)|how to (?:do|use|read|write|run)|the (?:first|most basic)|the basics|"
        r"(?:his|her|their) own)",
        words="know understand",
    ),
    Pattern(
        "JA2",
        r"<PY><adv>(?:had|has|have) no (?:clue|idea (?:what|how|about (?:the|what))|real "
        r"understanding|common sense|business|excuse|right to|regard|respect|sense)",
        words="no",
    ),
    Pattern(
        "JA2",
        r"[PTY] (?:<adv>)(?:has|have|had|with) (?:a |an )?(?:<w>)?(?:habit of|history of|track record "
        r"of|reputation for|tendency to|bad habit|attitude problem|big ego|short attention)",
        words="habit history track reputation tendency attitude ego attention",
    ),
    Pattern(
        "JA2",
        r"(?:out of|due to|through|because of|from|by|with|pure|sheer) (?:<w>)?(?:laziness|ignorance|"
        r"boredom|spite|haste|arrogance|impatience|panic|stubbornness|pride|negligence|carelessness|"
        r"convenience by P) (?!(?:mode|handler|kernel))",
        words="laziness ignorance boredom spite haste arrogance impatience panic stubbornness pride "
        "negligence carelessness",
        negatable=True,
        unless_after=r"(?:in the kernel|handler|on node)",
    ),
    Pattern(
        "JA2",
        r"(?:poor|bad|terrible|horrible|awful|lousy|mediocre|sub-?par|substandard|shoddy|"
        r"disappointing|abysmal|weak|dismal|woeful) (?:<w>)?(?:work|job|performance|effort|showing|"
        r"attitude|behaviou?r|craftsmanship|engineering|conduct|response) (?:by|from|of|on the part "
        r"of) (?:[OPTC]) ",
        words="by from of part",
    ),
    Pattern(
        "JA2",
        r"[PTY] (?:<be>) (?:<adv>)(?:a|an|the) (?:<w>)?(?:liability|danger|menace|disgrace|joke|"
        r"disaster|embarrassment|nightmare|weak link|loose cannon|risk to|hazard|waste|prima donna|"
        r"know-it-all|hothead|bad (?:engineer|developer|manager|colleague|hire))",
        words="a an the",
    ),
    Pattern(
        "JA2",
        r"[PTY] (?:<adv>)(?:acted|behaved|behaves|acts|worked|handled|treated|was acting|were acting) "
        r"(?:<any>){0,4}?(?:like|as if|as though|in haste|childishly|out of|badly|poorly|as he "
        r"pleased|as they pleased|unreasonably|dismissively|in a (?:rush|hurry|panic)|without "
        r"regard)(?: |$)",
    ),
    Pattern(
        "JA2",
        r"(?:inexperienced|unskilled|unqualified|incapable|ill-informed|untrained|unmotivated|"
        r"overconfident|distracted) (?:<w>){0,2}?(?:engineers?|developers?|operators?|admins?|"
        r"administrators?|staff|people|technicians?|interns?|contractors?|responders?|devs?|dbas?|"
        r"team|person|analysts?|juniors?|hires?|programmers?) ",
        plain=True,
        negatable=True,
    ),
    Pattern("JA2", r"(?:no|there is no|there was no) excuse (?:for|\.|,)", words="excuse"),
    Pattern(
        "JA2",
        r"<PY><adv>(?:can|could) not (?:<adv>)(?:be trusted|be relied|handle (?:the pressure|it)|cope|"
        r"follow (?:simple|basic|instructions)|read (?:a|simple|basic)|be bothered)",
        words="trusted relied handle cope follow read bothered",
    ),
    Pattern(
        "JA2",
        r"<PY><adv>(?:dropped the ball|took (?:his|her|their) eye|drops the ball|(?:was|were) caught "
        r"napping|asked for (?:it|trouble)|got (?:too )?(?:cocky|lazy|complacent|greedy|careless|"
        r"sloppy)|thought (?:he|she|they|P|T) (?:knew|could|was|were)|assumed (?:someone|somebody|P) "
        r"else|just (?:assumed|guessed|hoped)|hoped for the best|passed the buck|washed (?:his|her|"
        r"their) hands|"
        r"was (?:out|off) (?:drinking|partying)|blew it|choked|gave up (?:too|far)|made no sense|knew "
        r"better|lied|hid|covered (?:it|this) up|tried to hide|kept quiet|overslept|slept through|"
        r"looked the other way|turned a blind eye|has form|does this every|went rogue|took it upon|"
        r"takes? no (?:responsibility|pride|interest)|tried to (?:cover|blame|hide)|should be ashamed|"
        r"did a (?:poor|bad|terrible|sloppy|half|lousy|shoddy)|let (?:us|everyone|the (?:whole "
        r")?(?:team|company|side)) down|kept (?:everyone|us|P|O|W|the \S+) in the dark|went home|went "
        r"to lunch|wandered off|walked away|talked over|had (?:his|her|their) head|lost (?:control|"
        r"the plot|interest)|could not care less|did not care|did not give a|messed about)",
        words="",
    ),
    Pattern(
        "JA2",
        r"(?:dropped the ball|asleep at the|eye off the ball|turned a blind eye|fell asleep|cut "
        r"corners|cutting corners|corners were cut|caught napping|passed the buck|tunnel vision by) ",
        unless_before=r"(?:not|N|nobody|never) <few>",
    ),
    Pattern(
        "JA2",
        r"(?:what (?:a|an) (?:<few>)(?:mess|idiot|shambles|joke|disaster|screw-up|mistake|stupid|dumb|"
        r"silly)|shame on|embarrassment to|disgrace|joke of a|shambles|sheer (?:carelessness|luck "
        r"that [PT])|inexcusable|unacceptable (?:from|by|behaviou?r|of)|poor (?:attitude|show|"
        r"performance by|form)|bad attitude|attitude problem|typical of [PO]|classic [PO]|typical P)",
        plain=False,
    ),
    Pattern(
        "HE1",
        r"(?:human|operator|pilot|engineer|developer|admin|administrator|staff|people|personnel|"
        r"manual|person|individual|dba|sysadmin|employee|technician|contractor|driver error by) "
        r"(?:errors?|mistakes?|failings?|failures?|blunders?|slip|oversight|carelessness|incompetence|"
        r"weakness|fallibility|negligence|screw-?up) (?!(?:rates?|logs?|messages?|codes?|pages?|"
        r"reports?|handl\w+|budgets?|per|metrics?|counts?|class\w*|types?|tracking|became|categor\w+|"
        r"label|is (?:a label|never|not)|template|field|screen|prone|correction|recovery|as a cause|"
        r"was (?:not|never)) ?)",
        plain=True,
        negatable=True,
        unless_before=r"(?:pod|kubernetes|k8s|helm|prometheus) (?:<w>){0,3}",
    ),
    Pattern(
        "HE1",
        r"(?:by|was|is|to|of|simple|pure|plain|classic|as|:|\||just|be|down to|blamed on|another|from|"
        r"cause) (?:a |simple |pure |plain |classic |basic |just |case of )*user error (?:\.|,|!|\)|;|"
        r"and|in|by|on|during|again|that|when|not|rather|at|caused|$)",
        plain=True,
        negatable=True,
        words="error",
    ),
    Pattern(
        "HE1",
        r"(?:fat-?finger\w*|fat finger\w*|pebkac|pebcak|picnic error|layer (?:8|eight)|id-?10-?t|"
        r"brain fart|finger trouble|human (?:was|were|is) the (?:problem|weak|weakest)|weakest link|"
        r"human factor was to blame|butter-?fingers|copy-paste error by|copy-paste mistake by|human "
        r"in the loop (?:failed|messed)|(?:between|behind) (?:the )?(?:keyboard|chair) and (?:the "
        r")?(?:chair|keyboard)) ",
        plain=True,
        negatable=True,
    ),
    Pattern(
        "HE1",
        r"(?:human|operator|user) (?:error|mistake) (?:was|is|caused|led|brought|remains|:|by) "
        r"(?!(?:handl|not |higher|at|up|above|a label|tracked))",
        plain=True,
        negatable=True,
        unless_before=r"(?:the|each|every) ",
        words="error mistake",
    ),
)
