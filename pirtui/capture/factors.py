"""A line of the factors: `technical/coupling-cascade: retries doubled the load #overload [G1,E4]`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from pirtui.capture import previews, words
from pirtui.capture.editing import edited
from pirtui.capture.reading import Alternative, LineContext, Part, Reading
from pirtui.capture.references import References, print_references, read_references
from pirtui.capture.words import THEME, Scanned, Vocabulary
from pirtui.domain.changes import new_label
from pirtui.domain.factors import Category, Confidence, Factor
from pirtui.domain.glossary import nearest
from pirtui.domain.taxonomy import SUBCATEGORIES
from pirtui.domain.visible import visible

_TRIGGER = "trigger"
_CONFIDENCE = "confidence"
_STOP = "stop"
_NEEDS = "needs"
_NOTE = "note"
_NO_ACTION = "no-action"
_REFERS_TO = "EGS"
_UNDER_NEWEST = ">>"
_PREFIX = re.compile(r"([A-Za-z][A-Za-z-]*)(?:/([A-Za-z][A-Za-z-]*))?:")

FACTOR_WORDS = Vocabulary(
    words={
        "!trigger": (_TRIGGER, ""),
        **words.choices("confidence:", _CONFIDENCE, [level.value for level in Confidence]),
    },
    quoted=frozenset({_STOP, _NEEDS, _NOTE, _NO_ACTION}),
    themes=True,
    references=True,
)
"""The tokens of a factor's line."""

_FIELDS = (
    "category",
    "subcategory",
    "text",
    "note",
    "evidence",
    "confidence",
    "evidence_needed",
    "trigger",
    "parent",
    "stop_reason",
    "themes",
    "no_action_reason",
)


@dataclass(frozen=True)
class _Opening:
    """The start of a factor's line: is it a child and of which factor, where does it lie, and the rest.

    `sign` is the `>` or `>>` that the line begins with. `unknown` is a kind that the taxonomy does not
    have, `near` the one that is nearest to it, and `rest` what follows it.
    """

    sign: str
    category: Category | None
    subcategory: str
    body: str
    unknown: str = ""
    near: str = ""
    rest: str = ""


def parse_factor(line: str, context: LineContext, base: Factor | None = None) -> Reading[Factor]:
    """Read a line as a factor, or as a change of the factor `base`.

    A leading `>` puts it under the highlighted factor, `>>` under the one that was entered last; a
    factor that has a parent keeps it.
    """
    held = base.parent if base is not None else None
    above = {"": None, ">": held or context.parent, _UNDER_NEWEST: held or _newest_factor(context, base)}
    return edited(
        line,
        base,
        lambda text: _read(text, context, above),
        lambda factor: print_factor(factor, context),
        _FIELDS,
    )


def print_factor(factor: Factor, context: LineContext) -> str:
    """Print a factor as the line that reads back as the same factor under the same parent."""
    known = factor.subcategory in SUBCATEGORIES[factor.category]
    subcategory = f"/{factor.subcategory}" if known else ""
    return words.joined(
        _sign(factor, context),
        f"{factor.category.value}{subcategory}:",
        words.escaped(factor.text, FACTOR_WORDS),
        *(words.marked("#", theme) for theme in factor.themes),
        print_references(factor.evidence, _REFERS_TO, context.labels),
        "!trigger" if factor.trigger else "",
        f"confidence:{factor.confidence.value}" if factor.confidence else "",
        words.keyed(_STOP, factor.stop_reason),
        words.keyed(_NEEDS, factor.evidence_needed),
        words.keyed(_NOTE, factor.note),
        words.keyed(_NO_ACTION, factor.no_action_reason),
    )


def _sign(factor: Factor, context: LineContext) -> str:
    """The sign under which a new line would get the same parent."""
    if not factor.parent or context.parent in (None, factor.parent):
        return ">" if factor.parent else ""
    return _UNDER_NEWEST if factor.parent == _newest_factor(context, factor) else ">"


def with_kind(line: str, kind: str) -> str:
    """A line of the factors with this kind before what it says, in place of the kind that it names.

    The sign of a "how come?" stays in front, and a word that is no kind stays in the text.
    """
    opening = _opening(line)
    return words.joined(opening.sign, f"{kind}:", opening.body) + ("" if opening.body else " ")


def _read(line: str, context: LineContext, above: Mapping[str, str | None]) -> Reading[Factor]:
    opening = _opening(line)
    parent = above[opening.sign]
    if opening.sign and parent is None:
        return Reading(None, problem="Highlight the factor that this one helps to explain, then use >.")
    return replace(_read_opened(opening, context, parent), alternatives=_offered(opening))


def _read_opened(opening: _Opening, context: LineContext, parent: str | None) -> Reading[Factor]:
    if opening.category is None:
        return Reading(None, problem=_no_category(opening))
    scanned = words.scan(opening.body, FACTOR_WORDS)
    references = read_references(scanned, _REFERS_TO, context.labels)
    factor = _factor(opening, opening.category, scanned, references, parent)
    return Reading(
        item=factor if factor.text else None,
        parts=_parts(factor),
        problem="" if factor.text else "Say what contributed, in a few words.",
        doubts=(*_doubts(opening), *references.doubts, *words.doubts_about(scanned.unknown)),
    )


def _newest_factor(context: LineContext, editing: Factor | None) -> str | None:
    """The factor that was entered last, other than the one that is edited."""
    own = editing.label if editing is not None else ""
    numbers = [int(label[1:]) for label in context.labels if label[0] == "F" and label != own]
    return f"F{max(numbers)}" if numbers else None


def _no_category(opening: _Opening) -> str:
    asked = f" Is it {opening.near}?" if opening.near else ""
    return f"Start with technical:, process:, human: or tooling:{asked}"


def _doubts(opening: _Opening) -> tuple[str, ...]:
    if not opening.unknown:
        return ()
    asked = f" Is it {opening.near}?" if opening.near else ""
    return (f"{opening.unknown} is not one of the kinds.{asked}",)


def _offered(opening: _Opening) -> tuple[Alternative, ...]:
    """The same line with the kind that is nearest to the one that was written."""
    if not opening.near:
        return ()
    line = words.joined(opening.sign, f"{opening.near}:", opening.rest)
    return (Alternative(opening.near, line),)


def _factor(
    opening: _Opening, category: Category, scanned: Scanned, references: References, parent: str | None
) -> Factor:
    confidence = scanned.value(_CONFIDENCE)
    return Factor(
        label=new_label(Factor),
        category=category,
        subcategory=opening.subcategory,
        text=references.text,
        note=scanned.value(_NOTE),
        evidence=references.labels,
        confidence=Confidence(confidence) if confidence else None,
        evidence_needed=scanned.value(_NEEDS),
        trigger=scanned.has(_TRIGGER),
        parent=parent if opening.sign else None,
        stop_reason=scanned.value(_STOP),
        themes=tuple(theme for theme in scanned.values(THEME) if theme),
        no_action_reason=scanned.value(_NO_ACTION),
    )


def _parts(factor: Factor) -> tuple[Part, ...]:
    return previews.parts(
        ("parent", f"explains {factor.parent}" if factor.parent else ""),
        ("category", factor.category.value),
        ("subcategory", factor.subcategory),
        ("trigger", "trigger" if factor.trigger else ""),
        ("confidence", f"{factor.confidence.value} confidence" if factor.confidence else ""),
        ("text", factor.text),
        *((THEME, f"#{theme}") for theme in factor.themes),
        ("evidence", ", ".join(factor.evidence)),
        ("needed", factor.evidence_needed),
        ("note", factor.note),
        ("reason", factor.stop_reason),
        ("reason", factor.no_action_reason),
    )


def _opening(line: str) -> _Opening:
    text = visible(line).strip()
    sign = _UNDER_NEWEST if text.startswith(_UNDER_NEWEST) else text[:1] if text[:1] == ">" else ""
    text = text.lstrip("> ") if sign else text
    match = _PREFIX.match(text)
    if match is None:
        return _Opening(sign, None, "", text)
    word, subcategory = match[1].casefold(), (match[2] or "").casefold()
    body = text[match.end() :].strip()
    if not subcategory and word in _category_of():
        return _Opening(sign, _category_of()[word], word, body)
    if word in set(Category):
        return _in_category(sign, Category(word), subcategory, body)
    written = text[: match.end() - 1]
    return _Opening(sign, None, "", text, written, nearest(word, subcategory), body)


def _in_category(sign: str, category: Category, subcategory: str, body: str) -> _Opening:
    if not subcategory or subcategory in SUBCATEGORIES[category]:
        return _Opening(sign, category, subcategory, body)
    unknown = f"{category.value}/{subcategory}"
    near = nearest(category.value, subcategory)
    return _Opening(sign, category, "", f"{subcategory}: {body}", unknown, near, body)


@lru_cache(maxsize=1)
def _category_of() -> dict[str, Category]:
    """The category of every sub-category that only one category has."""
    pairs = [(name, category) for category, names in SUBCATEGORIES.items() for name in names]
    names = [name for name, _ in pairs]
    return {name: category for name, category in pairs if names.count(name) == 1}
