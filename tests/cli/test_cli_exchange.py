"""`pirtui export` and `pirtui import`."""

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pirtui.report.exchange import to_json
from tests.cli.shell import Shell, is_one_sentence
from tests.report.incidents_in_full import crates_io


@pytest.fixture
def incident_file(tmp_path: Path) -> Path:
    """A complete review as JSON."""
    path = tmp_path / "incident.json"
    path.write_text(to_json(crates_io()), encoding="utf-8")
    return path


def test_json_comes_back_with_the_same_bytes(shell: Shell, incident_file: Path, tmp_path: Path) -> None:
    """Export, import into an empty library, export again: the same file."""
    ref = crates_io().ref
    assert shell("import", str(incident_file)).out == f"{ref}\n"
    first = tmp_path / "first.json"
    assert shell("export", ref, "--format", "json", "-o", str(first)).code == 0
    other = str(tmp_path / "other.db")
    assert shell("--library", other, "import", str(first)).code == 0
    second = tmp_path / "second.json"
    shell("export", ref, "--format", "json", "-o", str(second), "--library", other)
    assert first.read_bytes() == second.read_bytes() == incident_file.read_bytes()


def test_sqlite_comes_back_with_the_same_bytes(
    shell: Shell, incident_file: Path, tmp_path: Path
) -> None:
    """A review travels in a library of its own without loss, and the file is not touched on import."""
    ref = crates_io().ref
    shell("import", str(incident_file))
    alone = tmp_path / "alone.db"
    assert shell("export", ref, "--format", "sqlite", "-o", str(alone)).code == 0
    alone.chmod(0o400)
    before = alone.read_bytes()
    other = str(tmp_path / "other.db")
    assert shell("import", str(alone), "--library", other).out == f"{ref}\n"
    assert shell("export", ref, "--format", "json", "--library", other).out == incident_file.read_text()
    assert alone.read_bytes() == before
    assert sorted(path.name for path in tmp_path.glob("alone.db*")) == ["alone.db"]


def test_a_whole_library_is_imported_review_by_review(shell: Shell, tmp_path: Path) -> None:
    """Every review of another library comes along, archived ones too."""
    refs = {shell.started("Disk full"), shell.started("Queue full")}
    other = str(tmp_path / "other.db")
    library = os.environ["PIRTUI_LIBRARY"]
    ran = shell("import", library, "--library", other)
    assert set(ran.lines) == refs


def test_stdout_gets_the_report_and_the_names_as_asked(shell: Shell, incident_file: Path) -> None:
    """Markdown is the default, roles are the default, and a pipe gets every byte."""
    shell("import", str(incident_file))
    ref = crates_io().ref
    roles = shell("export", ref)
    assert roles.out.startswith("---\ntitle:")
    assert shell("export", ref, "-o", "-").out == roles.out
    assert "Participants" not in roles.err
    names = shell("export", ref, "--names", "names").out
    assert "Noor Ash" in names.split("### Actions")[0]
    assert "Noor Ash" not in roles.out.split("### Actions")[0]


def test_a_file_is_never_replaced_without_being_asked(
    shell: Shell, incident_file: Path, tmp_path: Path
) -> None:
    """What is there stays there, until `--force`; the new file is readable by its owner only."""
    shell("import", str(incident_file))
    for format_name in ("markdown", "json", "sqlite"):
        target = tmp_path / f"report.{format_name}"
        target.write_text("mine")
        command = ("export", crates_io().ref, "--format", format_name, "-o", str(target))
        ran = shell(*command)
        assert (ran.code, ran.out, target.read_text()) == (2, "", "mine")
        assert "--force" in ran.err
        assert is_one_sentence(ran.err)
        assert shell(*command, "--force").code == 0
        assert target.stat().st_mode & 0o777 == 0o600
        assert target.read_bytes() != b"mine"
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_the_library_is_not_replaced_by_an_export(shell: Shell, library_path: Path) -> None:
    """Even `--force` does not write one review over the whole library."""
    ref = shell.started()
    ran = shell("export", ref, "--format", "sqlite", "-o", str(library_path), "--force")
    assert ran.code == 2
    assert shell("list").out.count(ref) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "nothing-here"], "There is no"),
        (["export", "REF", "--format", "sqlite"], "Name a file"),
        (["export", "REF", "--format", "pdf"], "invalid choice: 'pdf'"),
        (["export", "REF", "-o", "missing/folder/report.md"], "report.md"),
        (["export", "REF", "--format", "sqlite", "-o", "."], "folder"),
        (["export", "REF", "-o", "."], "folder"),
    ],
)
def test_export_says_what_is_in_the_way(shell: Shell, arguments: list[str], said: str) -> None:
    """Every refusal is one sentence, and the exit code is 2."""
    ref = shell.started()
    ran = shell(*(ref if word == "REF" else word for word in arguments))
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert is_one_sentence(ran.err)


def test_import_takes_what_it_can_and_names_every_other_file(
    shell: Shell, incident_file: Path, tmp_path: Path
) -> None:
    """One bad file does not keep the good ones out."""
    notes = tmp_path / "notes.txt"
    notes.write_text("14:32 rolled back")
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": "pirtui-review"')
    binary = tmp_path / "binary.json"
    binary.write_bytes(b'{"\xff\xfe": 1}')
    foreign = tmp_path / "foreign.db"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE notes (text)")
        connection.commit()
    bad = [notes, broken, binary, foreign, tmp_path / "missing.json", tmp_path]
    ran = shell("import", *map(str, bad), str(incident_file))
    assert (ran.code, ran.lines) == (2, [crates_io().ref])
    sentences = ran.err.splitlines()
    assert len(sentences) == len(bad)
    for path, sentence in zip(bad, sentences, strict=True):
        assert str(path) in sentence


def test_a_dry_run_takes_no_review_in(shell: Shell, incident_file: Path, library_path: Path) -> None:
    """It prints the same ref as the import would, and not even makes the library."""
    ran = shell("import", str(incident_file), "--dry-run")
    assert (ran.code, ran.lines) == (0, [crates_io().ref])
    assert not library_path.exists()


def test_a_review_that_changed_here_is_not_overwritten(shell: Shell, incident_file: Path) -> None:
    """Importing the same file twice is fine; importing over changes is refused."""
    shell("import", str(incident_file))
    assert shell("import", str(incident_file)).code == 0
    shell("add", crates_io().ref, "timeline", "15:00 all quiet")
    ran = shell("import", str(incident_file))
    assert ran.code == 2
    assert is_one_sentence(ran.err)
    assert "all quiet" in shell("export", crates_io().ref).out


def test_a_terminal_gets_no_control_characters(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal even JSON shows what would command it; in a file it is kept."""
    ref = shell.started()
    shell("add", ref, "prepare", "summary: safe")
    exported = json.loads(shell("export", ref, "--format", "json").out)
    exported["review"]["incident"]["summary"] = "a\u202eb\x9bc"
    exported["review"]["ref"] = "hostile"
    exported["review"]["id"] = shell.world.new_id()
    path = Path(os.environ["HOME"]) / "hostile.json"
    path.write_text(json.dumps(exported))
    assert shell("import", str(path)).code == 0
    assert "\u202e" in shell("export", "hostile", "--format", "json").out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    shown = shell("export", "hostile", "--format", "json").out
    assert not any(character in shown for character in "\u202e\x9b")
