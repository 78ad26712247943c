"""What the evidence tray says around its list: counts, assumptions, how a candidate was understood."""

from __future__ import annotations

from pirtui.capture import previews
from pirtui.domain.days import day_text
from pirtui.domain.visible import visible
from pirtui.screens.evidence_choices import Tray

_DAY_ORDERS = {True: "3/4 is 3 April", False: "3/4 is 4 March"}


def counted(tray: Tray, words: str, only: str) -> str:
    """How many are kept, in question, known, folded, and how many hold secrets."""
    parts = [f"Evidence: {len(tray.kept):,} of {len(tray.candidates):,} kept"]
    numbers = (
        ("in question", len(tray.in_question())),
        ("known", tray.known_count),
        ("folded", tray.noise_count),
        ("with secrets", len(tray.with_secrets())),
    )
    parts += [f"{number:,} {what}" for what, number in numbers if number]
    shown = [f"“{visible(words)}”"] if words else []
    shown += [{"question": "in question", "kept": "kept"}[only]] if only else []
    return ", ".join(parts) + (f"   only {', '.join(shown)}" if shown else "")


def assumed(tray: Tray) -> str:
    """Zone and day with where they come from, the day order, the format and the name of the source."""
    evidence, assumptions = tray.evidence, tray.assumptions
    zone = evidence.zone or assumptions.zone or "UTC"
    day = evidence.on or assumptions.on
    parts = [f"{zone} ({evidence.zone_from})" if evidence.zone_from else zone]
    if day is not None:
        parts.append(f"{day_text(day)} ({evidence.day_from})" if evidence.day_from else day_text(day))
    if assumptions.day_first is not None:
        parts.append(_DAY_ORDERS[assumptions.day_first])
    if assumptions.emails:
        parts.append("e-mail addresses are secrets")
    parts += [evidence.format, evidence.name]
    return visible(" · ".join(part for part in parts if part))


def told_of(tray: Tray, place: int) -> str:
    """Everything that a filter looks at."""
    candidate, event = tray.candidates[place], tray.event(place)
    told = [candidate.wording, candidate.noise, candidate.problem, *tray.questions(place)]
    if event is not None:
        told += [event.text, event.actor, event.time.raw, *(each.value for each in event.milestones)]
    if candidate.known:
        told.append(f"known {candidate.known}")
    told += [f"secret {secret.kind}" for secret in tray.secrets(place)]
    return " ".join(told).casefold()


def understood(tray: Tray, place: int, zone_name: str) -> tuple[list[tuple[str, str]], list[str]]:
    """How a candidate was understood, as (role, text), and what is in doubt about it."""
    candidate, event = tray.candidates[place], tray.event(place)
    if event is None:
        return [("text", candidate.wording)], [candidate.problem]
    parts = [("time", previews.moment_text(event.time, zone_name))]
    if event.time.raw:
        parts.append(("raw", f"“{event.time.raw}”"))
    parts += [("milestone", each.value) for each in event.milestones]
    suggested = (each for each in candidate.suggested if each not in event.milestones)
    parts += [("suggested", f"M: {each.value}?") for each in suggested]
    parts += [("person", event.actor), ("text", event.text), ("source", event.source)]
    below = [f"{number}: {each.name}" for number, each in enumerate(candidate.alternatives, 1)]
    if tray.secrets(place):
        kinds = ", ".join(dict.fromkeys(secret.kind for secret in tray.secrets(place)))
        below.append(f"R redacts: {kinds}")
    return parts, [*tray.questions(place), *below]
