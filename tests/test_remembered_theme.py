"""The theme that was chosen is there again at the next start."""

from pathlib import Path

from pirtui.store.remembered import THEME, remembered
from pirtui.theme import DARK, LIGHT
from tests.screens.room import room
from tests.store.libraries import opened


async def test_the_theme_is_remembered(library_path: Path) -> None:
    """`/light` holds for the next sitting, and `/dark` takes it back."""
    async with room(library_path) as there:
        assert there.app.theme == DARK.name
        await there.line("/light")
        assert there.app.theme == LIGHT.name
    async with room(library_path) as there:
        assert there.app.theme == LIGHT.name
        await there.line("/dark")
    assert remembered(library_path, THEME) == DARK.name


def test_nothing_is_remembered_of_what_cannot_be_read(tmp_path: Path) -> None:
    """A missing, a foreign and a strange file have no choices, and are left as they are."""
    foreign = tmp_path / "foreign.db"
    foreign.write_bytes(b"no library")
    assert remembered(foreign, THEME) == remembered(tmp_path / "missing.db", THEME) == ""
    assert foreign.read_bytes() == b"no library"
    with opened(tmp_path / "new.db") as library:
        library.keep_setting(THEME, "nonsense")
    assert remembered(tmp_path / "new.db", THEME) == "nonsense"
