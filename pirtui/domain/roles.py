"""Roles for names: what is written about people says which seat they sat in, not who they are.

Source: research/facilitation.md, section 7. Known limits: a person who is not on the roster cannot be
recognised, and a name inside an address of the web is left alone, because the link would break.
"""

import re
from collections.abc import Callable, Iterable
from enum import StrEnum

from pirtui.domain import names
from pirtui.domain.people import Person

PARTICIPANT = "a participant"
"""What a person without a role is called."""

_ADDRESS = "an e-mail address"
_ROLE_ABBREVIATIONS = frozenset(("IC", "SRE", "DBA", "PM", "QA", "CTO", "OPS", "EM", "TL"))
_ARTICLE = re.compile(r"(the|a|an)\s", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:^|[.!?]\s|\n)\s*$")
_WEB = r"(?P<web>\b[a-z][a-z0-9+.-]*://\S+)"
_EMAIL = r"(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?![\w:/-]))"
_HANDLE = r"(?P<handle>(?<![\w@./])@\w+(?:[.-]\w+)*)"
_POSSESSIVE = r"(?P<possessive>['’]s\b|(?<=s)['’](?=\s+\w))?"
_SEPARATORS = re.compile(r"[\s._-]+")

Phrase = Callable[[Person], str]
Forms = Callable[[Person], tuple[str, ...]]


class NameStyle(StrEnum):
    """How people are referred to."""

    ROLES = "roles"
    INITIALS = "initials"
    NAMES = "names"


class Namer:
    """Rewrites texts so that they refer to the people of a review in one style."""

    def __init__(self, people: Iterable[Person], style: NameStyle = NameStyle.ROLES) -> None:
        self._people = tuple(person for person in people if _has_own_name(person))
        self._style = style
        self._role_counts = _role_counts(self._people)
        self._roles = {_spoken(person.role): " ".join(person.role.split()) for person in self._people}
        self._by_name = _by_form(self._people, _written_names)
        self._by_handle = _by_form(self._people, names.handles)
        self._names = _names_pattern(self._people)
        self._everything = re.compile("|".join((_WEB, _EMAIL, _HANDLE, self._names.pattern)))

    def text(self, text: str) -> str:
        """The text with every person of the roster referred to in the style of this namer."""
        if self._style is NameStyle.NAMES:
            return text
        pattern = self._everything if "@" in text or "://" in text else self._names
        return pattern.sub(self._replacement, text)

    def actor(self, actor: str) -> str:
        """What stands beside an event: a role stays, a person becomes their role without an article."""
        typed = actor.strip().removeprefix("@")
        if not typed or typed in _ROLE_ABBREVIATIONS:
            return typed
        if role := self._roles.get(_spoken(typed)):
            return role
        people = self._people_called(typed)
        if not people:
            return self.text(typed)
        if self._style is NameStyle.NAMES:
            return people[0].name if len(people) == 1 else typed
        return self._one_of(people, typed, self._bare)

    def owner(self, owner: str) -> str:
        """Who answers for an action: a real name in every style, since somebody has to be asked.

        Source: research/facilitation.md, section 7.
        """
        typed = owner.strip().removeprefix("@")
        people = self._people_called(typed) if typed else ()
        return people[0].name if len(people) == 1 else self._roles.get(_spoken(typed), typed)

    def _people_called(self, typed: str) -> tuple[Person, ...]:
        spoken = _SEPARATORS.sub(" ", names.plain(typed))
        called = self._by_name.get(spoken) or self._by_handle.get(names.plain(typed))
        if called:
            return called
        if len(typed) < 2 or not typed.isupper():
            return ()
        return tuple(person for person in self._people if names.initials(person) == typed)

    def _replacement(self, found: re.Match[str]) -> str:
        groups = found.groupdict()
        if groups.get("web"):
            return found.group()
        if groups.get("email"):
            return self._for_address(found)
        if groups.get("handle"):
            return self._for_handle(found)
        return self._for_name(found)

    def _for_address(self, found: re.Match[str]) -> str:
        local = found["email"].partition("@")[0].partition("+")[0]
        people = self._by_handle.get(names.plain(local), ())
        return _as_in_sentence(self._one_of(people, local, self._phrase) if people else _ADDRESS, found)

    def _for_handle(self, found: re.Match[str]) -> str:
        handle = found["handle"][1:]
        people = self._by_handle.get(names.plain(handle), ())
        if not people:
            return found.group()
        return _as_in_sentence(self._one_of(people, handle, self._phrase), found)

    def _for_name(self, found: re.Match[str]) -> str:
        written, possessive = found["name"], found["possessive"]
        if names.is_common_word(written) and not possessive and _starts_sentence(found):
            return found.group()
        people = self._by_name.get(" ".join(names.plain(written).split()), ())
        phrase = self._one_of(people, written, self._phrase)
        return _as_in_sentence(phrase, found) + ("'s" if possessive else "")

    def _one_of(self, people: tuple[Person, ...], written: str, phrase: Phrase) -> str:
        """What all these people are called alike, or what keeps open which of them is meant."""
        phrases = {phrase(person) for person in people}
        if len(phrases) == 1:
            return phrases.pop()
        return PARTICIPANT if self._style is NameStyle.ROLES else written[:1].upper()

    def _phrase(self, person: Person) -> str:
        """What the person is called inside a sentence."""
        role = self._bare(person)
        if self._style is NameStyle.INITIALS or role == PARTICIPANT or _ARTICLE.match(role):
            return role
        shared = self._role_counts[role.casefold()] > 1
        return f"{_indefinite(role) if shared else 'the'} {role}"

    def _bare(self, person: Person) -> str:
        if self._style is NameStyle.INITIALS:
            return names.initials(person)
        return " ".join(person.role.split()) or PARTICIPANT


def _has_own_name(person: Person) -> bool:
    """Whether the person is on the roster by a name; some rooms write a role in its place."""
    name, role = " ".join(person.name.split()), " ".join(person.role.split())
    if not name or name.casefold() == role.casefold():
        return False
    return bool(role) or name != name.lower()


def _spoken(typed: str) -> str:
    """A role or a name as one says it, however it was typed after `@`."""
    return _SEPARATORS.sub(" ", typed.strip()).casefold()


def _role_counts(people: tuple[Person, ...]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for person in people:
        role = " ".join(person.role.split()).casefold()
        if role:
            counts[role] = counts.get(role, 0) + 1
    return counts


def _written_names(person: Person) -> tuple[str, ...]:
    return (*names.full_names(person), *names.single_names(person))


def _by_form(people: tuple[Person, ...], forms_of: Forms) -> dict[str, tuple[Person, ...]]:
    found: dict[str, dict[str, Person]] = {}
    for person in people:
        for form in forms_of(person):
            for key in (names.plain(form), _SEPARATORS.sub(" ", names.plain(form))):
                found.setdefault(key, {})[person.label] = person
    return {form: tuple(held.values()) for form, held in found.items()}


def _names_pattern(people: tuple[Person, ...]) -> re.Pattern[str]:
    """Full names in any case, then single names; a lower-case one only as a word of its own."""
    full = {form for person in people for form in names.full_names(person)}
    single = {name for person in people for name in names.single_names(person)}
    capitals = {form for name in single for form in names.capitalised(name)}
    lower = {form for name in single for form in names.in_lower_case(name)}
    if not full and not capitals:
        return re.compile(r"(?!)(?P<name>)(?P<possessive>)")
    first = "".join(sorted({re.escape(form[0].lower() + form[0].upper()) for form in full | capitals}))
    alternatives = (
        rf"(?i:{_any_of(full)})",
        rf"(?:{_any_of(capitals)})",
        rf"(?<![/.-])(?:{_any_of(lower)})(?![/-]|\.\w)",
    )
    name = rf"(?<!\w)(?=[{first}])(?P<name>{'|'.join(alternatives)})"
    return re.compile(rf"{name}{_POSSESSIVE}(?!\w)")


def _any_of(forms: set[str]) -> str:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(r"\s+".join(map(re.escape, form.split())) for form in longest_first) or "(?!)"


def _starts_sentence(found: re.Match[str]) -> bool:
    return bool(_SENTENCE_START.search(found.string[max(0, found.start() - 8) : found.start()]))


def _as_in_sentence(phrase: str, found: re.Match[str]) -> str:
    return phrase[:1].upper() + phrase[1:] if _starts_sentence(found) else phrase


def _indefinite(role: str) -> str:
    word = role.split()[0]
    spelled_out = word.isupper() and len(word) > 1
    return "an" if word[0] in ("AEFHILMNORSX" if spelled_out else "aeioAEIO") else "a"
