"""How well the rules agree with people, and whether our own words keep to them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from pirtui.domain.blame_language import Level, findings
from pirtui.domain.blame_language.advice import RULES
from tools import lint_accuracy

_SETS = sorted(lint_accuracy.FOLDER.glob("*.tsv"))
_DOMAIN = Path(__file__).parent.parent.parent / "pirtui" / "domain"


@pytest.mark.parametrize("path", _SETS, ids=lambda path: path.stem)
def test_the_rules_agree_with_people(path: Path) -> None:
    """On every set of judged sentences, warnings are rarely wrong and most blame is found."""
    score = lint_accuracy.score(path.stem, lint_accuracy.read(path))
    assert score.precision >= lint_accuracy.LEAST_PRECISION, score.false
    assert score.recall >= lint_accuracy.LEAST_RECALL, score.missed


def test_the_sentences_of_the_rules_are_all_judged_as_written() -> None:
    """The rules' own examples come out exactly: warning, hint or silence."""
    judged = [*lint_accuracy.read(lint_accuracy.FOLDER / "section2.tsv")]
    levels = {each.text: [found.level.value for found in findings(each.text)] for each in judged}
    wrong = [each.text for each in judged if (levels[each.text][:1] or ["none"]) != [each.expected]]
    assert len(judged) == 95
    assert wrong == []


def test_three_hundred_sentences_were_written_by_others() -> None:
    """The sets hold enough sentences to mean something."""
    sizes = {path.stem: len([*lint_accuracy.read(path)]) for path in _SETS}
    assert min(sizes["unseen_a"], sizes["unseen_b"]) >= 300


def _own_texts() -> Iterator[str]:
    """Every question that the app can put to the room."""
    for path in (_DOMAIN / "prompts.py", *_DOMAIN.glob("rules_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
                yield node.value


def test_our_own_questions_keep_to_the_rules() -> None:
    """Nothing that the room sees draws so much as a hint."""
    texts = [text for text in _own_texts() if text.endswith(("?", "."))]
    assert len(texts) > 90
    assert [text for text in texts if findings(text) and '"""' not in text] == []


def test_the_wording_that_is_offered_draws_no_warning() -> None:
    """What a rule offers instead would pass every rule."""
    offered = [rule.instead for rule in RULES.values()]
    assert [text for text in offered if any(each.level is Level.WARN for each in findings(text))] == []


def test_a_wrong_line_in_a_set_is_named(tmp_path: Path) -> None:
    """A set with a typo is not silently shortened."""
    path = tmp_path / "mine.tsv"
    path.write_text("# judged\nwarm\tOM\tHe forgot to check.\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"mine\.tsv, line 2"):
        list(lint_accuracy.read(path))
