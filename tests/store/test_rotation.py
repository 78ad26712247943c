"""Backups that are made without being asked."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from pirtui.domain.backup_policy import DAYS, MONTHS, NEWEST, WEEKS
from pirtui.session import Session
from pirtui.store import rotation
from pirtui.store.errors import LibraryProblem
from pirtui.store.rotation import backups_of, is_sound, keep_backup
from tests.conftest import SteppedClock
from tests.domain.making import happened
from tests.store.libraries import named, opened
from tests.store.writers import adding


def _add(path: Path, number: int) -> None:
    with opened(path) as library:
        Session.open(library, "checkout").apply("Add", adding(number, f"line {number}"))


@pytest.fixture
def library_file(library_path: Path) -> Path:
    """A library with one review in it."""
    with opened(library_path) as library:
        library.create(named("checkout", happened(0, "alert")))
    return library_path


def test_a_backup_is_whole_private_and_named_by_its_time(
    library_file: Path, clock: SteppedClock
) -> None:
    """It lies in a folder beside the library that only its owner can enter."""
    made = keep_backup(library_file, clock)
    assert made is not None
    assert made.at == clock()
    assert is_sound(made.path)
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert made.path.parent.stat().st_mode & 0o777 == 0o700
    with opened(made.path) as copy, opened(library_file) as library:
        assert copy.load("checkout") == library.load("checkout")


def test_what_has_not_changed_is_not_copied_again(library_file: Path, clock: SteppedClock) -> None:
    """Only a change of a review is worth another copy."""
    assert keep_backup(library_file, clock)
    clock.move(hours=1)
    assert keep_backup(library_file, clock) is None
    _add(library_file, 1)
    assert keep_backup(library_file, clock)
    assert len(backups_of(library_file)) == 2


def test_a_young_copy_is_enough_for_a_command(library_file: Path, clock: SteppedClock) -> None:
    """Commands in a script do not copy the library each time."""
    day = timedelta(days=1)
    assert keep_backup(library_file, clock, at_most_every=day)
    _add(library_file, 1)
    assert keep_backup(library_file, clock, at_most_every=day) is None
    clock.move(days=1)
    assert keep_backup(library_file, clock, at_most_every=day)


def test_old_copies_are_thinned_out(library_file: Path, clock: SteppedClock) -> None:
    """After a long time of changes there are a few copies, the newest among them."""
    newest = None
    for number in range(40):
        _add(library_file, number)
        newest = keep_backup(library_file, clock)
        clock.move(hours=9)
    found = backups_of(library_file)
    assert newest is not None
    assert found[0] == newest
    assert len(found) <= NEWEST + DAYS + WEEKS + MONTHS
    assert len(found) < 40


def test_a_clock_set_back_costs_no_copy(library_file: Path, clock: SteppedClock) -> None:
    """The copies from before stay, and a new one is made beside them."""
    for number in range(3):
        _add(library_file, number)
        assert keep_backup(library_file, clock)
        clock.move(hours=1)
    clock.move(days=-30)
    _add(library_file, 9)
    assert keep_backup(library_file, clock)
    assert len(backups_of(library_file)) == 4


def test_a_copy_that_is_not_whole_removes_nothing(
    library_file: Path, clock: SteppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The older copies stay until a new one has been read whole."""
    assert keep_backup(library_file, clock)
    before = backups_of(library_file)
    clock.move(days=1)
    _add(library_file, 1)
    monkeypatch.setattr(rotation, "write_backup", lambda _source, path: path.write_bytes(b"x" * 9000))
    with pytest.raises(LibraryProblem):
        keep_backup(library_file, clock)
    assert backups_of(library_file) == before


def test_a_folder_that_cannot_be_made_is_one_sentence(library_file: Path, clock: SteppedClock) -> None:
    """A file in the folder's place is named, and nothing is changed."""
    (library_file.parent / rotation.FOLDER).write_text("not a folder")
    with pytest.raises(LibraryProblem) as raised:
        keep_backup(library_file, clock)
    assert str(raised.value).count("\n") == 0
    assert backups_of(library_file) == ()


def test_other_files_in_the_folder_are_left_alone(library_file: Path, clock: SteppedClock) -> None:
    """Only what was made by pirtui, for this library, counts and goes."""
    folder = library_file.parent / rotation.FOLDER
    folder.mkdir()
    others = ("notes.txt", "other.db.20200101T000000Z.backup", "library.db.2020.backup")
    for name in others:
        (folder / name).write_text("mine")
    assert keep_backup(library_file, clock)
    assert {path.name for path in folder.iterdir()} >= set(others)
    assert len(backups_of(library_file)) == 1
    assert os.listdir(library_file.parent).count(rotation.FOLDER) == 1
