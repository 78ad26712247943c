"""Whatever is typed or piped into the command line is kept as text, and obeyed by nothing."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from pirtui.cli.parser import STAGES
from pirtui.report.exchange import from_json, to_json
from tests.cli.shell import Shell
from tests.hostile import hostile_text, is_harmless
from tests.report.report_structure import addresses, foreign_html
from tests.torture import Tally, often

pytestmark = pytest.mark.torture

_ROUNDS = often(4, 120)
_LINES = 40


@pytest.mark.parametrize("seed", range(_ROUNDS))
def test_hostile_lines_are_text_wherever_they_appear(
    shell: Shell, tmp_path: Path, tally: Tally, seed: int
) -> None:
    """Each line is stored or refused in words; answers, lists and reports hold nothing that commands."""
    chance = Random(seed)  # the same texts in every run
    ref = shell.started(f"Hostile {hostile_text(chance)}", "--date", "2024-05-01")
    for _ in range(_LINES):
        ran = shell("add", ref, chance.choice(STAGES), "--", hostile_text(chance))
        assert ran.code in (0, 2), ran.err
        assert is_harmless(ran.out)
        assert is_harmless(ran.err)
        assert "Traceback" not in ran.err
    tally("hostile inputs tried", _LINES + 1)
    for command in (["list"], ["list", "--json"], ["doctor"]):
        ran = shell(*command)
        assert ran.code == 0, ran.out
        assert is_harmless(ran.out)
    _exports_hold_nothing_that_commands(shell, ref, tmp_path)


def _exports_hold_nothing_that_commands(shell: Shell, ref: str, folder: Path) -> None:
    report = shell("export", ref, "-o", "-").out
    assert is_harmless(report)
    assert foreign_html(report) == []
    assert all(each.startswith(("#", "http://", "https://")) for each in addresses(report))
    assert "{{ 7*7 }}" in report or "49" not in report
    exported = shell("export", ref, "--format", "json").out
    assert to_json(from_json(exported)) == exported
    again = folder / "again.db"
    assert shell("export", ref, "--format", "sqlite", "-o", str(again)).code == 0
    copied = shell("export", ref, "--format", "json", "--library", str(again)).out
    assert json.loads(copied)["review"] == json.loads(exported)["review"]


@pytest.mark.parametrize(
    "ref", ["../../etc/passwd", "/etc/passwd", "..", "a/b", "a\\b", "%2e%2e", "~root", "con\x00", ""]
)
def test_a_ref_is_a_name_and_never_a_way_out(shell: Shell, tmp_path: Path, ref: str) -> None:
    """Whatever stands where a ref is expected, nothing outside of the library is read or written."""
    kept = shell.started("Disk full")
    before = sorted(tmp_path.rglob("*"))
    for command in (["export", ref], ["add", ref, "timeline", "x"], ["export", ref, "--format", "json"]):
        ran = shell(*command)
        assert (ran.code, ran.out) == (2, "")
        assert is_harmless(ran.err)
    assert [path for path in sorted(tmp_path.rglob("*")) if path.suffix in ("", ".md")] == [
        path for path in before if path.suffix in ("", ".md")
    ]
    assert kept in shell("list").out


@pytest.mark.parametrize("ref", ["../../escape", "/tmp/escape", "a/../../b", "..", "a\\..\\b"])
def test_an_imported_ref_cannot_name_a_file_elsewhere(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ref: str
) -> None:
    """A review from a stranger's file gets a ref that is safe as a file's name."""
    made = shell.started("Disk full")
    content = json.loads(shell("export", made, "--format", "json").out)
    content["review"]["ref"] = ref
    content["review"]["id"] = content["review"]["id"][:-1] + "0"
    given = tmp_path / "given.json"
    given.write_text(json.dumps(content))
    work = tmp_path / "a" / "b" / "work"
    work.mkdir(parents=True)
    monkeypatch.chdir(work)
    shell("import", str(given))
    for row in json.loads(shell("list", "--json").out):
        assert not set("/\\") & set(row["ref"])
        assert ".." not in row["ref"]


_ON_A_LIBRARY = (
    ["list"],
    ["list", "--json"],
    ["new", "Another"],
    ["add", "disk-full", "timeline", "10:00 x"],
    ["export", "disk-full"],
    ["export", "disk-full", "--format", "json"],
    ["import", "{json}"],
    ["import", "{notes}", "--review", "disk-full"],
    ["open", "disk-full"],
    ["open", "{library}"],
    ["doctor"],
    ["doctor", "--backup"],
    ["doctor", "--backups"],
)


@pytest.mark.parametrize("command", _ON_A_LIBRARY, ids=" ".join)
def test_no_command_touches_a_newer_library(
    shell: Shell, tmp_path: Path, library_path: Path, command: list[str]
) -> None:
    """One sentence says that pirtui is too old; no byte of the file changes, nothing lies beside it."""
    files = {"library": library_path, "json": tmp_path / "r.json", "notes": tmp_path / "n.md"}
    files["json"].write_text(shell("export", shell.started("Disk full"), "--format", "json").out)
    files["notes"].write_text("10:00 alerts fire\n")
    with closing(sqlite3.connect(library_path)) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.execute("PRAGMA journal_mode = DELETE")
    for beside in library_path.parent.iterdir():
        if beside != library_path and beside.is_file():
            beside.unlink()
    before = library_path.read_bytes()
    ran = shell(*(word.format(**files) for word in command))
    if "--backups" not in command:
        assert ran.code == 2
        assert "newer pirtui" in ran.err
    assert library_path.read_bytes() == before
    assert [path.name for path in library_path.parent.iterdir() if path.is_file()] == [library_path.name]
