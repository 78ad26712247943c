"""What comes out of a damaged library."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from pirtui.domain import changes
from pirtui.domain.review import Review
from pirtui.session import Session
from pirtui.store.errors import LibraryProblem
from pirtui.store.salvage import Salvaged, salvage
from tests.domain.making import happened
from tests.store.libraries import MORNING, is_sound, named, opened, told
from tests.store.writers import adding
from tests.torture import Tally, often

pytestmark = pytest.mark.torture

_PAGE = 4096
_REVIEWS = 5
_ROUNDS = often(24, 600)

Damage = Callable[[random.Random, bytearray], None]


@pytest.fixture(scope="module")
def library_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A closed library with a few reviews, one of which has a long journal."""
    path = tmp_path_factory.mktemp("salvage") / "library.db"
    with opened(path) as library:
        for number in range(_REVIEWS):
            events = (happened(minute, f"event {minute} of {number}") for minute in range(60))
            library.create(named(f"review-{number}", *events))
        session = Session.open(library, "review-2")
        for minute in range(25):
            session.apply("Add", adding(minute, f"later {minute}"))
    return path.read_bytes()


def _some_bytes(chance: random.Random, data: bytearray) -> None:
    for _ in range(chance.randint(1, 40)):
        data[chance.randrange(len(data))] = chance.randrange(256)


def _one_page(chance: random.Random, data: bytearray) -> None:
    page = chance.randrange(1, len(data) // _PAGE)
    data[page * _PAGE : (page + 1) * _PAGE] = chance.randbytes(_PAGE)


def _many_pages(chance: random.Random, data: bytearray) -> None:
    for _ in range(6):
        page = chance.randrange(1, len(data) // _PAGE)
        data[page * _PAGE : (page + 1) * _PAGE] = bytes(_PAGE)


def _the_end(chance: random.Random, data: bytearray) -> None:
    del data[chance.randrange(_PAGE, len(data)) :]


def _the_header(chance: random.Random, data: bytearray) -> None:
    data[:100] = chance.randbytes(100)


def _the_first_page(_chance: random.Random, data: bytearray) -> None:
    data[:_PAGE] = bytes(_PAGE)


_DAMAGES: tuple[Damage, ...] = (
    _some_bytes,
    _one_page,
    _many_pages,
    _the_end,
    _the_header,
    _the_first_page,
)


def _salvaged(data: bytes, folder: Path) -> tuple[Salvaged, Path]:
    damaged, target = folder / "damaged.db", folder / "salvaged.db"
    damaged.write_bytes(data)
    try:
        return salvage(damaged, target, lambda: MORNING), target
    finally:
        assert damaged.read_bytes() == data
        assert sorted(path.name for path in folder.iterdir() if path != target) == ["damaged.db"]


def _reviews(path: Path) -> dict[str, Review]:
    with opened(path) as library:
        return {each.ref: library.load(each.ref) for each in library.summaries()}


def test_whatever_is_damaged_what_is_saved_is_a_sound_library(
    library_bytes: bytes, tmp_path: Path, tally: Tally
) -> None:
    """It never fails but with one sentence, leaves the damaged file alone, and every review opens."""
    saved, said = 0, list[str]()
    for number in range(_ROUNDS):
        chance = random.Random(number)
        data = bytearray(library_bytes)
        _DAMAGES[number % len(_DAMAGES)](chance, data)
        folder = tmp_path / str(number)
        folder.mkdir()
        try:
            found, target = _salvaged(bytes(data), folder)
        except LibraryProblem as problem:
            said.append(str(problem))
            continue
        saved += 1
        assert is_sound(target)
        assert set(_reviews(target)) == set(found.reviews)
    tally("damaged libraries salvaged", saved)
    tally("damaged libraries in which nothing was left", _ROUNDS - saved)
    assert not any("\n" in sentence for sentence in said)
    assert saved >= _ROUNDS // 2


@pytest.mark.parametrize("damage", [_the_header, _the_first_page])
def test_all_is_saved_where_only_the_front_is_gone(
    library_bytes: bytes, tmp_path: Path, damage: Damage
) -> None:
    """The reviews come back as they were, although the file no longer says what it is."""
    whole = tmp_path / "whole.db"
    whole.write_bytes(library_bytes)
    data = bytearray(library_bytes)
    damage(random.Random(7), data)
    folder = tmp_path / "damaged"
    folder.mkdir()
    found, target = _salvaged(bytes(data), folder)
    assert found.lost == ()
    assert _reviews(target) == _reviews(whole)


def test_the_journal_gives_back_what_the_tables_lost(library_path: Path, tmp_path: Path) -> None:
    """Events that were typed and whose rows are gone are there again, in their last words."""
    with opened(library_path) as library:
        library.create(named("checkout"))
        session = Session.open(library, "checkout")
        for minute in range(4):
            session.apply("Add", adding(minute, f"line {minute}"))
        event = session.review.events[1]
        session.apply("Edit", lambda fresh: changes.put(fresh, event.changed(text="in better words")))
        session.apply("Remove", lambda fresh: changes.remove(fresh, "E4"))
        expected = session.review
    told(library_path, "DELETE FROM event WHERE label IN ('E1', 'E2', 'E4')")
    found = salvage(library_path, tmp_path / "new.db", lambda: MORNING)
    assert found.from_journal == 2
    assert _reviews(tmp_path / "new.db")["checkout"].events == expected.events


def test_items_without_their_review_get_a_new_one(library_path: Path, tmp_path: Path) -> None:
    """When the review's own row is gone, its items are shown under a name that says so."""
    with opened(library_path) as library:
        library.create(named("checkout", happened(0, "alert"), happened(1, "rollback")))
    told(library_path, "PRAGMA foreign_keys = OFF", "DELETE FROM review")
    found = salvage(library_path, tmp_path / "new.db", lambda: MORNING)
    (review,) = _reviews(tmp_path / "new.db").values()
    assert review.ref.startswith("salvaged-1-")
    assert [event.text for event in review.events] == ["alert", "rollback"]
    assert len(found.lost) == 1


def test_what_no_review_can_hold_is_left_out(library_path: Path, tmp_path: Path) -> None:
    """One impossible row costs that row, and it is named."""
    with opened(library_path) as library:
        library.create(named("checkout", happened(0, "alert"), happened(1, "rollback")))
    told(library_path, "UPDATE event SET precision = 'nonsense' WHERE label = 'E1'")
    found = salvage(library_path, tmp_path / "new.db", lambda: MORNING)
    assert [event.label for event in _reviews(tmp_path / "new.db")["checkout"].events] == ["E2"]
    assert found.lost == ("E1 of checkout held something that is no item; it was left out.",)


def test_nothing_is_overwritten(library_path: Path, tmp_path: Path) -> None:
    """The new library needs a name that is free."""
    with opened(library_path) as library:
        library.create(named("checkout"))
    taken = tmp_path / "taken.db"
    taken.write_text("mine")
    with pytest.raises(LibraryProblem):
        salvage(library_path, taken, lambda: MORNING + timedelta())
    assert taken.read_text() == "mine"
