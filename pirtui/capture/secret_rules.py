"""Where secrets stand: the documented shapes of tokens, and what people type around passwords."""

import re
from dataclasses import dataclass
from enum import Enum


class Surroundings(Enum):
    """How surely the words around a value say that it is a secret."""

    SHAPE = "shape"
    """The value is a token by its own shape."""

    PLACE = "place"
    """Only a password can stand there, even one that is an ordinary word: `user:word@host`."""

    ASSIGNED = "assigned"
    """Something with a telling name gets this value: `api_key: value`."""

    SAID = "said"
    """A telling word stands beside it: `the token 9f86…`."""


@dataclass(frozen=True)
class Rule:
    """A place where a secret may stand.

    One of the `hints`, in small letters, is in every text that the pattern can match; they are looked
    for first. The pattern's groups `double`, `single`, `tick` and `bare` are the value, as quoted or
    not, `name` what it is called, and `around` what goes as well where the value is too ordinary a word
    to be taken out alone. Without groups, all of it is the secret.
    """

    kind: str
    hints: tuple[str, ...]
    pattern: re.Pattern[str]
    surroundings: Surroundings = Surroundings.SHAPE


# The shapes of tokens


def _shape(kind: str, hints: str, pattern: str) -> Rule:
    return Rule(kind, tuple(hints.split()), re.compile(pattern, re.S))


_KEY_BLOCK = r"[A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----"

_SHAPES = (
    _shape("private key", "-----begin", rf"-----BEGIN {_KEY_BLOCK}.*?(?:-----END {_KEY_BLOCK}|\Z)"),
    _shape("private key", "age-secret-key-", r"\bAGE-SECRET-KEY-1[0-9A-Z]{50,}"),
    _shape("AWS key", "akia asia abia acca", r"\b(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}\b"),
    _shape(
        "Google key",
        "aiza ya29. gocspx-",
        r"\bAIza[\w-]{35}(?![\w-])|\bya29\.[\w-]{20,}|\bGOCSPX-[\w-]{20,}",
    ),
    _shape("Azure secret", "8q~", r"(?<![\w~.-])[\w~.-]{3}8Q~[\w~.-]{31,34}(?![\w~-])"),
    _shape(
        "GitHub token",
        "ghp_ gho_ ghu_ ghs_ ghr_ github_pat_",
        r"\bgh[pousr]_[0-9A-Za-z]{30,255}\b|\bgithub_pat_\w{22,255}\b",
    ),
    _shape(
        "GitLab token", "glpat- gldt- glrt- glcbt- glptt- glsoat- glft-", r"\bgl[a-z]{2,4}-[\w-]{20,}"
    ),
    _shape("Slack token", "xox xapp-", r"\bxox[a-z](?:\.xox[a-z])?-[\w%-]{10,}|\bxapp-\d-[\w-]{10,}"),
    _shape(
        "Slack webhook",
        "hooks.slack.com/",
        r"https://hooks\.slack\.com/(?:services|workflows|triggers)/[\w/-]{20,}",
    ),
    _shape(
        "Teams webhook",
        "webhook.office.com/",
        r"https://[\w.-]{0,60}webhook\.office\.com/webhookb2/[\w@/-]{30,}",
    ),
    _shape(
        "Discord webhook",
        "/api/webhooks/",
        r"https://(?:\w{1,20}\.)?discord(?:app)?\.com/api/webhooks/\d+/[\w-]{30,}",
    ),
    _shape(
        "PagerDuty key",
        "pagerduty.com/",
        r"https://events(?:\.\w{2})?\.pagerduty\.com/[\w/.-]{0,40}?[0-9a-fR][0-9a-fA-F]{31}[\w/]*",
    ),
    _shape(
        "PagerDuty key", "u+ pdus+ pdeu+", r"(?<![\w+])(?:u\+[\w-]{18}(?![\w-])|pd[eu][us]\+[\w-]{20,})"
    ),
    _shape("Telegram token", ":aa", r"\b(?:bot)?\d{8,10}:AA[\w-]{32,34}(?![\w-])"),
    _shape(
        "Stripe key",
        "sk_live_ sk_test_ rk_live_ rk_test_ whsec_",
        r"\b[sr]k_(?:live|test)_[0-9A-Za-z]{10,}\b|\bwhsec_[0-9A-Za-z]{20,}",
    ),
    _shape("SendGrid key", "sg.", r"\bSG\.[\w-]{16,}\.[\w-]{16,}"),
    _shape("Twilio key", "sk", r"\bSK[0-9a-f]{32}\b"),
    _shape("AI service key", "sk-", r"\bsk-(?=[\w-]{0,60}\d)(?:[a-z0-9]{2,8}-){0,2}[\w-]{32,}"),
    _shape("npm token", "npm_", r"\bnpm_[0-9A-Za-z]{36}\b"),
    _shape("package token", "pypi-", r"\bpypi-[\w-]{50,}"),
    _shape("Docker token", "dckr_pat_", r"\bdckr_pat_[\w-]{20,}"),
    _shape("Atlassian token", "atatt3", r"\bATATT3[\w=-]{50,}"),
    _shape("Hugging Face token", "hf_", r"\bhf_[0-9A-Za-z]{30,}\b"),
    _shape("Grafana token", "glsa_ glc_", r"\bglsa_\w{30,}|\bglc_[\w+/=-]{30,}"),
    _shape("New Relic key", "nrak-", r"\bNRAK-[0-9A-Z]{20,}"),
    _shape("Linear key", "lin_api_", r"\blin_api_\w{30,}"),
    _shape("Databricks token", "dapi", r"\bdapi[0-9a-f]{32}\b"),
    _shape("DigitalOcean token", "_v1_", r"\bdo[opr]_v1_[0-9a-f]{64}\b"),
    _shape("Vault token", "hvs. hvb.", r"\bhv[sb]\.[\w-]{20,}"),
    _shape("Shopify token", "shpat_ shpca_ shppa_ shpss_", r"\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}\b"),
    _shape("Square token", "sq0", r"\bsq0[a-z]{3}-[\w-]{22,43}"),
    _shape("Mailgun key", "key-", r"\bkey-[0-9a-f]{32}\b"),
    _shape("web token", "eyj", r"\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}"),
)

# The words around passwords

_TELLING = ("pass", "pwd", "pw", "secret", "token", "key", "credential")
_PASSWORD_LIKE = r"pass(?:word|wd|phrase|wort)|(?<![a-z0-9])(?:pass|pwd|pw)"
_KEYS = (
    r"(?:api|access|secret|private|client|auth|account|signing|encryption|master|routing|integration"
    r"|service|license|session)[ _-]?(?:access[ _-]?)?key(?:[ _-]?base)?"
)
_NAME = rf"(?P<name>{_PASSWORD_LIKE}|secret|token|credentials?|{_KEYS})"
_BARE = r"(?P<bare>[^\s\"'`*,;&|<>(){}\[\]][^\s\"'`,;&|<>]{3,})"
_QUOTED = r"\\?\"(?P<double>[^\"\\\n]{4,})|'(?P<single>[^'\n]{4,})|`(?P<tick>[^`\n]{4,})"
_VALUE = rf"(?:{_QUOTED}|{_BARE})"
_EQUALS = r"(?:\\?[\"'`*_]){0,3}[ \t]{0,3}(?:=>|:=|={1,3}|:)[ \t]{0,3}[*_]{0,2}"


def _place(kind: str, hints: str, pattern: str, surroundings: Surroundings) -> Rule:
    return Rule(kind, tuple(hints.split()), re.compile(pattern, re.I), surroundings)


def _telling(pattern: str, surroundings: Surroundings) -> Rule:
    return Rule("", _TELLING, re.compile(pattern, re.I), surroundings)


_PLACES = (
    _place(
        "key in an address",
        "token= secret= password= passwd= pwd= key= sig= signature= auth=",
        r"[?&#;](?:[\w-]{0,40}(?:token|secret|password|passwd|pwd|api[_-]?key|access[_-]?key|routing_?key"
        r"|signature)|sig|auth)=(?P<bare>[^&#\s\"'<>()|]{8,})",
        Surroundings.ASSIGNED,
    ),
    _place("key in an address", "key=", r"[?&#;]key=(?P<bare>[^&#\s\"'<>()|]{16,})", Surroundings.SAID),
    _place(
        "password",
        "://",
        r"(?<=://)[^\s/:@?#\"'<>]{0,100}(?P<around>:(?P<bare>[^\s/@\"'<>]{3,200})@)(?=[\w.\[-])",
        Surroundings.PLACE,
    ),
    _place(
        "password",
        "curl wget http ",
        r"\b(?:curl|wget|https?)\b[^|;&\n]{0,500}?\s(?:-u|-a|--user|--auth)[ =]?[\"']?"
        r"(?P<around>[^\s:\"'$/-][^\s:\"'$/]{0,100}:(?P<bare>[^\s\"']{3,}))",
        Surroundings.PLACE,
    ),
    _place(
        "password",
        "mysql mariadb",
        r"\b(?:mysql|mariadb)[\w-]*\b[^|;&\n]{0,500}?\s(?P<around>-p(?!ort|lugin|rotocol|ipe|ager|rompt|rint)"
        r"(?:'(?P<single>[^'\n]{3,})|\"(?P<double>[^\"\n]{3,})|(?P<bare>[^\s\"'-][^\s\"']{2,})))",
        Surroundings.PLACE,
    ),
    _place(
        "password",
        "mysql mariadb",
        rf"\b(?:mysql|mariadb)[\w-]*\b[^|;&\n]{{0,500}}?\s-p\s+{_VALUE}",
        Surroundings.SAID,
    ),
    _place(
        "password",
        "sshpass mongo login redis-cli 7z",
        r"\b(?:sshpass|mongo[\w-]*|(?:docker|podman|helm registry|az|oc)\s+login|redis-cli|7z)\b"
        rf"[^|;&\n]{{0,500}}?\s(?P<around>-[pa](?!ort|ath|rofile)\s?{_VALUE})",
        Surroundings.PLACE,
    ),
    _place(
        "token",
        "bearer basic",
        r"\b(?:Bearer|Basic)\s+(?P<bare>[\w.~+/=-]{12,})",
        Surroundings.SAID,
    ),
    _place(
        "token",
        "authorization",
        r"\b(?:proxy-)?authorization\\?[\"']?[ \t]{0,3}[:=][ \t]{0,3}\\?[\"']?(?:[a-z-]{1,20}[ \t]+)?"
        r"(?:token=)?\"?(?P<bare>[\w.~+/=-]{8,})",
        Surroundings.SAID,
    ),
    _place("Opsgenie key", "geniekey", r"\bGenieKey\s+(?P<bare>[\w-]{20,})", Surroundings.PLACE),
    _place(
        "session cookie",
        "cookie",
        r"\bcookie\\?[\"']?:\s?[^\s=]{1,60}=(?P<bare>[^\s;,\"']{16,})",
        Surroundings.SAID,
    ),
    _telling(rf"(?P<around>{_NAME}{_EQUALS}{_VALUE})", Surroundings.ASSIGNED),
    _telling(rf"(?:^|\s)--?(?:[\w.]+-)*{_NAME}(?:[ \t]+|=){_VALUE}", Surroundings.ASSIGNED),
    _telling(
        rf"{_NAME}[ \t]+(?:(?:is|was|are)[ \t]+(?:now[ \t]+)?)?[*_]{{0,2}}{_VALUE}",
        Surroundings.SAID,
    ),
    _telling(
        rf"\b(?:set|chang\w+|reset|updat\w+|switch\w*)[ \t]+(?:[\w'’-]+[ \t]+){{0,4}}{_NAME}"
        rf"[ \t]+to[ \t]+{_VALUE}",
        Surroundings.SAID,
    ),
)

RULES: tuple[Rule, ...] = (*_SHAPES, *_PLACES)
"""Every rule; those by shape first, since they know best what a secret is."""


_BY_HINT = tuple(
    (hint, tuple(place for place, rule in enumerate(RULES) if hint in rule.hints))
    for hint in dict.fromkeys(hint for rule in RULES for hint in rule.hints)
)


def rules_for(text: str) -> list[Rule]:
    """The rules that may find something in a text: a quick look, which passes most of them by."""
    lowered = text.lower()
    hinted = {place for hint, places in _BY_HINT if hint in lowered for place in places}
    return [RULES[place] for place in sorted(hinted)] if hinted else []
