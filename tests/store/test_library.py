"""The library: names, lists, deleting, archiving, importing."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from pirtui.domain import changes
from pirtui.domain.actions import Action, ActionStatus
from pirtui.domain.events import Milestone
from pirtui.domain.review import Review
from pirtui.session import Session
from pirtui.store.connection import pragma
from pirtui.store.errors import LibraryProblem, RefTaken, UnknownReview
from pirtui.store.identity import LIBRARY_VERSION
from pirtui.store.library import Library
from pirtui.store.refs import is_safe
from pirtui.store.summaries import read_summaries
from tests.conftest import SteppedClock
from tests.domain.making import DAY, happened
from tests.store.libraries import asked, is_sound, named, opened


def _on(ref: str, day: date | None) -> Review:
    review = named(ref)
    return review.model_copy(update={"incident": review.incident.changed(on=day)})


# Names


@pytest.mark.parametrize(
    ("title", "ref"),
    [
        ("Checkout slow", "2024-03-05-checkout-slow"),
        ("Zürich: café à 100 %", "2024-03-05-zurich-cafe-a-100"),
        ("../../etc/passwd", "2024-03-05-etc-passwd"),
        ("日本語", "2024-03-05-review"),
        ("", "2024-03-05-review"),
        ("bad \ud800 \x00 byte", "2024-03-05-bad-byte"),
        ("a " * 400, "2024-03-05-" + "-".join("a" * 24)),
    ],
)
def test_a_ref_is_short_plain_and_safe_in_a_path(library_path: Path, title: str, ref: str) -> None:
    """The day and the title's words, in letters that every file system takes."""
    with opened(library_path) as library:
        made = library.unique_ref(title, date(2024, 3, 5))
    assert made == ref
    assert is_safe(made)


def test_a_ref_is_unique(library_path: Path) -> None:
    """The next review of the same title is numbered, also when the first was deleted."""
    with opened(library_path) as library:
        library.create(named(library.unique_ref("Checkout", None)))
        library.create(named(library.unique_ref("Checkout", None)))
        library.hide("checkout")
        assert library.unique_ref("Checkout", None) == "checkout-3"


def test_a_ref_that_is_taken_is_refused(library_path: Path) -> None:
    """Nothing is written; the sentence names the ref."""
    with opened(library_path) as library:
        library.create(named("checkout"))
        with pytest.raises(RefTaken, match="checkout"):
            library.create(named("checkout"))
        assert len(library.summaries()) == 1


def test_an_id_that_is_taken_is_refused(library_path: Path) -> None:
    """Two reviews never share an id, which would mix their items."""
    with opened(library_path) as library:
        library.create(named("checkout", ident="same"))
        with pytest.raises(RefTaken, match="same"):
            library.create(named("other", ident="same"))


@pytest.mark.parametrize("ref", ["", "..", "../up", "/etc/passwd", "a/b", "a\nb", "a\x00b", "-x", "é"])
def test_a_ref_that_leads_out_of_a_folder_is_refused(library_path: Path, ref: str) -> None:
    """A file from elsewhere cannot name a review so that its report is written elsewhere."""
    with opened(library_path) as library:
        with pytest.raises(LibraryProblem, match="cannot name a review"):
            library.import_review(named(ref))
        assert library.summaries() == ()


@pytest.mark.parametrize("name", ["nonsense", "", "bad \ud800 byte", "' OR 1=1 --"])
def test_an_unknown_name_is_one_sentence(library_path: Path, name: str) -> None:
    """Whatever is asked for, only what goes by that name is found."""
    with opened(library_path) as library:
        library.create(named("checkout"))
        with pytest.raises(UnknownReview):
            library.load(name)
        with pytest.raises(UnknownReview):
            library.hide(name)


# The list


def test_the_list_says_what_home_shows(library_path: Path) -> None:
    """Each review with its incident, its open actions and the time at which it was over."""
    actions = [
        Action(label="A0", text="one"),
        Action(label="A0", text="two", status=ActionStatus.DONE),
        Action(label="A0", text="three", status=ActionStatus.NOT_DOING),
        Action(label="A0", text="four"),
        Action(label="A0", text="five"),
    ]
    review = named(
        "checkout",
        happened(90, "over", Milestone.RESOLVED),
        happened(80, "removed", Milestone.RESOLVED),
        *actions,
    )
    with opened(library_path) as library:
        library.create(review)
        session = Session.open(library, "checkout")
        session.apply("Remove", lambda held: changes.remove(held, "A4"))
        session.apply("Remove", lambda held: changes.remove(held, "E2"))
    (row,) = read_summaries(library_path)
    assert (row.id, row.ref, row.title, row.kind, row.severity) == (
        review.id, "checkout", "Checkout slow", "incident", "SEV2",
    )  # fmt: skip
    assert (row.on, row.status, row.stage) == (date(2024, 3, 5), review.status, review.stage)
    assert row.open_actions == 2
    assert row.resolved == DAY + timedelta(minutes=90)
    assert not row.archived


def test_the_list_begins_with_the_newest_incident(library_path: Path) -> None:
    """A review without a day stands where it was opened."""
    with opened(library_path) as library:
        for ref, day in (("old", 1), ("new", 20), ("middle", 10)):
            library.create(_on(ref, date(2024, 3, day)))
        library.create(_on("undated", None))
    assert [row.ref for row in read_summaries(library_path)] == ["new", "middle", "undated", "old"]


def test_the_list_of_a_library_that_is_not_there_is_empty(library_path: Path) -> None:
    """Looking makes nothing; a file that is just being made is no other program's."""
    assert read_summaries(library_path) == ()
    assert not library_path.parent.exists()
    library_path.parent.mkdir()
    library_path.touch()
    assert read_summaries(library_path) == ()


def test_the_list_needs_neither_sqlmodel_nor_pydantic(library_path: Path) -> None:
    """It is on the way to the first paint, and both take longer to import than Textual."""
    opened(library_path).close()
    script = (
        "import sys; from pathlib import Path; from pirtui.store.summaries import read_summaries;"
        "read_summaries(Path(sys.argv[1]));"
        "print([name for name in ('sqlmodel', 'sqlalchemy', 'pydantic') if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(library_path)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert ran.stdout.strip() == "[]"


# Deleting and archiving


def test_a_deleted_review_is_gone_and_can_come_back(library_path: Path, clock: SteppedClock) -> None:
    """It is in no list and cannot be opened, until it is restored, also after a restart."""
    with Library.open(library_path, clock=clock) as library:
        for ref in ("one", "two"):
            library.create(named(ref, happened(5)))
        one = library.load("one")
        library.hide("two")
        clock.move(seconds=1)
        library.hide("one")
        assert library.summaries(include_archived=True) == ()
    with Library.open(library_path, clock=clock) as library:
        assert library.last_hidden() == "one"
        with pytest.raises(UnknownReview):
            library.load("one")
        with pytest.raises(UnknownReview):
            library.load(one.id)
        library.restore("one")
        assert library.load("one") == one
        assert library.last_hidden() == "two"
        library.restore("two")
        assert library.last_hidden() is None


def test_an_archived_review_is_out_of_the_way(library_path: Path) -> None:
    """It is listed when asked for, opens as ever, and comes back."""
    with opened(library_path) as library:
        library.create(named("checkout"))
        library.archive("checkout", True)
        assert library.summaries() == ()
        (row,) = library.summaries(include_archived=True)
        assert row.archived
        assert library.load("checkout").archived
        library.archive("checkout", False)
        assert len(library.summaries()) == 1


def test_archiving_is_not_overwritten_by_an_open_session(library_path: Path) -> None:
    """A change of another field, made on the state before, keeps the mark."""
    with opened(library_path) as library:
        library.create(named("checkout"))
        session = Session.open(library, "checkout")
        library.archive("checkout", True)
        session.apply("Ask", lambda review: changes.updated(review, question="How come?"))
        assert library.load("checkout").archived
        assert library.load("checkout").question == "How come?"


# Importing


def test_importing_twice_changes_nothing(library_path: Path) -> None:
    """The same review is taken in once; its journal stays."""
    review = named("checkout", happened(5))
    with opened(library_path) as library:
        assert library.import_review(review) == review
        assert library.import_review(review) == review
        assert len(library.summaries()) == 1
        assert library.revision(review.id) == 0


def test_importing_what_was_changed_here_is_refused(library_path: Path) -> None:
    """Neither version is lost; the sentence says how to look at the other one."""
    review = named("checkout", happened(5))
    with opened(library_path) as library:
        library.import_review(review)
        Session.open(library, "checkout").apply(
            "Ask", lambda held: changes.updated(held, question="How come?")
        )
        with pytest.raises(RefTaken, match="checkout is here already, with other content; --library"):
            library.import_review(review)
        assert library.load("checkout").question == "How come?"


def test_importing_what_was_deleted_here_brings_it_back(library_path: Path) -> None:
    """With its history; unless it has other content, which is then not lost."""
    review = named("checkout", happened(5))
    with opened(library_path) as library:
        library.import_review(review)
        library.hide("checkout")
        changed = changes.updated(review, question="How come?")
        with pytest.raises(RefTaken, match="was deleted here, with other content"):
            library.import_review(changed)
        assert library.import_review(review) == review
        assert library.load("checkout") == review


def test_importing_another_review_of_the_same_name_is_refused(library_path: Path) -> None:
    """What is here stays as it is."""
    with opened(library_path) as library:
        mine = library.create(named("checkout", happened(5)))
        with pytest.raises(RefTaken, match="checkout"):
            library.import_review(named("checkout"))
        assert library.load("checkout") == mine


# The file, for people who read it by hand


def test_the_file_and_its_folder_are_private(library_path: Path) -> None:
    """Only their owner can read them, and what SQLite keeps beside them."""
    with opened(library_path) as library:
        library.create(named("checkout"))
        modes = {path.name: path.stat().st_mode & 0o777 for path in library_path.parent.iterdir()}
    assert set(modes) == {"library.db", "library.db-wal", "library.db-shm"}
    assert set(modes.values()) == {0o600}
    assert library_path.parent.stat().st_mode & 0o777 == 0o700


def test_the_file_says_what_it_is(library_path: Path) -> None:
    """The application's id and the version of the tables stand in the header."""
    opened(library_path).close()
    assert asked(library_path, "PRAGMA application_id") == [(0x50495254,)]
    assert asked(library_path, "PRAGMA user_version") == [(LIBRARY_VERSION,)]
    assert asked(library_path, "PRAGMA journal_mode") == [("wal",)]


def test_every_commit_reaches_the_disk(library_path: Path) -> None:
    """A power cut after a line was accepted does not lose it: synchronous is FULL."""
    with opened(library_path) as library:
        assert pragma(library._connection, "synchronous") == 2
        assert pragma(library._connection, "foreign_keys") == 1


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO item VALUES ('none', 'E1', 'event', 1, NULL, '', '')",
        "INSERT INTO event (review_id, label, precision, approximate, open_ended, raw, text, note,"
        " actor, source, open_question, key_moment, in_report, doubt)"
        " VALUES ('1', 'E9', 'none', 0, 0, '', 'x', '', '', '', 0, 0, 1, '')",
        "INSERT INTO evidence VALUES ('1', 'E1', 0, 'E9')",
        "INSERT INTO event_milestone VALUES ('1', 'E9', 0, 'resolved')",
        "INSERT INTO change (review_id, at, summary, state) VALUES ('none', '', '', 'live')",
        "INSERT INTO change_row VALUES (99, 0, 0, 'E1', NULL, NULL)",
    ],
)
def test_the_tables_refuse_what_leads_nowhere(library_path: Path, statement: str) -> None:
    """Foreign keys are declared on every table that belongs to another."""
    with opened(library_path) as library:
        library.create(named("checkout", happened(5), ident="1"))
    with closing(sqlite3.connect(library_path)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            connection.execute(statement)


def test_the_timeline_can_be_queried_by_hand(library_path: Path) -> None:
    """One view gives the events in order, without what was removed."""
    with opened(library_path) as library:
        library.create(
            named("checkout", happened(9, "later"), happened(5, "first"), happened(7, "gone"))
        )
        Session.open(library, "checkout").apply("Remove", lambda held: changes.remove(held, "E3"))
    rows = asked(library_path, "SELECT ref, label, start, text FROM timeline")
    assert rows == [
        ("checkout", "E2", "2024-03-05T00:05:00+00:00", "first"),
        ("checkout", "E1", "2024-03-05T00:09:00+00:00", "later"),
    ]


def test_a_removed_item_keeps_its_row(library_path: Path) -> None:
    """Removing hides; nothing that was said is destroyed."""
    with opened(library_path) as library:
        library.create(named("checkout", happened(5, "said once")))
        Session.open(library, "checkout").apply("Remove", lambda held: changes.remove(held, "E1"))
    ((text, hidden),) = asked(
        library_path, "SELECT text, hidden_at FROM event JOIN item USING (review_id, label)"
    )
    assert (text, bool(hidden)) == ("said once", True)
    assert is_sound(library_path)
