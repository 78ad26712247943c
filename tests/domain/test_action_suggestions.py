"""What an action's wording suggests: rather nothing than something wrong."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from pirtui.domain.action_suggestions import Suggested, suggested
from pirtui.domain.actions import Action, ActionKind, ActionStatus, FixFamily, Strength

NOTHING = "-"


class Sentence(NamedTuple):
    """An action, and the suggestions that somebody who knows the trade accepts; `-` stands for none."""

    family: frozenset[str]
    strength: frozenset[str]
    kind: frozenset[str]
    text: str


def _sentences() -> Iterator[Sentence]:
    held = Path(__file__).with_name("action_sentences.txt").read_text(encoding="utf-8")
    for line in held.splitlines():
        if line and not line.startswith("#"):
            family, strength, kind, text = (part.strip() for part in line.split(" | ", 3))
            yield Sentence(_accepted(family), _accepted(strength), _accepted(kind), text)


def _accepted(told: str) -> frozenset[str]:
    return frozenset(told.split("/"))


SENTENCES = tuple(_sentences())


def _suggested(text: str, **fields: object) -> Suggested:
    return suggested(Action(label="A1", text=text).changed(**fields))


@pytest.mark.parametrize("field", ["family", "strength", "kind"])
def test_suggestions_are_right(field: str) -> None:
    """On every sentence, the real ones of incidents too: at least 98 in 100 suggestions are right."""
    wrong, right, missed = [], 0, []
    for sentence in SENTENCES:
        accepted: frozenset[str] = getattr(sentence, field)
        value = getattr(_suggested(sentence.text), field)
        if value is None:
            missed += [sentence.text] if NOTHING not in accepted else []
        elif value.value in accepted:
            right += 1
        else:
            wrong.append((value.value, sentence.text))
    assert len(SENTENCES) > 200
    assert right / (right + len(wrong)) >= 0.98, wrong
    assert right / (right + len(missed)) >= 0.90, missed


@pytest.mark.parametrize("family", list(FixFamily))
def test_every_family_comes_with_a_done_test_to_begin_with(family: FixFamily) -> None:
    """A known family seeds the words that say when it is done."""
    assert _suggested("x", family=family).done_seed


@pytest.mark.parametrize("kind", list(ActionKind))
def test_every_kind_comes_with_an_effect_to_begin_with(kind: ActionKind) -> None:
    """A known kind seeds the words that say whether it worked."""
    assert _suggested("x", kind=kind).effect_seed


def test_what_the_room_said_is_not_suggested_again() -> None:
    """A field with a value is the room's."""
    text = "Page on-call when lag is above 10k"
    assert set(_suggested(text).fields) == {"kind", "strength", "family"}
    told = _suggested(text, kind=ActionKind.LEARN, strength=Strength.WEAKER)
    assert told.fields == {"family": FixFamily.OBSERVABILITY}


def test_nothing_is_suggested_for_what_is_not_done() -> None:
    """Nobody needs the strength of an action that was decided against."""
    assert _suggested("Add an alert", status=ActionStatus.NOT_DOING).fields == {}


def test_two_fixes_in_one_action_leave_the_family_open() -> None:
    """What both agree on is suggested; what they differ in is not."""
    told = _suggested("Reject an invalid postcode at the form; add property tests")
    assert (told.family, told.strength, told.kind) == (None, None, ActionKind.PREVENT)
