"""`pirtui settings`: which files can be edited, and whether they are right."""

from pathlib import Path

import pytest

from pirtui.cli import main
from pirtui.prompt_file import FILE_NAME
from pirtui.threshold_file import NAME


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A settings folder that does not exist yet."""
    monkeypatch.setenv("PIRTUI_SETTINGS", str(tmp_path / "settings"))
    return tmp_path / "settings"


def test_missing_files_are_written_once_and_never_over(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written unasked, and what somebody edited stays."""
    assert main(["settings"]) == 0
    assert not folder.exists()
    assert main(["settings", "--write"]) == 0
    assert (folder / NAME).stat().st_mode & 0o777 == 0o600
    (folder / NAME).write_text("[default]\nhandovers = 3\n")
    assert main(["settings", "--write"]) == 0
    assert (folder / NAME).read_text() == "[default]\nhandovers = 3\n"
    said = capsys.readouterr().out
    assert f"{NAME}: edited" in said
    assert f"{FILE_NAME}: as by default" in said


def test_a_wrong_file_is_named_and_the_answer_is_no(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The entry that is wrong is told, and the defaults hold meanwhile for every other command."""
    folder.mkdir()
    (folder / NAME).write_text("[default]\nhandovers = 0\n")
    assert main(["settings"]) == 1
    assert "handovers in [default]" in capsys.readouterr().out
    library = str(folder.parent / "library.db")
    assert main(["new", "A title", "--library", library]) == 0
    assert "Meanwhile the default figures hold." in capsys.readouterr().err
