"""The frame around the line: every widget shows what it was given, literally, at any size."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from pirtui.domain.review import Stage
from pirtui.theme import DARK, LIGHT
from pirtui.widgets.command_menu import CommandMenu
from pirtui.widgets.entry_line import EntryLine
from pirtui.widgets.field_form import FieldForm, FormField
from pirtui.widgets.item_list import ItemList, Row, Tag
from pirtui.widgets.key_footer import KeyFooter
from pirtui.widgets.phase_strip import PhaseStrip
from pirtui.widgets.preview_row import PreviewRow
from pirtui.widgets.prompt_row import PromptRow
from pirtui.widgets.side_panel import SidePanel
from pirtui.widgets.stage_bar import StageBar
from pirtui.widgets.title_row import TitleRow
from pirtui.widgets.tones import TONES
from tests.widgets.widget_app import HOSTILE, SIZES, WidgetApp, faintest, resize, screen_lines

START = datetime(2026, 10, 21, 14, 0, tzinfo=UTC)


def minutes(count: float) -> datetime:
    """A moment so many minutes after the start."""
    return START + timedelta(minutes=count)


PHASES = (
    ("detection", minutes(0), minutes(30), 30.0),
    ("response", minutes(30), minutes(45), 15.0),
    ("containment", minutes(45), minutes(60), 15.0),
    ("recovery", minutes(60), minutes(120), 60.0),
)
COUNTS = {Stage.TIMELINE: 120, Stage.GAPS: 7, Stage.FACTORS: 9, Stage.ACTIONS: 12, Stage.WRAP_UP: 3}


def title_row(text: str) -> Widget:
    """A title row that says this."""
    return TitleRow(text, severity=text[:20] or "SEV1", saved="saved", clock="Timeline 12 min")


def preview_row(text: str) -> Widget:
    """A preview row that says this in every place."""
    row = PreviewRow()
    row.show([("time", text), ("text", text), ("unheard of", text)], doubts=(text, text))
    return row


def notice(text: str) -> Widget:
    """A preview row with this as its notice."""
    row = PreviewRow()
    row.notice(text, "alert")
    return row


def side_panel(text: str) -> Widget:
    """A panel that says this in every place."""
    panel = SidePanel()
    panel.show(text, [(text, text, "warning"), (text, "", "unheard of"), ("", text, "")])
    return panel


def command_menu(text: str) -> Widget:
    """A menu that offers this."""
    menu = CommandMenu()
    menu.set_items([(text, text, text), ("second", "", text)])
    return menu


def key_footer(text: str) -> Widget:
    """A footer whose words are this."""
    return KeyFooter([("F1", text, "help"), (text, "Details", "details")])


def phase_strip(text: str) -> Widget:
    """A strip with a phase of this name."""
    strip = PhaseStrip()
    strip.show([*PHASES, (text, minutes(120), minutes(121), 1.0)], [(text, minutes(40))])
    return strip


def prompt_row(text: str) -> Widget:
    """A row whose question and remark are this."""
    return PromptRow(text, text)


def field_form(text: str) -> Widget:
    """A form with this in every place."""
    return FieldForm(
        [
            FormField("one", text, text, hint=text),
            FormField("many", text, text, multiline=True),
            FormField("choice", text, text, choices=("a", text or "b")),
        ]
    )


MAKERS = (
    title_row,
    preview_row,
    notice,
    side_panel,
    command_menu,
    phase_strip,
    prompt_row,
    key_footer,
    field_form,
)


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
async def test_hostile_text_is_literal(make: Callable[[str], Widget]) -> None:
    """Nothing that a person typed is interpreted or hidden, in a wide or a narrow place."""
    for hostile in HOSTILE:
        app = WidgetApp(lambda text=hostile: make(text))  # type: ignore[misc]  # bound for this round
        async with app.run_test(size=(100, 30)) as pilot:
            for size in ((20, 5), (100, 30)):
                await resize(pilot, *size)
            shown = "".join(screen_lines(app))
            assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for sign in shown)
            assert "\u202e" not in shown


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
async def test_every_size_can_be_drawn(make: Callable[[str], Widget]) -> None:
    """A terminal that shrinks to one cell and grows again breaks nothing."""
    app = WidgetApp(lambda: make("Roll 日本語 back to 4811 👩‍👩‍👧‍👦"))
    async with app.run_test(size=(100, 30)) as pilot:
        for size in SIZES:
            await resize(pilot, *size)
        await pilot.pause()
        assert "".join(screen_lines(app)).strip()


@pytest.mark.parametrize("make", MAKERS[:6], ids=lambda make: make.__name__)
async def test_brackets_are_shown(make: Callable[[str], Widget]) -> None:
    """Text that looks like markup is on the screen as it was typed."""
    app = WidgetApp(lambda: make("[SEV1] [/ [b]x[/]"))
    async with app.run_test(size=(140, 30)) as pilot:
        await pilot.pause()
        assert "[SEV1] [/ [b]x[/]" in "".join(screen_lines(app))


# The title row


async def test_the_title_gives_way_to_the_marks() -> None:
    """A long title is cut so that severity, clock and saved mark stay; on a narrow screen no clock."""
    app = WidgetApp(lambda: TitleRow("word " * 50, severity="SEV1", saved="saved", clock="Gaps 5 min"))
    async with app.run_test(size=(80, 5)) as pilot:
        await pilot.pause()
        line = screen_lines(app)[0]
        assert line.startswith(" SEV1  word")
        assert "…" in line
        assert line.rstrip().endswith("Gaps 5 min  saved")
        await resize(pilot, 32, 5)
        await pilot.pause()
        line = screen_lines(app)[0]
        assert "saved" in line
        assert "Gaps" not in line


async def test_the_title_row_shows_other_values() -> None:
    """New values replace the old ones."""
    app = WidgetApp(TitleRow)
    async with app.run_test(size=(60, 5)) as pilot:
        app.query_one(TitleRow).show("Checkout down", "SEV2", "saved")
        await pilot.pause()
        assert screen_lines(app)[0].split() == ["SEV2", "Checkout", "down", "saved"]


@pytest.mark.parametrize(
    ("width", "clock"),
    [
        (80, "Timeline 12 of 25 min · 41 left"),
        (66, "12 of 25 min · 41 left"),
        (44, "12 of 25 min"),
        (36, ""),
    ],
)
async def test_the_clock_takes_a_shorter_spelling(width: int, clock: str) -> None:
    """The title stays readable as long as the clock can be said in fewer words."""
    spellings = ("Timeline 12 of 25 min · 41 left", "12 of 25 min · 41 left", "12 of 25 min")
    app = WidgetApp(TitleRow)
    async with app.run_test(size=(width, 5)) as pilot:
        app.query_one(TitleRow).show("Checkout errors after a release", "SEV1", "saved", spellings)
        await pilot.pause()
        line = screen_lines(app)[0].rstrip()
        assert line.startswith(" SEV1  Checkout")
        assert line.endswith(f"{clock}  saved" if clock else " saved")
        assert ("min" in line) == bool(clock)


async def test_a_question_stands_before_its_remark() -> None:
    """The remark gives way where both do not fit."""
    app = WidgetApp(lambda: PromptRow("What did you expect next?", "Ctrl+N asked"))
    async with app.run_test(size=(60, 5)) as pilot:
        await pilot.pause()
        assert screen_lines(app)[0].split("  ")[-1].strip() == "Ctrl+N asked"
        await resize(pilot, 40, 5)
        await pilot.pause()
        assert screen_lines(app)[0].strip() == "Ask  What did you expect next?"


# The stage bar


class StageApp(WidgetApp):
    """A stage bar, and which stage was chosen on it."""

    @on(StageBar.Chosen)
    def _chosen(self, event: StageBar.Chosen) -> None:
        self.record(event)


@pytest.mark.parametrize("width", [20, 40, 60, 79, 80, 100, 140])
async def test_all_six_stages_fit_and_can_be_clicked(width: int) -> None:
    """At every width all six numbers are seen, the current one in brackets, and each takes a click."""
    app = StageApp(StageBar)
    async with app.run_test(size=(width, 5)) as pilot:
        app.query_one(StageBar).show(Stage.TIMELINE, frozenset({Stage.PREPARE}), COUNTS)
        await pilot.pause()
        line = screen_lines(app)[0]
        assert "[2" in line
        begin = -1
        for stage in Stage:
            begin = min(
                line.index(f"{before}{stage.number}", begin + 1)
                for before in " ["
                if f"{before}{stage.number}" in line[begin + 1 :]
            )
            await pilot.click(offset=(begin + 1, 0))
        await pilot.pause()
        assert [each.stage for each in app.seen if isinstance(each, StageBar.Chosen)][
            -1
        ] is Stage.WRAP_UP


async def test_the_stage_bar_tells_what_is_done_and_how_much_there_is() -> None:
    """Done stages carry a tick and every stage its count, in full on a wide screen."""
    app = StageApp(StageBar)
    async with app.run_test(size=(120, 5)) as pilot:
        app.query_one(StageBar).show(Stage.TIMELINE, frozenset({Stage.PREPARE}), COUNTS)
        await pilot.pause()
        line = screen_lines(app)[0]
        for told in ("1✓ Prepare", "[2 Timeline 120]", "3 Gaps 7", "6 Wrap-up 3"):
            assert told in line


# The preview row


async def test_the_preview_never_takes_more_than_two_lines() -> None:
    """A reading and its doubts are cut, wide characters included, and the doubt is always seen."""
    row = PreviewRow()
    row.show([("time", "14:32"), ("text", "語" * 200), ("label", "E3")], doubts=("Is that today?",))
    app = WidgetApp(lambda: row)
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.pause()
        lines = screen_lines(app)
        assert lines[0].startswith(" 14:32  語")
        assert lines[1].strip() == "Is that today?"
        row.notice("word " * 40)
        await pilot.pause()
        lines = screen_lines(app)
        assert lines[1].rstrip().endswith("…")
        assert lines[2].strip() == ""


def test_a_problem_comes_before_doubts() -> None:
    """What is in the way is said first, and clearing says nothing any more."""
    row = PreviewRow()
    row.show([("text", "x")], problem="No time is known.", doubts=("Is that today?",))
    assert row.told == "x\nNo time is known."
    row.clear()
    assert row.told == ""


# The footer


class FooterApp(WidgetApp):
    """A footer, and what was clicked on it."""

    @on(KeyFooter.Pressed)
    def _pressed(self, event: KeyFooter.Pressed) -> None:
        self.record(event)


async def test_the_footer_shows_whole_keys_only_and_takes_clicks() -> None:
    """Keys that do not fit are left out rather than cut; a click gives the command beneath it."""
    keys = [("F1", "Help", "help"), ("F2", "Details", "details"), ("F4", "Next stage", "next-stage")]
    app = FooterApp(lambda: KeyFooter(keys))
    async with app.run_test(size=(25, 5)) as pilot:
        await pilot.pause()
        assert screen_lines(app)[0].rstrip() == " F1 Help  F2 Details"
        await pilot.click(offset=(12, 0))
        await pilot.click(offset=(24, 0))
        await pilot.pause()
        assert [each.command for each in app.seen if isinstance(each, KeyFooter.Pressed)] == ["details"]


# The command menu


async def test_the_menu_offers_a_dozen_and_hides_when_it_has_nothing() -> None:
    """The menu takes as many rows as it has offers, twelve at most, and none without."""
    app = WidgetApp(CommandMenu)
    async with app.run_test(size=(60, 20)) as pilot:
        menu = app.query_one(CommandMenu)
        assert not menu.display
        menu.move(1)
        assert menu.chosen == ""
        menu.set_items([(f"name{n}", "TEXT", f"summary {n}") for n in range(20)])
        await pilot.pause()
        assert (menu.size.height, menu.chosen) == (12, "name0")
        menu.move(3)
        menu.move(-1)
        await pilot.pause()
        assert menu.chosen == "name2"
        assert screen_lines(app)[2].startswith(" > name2 TEXT   summary 2")
        menu.move(99)
        assert menu.chosen == "name11"
        menu.set_items([])
        await pilot.pause()
        assert not menu.display


# The phase strip


async def test_phases_are_drawn_to_scale_with_a_legend() -> None:
    """Each phase takes its share of the width in its own pattern, and the legend names it."""
    strip = PhaseStrip()
    strip.show(PHASES)
    app = WidgetApp(lambda: strip)
    async with app.run_test(size=(82, 5)) as pilot:
        await pilot.pause()
        bar, legend = (line.strip() for line in screen_lines(app)[:2])
        runs = [bar.count(sign) for sign in dict.fromkeys(bar)]
        assert runs == [20, 10, 10, 40]
        for name, *_ in PHASES:
            assert name in legend
        strip.show(PHASES, [("notified", minutes(31.5)), ("impact-start", minutes(0))])
        await pilot.pause()
        assert screen_lines(app)[0].strip().index("┃") == 21


async def test_the_strip_hides_when_nothing_is_known() -> None:
    """Without phases there is no strip, and it takes no room."""
    app = WidgetApp(PhaseStrip)
    async with app.run_test(size=(82, 5)) as pilot:
        strip = app.query_one(PhaseStrip)
        assert not strip.display
        strip.show(PHASES)
        await pilot.pause()
        assert strip.display
        strip.show(())
        assert not strip.display


@pytest.mark.parametrize("width", [1, 2, 3, 4, 5, 10, 20])
async def test_a_narrow_strip_still_begins_with_the_first_phase(width: int) -> None:
    """However narrow it is, the strip draws what it can and no more than fits."""
    strip = PhaseStrip()
    strip.show(PHASES, [("notified", minutes(31.5))])
    app = WidgetApp(lambda: strip)
    async with app.run_test(size=(width + 2, 5)) as pilot:
        await pilot.pause()
        assert len(screen_lines(app)[0].strip()) == width


# The side panel


async def test_the_panel_pairs_what_and_how_much() -> None:
    """The right part keeps to the edge; what is too long for one line wraps, and nothing is lost."""
    panel = SidePanel()
    panel.show("Intervals", [("detect", "12 min", ""), ("a " * 20, "unknown", "muted"), ("", "x", "")])
    app = WidgetApp(lambda: panel)
    async with app.run_test(size=(30, 12)) as pilot:
        await pilot.pause()
        lines = screen_lines(app)
        assert lines[0].strip() == "Intervals"
        assert lines[1].strip().startswith("detect")
        assert lines[1].rstrip().endswith("12 min")
        shown = " ".join(lines)
        assert shown.count("a ") >= 20
        assert "unknown" in shown
        assert panel.told.splitlines()[0] == "Intervals"


async def test_a_long_panel_scrolls() -> None:
    """A panel with more than the screen holds can be scrolled."""
    panel = SidePanel()
    panel.show("Themes", [(f"theme {n}", "", "") for n in range(50)])
    app = WidgetApp(lambda: panel)
    async with app.run_test(size=(30, 10)) as pilot:
        await pilot.pause()
        panel.scroll_end(animate=False)
        await pilot.pause()
        assert "theme 49" in "".join(screen_lines(app))


# Everything together


class Gallery(WidgetApp):
    """Every widget at once, in every tone."""

    def compose(self) -> ComposeResult:
        """All of them, one under another."""
        yield title_row("Checkout down")
        yield StageBar()
        yield phase_strip("other")
        items = ItemList()
        items.styles.height = 12
        yield items
        panel = side_panel("Intervals")
        panel.styles.height = 6
        yield panel
        yield command_menu("factor")
        yield preview_row("14:32")
        yield EntryLine(placeholder="14:32 what happened")
        yield key_footer("Help")


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
async def test_everything_drawn_can_be_read(theme: str) -> None:
    """No text on the screen falls below the contrast of 4.5 to 1, highlighted and lit rows included."""
    app = Gallery(Widget, theme)
    rows = [
        Row(tone or "plain", "14:32", "E1", "text", (Tag("tag", tone),), "detail", tone)
        for tone in TONES
    ]
    rows += [Row("", text="Mon 22 Oct", kind=kind) for kind in ("rule", "heading", "silence", "hint")]
    async with app.run_test(size=(100, 45)) as pilot:
        items = app.query_one(ItemList)
        app.query_one(StageBar).show(Stage.GAPS, frozenset({Stage.PREPARE}), COUNTS)
        for highlight in ("plain", "warning", "alert", "muted"):
            items.set_rows(tuple(rows), highlight)
            items.flash(["good", highlight])
            await pilot.pause()
            lowest, text = faintest(app)
            assert lowest >= 4.5, text
