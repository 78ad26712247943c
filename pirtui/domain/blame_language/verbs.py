"""The verbs that the rules know, with all their forms."""

import re
from collections.abc import Iterable
from functools import cache

_IRREGULAR = {
    line.split()[0]: tuple(line.split()[1:])
    for line in """
    be was been being
    blow blew blown blowing
    break broke broken breaking
    bring brought brought bringing
    build built built building
    catch caught caught catching
    choose chose chosen choosing
    come came come coming
    cut cut cut cutting
    do did done doing
    draw drew drawn drawing
    fall fell fallen falling
    find found found finding
    forget forgot forgotten forgetting
    foresee foresaw foreseen foreseeing
    get got gotten getting
    give gave given giving
    go went gone going
    have had had having
    hear heard heard hearing
    hide hid hidden hiding
    hit hit hit hitting
    hold held held holding
    keep kept kept keeping
    know knew known knowing
    lead led led leading
    leave left left leaving
    let let let letting
    lie lied lied lying
    lose lost lost losing
    make made made making
    mean meant meant meaning
    mislead misled misled misleading
    misread misread misread misreading
    misunderstand misunderstood misunderstood misunderstanding
    oversee oversaw overseen overseeing
    override overrode overridden overriding
    overwrite overwrote overwritten overwriting
    pay paid paid paying
    put put put putting
    read read read reading
    rewrite rewrote rewritten rewriting
    run ran run running
    say said said saying
    see saw seen seeing
    sell sold sold selling
    send sent sent sending
    set set set setting
    shut shut shut shutting
    sit sat sat sitting
    sleep slept slept sleeping
    speak spoke spoken speaking
    stand stood stood standing
    take took taken taking
    tell told told telling
    think thought thought thinking
    turn turned turned turning
    understand understood understood understanding
    undo undid undone undoing
    wake woke woken waking
    write wrote written writing
    """.strip().splitlines()
}
_DOUBLING = [
    "ship",
    "drop",
    "skip",
    "stop",
    "plan",
    "commit",
    "omit",
    "spot",
    "nod",
    "trip",
    "flub",
    "botnet",
    "permit",
    "slip",
    "tag",
    "log",
    "pin",
    "ping-pong",
    "map",
    "chat",
    "trim",
    "jam",
    "rig",
    "submit",
    "forbid",
]

DILIGENCE = """
    check test read verify follow escalate tell look notice ask warn inform notify communicate document
    update review validate consult mention think consider realise realize appreciate bother care respond
    reply answer acknowledge ack page call raise report flag roll_back rollback revert double-check
    doublecheck cross-check monitor watch ensure confirm investigate announce back_up backup catch spot
    run use listen share hand write add set wait act react finish complete sign say speak engage involve
    include plan prepare rehearse rotate renew clean remove apply enable disable record log do make take
    pay keep stop close fix patch question challenge examine inspect compare study track heed obey comply
    coordinate anticipate foresee own turn pick give pass send open file create attend show join provide
    approve drain pull understand dry-run smoke-test load-test stress-test loop ping message contact
    alert address handle assign schedule audit dig proofread restore quarantine revoke clear bump scan
    lock protect rein learn commit declare pause stage delete leave put order book touch exercise
    practise practice keep_up bring build pin tag assess evaluate measure reproduce chase escalated
    pick_up reach_out reach follow_through abide stick adhere admit confess own_up recognise recognize
    remember identify diagnose determine grasp figure work_out scale reset configure specify quote escape
    sanitise sanitize limit cap
"""
"""What people are blamed for leaving undone."""

NEUTRAL = """
    receive have get see hear know expect need find experience feel agree match arrive mean intend want
    like lose access connect log-in login log_in be become seem appear happen encounter suffer recover
    reproduce authenticate load resolve reconnect locate isolate succeed stabilise stabilize settle
    converge
"""
"""What can fail or stay undone without anybody's doing."""

HARM = """
    cause crash take_down bring_down knock_over knock_out knock_offline mess_up screw_up stuff_up foul_up
    muck_up cock_up fuck_up balls_up bork botch bungle fumble flub blow blow_up wreck ruin trash nuke
    clobber mangle mismanage misconfigure mishandle misjudge overlook miss misread mistype miscalculate
    misdiagnose misunderstand misreport mislabel misapply misinterpret misspell mix_up confuse sabotage
    endanger jeopardise jeopardize let_down drop_the_ball slip_up butcher bodge fluff goof goof_up
    fat-finger fatfinger torpedo tank brick wipe_out hose cripple derail destroy corrupt damage
    mis-configure mis-type mis-read mess_it_up screw_it_up mistime misplace misroute mistake muddle
    mess_with screw_with f_up cock_it_up bring_everything_down take_everything_down take_out
    kill_production kill_prod kill_the_site break_things
"""
"""What people are said to have done to the system."""

BREAKING = "break"
"""The one of them that is harmless more often."""

FORGETTING = "forget neglect omit forget_about"
"""What only people do, and no system."""

RULE_BREAKING = """
    ignore bypass skip violate disregard circumvent dismiss brush_off flout override sidestep shrug_off
    wave_off wave_through side-step evade dodge breach subvert wave_away blow_off shrug brush_aside
    gloss_over tune_out snooze rubber-stamp rubberstamp rubber_stamp nod_through go_around break_protocol
    break_policy break_procedure break_the_rules break_process defy contravene overrule
    ride_roughshod_over pencil-whip sail_past blow_past blow_through click_past click_through
    click_straight_through steamroll
"""
"""What people are said to do to a rule, a warning or a step."""

JUDGED = """
    panic rush cut_corners freeze overreact jump_to_conclusions jump_the_gun slack_off doze_off
    mess_about mess_around play_cowboy dither drag_their_feet drag_his_feet drag_her_feet waste faff
    fall_asleep sleep_through take_their_eye_off take_shortcuts lose_their_head lose_his_head
    lose_her_head lose_the_plot flounder bumble muddle_through procrastinate choke freak_out stall_around
    slack lose_focus get_complacent get_lazy get_sloppy take_the_easy_way flail guess_wrong sit_on
    sit_around stand_around stand_by_and zone_out oversleep not_care phone_it_in daydream coast
    lose_their_nerve lose_his_nerve lose_her_nerve
"""
"""What judges a person by a single word."""

RISKY = """
    push deploy merge ship release run delete restart change edit apply roll_out rollout launch commit
    approve reboot drop truncate disable enable switch turn upgrade update modify flip execute start stop
    kill drain remove rename move migrate install publish post submit upload write overwrite reset rotate
    revoke reconfigure cut go jump act click type enter paste copy select pick choose use make do sign
    close open force force-push hotfix patch wipe swap shut cancel mark set put leave add bump announce
    tell page escalate hand walk log assume touch go_ahead proceed wave let give grant accept acknowledge
    ack silence mute snooze mutate toggle terminate kick trigger send tweak replace clear provision scale
    retry alter connect plug unplug pull tear wire fail_over failover flush purge promote configure order
    hit press point activate schedule
"""
"""What is ordinary work, unless it is said to be wrong or done without care."""

ALLOWING = "let allow leave"
"""What makes a person answer for what a thing did."""

_REGULAR_IS_ENOUGH = {
    "freeze": ("froze", "frozen", "freezing"),
    "panic": ("panicked", "panicked", "panicking"),
}


def verbs(words: str) -> tuple[str, ...]:
    """The verbs of one of the lists above, with spaces for underscores."""
    return tuple(dict.fromkeys(word.replace("_", " ") for word in words.split()))


@cache
def base(words: str) -> str:
    """An alternation of the plain forms: `check|tell`."""
    return _alternation(verbs(words))


@cache
def present(words: str) -> str:
    """An alternation of the forms with an s: `checks|tells`."""
    return _alternation(_changed(verb, 0) for verb in verbs(words))


@cache
def past(words: str) -> str:
    """An alternation of the past forms: `checked|told`."""
    return _alternation(_changed(verb, 1) for verb in verbs(words))


@cache
def participle(words: str) -> str:
    """An alternation of the participles: `checked|broken`."""
    return _alternation(_changed(verb, 2) for verb in verbs(words))


@cache
def ing(words: str) -> str:
    """An alternation of the forms with -ing: `checking|telling`."""
    return _alternation(_changed(verb, 3) for verb in verbs(words))


_OTHER_PASTS = """
    withdrew spun stuck struck swore tore threw wore won wound bent began bled bore bound bred burst cast
    chose clung crept dealt dug drove drank drew ate fed fought fled flew grew hung hid knelt laid lit
    meant met paid quit rang rose sought shook shone shot sang sank slid spread sprang stole stung swept
    swam swung taught wove wept woke bought spelt typed became felt fell spent stood bet
"""
_OFTEN_NOUNS = """
    alert page report test log review check call run update set record message share plan patch file
    drain scan lock cap order book release change deploy merge push commit build start stop restart post
    access reset pin tag rollback backup raise notice ticket need load contact question challenge address
    look practice care schedule sign drop escape audit
"""


def _all() -> list[str]:
    lists = (DILIGENCE, NEUTRAL, HARM, FORGETTING, RULE_BREAKING, JUDGED, RISKY, ALLOWING)
    return [verb for words in lists for verb in verbs(words)]


@cache
def known_forms() -> frozenset[str]:
    """The first words of every form of every verb except the plain forms, which are often nouns."""
    forms = {_changed(verb, form).split()[0] for verb in _all() for form in range(4)}
    return frozenset(
        forms | {form for forms in _IRREGULAR.values() for form in forms[:1]} | {*_OTHER_PASTS.split()}
    )


@cache
def plain_forms() -> frozenset[str]:
    """The first words of the plain forms that are seldom nouns."""
    return frozenset(verb.split()[0] for verb in _all()) - nouns_and_verbs() | {
        "think",
        "believe",
        "assume",
        "have",
    }


@cache
def nouns_and_verbs() -> frozenset[str]:
    """Plain forms that are nouns as often."""
    return frozenset(_OFTEN_NOUNS.split())


@cache
def _participles() -> frozenset[str]:
    return frozenset(forms[1] for forms in _IRREGULAR.values()) | {
        "got",
        "become",
        "spun",
        "shot",
        "spent",
    }


def irregular_participles() -> str:
    """An alternation of the participles that do not end in -ed."""
    return _alternation(sorted(_participles()))


def _changed(verb: str, form: int) -> str:
    first, _, rest = verb.partition(" ")
    changed = _present(first) if form == 0 else _forms(first)[form - 1]
    return f"{changed} {rest}" if rest else changed


@cache
def _forms(verb: str) -> tuple[str, ...]:
    """Past, participle and -ing form of one word."""
    if verb in _IRREGULAR or verb in _REGULAR_IS_ENOUGH:
        return _IRREGULAR.get(verb) or _REGULAR_IS_ENOUGH[verb]
    head, mark, tail = verb.rpartition("-")
    if mark and tail in _IRREGULAR:
        past_, participle_, ing_ = _IRREGULAR[tail]
        return (f"{head}-{past_}", f"{head}-{participle_}", f"{head}-{ing_}")
    return _regular(verb)


def _regular(verb: str) -> tuple[str, str, str]:
    if verb.endswith("e"):
        return (f"{verb}d", f"{verb}d", f"{verb[:-1]}ing")
    if re.search(r"[^aeiou]y$", verb):
        return (f"{verb[:-1]}ied", f"{verb[:-1]}ied", f"{verb}ing")
    if verb in _DOUBLING or re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", verb):
        double = f"{verb}{verb[-1]}"
        return (f"{double}ed", f"{double}ed", f"{double}ing")
    return (f"{verb}ed", f"{verb}ed", f"{verb}ing")


def _present(verb: str) -> str:
    if re.search(r"(s|x|z|ch|sh|o)$", verb):
        return f"{verb}es"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ies"
    return f"{verb}s"


def _alternation(forms: Iterable[str]) -> str:
    words = sorted(dict.fromkeys(forms), key=len, reverse=True)
    return "|".join(re.escape(word) for word in words)
