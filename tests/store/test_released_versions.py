"""A library of every version that was ever released opens in the pirtui of today."""

import shutil
from pathlib import Path

import pytest

from pirtui.session import Session
from pirtui.store.identity import LIBRARY_VERSION
from tests.store.libraries import asked, is_sound, opened

RELEASED = sorted((Path(__file__).parent / "released").glob("library-*.db"))
REF = "2023-07-20-crates-io-downloads"


def _copy(released: Path, folder: Path) -> Path:
    return Path(shutil.copy(released, folder / "library.db"))


def test_every_version_is_kept() -> None:
    """There is a file of each version before this one."""
    assert [path.stem for path in RELEASED] == [f"library-{n}" for n in range(1, LIBRARY_VERSION)]


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_a_released_version_opens_whole(released: Path, tmp_path: Path) -> None:
    """Its review, its journal and its places are there, and it is sound and of today's version."""
    path = _copy(released, tmp_path)
    with opened(path) as library:
        session = Session.open(library, REF)
        assert len(session.review.events) == 17
        assert session.redo() == "Park"
        assert [parked.text for parked in session.review.parked][-1] == "who watches the CDN?"
        library.keep_setting("theme", "light")
        assert library.setting("theme") == "light"
    assert asked(path, "PRAGMA user_version") == [(LIBRARY_VERSION,)]
    assert is_sound(path)


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_the_file_as_it_was_lies_beside_it(released: Path, tmp_path: Path) -> None:
    """Before anything changes in it, an older library is copied."""
    path = _copy(released, tmp_path)
    version = int(released.stem.partition("-")[2])
    opened(path).close()
    assert asked(path.with_name(f"library.db.v{version}.backup"), "PRAGMA user_version") == [(version,)]


def test_a_setting_is_replaced_and_missing_ones_are_empty(tmp_path: Path) -> None:
    """What was chosen last holds."""
    with opened(tmp_path / "library.db") as library:
        assert library.setting("theme") == ""
        library.keep_setting("theme", "light")
        library.keep_setting("theme", "dark")
        assert library.setting("theme") == "dark"
