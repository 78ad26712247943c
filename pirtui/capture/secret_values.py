"""Whether a value beside a telling word is a secret, or only stands in for one or speaks about it."""

import re

from pirtui.capture.secret_rules import Surroundings

_STAND_IN = re.compile(
    r"(?:[*xX•.…?#_-]+|\$[\w{(].*|%(?:\(|[a-z]$|[A-Z_]+%).*|[<{(\[].*|!\w+.*|ENC\[.*"
    r"|.*(?:\*\*\*|\.\.\.|…|redacted|removed\]).*|(?:my|your|some|the)[-_ ]?(?:own[-_ ]?)?"
    r"(?:password|pass|pwd|secret|token|(?:api[-_ ]?)?key)s?[-_ ]?(?:here|\d{0,3})"
    r"|your[-_ ].*|change-?me|(?:arn|vault|ssm|op|env|file|ref\+\w+|gs|s3|https?|sha\d+):.*)",
    re.I | re.S,
)
_MEASURE = re.compile(
    r"(?:[~<>v]?\d{1,4}(?:[.,:/_x-]\d+)*|[~<>]?\d[\d.,]*)\s?"
    r"(?:%|ms|s|secs?|seconds?|min|minutes?|m|h|hours?|d|days?|k|kb|mb|gb|bytes|chars?|characters|tokens"
    r"|rps|x|/\w+)"
    r"|v?\d{1,4}(?:[.,:/_-]\d+)*(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?|\d{1,5}",
    re.I,
)
_PATH = re.compile(r"(?:~|\.{1,2})?/(?:[\w.@-]+/?)*|[A-Za-z]:\\.*")
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:[\s,]+[^\W\d_]+(?:['’][^\W\d_]+)*)*")
_IDENTIFIER = re.compile(
    r"(?:[^\W\d_]+|v?\d{1,4})(?:[-_./:@](?:[^\W\d_]+\d{0,3}|v?\d{1,4}))+|[a-z]{2,}\d{1,3}", re.I
)
_CODE = re.compile(
    r"[A-Za-z_]{1,30}(?:\.[A-Za-z_]{1,30})+(?:[(\[].*)?|[A-Za-z_]\w{0,40}(?:\(.*|\[\w*\]?)", re.S
)
_ALGORITHM = re.compile(
    r"(?:sha|md|base|oauth|rs|hs|es|ps|ed|rsa|aes|utf|bcrypt|argon|kv|x)[-_]?\d{1,4}\w{0,4}"
    r"|ssh-(?:rsa|ed25519|dss)",
    re.I,
)
_FILE = re.compile(
    r"[\w.-]+\.(?:md|txt|py|js|json|ya?ml|toml|env|go|rb|sh|pem|crt|html?|conf|cfg)", re.I
)
_UNIQUE_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
_NUMBERED_WORD = re.compile(r"[a-z]{2,}\d{1,3}", re.I)
_MISSPELT = re.compile(r"(?!k8s|i18n|l10n)[a-z]\d[a-z]", re.I)
_HYPHENED = re.compile(r"[a-z0-9]+(?:[-_.:/][a-z0-9]+)+")
_SPOKEN = """
a accepted access allowed an and any argument as at auth authentication authorization bad basic
bearer been bool but by changed client compromised credentials data default denied different
disabled does dummy empty enabled encrypted env error example exists expected expired expires fail
failed failure false field file fine for format found from generated gone good has hash hashed
hidden in include incorrect incorrectly input int invalid invalidated is issued it leaked length
lenient limit lost manager mismatch missing must needed never new nil no none not null of ok okay
old on optional or out passed password pending plain plaintext plan policy present prompt
protected refresh refreshed rejected renewed required reset restored revoked rotated rotation same
sample secret see sent server set should stale stdin still store str strict string success
successful tbd test testing text that the to todo token too true type unchanged undefined unknown
unsafe unset unsupported updated use used user valid validation value vault via was weak when
which will with without wrong yes
"""
"""Words that are said about a password, and are none."""

_STATE = frozenset(_SPOKEN.split())
_SHORTEST = 4
_SHORTEST_WORD = 5
_SHORTEST_SAID = 6
_SHORTEST_RANDOM = 16
_DIFFERENT_CHARACTERS = 8
_MASKED_SHAPE = 5


def is_shown(token: str) -> bool:
    """Whether something in the shape of a token is one, and not masked: `AKIAXXXXXXXXXXXXXXXX`."""
    return "***" not in token and len(set(token[-12:].lower())) >= _MASKED_SHAPE


def is_secret(value: str, surroundings: Surroundings, *, of_password: bool, is_marked: bool) -> bool:
    """Whether a value in these surroundings is a secret.

    `of_password` says that it is called a password rather than a token or a key, and `is_marked` that it
    is quoted or stands right behind its equals sign; then it may be an ordinary word.
    """
    if len(value) < _SHORTEST - (surroundings is Surroundings.PLACE) or _STAND_IN.fullmatch(value):
        return False
    if surroundings is Surroundings.PLACE:
        return value.lower() not in ("password", "pass", "secret", "token") and not value.isdigit()
    if surroundings is Surroundings.SAID:
        return _is_telling(value, of_password=of_password)
    if _is_plain(value):
        return False
    if _NUMBERED_WORD.fullmatch(value):
        return of_password and _is_chosen(value)
    if _WORDS.fullmatch(value) or _IDENTIFIER.fullmatch(value):
        return of_password and is_marked and _is_chosen(value)
    return True


def is_distinctive(value: str) -> bool:
    """Whether a value can be taken out wherever it stands, as no ordinary word is spelled so."""
    return len(value) >= _SHORTEST_SAID and not value.isdigit() and not _WORDS.fullmatch(value)


def _is_plain(value: str) -> bool:
    """Amounts, dates, paths, references, code and the names of algorithms."""
    if _MEASURE.fullmatch(value) or _CODE.fullmatch(value) or _ALGORITHM.fullmatch(value):
        return True
    if _PATH.fullmatch(value) and not _is_random(value):
        return True
    return _FILE.fullmatch(value) is not None


def _is_chosen(value: str) -> bool:
    """Whether words may be a password that somebody chose, rather than what is said about one."""
    first = re.split(r"[\W\d_]+", value.lower(), maxsplit=1)[0]
    return len(value) >= _SHORTEST_WORD and first not in _STATE


def _is_telling(value: str, *, of_password: bool) -> bool:
    """Whether a value in a sentence looks like nothing but a secret."""
    if len(value) < _SHORTEST_SAID or _is_plain(value) or _IDENTIFIER.fullmatch(value):
        return False
    if _UNIQUE_ID.fullmatch(value) or "=" in value.rstrip("="):
        return False
    if _is_random(value):
        return True
    has_digit = any(character.isdigit() for character in value)
    has_letter = any(character.isalpha() for character in value)
    if _HYPHENED.fullmatch(value):
        return of_password and _MISSPELT.search(value) is not None
    return has_letter and has_digit and (of_password or len(value) >= _DIFFERENT_CHARACTERS)


def _is_random(value: str) -> bool:
    """Long, mixed and without the hyphens of a name: what no person made up."""
    if len(value) < _SHORTEST_RANDOM or len(set(value)) < _DIFFERENT_CHARACTERS:
        return False
    if value.count("/") > len(value) // 10 or (_HYPHENED.fullmatch(value) and "-" in value):
        return False
    kinds = (str.isdigit, str.islower, str.isupper)
    return sum(any(kind(character) for character in value) for kind in kinds) > 1 and any(
        character.isdigit() for character in value
    )
