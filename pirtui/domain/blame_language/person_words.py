"""Words that name a person or a group of people, and words that only seem to.

An underscore stands for a space.
"""

ROLES = """
    engineer developer dev programmer coder technician analyst administrator sysadmin dba sre swe
    architect contractor consultant freelancer intern trainee apprentice newcomer responder deployer
    reviewer approver tester committer maintainer colleague coworker co-worker teammate team-mate
    employee staffer specialist expert foreman boss ceo cto cio ciso executive exec person guy bloke lad
    gal girl woman man human individual team squad crew department vendor supplier subcontractor noob
    newb rookie beginner novice hire joiner nurse doctor trader clerk teller electrician tech-lead
    team-lead oncaller on-caller scribe commander coordinator facilitator scientist researcher designer
    stakeholder committee auditor buddy junior author admin lead on-call oncall cleaner plumber janitor
    student graduate officer salesperson dept assistant practitioner chap fella dude idiot genius moron
    clown fool cowboy slacker amateur
"""
"""Nouns that name somebody by their work, or a group of people."""

PLURAL_ONLY = """
    people folk folks guys staff personnel management leadership ops devs secops netops devops ics dbas
    sres second-line first-line
"""
"""Such nouns that have no other form."""

DEPARTMENTS = """
    ops qa marketing sales legal finance hr management dev engineering devops secops netops support
    leadership operations it sre product procurement accounting dbas
"""
"""Departments that can stand alone as the subject of a verb."""

DEPARTMENTS_LIKE_SYSTEMS = """
    infra infrastructure platform security networking storage payments billing backend frontend data
    design mobile growth search identity compliance fraud facilities network web release dba
"""
"""Departments that share their name with a system: persons only before verbs that no system can do."""

ROLES_AFTER_A_DETERMINER = """
    owner operator pair desk other others noc soc tech shift ic pm em tl vp qa dispatcher pilot captain
    teacher
"""
"""Nouns that name a person only behind `the`, `our`, `a` or a word such as `night`."""

AMBIGUOUS_ROLES = """
    primary secondary client controller agent driver editor host worker guard leader member peer writer
    supervisor installer provider director partner manager operator scheduler dispatcher broker
"""
"""Roles that name software as well."""

HUMAN_MANAGERS = """
    release incident engineering product project account change problem duty shift team line hiring
    operations ops delivery programme program people general deputy support it store plant floor crisis
    on-call site service technical our my their his her your the a every some no senior new area office
    department assistant product-line community
"""
"""What stands before `manager` when it is a person."""

HUMAN_AGENTS = (
    "support service call helpdesk help-desk desk care sales field human estate success "
    "booking travel ticket"
    """What stands before `agent` or `operator` when it is a person."""
)

MEMBERS_OF = "team staff crew board squad"
"""What stands before `member` when it is a person."""

MODIFIERS = """
    new newest old junior senior mid-level on-call oncall off-call primary secondary backup lead
    principal staff release incident deployment database db network networking platform infrastructure
    infra cloud site reliability software hardware systems system data security backend back-end frontend
    front-end full-stack fullstack web mobile ios android ml devops sre dba qa test testing build ci
    storage payments payment billing checkout search identity auth support service customer duty shift
    night day weekend morning evening overnight outgoing incoming previous current other same first
    second third next last whole entire tired experienced inexperienced unfamiliar responsible original
    external internal third-party offshore remote local temporary interim part-time full-time former
    dedicated two three four five six several some many few both product project engineering operations
    ops account delivery change problem major line application app api core integration dev development
    production prod firmware embedded kernel linux windows mainframe kubernetes k8s kafka postgres mysql
    oracle redis sap field maintenance legal marketing sales hr fraud compliance audit analytics finance
    warehouse careless lazy sloppy incompetent negligent reckless clueless stupid bad good competent
    decent reasonable assistant deputy chief head regional technical tech quality help trading level-1
    level-2 tier-1 tier-2 l1 l2 l3 first-line second-line front-line shared most all our
"""
"""Words that may stand before a role when no determiner does."""

PRONOUNS = """
    he she somebody someone anybody anyone everybody everyone whoever one_of_us one_of_them one_of_you
    all_of_you both_of_them both_of_you each_of_them some_of_them most_of_them he/she s/he he_or_she
    you_guys you_all you_lot the_two_of_them the_two_of_you those_guys these_people those_people
    these_guys all_of_them some_people certain_people everyone_else everybody_else someone_else
    somebody_else
"""
NOBODIES = """
    nobody no-one noone none_of_them none_of_us none_of_you not_one_of_us not_one_of_them
    not_a_single_person not_one_person not_a_soul nobody_else no-one_else neither_of_them neither_of_us
    neither_of_you not_a_single_one not_one_single_person literally_nobody
"""

USERS = """
    user customer shopper merchant patient passenger tenant visitor end-user users customers shoppers
    merchants patients passengers tenants visitors end-users
"""
"""Those who felt the incident: what they lost or did is impact, seldom blame."""

DETERMINERS = """
    the a an this that these those our my your his her their another each every some any both either
    whichever two three four five several many most all the_whole_of_the all_the all_our all_of_the
    all_of_our one_of_the one_of_our one_of_my one_of_your one_of_his one_of_her one_of_their
    one_of_these one_of_those some_of_the some_of_our most_of_the most_of_our many_of_the both_of_the
    two_of_the two_of_our three_of_the half_of_the half_the half_of_our a_couple_of_the a_couple_of
    a_few_of_the a_few a_bunch_of a_group_of the_rest_of_the the_rest_of_our the_majority_of_the
    a_number_of a_member_of_the a_member_of_our members_of_the someone_from_the somebody_from_the
    someone_on_the somebody_on_the someone_in_the somebody_in_the someone_on somebody_on someone_from
    somebody_from someone_in somebody_in everyone_on_the everybody_on_the everyone_in_the
    everyone_from_the anyone_on_the anyone_in_the anyone_from_the people_from_the people_on_the whatever
    our_own
"""

NEGATIVE_DETERMINERS = """
    no none_of_the none_of_our not_one_of_the not_one_of_our not_a_single neither_of_the nobody_from_the
    nobody_on_the nobody_in_the no-one_on_the no-one_in_the no-one_from_the nobody_on nobody_in no-one_on
    no-one_in nobody_from no-one_from nobody_at no-one_at not_one nobody_on_our no-one_on_our
    nobody_in_our no-one_in_our not_one_member_of_the not_one_single neither
"""

PREPOSITIONS = """
    to for of from with at on in into onto about via between under over against among around through upon
    toward towards without within per concerning regarding behind beside besides like than paged told
    made makes make let lets help helps helped have called contacted alerted notified asked reached
    messaged pinged led leads forced forces caused causes
"""
"""Words that make a person phrase behind them an object, and so no subject of what follows."""

FUNCTION_WORDS = """
    a an the this that these those my your his her their our its and or but nor so yet if then than when
    while because since after before until unless though although whether where who whom whose which what
    why how is are was were be been being am has have had having do does did doing done can could will
    would shall should may might must not never also only just very too more most less least there here
    it he she they we you i me him them us nobody someone everyone anyone none to for of by from with at
    on in into onto about via between under over against among around through upon without within as
    again later still already always even ever often once twice today yesterday tomorrow tonight himself
    herself themselves ought need needs needed now soon both all simply really clearly else somehow
    then-on instead off out up down during each every some any no 'd 's 'm got get ain't cannot per like
    either neither except
"""
"""Words that can follow a person phrase, and that end the search for one."""

SYSTEMS_OF_OPERATORS = """
    cluster controller crd crds helm k8s kafka kubernetes manifest manifests namespace openshift pod pods
    postgres reconcile reconciled reconciler reconciliation reconciling resource resources webhook
"""
"""Where one of these stands, an operator is a program."""

WORDS_LIKE_NAMES = """
    ada alan ali ana art ash ava bo cleo dan dana dee don drew ed emil eva eve frank harry ian jean jon
    jordan josh kai kelly kim lee leo mark mats max mike ming morgan nick noor norman olga olive pat per
    ray rich rob roman ron ruth sam tim will
"""
"""Given names that are too short or too common to be told when written in lower case."""

ONLY_PEOPLE_DID = """
    forgot neglected botched bungled fat-fingered bothered messed screwed fumbled mistyped
    single-handedly apologised apologized admitted
"""
"""Verbs behind which an unknown word with a capital is a name."""

TOOL_LIKE = "tester testers programmer programmers cleaner cleaners"
"""Roles that are devices behind any word that does not describe people, such as a cable tester."""

NAMED_THINGS = """
    api app box branch bug cluster database db environment host instance job metrics node pipeline
    project release script server service team
"""
"""Things that carry given names; behind one of these, a name is no person."""

ONLY_PEOPLE_ARE = """
    inexperienced experienced qualified unqualified competent incompetent careless lazy sloppy negligent
    reckless complacent asleep distracted apologise apologize mistake oversight carelessness negligence
    laziness panicked retrained disciplined fired sacked reprimanded accountable inattentive oblivious
    bothered careful lied negligently carelessly lazily arrogant
"""
"""Words near which an unknown word with a capital is a name."""

ENDINGS_OF_THINGS = """
    ing tion sion ment ness ity ware ance ence ed ly age ure db sql ics es ers ors ts ns ds ks ls ms ps
    rs ys day
"""
"""How words end that are things rather than names."""

ORDINARY = """
    yes thanks thank please sorry action cause conclusion classification note lesson despite during
    however therefore meanwhile perhaps maybe nothing something everything anything root total human
    error failure outage incident summary result reason question answer next last first second finally
    eventually apparently honestly frankly basically hence thus monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november december
    english german french production staging traffic data disk memory code config redis kafka postgres
    mysql mongo jenkins kubernetes docker github gitlab grafana prometheus consul vault nginx apache
    envoy terraform ansible puppet chef linux windows azure aws gcp google amazon microsoft cloudflare
    fastly akamai stripe paypal slack jira datadog splunk elastic kibana sentry rabbit spark hadoop
    airflow java python rust node react django rails spring argo helm istio etcd zookeeper cassandra
    dynamo aurora snowflake salesforce oracle okta twilio pagerduty opsgenie statuspage zoom teams
    outlook excel word chrome safari firefox android swift kotlin celery rabbitmq memcached varnish
    haproxy traefik nomad packer vagrant ceph gluster hive presto trino flink storm zabbix nagios icinga
    loki tempo jaeger zipkin bitbucket circle travis sonar nexus artifactory harbor quay openshift
    rancher everyone everybody someone somebody anyone anybody nobody whoever hello dear anyway besides
    instead otherwise classic typical simply obviously clearly good bad poor better worse best worst
    proper basic common standard every
"""
"""Ordinary words, days, months and well-known products, which are no names even with a capital."""

BELONGING = "from in on at of for behind over"
"""Words that tell where a person belongs."""

BEFORE_A_PLACE = """
    the our that this my their night day weekend morning early late graveyard db database network
    platform storage customer service help front back-office control operations ops trading
"""
"""What can stand between such a word and a place of work."""

PLACES_OF_WORK = """
    shift duty call on-call rotation rota side desk department office floor charge bridge room helpdesk
    support marketing sales legal finance hr engineering devops secops it procurement accounting infra
    infrastructure platform security networking payments billing growth compliance fraud facilities
    operations ops logistics design qa management team squad question
"""
"""Where people work."""

NUMBERS = """
    two three four five six seven eight nine ten twelve fifteen twenty thirty forty fifty sixty ninety
    hours minutes
"""
"""Numbers that can stand behind a person: it took the engineer twenty minutes."""

OF_ONE_PERSON = "he she his her him himself herself"
"""Where one of these stands, an unknown word with a capital is a name."""
