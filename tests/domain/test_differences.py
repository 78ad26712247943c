"""What changed between two states of a review, and carrying it over."""

import pytest

from pirtui.domain import changes
from pirtui.domain.actions import Action
from pirtui.domain.differences import (
    Difference,
    FieldChange,
    ItemChange,
    conflicts,
    difference,
    patched,
)
from pirtui.domain.gaps import Gap, GapKind
from pirtui.domain.review import Review
from tests.domain.chance_reviews import review_by_chance
from tests.domain.making import happened, review_of

ONE = review_of(happened(10, "first"), happened(20, "second"), happened(30, "third"))


def _gap(text: str) -> Gap:
    return Gap(label="G0", kind=GapKind.DETECTION, text=text)


def test_nothing_changed_is_nothing() -> None:
    """The same review has no difference to itself, and an empty one is false."""
    assert difference(ONE, ONE) == Difference()
    assert not difference(ONE, ONE)
    assert patched(ONE, Difference()) == ONE
    assert conflicts(ONE, Difference()) == ()


def test_items_are_told_with_both_states() -> None:
    """Changed, removed and added items, each with what was there before and after."""
    second, third = ONE.events[1], ONE.events[2]
    after = changes.put(ONE, second.changed(text="changed"))
    after = changes.add(changes.remove(after, "E3"), happened(40, "fourth"))
    found = difference(ONE, after)
    assert found.items == (
        ItemChange("E2", second, second.changed(text="changed")),
        ItemChange("E3", third, None),
        ItemChange("E4", None, after.events[2]),
    )
    assert found.labels == ("E2", "E3", "E4")
    assert found.fields == ()
    assert found


@pytest.mark.parametrize("place", [0, 1, 2])
def test_only_the_item_that_changed_is_told(place: int) -> None:
    """At the start, in the middle and at the end, its neighbours stay out of it."""
    changed = ONE.events[place].changed(text="other")
    found = difference(ONE, changes.put(ONE, changed))
    assert found.items == (ItemChange(changed.label, ONE.events[place], changed),)


@pytest.mark.parametrize("minutes", [5, 15, 25, 35])
def test_an_added_item_is_the_only_difference(minutes: int) -> None:
    """Wherever it is put into the order of time."""
    after = changes.add(ONE, happened(minutes, "new"))
    assert difference(ONE, after).labels == ("E4",)
    assert difference(after, ONE).items == difference(ONE, after).reverse.items


def test_fields_of_parts_are_told_one_by_one() -> None:
    """A change of the incident's title leaves its severity to others."""
    incident = ONE.incident.changed(title="New title", services=("api",))
    after = changes.updated(ONE, incident=incident, question="Why so long?")
    assert difference(ONE, after).fields == (
        FieldChange("question", "", "Why so long?"),
        FieldChange("incident.title", "Checkout slow", "New title"),
        FieldChange("incident.services", (), ("api",)),
    )
    assert patched(ONE, difference(ONE, after)) == after


def test_a_reverse_takes_the_change_back() -> None:
    """Items and fields alike; labels that were used stay used."""
    after = changes.updated(changes.add(ONE, _gap("late")), question="Why?")
    back = patched(after, difference(ONE, after).reverse)
    assert (back.events, back.gaps, back.question) == (ONE.events, (), "")
    assert back.last_numbers == after.last_numbers


def test_a_change_is_carried_over_to_a_review_that_went_on() -> None:
    """What others did meanwhile stays; items stand in their order."""
    mine = changes.add(ONE, happened(15, "mine"))
    theirs = changes.updated(changes.add(ONE, _gap("theirs")), question="Why?")
    both = patched(theirs, difference(ONE, mine))
    assert [each.text for each in both.events] == ["first", "mine", "second", "third"]
    assert [each.text for each in both.gaps] == ["theirs"]
    assert both.question == "Why?"
    assert both.last_numbers == {"E": 4, "G": 1}


def test_items_without_a_time_stand_by_their_number() -> None:
    """A removed action comes back between its neighbours."""
    full = review_of(*(Action(label="A0", text=text) for text in ("one", "two", "three")))
    without = changes.remove(full, "A2")
    assert [each.label for each in patched(without, difference(without, full)).actions] == [
        "A1",
        "A2",
        "A3",
    ]


def test_a_number_is_never_given_back() -> None:
    """Carrying an old item over does not lower the last number, a new one raises it."""
    later = changes.remove(changes.add(ONE, happened(50, "fourth")), "E4")
    old = difference(changes.remove(ONE, "E1"), ONE)
    assert patched(later, old).last_numbers["E"] == 4
    gap = _gap("new").changed(label="G7")
    assert patched(ONE, Difference((ItemChange("G7", None, gap),))).last_numbers == {"E": 3, "G": 7}


def test_what_was_changed_elsewhere_is_a_conflict() -> None:
    """Items and fields that are no longer as they were before the change, and nothing else."""
    second = ONE.events[1]
    change = difference(
        ONE,
        changes.updated(
            changes.put(changes.remove(ONE, "E1"), second.changed(text="ours")), question="Ours?"
        ),
    )
    assert conflicts(ONE, change) == ()
    theirs = changes.put(ONE, second.changed(text="theirs"))
    assert conflicts(theirs, change) == ("E2",)
    assert conflicts(changes.remove(ONE, "E1"), change) == ("E1",)
    assert conflicts(changes.updated(theirs, question="Theirs?"), change) == ("E2", "question")
    added = difference(ONE, changes.add(ONE, _gap("new")))
    assert conflicts(ONE, added) == ()
    assert conflicts(changes.add(ONE, _gap("other")), added) == ("G1",)


@pytest.mark.parametrize("seed", range(0, 60, 2))
def test_any_two_reviews_differ_by_what_leads_from_one_to_the_other(seed: int) -> None:
    """There and back again, whatever they hold."""
    before, after = review_by_chance(seed), review_by_chance(seed + 1)
    there = patched(before, difference(before, after))
    assert _without_numbers(there) == _without_numbers(after)
    back = patched(there, difference(before, after).reverse)
    assert _without_numbers(back) == _without_numbers(before)


def _without_numbers(review: Review) -> Review:
    return review.model_copy(update={"last_numbers": {}})
