"""A line of the actions: `Page on-call when lag > 10k @jane due:2026-12-04 !critical ~detect [F2]`."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from pirtui.capture import previews, words
from pirtui.capture.due_dates import is_due, read_due, today
from pirtui.capture.editing import edited
from pirtui.capture.reading import Alternative, LineContext, Part, Reading
from pirtui.capture.references import References, print_references, read_references
from pirtui.capture.words import PERSON, Scanned, Vocabulary
from pirtui.domain.action_rules import STRENGTH_TEXT
from pirtui.domain.action_suggestions import Suggested, suggested
from pirtui.domain.actions import Action, ActionKind, ActionStatus, FixFamily, Priority, Strength
from pirtui.domain.changes import new_label
from pirtui.domain.days import due_words
from pirtui.domain.visible import visible

_KIND = "kind"
_PRIORITY = "priority"
_FAMILY = "family"
_STRENGTH = "strength"
_STATUS = "status"
_DUE = "due"
_TRACKER = "tracker"
_DONE = "done"
_EFFECT = "effect"
_DETAIL = "detail"
_WHY_NOT = "why-not"
_REFERS_TO = "FGS"

Choice = TypeVar("Choice", bound=StrEnum)

ACTION_WORDS = Vocabulary(
    words={
        **words.choices("~", _KIND, [kind.value for kind in ActionKind]),
        **words.choices("!", _PRIORITY, [priority.value for priority in Priority]),
        **words.choices("family:", _FAMILY, [family.value for family in FixFamily]),
        **words.choices("strength:", _STRENGTH, [strength.value for strength in Strength]),
        **words.choices("status:", _STATUS, [status.value for status in ActionStatus]),
    },
    quoted=frozenset({_DONE, _EFFECT, _DETAIL, _WHY_NOT}),
    valued={_DUE: is_due, _TRACKER: words.anything},
    person=True,
    references=True,
)
"""The tokens of an action's line."""

_FIELDS = (
    "text",
    "detail",
    "owner",
    "due",
    "kind",
    "family",
    "strength",
    "priority",
    "status",
    "status_reason",
    "done_test",
    "effect_measure",
    "evidence",
    "tracker",
)


def parse_action(line: str, context: LineContext, base: Action | None = None) -> Reading[Action]:
    """Read a line as an action, or as a change of the action `base`."""
    reading = edited(
        line,
        base,
        lambda text: _read(text, context),
        lambda action: print_action(action, context),
        _FIELDS,
    )
    return _with_suggestions(reading, line, context)


def print_action(action: Action, context: LineContext) -> str:
    """Print an action as the line that reads back as the same action."""
    usual = Action(label=action.label, text="")
    return words.joined(
        words.escaped(action.text, ACTION_WORDS),
        words.marked("@", action.owner),
        f"due:{action.due.isoformat()}" if action.due else "",
        f"!{action.priority.value}" if action.priority is not usual.priority else "",
        f"~{action.kind.value}" if action.kind else "",
        f"family:{action.family.value}" if action.family else "",
        f"strength:{action.strength.value}" if action.strength else "",
        f"status:{action.status.value}" if action.status is not usual.status else "",
        words.keyed_word(_TRACKER, action.tracker),
        words.keyed(_DONE, action.done_test),
        words.keyed(_EFFECT, action.effect_measure),
        words.keyed(_DETAIL, action.detail),
        words.keyed(_WHY_NOT, action.status_reason),
        print_references(action.evidence, _REFERS_TO, context.labels),
    )


def _read(line: str, context: LineContext) -> Reading[Action]:
    scanned = words.scan(visible(line), ACTION_WORDS)
    references = read_references(scanned, _REFERS_TO, context.labels)
    action = _action(scanned, references, context)
    return Reading(
        item=action if action.text else None,
        parts=_parts(action, context),
        problem="" if action.text else "Say what will change, in a few words.",
        doubts=(*references.doubts, *_doubts_about(scanned.unknown)),
    )


def _doubts_about(unknown: tuple[str, ...]) -> Iterator[str]:
    for word in unknown:
        if word.casefold().startswith(f"{_DUE}:"):
            yield f'{word} is no day here: due:fri, due:4-dec, due:+2w, or due:"end of next week".'
        else:
            yield from words.doubts_about((word,))


def _with_suggestions(reading: Reading[Action], line: str, context: LineContext) -> Reading[Action]:
    """The reading with what its wording suggests for the fields that it leaves open."""
    hints = suggested(reading.item) if reading.item else Suggested()
    if reading.item is None or not hints.fields:
        return reading
    told = tuple(f"{word}?" for word in suggestion_words(hints))
    in_quotes = line.count('"') % 2 == 1
    completed = words.joined(line.rstrip(), _suggested_tokens(hints))
    item = _read(completed, context).item
    is_taken = item is not None and all(
        getattr(item, name) == value for name, value in hints.fields.items()
    )
    offers = (Alternative(" ".join(told), completed),) if is_taken and not in_quotes else ()
    return replace(
        reading, parts=(*reading.parts, Part("suggested", " ".join(told))), alternatives=offers
    )


def suggestion_words(hints: Suggested) -> tuple[str, ...]:
    """What is suggested, as the screen says it: `●●○ intermediate`, `observability`, `~detect`."""
    return tuple(
        word
        for word in (
            STRENGTH_TEXT[hints.strength] if hints.strength else "",
            hints.family.value.replace("-", " ") if hints.family else "",
            f"~{hints.kind.value}" if hints.kind else "",
        )
        if word
    )


def _suggested_tokens(hints: Suggested) -> str:
    return words.joined(
        f"~{hints.kind.value}" if hints.kind else "",
        f"family:{hints.family.value}" if hints.family else "",
        f"strength:{hints.strength.value}" if hints.strength else "",
    )


def _action(scanned: Scanned, references: References, context: LineContext) -> Action:
    due = scanned.value(_DUE)
    return Action(
        label=new_label(Action),
        text=references.text,
        detail=scanned.value(_DETAIL),
        owner=scanned.value(PERSON),
        due=read_due(due, today(context)) if due else None,
        kind=_chosen(ActionKind, scanned.value(_KIND)),
        family=_chosen(FixFamily, scanned.value(_FAMILY)),
        strength=_chosen(Strength, scanned.value(_STRENGTH)),
        priority=_chosen(Priority, scanned.value(_PRIORITY)) or Priority.MEDIUM,
        status=_chosen(ActionStatus, scanned.value(_STATUS)) or ActionStatus.PROPOSED,
        status_reason=scanned.value(_WHY_NOT),
        done_test=scanned.value(_DONE),
        effect_measure=scanned.value(_EFFECT),
        evidence=references.labels,
        tracker=scanned.value(_TRACKER),
    )


def _chosen(choice: type[Choice], value: str) -> Choice | None:
    return choice(value) if value else None


def _parts(action: Action, context: LineContext) -> tuple[Part, ...]:
    return previews.parts(
        ("owner", action.owner),
        ("due", due_words(action.due, today(context)) if action.due else ""),
        ("priority", action.priority.value),
        ("kind", action.kind.value if action.kind else ""),
        ("family", action.family.value if action.family else ""),
        ("strength", action.strength.value if action.strength else ""),
        ("status", action.status.value),
        ("text", action.text),
        ("done", action.done_test),
        ("effect", action.effect_measure),
        ("evidence", ", ".join(action.evidence)),
        ("tracker", action.tracker),
        ("detail", action.detail),
        ("reason", action.status_reason),
    )
