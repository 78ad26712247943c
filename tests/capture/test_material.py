"""Bytes become text and JSON, or one clear sentence."""

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.capture.candidates import UnreadableSource
from pirtui.capture.material import Material

MODEST = settings(max_examples=75, deadline=None)
WORDS = "09:12 Müller — naïve retry\n09:14 café queue at 80 %\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"]
)
def test_unicode_is_read_with_and_without_a_mark(encoding: str) -> None:
    """The same words come out of every Unicode encoding."""
    assert Material("notes.txt", WORDS.encode(encoding)).text == WORDS


def test_clean_text_needs_no_notice() -> None:
    """Nothing is said about a file that needed no guess."""
    assert Material("notes.txt", WORDS.encode()).decoding_notices == ()


@pytest.mark.parametrize("ends", [b"a\r\nb\r\nc", b"a\rb\rc", b"a\nb\r\nc", b"\xef\xbb\xbfa\r\nb\rc"])
def test_every_line_end_becomes_a_line_feed(ends: bytes) -> None:
    """Windows, old Macintosh and mixed line ends read as the same lines."""
    assert Material("notes.txt", ends).text == "a\nb\nc"


def test_mixed_encodings_are_read_line_by_line() -> None:
    """A Windows-1252 line among UTF-8 lines keeps both readable, and the line is named."""
    material = Material(
        "notes.txt", "naïve\n".encode() + "café – late\n".encode("cp1252") + "é\n".encode()
    )

    assert material.text == "naïve\ncafé – late\né\n"
    assert material.decoding_notices == ("Line 2 is not UTF-8 and was read as Windows-1252.",)


def test_many_foreign_lines_are_counted() -> None:
    """A notice names the first lines and counts the others."""
    lines = [f"caf\xe9 {number}\n".encode("cp1252") for number in range(9)]

    (notice,) = Material("notes.txt", b"".join(lines)).decoding_notices

    assert notice == "Lines 1, 2, 3, 4, 5 and 4 more are not UTF-8 and were read as Windows-1252."


def test_a_text_of_another_alphabet_is_guessed() -> None:
    """Enough Russian in Windows-1251 is read as Russian."""
    words = (
        "09:12 Сервис оплаты перестал отвечать на запросы\n09:20 Откатили выпуск, очередь пошла вниз\n"
    )
    material = Material("notes.txt", words.encode("cp1251"))

    assert material.text == words
    assert "Windows-1251" in material.decoding_notices[0]


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00",
        bytes(range(256)) * 4,
        b"\x1f\x8b\x08\x00\x00\x00\x00\x00",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
        b"\x00" * 200,
        b"\xff\xfe" + b"\x00" * 40,
    ],
)
def test_binary_is_refused_in_one_sentence(content: bytes) -> None:
    """A picture is named with what was expected in its place."""
    material = Material("photo.png", content)

    with pytest.raises(UnreadableSource) as refusal:
        _ = material.text

    assert str(refusal.value).startswith("photo.png")
    assert str(refusal.value).endswith(
        ": expected text, JSON, CSV or a zip archive, but this is binary."
    )
    assert not material.looks_like_json
    assert material.decoding_notices == ()


def test_a_binary_spot_in_a_text_is_named_by_its_line() -> None:
    """An empty character in an otherwise plain file is found for the reader."""
    with pytest.raises(UnreadableSource, match=r"app\.log, line 3: expected text"):
        _ = Material("app.log", b"09:12 up\n09:13 down\n09:14 \x00 up\n" + b"09:15 fine\n" * 100).text


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            b'[{"a": 1},\n {"b": 2',
            r"line 2: the JSON is cut off here; expected a comma or a closing bracket\.",
        ),
        (b'[{"a": 1},\n', r"line 1: the JSON is cut off here; expected a value\."),
        (
            b'{"text": "rolling ba',
            r"line 1: the JSON is cut off here; expected a closing quotation mark\.",
        ),
        (b'{"a": 1}\n{"b": 2}', r"line 2: expected JSON, and here nothing more\."),
        (b'{"a": 1,\n b: 2}', r"line 2: expected JSON, and here a name in double quotes\."),
        (b"  ", r"export\.json: expected JSON, but this is empty\."),
    ],
)
def test_broken_json_is_named_with_its_line(content: bytes, sentence: str) -> None:
    """The sentence says where the JSON breaks and what should stand there."""
    with pytest.raises(UnreadableSource, match=sentence):
        _ = Material("export.json", content).json


@pytest.mark.parametrize("depth", [101, 900, 100_000])
def test_deep_nesting_is_refused(depth: int) -> None:
    """Nesting that could exhaust a reader is refused, however deep it is."""
    material = Material("export.json", b"[" * depth + b"]" * depth)

    with pytest.raises(UnreadableSource, match="nested deeper"):
        _ = material.json


def test_unusual_numbers_do_no_harm() -> None:
    """Numbers beyond every clock are text, and what is no number is nothing."""
    content = b'{"a": ' + b"9" * 5000 + b', "b": 1e999, "c": NaN, "d": -Infinity, "e": 1.5, "e": 2}'

    value = Material("export.json", content).json

    assert value == {"a": "9" * 5000, "b": "1e999", "c": None, "d": None, "e": 2}


@MODEST
@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(content: bytes) -> None:
    """No bytes raise anything but the clear error, and a refusal stays the same."""
    material = Material("x", content)
    for _attempt in range(2):
        with suppress(UnreadableSource):
            assert "\r" not in material.text
        with suppress(UnreadableSource):
            json.dumps(material.json)


@MODEST
@given(st.text(max_size=200).filter(lambda text: "\0" not in text and "\r" not in text))
def test_words_survive(text: str) -> None:
    """What was written as UTF-8 is read as it was written, unless it is mostly control characters."""
    content = b"\xef\xbb\xbf" + text.encode()
    try:
        assert Material("x", content).text == text
    except UnreadableSource:
        assert sum(character < " " or character == "\x7f" for character in text) > 2
