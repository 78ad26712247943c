"""Rules that were broken, and standards that are set afterwards."""

from pirtui.domain.blame_language.grammar import Pattern

_IF = (
    r"(?:if|unless|whenever|in case|so that|should|would|when an?|might|may|how (?:do|did|does)|let|"
    r"lets) <few>"
)
_COMPONENT = (
    r"(?:<det>(?:<w>)?(?:cache|cdn|proxy|load balancer|balancer|load-balancer|broken|failed|failing|"
    r"corrupted|bad|damaged|queue|unhealthy|dead|lunch|ahead|to step|slow|stale|duplicate|faulty|"
    r"failed|noisy|decommissioned|known|"
    r"gateway|waf|vpn|mirror|dns|nat|region|zone|meeting|call|break)|over|to the|through|into) "
)

NORMS: tuple[Pattern, ...] = (
    Pattern(
        "NO2",
        r"<PY><then>(?:<did:RULE_BREAKING>)(?!<component>)".replace("<component>", _COMPONENT),
        unless_before=_IF,
        excusable=True,
    ),
    Pattern(
        "NO2",
        r"I <then>(?:<did:RULE_BREAKING>)(?!<component>)".replace("<component>", _COMPONENT),
        unless_before=_IF,
        excusable=True,
    ),
    Pattern(
        "NO2", r"(?<=\| )P (?:<base:RULE_BREAKING>)(?!<component>)".replace("<component>", _COMPONENT)
    ),
    Pattern(
        "NO2",
        r"(?:[a-z-]+ed|done|broken|taken|dropped|rejected|not read|unread) <adv>by [PO] (?:who |, who "
        r")(?:<adv>)<did:RULE_BREAKING>",
        words="by",
    ),
    Pattern(
        "NO2",
        r"(?:violations?|breach(?:es)?|disregard|defiance|contravention|violating|breaching|flouting|"
        r"non-compliance) (?:of|for|with|in) (?:<few>)(?:polic(?:y|ies)|procedures?|process|protocol|"
        r"rules?|guidelines?|standards?|freeze|change control|runbook|instructions) ",
        negatable=True,
        unless_after=r"(?:engine|check|validator|server|alert)",
        words="violation violations breach breaches disregard defiance contravention violating "
        "breaching flouting non-compliance",
        unless_before=r"(?:reject|rejects|alert|alerts|on|slo|sla|blocks?|detects?) (?:<w>)?",
    ),
    Pattern(
        "NO2",
        r"(?:against|contrary to|in breach of) (?:<few>)(?:polic(?:y|ies)|procedures?|process|"
        r"protocol|rules|the rules|guidelines|instructions|orders|change control|all advice) (?:by "
        r"[PO] |of [PO] )?(?=[.,;!]|and|when|by|of|the|P|$)",
        unless_before=r"(?:checks?|checked|validated?|validates|tested|compared|protects?|evaluated|"
        r"run|runs|measured) (?:<few>)",
        words="against contrary breach",
    ),
    Pattern(
        "NO2",
        r"<PY><then><adv>(?:broke|breaks|breached|violated|broken|bent|disobeyed|disrespected|did not "
        r"(?:respect|comply|adhere|stick|abide)|failed to (?:comply|adhere)|abused|circumvented|went "
        r"(?:around|against|behind)|took (?:the )?shortcuts?|deviated from|strayed from|departed from|"
        r"overstepped|exceeded (?:his|her|their)) (?:<few>)"
        r"(?:rules?|polic(?:y|ies)|process|procedures?|protocol|freeze|guidelines?|runbook|plan|"
        r"instructions|approval|controls?|authority|shortcuts?|back|checklist|standards?) ",
        unless_before=_IF,
        excusable=True,
    ),
    Pattern(
        "NO3",
        r"(?:all|only thing) (?:that )?(?:[PTYWN]|t|O) (?:<adv>)(?:had|needed|have|need|has) to "
        r"(?:<adv>)do ",
        words="all only",
    ),
    Pattern("NO3", r"[PT] (?:<adv>)(?:had|needed) to (?:<adv>)do (?:here )?(?:was|is) ", words="do"),
    Pattern(
        "NO3",
        r"(?:any|every|a|no|most|an|real|another) (?:<adv>)(?:half-)?(?:halfway |remotely |reasonably "
        r"|sufficiently )?(?:competent|decent|half-decent|half-competent|reasonable|sane|good|proper|"
        r"experienced|sensible|real|serious|trained|professional|self-respecting|diligent|responsible|"
        r"first-year|junior|seasoned|skilled|normal|capable) (?:<w>){0,3}?(?:engineer|developer|"
        r"person|dba|operator|admin|administrator|team|sre|responder|"
        r"sysadmin|programmer|professional|dev|intern|lead|manager|technician|reviewer|one|tester|"
        r"analyst|engineers|developers|teams|org|organisation|shop|company) (?:would|should|could|"
        r"knows?|can|will|does|checks?|ought|tests?|might|reads?|has|never|always|double-checks|in)",
        plain=True,
        words="any every a no most an real another",
    ),
    Pattern(
        "NO3",
        r"(?:every ?one|everybody|anyone|anybody|any fool|every engineer|everyone here|any engineer|"
        r"every developer|we all|you all|all of us|any child|a child|even a (?:child|junior|beginner|"
        r"intern|rookie)|any junior|any beginner|literally everyone|any idiot|my grandmother) "
        r"(?:<adv>)(?:in (?:the|this) <w>|here |with (?:<w>){1,4}?|who (?:<w>){1,5}?|on (?:the|this) "
        r"<w>|in ops |should )?(?:<adv>)(?:knows|know|could (?:have|see|tell)|can (?:see|tell)|would "
        r"(?:have )?(?:known|know|see|seen|noticed|spot|spotted|caught)|learns|understands|is aware|"
        r"should (?:have )?know|sees) ",
        plain=True,
        unless_after=r"(?:who|where|which (?:number|channel)|how it|about it now|the state)",
        unless_before=r"(?:so|that|until|make sure|ensure|check) (?:that )?|how would |how |would ",
    ),
    Pattern(
        "NO3",
        r"any (?:<w>){1,3}(?:knows|would know|would have known|could tell|could have told) ",
        plain=True,
        unless_before=r"(?:if|does|do|did) ",
        words="any",
    ),
    Pattern(
        "NO3",
        r"(?:every|all) (?:<w>){1,3}(?:knows?|understands?|learns?) (?:that|you|how|not|to|this|"
        r"better|what|,|\.|enough) ",
        plain=True,
        unless_before=r"(?:so|until|make sure|ensure) (?:that )?",
    ),
    Pattern(
        "NO3",
        r"(?:<start>|that |because |since )(?:Y|one) (?:<adv>|simply |just )*(?:do not|never|should "
        r"never|must never|can not just) (?:<adv>|just |simply )*(?:<base:RISKY>|go <doing:RISKY>)",
        plain=False,
        unless_before=r"(?:how|what|so|when|if) (?:<any>)?(?:that )?",
    ),
    Pattern(
        "NO3",
        r"(?:basic|standard|good|best|common|normal|proper|elementary|sound) (?:<w>)?(?:practice|"
        r"procedure|hygiene|courtesy|protocol|discipline|sense|etiquette) (?:to|not to|demands|"
        r"dictates|for any) ",
        unless_before=r"(?:our|as|follows|the|made it) ",
    ),
    Pattern(
        "NO2",
        r"<PY>(?:<any>){1,8}?(?:despite|in spite of|in defiance of|regardless of|notwithstanding) "
        r"(?:<any>){0,4}?(?:freeze|ban|warnings?|polic(?:y|ies)|rules?|instructions|advice|told|"
        r"warned|moratorium|embargo|process|objections|concerns|guidelines?|protests) ",
        words="despite spite defiance regardless notwithstanding",
        excusable=True,
    ),
    Pattern(
        "NO2",
        r"<PY>(?:<adv>)did not have (?:<det>)(?:approval|authori[sz]ation|the right|clearance|"
        r"sign-off|a right) ",
        words="have",
    ),
    Pattern(
        "NO2",
        r"<PY><adv>(?:approved|merged|reviewed|signed off(?: on)?|self-approved|self-merged|"
        r"rubber-stamped) (?:his|her|their|your) own ",
        unless_before=_IF,
    ),
    Pattern(
        "NO2",
        r"(?:<det>)(?:proper |correct |standard |established |agreed |documented |change |approval |"
        r"review |escalation |normal |right |written |incident )*(?:procedures?|process|protocol|"
        r"rules?|polic(?:y|ies)|guidelines?|checklist|steps|runbook|instructions) (?:was|were|had|has|"
        r"have) (?:been )?(?:<adv>)(?:simply |deliberately |knowingly |blatantly |just )*(?:been "
        r")?(?:(?:not|never) (?:<adv>)(?:been )?(?:followed|respected|observed|adhered to|obeyed|"
        r"complied with)|ignored|violated|bypassed|skipped|flouted|circumvented|disregarded|broken) "
        r"by [OPT] ",
        words="by",
        excusable=True,
    ),
    Pattern(
        "NO3",
        r"<PY>(?:<adv>)(?:<be> expected to know|ought to know|should know (?:better|that you|not|how|"
        r"you)|should be (?:second nature|able to) )",
        words="expected ought know second",
    ),
    Pattern(
        "NO3",
        r"(?:worth (?:his|her|their|its|the) salt|rule number one|first rule of|cardinal rule|golden "
        r"rule|(?:N|nobody|no-one|anyone|anybody|who|P) (?:in|with) (?:his|her|their|half a|a) "
        r"(?:right mind|brain|sane mind)|second nature to|(?:five|six|ten)-year-old (?:could|would|"
        r"can)|rtfm|even (?:a|an|the) (?:<w>)?(?:junior|intern|beginner|child|rookie|novice|trainee|"
        r"first-year|student)(?: \S+)? (?:would|could|knows|can|should)|for heaven 's sake|how many "
        r"times (?:do|must|have|did|does)|what is so (?:hard|difficult)|what 's so (?:hard|difficult)|"
        r"is it (?:really )?(?:so|that|too) (?:hard|much|difficult)) ?",
        plain=True,
    ),
    Pattern(
        "NO3",
        r"even [PO] (?:<adv>)(?:would|could|should|knows|can) (?!(?:not|see nothing))",
        words="even",
    ),
    Pattern(
        "NO2",
        r"<PY><adv>(?:had|has|have) no (?:right|business|authority|permission|mandate|approval) (?:to "
        r"|<doing:RISKY>)",
        words="no",
    ),
    Pattern(
        "NO2",
        r"<PY><be> <adv>not (?:<adv>)(?:supposed|allowed|meant|authori[sz]ed|permitted|entitled) to "
        r"(?!(?:be |see |receive|know about))",
        words="supposed allowed meant authorised authorized permitted entitled",
        unless_before=_IF,
        excusable=True,
    ),
    Pattern(
        "NO2",
        r"<PY><adv>(?:took it upon|took matters into) (?:himself|herself|themselves|O|his|her|their) ",
        words="took",
    ),
    Pattern(
        "NO3",
        r"<PY>(?:<adv>)(?:knew|knows|know) (?:<adv>|perfectly |full |very |fine |damn |all too "
        r")*(?:well|better) ",
        words="well better",
    ),
    Pattern(
        "NO3",
        r"(?:common sense|basic (?:hygiene|competence|professionalism|diligence|engineering|due "
        r"diligence|stuff|knowledge|common)|not rocket science|is not hard to|was not hard to|not "
        r"that (?:hard|difficult)|common knowledge|elementary|goes without saying|101 stuff|bare "
        r"minimum|the least (?:[PTYO]|he|she) could|least (?:[PTYO]|W) could|how hard (?:is|was|can|"
        r"could) (?:it|that)|knows? better|known better|"
        r"expected better|expect better|expected more from|expect more from|no-brainer|a simple "
        r"(?:check|test|glance|look|phone call|question|search) would|as (?:any|every) (?:good|"
        r"competent)|not how (?:we|W|a|professionals)|first thing (?:you|Y) (?:do|check|learn)|"
        r"textbook mistake|"
        r"schoolboy error|beginner ?'s mistake|basic mistakes?|elementary mistake|rookie mistake) ",
        unless_before=r"(?:is not|not) ",
    ),
    Pattern(
        "NO3",
        r"(?:it (?:is|was)|that (?:is|was)|this (?:is|was)|which (?:is|was)) (?:<adv>)(?:P 's|T 's|"
        r"their|his|her|your|O 's) (?:job|responsibility|duty|role) to ",
        words="job responsibility duty role",
    ),
    Pattern(
        "NO3",
        r"(?:<PY>)(?:had|has|have) (?:a |the |one |only one |an )(?:<adv>)(?:duty|job|obligation|one "
        r"job|responsibility) (?:to|\.|and|:|,)",
        words="duty job obligation responsibility",
        unless_before=r"(?:what|which) ",
    ),
    Pattern("NO3", r"one job (?=[.!,])|had one job ", words="job"),
    Pattern(
        "NO1",
        r"(?:inadequately|poorly|improperly|insufficiently|inappropriately|badly|incorrectly|not "
        r"properly|not adequately|not sufficiently|not fully|under-) ?(?:tested|reviewed|documented|"
        r"communicated|planned|handled|monitored|configured|managed|maintained|written|coordinated|"
        r"trained|prepared|executed|validated|designed|understood|supervised|checked|implemented|"
        r"vetted|thought|scoped|rolled|announced|tracked|secured|labelled|named|staffed) ",
    ),
    Pattern(
        "NO1",
        r"(?:poor|bad|inadequate|insufficient|weak|sloppy|lacking) (?:<adv>)(?:communication|testing|"
        r"review|planning|documentation|monitoring|handover|coordination|preparation|training|process|"
        r"oversight|maintenance|supervision|visibility|change management|hygiene|practices?) ",
        words="poor bad inadequate insufficient weak sloppy lacking",
    ),
)
