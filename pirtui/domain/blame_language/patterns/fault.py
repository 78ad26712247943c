"""Fault and blame: who is said to answer for it."""

from pirtui.domain.blame_language.grammar import Pattern

_FAULT = (
    r"(?:(?:own|stupid|silly|dumb|big|careless|sloppy|honest|fatal|costly|expensive|basic|obvious|"
    r"entire|elementary|bad|terrible|serious|rookie|simple|total|"
    r"complete|grave|critical|latest|usual|own|massive|huge|poor|constant|repeated|gross|lack of|"
    r"general) ){0,3}"
    r"(?:fault|mistakes?|oversights?|bad|blunders?|screw-?ups?|slip-?ups?|negligence|carelessness|"
    r"incompetence|laziness|inattention|"
    r"misjudge?ments?|lapses?|typos?|doing|cock-?ups?|stupidity|sloppiness|complacency|ignorance|"
    r"arrogance|inexperience|impatience|recklessness|mess|"
    r"errors?|goof|forgetfulness|neglect|incompetency|misconduct|poor (?:judge?ment|decision|"
    r"decisions|choice|planning|communication|work)|bad (?:judge?ment|decision|call|habits)|"
    r"overconfidence|"
    r"indecision|slowness|ineptitude|hesitation|omission|misreading|misuse|botched <w>|sloppy <w>|"
    r"careless <w>|failings?|responsibility (?:to|for)|error of judge?ment) "
)
_NOT_FAULT = (
    r"(?:toleran\w+|domains?|injection|isolation|budgets?|rates?|logs?|messages?|codes?|pages?|"
    r"reports?|handl\w+|lines?|tracking|tracker|"
    r"counts?|cases?|banner|screen|response|path|margin|zone|zones|tree|correction|responses|queue|"
    r"alert|text|was fixed|metric|"
    r"monitoring|detection|state|stack|\d)"
)

FAULT: tuple[Pattern, ...] = (
    Pattern(
        "IB3",
        r"(?:[PTYC] 's|my|his|her|their|your|our|whose|[O] 's|somebody 's) "
        + _FAULT
        + r"(?!"
        + _NOT_FAULT
        + ")",
        unless_after=_NOT_FAULT,
        unless_before=r"(?:no|not|nor|never|N|isn) (?:<w>){0,3}|(?:about|learn from|fix|correct|undo|"
        r"edit|catch|caught|from) ",
        negatable=True,
    ),
    Pattern(
        "IB3",
        r"(?:my bad|mea culpa|the fault of (?:[POT])|the mistake of [PO]|fault of [PO]) ",
        negatable=True,
    ),
    Pattern(
        "IB4",
        r"(?:[PTYIWOC]|everyone|who|whoever|one|team) (?:<few>)(?:<be>|to|really|entirely) (?:<adv>|"
        r"partly |solely |fully |all |entirely |100 % )*(?:to blame|at fault|in the wrong|the one to "
        r"blame|ones to blame|on the hook|the guilty party) ",
        negatable=True,
        words="blame fault wrong guilty hook",
    ),
    Pattern(
        "IB4",
        r"(?:find|figure|know|decide|work|establish|determine) (?:out )?who (?:<few>)(?:to blame|at "
        r"fault|responsible for <incident>|did (?:this|it|that)|is to)",
        negatable=True,
        words="who",
    ),
    Pattern(
        "IB4",
        r"(?:<start>blame |blame (?:lies|rests|falls|goes|belongs|sits|for this|is on)|(?:i|I|we|W|"
        r"can only|only|have to|must|to) blame (?:[POTUIYC]|the P) |blames? (?:[POYU]) |blame it on "
        r"[PO] |fault (?:lies|rests|sits|belongs|is) (?:squarely |entirely |firmly |mostly )?with "
        r"(?:[POTYC]|me)|"
        r"(?:is|was|were|lies|falls|sits|rests|all|entirely|squarely|this one ?'s) (?:<adv>|squarely |"
        r"entirely |all )*on (?:O|me|P|you|Y) (?:\.|,|!|and)|(?:this|that|it|outage|incident|one) "
        r"(?:one )?(?:is|was|'s) (?:<adv>|all |squarely |entirely )*on (?:O|me|P|Y) (?:\.|,|!|and|$)|"
        r"responsibility (?:lies|rests|sits) with [PO]|points? (?:the )?fingers?|pointing (?:the "
        r")?fingers?|finger-pointing|finger pointing|at P 's door|at O 's door|"
        r"(?:take|takes|took|accept|accepts) (?:the |full |all )*blame|guilty party|guilty of|to be "
        r"blamed|be blamed for|owe us|owes us|owes? (?:<any>){1,4}?(?:apolog\w+|explanation)|throw "
        r"<few>under the bus|scapegoat|the culprit (?:is|was) [PO]|the culprit here (?:is|was) [PO]|"
        r"[PTY] (?:is|was|were|are) (?:clearly |obviously |the |our |main |likely |real "
        r")*(?:culprits?|offenders?|guilty)|repeat offender|the (?:person|one|team|ones) (?:to blame|"
        r"at fault)|blame game) ?",
        negatable=True,
        words="blame blames blamed fault on responsibility point points finger fingers pointing "
        "finger-pointing door guilty owe owes throw scapegoat culprit culprits offender "
        "offenders",
    ),
    Pattern(
        "IB4",
        r"(?:[PTYOC] (?:<few>)?|[PTY] <any>{0,6}?)(?:is|was|were|are|'s|as|be|the P|fully|one|person|"
        r"people|party|being) (?:<adv>|solely |fully |directly |personally |the one |the ones |partly "
        r"|largely |entirely |ultimately )*responsible for (?:<det>)(?:<any>){0,3}?<incident> ",
        unless_after=r"(?:response|review|report|channel|process|commander|tracking|track\w*|rates?|"
        r"logs?|manag\w+|budget|triage|handling|queue|service|detection|dashboard|tool|"
        r"team|reviews)",
        negatable=True,
        words="responsible",
    ),
    Pattern(
        "IB4",
        r"responsible (?:[PO]|person|party|individual|engineer) (?:should|must|needs|will|is|was|has|"
        r"to) ",
        words="responsible",
        plain=False,
    ),
    Pattern(
        "IB4",
        r"(?:[PTYIW] |O )(?:<adv>)(?:take|takes|bears?|carr(?:y|ies)|own|owns|accepts?|deserves?|"
        r"shares?|has|have|must take|should take|will take|must bear|must own|has to own|needs to own|"
        r"should own) (?:<det>)(?:<adv>|full |sole |entire |complete |most of |much of |some of |all |"
        r"all of |part of )*(?:the )?(?:blame|responsibility for (?:<det>)<incident>|fault|guilt|"
        r"outage|responsibility <end>)(?!(?:review|report|chan|commun))",
        words="blame responsibility fault guilt outage",
        negatable=True,
    ),
    Pattern(
        "IB4",
        r"(?:all )?(?:fingers|evidence|signs|arrows) (?:all )?points? (?:straight |squarely )?(?:to|"
        r"at) [O] ",
        words="point points",
    ),
    Pattern(
        "IB4",
        r"[PT] (?:is|was|are|were) (?:<adv>)(?:behind (?:this|the)|the (?:<w>)?(?:one|person|"
        r"engineer) (?:who|that) (?:<adv>)(?:<past:HARM>|<past:BREAKING>|<past:RISKY>|"
        r"<past:FORGETTING>|did (?:this|it))|at the (?:root|bottom|heart) of (?:this|the)|why (?:we|W|"
        r"the|this|U)|(?:solely |fully |personally |directly )?accountable for (?:<det>)<incident>|"
        r"the (?:<w>)?(?:root )?cause)",
        words="behind one person engineer root bottom heart why accountable cause",
    ),
    Pattern(
        "IB4",
        r"W all know (?:who|whose)|no (?:surprise|wonder|prizes) (?:<any>){0,5}?(?:[PTO]|who) ",
        words="know surprise wonder prizes",
        unless_after=r"(?:was on|is on|owns)",
    ),
    Pattern(
        "IB5",
        r"(?<![PTOUYNIC] )(?<!, )(?:who|which P|P exactly) (?:<adv>|exactly |on earth |the hell |in "
        r"their right mind |the heck |actually |even |had |has )*(?:<hunted>)(?=(?:<any>))".replace(
            "<hunted>",
            r"(?:broke|pushed|approved|missed|deployed|merged|signed|let|allowed|authori[sz]ed|wrote|"
            r"did|caused|deleted|forgot|thought|touched|committed|screwed|messed|gave|signed off|"
            r"okayed|okay|ok'd|green-lit|greenlit|turned|left|"
            r"disabled|muted|silenced|ran|took|brought|shipped|released|ignored|skipped|overlooked|"
            r"failed|reviewed|introduced|triggered|changed|made|configured|set|dropped|was "
            r"(?:supposed|meant|sleeping|asleep|so|responsible|stupid|foolish|it that|in charge when)|"
            r"is (?:responsible for (?:this|the outage|the incident|that|causing|breaking|it)|"
            r"accountable|going to (?:own|pay|answer|take)|guilty|the (?:culprit|idiot|genius))|was "
            r"the (?:idiot|genius|person|one|culprit|engineer|developer)|should have|did not|botched|"
            r"bypassed|removed|restarted) ",
        ),
        unless_after=r"(?:the|that|this) (?:first|call|alert first|decision to|incident (?:call|"
        r"channel)|declar\w+|rollback|roll-back|page|timeline|notes?|bridge|lead|status)|"
        r"(?:what|a|an|first|part|differently|next|notes) |well",
        unless_before=r"(?:asking|ask|know|those|of|people|everyone|one|ones|colleagues|to|for|with) ",
        negatable=True,
        words="who which exactly",
    ),
    Pattern(
        "IB5",
        r"(?:find out|know|see|tell (?:us|me|O)|identify|work out|figure out|track down|hunt down|ask|"
        r"asking|establish|determine|want to know|trace) (?:exactly )?who (?:<adv>|it was that |had |"
        r"actually )*"
        r"(?:broke|pushed|approved|missed|deployed|merged|signed|let|allowed|wrote|did|caused|deleted|"
        r"forgot|screwed|ran|shipped|changed|made|left|disabled|muted|is responsible for (?:this|the)|"
        r"was responsible|ignored|skipped|introduced|turned|dropped) ",
        negatable=True,
        words="who",
        unless_before=r"(?:to|can) (?:an auditor|audit) ",
    ),
    Pattern(
        "IB5",
        r"whose (?:bright |brilliant |great |stupid |dumb |clever )*(?:idea|fault|mistake|job|commit|"
        r"change|code|decision|responsibility|error|doing|bug|watch) (?:was|is|broke|did|caused|took|"
        r"\?|were|this) ?",
        words="whose",
        unless_before=r"(?:person|team|owner|[PTOUC]) ",
    ),
    Pattern(
        "IB5",
        r"(?:which|what|some|that|the) (?:<w>)?(?:genius|idiot|moron|clown|joker|fool|bright spark|"
        r"numpty|muppet|cowboy|amateurs?|idiots|clowns|fools) ",
        words="genius idiot moron clown joker fool spark numpty muppet cowboy amateur amateurs idiots "
        "clowns fools",
        plain=True,
    ),
)
