"""Which systemic fix an action's wording names, with its usual strength and effect.

Tried in turn: how the action opens, then what its main phrase is about, then the rest of it.
"""

import re
from functools import lru_cache

from pirtui.domain.action_fix_rules import MAIN, NOTHING, OPENINGS, PAGE, TEXT, Fix
from pirtui.domain.action_openings import opening

_CUT = re.compile(
    r"(?<![\w-])(?:when|whenever|if|so|because|which|that|before|after|unless|until|while|from"
    r"|for|in|on|at|to|of"
    r"|with|without|by|into|between|behind|against|above|below|under|than|instead|each|every"
    r"|across|over"
    r"|about)(?![\w-])|[;:.(,]",
    re.I,
)
_PHRASAL = re.compile(
    r"^(?:set up|turn on|turn off|shut down|bring up|switch off|look at|roll out)\s+", re.I
)
_LABELLED = re.compile(
    r"^\W*(?:runbook|playbook|user guide|guide|docs?|documentation"
    r"|wiki)\s*:",
    re.I,
)
_PARTS = re.compile(r";\s+")


def _compiled(rules: tuple[tuple[str, Fix], ...], start: str) -> tuple[tuple[re.Pattern[str], Fix], ...]:
    return tuple((re.compile(start + rf"(?:{pattern})", re.I), fix) for pattern, fix in rules)


_OPENING_RULES = _compiled(OPENINGS, "^")
_MAIN_RULES = _compiled(MAIN, "")
_TEXT_RULES = _compiled(TEXT, "")


@lru_cache(maxsize=512)
def fix_of(text: str) -> Fix:
    """The fix that this wording names; parts that name different ones leave open what they differ in."""
    if _LABELLED.search(text):
        return PAGE
    found = [fix for fix in map(_named_in, _PARTS.split(text)) if fix != NOTHING]
    if not found:
        return NOTHING
    first = found[0]
    return Fix(
        family=first.family if all(fix.family is first.family for fix in found) else None,
        kind=first.kind if all(fix.kind is first.kind for fix in found) else None,
        strength=first.strength if all(fix.strength is first.strength for fix in found) else None,
    )


def _named_in(part: str) -> Fix:
    begun = opening(part)
    if begun.verb is not False:
        opened = _first(_OPENING_RULES, begun.text)
        if opened is not None:
            return opened
    return _first(_MAIN_RULES, _main_phrase(begun.text)) or _first(_TEXT_RULES, begun.text) or NOTHING


def _main_phrase(text: str) -> str:
    """The words up to the first clause or preposition, in which the head noun comes last."""
    phrasal = _PHRASAL.match(text)
    start = phrasal.end() if phrasal else 0
    cut = _CUT.search(text, start + 1)
    return text[: cut.start() if cut else len(text)].strip()


def _first(rules: tuple[tuple[re.Pattern[str], Fix], ...], text: str) -> Fix | None:
    return next((fix for pattern, fix in rules if pattern.search(text)), None)
