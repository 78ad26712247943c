"""Who may own an action: one person, by name or by role; a team stands behind them.

Source: research/facilitation.md, section 4.
"""

import re
from collections.abc import Iterable

from pirtui.domain.action_words import NO_ONE, TEAM_WORDS
from pirtui.domain.people import Person

_SEPARATORS = re.compile(r"[\s._-]+")
_SEVERAL = re.compile(r"\s*(?:[,;/&+]|\band\b|\bor\b)\s*", re.I)


def owner_names(people: Iterable[Person]) -> tuple[str, ...]:
    """The names and roles of the people, those in the room first; a role that two hold is left out."""
    ordered = sorted(people, key=lambda person: not person.present)
    roles = [_plain(person.role) for person in ordered]
    told: dict[str, str] = {}
    for person in ordered:
        role = person.role if roles.count(_plain(person.role)) == 1 else ""
        for word in (person.name, role):
            cleaned = " ".join(word.split())
            if cleaned:
                told.setdefault(_plain(cleaned), cleaned)
    return tuple(told.values())


def owner_problem(owner: str, people: Iterable[Person]) -> str:
    """What would help where the owner is missing, more than one, or a team; empty for one person."""
    spoken = _plain(owner)
    if not spoken or spoken in NO_ONE or owner.strip() in NO_ONE:
        return "Name one person who takes it: @ and a name."
    known = {_plain(word) for person in people for word in (person.name, person.role) if word.strip()}
    if spoken in known:
        return ""
    if is_team(owner, people):
        return f"{owner.strip()} is a team: name one person, with the team as backup."
    if len([part for part in _SEVERAL.split(owner.strip()) if part]) > 1:
        return "One name carries it best; the others can help."
    return ""


def is_team(owner: str, people: Iterable[Person]) -> bool:
    """Whether the owner is a team of the review, or is called one."""
    spoken = _plain(owner)
    if not spoken:
        return False
    teams = {_plain(person.team) for person in people if person.team.strip()}
    words = spoken.split()
    return spoken in teams or words[-1] in TEAM_WORDS or words[0] in ("everyone", "everybody", "team")


def _plain(text: str) -> str:
    return _SEPARATORS.sub(" ", text.strip().removeprefix("@")).strip().casefold()
