"""The nine things that make an action likely to happen and to help, each in place or worth a look.

They speak about the wording, never about who proposed it, and they block nothing. Source:
research/facilitation.md, section 4.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pirtui.domain import action_owners
from pirtui.domain.action_hints import opening_hint
from pirtui.domain.action_openings import Opening, opening
from pirtui.domain.action_rules import STRENGTH_TEXT, WEEKS, default_due, is_finished
from pirtui.domain.action_suggestions import Suggested, suggested
from pirtui.domain.action_words import MERE_DELIVERY, MERE_DONE, VERBS
from pirtui.domain.actions import Action, ActionStatus
from pirtui.domain.days import due_words
from pirtui.domain.people import Person


class Standing(StrEnum):
    """Whether a check finds what it looks for."""

    PASS = "pass"
    WARN = "warn"


@dataclass(frozen=True)
class ActionCheck:
    """One check: its short name, and what is in place or what would help."""

    name: str
    standing: Standing
    text: str

    @property
    def passed(self) -> bool:
        """Whether it is in place."""
        return self.standing is Standing.PASS


@dataclass(frozen=True)
class CheckContext:
    """What the checks are held against: today, the day of the meeting, and who is in the review."""

    today: date
    met: date | None = None
    people: tuple[Person, ...] = ()


_EVERYWHERE = re.compile(
    r"\b(?:all|every|each of|all of) (?:the |our |of our |of the )?(?:(?:other|existing"
    r"|internal|critical) )?"
    r"(?:services?|systems?|resources?|components?|environments?|applications?|apps|dashboards?"
    r"|runbooks?"
    r"|dependencies|processes|alerts|things|teams|code)\b"
    r"(?!\s+(?:that|which|whose|with|without|older|in|of|on|under|above|below|behind|where|from"
    r"|using))"
    r"|\b(?:everything|everywhere|across the board|company-wide|all the things)\b",
    re.I,
)
_OPEN_END = re.compile(
    r"\b(?:etc|and so on|and so forth|and more|as (?:needed|appropriate|necessary)"
    r"|where (?:appropriate"
    r"|needed|possible|necessary)|if (?:possible|needed|necessary)|and similar|among others)\b",
    re.I,
)
_CLAUSES = re.compile(
    r"\s*(?:;|\.\s|,\s+and then|,?\s+and then|\s+as well as|,\s+and|,|\s+and)\s+", re.I
)
_DONE_IN_TEXT = re.compile(r"\bdone(?: when)?:\s*\S|\bdone when\s+\S", re.I)
_WORD = re.compile(r"[\w'’/?-]+")
_MOST_CLAUSES = 2


def action_checks(action: Action, context: CheckContext) -> tuple[ActionCheck, ...]:
    """The nine checks in their order; for an action that is decided against, only its reason."""
    if action.status is ActionStatus.NOT_DOING:
        return (_reason(action),)
    return tuple(_nine(action, context))


def in_place(checks: tuple[ActionCheck, ...]) -> int:
    """How many of the checks are in place."""
    return sum(check.passed for check in checks)


def _nine(action: Action, context: CheckContext) -> Iterator[ActionCheck]:
    begun = opening(action.text)
    hints = suggested(action)
    yield _check("change", opening_hint(begun, action.done_test), "says what changes")
    yield _check("scope", _wide(action, begun), "one narrow change")
    yield _check(
        "done test", _no_done_test(action, hints), f"done when: {action.done_test or 'in the text'}"
    )
    yield _check("owner", _no_owner(action, context), f"{action.owner} has it")
    yield _check("date", _no_date(action, context), _date_text(action, context))
    yield _check("link", _no_link(action), f"changes {', '.join(action.evidence)}")
    yield _check("kind", _no_kind(action, hints), action.kind.value if action.kind else "")
    yield _check("strength", _no_strength(action, hints), _strength_text(action))
    yield _check("effect", _no_effect(action, hints), f"effect: {action.effect_measure}")


def _check(name: str, help_text: str, in_place_text: str) -> ActionCheck:
    if help_text:
        return ActionCheck(name, Standing.WARN, help_text)
    return ActionCheck(name, Standing.PASS, in_place_text)


def _reason(action: Action) -> ActionCheck:
    missing = "" if action.status_reason.strip() else "Say why: /not-doing REASON."
    return _check("reason", missing, f"because {action.status_reason}")


def _wide(action: Action, begun: Opening) -> str:
    wide = _EVERYWHERE.search(action.text)
    if wide:
        return f"“{wide[0]}” is wide: which one comes first?"
    loose = _OPEN_END.search(action.text)
    if loose:
        return f"“{loose[0]}” leaves it open: name what is meant."
    if _changes_in(begun) > _MOST_CLAUSES:
        return "It holds several changes: one action for each is easier to finish."
    return ""


def _changes_in(begun: Opening) -> int:
    """How many clauses of the action begin with a verb of their own."""
    clauses = [clause.split() for clause in _CLAUSES.split(begun.text) if clause.strip()]
    verbs = [clause for clause in clauses if len(clause) > 1 and clause[0].casefold() in VERBS]
    return len(verbs)


def _no_done_test(action: Action, hints: Suggested) -> str:
    told = action.done_test.strip()
    if not told:
        if _DONE_IN_TEXT.search(action.text):
            return ""
        return f"Say how a stranger can tell: /done-when {hints.done_seed or 'what they would see'}."
    if _only(told, MERE_DONE):
        return f"“{told}” can be read in many ways: say what a stranger would see."
    return ""


def _no_owner(action: Action, context: CheckContext) -> str:
    owner = action.owner.strip()
    problem = action_owners.owner_problem(owner, context.people)
    if problem:
        return problem
    if action.status is ActionStatus.PROPOSED:
        return f"Has {owner} said yes? Space marks it as agreed."
    return ""


def _no_date(action: Action, context: CheckContext) -> str:
    if is_finished(action):
        return ""
    if action.due is None:
        weeks = WEEKS[action.priority]
        return f"Give it a day: due:+{weeks}w is usual for {action.priority.value}."
    if action.due <= context.today:
        return f"{_date_text(action, context)}: which later day is realistic?"
    met = context.met or context.today
    if action.due <= met:
        return "It lies on or before the day of the meeting: which later day is realistic?"
    if action.due > default_due(action.priority, max(met, context.today)):
        weeks = WEEKS[action.priority]
        return (
            f"Later than the {weeks} weeks usual for {action.priority.value}: sooner, or less pressing?"
        )
    return ""


def _date_text(action: Action, context: CheckContext) -> str:
    return due_words(action.due, context.today) if action.due else "finished"


def _no_link(action: Action) -> str:
    if any(label[:1] in "FGT" for label in action.evidence):
        return ""
    return "Name the factor or gap that it changes, as in [F1]."


def _no_kind(action: Action, hints: Suggested) -> str:
    if action.kind:
        return ""
    if hints.kind:
        return f"~{hints.kind.value}? Ctrl+Y takes it."
    return "Lower the chance (~prevent) or the harm (~mitigate), ~detect, ~respond, ~learn?"


def _no_strength(action: Action, hints: Suggested) -> str:
    if action.strength:
        return ""
    if hints.strength:
        step = f" {hints.question}" if hints.question else ""
        return f"{STRENGTH_TEXT[hints.strength]}? Ctrl+Y takes it.{step}"
    return "Does it rest on the system or on memory? /strength stronger, intermediate or weaker."


def _strength_text(action: Action) -> str:
    return STRENGTH_TEXT[action.strength] if action.strength else ""


def _no_effect(action: Action, hints: Suggested) -> str:
    told = action.effect_measure.strip()
    if not told:
        seed = hints.effect_seed or "what will be different"
        return f"Say how you will see that it worked: /effect {seed}."
    if _only(told, MERE_DELIVERY):
        return f"“{told}” says that it was delivered: what will be different then?"
    if told.casefold() == action.done_test.strip().casefold():
        return "It repeats the done test: what will be different once it is in use?"
    return ""


def _only(told: str, words: frozenset[str]) -> bool:
    return all(word.casefold() in words for word in _WORD.findall(told))
