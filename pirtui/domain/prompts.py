"""What a facilitator can ask, and the ground rules to read aloud.

Every prompt asks "what" or "how". Source: research/facilitation.md, section 1; the words are ours.
"""

from pirtui.domain.factors import Category
from pirtui.domain.gaps import GapKind
from pirtui.domain.review import Stage

GROUND_RULES: tuple[str, ...] = (
    "We are here to learn how this looked from every seat, not to judge anybody.",
    "Each of us did what made sense with what we knew at the time.",
    "We ask “how” and “what”. Anyone may stop a question that asks for an excuse.",
    "Our notes name roles, not people. Say so if you want a line taken out.",
    "Ideas for fixes are parked now and get their turn at the end.",
    "Two accounts of the same moment can both be kept.",
    "Anyone may say “park it” when we drift.",
)
"""To be read aloud before the timeline begins."""

PROMPTS: dict[Stage, tuple[str, ...]] = {
    Stage.PREPARE: (
        "Which question do you want answered today?",
        "What did users feel, in one sentence and in numbers?",
        "Who is new to these reviews, and what would help you?",
        "Whose view of that day is not in the room?",
    ),
    Stage.TIMELINE: (
        "What was ordinary work that day, before anything looked different?",
        "What was the first thing anybody saw, heard or was told, and on which screen?",
        "What did you take it to mean at that moment?",
        "What did you expect next, and what happened instead?",
        "Which other options were in view? What made this one look best?",
        "How did you know to look there, or to call that team?",
        "What else asked for your attention just then?",
        "When did the picture change, and what told you?",
        "Who saw that moment differently? We keep both accounts.",
        "What usually happens when that alert fires?",
        "Which time are we least sure of?",
        "What is missing from this list?",
    ),
    Stage.GAPS: (
        "Is this a gap, is it explained, or is it not a gap at all?",
        "What went well in this stretch, and is worth keeping?",
        "Where did time or knowledge go missing that nobody has named yet?",
        "How does this stretch look from another seat?",
    ),
    Stage.FACTORS: (
        "What else had to be true for this to happen?",
        "What was already so for weeks before?",
        "Which of these factors share a condition?",
        "Where have we seen this before?",
        "Without this trigger, what else could set it off?",
        "What surprised most people here?",
    ),
    Stage.ACTIONS: (
        "Which factor or gap does this change, and how?",
        "Does it lower the chance, limit the harm, or speed up detection or recovery?",
        "How would it work at three in the morning with somebody new on shift?",
        "What would build it into the system, so that nobody needs to remember it?",
        "Who is the one owner, and have they agreed?",
        "By which date, and what is the first step this week?",
        "How will a stranger see that it is done? How will we see that it worked?",
        "What new risk does it bring?",
        "What do we choose not to do, and what makes that acceptable?",
        "With room for only two of these, which two?",
    ),
    Stage.WRAP_UP: (
        "What did you learn that changes how you work?",
        "What is still unexplained, and who will look, by when?",
        "Where were we lucky?",
        "Is anything here unfair to somebody, or wrong?",
        "Who outside this room would want to read this?",
        "Who checks the report, and when is it out?",
        "How was this meeting for you, and would you come again?",
        "Whom do we thank, and for what?",
    ),
}
"""Open questions for each stage, in an order that works."""

GAP_PROMPTS: dict[GapKind, tuple[str, ...]] = {
    GapKind.DETECTION: (
        "How did we find out, and for how long had users been affected?",
        "Where was the first trace, even if nobody was looking there?",
        "Which alert did we expect, and what became of it?",
        "What would halve this time?",
    ),
    GapKind.RESPONSE: (
        "How was each person pulled in, and how long did that take?",
        "What did the first responder need: access, context, people?",
        "How was it decided who leads, and how severe this was?",
        "Where did people wait, and for what?",
        "What did users and colleagues hear, when and from whom?",
    ),
    GapKind.CONTAINMENT: (
        "What stopped it from getting worse, and how was that step chosen?",
        "What was tried first, and what did it teach us?",
        "What made a rollback or a failover look safe, or risky?",
        "How far did it spread, and what limited it?",
        "Which safeguard held, and which was not there?",
    ),
    GapKind.RECOVERY: (
        "How did we know that users were well again, by which measure?",
        "What remained after the impact had ended?",
        "What took longest between contained and normal?",
        "Which temporary fix is still in place, and who knows about it?",
    ),
}
"""Open questions for each kind of gap."""

FACTOR_PROMPTS: dict[Category, tuple[str, ...]] = {
    Category.TECHNICAL: (
        "Which property of the system let a small event grow large?",
        "Which assumption in the design met its limit?",
        "Which limit, timeout or default mattered?",
        "What did the components do to each other?",
    ),
    Category.PROCESS: (
        "How does such a change normally reach production, and how did it this time?",
        "Which step relies on memory or goodwill?",
        "How is this work usually done, compared with the written way?",
        "Which known risk was accepted, when, and on what grounds?",
    ),
    Category.HUMAN: (
        "What was the workload, the hour, the number of tasks at once?",
        "Which goals pulled in different directions?",
        "What did the situation resemble from before?",
        "How easy was it to say “I am not sure”?",
    ),
    Category.TOOLING: (
        "What did the tool show, hide or default to?",
        "What told test and production apart on the screen?",
        "What did automation do on its own, and how would anyone know?",
        "How many screens did it take to see the state?",
    ),
}
"""Open questions for each category of factor."""
