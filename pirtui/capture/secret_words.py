"""Secrets in pasted and imported words: tokens, passwords, keys in addresses, e-mail addresses if asked.

What is looked for is what services document as the shape of their tokens, and what people type around
passwords. Hashes, ids, placeholders and ordinary words are none: nobody reads a warning that is often
wrong.
"""

import re
from collections.abc import Iterable, Iterator

from pirtui.capture.candidates import Secret
from pirtui.domain.events import Event
from pirtui.domain.visible import visible

_HINTS = re.compile(
    r"AKIA|ASIA|AIza|ya29|gh[pousr]_|github_pat|glpat-|xox|xapp-|hooks\.slack|eyJ|-----BEGIN|sk_|rk_"
    r"|pk_live"
    r"|whsec_|SG\.|npm_|pypi-|dop_v1|hvs\.|sq0|AC[0-9a-f]{8}|SK[0-9a-f]{8}|AccountKey|SharedAccess|sig="
    r"|pass|pwd|secret|token|api.?key|apikey|auth|bearer|credential|://[^/\s]*:|(?:^|\s)-u\s|-p\S"
    r"|shpat_|key-"
    r"|signature|access.?key|private.?key|webhook",
    re.I,
)
"""One quick look that passes most lines by."""

_TOKENS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "private key",
        re.compile(
            r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)", re.S
        ),
    ),
    ("AWS key", re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b")),
    ("Google key", re.compile(r"\bAIza[0-9A-Za-z_-]{35}\b|\bya29\.[0-9A-Za-z_-]{20,}")),
    (
        "GitHub token",
        re.compile(r"\bgh[pousr]_[0-9A-Za-z]{30,255}\b|\bgithub_pat_[0-9A-Za-z_]{22,255}\b"),
    ),
    ("GitLab token", re.compile(r"\bgl(?:pat|dt|rt|cbt|ptt|soat|ft)-[0-9A-Za-z_-]{20,}")),
    ("Slack token", re.compile(r"\bxox[abeoprs]-[0-9A-Za-z-]{10,}|\bxapp-\d-[0-9A-Za-z-]{10,}")),
    (
        "Slack webhook",
        re.compile(r"https://hooks\.slack\.com/(?:services|workflows|triggers)/[0-9A-Za-z/_-]{20,}"),
    ),
    ("Teams webhook", re.compile(r"https://[\w.-]*webhook\.office\.com/webhookb2/[0-9A-Za-z@/-]{30,}")),
    (
        "Discord webhook",
        re.compile(r"https://(?:\w+\.)?discord(?:app)?\.com/api/webhooks/\d+/[0-9A-Za-z_-]{30,}"),
    ),
    ("Stripe key", re.compile(r"\b(?:sk|rk)_(?:live|test)_[0-9A-Za-z]{10,}\b|\bwhsec_[0-9A-Za-z]{20,}")),
    ("SendGrid key", re.compile(r"\bSG\.[0-9A-Za-z_-]{16,}\.[0-9A-Za-z_-]{16,}")),
    ("Twilio key", re.compile(r"\bSK[0-9a-f]{32}\b")),
    ("npm token", re.compile(r"\bnpm_[0-9A-Za-z]{36}\b")),
    ("package token", re.compile(r"\bpypi-[0-9A-Za-z_-]{50,}")),
    ("DigitalOcean token", re.compile(r"\bdo[opr]_v1_[0-9a-f]{64}\b")),
    ("Vault token", re.compile(r"\bhvs\.[0-9A-Za-z_-]{20,}")),
    ("Shopify token", re.compile(r"\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}\b")),
    ("Square token", re.compile(r"\bsq0[a-z]{3}-[0-9A-Za-z_-]{22,43}")),
    ("Mailgun key", re.compile(r"\bkey-[0-9a-f]{32}\b")),
    ("web token", re.compile(r"\beyJ[0-9A-Za-z_-]{8,}\.eyJ[0-9A-Za-z_-]{8,}\.[0-9A-Za-z_-]{8,}")),
)

_NAME = (
    r"(?:[\w-]*(?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key"
    r"|client[_-]?key|auth[_-]?key|account[_-]?key|credentials?))"
)
_VALUE = (
    r"(?:\"(?P<double>[^\"\n]{4,})\"|'(?P<single>[^'\n]{4,})'|(?P<bare>[^\s\"'`,;&|<>(){}\[\]]{4,}))"
)
_NAMED: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "key in an address",
        re.compile(
            r"[?&](?:[\w-]*(?:token|secret|password|passwd|pwd|api[_-]?key|apikey|access[_-]?key"
            r"|signature)"
            r"|sig|auth|key|x-amz-signature|x-amz-security-token)=(?P<bare>[^&#\s\"'<>)]{8,})",
            re.I,
        ),
    ),
    ("password", re.compile(rf"(?<![\w/.]){_NAME}[\"']?\s?[=:]\s?{_VALUE}", re.I)),
    ("password", re.compile(rf"(?:^|\s)--?{_NAME}(?:\s+|=){_VALUE}", re.I)),
    ("password", re.compile(rf"\b(?:password|passphrase|pwd)\s+(?:is|was|to)\s+{_VALUE}", re.I)),
    (
        "password",
        re.compile(
            r"\b(?:mysql|mysqldump|mariadb|psql|mongo|sshpass)\b[^|;&\n]*?\s-p(?P<bare>[^\s-]\S{3,})"
        ),
    ),
    (
        "password",
        re.compile(r"\bcurl\b[^|;&\n]*?\s(?:-u|--user)\s+[\"']?[^\s:\"']+:(?P<bare>[^\s\"'@]{3,})"),
    ),
    ("password", re.compile(r"\b[a-z][a-z0-9+.-]*://[^\s/:@]*:(?P<bare>[^\s/@]{3,})@", re.I)),
    ("token", re.compile(r"\b(?:Bearer|Basic)\s+(?P<bare>[0-9A-Za-z._~+/=-]{12,})")),
    (
        "token",
        re.compile(
            r"\bAuthorization[\"']?\s*:\s*(?:token|apikey|key)\s+(?P<bare>[0-9A-Za-z._~+/=-]{8,})",
            re.I,
        ),
    ),
    (
        "token",
        re.compile(
            r"\bx-[\w-]*(?:token|key|secret)[\"']?\s*:\s*[\"']?(?P<bare>[0-9A-Za-z._~+/=-]{8,})", re.I
        ),
    ),
)
_EMAIL = re.compile(
    r"(?<![\w.+/-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}(?![\w@-])"
)

_STAND_IN = re.compile(
    r"^(?:[*xX•.#_-]+|\$.*|%.*%?|<.*|\{.*|\[.*|\(.*|redacted|removed|hidden|secret|password|token"
    r"|changeme|change-me"
    r"|example|sample|dummy|test(?:ing)?|none|null|nil|true|false|undefined|todo|tbd|your[\w-]*"
    r"|my[\w-]*|the|and"
    r"|expired|invalid|missing|required|rotated|revoked|leaked|wrong|empty|unset|not[\w-]*|file|stdin"
    r"|string"
    r"|env|vault|https?://.*)$",
    re.I,
)
_ORDINARY = re.compile(
    r"^[A-Za-z]+[.!?]?$|^\d{1,4}$|^v?\d+(?:\.\d+)+$|^[\w.-]+\.(?:md|txt|py|js|json|ya?ml|go|rb|sh)$"
)
_WITH_FLAG = re.compile(r"^\s?--?")
_FIELDS = ("text", "note", "actor", "source")
_LONGEST_SEARCHED = 20_000


def secrets_in(text: str, *, emails: bool = False) -> tuple[Secret, ...]:
    """Every secret in a text, in the order in which they stand there, each once.

    Of very long texts only the first 20,000 characters are searched. `emails` reports addresses too.
    """
    text = text[:_LONGEST_SEARCHED]
    found = dict.fromkeys(_found(text)) if _HINTS.search(text) else {}
    if emails and "@" in text:
        found.update(
            dict.fromkeys(Secret("e-mail address", match[0]) for match in _EMAIL.finditer(text))
        )
    longest_first = sorted(found, key=lambda each: -len(each.found))
    whole: list[Secret] = []
    for each in longest_first:
        if not any(each.found in other.found for other in whole):
            whole.append(each)
    return tuple(sorted(whole, key=lambda each: text.find(each.found)))


def redacted(text: str, secrets: Iterable[Secret]) -> str:
    """A text without these secrets; what each was is said in its place."""
    for secret in sorted(secrets, key=lambda each: -len(each.found)):
        for spelled in _spellings(secret):
            text = text.replace(spelled, f"[{visible(secret.kind)} redacted]")
    return text


def redacted_event(event: Event, secrets: Iterable[Secret]) -> Event:
    """An event without these secrets, in whichever of its fields they stand."""
    found = tuple(secrets)
    return event.model_copy(
        update={name: redacted(str(getattr(event, name)), found) for name in _FIELDS}
    )


def holds(event: Event, secret: Secret) -> bool:
    """Whether the secret stands anywhere in what would be stored."""
    told = [str(getattr(event, name)) for name in _FIELDS]
    return any(spelled in text for spelled in _spellings(secret) for text in told)


def _spellings(secret: Secret) -> list[str]:
    """A secret as the source spells it, and as an event does: visible, with single spaces."""
    shown = visible(secret.found)
    each = {secret.found, shown, " ".join(shown.split())} - {""}
    return sorted(each, key=lambda spelled: -len(spelled))


def _found(text: str) -> Iterator[Secret]:
    for kind, pattern in _TOKENS:
        for match in pattern.finditer(text):
            yield Secret(kind, match[0])
    for kind, pattern in _NAMED:
        for match in pattern.finditer(text):
            value = next((each for each in match.groupdict().values() if each), "").rstrip(".")
            if not _is_harmless(
                value, quoted=bool(match.groupdict().get("double") or match.groupdict().get("single"))
            ):
                yield Secret(kind, value)


def _is_harmless(value: str, *, quoted: bool) -> bool:
    """Whether a value only stands in for a secret, or is an ordinary word behind a telling one."""
    if len(value) < 4 or _STAND_IN.match(value):
        return True
    return not quoted and _ORDINARY.match(value) is not None
