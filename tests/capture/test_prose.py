"""Which words of a text somebody wrote as prose, and where they stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.capture.prose import Places, sentences


def prose(text: str, *, markdown: bool = True) -> list[str]:
    """The sentences of a text, with line breaks as spaces."""
    return [" ".join(each.text.split()) for each in sentences(text, markdown=markdown)]


@pytest.mark.parametrize(
    "skipped",
    [
        "> He forgot.\n> Again.",
        "- > He forgot.",
        "    He forgot.",
        "```\nHe forgot.\n```",
        "~~~text\nHe forgot.\n\nHe forgot.\n~~~",
        "- item\n\n  ```\n  He forgot.\n  ```",
        "<!-- He forgot. -->",
        "<!-- He\nforgot.",
        "[1]: https://example.org/he-forgot 'He forgot'",
    ],
)
def test_code_quotes_and_comments_are_left_out(skipped: str) -> None:
    """Blocks that are no prose of the writer are not read."""
    assert not any("forgot" in each for each in prose(f"Before.\n\n{skipped}\n\n"))
    assert prose(f"Before.\n\n{skipped}\n")[0] == "Before."


@pytest.mark.parametrize(
    "text",
    [
        'Bo said "he forgot" then.',
        "Bo said “he forgot. Again.” then.",
        'Bo said "he\nforgot" then.',
        "Run `he forgot` then.",
        "Run ``he ` forgot`` then.",
        "See [the log](https://example.org/forgot) then.",
        "See <https://example.org/forgot> then.",
        "See www.example.org/forgot then.",
    ],
)
def test_parts_of_a_sentence_are_blotted_out(text: str) -> None:
    """Quotations, code spans and addresses do not cut the sentence around them."""
    [sentence] = prose(text)
    assert "forgot" not in sentence
    assert sentence.endswith("then.")


def test_front_matter_is_left_out() -> None:
    """What a site generator reads is not what a reader reads."""
    assert prose("---\ntitle: He forgot\n---\nText.\n") == ["Text."]


def test_headings_items_cells_and_timed_lines_stand_alone() -> None:
    """Nothing runs on from one into the next."""
    text = (
        "# Title\none\n- two\n2. three\n- [x] four\n\n| a | b |\n|---|---|\n| five | six |\n"
        "14:02 seven\n\nUnder\n-----\neight\n"
    )
    assert prose(text) == [
        "Title",
        "one",
        "two",
        "three",
        "four",
        "a",
        "b",
        "five",
        "six",
        "14:02 seven",
        "Under",
        "eight",
    ]


def test_sentences_end_where_people_end_them() -> None:
    """Abbreviations, times and versions end no sentence, and a wrapped line goes on."""
    text = "It ran, e.g. On db-3. At 10.30 v1.2 was\nout! Was it? Yes"
    assert prose(text) == ["It ran, e.g. On db-3.", "At 10.30 v1.2 was out!", "Was it?", "Yes"]


def test_emphasis_does_not_part_words() -> None:
    """Stars and lines around a word are not seen, lines within a name are."""
    assert prose("The **on-call** _forgot_ snake_case") == ["The on-call forgot snake_case"]


def test_indented_lines_of_plain_text_are_prose() -> None:
    """Only Markdown has code by indent."""
    assert prose("    He forgot.", markdown=False) == ["He forgot."]
    assert prose("> He forgot.", markdown=False) == []


def test_a_place_is_the_line_and_column_in_the_file() -> None:
    """Markup before a word counts for its column."""
    text = "# One\n\n- **Bo** left\n"
    [_, sentence] = sentences(text)
    place = Places(text).at(sentence.start + sentence.text.index("left"))
    assert (place.line, place.column) == (3, 10)


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="ab .!?\n\"“”'`*_>-#|[]()<~1:/\\é", max_size=120), st.booleans())
def test_every_sentence_lies_in_the_text(text: str, markdown: bool) -> None:
    """Whatever the marks, offsets point into the text and sentences do not overlap."""
    end = 0
    for sentence in sentences(text, markdown=markdown):
        assert sentence.start >= end
        end = sentence.start + len(sentence.text)
        assert end <= len(text)
