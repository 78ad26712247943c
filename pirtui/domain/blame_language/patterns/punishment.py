"""What a person is to suffer for it."""

from pirtui.domain.blame_language.grammar import Pattern

_PUNISH = (
    r"(?:discipline|punish|fire|sack|reprimand|retrain|re-train|demote|penali[sz]e|scold|suspend|"
    r"dismiss|shame|chastise|berate|admonish|fine|"
    r"replace|blame|name and shame|write up|let go of|get rid of|call out|shout at|yell at|come down "
    r"on|make an example of|crack down on|lecture|re-educate|scapegoat|terminate|"
    r"re-?train|have a (?:stern |serious |quiet )?(?:word|talk|chat) with|have words with|kick|ban|"
    r"strip|dock|sanction|remove|fault|educate|have a go at) "
)
_PUNISHED = (
    r"(?:disciplined|punished|fired|sacked|reprimanded|retrained|re-trained|demoted|penali[sz]ed|"
    r"scolded|suspended|dismissed|shamed|named and shamed|written up|"
    r"let go|called out|held (?:fully |personally |directly )?(?:accountable|responsible|liable|to "
    r"account)|taken off (?:the )?(?:rota|rotation|on-call|project|team)|removed from (?:the "
    r")?(?:rota|rotation|on-call|team|project|their|his|her)|"
    r"banned|stripped|put on (?:a )?(?:pip|notice|performance|probation|a final)|given (?:a |an "
    r")?(?:formal |written |verbal |final |official )*(?:warning|talking|telling|reprimand)|"
    r"made (?:an example|to (?:pay|apologi[sz]e|answer))|spoken to|talked to|accountable|fined|shown "
    r"the door|brought to account|told off|sent (?:on|to) <few>(?:training|course)|ashamed|dealt with|"
    r"warned|sanctioned|terminated|blamed) "
)
_MUST = (
    r"(?:should|must|needs? to|has to|have to|ought to|will|got to|deserves? to|is to|are to|was|"
    r"were|got|going to|'s going to|gets|can|could|may) (?:<adv>)(?:be |get |have been |been )?"
)


PUNISHMENT: tuple[Pattern, ...] = (
    Pattern(
        "PU1",
        _PUNISH + r"(?:[PO]|[UC] who|[POTU] and [PO]|them|whoever) (?!'s )",
        unless_before=r"(?:alerts?|pages?|alarms?|rules?|will|should|monitors?|did|to not|not) "
        r"(?:will |should |to )?",
        negatable=True,
    ),
    Pattern(
        "PU1",
        r"(?:retrain|re-train|fire|sack|discipline|reprimand|punish|demote|fault) C (?!'s )",
        negatable=True,
    ),
    Pattern("PU1", r"hr (?:will|should|must|has|needs|is|to|was|wants?|have) ", plain=True, words="hr"),
    Pattern(
        "PU1",
        r"(?:[PTYOC]|[UC] who|whoever) (?:<rest>)?" + _MUST + r"(?:<adv>)" + _PUNISHED,
        negatable=True,
        unless_after=r"(?:about|by (?:the|an?|our) (?:banner|tool|alert|check|script|system|dialog|"
        r"prompt))",
        words="disciplined punished fired sacked reprimanded retrained re-trained demoted penalised "
        "penalized scolded suspended dismissed "
        "shamed named written let called held taken removed banned stripped put given made spoken "
        "talked accountable fined shown brought told sent ashamed dealt sanctioned terminated blamed",
    ),
    Pattern(
        "PU1",
        r"(?:hold|holding|held) (?:<any>){1,7}?(?:accountable|to account|liable) ",
        negatable=True,
        words="accountable account liable",
    ),
    Pattern(
        "PU1",
        r"(?:naming and shaming|name and shame|named and shamed|heads (?:must|should|will|need to|"
        r"have to) roll|final warning|written warning|disciplinary (?:action|measures?|hearing|"
        r"procedure|process|steps|proceedings|meeting|consequences|talk|matter)|verbal warning|formal "
        r"warning|performance improvement plan|"
        r"consequences for (?:[POTC]|whoever|those|them|this person|anyone)|face (?:the "
        r")?(?:consequences|disciplin\w+|sanctions|the music)|slap on the wrist|zero tolerance|"
        r"talking-to|talking to|stern (?:word|talk|email|warning)|"
        r"made? an example of|refresher (?:training|course) for [PO]|lose (?:his|her|their) (?:job|"
        r"access|badge|bonus|admin|privileges|production|prod|deploy|commit|merge|root|sudo)|"
        r"bonus (?:should|will|must)|accept the consequences|own up to|revoke (?:[PT] 's|his|her|"
        r"their|your|the P 's) <few>(?:access|rights|privileges|permissions|badge)|"
        r"(?:take|taking) away (?:[PTO] 's|his|her|their) |mandatory (?:re-?)?training for [PO]|hr "
        r"(?:should|must|needs)|involve hr|to hr|punishment|reprimand|performance review of [PO]|"
        r"(?:in|on|onto) (?:[OPC] 's|his|her|their|your) (?:<w>)?(?:performance|annual|yearly|year-end|"
        r"personnel|next|appraisal|hr|permanent) (?:<w>)?(?:review|appraisal|record|file)?|(?:take|"
        r"taking|remove|removing|pull|pulling|drop|dropping|kick|keep) [PO] (?:off|from|out of|away "
        r"from) (?:<w>)?(?:<w>)?(?:rota|rotation|on-call|team|project|roster|schedule|production|prod|"
        r"access|list|account|role)) ?",
        unless_before=r"(?:start|stop) (?:by )?",
        negatable=True,
    ),
    Pattern(
        "PU1",
        r"(?:[PTOYC]|U who) (?:<any>){0,8}?(?:must|should|has to|have to|needs to|need to|ought to|"
        r"will|is going to|had better|may|shall|are to|is to|to) (?:<adv>)(?:apologi[sz]e|write "
        r"(?:an?|the|<few>)apolog\w+|issue <few>apolog\w+|pay for|answer for|explain (?:himself|"
        r"herself|themselves|to the board)|face |lose (?:his|her|their|all|on-call|deploy|admin|"
        r"access)|"
        r"be (?:made|forced|sent back|sent on|reassigned|moved (?:to|off)|pulled|kicked|watched|"
        r"supervised|put under|reported|docked|barred|excluded|taken to task|spoken|reminded of "
        r"(?:his|her|their)|brought|up for|on (?:a )?(?:warning|probation|notice))|redo (?:the|his|"
        r"her|their) (?:<w>)?training|"
        r"(?:never|not|no longer) (?:be )?(?:allowed|permitted|trusted|given|touch|get|deploy)(?: "
        r"to)? (?:<any>){0,4}?(?:production|prod|again|deploy\w*|access|near|databases?|push|merge|"
        r"keys|console|root|admin)) ?",
        negatable=False,
        unless_after=r"(?:with a (?:choice|prompt))",
        words="must should has have needs need ought will is had may shall are to",
    ),
    Pattern(
        "PU1",
        r"(?:wall of shame|public apology|three strikes|strike (?:one|two)|warning letter|letter of "
        r"warning|report [PO] to (?!(?:the (?:page|call))) ?O|(?:escalat\w+|report\w*|refer\w*|take|"
        r"taken|send|sent|raise[ds]?|passed) (?:<any>){1,4}?to (?:hr|human resources|(?:his|her|their|"
        r"[OPC] 's) (?:line )?(?:manager|boss|supervisor|director))|(?:warning|reprimand|strike|"
        r"sanctions?|penalt(?:y|ies)|remedial training|fine) (?:to|for|against|on) (?:[PO]|whoever|U "
        r"who|anyone)|(?:cut|dock|reduce|withhold|deduct|cancel) (?:<few>)?(?:[OPC] 's |his |her |"
        r"their )?(?:<few>)?(?:bonus|pay|salary|raise|promotion)|"
        r"(?:bonus|pay|salary|promotion) (?:should|must|will|is going|needs) |days are numbered|let "
        r"[PO] go (?!(?:home|to|through))|pip for [PO]|put [PO] on (?:a )?(?:pip|probation|"
        r"performance|notice|final)|make [PO] (?:pay|apologi[sz]e|answer|own|redo|explain|regret)|"
        r"reassign [PO]|move [PO] (?:off|to (?:a )?(?:different|another|less)|away)|(?:never|not) let "
        r"[PO] (?:<any>){0,4}?(?:again|production|prod|near)|teach [PO] a lesson|shown the door|"
        r"consequences (?:for|must|should|will|need)|have [PO] (?:fired|disciplined|removed|explain)) "
        r"?",
        negatable=True,
        unless_before=r"(?:unintended|user|downstream|customer|knock-on|side) ",
    ),
    Pattern(
        "PU1",
        r"(?:[PTOC]|U who) (?:<any>){0,5}?(?:receive|receives|received|get|gets|got|given|earn|earned|"
        r"earns|deserve|deserves|deserved|face|faces|faced|risk|risks|expect|handed|issued) "
        r"(?:<det>)(?:<w>){0,2}?(?:warning|reprimand|censure|sanctions?|penalty|dismissal|suspension|"
        r"demotion|punishment|sacking|talking-to|disciplinar\w+|dressing-down|bollocking|caution|"
        r"strike|telling-off|pip|bad (?:review|rating)|poor rating) (?!(?:from (?:the|an?) "
        r"(?:<w>)?(?:tool|alert|linter|monitor|system|dashboard|console|script|compiler|service|"
        r"cluster|kernel|disk)|about (?:the )?(?:disk|memory|cert)|banner|page|message|light|that "
        r"(?:the|disk)))",
        words="warning reprimand censure sanction sanctions penalty dismissal suspension demotion "
        "punishment sacking talking-to dressing-down caution strike pip review rating",
        negatable=True,
    ),
    Pattern(
        "PU1",
        r"(?:hr (?:will|should|must|has|needs|is|to|was|wants?|have)|(?:involve|with|to|by|tell|"
        r"inform) hr (?!(?:system|portal|data|database|service|app|records|tool))|"
        r"(?:formal|official|written) (?:complaint|warning|reprimand|caution) (?:against|to|for|on|"
        r"about)|(?:cost|costs) (?:[PO]|[OP] and [OP]) (?:his|her|their|the|P 's) (?:job|bonus|"
        r"promotion|position|head)|(?:out of|new|his|her|their|P 's) job (?:is|should be|on the line|"
        r"after)|on the line|"
        r"(?:serious|stern|frank|hard|little|quiet|long|tough|firm|difficult|strong) (?:talk|word|"
        r"words|conversation|chat|meeting) with|(?:learn|learned|learnt|learns|taught|teach) (?:[PO] "
        r")?(?:his|her|their|a) lesson|proven? (?:himself|herself|themselves|O)|"
        r"(?:revoke|remove|withdraw|suspend|strip|restrict|cancel|limit|pull|take) (?:away "
        r")?(?:[OPTC] 's|his|her|their|your) (?:<w>){0,2}(?:access|rights?|privileges?|permissions?|"
        r"badge|credentials|admin|root|sudo|role|keys) (?=(?:[.,!]|until|after|for|because|and|as|"
        r"from|$))|"
        r"(?:strip|deprive|relieve) [PO] of |(?:[OPT] 's|his|her|their) (?:<w>){0,2}(?:access|rights|"
        r"privileges|permissions|badge) (?:should|must|will|needs to|is|was|has|have|had|to)(?: been| "
        r"be)? (?:be |been )?(?:revoked|removed|withdrawn|suspended|taken|stripped|cut)|"
        r"(?:publicly|openly) (?:name|named|shame|shamed|criticise|criticised|apologi[sz]e|call|"
        r"called)|(?:names? of|list of|list|publish|circulate|name) (?:<w>)?(?:[PO]|the names of [PO]|"
        r"offenders|culprits) (?:who|responsible|should be (?:published|circulated|named))|"
        r"(?:count|counts|counted|held|hold|used|use) (?:it |this |that )?against [PO]|(?:affect|"
        r"affects|reflected|noted|recorded|show up|go|goes|end up|remembered|reflect) (?:badly "
        r")?(?:in|on|into|for|at|during) (?:[OPC] 's|his|her|their|your|its) (?:<w>){0,2}(?:review|"
        r"appraisal|rating|file|record|promotion|bonus|evaluation|assessment)|"
        r"affect (?:[OPC] 's|his|her|their) (?:<w>){0,2}(?:review|appraisal|rating|promotion|bonus|"
        r"raise|salary)|(?:send|sending|sent|enrol|enroll|book|put) [PO] (?:back )?(?:on|to|for|in|"
        r"into|through) (?:<w>){0,5}?(?:course|training|school|bootcamp|classes|home)|"
        r"(?:remedial|refresher|compulsory|mandatory|extra|additional) (?:<w>)?(?:training|course|"
        r"lessons|coaching) (?:for|to) (?:[O]|whoever)|(?:foot|pay) the bill (?!(?:for storage))|pay "
        r"for (?:the damage|this|it|what)|transfer [PO] |(?:take|took|taken) [PO] (?:<w>)?off "
        r"(?:<w>){0,2}(?:rota|rotation|on-call|roster|project|team)|"
        r"(?:kick|throw|thrown|kicked) (?:[PO] )?(?:out|off)|get rid of [PO]|part ways with [PO]|look "
        r"for a new [P]|replace [PO] with (?:someone|somebody|P)|(?:give|gave|giving|issue|issued) "
        r"[PO] (?:<w>){0,3}(?:warning|talking-to|reprimand|dressing-down|earful|ultimatum|telling-off|"
        r"piece of)|(?:warning|reprimand) (?:was|will be|is|has been) (?:issued|given) to [PO]|"
        r"make (?:sure|certain) [PTO] (?:never|pays?|regrets?|learns?|understands|knows) |(?:has|have|"
        r"had) been (?:reprimanded|disciplined|fired|sacked|suspended|demoted|let go|written up|told "
        r"off|chewed out)) ?",
        negatable=True,
        unless_before=r"(?:role|offboarding|expired|user|token) ",
    ),
    Pattern(
        "PU1",
        r"(?:see|want|wants|have|get|like|need|needs) (?:to see )?[PO] (?:be |to be |gets? )?(?:<adv>)"
        + _PUNISHED,
        words="see want wants have get like need needs",
        negatable=True,
    ),
)
