"""Reading and printing times of any text: nothing raises, and nothing changes on the way."""

from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.capture.reading import LineContext
from pirtui.capture.times import guarded, print_time, read_leading_time, unguarded
from tests.capture.test_times_of_real_notes import SPELLINGS

ZONES = ("", "Europe/London", "CET", "UTC-7", "Asia/Kolkata", "nowhere")
PIECES = [
    *"0123456789:.-–—/ ~?()[]*_`<>,;|&#²٣é\u202f\u00a0\\",
    *(
        "am",
        "PM",
        "Z",
        "UTC",
        " to ",
        "May",
        "2024",
        "HH",
        "??",
        " ET ",
        "ſ",
        "İ",
        "Uhr",
        " and 14:00",
        "h",
    ),
]


@st.composite
def mutated_stamps(draw: st.DrawFn) -> str:
    """A stamp of real notes into which some keys slipped."""
    stamp = draw(st.sampled_from(SPELLINGS))[0] + draw(st.sampled_from(["", " x", ": text", " 1.30 x"]))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(stamp)))
        stamp = (
            stamp[:place]
            + draw(st.sampled_from(["", *PIECES]))
            + stamp[place + draw(st.integers(0, 1)) :]
        )
    return stamp


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(st.text(max_size=40), mutated_stamps()),
    st.sampled_from(ZONES),
    st.sampled_from([None, True, False]),
)
def test_any_line_is_read_and_printed_again(line: str, zone: str, day_first: bool | None) -> None:
    """What was read prints as a time that says the same, and the text stays text behind it."""
    now = datetime(2023, 9, 20, 10, 0, 30, tzinfo=UTC)
    context = LineContext(zone, now, date(2019, 3, 26), day_first=day_first)
    leading = read_leading_time(line, context)
    for alternative in leading.alternatives:
        read_leading_time(alternative.line, context)
    if leading.moment.start is None:
        return
    printed = print_time(leading.moment, context)
    again = read_leading_time(guarded(printed, leading.rest, context), context)
    assert again.moment.changed(raw="") == leading.moment.changed(raw="")
    assert unguarded(again, context) == leading.rest


def test_a_very_long_line_of_stamps_is_read_at_once() -> None:
    """Ten thousand characters of anything are no trouble."""
    for piece in (
        "[",
        "**",
        "- ",
        "- [ ] ",
        "1. ",
        "May 4 ",
        "4-",
        "14:32, ",
        "(approx ",
        "UTC+",
        "O9:",
        "<",
    ):
        read_leading_time(
            piece * (10_000 // len(piece)), LineContext("UTC", datetime(2024, 5, 4, tzinfo=UTC))
        )
