"""Notes of incidents are read as a faithful reader would read them."""

from pathlib import Path

import pytest

from tools.accuracy import FOLDERS, TESTS, score

REAL = sorted((TESTS / "golden" / "notes").glob("*.expected.json"))
OTHERS = sorted((TESTS / "fixtures" / "notes").glob("*.expected.json"))


def _name(path: Path) -> str:
    return path.name.partition(".")[0]


@pytest.mark.parametrize("path", [*REAL, *OTHERS], ids=_name)
def test_notes_are_read_faithfully(path: Path) -> None:
    """Every event is found with its exact time, nothing else is one, and wrong rows are asked about."""
    result = score(path)
    assert result.faults == []
    assert result.exact == result.expected > 0


def test_the_notes_are_there() -> None:
    """The comparison does not pass for want of anything to compare."""
    assert len(REAL) == 13
    assert all(folder.is_dir() for folder in FOLDERS)
