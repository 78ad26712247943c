"""Words brought to a rough stem, so that `retries`, `retried` and `retry` are the same word.

Made for comparing short English remarks with each other; a stem is never shown to anybody.
"""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 3
_ENDINGS = (
    "ments",
    "ment",
    "ingly",
    "edly",
    "ings",
    "ing",
    "ies",
    "ied",
    "ers",
    "er",
    "ed",
    "es",
    "ly",
    "s",
    "e",
    "y",
)
_COMMON = (
    "a about above after again all also although always am an and any are as at be became because "
    "been before being below between both but by came can cannot could did do does doing done down "
    "due during each every few for from further get gets getting got had has have having he her here "
    "him his how however i if in into is it its itself just least less let like made make makes many "
    "may me might more most much must my near neither never no nobody none nor not nothing now of off "
    "often on once one only or other our out over own per rather same see seen several she should "
    "since so some somebody someone something still such than that the their them then there these "
    "they thing things this those though through thus to too took two under until up upon us used "
    "using very was we well went were what when where whether which while who whom whose why will "
    "with within without would yet you your"
)
_STOP_WORDS = frozenset(_COMMON.split())


def stems(text: str) -> frozenset[str]:
    """The different words of a text that mean something by themselves, each as its stem."""
    words = _WORD.findall(text.casefold())
    return frozenset(
        stem(word) for word in words if word not in _STOP_WORDS and not word.isdigit() and len(word) > 1
    )


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of one word: a common ending goes where enough is left, as does a doubled letter."""
    short = word
    for ending in _ENDINGS:
        left = len(word) - len(ending)
        if left >= _SHORTEST and word.endswith(ending) and not word.endswith(("ss", "us", "is")):
            short = word[:left]
            break
    if len(short) > _SHORTEST and short[-1] == short[-2]:
        short = short[:-1]
    return short[:-1] if len(short) > _SHORTEST and short[-1] in "iy" else short
