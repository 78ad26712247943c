"""A line of the factors: `technical/coupling-cascade: retries doubled the load #overload [G1,E4]`."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from pirtui.capture import previews, words
from pirtui.capture.editing import edited
from pirtui.capture.reading import LineContext, Part, Reading
from pirtui.capture.references import References, print_references, read_references
from pirtui.capture.words import THEME, Scanned, Vocabulary
from pirtui.domain.changes import new_label
from pirtui.domain.factors import Category, Confidence, Factor
from pirtui.domain.taxonomy import SUBCATEGORIES
from pirtui.domain.visible import visible

_TRIGGER = "trigger"
_CONFIDENCE = "confidence"
_STOP = "stop"
_NEEDS = "needs"
_NOTE = "note"
_NO_ACTION = "no-action"
_REFERS_TO = "EG"
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
    """The start of a factor's line: is it a child, where does it lie, and the rest."""

    child: bool
    category: Category | None
    subcategory: str
    body: str
    doubts: tuple[str, ...] = ()


def parse_factor(line: str, context: LineContext, base: Factor | None = None) -> Reading[Factor]:
    """Read a line as a factor, or as a change of the factor `base`.

    A leading `>` puts it under the highlighted factor; a factor that has a parent keeps it.
    """
    parent = base.parent if base is not None and base.parent else context.parent
    return edited(
        line,
        base,
        lambda text: _read(text, context, parent),
        lambda factor: print_factor(factor, context),
        _FIELDS,
    )


def print_factor(factor: Factor, context: LineContext) -> str:
    """Print a factor as the line that reads back as the same factor under the same parent."""
    known = factor.subcategory in SUBCATEGORIES[factor.category]
    subcategory = f"/{factor.subcategory}" if known else ""
    return words.joined(
        ">" if factor.parent else "",
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


def _read(line: str, context: LineContext, parent: str | None) -> Reading[Factor]:
    opening = _opening(line)
    if opening.child and parent is None:
        return Reading(None, problem="Highlight the factor that this one helps to explain, then use >.")
    if opening.category is None:
        return Reading(None, problem="Start with technical:, process:, human: or tooling:")
    scanned = words.scan(opening.body, FACTOR_WORDS)
    references = read_references(scanned, _REFERS_TO, context.labels)
    factor = _factor(opening, opening.category, scanned, references, parent)
    return Reading(
        item=factor if factor.text else None,
        parts=_parts(factor),
        problem="" if factor.text else "Say what contributed, in a few words.",
        doubts=(*opening.doubts, *references.doubts, *words.doubts_about(scanned.unknown)),
    )


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
        parent=parent if opening.child else None,
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
    child = text.startswith(">")
    text = text.lstrip("> ") if child else text
    match = _PREFIX.match(text)
    if match is None:
        return _Opening(child, None, "", text)
    word, subcategory = match[1].casefold(), (match[2] or "").casefold()
    body = text[match.end() :].strip()
    if not subcategory and word in _category_of():
        return _Opening(child, _category_of()[word], word, body)
    if word not in {category.value for category in Category}:
        return _Opening(child, None, "", text)
    return _in_category(child, Category(word), subcategory, body)


def _in_category(child: bool, category: Category, subcategory: str, body: str) -> _Opening:
    known = SUBCATEGORIES[category]
    if not subcategory or subcategory in known:
        return _Opening(child, category, subcategory, body)
    near = get_close_matches(subcategory, known, n=1)
    question = f" Is it {near[0]}?" if near else ""
    doubt = f"{subcategory} is not a sub-category of {category.value}.{question}"
    return _Opening(child, category, "", f"{subcategory}: {body}", (doubt,))


@lru_cache(maxsize=1)
def _category_of() -> dict[str, Category]:
    """The category of every sub-category that only one category has."""
    pairs = [(name, category) for category, names in SUBCATEGORIES.items() for name in names]
    names = [name for name, _ in pairs]
    return {name: category for name, category in pairs if names.count(name) == 1}
