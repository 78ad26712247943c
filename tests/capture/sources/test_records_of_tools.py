"""JSON as tools export it: pages one after another, either spelling of names, Markdown as words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.capture.candidates import UnreadableSource
from pirtui.capture.material import Material
from pirtui.capture.sources import records
from pirtui.capture.sources.markdown_words import markdown_words


def material(text: str) -> Material:
    """A file called `f.json`."""
    return Material("f.json", text.encode())


def test_each_record_has_its_line() -> None:
    """The items of a list, or of the list under a key, know where they begin."""
    for text in ('[\n {"a": 1},\n {"a": 2}]', '{"data": [\n {"a": 1},\n {"a": 2}]}'):
        found = material(text)
        assert [each.line for each in records.listed(found, records.documents(found), "data")] == [2, 3]


def test_pages_one_after_another_are_one_list() -> None:
    """Pages that were appended to one file, or gathered in a list, are opened."""
    for text in ('[{"a": 1}]\n[{"a": 2}]', '[[{"a": 1}], [{"a": 2}]]', '{"data": [{"a": 1}]} {"a": 2}'):
        found = material(text)
        values = [each.value for each in records.listed(found, records.documents(found), "data")]
        assert values == [{"a": 1}, {"a": 2}]


@pytest.mark.parametrize(
    ("text", "line"), [('{"a": [1,\n2', 2), ('{"a": 1}\n{"a": 2}\n{"a":', 3), ("{'a': 1}", 1)]
)
def test_what_breaks_off_names_its_line(text: str, line: int) -> None:
    """One sentence says where JSON ends or breaks, also on a later page."""
    with pytest.raises(UnreadableSource, match=rf"^f\.json, line {line}: .*expected"):
        records.documents(material(text))


def test_names_are_found_in_both_spellings() -> None:
    """A field may be written `created_at` or `createdAt`."""
    assert records.stated({"createdAt": "x"}, "created_at") == "x"
    assert records.stated({"created_at": "y"}, "created_at") == "y"
    assert records.stated_list({"reviewComments": [1]}, "review_comments") == [1]
    assert records.stated_object({"mergedBy": {"a": 1}}, "merged_by") == {"a": 1}


@pytest.mark.parametrize(
    ("text", "is_address"),
    [
        ("https://example.org/x", True),
        ("http://am:9093", False),
        ("https://", False),
        ("http://[::1", False),
        ("", False),
        ("javascript:alert(1)", False),
        ("https://example.org/a b", False),
    ],
)
def test_only_addresses_that_work_elsewhere_are_origins(text: str, is_address: bool) -> None:
    """The name of a container is no place where anybody else could look."""
    assert bool(records.web_address(text)) is is_address


def test_markdown_becomes_words() -> None:
    """Marks go, links are named, lists keep their lines, code stays fenced, comments vanish."""
    text = (
        "## Now\r\n**Rolled** _back_ to [4811](https://ci.example.org/4811) in `api`<br>"
        "fine &amp; well\r\n<!-- hidden -->\r\n- one\r\n- two\r\n\r\n1. first\r\n\r\n"
        "| a | b |\r\n|---|---|\r\n| c | d |\r\n\r\n```sh\r\nls\r\n```\r\n"
        "![graph](https://example.org/g.png) <https://example.org>"
    )
    assert markdown_words(text).split("\n") == [
        *("Now", "Rolled back to 4811 (https://ci.example.org/4811) in `api`", "fine & well"),
        *("• one", "• two", "1. first", "a · b", "c · d", "", "```", "ls", "```", ""),
        "[graph] https://example.org",
    ]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="<>!/&;[]()abp-*_`~|#'\"=\\ \r\n\t1.\x00\ud800", max_size=80) | st.text())
def test_no_markdown_raises(text: str) -> None:
    """Any text gives words, or none."""
    assert isinstance(markdown_words(text), str)
