"""`pirtui demo` in a terminal."""

from pathlib import Path

import pytest

from tests.e2e.terminal import PIRTUI, Terminal


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (140, 40)])
def test_the_demo_opens_at_its_timeline_and_leaves_nothing_behind(
    columns: int, rows: int, tmp_path: Path
) -> None:
    """A first look needs one command, and afterwards the machine is as it was before."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    environment = {"TMPDIR": str(folder)}
    with Terminal([*PIRTUI, "demo"], columns=columns, rows=rows, environment=environment) as terminal:
        terminal.wait_for("crates.io: every crate download failed", "Rolled back to the release before")
        assert list(folder.iterdir())
        terminal.press("f10")
        assert terminal.wait_for_end() == 0
    assert not list(folder.iterdir())


def test_a_demo_can_be_changed_and_the_library_stays_untouched(tmp_path: Path) -> None:
    """What is typed into the demo never reaches the user's own library."""
    library = tmp_path / "own.db"
    with Terminal([*PIRTUI, "--library", str(library), "demo"]) as terminal:
        terminal.wait_for("Rolled back to the release before")
        terminal.line("14:12 Thanks sent to the community @release-lead")
        terminal.wait_for("E17", "Thanks sent to the community")
        terminal.press("f10")
        assert terminal.wait_for_end() == 0
    assert not library.exists()
