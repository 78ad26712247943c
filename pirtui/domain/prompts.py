"""What a facilitator can ask, and the ground rules to read aloud.

Every prompt asks "what" or "how". Source: research/facilitation.md, section 1; the words are ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pirtui.domain.factors import Category
from pirtui.domain.gaps import GapKind
from pirtui.domain.stages import Stage

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

THEMES = "themes"
"""The group of questions that look across the factors."""

PROMPTS: dict[Stage, tuple[str, ...]] = {
    Stage.PREPARE: (
        "Which question do you want answered today?",
        "What did users feel, in one sentence and in numbers?",
        "Who is new to these reviews, and what would help you?",
        "Whose view of that day is not in the room?",
        "What would make it easy here to say what you saw?",
        "Which line of the notes would you want to have taken out?",
        "Which word shall we say when we drift: “park it”, or another?",
        "What is outside the scope of today?",
        "Who takes the notes, and who watches the clock?",
    ),
    Stage.TIMELINE: (
        "What was ordinary work that day, before anything looked different?",
        "What was first seen, heard or told, and on which screen?",
        "What did you take it to mean at that moment?",
        "What did you expect next, and what happened instead?",
        "Which other options were in view? What made this one look best?",
        "How did you know to look there, or to call that team?",
        "What else asked for your attention just then?",
        "When did the picture change, and what told you?",
        "Who saw that moment differently? We keep both accounts.",
        "How much of this is new to people here?",
        "What usually happens when that alert fires?",
        "What is missing from this list? Which time are we least sure of?",
    ),
    Stage.GAPS: (
        "Is this a gap, is it explained, or is it not a gap at all?",
        "What went well in this stretch, and is worth keeping?",
        "Where did time or knowledge go missing that nobody has named yet?",
        "How does this stretch look from another seat?",
    ),
    Stage.FACTORS: (
        "What else had to be true for this to happen?",
        "How come? What made it so?",
        "What shaped what people did here: time, tools, habits, goals?",
        "Where can this be seen: which event or gap shows it?",
        "How sure are we, and what would make us surer?",
    ),
    Stage.ACTIONS: (
        "Which factor or gap does this change, and how?",
        "Does it lower the chance, limit the harm, or speed us up?",
        "How would it work at three in the morning, with somebody new on shift?",
        "What would build it into the system, with nothing to remember?",
        "Who is the one owner, and have they agreed?",
        "By which date, and what is the first step this week?",
        "How will a stranger see that it is done, and we that it worked?",
        "What new risk does it bring?",
        "What do we choose not to do, and what makes that acceptable?",
        "With room for only two of these, which two?",
    ),
    Stage.WRAP_UP: (
        "What did you learn that changes how you work?",
        "What is still unexplained, and who will look, by when?",
        "Which of the questions from the beginning are still open?",
        "Is anything here unfair to somebody, or wrong?",
        "Who outside this room would want to read this?",
        "Who checks the report, and when is it out?",
        "How was this meeting for you, and would you come again?",
        "Whom do we thank, and for what?",
        "Where were we lucky?",
    ),
}
"""Open questions for each stage, in an order that works."""

GAP_PROMPTS: dict[GapKind, tuple[str, ...]] = {
    GapKind.DETECTION: (
        "How did we find out, and for how long had users been affected?",
        "Where was the first trace, even if nobody was looking there?",
        "Which alert did we expect, and what became of it?",
        "How did the usual noise make this easier or harder to notice?",
        "What had to be read, and how, for it to count as an incident?",
        "What would halve this time?",
    ),
    GapKind.RESPONSE: (
        "How was each person pulled in, and how long did that take?",
        "What did the first responder need: access, context, people?",
        "How was it decided who leads, and how severe this was?",
        "What said “ask for help”, and how was the right team known?",
        "Where did people wait, and for what?",
        "What did users and colleagues hear, when and from whom?",
        "Which part of working together went well enough to keep?",
    ),
    GapKind.CONTAINMENT: (
        "What stopped it from getting worse, and how was that step chosen?",
        "What was tried first, and what did it teach us?",
        "What made a rollback or a failover look safe, or risky?",
        "How far did it spread, and what limited it?",
        "How much had to be known before the harm was limited?",
        "Which safeguard held? Which was absent, or bypassed by design?",
    ),
    GapKind.RECOVERY: (
        "How did we know that users were well again, by which measure?",
        "What remained after the impact had ended?",
        "What took longest between contained and normal?",
        "Which temporary fix is still in place, and who knows about it?",
        "What made it safe to stand down?",
        "If it came again tomorrow, what would it look like?",
    ),
}
"""Open questions for each kind of gap."""

FACTOR_PROMPTS: dict[Category, tuple[str, ...]] = {
    Category.TECHNICAL: (
        "Which property of the system let a small event grow large?",
        "What was already so for weeks before?",
        "Which assumption in the design met its limit?",
        "What did the components do to each other?",
        "Which limit, timeout or default mattered?",
        "Which dependency behaved in a new way?",
        "Which safeguard did its work?",
    ),
    Category.PROCESS: (
        "How does such a change usually reach production, and this time?",
        "Which step relies on memory or goodwill?",
        "How is this work usually done, compared with the written way?",
        "Where did ownership pass from one team to another?",
        "What is reviewed, and what does a review not get to see?",
        "Which known risk was accepted, when, and on what grounds?",
        "What did the schedule reward?",
    ),
    Category.HUMAN: (
        "What was the workload, the hour, the number of tasks at once?",
        "Which goals pulled in different directions?",
        "What was known, and who else knew it?",
        "What did the situation resemble from before?",
        "How easy was it to say “I am not sure”?",
        "How new was this task to whoever was on shift?",
        "Which adjustment by people kept things from getting worse?",
    ),
    Category.TOOLING: (
        "What did the tool show, hide or default to?",
        "What told test and production apart on the screen?",
        "Which feedback came, and how late?",
        "Which workaround is normal here?",
        "What did automation do on its own, and how would anyone know?",
        "Which access or tool was missing when it was needed?",
        "How many screens did it take to see the state?",
    ),
}
"""Open questions for each category of factor."""

THEME_PROMPTS: tuple[str, ...] = (
    "Which of these factors share a condition?",
    "Where have we seen this before?",
    "Which of these grows as we grow?",
    "What surprised most people here?",
    "Without this trigger, what else could set it off?",
    "Which theme would another team recognise as theirs?",
)
"""Open questions across the factors."""


@dataclass(frozen=True)
class Prompt:
    """A question to ask; `key` is its group and its name there, such as `timeline/3`."""

    key: str
    text: str


@dataclass(frozen=True)
class PromptBook:
    """Every question by its group: a stage, a kind of gap, a category of factor, or the themes."""

    groups: Mapping[str, tuple[Prompt, ...]]

    def questions(self, stage: Stage, about: str = "") -> tuple[Prompt, ...]:
        """What can be asked at a stage: first what belongs to `about`, a group, then to the stage."""
        own = self.groups.get(stage.value, ())
        return own if about in ("", stage.value) else (*self.groups.get(about, ()), *own)


def _default_book() -> PromptBook:
    tables: tuple[Mapping[str, tuple[str, ...]], ...] = (
        {stage.value: texts for stage, texts in PROMPTS.items()},
        {kind.value: texts for kind, texts in GAP_PROMPTS.items()},
        {category.value: texts for category, texts in FACTOR_PROMPTS.items()},
        {THEMES: THEME_PROMPTS},
    )
    groups = {
        group: tuple(Prompt(f"{group}/{number}", text) for number, text in enumerate(texts, start=1))
        for table in tables
        for group, texts in table.items()
    }
    return PromptBook(MappingProxyType(groups))


DEFAULT_BOOK = _default_book()
"""The questions that pirtui comes with."""
