"""What the rules say about the words of a review, and about an unfinished line."""

import pytest

from pirtui.domain import changes
from pirtui.domain.actions import Action
from pirtui.domain.blame_language import Level
from pirtui.domain.people import Person
from pirtui.domain.wording import in_line, notes_on, roster, wording_notes
from tests.domain.making import happened, review_of

JANE = Person(label="P0", name="Jane  Q. Doe", role="IC", team="Payments")
BLAMES = "Jane should have checked the logs"
HINTS = "the config was obviously wrong"


def test_the_roster_holds_the_names_that_people_are_called_by() -> None:
    """The whole name and the first one; an initial alone is no name, and an empty one is none."""
    people = (JANE, Person(label="P0", name="Joe"), Person(label="P0", name="X Smith"))
    review = review_of(*people, Person(label="P0", name=" "))
    assert roster(review) == {"Jane Q. Doe", "Jane", "Joe", "X Smith"}


def test_each_note_names_its_item_its_field_and_its_text() -> None:
    """Sentences in any field are read; people have none."""
    action = Action(label="A1", text="Alert on disk use", done_test=BLAMES)
    (note,) = notes_on(action, frozenset({"Jane"}))
    assert (note.label, note.field, note.text) == ("A1", "done_test", BLAMES)
    assert note.finding.match in BLAMES
    assert note.is_warning
    assert notes_on(JANE.changed(name=BLAMES), frozenset()) == ()
    assert notes_on(happened(1, "disk full"), frozenset()) == ()


def test_names_of_the_roster_count_as_persons() -> None:
    """A name that no list of names holds is known from the people in the review."""
    event = happened(1, "Qwertz forgot to renew the certificate")
    assert notes_on(event, frozenset({"Qwertz"}))
    known = review_of(Person(label="P0", name="Qwertz"), event)
    assert wording_notes(known) == notes_on(known.events[0], roster(known))


def test_warnings_come_before_hints() -> None:
    """In the order of the items otherwise."""
    review = review_of(happened(1, HINTS), happened(2, BLAMES), happened(3, HINTS))
    found = wording_notes(review)
    assert [note.label for note in found] == ["E2", "E1", "E3"]
    assert [note.is_warning for note in found] == [True, False, False]


@pytest.mark.parametrize("line", ["", "   ", f"/note {BLAMES}", "/"])
def test_nothing_is_said_about_an_empty_line_and_about_commands(line: str) -> None:
    """Only what the room would read counts."""
    assert in_line(line, review_of()) == ()


@pytest.mark.parametrize("line", [BLAMES, f"  {BLAMES}", f"//{BLAMES}", f"14:32 {BLAMES} @ic"])
def test_an_unfinished_line_is_read(line: str) -> None:
    """It belongs to no item yet; two slashes begin ordinary text."""
    (note,) = in_line(line, review_of(JANE))
    assert (note.label, note.field, note.text, note.is_warning) == ("", "", line, True)
    assert note.finding.level is not Level.INFO


def test_the_review_is_read_again_when_it_changes() -> None:
    """A corrected sentence is no longer pointed out."""
    review = review_of(happened(1, BLAMES))
    assert wording_notes(review)
    corrected = changes.put(review, review.events[0].changed(text="the logs did not show it"))
    assert wording_notes(corrected) == ()
