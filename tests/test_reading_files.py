"""Files, folders and pipes are read, or refused in one sentence."""

import os
from io import BytesIO
from pathlib import Path

import pytest

from pirtui.capture.archives import LARGEST_FILE
from pirtui.capture.candidates import UnreadableSource
from pirtui.files import FileProblem
from pirtui.reading_files import STANDARD_INPUT, material_from, material_from_bytes, material_from_stream
from tests.capture.test_archives import packed


def test_a_file_is_named_by_its_last_part(tmp_path: Path) -> None:
    """The folders above a file do not reach messages or reports."""
    path = tmp_path / "notes.md"
    path.write_bytes(b"09:12 up\n")

    material = material_from(path)

    assert (material.name, material.text, dict(material.members)) == ("notes.md", "09:12 up\n", {})


def test_an_archive_is_known_by_its_content(tmp_path: Path) -> None:
    """A zip archive under another name is opened, and a text called .zip is a text."""
    disguised = tmp_path / "export.dat"
    disguised.write_bytes(packed(("a.json", b"[]")))
    text = tmp_path / "notes.zip"
    text.write_bytes(b"09:12 up")

    assert list(material_from(disguised).members) == ["a.json"]
    assert material_from(text).text == "09:12 up"


def test_a_folder_gives_its_members(tmp_path: Path) -> None:
    """A folder is read as deep as it goes, in a fixed order, without pictures and hidden folders."""
    for path in ("b/2026-05-05.json", "b/2026-05-04.json", "users.json", "a.png", ".git/config"):
        (tmp_path / "export" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "export" / path).write_bytes(b"[]")

    material = material_from(tmp_path / "export")

    assert list(material.members) == ["users.json", "b/2026-05-04.json", "b/2026-05-05.json"]
    assert material.members["users.json"].name == "export/users.json"


def test_links_out_of_a_folder_are_not_followed(tmp_path: Path) -> None:
    """What lies outside the folder stays outside; a link within it is read."""
    folder = tmp_path / "export"
    folder.mkdir()
    (tmp_path / "private.txt").write_text("secret")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "more.txt").write_text("secret")
    (folder / "notes.txt").write_text("09:12 up")
    (folder / "out.txt").symlink_to(tmp_path / "private.txt")
    (folder / "away").symlink_to(tmp_path / "other")
    (folder / "same.txt").symlink_to(folder / "notes.txt")
    (folder / "round").symlink_to(folder)

    assert list(material_from(folder).members) == ["notes.txt", "same.txt"]


def test_pipes_in_a_folder_are_left_alone(tmp_path: Path) -> None:
    """A pipe among the files does not hold up the reading."""
    (tmp_path / "notes.txt").write_text("09:12 up")
    os.mkfifo(tmp_path / "pipe.txt")

    assert list(material_from(tmp_path).members) == ["notes.txt"]


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    """The path is repeated as it was typed."""
    path = tmp_path / "absent.txt"

    with pytest.raises(FileProblem) as problem:
        material_from(path)

    assert str(problem.value) == f"{path} could not be read: there is no such file or folder."


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "notes.txt/inside"])
def test_impossible_names_are_one_sentence(tmp_path: Path, name: str) -> None:
    """A name that no disk takes is a problem with the file and nothing else."""
    (tmp_path / "notes.txt").write_text("x")

    with pytest.raises(FileProblem, match="could not be read"):
        material_from(tmp_path / name)


def test_a_forbidden_file_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing permission is said as such."""
    path = tmp_path / "notes.txt"
    path.write_text("x")

    def forbidden(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)

    with pytest.raises(FileProblem, match=r"could not be read: it may not be read by you\.$"):
        material_from(path)


def test_devices_and_pipes_are_refused(tmp_path: Path) -> None:
    """A pipe would wait for ever and a device never end, so neither is opened."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    for path in (pipe, Path("/dev/zero")):
        with pytest.raises(UnreadableSource, match="this is a device or a pipe"):
            material_from(path)


def test_a_folder_without_evidence_is_refused(tmp_path: Path) -> None:
    """An empty folder says what it should hold."""
    with pytest.raises(UnreadableSource, match="expected JSON, text, Markdown or CSV files inside"):
        material_from(tmp_path)


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """Two hundred megabytes are refused by their size alone."""
    path = tmp_path / "app.log"
    with path.open("wb") as file:
        file.truncate(2 * LARGEST_FILE)

    with pytest.raises(UnreadableSource) as refusal:
        material_from(path)

    assert str(refusal.value) == "app.log: expected at most 100 MB, but this is larger."


def test_standard_input_is_read_like_a_file() -> None:
    """Text and archives may come through a pipe."""
    text = material_from_stream(BytesIO(b"09:12 up"))

    assert (text.name, text.text) == (STANDARD_INPUT, "09:12 up")
    assert list(material_from_stream(BytesIO(packed(("a.txt", b"x")))).members) == ["a.txt"]
    assert material_from_bytes("pasted text", b"").text == ""
