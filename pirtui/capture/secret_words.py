"""Secrets in pasted and imported words: tokens, passwords, keys in addresses, e-mail addresses if asked.

What is looked for is what services document as the shape of their tokens, and what people type around
passwords. Hashes, ids, placeholders and ordinary words are none: nobody reads a warning that is often
wrong.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pirtui.capture.candidates import Secret
from pirtui.capture.secret_rules import Rule, Surroundings, rules_for
from pirtui.capture.secret_values import is_distinctive, is_secret, is_shown
from pirtui.domain.events import Event
from pirtui.domain.visible import visible

_ADDRESS = "e-mail address"
_EMAIL = re.compile(
    r"(?<![\w.+/-])(?!git@)[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}(?![\w@-])"
)
_PASSWORDS = ("pass", "pwd", "pw")
_QUOTES = ("double", "single", "tick")
_FIELDS = ("text", "note", "actor", "source")


@dataclass(frozen=True)
class _Place:
    """Where a secret stands in a text."""

    start: int
    end: int
    kind: str


def secrets_in(text: str, *, emails: bool = False) -> tuple[Secret, ...]:
    """Every secret in a text, in the order in which they stand there, each once.

    `emails` reports addresses of people too.
    """
    places = [place for rule in rules_for(text) for place in _places(rule, text)]
    if emails and "@" in text:
        places += [_Place(*match.span(), _ADDRESS) for match in _EMAIL.finditer(text)]
    found = (Secret(place.kind, text[place.start : place.end]) for place in _apart(places))
    return tuple(dict.fromkeys(found))


def redacted(text: str, secrets: Iterable[Secret]) -> str:
    """A text without these secrets; what each was is said in its place."""
    for secret in sorted(secrets, key=lambda each: -len(each.found)):
        for spelled in _spellings(secret):
            text = text.replace(spelled, f"[{visible(secret.kind)} redacted]")
    return text


def redacted_event(event: Event, secrets: Iterable[Secret]) -> Event:
    """An event without these secrets, in whichever of its fields they stand.

    Each field is searched as well, since a source may spell a secret in another way than its event does.
    """
    found = tuple(secrets)
    emails = any(secret.kind == _ADDRESS for secret in found)

    def clean(text: str) -> str:
        without = redacted(text, found)
        return redacted(without, secrets_in(without, emails=emails))

    return event.model_copy(update={name: clean(str(getattr(event, name))) for name in _FIELDS})


def holds(event: Event, secret: Secret) -> bool:
    """Whether the secret stands anywhere in what would be stored."""
    told = [str(getattr(event, name)) for name in _FIELDS]
    return any(spelled in text for spelled in _spellings(secret) for text in told)


def _spellings(secret: Secret) -> list[str]:
    """A secret as the source spells it, and as an event does: visible, with single spaces."""
    shown = visible(secret.found)
    each = {secret.found, shown, " ".join(shown.split())} - {""}
    return sorted(each, key=lambda spelled: -len(spelled))


def _places(rule: Rule, text: str) -> Iterator[_Place]:
    for match in rule.pattern.finditer(text):
        place = _by_shape(rule, match) if rule.surroundings is Surroundings.SHAPE else _of(rule, match)
        if place is not None:
            yield place


def _by_shape(rule: Rule, match: re.Match[str]) -> _Place | None:
    return _Place(*match.span(), rule.kind) if is_shown(match[0]) else None


def _of(rule: Rule, match: re.Match[str]) -> _Place | None:
    """The value that a rule found, if it is a secret."""
    groups = match.groupdict()
    group = next((name for name in (*_QUOTES, "bare") if groups.get(name)), "bare")
    value = match[group] if group in _QUOTES else _without_marks(match[group])
    name = (groups.get("name") or "").lower()
    start = match.start(group)
    marked = group in _QUOTES or match.string[start - 1] == "="
    of_password = rule.kind == "password" or name.startswith(_PASSWORDS)
    if not is_secret(value, rule.surroundings, of_password=of_password, is_marked=marked):
        return None
    kind = rule.kind or _kind(name)
    if "around" in groups and not is_distinctive(value):
        return _Place(*match.span("around"), kind)
    return _Place(start, start + len(value), kind)


def _without_marks(value: str) -> str:
    """A value without the marks of the sentence around it."""
    return value.rstrip(".,:)]}*")


def _kind(name: str) -> str:
    if name.startswith(_PASSWORDS):
        return "password"
    return next((kind for kind in ("token", "key") if name.endswith((kind, f"{kind}base"))), "secret")


def _apart(places: Iterable[_Place]) -> list[_Place]:
    """Places that do not overlap; those that did are one, of the kind of the first."""
    apart: list[_Place] = []
    for place in sorted(places, key=lambda each: (each.start, -each.end)):
        if apart and place.start < apart[-1].end:
            first = apart.pop()
            apart.append(_Place(first.start, max(first.end, place.end), first.kind))
        else:
            apart.append(place)
    return apart
