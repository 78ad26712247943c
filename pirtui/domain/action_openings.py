"""How an action opens: its words without what stands before them, and whether it begins with a verb."""

import re
from dataclasses import dataclass

from pirtui.domain.action_words import (
    ALSO_NOUNS,
    COMPOUNDS,
    DETERMINERS,
    NOT_VERBS,
    NOUN_ENDINGS,
    NOUN_OPENINGS,
    SOFT_VERBS,
    STUDY_VERBS,
    VERBS,
    VERBS_WITH_FOR,
)

_BOX = re.compile(r"^\s*(?:[-*•]\s+)?(?:\[[ xX]?\]\s*)?")
_LABEL = re.compile(r"^(?:[A-Z][\w/&+ -]{0,24}|[a-z][\w-]{1,14}):\s+(?=\w)")
_SUBJECT = re.compile(
    r"^(?:(?:the |our )?(?:[\w-]+ )?(?:teams?|squad|engineers?|developers?|on-?call|owners?|leads?)"
    r"|we|i|someone|everyone|somebody)\s+(?:to|should|must|will|needs? to|can|shall|have to)\s+",
    re.I,
)
_POLITE = re.compile(
    r"^(?:please|also|then|todo:?|next:?|ai:|action:?|(?:we |i )?(?:need|want|plan|have|ought"
    r"|remember) to|we (?:need|want)"
    r"|(?:should|must|will|let(?:'|’)?s|to)|go(?: and)?|temporarily|permanently|automatically"
    r"|always"
    r"|never|explicitly|immediately|periodically|regularly|gradually|do not|don(?:'|’)?t"
    r"|no longer)\s+",
    re.I,
)
_CLAUSE = re.compile(
    r"^(?:by|before|after|within|until|in|on|for|when|whenever|if|once|from|during|at|as|while"
    r"|with)\s"
    r"[^,;]{1,60},\s+",
    re.I,
)
_ONE_TEAM = re.compile(r"^\w+ (?:team|squad)\b", re.I)
_MOST_POLITE = 3
_WORD = re.compile(r"[^\s,;:.()\[\]\"“”]+")
_PREFIXES = (
    "re-",
    "un-",
    "de-",
    "auto-",
    "pre-",
    "re",
    "un",
    "de",
    "pre",
    "over",
    "under",
    "mis",
    "co-",
)
_VERB_ENDINGS = ("ise", "ize", "ify", "ate")
_NOUN_MARKERS = frozenset(["for", "of"])


@dataclass(frozen=True)
class Opening:
    """The first word of an action that counts, in lower case, and the words from there on.

    `verb` is `None` where the wording cannot be read either way.
    """

    first: str
    words: tuple[str, ...]
    verb: bool | None
    text: str

    @property
    def rest(self) -> tuple[str, ...]:
        """The words behind the first one, in lower case."""
        return self.words[1:]


def opening(text: str) -> Opening:
    """Read how an action opens; a check box, a label, a subject or a clause before it is left out."""
    begun = _stripped(text)
    words = tuple(word.casefold() for word in _WORD.findall(begun))
    first = words[0] if words else ""
    return Opening(first, words, _is_verb(begun, words) if words else False, begun)


def _stripped(text: str) -> str:
    begun = _BOX.sub("", " ".join(text.split()))
    label = _LABEL.match(begun)
    if label and not is_verb_form(begun.split()[0].rstrip(":").casefold()):
        begun = begun[label.end() :]
    begun = _without_subject(_CLAUSE.sub("", begun, count=1))
    for _ in range(_MOST_POLITE):
        begun = _POLITE.sub("", begun, count=1)
    return begun


def _without_subject(text: str) -> str:
    """The text behind "the platform team should"; "remind teams to" has no subject before its verb."""
    subject = _SUBJECT.match(text)
    if subject is None or (is_verb_form(text.split()[0].casefold()) and not _ONE_TEAM.match(text)):
        return text
    return text[subject.end() :]


def _is_verb(begun: str, words: tuple[str, ...]) -> bool | None:
    first = words[0]
    second = words[1] if len(words) > 1 else ""
    if first in NOUN_OPENINGS:
        return False
    if is_verb_form(first):
        return not _is_noun_here(first, second)
    original = _WORD.search(begun)
    if original and len(original[0]) > 1 and original[0].isupper():
        return False
    if second in DETERMINERS:
        return True
    if first.endswith((*NOUN_ENDINGS, "ments")) or first[0].isdigit():
        return False
    return None


def _is_noun_here(first: str, second: str) -> bool:
    if second in COMPOUNDS.get(first, ()):
        return True
    is_head = second in _NOUN_MARKERS and first in ALSO_NOUNS
    return is_head and not (second == "for" and first in VERBS_WITH_FOR)


def is_verb_form(word: str) -> bool:
    """Whether a word is the base form of a verb, by the list or by its shape."""
    if word in VERBS or word in STUDY_VERBS or word in SOFT_VERBS:
        return True
    if any(word.startswith(p) and word[len(p) :] in VERBS for p in _PREFIXES):
        return True
    if "-" in word and word.split("-", 1)[0] in VERBS:
        return True
    return len(word) > 5 and word.endswith(_VERB_ENDINGS) and word not in NOT_VERBS
