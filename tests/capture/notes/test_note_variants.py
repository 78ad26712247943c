"""The same timeline, shuffled, styled and zoned anew, is read as the same timeline."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.capture.candidates import UnreadableSource
from pirtui.domain.moments import Moment
from tests.capture.notes.reading_notes import candidates_of, evidence_of

FIRST = datetime(2024, 1, 3, 6, 0)
ZONES = ("UTC", "Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Sydney")
WORDS = (
    "alert fires",
    "Ada is paged",
    "rolled back",
    "cause found in [infra]",
    "50% of calls fail, v1.14.2",
)

Row = tuple[datetime, str]


@dataclass(frozen=True)
class Style:
    """A way to write times, and a way to write rows."""

    clock: Callable[[datetime], str]
    row: Callable[[str, str], str]
    before: str = ""

    def written(self, rows: list[Row], *, dated: bool) -> str:
        """The timeline in this style: a date in each row, or a heading for each day."""
        lines = [self.before] if self.before else []
        day = None
        for at, words in rows:
            if not dated and at.date() != day and not self.before:
                lines += ["", f"## {at:%A} {at.day} {at:%B} {at.year}", ""]
            day = at.date()
            stamp = f"{at:%Y-%m-%d} {self.clock(at)}" if dated or self.before else self.clock(at)
            lines.append(self.row(stamp, words))
        return "\n".join(lines)


def _twelve(at: datetime) -> str:
    return f"{at.hour % 12 or 12}:{at:%M} {'PM' if at.hour > 11 else 'AM'}"


CLOCKS: tuple[Callable[[datetime], str], ...] = (
    lambda at: f"{at:%H:%M}",
    lambda at: f"{at.hour}:{at:%M}",
    lambda at: f"{at:%H.%M}",
    lambda at: f"{at:%H:%M:%S}",
    _twelve,
    lambda at: _twelve(at).replace(" ", "").lower(),
)
ROWS: tuple[Callable[[str, str], str], ...] = (
    lambda stamp, words: f"- {stamp} {words}",
    lambda stamp, words: f"- {stamp}: {words}",
    lambda stamp, words: f"* **{stamp}** – {words}",
    lambda stamp, words: f"[{stamp}] {words}",
    lambda stamp, words: f"{stamp} - {words}\n",
    lambda stamp, words: f"### {stamp}\n\n{words}\n",
    lambda stamp, words: f"1. {stamp} — {words}\n   - and more\n",
)
TABLE = "| Time | Event |\n| --- | --- |"
STYLES = [Style(clock, row) for clock in CLOCKS for row in ROWS] + [
    Style(clock, lambda stamp, words: f"| {stamp} | {words} |", TABLE) for clock in CLOCKS
]


@st.composite
def timelines(draw: st.DrawFn) -> list[Row]:
    """Rows in order, minutes to hours apart, over some days."""
    count = draw(st.integers(2, 8))
    steps = draw(st.lists(st.integers(1, 300), min_size=count, max_size=count))
    at, rows = FIRST + timedelta(minutes=draw(st.integers(0, 500_000))), []
    for step in steps:
        at += timedelta(minutes=step)
        rows.append((at, draw(st.sampled_from(WORDS))))
    return rows


@settings(max_examples=200, deadline=None)
@given(timelines(), st.sampled_from(STYLES), st.sampled_from(ZONES), st.booleans())
def test_style_and_zone_do_not_change_the_times(
    rows: list[Row], style: Style, zone: str, dated: bool
) -> None:
    """Every row is found, with its words and its instant, whatever it looks like."""
    text = f"All times in {zone}\n\n{style.written(rows, dated=dated)}"
    found = candidates_of(text, "UTC", date(2000, 1, 1))
    assert [each.event and each.event.time.start for each in found] == [
        at.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) for at, _ in rows
    ]
    assert [each.event.text for each in found if each.event] == [words for _, words in rows]


@settings(max_examples=60, deadline=None)
@given(timelines(), st.randoms(use_true_random=False))
def test_shuffled_rows_stay_in_the_order_of_the_source(rows: list[Row], random: object) -> None:
    """No row is moved, each keeps its own time, and unless they are in order there is a question."""
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    text = "\n".join(f"- {at:%Y-%m-%d %H:%M} {words}" for at, words in shuffled)
    found = candidates_of(text)
    assert [_start(each.event.time) for each in found if each.event] == [at for at, _ in shuffled]
    times = [at for at, _ in shuffled]
    ordered = times in (sorted(times), sorted(times, reverse=True))
    assert any(each.questions for each in found) is not ordered


@settings(max_examples=300, deadline=None)
@given(
    st.text(max_size=400)
    | st.lists(
        st.sampled_from(
            [
                "14:32 a",
                "- 14:40: b",
                "## Timeline",
                "2024-05-01",
                "| 14:50 | c |",
                "|---|---|",
                "```",
                "> 1:00 d",
                "",
                "---",
                "**Context**:",
                "  - sub",
                "[^1]: x",
                "<!-- 1:00",
                "-->",
                "All times in CET",
                "25:00 e",
                "\t",
            ]
        )
    ).map("\n".join)
)
def test_no_text_is_too_odd_to_read(text: str) -> None:
    """Nothing raises, and every candidate names a line of the text."""
    lines = text.count("\n") + text.count("\r") + 1
    try:
        found = evidence_of(text).candidates
    except UnreadableSource:
        assert any(unicodedata.category(character) == "Cc" for character in text)
        return
    for each in found:
        assert 1 <= each.line <= lines
        assert each.event is not None or each.problem


def _start(moment: Moment) -> datetime | None:
    return moment.start.replace(tzinfo=None) if moment.start else None
