"""Writing a file: whole or not at all, and never over somebody else's."""

import stat
from pathlib import Path

import pytest

from pirtui.files import FileProblem, report_path, write_text

REPORT = '---\ntitle: "x"\nref: "checkout"\n---\n'


def test_a_file_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    """What a room said is nobody else's business on a shared machine."""
    path = tmp_path / "report.md"
    write_text(path, "ä\n", overwrite=False)
    assert path.read_bytes() == "ä\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_existing_file_is_not_replaced_unasked(tmp_path: Path) -> None:
    """One sentence names the file, and the file stays as it was."""
    path = tmp_path / "report.md"
    path.write_text("mine")
    with pytest.raises(FileProblem, match="exists already; name another file"):
        write_text(path, "theirs", overwrite=False)
    assert path.read_text() == "mine"
    write_text(path, "ours", overwrite=True)
    assert path.read_text() == "ours"


def test_a_missing_folder_is_a_sentence(tmp_path: Path) -> None:
    """The path and the reason stand in one sentence."""
    with pytest.raises(FileProblem, match="could not be written: No such file or directory"):
        write_text(tmp_path / "nowhere" / "report.md", "x", overwrite=False)


def test_nothing_half_written_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk fails in the middle, the former file stands and no other is beside it."""
    path = tmp_path / "report.md"
    path.write_text("before")

    def failing(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pirtui.files.os.fsync", failing)
    with pytest.raises(FileProblem, match="No space left on device"):
        write_text(path, "after", overwrite=True)
    assert path.read_text() == "before"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["report.md"]


def test_a_report_goes_beside_its_own_name(tmp_path: Path) -> None:
    """The ref names the file; an earlier report of the same review is replaced."""
    assert report_path(tmp_path, "checkout") == tmp_path / "checkout.md"
    (tmp_path / "checkout.md").write_text(REPORT)
    assert report_path(tmp_path, "checkout") == tmp_path / "checkout.md"


@pytest.mark.parametrize(
    "other", ["my own notes", "", REPORT.replace("checkout", "search"), f"notes\n{REPORT}"]
)
def test_a_file_that_is_not_ours_is_passed_by(tmp_path: Path, other: str) -> None:
    """Anything that is not this review's report keeps its name; ours gets a number."""
    (tmp_path / "checkout.md").write_text(other)
    assert report_path(tmp_path, "checkout") == tmp_path / "checkout-2.md"
    (tmp_path / "checkout-2.md").write_bytes(b"\xff\xfe\x00")
    assert report_path(tmp_path, "checkout") == tmp_path / "checkout-3.md"


def test_a_folder_of_that_name_is_passed_by(tmp_path: Path) -> None:
    """A folder is not a report."""
    (tmp_path / "checkout.md").mkdir()
    assert report_path(tmp_path, "checkout") == tmp_path / "checkout-2.md"


def test_a_very_long_name_can_be_written(tmp_path: Path) -> None:
    """The hidden file beside it never has a longer name than the system allows."""
    path = tmp_path / f"{'x' * 240}.md"
    write_text(path, "text", overwrite=False)
    assert path.read_text() == "text"
