"""The notation in which rules are written: patterns over a line of words and person letters.

A pattern is a regular expression in which `<name>` stands for one of the pieces below, `<form:LIST>`
for the verbs of a list in a form, and every word is followed by one space. It begins at the start of a
word.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from pirtui.domain.blame_language import verbs
from pirtui.domain.blame_language.lines import Line

_ADVERB = (
    r"(?:[a-z-]{2,}ly|just|also|simply|then|still|even|again|once|now|at|least|first|really|often|"
    r"always|so|far|"
    r"as|usual|well|soon|later|both|all|either|somehow|instead|once|more|yet|ever|basically|straight|"
    r"then|too|"
    r"very|quite|twice|today|yesterday|already|perhaps|maybe|never) "
)
_WORD = r"[a-z0-9#'@&][^ ]* "
_NO_CLAUSE = (
    r"(?!(?:that|which|when|where|while|because|whose|if|since|until|and|but|or|as|so|who|"
    r"than|were|was|is|are|be) )"
)
_PLACE = (
    r"(?:(?:from|on|in|at|of|for|with|behind|in charge of|over) "
    rf"(?:(?:O|P|W|U|A|C|it|this|that|there) |(?:{_NO_CLAUSE}{_WORD}){{1,5}}?))"
)
_RELATIVE = (
    r"(?:(?:, )?(?:who|that) (?:(?:was|is|were|are|had|has) )?"
    rf"(?:{_NO_CLAUSE}(?:{_WORD}|[OPWTUAC] )){{1,8}}?(?:, )?)"
)
_APPOSITION = rf"(?:, (?:{_NO_CLAUSE}{_WORD}){{1,6}}, )"
_ASIDE = (
    r"(?:(?:on-call|involved|concerned|responsible|there|himself|herself|themselves|in question|"
    r"that (?:night|day|morning|evening|week)|this (?:morning|week|time)|\( [^)]{1,40}\)) )"
)
_AFTER_PERSON = f"(?:who |{_ASIDE}|{_PLACE}|{_RELATIVE}|{_APPOSITION})"
_BE = "(?:is|was|were|are|'s|been|be|being|am)"
_HAVE = "(?:has|have|had|'s|'d|having)"


def _finite(words: str) -> str:
    """A verb that its subject did: all tenses, with what can stand before it, and without a negation."""
    adverbs = f"(?:{_ADVERB.replace('|never', '')})*"
    plan = (
        r"(?:(?:managed|decided|chose|opted|proceeded|elected|saw fit|continued|contrived|"
        r"preferred) to|did|had to go and)"
    )
    kept = (
        r"(?:keeps|kept|ended up|started|began|insisted on|got caught|was caught|were caught|went "
        r"about|by)"
    )
    return (
        f"{adverbs}(?:(?:went and )?(?:{verbs.past(words)}|{verbs.present(words)}) |"
        f"{_HAVE} {adverbs}(?:{verbs.participle(words)}) |"
        f"(?:must|may|might) have {adverbs}(?:{verbs.participle(words)}) |"
        f"{plan} {adverbs}(?:{verbs.base(words)}) |"
        f"(?:{_BE}|{_HAVE} been) {adverbs}(?:{verbs.ing(words)}) |"
        f"{kept} {adverbs}(?:{verbs.ing(words)}) )"
    )


_COORDINATED = (
    rf"(?:{_ADVERB}){{0,3}}(?:{_NO_CLAUSE}(?:{_WORD}|[OPU] |, )){{1,14}}?(?:, )?(?:and|but|then|or|, ) "
    rf"(?:(?:then|so|instead|therefore|thus|in doing so) )?"
)

_PIECES: dict[str, str] = {
    "adv": f"(?:{_ADVERB})*",
    "w": _WORD,
    "any": r"(?:[^ .?!;:|]+ )",
    "few": rf"(?:{_WORD}){{0,3}}?",
    "rest": r"(?:[^ .?!;:|]+ ){0,14}?",
    "P": f"(?:[PT] {_AFTER_PERSON}?)",
    "PY": f"(?:[PTY] {_AFTER_PERSON}?)",
    "PU": f"(?:[PTYU] {_AFTER_PERSON}?)",
    "PF": f"(?:[PTYUC] {_AFTER_PERSON}?)",
    "ANY": f"(?:[PTYU] {_AFTER_PERSON}?)",
    "PW": f"(?:[PTYWIN] {_AFTER_PERSON}?)",
    "PWA": f"(?:[PTYWINC] {_AFTER_PERSON}?)",
    "then": f"(?:{_COORDINATED})?",
    "be": _BE,
    "have": _HAVE,
    "start": r"(?:(?<=\| )|(?<=[,(:] )|(?<= and )|(?<= but ))",
    "end": r"(?=[.,;:!?|)] |$|(?:and|but|because|so|which|who|when|while|after|at|on|in|during|again|"
    r"yesterday|today) )",
    "det": r"(?:(?:the|a|an|this|that|these|those|our|my|your|his|her|their|its|any|no|some|P 's|T 's|"
    r"every|all) )?",
    "not": r"(?:not|never)",
    "incident": (
        r"(?:outage|incident|failure|downtime|disruption|problem|mess|crash|breakage|data loss|loss|"
        r"fiasco|disaster|"
        r"breach|leak|bug|regression|error|delay|degradation|damage|whole thing|issue|"
        r"misconfiguration|this|it|that)"
    ),
}

_MACRO = re.compile(r"<(?:(\w+):)?([\w]+)>")
_FORMS: dict[str, Callable[[str], str]] = {
    "did": _finite,
    "base": lambda words: f"(?:{verbs.base(words)}) ",
    "past": lambda words: f"(?:{verbs.past(words)}) ",
    "present": lambda words: f"(?:{verbs.present(words)}) ",
    "done": lambda words: f"(?:{verbs.participle(words)}) ",
    "doing": lambda words: f"(?:{verbs.ing(words)}) ",
}


@cache
def spelled_out(pattern: str) -> str:
    """The regular expression of a pattern."""

    def piece(match: re.Match[str]) -> str:
        form, name = match.groups()
        if form:
            words: str = getattr(verbs, name)
            return _FORMS[form](words)
        return _PIECES[name]

    return _MACRO.sub(piece, pattern)


@dataclass(frozen=True)
class Pattern:
    """One way in which a rule shows itself.

    `unless_before` and `unless_after` are patterns for what stands around the match and makes it fine.
    `excusable` means that a reason in the same sentence turns a warning into a hint, `negatable` that a
    negation before the match makes it fine. `plain` patterns look at the words of person phrases too.
    `words` are some of which one must occur, to be quick.
    """

    rule: str
    pattern: str
    unless_before: str = ""
    unless_after: str = ""
    excusable: bool = False
    negatable: bool = False
    plain: bool = False
    words: str = ""

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        return re.compile(f"(?<![^ ])(?:{spelled_out(self.pattern)})")

    @cached_property
    def _before(self) -> re.Pattern[str] | None:
        return (
            re.compile(f"(?:^|(?<= ))(?:{spelled_out(self.unless_before)})$")
            if self.unless_before
            else None
        )

    @cached_property
    def _after(self) -> re.Pattern[str] | None:
        return re.compile(spelled_out(self.unless_after)) if self.unless_after else None

    @cached_property
    def _needed(self) -> frozenset[str]:
        return frozenset(self.words.split())

    def prepare(self) -> None:
        """Compile what this pattern needs, which takes a moment."""
        _ = self._expression, self._before, self._after

    def find(self, line: Line) -> tuple[int, int] | None:
        """The first place in the line where the pattern holds."""
        if self._needed and not self._needed & line.words:
            return None
        for match in self._expression.finditer(line.text):
            if not self._is_fine(line.text, match):
                return match.span()
        return None

    def _is_fine(self, text: str, match: re.Match[str]) -> bool:
        before = text[: match.start()]
        if self._before and self._before.search(before):
            return True
        if self._after and self._after.match(text, match.end()):
            return True
        return self.negatable and bool(_negation().search(before[-90:]))


@cache
def _negation() -> re.Pattern[str]:
    """What says that the room does not mean it: `nobody is to blame`, `rather than human error`."""
    word = (
        r"(?:not|no|nobody|no-one|N|never|without|rather than|instead of|avoid|avoids|neither|nor|"
        r"stop|isn|hardly|than|cannot)"
    )
    return re.compile(rf"(?<![^ ]){word} (?:(?!(?:only|and|but|because) )[^ .?!;:,|]+ ){{0,5}}$")


@cache
def excuse() -> re.Pattern[str]:
    """A reason in the conditions of the work: what makes an omission an observation."""
    return re.compile(
        r"(?<![^ ])(?:(?:because|since|given that|given|owing to|due to|because of) (?![PT] |they |"
        r"lazy|of P )|"
        r", (?:as|since) (?:the|it|there|no|#) |"
        rf"[;:,] (?:the|its|no|it|there|that|both) (?:{_WORD}|O |P )|"
        r"as (?:the|its|there|it|no|both) |until (?:\d|the |after ))"
    )
