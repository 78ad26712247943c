"""`pirtui` and `pirtui open` in a terminal."""

from pathlib import Path

from pirtui.cli import main
from pirtui.report.exchange import to_json
from tests.e2e.terminal import PIRTUI, Terminal
from tests.report.incidents_in_full import crates_io


def _json_file(folder: Path) -> Path:
    path = folder / "incident.json"
    path.write_text(to_json(crates_io()), encoding="utf-8")
    return path


def _single_file(folder: Path) -> Path:
    """A library that holds this one review, as `export --format sqlite` writes it."""
    library, path = str(folder / "origin.db"), folder / "single.db"
    assert main(["--library", library, "import", str(_json_file(folder))]) == 0
    assert (
        main(["--library", library, "export", crates_io().ref, "--format", "sqlite", "-o", str(path)])
        == 0
    )
    return path


def test_an_empty_library_teaches_the_first_step(tmp_path: Path) -> None:
    """Without a library, the first line typed becomes the first review."""
    library = tmp_path / "data" / "library.db"
    with Terminal([*PIRTUI, "--library", str(library)]) as terminal:
        terminal.wait_for("A review begins with the incident's title")
        terminal.line("Disk full")
        terminal.wait_for("Disk full", "[1")
        terminal.press("f10")
        assert terminal.wait_for_end() == 0
    assert library.stat().st_mode & 0o777 == 0o600


def test_a_json_file_is_imported_and_opened(tmp_path: Path) -> None:
    """`open FILE.json` goes straight into the review, which is then in the library."""
    library = tmp_path / "library.db"
    command = [*PIRTUI, "open", str(_json_file(tmp_path)), "--library", str(library)]
    with Terminal(command, columns=100) as terminal:
        terminal.wait_for("crates.io: all crate downloads failed", "Wrap-up")
        terminal.press("f10")
        assert terminal.wait_for_end() == 0
    with Terminal([*PIRTUI, "open", crates_io().ref, "--library", str(library)]) as terminal:
        terminal.wait_for("crates.io: all crate downloads failed")


def test_a_file_with_one_review_is_itself_the_library(tmp_path: Path) -> None:
    """What is typed into an opened file goes into that file, and the library is not made."""
    single, library = _single_file(tmp_path), tmp_path / "library.db"
    with Terminal([*PIRTUI, "open", str(single), "--library", str(library)]) as terminal:
        terminal.wait_for("crates.io: all crate downloads failed")
        terminal.line("/event 2023-07-20 14:30 written into the file")
        terminal.wait_for("Added: E17")
        terminal.press("f10")
        assert terminal.wait_for_end() == 0
    assert not library.exists()
    with Terminal([*PIRTUI, "open", str(single)]) as terminal:
        terminal.wait_for("saved")
        terminal.line("/timeline")
        terminal.wait_for("written into the file")
