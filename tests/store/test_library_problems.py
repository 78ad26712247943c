"""Everything that can be wrong with a library: one sentence that names the file, and nothing damaged."""

from __future__ import annotations

import os
import shutil
import sqlite3
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from pirtui.domain import changes
from pirtui.domain.review import Stage
from pirtui.session import Draft, Session
from pirtui.store import errors
from pirtui.store.connection import raw
from pirtui.store.errors import LibraryProblem
from pirtui.store.identity import LIBRARY_VERSION
from pirtui.store.library import Library
from pirtui.store.reading import read_at_once
from pirtui.store.summaries import read_summaries
from tests.domain.making import happened
from tests.store.libraries import MORNING, is_sound, named, opened, problem_of, told

_NOBODY = 65534


@pytest.fixture
def library_file(library_path: Path) -> Path:
    """A library with one review in it, closed."""
    with opened(library_path) as library:
        library.create(named("checkout", *(happened(n, f"event {n} " * 20) for n in range(100))))
    return library_path


def _newer(path: Path) -> None:
    told(path, f"PRAGMA user_version = {LIBRARY_VERSION + 1}")


def _of_another_program(path: Path) -> None:
    path.unlink()
    told(path, "CREATE TABLE mine (x)", "PRAGMA application_id = 7")


def _of_no_program(path: Path) -> None:
    path.unlink()
    told(path, "CREATE TABLE mine (x)")


def _notes(path: Path) -> None:
    path.write_text("just some notes\n" * 500)


def _overwritten_behind_the_header(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * (size - 100))


def _overwritten_behind_the_schema(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xa5" * (size - size // 2))


def _truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 8 * 3)


def _truncated_in_the_header(path: Path) -> None:
    os.truncate(path, 60)


def _without_a_table(path: Path) -> None:
    told(path, "DROP TABLE gap")


def _with_a_strange_value(path: Path) -> None:
    told(path, "UPDATE event SET precision = 'fortnight' WHERE label = 'E5'")


def _with_a_strange_time(path: Path) -> None:
    told(path, "UPDATE event SET start = 'yesterday' WHERE label = 'E5'")


def _with_a_strange_label(path: Path) -> None:
    told(
        path,
        "PRAGMA foreign_keys = OFF",
        "UPDATE item SET label = 'Ex' WHERE label = 'E5'",
        "UPDATE event SET label = 'Ex' WHERE label = 'E5'",
    )


def _with_a_trigger(path: Path) -> None:
    told(path, "CREATE TRIGGER quiet AFTER INSERT ON item BEGIN DELETE FROM gap; END")


_SPOILT = [
    (_with_a_trigger, errors.ForeignFile, "holds triggers, which pirtui never writes"),
    (_newer, errors.NewerLibrary, "newer pirtui; update pirtui"),
    (_of_another_program, errors.ForeignFile, "is not a pirtui library; choose another file"),
    (_of_no_program, errors.ForeignFile, "is not a pirtui library; choose another file"),
    (_notes, errors.ForeignFile, "is not a pirtui library; choose another file"),
    (_truncated_in_the_header, errors.CorruptLibrary, "put a backup in its place"),
    (_overwritten_behind_the_header, errors.CorruptLibrary, "put a backup in its place"),
    (_overwritten_behind_the_schema, errors.CorruptLibrary, "put a backup in its place"),
    (_truncated, errors.CorruptLibrary, "put a backup in its place"),
    (_without_a_table, errors.CorruptLibrary, "put a backup in its place"),
    (_with_a_strange_value, errors.CorruptLibrary, "did not write"),
    (_with_a_strange_time, errors.CorruptLibrary, "did not write"),
    (_with_a_strange_label, errors.CorruptLibrary, "did not write"),
]


@pytest.mark.parametrize(("spoil", "kind", "words"), _SPOILT)
def test_a_spoilt_file_is_one_sentence_and_stays_as_it_is(
    library_file: Path, spoil: Callable[[Path], None], kind: type[LibraryProblem], words: str
) -> None:
    """Opening for change and reading at once say the same, and change nothing."""
    spoil(library_file)
    before = library_file.read_bytes()

    def open_and_load() -> None:
        with opened(library_file) as library:
            library.load("checkout")

    for call in (open_and_load, lambda: read_at_once(library_file, "checkout")):
        _is_one_sentence(problem_of(call), kind, words, library_file)
    assert library_file.read_bytes() == before


@pytest.mark.parametrize(("spoil", "kind", "words"), _SPOILT[:6])
def test_the_list_of_a_spoilt_file_is_one_sentence(
    library_file: Path, spoil: Callable[[Path], None], kind: type[LibraryProblem], words: str
) -> None:
    """Home can say it before SQLModel is imported."""
    spoil(library_file)
    _is_one_sentence(problem_of(lambda: read_summaries(library_file)), kind, words, library_file)


def _is_one_sentence(problem: Exception, kind: type[LibraryProblem], words: str, path: Path) -> None:
    said = str(problem)
    assert type(problem) is kind, said
    assert words in said
    assert said.count(str(path)) == 1
    assert said.endswith(".")
    assert "\n" not in said
    assert "{" not in said


def test_a_folder_is_not_a_library(tmp_path: Path) -> None:
    """A path that leads to a folder says so."""
    _is_one_sentence(
        problem_of(lambda: opened(tmp_path)), LibraryProblem, "is a folder; name a file", tmp_path
    )
    _is_one_sentence(
        problem_of(lambda: read_summaries(tmp_path)), LibraryProblem, "is a folder", tmp_path
    )


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    """A library cannot lie in a file."""
    (tmp_path / "data").write_text("")
    path = tmp_path / "data" / "library.db"
    problem = problem_of(lambda: opened(path))
    assert isinstance(problem, LibraryProblem)
    assert str(path) in str(problem)


def test_a_missing_file_is_not_made_when_only_looked_for(library_path: Path) -> None:
    """Without `create`, opening makes neither file nor folder."""
    problem = problem_of(lambda: Library.open(library_path, clock=lambda: MORNING, create=False))
    _is_one_sentence(problem, LibraryProblem, "There is no file", library_path)
    assert not library_path.parent.exists()


def test_a_newer_file_is_not_touched(library_file: Path) -> None:
    """Not a byte of it changes, and nothing is left beside it."""
    _newer(library_file)
    before = library_file.read_bytes()
    problem_of(lambda: opened(library_file))
    assert library_file.read_bytes() == before
    assert [path.name for path in library_file.parent.iterdir()] == [library_file.name]


# While it is open


@pytest.fixture
def session(library_file: Path) -> Iterator[Session]:
    """The review, open for change."""
    with opened(library_file) as library:
        yield Session.open(library, "checkout")


def _add(session: Session, text: str = "one more") -> None:
    session.apply("Add", lambda review: changes.add(review, happened(5, text)))


def _refused(session: Session, kind: type[LibraryProblem], words: str) -> None:
    """A change and a draft are refused in one sentence; the session stays at what is on disk."""
    library, before = session._library, session.review
    for call in (
        lambda: _add(session),
        lambda: session.keep_place(Stage.TIMELINE, "E1", Draft("half a line")),
    ):
        _is_one_sentence(problem_of(call), kind, words, library.path)
    assert session.review is before


def _accepted(session: Session) -> None:
    """Afterwards a change is saved as ever."""
    _add(session, "after all")
    assert "after all" in [event.text for event in session.review.events]
    assert session._library.load("checkout") == session.review


def test_a_locked_library(session: Session, library_file: Path) -> None:
    """Another process that writes for too long is named; afterwards all goes on."""
    raw(session._library._connection).execute("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(library_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        _refused(session, errors.LockedLibrary, "is held by another process; try again")
        assert session._library.load("checkout") == session.review
        other.execute("ROLLBACK")
    _accepted(session)


def test_a_locked_library_cannot_be_opened(library_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is held exclusively says so at the door."""
    monkeypatch.setattr("pirtui.store.connection._WAIT_SECONDS", 0.05)
    monkeypatch.setattr("pirtui.store.opening._WAIT_SECONDS", 0.05)
    with closing(sqlite3.connect(library_file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        for call in (lambda: opened(library_file), lambda: read_summaries(library_file)):
            _is_one_sentence(problem_of(call), errors.LockedLibrary, "is held by another", library_file)


def test_a_full_disk(session: Session, library_file: Path) -> None:
    """A change that does not fit is taken back whole; when there is room again, it is saved."""
    connection = raw(session._library._connection)
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    text = "x" * 100_000
    before = session.review
    problem = problem_of(lambda: _add(session, text))
    _is_one_sentence(problem, errors.FullDisk, "no room left on the disk", library_file)
    assert session.review is before
    assert session._library.load("checkout") == before
    connection.execute("PRAGMA max_page_count = 1000000")
    _accepted(session)
    session._library.close()
    assert is_sound(library_file)


def test_a_library_that_turns_read_only(session: Session) -> None:
    """What is there can still be read."""
    connection = raw(session._library._connection)
    connection.execute("PRAGMA query_only = ON")
    _refused(session, errors.ReadOnlyLibrary, "can be read but not written")
    connection.execute("PRAGMA query_only = OFF")
    _accepted(session)


def _deleted(path: Path) -> None:
    path.unlink()


def _replaced(path: Path) -> None:
    copy = path.with_name("copy.db")
    copy.write_bytes(path.read_bytes())
    os.replace(copy, path)


def _moved(path: Path) -> None:
    os.replace(path, path.with_name("elsewhere.db"))


def test_a_library_that_was_moved_is_left_where_it_is(session: Session, library_file: Path) -> None:
    """It holds every line; nothing is written to its old place, and looking outside says so too."""
    _moved(library_file)
    _refused(session, errors.MovedLibrary, "was moved while it was open")
    assert type(problem_of(session.refresh)) is errors.MovedLibrary
    assert not library_file.exists()


def test_a_library_that_was_deleted_is_put_back(session: Session, library_file: Path) -> None:
    """Every accepted line is in it, with its journal, and the next line is stored as ever."""
    _accepted(session)
    expected = session.review
    _deleted(library_file)
    assert "is back, with all that was in it" in str(problem_of(session.refresh))
    with opened(library_file) as library:
        assert library.load(expected.ref) == expected
        assert all(finding.fine for finding in library.check())
    assert library_file.stat().st_mode & 0o777 == 0o600
    _accepted(session)
    assert session.undo()
    assert is_sound(library_file)


def test_a_library_deleted_with_its_folder_is_put_back(session: Session, library_file: Path) -> None:
    """The folder is made again, too."""
    expected = session.review
    shutil.rmtree(library_file.parent)
    assert "is back, with all that was in it" in str(problem_of(session.refresh))
    with opened(library_file) as library:
        assert library.load(expected.ref) == expected


def test_a_library_that_was_replaced_is_kept_beside(session: Session, library_file: Path) -> None:
    """The other file is left alone; what was open is written beside it, once."""
    _accepted(session)
    expected = session.review
    _replaced(library_file)
    other = library_file.read_bytes()
    assert "what was in it is in" in str(problem_of(session.refresh))
    assert type(problem_of(session.refresh)) is errors.MovedLibrary
    (kept,) = library_file.parent.glob("*.rescued")
    with opened(kept) as library:
        assert library.load(expected.ref) == expected
    assert library_file.read_bytes() == other


def test_a_library_damaged_while_it_is_open(session: Session, library_file: Path) -> None:
    """Reading again says so in one sentence."""
    session._library.close()
    with opened(library_file) as library:
        _overwritten_behind_the_schema(library_file)
        problem = problem_of(lambda: library.load("checkout"))
        _is_one_sentence(problem, errors.CorruptLibrary, "put a backup in its place", library_file)


# Permissions, which do not hold the superuser back


def _as_somebody_else(call: Callable[[], str]) -> str:
    """What a call returns in a process that is not the superuser."""
    if os.geteuid() != 0:
        return call()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgid(_NOBODY)
            os.setuid(_NOBODY)
            said = call()
        except BaseException:
            said = traceback.format_exc()
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as answer:
        said = answer.read()
    os.waitpid(child, 0)
    return said


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter, with a library in it that everybody may read."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        with opened(folder / "library.db") as library:
            library.create(named("checkout", happened(5)))
        (folder / "library.db").chmod(0o444)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


def _said(call: Callable[[], object]) -> str:
    problem = problem_of(call)
    return f"{type(problem).__name__}: {problem}"


def test_a_library_that_may_only_be_read_is_listed_and_shown(open_folder: Path) -> None:
    """Reading needs no permission to write, not even beside the file."""
    path = open_folder / "library.db"

    def read() -> str:
        found = read_at_once(path, "checkout")
        return (
            " ".join(row.ref for row in read_summaries(path))
            + f" {len(found[0].events) if found else 0}"
        )

    assert _as_somebody_else(read) == "checkout 1"


def test_a_library_that_may_only_be_read_is_not_changed(open_folder: Path) -> None:
    """Opening it for change is one sentence about permissions."""
    path = open_folder / "library.db"
    said = _as_somebody_else(lambda: _said(lambda: opened(path)))
    assert said.startswith(f"ReadOnlyLibrary: {path} ")
    assert "check" in said
    assert "permissions" in said


def test_a_read_only_file_in_a_writable_folder(open_folder: Path) -> None:
    """The first change is refused in one sentence; the review can be read."""
    open_folder.chmod(0o777)
    path = open_folder / "library.db"

    def change() -> str:
        with opened(path) as library:
            session = Session.open(library, "checkout")
            return f"{len(session.review.events)} {_said(lambda: _add(session))}"

    said = _as_somebody_else(change)
    assert said.startswith(f"1 ReadOnlyLibrary: {path} can be read but not written")


def test_a_folder_that_may_not_be_written(open_folder: Path) -> None:
    """A library cannot be made there, nor in a new folder of it."""
    for path in (open_folder / "new.db", open_folder / "new" / "library.db"):
        said = _as_somebody_else(lambda: _said(lambda: opened(path)))  # noqa: B023 - called at once
        assert said.startswith(f"ReadOnlyLibrary: {path} ")


def test_a_library_that_may_not_be_read(open_folder: Path) -> None:
    """Another person's library stays closed, in one sentence."""
    path = open_folder / "library.db"
    path.chmod(0o400 if os.geteuid() == 0 else 0)
    for call in (lambda: opened(path), lambda: read_summaries(path)):
        said = _as_somebody_else(lambda: _said(call))  # noqa: B023 - called at once
        assert said.startswith(f"ReadOnlyLibrary: {path} "), said
