"""Backups, reviews that travel alone, migrations, and what the doctor looks at."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from pirtui.domain import changes
from pirtui.domain.review import Stage
from pirtui.session import Draft, Session
from pirtui.store import connection as connecting
from pirtui.store.backups import restore_backup
from pirtui.store.errors import (
    CorruptLibrary,
    FullDisk,
    LibraryProblem,
    LockedLibrary,
    NewerLibrary,
)
from pirtui.store.identity import LIBRARY_VERSION
from pirtui.store.kinds import FileKind, file_kind
from tests.domain.making import happened
from tests.store.libraries import MORNING, asked, is_sound, named, opened, problem_of, told


def _made(path: Path, *refs: str) -> Path:
    with opened(path) as library:
        for ref in refs:
            library.create(named(ref, happened(5, "first"), happened(9, "second")))
            session = Session.open(library, ref)
            session.apply("Remove", lambda review: changes.remove(review, "E1"))
            session.keep_place(Stage.TIMELINE, "E2", Draft("half a line"))
    return path


def _refs(path: Path) -> list[str]:
    with opened(path) as library:
        return sorted(row.ref for row in library.summaries())


# Backups


def test_a_backup_is_whole_while_the_library_is_in_use(library_path: Path, tmp_path: Path) -> None:
    """What was just written is in it; it is one private file."""
    copy = tmp_path / "copy.db"
    with opened(library_path) as library:
        library.create(named("checkout", happened(5)))
        library.backup(copy)
        expected = library.load("checkout")
    assert copy.stat().st_mode & 0o777 == 0o600
    assert not list(tmp_path.glob("copy.db-*"))
    assert is_sound(copy)
    with opened(copy) as library:
        assert library.load("checkout") == expected


def test_a_backup_overwrites_nothing(library_path: Path, tmp_path: Path) -> None:
    """An existing file is named and stays."""
    _made(library_path, "checkout")
    (tmp_path / "mine.txt").write_text("mine")
    with opened(library_path) as library:
        problem = problem_of(lambda: library.backup(tmp_path / "mine.txt"))
    assert isinstance(problem, LibraryProblem)
    assert "exists already" in str(problem)
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_a_backup_that_fails_leaves_nothing(library_path: Path, tmp_path: Path) -> None:
    """Neither half a copy nor a file that stands in the way of the next try."""
    _made(library_path, "checkout")
    with opened(library_path) as library:
        for path in (tmp_path / "missing" / "copy.db", tmp_path / ("x" * 300)):
            problem = problem_of(lambda: library.backup(path))  # noqa: B023 - called at once
            assert isinstance(problem, LibraryProblem)
            assert str(path) in str(problem)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []


# Restoring


def test_a_backup_takes_the_library_s_place(library_path: Path, tmp_path: Path) -> None:
    """What was there is kept under another name."""
    _made(library_path, "old")
    backup = tmp_path / "backup.db"
    with opened(library_path) as library:
        library.backup(backup)
        library.create(named("new"))
    kept = restore_backup(library_path, backup, lambda: MORNING)
    assert kept == library_path.with_name("library.db.20261123T100000.replaced")
    assert _refs(library_path) == ["old"]
    assert _refs(kept) == ["new", "old"]
    assert library_path.stat().st_mode & 0o777 == 0o600


def test_a_backup_can_be_restored_where_nothing_is(library_path: Path, tmp_path: Path) -> None:
    """On a new machine there is nothing to keep."""
    backup = _made(tmp_path / "backup.db", "old")
    library_path.parent.mkdir()
    assert restore_backup(library_path, backup, lambda: MORNING) is None
    assert _refs(library_path) == ["old"]


def test_a_damaged_library_is_kept_when_it_is_replaced(library_path: Path, tmp_path: Path) -> None:
    """Somebody may yet read something out of it."""
    _made(library_path, "checkout")
    backup = tmp_path / "backup.db"
    with opened(library_path) as library:
        library.backup(backup)
    library_path.write_bytes(b"broken" * 2000)
    kept = restore_backup(library_path, backup, lambda: MORNING)
    assert kept is not None
    assert kept.read_bytes() == b"broken" * 2000
    assert _refs(library_path) == ["checkout"]


def test_a_library_in_use_is_not_replaced(library_path: Path, tmp_path: Path) -> None:
    """The other pirtui would go on writing into a file that nobody opens again."""
    backup = _made(tmp_path / "backup.db", "old")
    with opened(library_path) as library:
        library.create(named("checkout"))
        with pytest.raises(LockedLibrary, match="open in another pirtui"):
            restore_backup(library_path, backup, lambda: MORNING)
        assert library.load("checkout")
    assert _refs(library_path) == ["checkout"]


def _damaged(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xa5" * (size - size // 2))


def _newer(path: Path) -> None:
    told(path, "PRAGMA user_version = 99")


def _absent(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [(_damaged, CorruptLibrary), (_newer, NewerLibrary), (_absent, LibraryProblem)],
)
def test_only_a_sound_backup_is_restored(
    library_path: Path, tmp_path: Path, spoil: object, kind: type[LibraryProblem]
) -> None:
    """The library stays as it is, and the sentence names the backup."""
    _made(library_path, "checkout")
    backup = _made(tmp_path / "backup.db", "old")
    assert callable(spoil)
    spoil(backup)
    problem = problem_of(lambda: restore_backup(library_path, backup, lambda: MORNING))
    assert type(problem) is kind
    assert str(backup) in str(problem)
    assert [path.name for path in library_path.parent.iterdir()] == ["library.db"]
    assert _refs(library_path) == ["checkout"]


# A review that travels alone


def test_a_review_travels_alone(library_path: Path, tmp_path: Path) -> None:
    """The same tables with this review only, without its journal, its place and its drafts."""
    _made(library_path, "checkout", "other")
    path = tmp_path / "one.db"
    with opened(library_path) as library:
        library.export_review("checkout", path)
        expected = library.load("checkout")
    assert file_kind(path) is FileKind.LIBRARY
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in tmp_path.glob("*one.db*")] == ["one.db"]
    for name in ("change", "change_row", "position", "stage_place"):
        assert asked(path, f"SELECT count(*) FROM {name}") == [(0,)]
    assert asked(path, "SELECT label FROM item") == [("E2",)]
    assert asked(path, "PRAGMA journal_mode") == [("delete",)]
    with opened(path) as library:
        assert library.load("checkout") == expected
        assert library.load("checkout").last_numbers == {"E": 2}


def test_an_export_overwrites_only_when_told(library_path: Path, tmp_path: Path) -> None:
    """An existing file stays unless it may be replaced."""
    _made(library_path, "checkout")
    path = tmp_path / "one.db"
    path.write_text("mine")
    with opened(library_path) as library:
        with pytest.raises(LibraryProblem, match="exists already"):
            library.export_review("checkout", path)
        assert path.read_text() == "mine"
        library.export_review("checkout", path, overwrite=True)
    assert _refs(path) == ["checkout"]


def test_an_export_never_replaces_the_library_itself(library_path: Path, tmp_path: Path) -> None:
    """Not even by another name for it."""
    _made(library_path, "checkout", "other")
    link = tmp_path / "link.db"
    link.symlink_to(library_path)
    with opened(library_path) as library:
        for path in (library_path, link):
            with pytest.raises(LibraryProblem, match="is the library itself"):
                library.export_review("checkout", path, overwrite=True)
    assert _refs(library_path) == ["checkout", "other"]


def test_an_export_never_replaces_a_library_in_use(library_path: Path, tmp_path: Path) -> None:
    """What another process has open keeps its files together."""
    _made(library_path, "checkout")
    with opened(tmp_path / "used.db") as other, opened(library_path) as library:
        other.create(named("theirs"))
        with pytest.raises(LockedLibrary, match="open in another pirtui"):
            library.export_review("checkout", tmp_path / "used.db", overwrite=True)
    assert _refs(tmp_path / "used.db") == ["theirs"]


# Migrations

NEXT = LIBRARY_VERSION + 1


def _with_a_note(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE review ADD COLUMN remark TEXT NOT NULL DEFAULT ''")


def _full(connection: Connection) -> None:
    _with_a_note(connection)
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL
    raise full


def _next_version(monkeypatch: pytest.MonkeyPatch, migration: object) -> None:
    monkeypatch.setattr(connecting, "LIBRARY_VERSION", NEXT)
    monkeypatch.setattr("pirtui.store.identity.LIBRARY_VERSION", NEXT)
    monkeypatch.setitem(connecting.MIGRATIONS, NEXT, migration)


def test_a_migration_runs_once_after_a_backup(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reviews are there afterwards; the file as it was before lies beside it, log included."""
    _made(library_path, "checkout")
    with opened(library_path) as still_open:
        still_open.create(named("in-the-log"))
        _next_version(monkeypatch, _with_a_note)
        for _ in range(2):
            with opened(library_path) as library:
                assert len(library.summaries()) == 2
    assert asked(library_path, "PRAGMA user_version") == [(NEXT,)]
    assert asked(library_path, "SELECT DISTINCT remark FROM review") == [("",)]
    backup = library_path.with_name(f"library.db.v{LIBRARY_VERSION}.backup")
    assert asked(backup, "PRAGMA user_version") == [(LIBRARY_VERSION,)]
    assert asked(backup, "SELECT ref FROM review ORDER BY ref") == [("checkout",), ("in-the-log",)]
    assert backup.stat().st_mode & 0o777 == 0o600


def test_a_migration_that_fails_changes_nothing(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tables and version are as before; when there is room again, it runs."""
    _made(library_path, "checkout")
    _next_version(monkeypatch, _full)
    assert type(problem_of(lambda: opened(library_path))) is FullDisk
    assert asked(library_path, "PRAGMA user_version") == [(LIBRARY_VERSION,)]
    with closing(sqlite3.connect(library_path)) as connection:
        assert not connection.execute(
            "SELECT 1 FROM pragma_table_info('review') WHERE name = 'remark'"
        ).fetchall()
    monkeypatch.setitem(connecting.MIGRATIONS, NEXT, _with_a_note)
    with opened(library_path) as library:
        assert len(library.summaries()) == 1


# What the doctor looks at


def test_a_sound_library_is_in_order(library_path: Path) -> None:
    """Everything that is looked at is fine."""
    _made(library_path, "checkout", "other")
    with opened(library_path) as library:
        found = library.check()
    assert all(finding.fine for finding in found)
    names = [finding.name for finding in found]
    assert names == ["integrity", "links", "version", "permissions", "checkout", "other"]


def _not_fine(path: Path) -> dict[str, str]:
    with opened(path) as library:
        return {finding.name: finding.said for finding in library.check() if not finding.fine}


def test_the_journal_is_compared_with_the_tables(library_path: Path) -> None:
    """A row changed behind pirtui's back is pointed out by its label."""
    with opened(library_path) as library:
        library.create(named("checkout", happened(5)))
        Session.open(library, "checkout").apply(
            "Say", lambda review: changes.put(review, review.events[0].changed(text="said"))
        )
    told(library_path, "UPDATE event SET text = 'forged'")
    found = _not_fine(library_path)
    assert list(found) == ["checkout"]
    assert "E1" in found["checkout"]


def test_links_that_lead_nowhere_are_counted(library_path: Path) -> None:
    """Foreign keys are looked at, whoever wrote the rows."""
    _made(library_path, "checkout")
    told(library_path, "INSERT INTO incident_service VALUES ('none', 0, 'x')")
    assert _not_fine(library_path) == {"links": "Rows that point at something missing: 1."}


def test_what_cannot_be_read_is_a_finding(library_path: Path) -> None:
    """One strange review does not hide the others."""
    _made(library_path, "checkout", "other")
    told(
        library_path,
        "UPDATE event SET precision = 'fortnight'"
        " WHERE review_id = (SELECT id FROM review WHERE ref = 'checkout')",
    )
    found = _not_fine(library_path)
    assert list(found) == ["checkout"]
    assert "did not write" in found["checkout"]


def test_a_damaged_file_is_explained_as_far_as_it_can_be_opened(library_path: Path) -> None:
    """The doctor goes on behind what is broken."""
    with opened(library_path) as library:
        library.create(named("checkout", *(happened(n, "event " * 50) for n in range(200))))
    size = library_path.stat().st_size
    with library_path.open("r+b") as file:
        file.seek(size * 3 // 4)
        file.write(b"\xa5" * (size // 4))
    with opened(library_path) as library:
        found = {finding.name: finding.fine for finding in library.check()}
    assert not found["integrity"]
    assert not found["checkout"]
    assert found["permissions"]
