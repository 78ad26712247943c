"""A person's words in Markdown: literal, and without power over anything around them."""

import json

import pytest
from hypothesis import example, given, settings
from markdown_it import MarkdownIt

from pirtui.report.escape import inline, link, paragraphs, shown, web_address, yaml_string
from tests.strategies import hostile_texts, hostile_words

_GFM = MarkdownIt("gfm-like")
_PLACES = {
    "paragraph": "{}",
    "second line": "before\\\n{}",
    "after a soft break": "before\n{}",
    "list item": "- {}",
    "list item below a line": "- a\\\n  {}",
    "heading": "# {}",
    "cell": "| a | b |\n| --- | --- |\n| {} | {} |",
    "bold": "a **{}** b",
    "link text": "[{}](#e1)",
}


def _tokens(markdown: str) -> list[tuple[str, list[str]]]:
    words = ("text", "text_special")
    return [
        (token.type, [child.type for child in token.children or [] if child.type not in words])
        for token in _GFM.parse(markdown)
    ]


def _words(markdown: str) -> str:
    inlines = (token.children or [] for token in _GFM.parse(markdown) if token.type == "inline")
    return "\n".join("".join(child.content for child in children) for children in inlines)


@pytest.mark.parametrize("place", _PLACES)
@settings(max_examples=75, deadline=None)
@given(text=hostile_words())
@example("foo\\")
@example("http://localhost/x")
@example("see www.example.com or jane@example.com")
@example("-|-")
@example("| --- |")
def test_text_is_literal_everywhere(place: str, text: str) -> None:
    """Wherever a text stands, it parses as plain words and reads as it was typed."""
    template = _PLACES[place]
    markdown = template.replace("{}", inline(text))
    assert _tokens(markdown) == _tokens(template.replace("{}", "x"))
    assert shown(text) in _words(markdown)


@pytest.mark.parametrize(
    "text",
    [
        "plain words",
        "snake_case_name",
        "3.7 million (1.5%)",
        "-5 ms",
        "took 4:30, i.e. long",
        "R & D",
        "a - b",
    ],
)
def test_harmless_text_stays_readable(text: str) -> None:
    """Text that means nothing to Markdown is left as it was typed."""
    assert inline(text).replace("i\\.e", "i.e") == text


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u3000"])
def test_blank_text_is_nothing(text: str) -> None:
    """White space alone counts as nothing."""
    assert inline(text) == ""
    assert paragraphs(text) == ()


def test_paragraphs_keep_lines_and_blocks() -> None:
    """Blank lines part paragraphs, other line breaks are kept as breaks."""
    assert paragraphs("one\ntwo\n\n\n# three\n") == ("one\\\ntwo", "\\# three")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JAVASCRIPT://x.example/%0aalert(1)",
        "data:text/html,x",
        "ftp://x.example",
        "//x.example",
        "x.example",
        "https://",
        "https:///path",
        "https://user:secret@x.example/",
        "https://github.com\\@x.example/",
        "https://x.example/a b",
        "https://x.example/\x1b[31m",
        "https://x.example/\u202egpj.exe",
        "http://[::1",
        "",
    ],
)
def test_only_plain_web_addresses_are_linked(address: str) -> None:
    """Anything but a plain http(s) address stays text."""
    assert web_address(address) is None
    assert "](" not in link("label", address)


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://x.example/a_(b)|c", "https://x.example/a_%28b%29%7Cc"),
        ("http://x.example/100%", "http://x.example/100%25"),
        ("https://x.example/%20?q=é&copy;#top", "https://x.example/%20?q=%C3%A9&copy%3B#top"),
    ],
)
def test_addresses_are_percent_encoded(address: str, target: str) -> None:
    """What could end or change a link's destination is percent-encoded, and no more."""
    assert web_address(address) == target
    tokens = _GFM.parseInline(link("a|b]", address))[0].children or []
    assert [token.attrs["href"] for token in tokens if token.type == "link_open"] == [target]


@settings(max_examples=100, deadline=None)
@given(text=hostile_texts())
def test_yaml_strings_stay_on_one_line(text: str) -> None:
    """A YAML scalar is one printable line that reads back as the text."""
    scalar = yaml_string(text)
    assert scalar.isprintable()
    assert scalar[0] == scalar[-1] == '"'
    read = scalar.encode("ascii", "backslashreplace").decode("ascii")
    assert _unescaped(read) == shown(text)


def _unescaped(scalar: str) -> str:
    """Read a YAML scalar as JSON, for which characters beyond 16 bits need a pair of escapes."""
    parts = scalar.replace("\\\\", "\0").split("\\U")
    pairs = [json.dumps(chr(int(part[:8], 16)))[1:-1] + part[8:] for part in parts[1:]]
    hex_fixed = "".join([parts[0], *pairs]).replace("\\x", "\\u00").replace("\0", "\\\\")
    return str(json.loads(hex_fixed))
