"""The ways in which people are referred to in notes: names, first names, handles, addresses."""

import re
import unicodedata

from pirtui.domain.people import Person

_COMMON_WORDS = """
    an art april august banks bill black brown chase chip christian dawn dean do drew faith field
    forest frank gene glen grace grant green guy he heath hill hope house hunter iris ivy jack jan
    joy june king lane le long major marina mark may miles miller my nick north olive page pat penny
    price ray rich rob robin rose rusty sandy shell so sky skip stone sue summer terry tex trace ty
    van violet wade wall west white will winter wood woods young
"""
"""Names that are words as well: they count as names only with a capital, and not first in a sentence."""

_WORDS = frozenset(_COMMON_WORDS.split())


def full_names(person: Person) -> tuple[str, ...]:
    """First and last name together, with and without what stands between them."""
    parts = person.name.split()
    forms = [" ".join(parts)] if len(parts) > 1 else []
    if len(parts) > 2:
        forms.append(f"{parts[0]} {parts[-1]}")
    return _composed(forms)


def single_names(person: Person) -> tuple[str, ...]:
    """First and last name, each of two letters at least."""
    parts = person.name.split()
    ends = dict.fromkeys(part.strip(".,;()") for part in (*parts[:1], *parts[-1:]))
    return tuple(part for part in ends if len(part) > 1)


def handles(person: Person) -> tuple[str, ...]:
    """What a handle or the first part of an address may be, in lower case and without accents."""
    parts = [re.sub(r"[^\w-]", "", plain(part)) for part in person.name.split()]
    parts = [part for part in parts if part]
    if len(parts) < 2:
        return tuple(parts)
    first, last = parts[0], parts[-1]
    joined = [f"{first}{mark}{last}" for mark in ("", ".", "_", "-")]
    reversed_ = [f"{last}{mark}{first}" for mark in ("", ".", "_", "-")]
    short = (f"{first[0]}{last}", f"{first[0]}.{last}", f"{first}{last[0]}", f"{first}.{last[0]}")
    return tuple(dict.fromkeys((first, last, *joined, *reversed_, *short)))


def initials(person: Person) -> str:
    """The first letter of each part of the name: `JD`."""
    return "".join(part[0].upper() for part in person.name.split())


def plain(text: str) -> str:
    """Lower case without accents, for comparing."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def is_common_word(name: str) -> bool:
    """Whether a name is an everyday word too."""
    return name.casefold() in _WORDS


def capitalised(name: str) -> tuple[str, ...]:
    """How a single name is written with a capital: `Jane`, `JANE`."""
    forms = [name[:1].upper() + name[1:]]
    if len(name) > 3 and not is_common_word(name):
        forms.append(name.upper())
    return _composed(forms)


def in_lower_case(name: str) -> tuple[str, ...]:
    """How a single name is written in haste, unless that would be a common or a very short word."""
    return _composed([name.lower()]) if len(name) > 3 and not is_common_word(name) else ()


def _composed(forms: list[str]) -> tuple[str, ...]:
    """Every form with its accents as one character each, and as two."""
    both = (unicodedata.normalize(way, form) for form in forms for way in ("NFC", "NFD"))
    return tuple(dict.fromkeys(both))
