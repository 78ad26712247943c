"""What may stand around a time at the start of a line."""

from datetime import UTC, date, datetime

import pytest

from pirtui.capture.reading import LineContext
from pirtui.capture.times import read_leading_time

CONTEXT = LineContext("UTC", datetime(2024, 5, 4, tzinfo=UTC), date(2024, 5, 4))


@pytest.mark.parametrize(
    "separator",
    [
        *(
            " ",
            ": ",
            " : ",
            " - ",
            " – ",
            " — ",
            "—",
            "–",
            " | ",
            "|",
            "; ",
            ";",
            ", ",
            "<br>",
            "<br/> ",
        ),
        *(" -> ", "->", " => ", "=> ", " → ", "\t", "\t- ", " - : ", ". "),
    ],
)
def test_a_separator_belongs_to_neither_side(separator: str) -> None:
    """Whatever stands between the stamp and the text is dropped."""
    leading = read_leading_time(f"14:32{separator}text, with - marks: in | it", CONTEXT)
    assert (leading.moment.raw, leading.rest) == ("14:32", "text, with - marks: in | it")


@pytest.mark.parametrize(
    "line",
    [
        *("**14:32** text", "**14:32**text", "**14:32:** text", "**14:32** - text", "**14:32: text**"),
        *("**14:32 text**", "**14:32 text.** ", "***14:32*** text", "__14:32__ text", "_14:32_ text"),
        *(
            "*14:32* text",
            "`14:32` text",
            "`14:32`: text",
            "[14:32] text",
            "[14:32]text",
            "[14:32]: text",
        ),
        *("(14:32) text", "(14:32): text", "<14:32> text", "**[14:32]** text", "**`14:32`** text"),
        *("[**14:32**] text", "- **14:32** text", "* [14:32] text", "+ 14:32 text", "• 14:32 text"),
        *("– 14:32 text", "1. 14:32 text", "12) 14:32 text", "# 14:32 text", "###### 14:32 text"),
        *("- [ ] 14:32 text", "- [x] **14:32** text", "1. [ ] 14:32: text", ":clock2: 14:32 text"),
        *("⏰ 14:32 text", "🚨 14:32 - text", "- :rotating_light: 14:32 text", "14:32[^2] text"),
    ],
)
def test_marks_around_a_stamp_are_dropped(line: str) -> None:
    """Emphasis, brackets, bullets, numbers, boxes, headings and emoji belong to neither side."""
    leading = read_leading_time(line, CONTEXT)
    assert leading.moment.start == datetime(2024, 5, 4, 14, 32, tzinfo=UTC)
    assert (leading.moment.raw, leading.rest.rstrip(".")) == ("14:32", "text")


def test_emphasis_that_ends_later_is_closed_there() -> None:
    """`**14:32 Ada:** text` emphasises the speaker as well."""
    assert read_leading_time("**14:32 Ada:** rolled back", CONTEXT).rest == "Ada: rolled back"


@pytest.mark.parametrize(
    "line",
    [
        *(
            "[14:32 no end",
            "14:32foo",
            "14:32_foo",
            "`14:32",
            "(14:32",
            "> 14:32 text",
            "- - - - 14:32 x",
        ),
        *(
            "20:01:db8::1 is up",
            "00:11:22:33:44:55 seen",
            "14:30:ab:cd",
            "1432-node cluster",
            "14:32/15",
        ),
    ],
)
def test_what_only_begins_like_a_stamp_is_text(line: str) -> None:
    """A mark that does not close, an address, or a word attached: nothing is taken away."""
    leading = read_leading_time(line, CONTEXT)
    assert (leading.moment.raw, leading.rest, leading.doubts) == ("", line, ())
