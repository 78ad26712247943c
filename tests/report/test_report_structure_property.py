"""Whatever people type, a report keeps its structure and shows the words literally."""

from hypothesis import HealthCheck, assume, given, settings

from pirtui.domain.questions import gap_questions
from pirtui.domain.review import Review
from pirtui.domain.roles import NameStyle
from pirtui.report.escape import shown
from pirtui.report.markdown import to_markdown
from tests.report.report_structure import (
    PARSERS,
    addresses,
    foreign_html,
    harmless,
    rendered_words,
    structure,
    typed_texts,
)
from tests.strategies import reviews

_settings = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.large_base_example,
    ],
)


def _asked(review: Review) -> list[str]:
    return [question.key for question in gap_questions(review)]


@_settings
@given(review=reviews())
def test_words_never_change_the_structure(review: Review) -> None:
    """A report parses to the same tokens as that of the same review with harmless words.

    Words that make the timeline ask something else are another matter: then the lists differ in length.
    """
    assume(_asked(review) == _asked(harmless(review)))
    report = to_markdown(review, names=NameStyle.NAMES)
    expected = to_markdown(harmless(review), names=NameStyle.NAMES)
    for parser in PARSERS:
        assert structure(report, parser) == structure(expected, parser)


@_settings
@given(review=reviews())
def test_words_open_no_html_and_no_foreign_link(review: Review) -> None:
    """The only HTML is our anchors, and links lead to anchors or to http(s) addresses."""
    for names in NameStyle:
        report = to_markdown(review, names=names)
        assert foreign_html(report) == []
        assert all(
            each.startswith(("#", "http://", "https://")) for each in map(str.lower, addresses(report))
        )


@_settings
@given(review=reviews())
def test_words_are_shown_literally(review: Review) -> None:
    """Every text that belongs into the report is read there as it was typed."""
    words = rendered_words(to_markdown(review, names=NameStyle.NAMES))
    for text in typed_texts(review):
        assert shown(text) in words


@_settings
@given(review=reviews())
def test_layout_is_tidy(review: Review) -> None:
    """One blank line between blocks, no space at a line's end, one line break at the end of the text."""
    report = to_markdown(review)
    assert "\n\n\n" not in report
    assert not any(line.endswith((" ", "\t")) for line in report.split("\n"))
    assert report.endswith("\n")
    assert not report.endswith("\n\n")
    assert report.startswith("---\n")


@_settings
@given(review=reviews())
def test_same_review_same_bytes(review: Review) -> None:
    """Writing a report twice gives the same bytes."""
    copy = Review.model_validate(review.model_dump())
    assert to_markdown(review) == to_markdown(copy)
