"""What makes an action likely to happen and to matter: nine checks on each, and some on all of them.

A check passes or warns; it never blocks anything and is never a grade of whoever proposed the action.
Source: research/facilitation.md, section 4.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from pirtui.domain.action_rules import WEEKS, is_finished
from pirtui.domain.action_words import begins_with_a_verb, is_a_study, is_open_ended, names_who_first
from pirtui.domain.actions import Action, ActionKind, ActionStatus, Priority, Strength
from pirtui.domain.loose_ends import themes_without_action
from pirtui.domain.people import Person
from pirtui.domain.review import Review
from pirtui.domain.value import Value

MOST_AGREED = 7
"""More agreed actions than this seldom happen; our judgement."""

_DECIDED = (ActionStatus.AGREED, ActionStatus.IN_PROGRESS, ActionStatus.DONE, ActionStatus.VERIFIED)
_NOBODY_IN_PARTICULAR = frozenset(
    [
        "team",
        "everyone",
        "everybody",
        "all",
        "us",
        "we",
        "tbd",
        "tba",
        "nobody",
        "someone",
        "somebody",
        "anyone",
        "ops",
        "sre",
        "devops",
        "engineering",
    ]
)
_MERGED = frozenset(
    ["merged", "deployed", "shipped", "done", "closed", "released", "live", "rolled-out"]
)


class Check(Value):
    """One look at an action: what was looked at, whether it is in place, and what would help."""

    name: str
    passed: bool
    said: str


def checks(action: Action, people: Iterable[Person], today: date) -> tuple[Check, ...]:
    """The nine checks, in their order; one that was decided against is asked for its reason only."""
    if action.status is ActionStatus.NOT_DOING:
        reason = bool(action.status_reason.strip())
        return (_check("reason", reason, "says why not", "Say why: /not-doing REASON"),)
    return (
        _verb(action),
        _scope(action),
        _check("done when", bool(action.done_test.strip()), "says when it is done", _DONE_HELP),
        _owner(action, tuple(people)),
        _due(action, today),
        _check(
            "linked",
            bool(action.evidence),
            "tied to a factor or a gap",
            "End with what it answers: [F1]",
        ),
        _check("kind", action.kind is not None, "says what it does next time", _KIND_HELP),
        _check("strength", action.strength is not None, "strength is named", _STRENGTH_HELP),
        _effect(action),
    )


_DONE_HELP = 'How will a stranger see that it is done?  done:"…"'
_KIND_HELP = "Say ~prevent, ~mitigate, ~detect, ~respond or ~learn"
_STRENGTH_HELP = "Say strength:stronger, intermediate or weaker"


def heading(found: Iterable[Check]) -> str:
    """How much is in place, in words: `7 of 9 in place`."""
    held = tuple(found)
    return f"{sum(check.passed for check in held)} of {len(held)} in place"


def set_checks(review: Review) -> tuple[Check, ...]:
    """What the room may look at when it sees all its actions together; nothing without actions."""
    held = [a for a in review.actions if a.status is not ActionStatus.NOT_DOING]
    return tuple(_about_all(review, held)) if held else ()


def _about_all(review: Review, held: list[Action]) -> Iterator[Check]:
    loose = ", ".join(f"#{theme.name}" for theme in themes_without_action(review))
    yield _check(
        "themes", not loose, "every theme has an action or is accepted", f"Nothing answers {loose} yet"
    )
    strong = any(action.strength in (Strength.STRONGER, Strength.INTERMEDIATE) for action in held)
    yield _check(
        "strength",
        strong,
        "one at least changes the system",
        "All of them rely on people or memory so far",
    )
    agreed = sum(action.status in _DECIDED for action in held)
    many = f"{agreed} are agreed; which {MOST_AGREED} matter most?"
    yield _check("number", agreed <= MOST_AGREED, "few enough to happen", many)
    kinds = {action.kind for action in held}
    watching = len(held) > 1 and kinds == {ActionKind.DETECT}
    yield _check(
        "balance", not watching, "not detection alone", "All of them detect; what would prevent?"
    )
    untracked = ", ".join(
        action.label
        for action in held
        if action.priority in (Priority.CRITICAL, Priority.HIGH)
        and action.status in _DECIDED
        and not action.tracker.strip()
    )
    yield _check(
        "tracker", not untracked, "the pressing ones are tracked", f"No ticket yet: {untracked}"
    )


def _check(name: str, passed: bool, fine: str, helps: str) -> Check:
    return Check(name=name, passed=passed, said=fine if passed else helps)


def _verb(action: Action) -> Check:
    text = action.text.strip()
    if names_who_first(text):
        return _check("verb first", False, "", "Begin with what to do; who does it goes after @")
    if not begins_with_a_verb(text):
        return _check("verb first", False, "", "Begin with a verb: what will be done?")
    named = len(text.split()) > 2
    return _check("verb first", named, "begins with a verb", "Name the thing that changes")


def _scope(action: Action) -> Check:
    bounded = bool(action.done_test.strip())
    if is_a_study(action.text):
        helps = "By when, and what is written down at its end?"
        return _check("scope", bounded and action.due is not None, "has an end", helps)
    narrow = not is_open_ended(action.text)
    return _check(
        "scope", narrow, "narrow enough to finish", "From which figure to which, or which one thing?"
    )


def _owner(action: Action, people: tuple[Person, ...]) -> Check:
    owner = action.owner.strip().removeprefix("@")
    if not owner:
        return _check("owner", False, "", "Who is the one owner?  @name")
    if _is_many(owner, people):
        return _check("owner", False, "", f"{owner} are several; who is the one person?")
    agreed = action.status in _DECIDED
    return _check("owner", agreed, f"{owner} agreed", f"Has {owner} said yes? Space marks it agreed")


def _is_many(owner: str, people: tuple[Person, ...]) -> bool:
    said = owner.casefold().replace("-", " ")
    persons = {p.name.casefold() for p in people} | {p.role.casefold() for p in people}
    if said in persons:
        return False
    teams = {person.team.casefold() for person in people if person.team}
    words = said.split()
    return said in teams or (bool(words) and (words[-1] in _NOBODY_IN_PARTICULAR or "team" in words))


def _due(action: Action, today: date) -> Check:
    if action.due is None:
        done = is_finished(action)
        return _check("date", done, "finished", "By when?  due:fri, due:+2w")
    if is_finished(action):
        return _check("date", True, "finished", "")
    if action.due <= today:
        return _check("date", False, "", "The date has passed; which one is real?")
    weeks = WEEKS[action.priority]
    late = action.due > today + timedelta(weeks=weeks)
    helps = f"Later than the {weeks} weeks usual for {action.priority.value}"
    return _check("date", not late, "has a date", helps)


def _effect(action: Action) -> Check:
    effect = action.effect_measure.strip()
    words = {word.strip(".,;").casefold() for word in effect.split()}
    only_done = bool(words) and words <= _MERGED | {"it", "is", "are", "the", "change", "and", "when"}
    same = effect.casefold() == action.done_test.strip().casefold()
    if effect and (only_done or same):
        return _check("effect", False, "", "Being done is not yet an effect; what will be different?")
    return _check(
        "effect",
        bool(effect),
        "says how we see that it worked",
        'How will we see that it worked?  effect:"…"',
    )
