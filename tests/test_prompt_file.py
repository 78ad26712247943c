"""The file in which the questions are changed."""

import tomllib
from pathlib import Path

import pytest

from pirtui.domain.prompts import DEFAULT_BOOK
from pirtui.domain.review import Stage
from pirtui.prompt_file import ReadPrompts, book_from, default_text, prompt_path, read_prompts


def said(text: str, group: str) -> list[tuple[str, str]]:
    """The questions of a group, by the text of a file."""
    return [(each.key, each.text) for each in book_from(text).groups[group]]


def test_no_file_is_pirtuis_own_questions(tmp_path: Path) -> None:
    """Nothing has to be written before the first meeting."""
    assert read_prompts(tmp_path / "prompts.toml") == ReadPrompts(DEFAULT_BOOK, "")


def test_the_file_that_is_offered_says_what_pirtui_says() -> None:
    """Written out and read back, nothing has changed; every group is in it, with a comment before."""
    assert book_from(default_text()) == DEFAULT_BOOK
    assert list(tomllib.loads(default_text())) == list(DEFAULT_BOOK.groups)
    assert default_text().startswith("# ")


def test_a_file_may_change_one_question() -> None:
    """What it leaves out stands as it is, in its place."""
    changed = said('[timeline]\n3 = "What did it\\n mean?"\n', "timeline")
    assert changed[2] == ("timeline/3", "What did it mean?")
    assert changed[1] == ("timeline/2", DEFAULT_BOOK.groups["timeline"][1].text)
    assert said('[timeline]\n3 = "x"', "gaps")[0][1] == DEFAULT_BOOK.groups["gaps"][0].text


def test_a_file_may_drop_and_add_questions() -> None:
    """An empty text drops one; one with a new name comes last."""
    changed = said('[themes]\n1 = ""\nours = "Which theme is the oldest?"\n', "themes")
    assert changed[0][0] == "themes/2"
    assert changed[-1] == ("themes/ours", "Which theme is the oldest?")


def test_a_whole_group_keeps_the_order_of_the_file() -> None:
    """Moving lines about moves the questions, and their keys go with them."""
    lines = [f'{n} = "Number {n}?"' for n in (6, 5, 4, 3, 2, 1)]
    assert [key for key, _ in said("\n".join(["[themes]", *lines]), "themes")] == [
        f"themes/{n}" for n in (6, 5, 4, 3, 2, 1)
    ]


def test_dropping_all_leaves_none() -> None:
    """A stage without questions is a choice too."""
    lines = [f'{n} = ""' for n in range(1, 20)]
    assert book_from("\n".join(["[prepare]", *lines])).questions(Stage.PREPARE) == ()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"[timeline\n", "line 1"),
        (b'[meeting]\n1 = "x"\n', "there is no group [meeting]"),
        (b"[gaps]\n1 = 3\n", '1 in [gaps] is not a text in "quotation marks"'),
        (b"timeline = 3\n", "timeline is not a table of questions"),
        (b"\xff\xfe[gaps]", "it is not UTF-8 text"),
        (b'[gaps]\n1 = "x"\n1 = "y"\n', "overwrite"),
        (b"a = " + b"[" * 20_000, "cannot be used"),
        (b"#" * 1_100_000, "it is larger than 1 MB"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence(tmp_path: Path, content: bytes, reason: str) -> None:
    """It says what is in the way, and pirtui's own questions stand."""
    path = tmp_path / "prompts.toml"
    path.write_bytes(content)
    read = read_prompts(path)
    assert read.book == DEFAULT_BOOK
    assert reason in read.problem
    assert read.problem.startswith("prompts.toml cannot be used: ")
    assert read.problem.endswith("; pirtui's own questions are shown.")
    assert read.problem.isprintable()


def test_a_folder_in_its_place_is_said_too(tmp_path: Path) -> None:
    """Only a file is read."""
    assert "it is not a file" in read_prompts(tmp_path).problem


def test_a_byte_order_mark_is_no_trouble(tmp_path: Path) -> None:
    """Editors on some machines write one."""
    path = tmp_path / "prompts.toml"
    path.write_bytes('\ufeff[gaps]\n1 = "Anything?"\n'.encode())
    assert read_prompts(path).book.groups["gaps"][0].text == "Anything?"


def test_it_lies_in_the_settings_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a person may put it is one place, which can be named."""
    monkeypatch.setenv("PIRTUI_SETTINGS", str(tmp_path))
    assert prompt_path() == tmp_path / "prompts.toml"
