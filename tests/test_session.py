"""The session: every change is on disk before it is shown, can be taken back, and overwrites nobody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pirtui.domain import changes
from pirtui.domain.factors import Category, Factor
from pirtui.domain.gaps import Gap, GapKind
from pirtui.domain.incident import Severity
from pirtui.domain.moments import Moment
from pirtui.domain.review import Review, Stage, Status
from pirtui.session import Change, Draft, Session
from pirtui.store.errors import ChangedElsewhere, UnknownReview
from pirtui.store.library import Library
from pirtui.store.reading import read_at_once
from tests.domain.making import happened
from tests.store.libraries import asked, is_sound, named, opened, told


@pytest.fixture
def library(library_path: Path) -> Iterator[Library]:
    """A library with the review `checkout`: two events, and a gap that rests on the first."""
    with opened(library_path) as opened_library:
        gap = Gap(label="G0", kind=GapKind.DETECTION, text="unnoticed", evidence=("E1",))
        opened_library.create(named("checkout", happened(5, "one"), happened(9, "two"), gap))
        yield opened_library
    assert is_sound(library_path)


@pytest.fixture
def here(library: Library) -> Session:
    """The review, open for change."""
    return Session.open(library, "checkout")


@pytest.fixture
def elsewhere(library: Library) -> Iterator[Session]:
    """The same review, open in another connection, as another process would have it."""
    with opened(library.path) as other:
        yield Session.open(other, "checkout")


def said(text: str) -> Change:
    """A change that adds an event."""
    return lambda review: changes.add(review, happened(7, text))


def reworded(label: str, text: str) -> Change:
    """A change of one item's text."""
    return lambda review: changes.put(review, changes.find(review, label).changed(text=text))


def removed(label: str) -> Change:
    """A change that takes one item away."""
    return lambda review: changes.remove(review, label)


def with_incident(**fields: object) -> Change:
    """A change of the incident."""
    return lambda review: changes.updated(review, incident=review.incident.changed(**fields))


def texts(review: Review) -> list[str]:
    """What the timeline says."""
    return [event.text for event in review.events]


# Applying


def test_a_change_is_on_disk_when_it_returns(here: Session, library: Library) -> None:
    """Another reader sees it at once, and the session shows what is on disk."""
    after = here.apply("Add", said("three"))
    assert texts(after) == ["one", "three", "two"]
    assert here.review is after
    with opened(library.path) as other:
        assert other.load("checkout") == after
    assert here.touched == ("E3",)


def test_a_change_of_nothing_writes_nothing(here: Session, library: Library) -> None:
    """No journal entry, no new revision."""
    before = library.revision(here.review.id)
    assert here.apply("Nothing", lambda review: review) is here.review
    assert here.apply("The same", reworded("E1", "one")) == here.review
    assert (here.touched, here.history()) == ((), ())
    assert library.revision(here.review.id) == before


def test_only_changed_rows_are_written(here: Session, library: Library) -> None:
    """The other items keep the time of their last change."""
    told(library.path, "UPDATE item SET updated_at = 'untouched'")
    here.apply("Reword", reworded("E2", "otherwise"))
    rows = asked(library.path, "SELECT label FROM item WHERE updated_at <> 'untouched'")
    assert rows == [("E2",)]


def test_a_change_that_fails_changes_nothing(here: Session, library: Library) -> None:
    """An exception in the change itself leaves review and file as they were."""
    before = here.review
    with pytest.raises(changes.UnknownLabel):
        here.apply("Remove", removed("E9"))
    assert here.review is before
    assert library.load("checkout") == before


def test_a_stage_is_kept_with_whatever_else_changes(here: Session, library: Library) -> None:
    """Reaching a stage is written, alone or together with an item."""
    here.apply("Reach", lambda review: changes.updated(review, stage=Stage.GAPS), undoable=False)
    assert library.load("checkout").stage is Stage.GAPS
    here.apply("Add", lambda review: changes.updated(said("x")(review), stage=Stage.FACTORS))
    assert library.load("checkout") == here.review
    assert here.review.stage is Stage.FACTORS


def test_a_quiet_change_is_not_in_the_history(here: Session) -> None:
    """Undo passes over it."""
    here.apply("Add", said("three"))
    here.apply("Open", lambda review: changes.updated(review, status=Status.IN_REVIEW), undoable=False)
    assert [entry.summary for entry in here.history()] == ["Add"]
    assert here.undo() == "Add"
    assert here.review.status is Status.IN_REVIEW


# Taking back


def test_taking_back_goes_step_by_step_across_restarts(library: Library) -> None:
    """Each step restores what was there before it; a new process goes on where the last one was."""
    states = [library.load("checkout")]
    steps: list[Change] = [said("three"), reworded("E1", "uno"), removed("E2"), said("four")]
    for number, change in enumerate(steps):
        states.append(Session.open(library, "checkout").apply(f"step {number}", change))
    for number in (3, 2, 1, 0):
        assert Session.open(library, "checkout").undo() == f"step {number}"
        assert _same(library.load("checkout"), states[number])
    assert Session.open(library, "checkout").undo() == ""
    for number in (0, 1, 2, 3):
        assert Session.open(library, "checkout").redo() == f"step {number}"
        assert _same(library.load("checkout"), states[number + 1])
    assert Session.open(library, "checkout").redo() == ""


def _same(one: Review, other: Review) -> bool:
    """Whether two reviews say the same, whatever labels were used up."""
    return one.model_copy(update={"last_numbers": other.last_numbers}) == other


def test_a_removed_item_comes_back_with_what_pointed_at_it(here: Session) -> None:
    """References that went with it come back with it."""
    before = here.review
    here.apply("Remove", removed("E1"))
    assert here.review.gaps[0].evidence == ()
    assert here.touched == ("E1", "G1")
    here.undo()
    assert _same(here.review, before)
    assert set(here.touched) == {"E1", "G1"}


def test_a_label_is_never_used_twice(here: Session) -> None:
    """Not even after its item was taken back or removed, and the process began anew."""
    here.apply("Add", said("three"))
    here.undo()
    again = Session.open(here._library, "checkout")
    again.apply("Add", said("four"))
    assert again.touched == ("E4",)
    again.apply("Remove", removed("E4"))
    again.apply("Add", said("five"))
    assert again.touched == ("E5",)


def test_a_new_change_leaves_nothing_to_make_again(here: Session) -> None:
    """What was taken back stays in the history as discarded."""
    here.apply("First", said("three"))
    here.undo()
    here.apply("Second", said("four"))
    assert here.redo() == ""
    assert [(entry.summary, entry.state.value) for entry in here.history()] == [
        ("Second", "live"),
        ("First", "discarded"),
    ]


def test_fields_of_the_incident_are_taken_back_one_by_one(here: Session, library: Library) -> None:
    """Taking back the team keeps the severity that was set by the way."""
    here.apply("Team", with_incident(owner_team="Payments", services=("a", "b")))
    here.apply("Severity", with_incident(severity=Severity.SEV1), undoable=False)
    assert here.undo() == "Team"
    incident = library.load("checkout").incident
    assert (incident.owner_team, incident.services) == ("", ())
    assert incident.severity is Severity.SEV1
    here.redo()
    assert library.load("checkout").incident.services == ("a", "b")


# Another process


def test_a_change_from_elsewhere_is_seen(here: Session, elsewhere: Session) -> None:
    """Once, with what it touched."""
    assert not here.refresh()
    elsewhere.apply("Add", said("three"))
    assert here.refresh()
    assert here.review == elsewhere.review
    assert here.touched == ("E3",)
    assert not here.refresh()


def test_a_change_while_the_review_was_being_opened_is_seen(
    elsewhere: Session, library: Library
) -> None:
    """Nothing slips through between reading the review and watching it."""
    review, revision = library.load_with_revision("checkout")
    elsewhere.apply("Add", said("three"))
    here = Session(library, review, revision)
    assert here.refresh()
    assert here.review == elsewhere.review


def test_a_review_read_at_once_is_read_again_only_if_it_changed(
    elsewhere: Session, library: Library
) -> None:
    """What the screen shows already is taken over, unless somebody changed it meanwhile."""
    known = read_at_once(library.path, "checkout")
    assert known is not None
    assert Session.open(library, "checkout", known).review is known.review
    elsewhere.apply("Add", said("three"))
    assert Session.open(library, "checkout", known).review == elsewhere.review


def test_another_review_s_change_is_no_news(here: Session, elsewhere: Session) -> None:
    """Only this review counts."""
    before = here.review
    elsewhere._library.create(named("other"))
    elsewhere.keep_place(Stage.TIMELINE, "E1", Draft("half a line"))
    assert not here.refresh()
    assert here.review is before


def test_two_lines_at_the_same_time_are_both_kept(
    here: Session, elsewhere: Session, library: Library
) -> None:
    """The later one gets the next label."""
    elsewhere.apply("Add", said("from elsewhere"))
    here.apply("Add", said("from here"))
    assert here.touched == ("E4",)
    assert texts(library.load("checkout")) == ["one", "from elsewhere", "from here", "two"]
    assert here.review == library.load("checkout")


def test_different_fields_at_the_same_time_are_both_kept(here: Session, elsewhere: Session) -> None:
    """One sets the team while the other sets the severity."""
    elsewhere.apply("Team", with_incident(owner_team="Payments"))
    here.apply("Severity", with_incident(severity=Severity.SEV1))
    assert here.review.incident.owner_team == "Payments"
    assert here.review.incident.severity is Severity.SEV1


@pytest.mark.parametrize(
    ("theirs", "mine", "named_in_sentence"),
    [
        (reworded("E1", "theirs"), reworded("E1", "mine"), "E1 was"),
        (removed("E1"), reworded("E1", "mine"), "E1 was"),
        (reworded("E1", "theirs"), removed("E1"), "E1 was"),
        (reworded("G1", "theirs"), removed("E1"), "G1 was"),
        (with_incident(owner_team="A"), with_incident(owner_team="B"), "The owner team was"),
        (
            lambda review: reworded("E2", "theirs")(reworded("E1", "theirs")(review)),
            lambda review: reworded("E2", "mine")(reworded("E1", "mine")(review)),
            "E1 and E2 were",
        ),
    ],
)
def test_the_same_item_at_the_same_time_is_refused(
    here: Session, elsewhere: Session, theirs: Change, mine: Change, named_in_sentence: str
) -> None:
    """What was written first stays; the session shows it, and the second time its change is meant."""
    elsewhere.apply("Theirs", theirs)
    with pytest.raises(ChangedElsewhere) as caught:
        here.apply("Mine", mine)
    assert str(caught.value).startswith(f"{named_in_sentence} changed elsewhere in the meantime; ")
    assert here.review == elsewhere.review
    assert here._library.load("checkout") == elsewhere.review


def test_what_points_at_an_item_removed_elsewhere_points_no_longer(
    here: Session, elsewhere: Session, library: Library
) -> None:
    """A new item is kept without its reference, and a factor without its parent."""
    here.apply("Add", _factor(""))
    elsewhere.refresh()
    elsewhere.apply("Remove", removed("E1"))
    here.apply("Add", lambda review: changes.add(review, _gap("E1", "E2")))
    assert here.review.gaps[-1].evidence == ("E2",)
    elsewhere.refresh()
    elsewhere.apply("Remove", removed("F1"))
    here.apply("Add", _factor("F1"))
    assert [factor.parent for factor in here.review.factors] == [None]
    assert library.load("checkout") == here.review


def _gap(*evidence: str) -> Gap:
    return Gap(label="G0", kind=GapKind.DETECTION, text="x", evidence=evidence)


def _factor(parent: str) -> Change:
    factor = Factor(label="F0", category=Category.PROCESS, text="x", parent=parent or None)
    return lambda review: changes.add(review, factor)


def test_nothing_is_taken_back_that_was_not_seen(here: Session, elsewhere: Session) -> None:
    """First the other's change is shown; only then undo takes it back."""
    here.apply("Mine", said("mine"))
    elsewhere.refresh()
    elsewhere.apply("Theirs", said("theirs"))
    with pytest.raises(ChangedElsewhere, match="look again"):
        here.undo()
    assert "theirs" in texts(here.review)
    assert here.undo() == "Theirs"
    assert here.undo() == "Mine"
    assert texts(here.review) == ["one", "two"]


def test_what_no_longer_fits_is_not_taken_back(here: Session, library: Library) -> None:
    """An item that was changed since, outside the journal, keeps its change."""
    here.apply("Mine", reworded("E1", "mine"))
    here.apply("Quietly", reworded("E1", "later"), undoable=False)
    with pytest.raises(ChangedElsewhere, match=r"^E1 was changed since"):
        here.undo()
    assert library.load("checkout").events[0].text == "later"
    assert here.review == library.load("checkout")


def test_a_review_deleted_elsewhere_is_one_sentence(here: Session, elsewhere: Session) -> None:
    """Every way to notice says the same; restored, it goes on."""
    elsewhere._library.hide("checkout")
    with pytest.raises(UnknownReview, match="checkout was deleted elsewhere"):
        here.refresh()
    with pytest.raises(UnknownReview, match="checkout was deleted elsewhere"):
        here.apply("Add", said("three"))
    elsewhere._library.restore("checkout")
    here.apply("Add", said("three"))
    assert "three" in texts(elsewhere._library.load("checkout"))


# Where the room was


def test_the_place_is_kept_across_restarts(here: Session, library: Library) -> None:
    """Stage, highlights and unfinished lines, each stage with its own."""
    here.keep_place(Stage.TIMELINE, "E2", Draft("14:3", "E2"))
    here.keep_place(Stage.GAPS, "D1", Draft("half \ud800 a \x00 line"))
    again = Session.open(library, "checkout")
    assert again.position.stage is Stage.GAPS
    assert again.position.highlights == {Stage.TIMELINE: "E2", Stage.GAPS: "D1"}
    assert again.drafts == {
        Stage.TIMELINE: Draft("14:3", "E2"),
        Stage.GAPS: Draft("half \ufffd a \x00 line"),
    }


def test_an_entered_line_leaves_no_draft(here: Session, library: Library) -> None:
    """An empty line clears what was kept."""
    here.keep_place(Stage.TIMELINE, "E2", Draft("14:3"))
    here.keep_place(Stage.TIMELINE, "E3", Draft())
    assert here.drafts == {}
    again = Session.open(library, "checkout")
    assert again.drafts == {}
    assert again.position.highlights == {Stage.TIMELINE: "E3"}


def test_a_new_review_begins_at_its_stage(library: Library) -> None:
    """Without a place, the furthest stage is shown."""
    review = named("fresh").model_copy(update={"stage": Stage.FACTORS})
    library.create(review)
    assert Session.open(library, "fresh").position.stage is Stage.FACTORS


def test_a_place_in_an_unknown_stage_is_passed_over(here: Session, library: Library) -> None:
    """A file may have been written by another version."""
    here.keep_place(Stage.TIMELINE, "E2", Draft("14:3"))
    told(library.path, "UPDATE stage_place SET stage = 'follow-up'")
    told(library.path, "UPDATE position SET stage = 'follow-up'")
    again = Session.open(library, "checkout")
    assert (again.position.stage, again.drafts) == (Stage.PREPARE, {})


def test_an_event_without_a_time_stays_where_it_was_said(here: Session, library: Library) -> None:
    """What the session shows is in the order in which it is read again."""
    here.apply("Add", lambda review: changes.add(review, happened(None, "then")))
    here.apply("Move", lambda review: changes.put(review, review.events[0].changed(time=Moment())))
    assert library.load("checkout") == here.review
