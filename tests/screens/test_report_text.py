"""The report as the preview shows it: its words, without what only machines read."""

from pirtui.report.markdown import to_markdown
from pirtui.screens.report_text import for_screen
from tests.domain.making import happened, review_of
from tests.screens.played import finished


def test_front_matter_comments_and_anchors_are_left_out() -> None:
    """A reader in the room sees the report and nothing of its machinery."""
    shown = for_screen(to_markdown(finished()))
    assert shown.lstrip().startswith("# ")
    assert "schema_version" not in shown
    assert "<!--" not in shown
    assert "<a id=" not in shown


def test_every_sentence_of_the_report_is_there() -> None:
    """Only the machinery goes; what was said stays."""
    shown = for_screen(to_markdown(finished()))
    for said in ("the old node group was still there", "Compare launch templates"):
        assert said in shown


def test_a_text_without_front_matter_is_left_as_it_is() -> None:
    """A rule in the middle of a text is not the end of front matter."""
    assert for_screen("# Title\n\n---\n\ntext\n") == "# Title\n\n---\n\ntext\n"


def test_comments_over_several_lines_go() -> None:
    """What is between the marks goes, and the text around it stays."""
    assert for_screen("a\n\n<!-- one\ntwo -->\n\nb\n") == "a\n\nb\n"


def test_user_text_that_looks_like_machinery_stays() -> None:
    """The report escapes what people typed, so none of it is taken for a comment or an anchor."""
    review = review_of(happened(1, 'see <!-- this --> and <a id="e1"></a>'))
    shown = for_screen(to_markdown(review))
    assert r"see \<!-- this --> and \<a id" in shown


def test_an_endless_report_is_cut_with_a_remark() -> None:
    """The preview holds what a screen can bear, and says that the file holds the rest."""
    shown = for_screen("\n".join(f"line {n}" for n in range(5000)))
    assert len(shown.splitlines()) < 1600
    assert "the exported report holds all 5000 lines" in shown.splitlines()[-1]
