"""`pirtui search`."""

import json

from tests.cli.shell import Shell, is_one_sentence


def _filled(shell: Shell) -> str:
    ref = shell.started("Disk full", "--date", "2018-10-21")
    shell("add", ref, "timeline", "22:54 alerts fire on the disk", "23:02 tooling locked [SEV1]")
    shell("add", ref, "actions", "Alert when the disk is 80% full @jane")
    return ref


def test_hits_stand_under_their_review(shell: Shell) -> None:
    """The review with its day, then each place by its label."""
    ref = _filled(shell)
    ran = shell("search", "disk")
    assert ran.code == 0
    assert ran.lines == [
        f"{ref}  2018-10-21  Disk full",
        "  -     Disk full",
        "  E1    alerts fire on the disk",
        "  A1    Alert when the disk is 80% full",
    ]


def test_several_arguments_are_several_words(shell: Shell) -> None:
    """All of them are wanted; capitals do not matter."""
    _filled(shell)
    assert [line.split()[0] for line in shell("search", "DISK", "80%").lines[1:]] == ["A1"]
    assert shell("search", "[sev1]").lines[1] == "  E2    tooling locked [SEV1]"


def test_nothing_found_is_said_by_the_exit_code(shell: Shell) -> None:
    """One line and code 1, or nothing at all as JSON."""
    _filled(shell)
    ran = shell("search", "unheard-of")
    assert (ran.code, ran.lines) == (1, ["Nothing in this library says that."])
    ran = shell("search", "unheard-of", "--json")
    assert (ran.code, ran.out) == (1, "")


def test_json_gives_one_object_for_each_place(shell: Shell) -> None:
    """With everything that a script needs to go there."""
    ref = _filled(shell)
    found = [json.loads(line) for line in shell("search", "jane", "--json").lines]
    assert found == [
        {
            "ref": ref,
            "title": "Disk full",
            "date": "2018-10-21",
            "archived": False,
            "label": "A1",
            "text": "Alert when the disk is 80% full · jane",
        }
    ]


def test_no_words_are_no_search(shell: Shell) -> None:
    """One sentence, as for every wrong use."""
    ran = shell("search", '""')
    assert ran.code == 2
    assert is_one_sentence(ran.err)
