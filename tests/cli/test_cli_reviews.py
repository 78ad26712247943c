"""`pirtui new` and `pirtui list`."""

import json
from pathlib import Path

import pytest

from tests.cli.shell import Shell, is_one_sentence


def test_new_prints_the_ref_of_a_review_with_its_fields(shell: Shell) -> None:
    """A script can go on with what `new` prints, and every option has become a field."""
    ran = shell(
        "new", "Disk full", "--severity", "sev2", "--tz", "Europe/London", "--date", "2023-09-18"
    )
    assert (ran.code, ran.out, ran.err) == (0, "2023-09-18-disk-full\n", "")
    review = json.loads(shell("export", "2023-09-18-disk-full", "--format", "json").out)["review"]
    incident = review["incident"]
    assert (incident["severity"], incident["zone"], incident["on"]) == (
        "SEV2",
        "Europe/London",
        "2023-09-18",
    )
    assert review["dates"]["created"] == "2026-11-23T10:00:00Z"


def test_new_uses_utc_and_takes_a_title_without_quotes(shell: Shell) -> None:
    """Nobody has to quote a title, and times have a zone from the start."""
    ref = shell.started("Disk", "full")
    incident = json.loads(shell("export", ref, "--format", "json").out)["review"]["incident"]
    assert (incident["title"], incident["zone"]) == ("Disk full", "UTC")


def test_two_reviews_of_one_title_get_two_refs(shell: Shell) -> None:
    """A ref names one review only."""
    assert shell.started("Disk full") != shell.started("Disk full")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["new", "  "], "title"),
        (["new", "Disk", "--severity", "high"], "sev1"),
        (["new", "Disk", "--tz", "London"], "Europe/London"),
        (["new", "Disk", "--date", "soon"], "soon is not a date"),
    ],
)
def test_new_says_in_one_sentence_what_does_not_fit(
    shell: Shell, library_path: Path, arguments: list[str], said: str
) -> None:
    """A value that cannot be read is named, and nothing is stored."""
    ran = shell(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert not library_path.exists()


def test_list_teaches_the_first_step_and_makes_no_file(shell: Shell, library_path: Path) -> None:
    """An empty library says how to begin."""
    ran = shell("list")
    assert ran.code == 0
    assert "pirtui new TITLE" in ran.out
    assert not library_path.exists()
    assert shell("list", "--json").out == "[]\n"


def test_list_shows_every_review_in_columns(shell: Shell) -> None:
    """The list holds ref, date, severity, status, stage, open actions and title."""
    ref = shell.started("Disk full", "--severity", "sev2", "--date", "2023-09-18")
    shell("add", ref, "actions", "Add an alert @sam due:2023-10-06")
    heading, row = shell("list").lines
    assert heading.split("  ")[0] == "REF"
    for value in (ref, "2023-09-18", "SEV2", "draft", "1 Prepare", " 1 ", "Disk full"):
        assert value in row


def test_list_as_json_is_one_object_for_each_review(shell: Shell) -> None:
    """Scripts read the same facts as people."""
    ref = shell.started("Disk full", "--severity", "sev2", "--date", "2023-09-18")
    (found,) = json.loads(shell("list", "--json").out)
    assert (found["ref"], found["severity"], found["on"]) == (ref, "SEV2", "2023-09-18")
    assert (found["status"], found["stage"], found["open_actions"]) == ("draft", "prepare", 0)


def test_list_makes_hostile_titles_visible(shell: Shell) -> None:
    """No title can command the terminal."""
    shell.started("\x1b[2J\x1b]0;x\x07 \u202eDisk\u202c \x9b31m full")
    for ran in (shell("list"), shell("list", "--json")):
        assert not any(character in ran.out for character in "\x1b\x07\x9b\u202e")


def test_list_says_what_is_wrong_with_a_file_that_is_not_ours(shell: Shell, tmp_path: Path) -> None:
    """A foreign file gets one sentence and stays as it is."""
    foreign = tmp_path / "notes.txt"
    foreign.write_text("these are notes, and no library at all\n" * 100)
    before = foreign.read_bytes()
    for command in (["list"], ["doctor"], ["new", "Disk full"]):
        ran = shell(*command, "--library", str(foreign))
        assert (ran.code, ran.out.removeprefix(f"library  {foreign}\n")) == (2, "")
        assert is_one_sentence(ran.err)
        assert str(foreign) in ran.err
    assert foreign.read_bytes() == before
