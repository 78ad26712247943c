"""Printing an item and reading the line again gives the same item, whatever its texts are."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pirtui.capture.lines import GRAMMARS
from pirtui.domain.moments import UNKNOWN
from pirtui.domain.value import Item
from tests.capture.capture_strategies import (
    CONTEXT,
    actions,
    any_moments,
    clean,
    events,
    factors,
    gaps,
    hostile,
    parked,
    people,
    questions,
    safeguards,
    said,
    takeaways,
    themes,
)

MODEST = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))

ANY = {
    "E": events(hostile, any_moments),
    "G": gaps(hostile),
    "F": factors(hostile),
    "S": safeguards(hostile),
    "A": actions(hostile),
    "L": st.one_of(questions(hostile), takeaways(hostile)),
    "K": parked(hostile),
    "P": people(hostile),
    "T": themes(hostile),
}


def _with_text(item: Item) -> bool:
    return bool(getattr(item, "text", "") or getattr(item, "name", ""))


COVERED = {
    "E": events(clean, st.just(UNKNOWN)).filter(_with_text),
    "G": gaps(clean, tuple(f"E{n}" for n in range(1, 8))).filter(_with_text),
    "F": factors(clean, ("E1", "E4", "E2", "G1", "G2", "G3", "S1")).filter(_with_text),
    "S": safeguards(clean, ("E1", "E4", "G1", "F2", "F3")).filter(_with_text),
    "A": actions(clean, ("F1", "F2", "F3", "G1", "G2", "S2")).filter(_with_text),
    "L": st.one_of(questions(said), takeaways(said)),
    "K": parked(said),
    "P": people(clean).filter(_with_text),
    "T": themes(clean).filter(lambda theme: bool(theme.name)),
}


@pytest.mark.parametrize("letter", ANY)
def test_editing_without_a_change_changes_nothing(letter: str) -> None:
    """A printed line, read as an edit of its item, gives exactly that item."""
    grammar = GRAMMARS[letter]

    @MODEST
    @given(item=ANY[letter])
    def holds(item: Any) -> None:
        line = grammar.written(item, CONTEXT)
        assert "\n" not in line
        assert grammar.parse(line, CONTEXT, item).item == item

    holds()


@pytest.mark.parametrize("letter", COVERED)
def test_a_printed_line_says_the_whole_item(letter: str) -> None:
    """A printed line, read as a new item, gives the same item where the grammar covers its fields."""
    grammar = GRAMMARS[letter]

    @MODEST
    @given(item=COVERED[letter])
    def holds(item: Any) -> None:
        assert grammar.parse(grammar.written(item, CONTEXT), CONTEXT, None).item == item

    holds()


@pytest.mark.parametrize("letter", ANY)
def test_any_text_is_read_without_an_error(letter: str) -> None:
    """Reading never raises, gives an item or a problem, and what it gives prints back the same."""
    grammar = GRAMMARS[letter]

    @MODEST
    @given(line=hostile)
    def holds(line: str) -> None:
        reading = grammar.parse(line, CONTEXT, None)
        assert (reading.item is None) == bool(reading.problem)
        if reading.item is not None:
            printed = grammar.written(reading.item, CONTEXT)
            again = grammar.parse(printed, CONTEXT, None).item
            assert again is not None
            assert again.model_copy(update={"doubt": ""}) == reading.item.model_copy(
                update={"doubt": ""}
            )

    holds()


@pytest.mark.parametrize("letter", ANY)
def test_an_edit_of_the_text_keeps_every_other_field(letter: str) -> None:
    """Another line typed over an item never raises and never changes its label."""
    grammar = GRAMMARS[letter]

    @MODEST
    @given(item=ANY[letter], line=hostile)
    def holds(item: Any, line: str) -> None:
        edited = grammar.parse(line, CONTEXT, item).item
        assert edited is None or edited.label == item.label

    holds()
