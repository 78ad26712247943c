"""The word lists as sets, made when they are first needed."""

from functools import cache

from pirtui.domain.blame_language import person_words as words
from pirtui.domain.blame_language.given_names import GIVEN_NAMES
from pirtui.domain.blame_language.verbs import known_forms, nouns_and_verbs, plain_forms


@cache
def phrases(text: str) -> frozenset[tuple[str, ...]]:
    """The phrases of a list, word by word."""
    return frozenset(tuple(phrase.split("_")) for phrase in text.split())


@cache
def listed(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


@cache
def roles() -> frozenset[str]:
    """Every role, and its plural."""
    single = listed(words.ROLES)
    return single | {_plural(role) for role in single} | listed(words.PLURAL_ONLY)


@cache
def _plural(role: str) -> str:
    if role.endswith(("man", "woman")) and role != "human":
        return f"{role[:-2]}en"
    if role.endswith("y"):
        return f"{role[:-1]}ies"
    return f"{role}es" if role.endswith(("s", "ch")) else f"{role}s"


@cache
def ambiguous_roles() -> frozenset[str]:
    """Every role that software has too, and its plural."""
    single = listed(words.AMBIGUOUS_ROLES)
    return single | {_plural(role) for role in single}


@cache
def roles_after_determiner() -> frozenset[str]:
    """Every role that needs a determiner, and its plural."""
    single = listed(words.ROLES_AFTER_A_DETERMINER)
    return single | {_plural(role) for role in single}


@cache
def ordinary_words() -> frozenset[str]:
    """Words that can begin a sentence and are no names."""
    lists = (
        words.FUNCTION_WORDS,
        words.MODIFIERS,
        words.PREPOSITIONS,
        words.DEPARTMENTS,
        words.USERS,
        words.ORDINARY,
    )
    sets = [listed(each) for each in (*lists, words.DEPARTMENTS_LIKE_SYSTEMS)]
    return frozenset().union(
        *sets,
        known_forms(),
        plain_forms(),
        nouns_and_verbs(),
        roles(),
        ambiguous_roles(),
        roles_after_determiner(),
    )


@cache
def names_in_lower_case() -> frozenset[str]:
    """The given names that can be told in lower case."""
    return frozenset(name.lower() for name in GIVEN_NAMES) - listed(words.WORDS_LIKE_NAMES)
