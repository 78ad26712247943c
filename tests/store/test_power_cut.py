"""A power cut as the disk sees it: the file and its log at some moment, with the end torn off."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from pirtui.session import Session
from tests.store.libraries import is_sound, named, opened
from tests.store.writers import adding
from tests.torture import Tally, often

pytestmark = pytest.mark.torture

_LINES = often(12, 80)
_CUTS = often(3, 25)
_FRAME = 4096 + 24


def _log(library: Path) -> Path:
    return library.with_name(f"{library.name}-wal")


def _cut(library: Path, folder: Path, size: int, torn: bytes) -> Path:
    """A copy of the library whose log ends after so many bytes, followed by what was being written."""
    folder.mkdir()
    copy = folder / library.name
    shutil.copyfile(library, copy)
    copy.chmod(0o600)
    _log(copy).write_bytes(_log(library).read_bytes()[:size] + torn)
    return copy


def test_whatever_was_on_the_disk_is_there_after_a_power_cut(
    library_path: Path, tmp_path: Path, tally: Tally
) -> None:
    """A line is accepted when its log has reached the disk; from there on no cut loses it."""
    chance = random.Random(20261123)
    copies = lost = 0
    with opened(library_path) as library:
        library.create(named("checkout"))
        session = Session.open(library, "checkout")
        accepted: list[str] = []
        for number in range(_LINES):
            on_disk, before = _log(library_path).stat().st_size, len(accepted)
            session.apply("Add", adding(number, f"line {number}"))
            accepted.append(f"line {number}")
            whole = _log(library_path).stat().st_size
            sizes = [whole, *(chance.randint(min(on_disk, whole), whole) for _ in range(_CUTS))]
            for size in sizes:
                torn = chance.choice((b"", bytes(100), chance.randbytes(_FRAME)))
                copy = _cut(library_path, tmp_path / str(copies), size, torn)
                promised = len(accepted) if size == whole else before
                lost += _missing(copy, accepted[:promised])
                copies += 1
    tally("power cuts", copies)
    tally("lost", lost)
    assert lost == 0


def _missing(copy: Path, promised: list[str]) -> int:
    """How many of the promised lines are not there; what is there has to be whole."""
    assert is_sound(copy)
    with opened(copy) as library:
        session = Session.open(library, "checkout")
        there = [event.text for event in session.review.events]
        assert all(finding.fine for finding in library.check())
        assert len(there) in (len(promised), len(promised) + 1)
        if there:
            assert session.undo() == "Add"
    return len(set(promised) - set(there))
