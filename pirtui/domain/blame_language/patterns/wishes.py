"""Wishes that people were different."""

from pirtui.domain.blame_language.grammar import Pattern

_CARE = (
    r"(?:careful|cautious|vigilant|diligent|attentive|thorough|mindful|disciplined|responsible|"
    r"conscientious|alert|proactive|rigorous|focused|accountable|professional|observant|"
    r"considerate|patient|aware of|serious|meticulous|cautious) "
)
_IMPERATIVE = (
    r"(?:<start>(?:please |just |always |everybody |everyone |all |next time |in future |"
    r"going forward , ?|next time , |in future , |in the future , )?|(?:must|should|shall|"
    r"need to|needs to|have to|has to|ought to|got to|will|can|'ll|to|could|must all|should "
    r"all|and|please|better|us|would|try to|action:?|just|everyone|team|all) )(?:<adv>)"
)


WISHES: tuple[Pattern, ...] = (
    Pattern(
        "VA1",
        _IMPERATIVE
        + r"(?:be |being |been )(?:<adv>|a lot |a bit |a little |much |far |more |extra |super |"
        r"doubly |even )*" + _CARE + r"(?!(?:for|because|of data|to) ?(?:the|data)?$)",
        unless_before=r"(?:can|to) (?:what would|which)",
        unless_after=r"(?:for storage|for checkout|for the (?:ledger|service)|for paging)",
        negatable=False,
    ),
    Pattern(
        "VA1",
        r"(?:more|greater|extra|better|increased|additional|due|closer|utmost|proper|enough) (?:care|"
        r"attention|caution|vigilance|diligence|discipline|focus|awareness|attentiveness|"
        r"accountability|ownership|rigou?r|effort) (?=[.,;!]|and|is|was|when|in|from|by|on|to|next|"
        r"needs|must|should|before|with|during|around|over|would|at|among|for|$)",
        plain=False,
    ),
    Pattern(
        "VA1",
        r"(?:take|takes|taking|exercise|use|exercising|using|show|apply|give|need|needs) "
        r"(?:<few>)(?:more|extra|greater|better|great|due|some|better|proper|common) (?:care|caution|"
        r"responsibility|attention|ownership|pride|judge?ment|initiative|sense|vigilance|seriously|"
        r"thought|discipline|effort) ",
        unless_before=r"(?:did not|should have|failed to) ",
    ),
    Pattern(
        "VA1",
        r"(?:pay|paying|pays) (?:<adv>|a lot |much |far |more |closer |better |close |greater |extra |"
        r"stricter |proper |careful |full |special |particular )*attention (?:to|when|next|in|\.|,|!|"
        r"and|during|before|on)",
        words="attention",
        unless_before=r"(?:not|never) (?:<w>)?",
    ),
    Pattern(
        "VA1",
        r"(?:try|tries|trying|work|think|look) (?:a lot |a bit |much |even |just )?harder |(?:do|does|"
        r"doing) (?:a lot |much |far |so much |way )?better (?=[.,;!]|next|than|in|at|as|here|and|"
        r"from|when|$)",
        unless_before=r"(?:would|cache|model|index|system|algorithm|query) (?:<w>)?(?:to |will )?|did "
        r"not ",
    ),
    Pattern(
        "VA1",
        r"(?:remind|reminding|reminded|reminder (?:to|for)|reminders (?:to|for)|reiterate to|"
        r"encourage|urge|tell|ask|beg|instruct|warn|encouraging|urging|telling|asking|telling) "
        r"(?:<few>)(?:[POU]|O|everyone|all P|all|W|Y|each other|ourselves) (?:<few>)?(?:to|of the|"
        r"about the|that|not to|how|again) (?!(?:be )?(?:join|leave|restart|test access|page|paged|"
        r"call in|update their|log|the bridge|on the))",
        unless_before=r"(?:bot|banner|pager|tool|script|alert|prompt|which|they|P|T|and|was|to|it|"
        r"that|he|she) (?:was |were |had |then |will |also )?(?=tell|told|ask|warn|"
        r"remind|urg)",
        unless_after=r"(?:retry|refresh|sign|wait)",
        words="remind reminding reminded reminder reminders reiterate encourage urge beg instruct "
        "encouraging urging",
    ),
    Pattern(
        "VA1",
        r"(?:tell|telling|ask|asking|warn) (?:everyone|[PO]|all|the whole team|W) (?:<few>)to "
        r"(?:<adv>)(?:be |stop |double-check|double check|always|never|not |read |check|pay|think|"
        r"follow|test|take more|remember|respect|avoid|watch)",
        words="tell telling ask asking warn",
        unless_before=r"(?:P|T|W|I|bot|and|to) (?=tell|ask)",
    ),
    Pattern(
        "VA1",
        _IMPERATIVE
        + r"(?:communicate|coordinate|collaborate|plan|prepare|test|review|listen|document|concentrate|"
        r"focus|think|respond|monitor|behave|perform|react|check|escalate|watch) "
        r"(?:<any>){0,4}?(?:better|more (?:clearly|carefully|often|thoroughly|effectively|closely|"
        r"proactively|quickly|openly|frequently)|more (?=[.,!;]|and|with)|harder|properly|carefully|"
        r"before (?:acting|you act|[PTYW] act|pushing|deploying|merging|clicking|typing|hitting|"
        r"running|you|making)|twice|faster) ",
    ),
    Pattern(
        "VA1",
        _IMPERATIVE
        + r"(?:step up|up (?:their|his|her|our|your) game|get (?:their|his|her|our|your) act together|"
        r"shape up|wake up|stay (?:alert|focused|vigilant|on (?:their|your) toes)|keep (?:an|a "
        r"closer|their|your) eyes?|own (?:their|his|her|your|our) (?:mistakes|work|changes|actions)|"
        r"raise (?:the bar|awareness)|learn (?:to|their|from (?:their|his|her|this))|"
        r"remember to|stop (?:being|making|pushing|ignoring|cutting|blaming|breaking|taking|skipping|"
        r"relying|assuming|deploying|rushing|merging)|double-?check (?:everything|their|your|all|"
        r"before|every|what|each)|double check|use (?:common|better|their|your) (?:sense|judge?ment|"
        r"head|brains?|heads)|think (?:before|twice|more|about what)|improve (?:their|our|his|her) "
        r"(?:attention|attitude|discipline|communication)|"
        r"follow (?:the|our|its|all) (?:<few>)(?:process\w*|procedures?|rules|runbooks?|checklists?|"
        r"polic(?:y|ies)|guidelines?|steps?|standards?) (?:next|better|more|in future|properly|to the "
        r"letter|strictly|from now|at all|every|carefully|this|without|as|and not|\.|!)|read (?:the|"
        r"their|all) (?:docs?|documentation|runbooks?|manual|alerts?|e-?mails?) (?:next|more|properly|"
        r"first|before|carefully|in future)|"
        r"slow down|take (?:their|your|his|her|this|it|the <w>|alerts|that|things|these <w>|<w>) "
        r"(?:<few>)?(?:more )?seriously|take (?:more )?ownership|take responsibility|not (?:panic|"
        r"make (?:the same|this|such)|do (?:this|that|it) again|rush)|never (?:make|do (?:this|that|"
        r"it))|know better|make sure (?:they|he|she|[PTYW]|everyone|this never|it never|that this)|be "
        r"on (?:their|your) (?:toes|guard)|make fewer (?:mistakes|errors)|(?:get|become|be|getting) "
        r"(?:a lot |much |far )?better at |be (?:smarter|sharper|wiser)(?: |$)|"
        r"watch out (?:[.!] |more|next|better)|keep "
        r"(?:their|your|his|her|our) wits|improve (?:his|her|their|your) (?:attention|attitude|"
        r"communication|skills?|discipline|behaviou?r|habits|focus|ownership|work|game|performance|"
        r"awareness)|do (?:it|this|things|their "
        r"job|the job) (?:right|properly|correctly)"
        r"(?= (?:[.,!;] |$|next|from now|in future|this time|the first))|show (?:more|some|greater) "
        r"(?:care|respect|ownership|discipline|responsib|initiative|urgency|commitment|attention|"
        r"diligence|interest|effort|common sense|backbone|professionalism)|be (?:on )?(?:high "
        r")?(?:more )?alert(?: |$)|try to (?:be more|be better|be careful|remember to|do better|"
        r"not (?:make|forget|break|rush))|concentrate (?:more|harder|better)|avoid (?:making "
        r")?(?:such |these |silly |careless |human |stupid )*(?:mistakes|errors)|get it right|(?:do "
        r")?not (?:rush|be so|be that|be careless|get (?:sloppy|complacent|lazy))|use "
        r"(?:more )?common sense|bear in mind|improve (?:themselves|himself|herself|yourself)|work on "
        r"(?:their|his|her)|train (?:everyone|everybody|people|[PO]) to be|watch (?:what|out|more|"
        r"over)|(?:do )?not (?:make|repeat|do|let) (?:the same|this|that|such|these|it) "
        r"(?:<w>)?(?:mistakes?|error|again|happen)|pull (?:their|his|her|our) (?:weight|socks)) ?",
        unless_before=r"(?:N|did not|script|job|tool|bot|how|what|would|can) (?:<w>)?(?:to |would )?",
    ),
    Pattern(
        "VA1",
        r"(?:this|it|that|such (?:a thing|things|mistakes|an error|errors)|mistakes like (?:this|"
        r"these)|something like this) (?:must|should|can|may|will|shall) (?:never|not) (?:be allowed "
        r"to )?(?:happen|occur|be repeated) (?:ever )?again ",
        words="again",
    ),
    Pattern(
        "VA1",
        r"[PTUWY] (?:<be>|become|remain|stay) (?:<adv>)(?:more |extra |very |a bit more |much more |"
        r"far more )" + _CARE,
        unless_before=r"(?:if|when|because|as|were) ",
    ),
    Pattern(
        "VA1",
        r"(?:[PYW]|everyone|everybody|all|team|folks|guys|people) (?:, )?(?:please )?(?:, )?(?:make "
        r"sure (?:to|you|Y)|double-check (?:your|the|all|every)|remember to|be (?:more |extra "
        r")?careful|read the|follow the|keep in mind|take care|pay attention) ",
        unless_before=r"(?:did|does|do|to|can|could|N|would|let|lets|helps?|not) (?:<w>)?",
    ),
    Pattern(
        "VA1",
        r"(?:importance of|need (?:to be|for)|reinforce|re-?emphasi[sz]e|stress) (?:<few>)(?:care|"
        r"careful|caution|being careful|vigilance|attention|diligence|following (?:the "
        r")?(?:<w>)?(?:process|procedures?|rules|runbook)|paying attention|double-checking|more "
        r"careful) ",
        words="importance need reinforce re-emphasise re-emphasize reemphasize stress",
    ),
    Pattern(
        "VA1",
        r"(?:[PUW]|O|everyone|staff) (?:<be>|are|must be|should be|will be|to be|have been|has been|"
        r"were|was) (?:<adv>|once )*(?:reminded|asked|urged|encouraged|requested|expected|told|"
        r"advised) (?:again )?(?:to (?:be|pay|take|follow|read|check|double-check|think|exercise|"
        r"always|use|respect|stick|adhere|act|show|keep|remain|stay)|of the (?:importance|need|"
        r"process|procedure|rules?|policy)|that (?:they|T|[PYU]) (?:must|should|need)) ",
        words="reminded asked urged encouraged requested expected told advised",
    ),
    Pattern(
        "VA1",
        r"(?:be|being|more|pays|improve|improved|promote|foster|better|instil|need|needs|culture of|"
        r"requires?|stronger|sense of|raise|raising) (?:<few>)(?:careful|discipline|vigilance|"
        r"diligence|attention to detail|sense of ownership|sense of urgency|accountability|"
        r"self-discipline|situational awareness|communication skills|awareness among) (?=[.,;!]|in|"
        r"from|is|among|on|when|with|around|by|and|to|of|$)",
        unless_before=r"(?:did not|was not|not|should have|could have|been|lack of|had) (?:<w>)?",
    ),
)
