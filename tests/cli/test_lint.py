"""`pirtui lint`: what it prints, and what its exit code says."""

import json
from pathlib import Path

import pytest

from pirtui.cli import main
from tests.cli.shell import Shell, is_one_sentence

_TEXT = (
    "# Review\n\nFine so far.\n"
    "The engineer **forgot** to drain the node. The root cause was a full disk.\n"
)


def test_a_warning_makes_the_code_1(shell: Shell, tmp_path: Path) -> None:
    """Place, rule, wording, reason and an offer are printed for every finding."""
    path = tmp_path / "report.md"
    path.write_text(_TEXT, encoding="utf-8")
    ran = shell("lint", str(path))
    assert (ran.code, ran.err) == (1, "")
    assert ran.lines[0] == f"{path}:4:1: warn OM1: “The engineer **forgot”"
    assert "Instead: " in ran.lines[1]
    assert f"{path}:4:44: hint SC1: " in ran.out


def test_json_is_one_object_for_each_finding(shell: Shell) -> None:
    """Scripts get the documented keys, from stdin as well."""
    ran = shell("lint", "-", "--json", stdin=_TEXT)
    assert ran.code == 1
    first, second = (json.loads(line) for line in ran.lines)
    assert list(first) == ["line", "column", "rule", "level", "match", "why", "instead"]
    assert (first["line"], first["column"], first["level"]) == (4, 1, "warn")
    assert (second["rule"], second["level"]) == ("SC1", "hint")


@pytest.mark.parametrize("text", ["", "The node failed.\n", "The root cause was a full disk.\n"])
def test_without_a_warning_the_code_is_0(shell: Shell, text: str) -> None:
    """Hints and systems that fail are no reason to stop a build."""
    assert shell("lint", "-", stdin=text).code == 0


def test_indented_lines_are_code_in_markdown_only(shell: Shell, tmp_path: Path) -> None:
    """The name of a file tells whether it is plain text."""
    for name, code in (("notes.md", 0), ("notes.txt", 1)):
        path = tmp_path / name
        path.write_text("    Bo broke production.\n", encoding="utf-8")
        assert shell("lint", str(path)).code == code


def test_bad_input_is_one_sentence_and_code_2(shell: Shell, tmp_path: Path) -> None:
    """A missing file, a folder and a picture are told apart from a text that is fine."""
    picture = tmp_path / "picture.md"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00")
    for named in (str(tmp_path / "none.md"), str(tmp_path), str(picture), "a\0b"):
        ran = shell("lint", named)
        assert (ran.code, ran.out) == (2, ""), named
        assert is_one_sentence(ran.err)


def test_our_own_example_report_draws_no_warning() -> None:
    """A report that a good team would publish passes its own rules."""
    report = Path(__file__).parent.parent.parent / "docs" / "example-report.md"
    assert main(["lint", str(report)]) == 0
