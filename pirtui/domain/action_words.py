"""Word lists with which an action's wording is read: how it opens, what it changes, how wide it is.

English only. Precision comes first: a word that is on no list raises no hint. Source of what is looked
for: research/facilitation.md, section 4.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


VERBS = _words(
    """
    abort accept activate adapt add address adjust adopt advertise agree aggregate alarm alert
    align allocate allow alter amend annotate announce answer anonymise anonymize append apply
    appoint approve archive arrange ask assign attach audit authenticate authorise authorize
    auto-scale automate autoscale average avoid back backfill backport backup balance ban batch
    begin benchmark bind block book bootstrap bound break bring buffer build bump bypass cache
    calculate calibrate call canary cancel cap capture carry catch centralise centralize certify
    chain change charge chart check choose circuit-break clarify classify clean clear clone
    close cluster code collapse collect colour color combine comment commission commit compare
    compile complete compress compute configure confine confirm connect consolidate constrain
    consume contact contain contract contribute convert copy correct correlate count couple
    cover crash-test create cross-check curate cut dashboard deactivate debounce decide declare
    decline decommission decouple dedicate deduplicate dedupe default defer define degrade delay
    delegate delete deliver demand demote deny depend deploy deprecate derive describe design
    detach detect determine develop diff direct disable disallow discard disconnect discover
    dismantle display distribute divide document double download downgrade downscale draft drain
    draw drill drop dump duplicate edit elect eliminate emit employ empty enable encode encrypt
    end enforce engage enlarge enrich enrol enroll enter enumerate erase escalate establish
    estimate exclude execute exempt exercise expand expire explain expose export express extend
    extract fail failover fail-over fall feed fence fetch file fill filter finalise finalize
    find finish fix flag flip flush follow forbid force format forward freeze fuzz gate gather
    generate get give grant graph group grow guard guide halt hand handle harden hash hide hire
    hold host hot-swap identify ignore implement import include increase index inform inherit
    inject inline insert inspect install instruct instrument integrate intercept introduce
    invalidate invite invoke isolate issue iterate join keep kill label launch lead leave
    lengthen let level license lift limit link lint list listen load load-test localise localize
    locate lock log lower mail maintain make manage map mark mask match measure mention merge
    message meter migrate minimise minimize mirror mock model modify monitor mount move
    multiplex mute name narrow negotiate nominate normalise normalize notify number obtain offer
    offload omit onboard open operate opt order organise organize output overhaul override
    overwrite own pace pack page paginate pair parallelise parallelize parameterise parameterize
    parse partition pass patch pause peer perform persist pick pin pipe place plot plug poll
    pool populate port post postpone practise pre-allocate pre-scale pre-warm prefetch prefix
    prepare present preserve press prevent prewarm print prioritise prioritize probe process
    produce profile prohibit promote prompt propagate protect prototype prove provide provision
    prune publish pull purge push put quarantine query queue quote raise randomise randomize
    rate-limit re-run reach read rebalance rebase reboot rebuild recalculate receive reclassify
    recompute reconcile reconfigure record recover recreate recruit recycle redact redeploy
    redesign redirect reduce refactor refine reformat refresh refuse refund regenerate register
    rehearse reimage reindex reinstate reject relabel release reload relocate rely remap remount
    remove rename render renew reorder repair replace replay replicate reply report repurpose
    request require rerun reroute reserve reset reshard resize resolve respond restart restore
    restrict restructure resume retain retire retrain retry return reuse revert revive revoke
    rewire reword rework rewrite roll rollback rotate round route run sample sandbox sanitise
    sanitize save say scale scan schedule scope scrape script scrub seal secure search seed
    segment segregate select send separate sequence serialise serialize serve set settle shadow
    shape shard share shed shift ship shorten show shrink shut sign silence simplify simulate
    size skip slice slow snapshot sort spawn speak specify speed spin split spread stage stagger
    stamp standardise standardize start state stop store stream stress-test stretch strip stub
    subscribe subtract summarise summarize sunset supply support suppress surface suspend swap
    switch sync synchronise synchronize tag take talk teach tear tell terminate test think
    throttle throw tie tighten time toggle track trade train transfer transform translate triage
    trigger trim truncate tune turn type unblock unify uninstall unlock unpin unset unsubscribe
    update upgrade upload upscale use vacuum validate vary vendor verify version visualise
    visualize vote wait walk warm warn watch whitelist allowlist denylist widen wipe withdraw
    withhold work wrap write zero zone
    """
)
"""Base forms with which an action may begin; a base with a known prefix or suffix counts as well."""

STUDY_VERBS = _words(
    """
    analyse analyze assess brainstorm check consider determine diagnose discuss evaluate examine
    explore find investigate learn look research review revisit study think understand
    """
)
"""Openings that promise to look, and leave open what there will be at the end."""

NOUN_OPENINGS = _words(
    """
    a an the this that these those my our your their his her its it we i you they he she another
    any all both each every few many more most much no some several one two three four five
    additional alternative automatic automated bad basic better bigger central clearer common
    consistent correct different easier easy extra faster fewer formal full general good great
    greater higher improved internal larger less longer lower-level main manual missing new next
    old permanent possible potential proper quick quicker regular robust safer shared short
    shorter simple simpler single smaller special stricter stronger weekly monthly daily yearly
    quarterly access alerts alarms api architecture awareness backups capacity checklist ci
    client cluster communication communications config configuration connection customer
    dashboard dashboards data database dependency deployment deploys disk dns docs documentation
    engineers environment error errors failure feature follow-up graphs guardrails guide health
    idea infrastructure integration job knowledge latency library logs maintenance management
    memory metric metrics microservice migration namespace network node nodes onboarding
    ownership password people performance permission permissions pipeline playbook policy
    priority procedure processes production quality quota quotas reliability responsibility
    retries role roles rollout root rules runbook runbooks scaling security server service
    services severity software sre staging strategy system systems team template templates
    terraform threshold thresholds timeout timeouts token tokens tool tooling tools traffic
    training unit user users visibility workflow
    """
)
"""First words that are no verb: determiners, pronouns, adjectives, and nouns that are only nouns."""

NOUN_ENDINGS = ("tion", "sion", "ness", "ity", "ship", "ism", "ance", "ence", "ology", "ability", "ing")
"""Endings of nouns, for first words that are on no list."""

COMPOUNDS: dict[str, frozenset[str]] = {
    "alert": _words("rule rules routing runbook fatigue thresholds coverage"),
    "access": _words("control review controls"),
    "audit": _words("log logs trail"),
    "backup": _words("strategy policy restore"),
    "build": _words("pipeline process system"),
    "change": _words("management process freeze log"),
    "check": _words("list lists"),
    "code": _words("review reviews freeze"),
    "deploy": _words("pipeline process checklist freeze"),
    "design": _words("review document"),
    "load": _words("test tests testing balancer"),
    "log": _words("retention rotation level levels volume"),
    "monitor": _words("coverage"),
    "order": _words("form"),
    "post": _words("mortem"),
    "release": _words("process notes checklist"),
    "script": _words("for"),
    "support": _words("process rota"),
    "test": _words(
        "automation case cases coverage data environment environments harness plan set-up setup"
        " strategy suite suites"
    ),
    "time": _words("zones"),
    "version": _words("control"),
}
"""Verbs that are nouns before these words: "test coverage", "release process"."""

VAGUE_OBJECTS = _words(
    """
    alert alerting alerts bug bugs code communication communications dashboard dashboards doc
    docs documentation everything issue issues it logging logs metrics monitoring observability
    performance problem problems process processes reliability resilience stuff system systems
    test testing tests that things this tooling training visibility quality stability
    """
)
"""Objects that say too little when nothing stands beside them."""

FILLER = _words(
    """
    a an the this that our their its some any more better new additional further extra good
    proper please also to of for on in with and or up out all
    """
)
"""Words that add nothing to what is changed."""

TEAM_WORDS = _words(
    """
    team teams squad squads crew group guild department dept chapter tribe committee everyone
    everybody all us we engineers developers leads
    """
)
"""Last words of an owner that is more than one person."""

NO_ONE = _words("tbd tba tbc ? ?? unknown someone somebody anyone anybody nobody none n/a na todo")
"""What is typed where an owner is still to be found."""

MERE_DONE = _words(
    "done finished finish complete completed closed yes ok tbd todo merged when it's is it"
)
"""A done test of these words alone says nothing that a stranger could look at."""

MERE_DELIVERY = _words(
    """
    merged merge deployed deploy shipped released live done closed complete completed finished
    rolled out in into to on prod production main master pr prs pull request ticket tickets
    issue jira it is are has been the all code change changes when and works working fix fixed
    """
)
"""An effect measure of these words alone says that the work was delivered, not that it helped."""

DETERMINERS = _words(
    """
    a an the this these those our all every each any both its their no
    """
)
"""Words that follow a verb rather than a noun in front of its object."""

VERBS_WITH_FOR = _words(
    """
    test check alert monitor page plan account scan look watch search ask wait opt arrange
    prepare call pay allow vote care provide hold file apply
    """
)
"""Verbs that "for" may follow: "check for", "alert for"."""

ALSO_NOUNS = _words(
    """
    audit backup break build cache change check copy cover design diff draft drill end exercise
    export file filter flag guide index issue label launch limit link list load lock log map
    model monitor move name order patch plan pool post probe process lead graph profile
    prototype queue record release report request review run sample scan schedule script search
    shift snapshot support switch test time trace track trigger type update upgrade use version
    watch work
    """
)
"""Verbs that are nouns before "of" or "for": "plan of", "script for"."""

SOFT_VERBS = _words(
    """
    improve ensure enhance optimise optimize strengthen encourage educate remind promote better
    try aim strive seek attempt help care be guarantee communicate process pay
    """
)
"""Verbs that begin an action without saying what changes; the hints are about these."""

NOT_VERBS = _words(
    """
    template private certificate climate separate corporate candidate
    """
)
"""Words that end like a verb and are none."""
