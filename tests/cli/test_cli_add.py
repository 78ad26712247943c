"""`pirtui add`."""

import json
from typing import Any

import pytest

from pirtui.capture.lines import KINDS, accept_line
from pirtui.cli.parser import STAGES
from pirtui.report.exchange import from_json
from tests.cli.shell import Shell
from tests.e2e import node_disk


def _review(shell: Shell, ref: str) -> Any:
    return json.loads(shell("export", ref, "--format", "json").out)["review"]


def test_each_line_is_answered_with_its_label_and_how_it_was_understood(shell: Shell) -> None:
    """The answer shows the day and the zone, so that a misreading is seen."""
    ref = shell.started("Disk full", "--tz", "Europe/London", "--date", "2018-10-21")
    ran = shell("add", ref, "timeline", "22:54 Alerts fire @on-call !detected", "~23:02-23:10 Locked ?")
    assert ran.code == 0
    assert ran.lines == [
        "E1  2018-10-21 22:54 BST  Alerts fire  detected  on-call",
        "E2  2018-10-21 ~23:02–23:10 BST  Locked  open question",
    ]


def test_a_time_that_is_not_known_is_said_to_be_unknown(shell: Shell) -> None:
    """Nothing pretends to be a time."""
    ref = shell.started("Disk full", "--date", "2018-10-21")
    ran = shell("add", ref, "timeline", "somebody noticed", "2018-10-20 the change was merged")
    assert ran.lines == [
        "E1  time unknown  somebody noticed",
        "E2  Sat 20 Oct 2018  the change was merged",
    ]


def test_lines_come_from_stdin_when_none_are_given(shell: Shell) -> None:
    """Lines can be sent through a pipe, with any line ends, a byte order mark and empty lines."""
    ref = shell.started("Disk full", "--date", "2018-10-21")
    ran = shell("add", ref, "timeline", stdin="\ufeff22:54 Alerts fire\r\n\r\n23:02 Locked")
    assert [line.split("  ")[-1] for line in ran.lines] == ["Alerts fire", "Locked"]


def test_a_line_that_cannot_be_understood_is_named_and_the_others_are_stored(shell: Shell) -> None:
    """One bad line costs nothing but itself."""
    ref = shell.started()
    lines = "detection: no alert\n\nnothing of the kind\nrecovery: slow restore\n"
    ran = shell("add", ref, "gaps", stdin=lines)
    assert ran.code == 2
    assert [line[:2] for line in ran.lines] == ["G1", "G2"]
    assert ran.err.startswith("Line 3 was not stored: ")
    assert ran.err.count("\n") == 1
    assert [gap["text"] for gap in _review(shell, ref)["gaps"]] == ["no alert", "slow restore"]


def test_a_doubt_is_printed_and_the_line_is_stored_as_it_was_written(shell: Shell) -> None:
    """A jump past midnight is asked about, never corrected."""
    ref = shell.started("Disk full", "--date", "2018-10-21")
    ran = shell("add", ref, "timeline", "22:54 Alerts fire", "00:10 Failover done")
    assert ran.code == 0
    assert ran.lines[1].startswith("E2  2018-10-21 00:10")
    assert ran.lines[2] == "    ? Is 00:10 on the next day, Mon 22 Oct?"


def test_a_child_factor_goes_under_the_newest_one(shell: Shell) -> None:
    """A `>` asks about the factor that was said last, also in an earlier call."""
    ref = shell.started()
    shell("add", ref, "factors", "technical/capacity-saturation: disk full #defaults")
    ran = shell("add", ref, "factors", "> process/review-coverage: nobody compared the sizes")
    assert ran.lines[0].startswith("F2  explains F1")
    assert _review(shell, ref)["factors"][1]["parent"] == "F1"


def test_fields_of_prepare_say_what_was_set(shell: Shell) -> None:
    """A field has no label, so its name is said."""
    ref = shell.started()
    ran = shell("add", ref, "prepare", "severity: SEV1", "- Kit Moran, service owner, Prisons")
    assert ran.lines == [
        "Set severity  Severity  SEV1",
        "P1  Kit Moran  service owner  Prisons  absent",
    ]


def test_a_whole_review_from_the_shell_holds_what_the_grammar_says(shell: Shell) -> None:
    """Lines from the shell give the same values as the grammar that the screens use."""
    ref = shell.started(node_disk.TITLE)
    stages = {
        "prepare": node_disk.PREPARE,
        "timeline": node_disk.TIMELINE,
        "gaps": node_disk.GAPS,
        "factors": node_disk.FACTORS,
        "actions": node_disk.ACTIONS,
        "wrap-up": node_disk.WRAP_UP,
    }
    expected = from_json(shell("export", ref, "--format", "json").out)
    for stage, lines in stages.items():
        ran = shell("add", ref, stage, stdin="\n".join(lines))
        assert (ran.code, ran.err) == (0, "")
        for line in lines:
            parent = expected.factors[-1].label if expected.factors else None
            accepted = accept_line(stage, line, expected, shell.world.clock(), parent=parent)
            assert accepted.change is not None
            expected = accepted.change(expected)
    assert from_json(shell("export", ref, "--format", "json").out) == expected


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add", "nothing-here", "timeline", "22:54 x"], "There is no review nothing-here"),
        (["add", "REF", "timeline"], "stdin"),
        (["add", "REF", "story", "22:54 x"], "invalid choice: 'story'"),
        (["add", "REF"], "STAGE"),
    ],
)
def test_add_says_what_is_missing(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    """Every refusal is one sentence, and the exit code is 2."""
    ref = shell.started()
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    ran = shell(*(ref if word == "REF" else word for word in arguments))
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_hostile_lines_are_answered_visibly(shell: Shell) -> None:
    """What a pasted line holds never commands the terminal, on stdout or stderr."""
    ref = shell.started()
    hostile = "\x1b[2J\x1b]52;c;aGk=\x07 \u202e \x9b31m [@click=app.quit]x[/] | # <script>"
    assert shell("add", ref, "timeline", f"22:54 {hostile}").code == 0
    ran = shell("add", ref, "timeline", f"22:54 {hostile}")
    refused = shell("add", ref, "prepare", f"severity: {hostile}", f"zone: {hostile}")
    for text in (ran.out, refused.out, refused.err):
        assert not any(character in text for character in "\x1b\x07\x9b\u202e")
    assert "[@click=app.quit]x[/]" in ran.out


def test_every_kind_of_line_can_be_added(shell: Shell) -> None:
    """The stages that the parser offers are those of the grammar."""
    assert set(STAGES) == set(KINDS)
    assert shell("add", shell.started(), "parked", "question: who owns it?").lines[0].startswith("K1")
    assert shell("add", shell.started(), "factors", "held: the limiter").lines[0].startswith("S1")
