"""The list: rows wrapped and aligned, a highlight that moves over items only, ten thousand of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import on
from textual.app import App, ComposeResult

from pirtui.theme import DARK, LIGHT
from pirtui.widgets.item_list import ItemList, Row, Tag
from pirtui.widgets.laid_rows import LaidRows
from pirtui.widgets.row_layout import columns_for, laid_out
from tests.widgets.widget_app import HOSTILE, SIZES, resize, screen_lines, settled


class ListApp(App[None]):
    """A list, and what it said."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name
        self.items = ItemList()
        self.seen: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        """The list alone."""
        yield self.items

    @on(ItemList.Highlighted)
    def _highlighted(self, event: ItemList.Highlighted) -> None:
        self.seen.append(("highlighted", event.key))

    @on(ItemList.Clicked)
    def _clicked(self, event: ItemList.Clicked) -> None:
        self.seen.append(("clicked", event.key))

    @on(ItemList.Opened)
    def _opened(self, event: ItemList.Opened) -> None:
        self.seen.append(("opened", event.key))


def items(count: int) -> tuple[Row, ...]:
    """Rows of one line each."""
    return tuple(Row(f"E{n}", lead="14:32", badge=f"E{n}", text=f"text {n}") for n in range(count))


DAY = Row("", text="Mon 22 Oct", kind="rule")
MIXED = (
    DAY,
    Row("E1", lead="14:32", badge="E1", text="rolled back", tags=(Tag("mitigated", "accent"),)),
    Row("", text="2 h without an event", kind="silence"),
    Row("E2", lead="~16:40", badge="E2", text="closed", detail="a note"),
    Row("", text="Themes", kind="heading", detail="beneath the heading"),
    Row("", text="a hint", kind="hint"),
)


async def test_columns_align_and_text_hangs() -> None:
    """Times and labels stand in columns, and a wrapped text continues under its own beginning."""
    app = ListApp()
    async with app.run_test(size=(40, 12)) as pilot:
        app.items.set_rows((Row("E1", lead="9:01", badge="E1", text="short"), *MIXED[3:4]))
        await pilot.pause()
        assert [line.rstrip() for line in screen_lines(app)[:3]] == [
            "▌ 9:01   E1 short",
            "  ~16:40 E2 closed",
            "            a note",
        ]
        long = Row("E3", lead="9:01", badge="E3", text="words " * 10)
        app.items.set_rows((long,))
        await pilot.pause()
        lines = screen_lines(app)
        assert lines[1].index("words") == lines[0].index("words")


async def test_every_kind_of_row_is_drawn() -> None:
    """Day rules, silences, headings with their detail, and hints are all on the screen."""
    app = ListApp()
    async with app.run_test(size=(60, 12)) as pilot:
        app.items.set_rows(MIXED)
        await pilot.pause()
        lines = [line.strip() for line in screen_lines(app)]
        assert lines[0].startswith("── Mon 22 Oct ──────")
        assert lines[2].endswith("┊ 2 h without an event")
        assert lines[1].endswith("rolled back  mitigated")
        assert lines[5:8] == ["Themes", "beneath the heading", "a hint"]


async def test_the_highlight_skips_what_is_no_item() -> None:
    """Up and down go from item to item and stop at the ends."""
    app = ListApp()
    async with app.run_test() as pilot:
        app.items.set_rows(MIXED)
        assert app.items.highlighted == "E1"
        app.items.move(1)
        assert app.items.highlighted == "E2"
        app.items.move(5)
        assert app.items.highlighted == "E2"
        app.items.first()
        app.items.move(-3)
        assert app.items.highlighted == "E1"
        app.items.last()
        await settled(pilot, lambda: app.seen[-1:] == [("highlighted", "E2")])


async def test_the_highlight_stays_with_its_item() -> None:
    """New rows leave the highlight on its item; without it, it goes to the nearest one."""
    app = ListApp()
    rows = items(10)
    async with app.run_test():
        app.items.set_rows(rows, "E5")
        app.items.set_rows((DAY, *rows))
        assert app.items.highlighted == "E5"
        app.items.set_rows((DAY, *rows[:5], *rows[6:]))
        assert app.items.highlighted == "E6"
        app.items.set_rows(rows[:2])
        assert app.items.highlighted == "E1"
        app.items.set_rows(())
        assert app.items.highlighted == ""
        app.items.set_rows((DAY,))
        assert app.items.highlighted == ""
        for move in (app.items.first, app.items.last):
            move()
        for key in ("up", "down", "pageup", "pagedown", "ctrl+home", "ctrl+end"):
            app.items.move_by_key(key)
        app.items.set_rows(rows)
        assert app.items.highlighted == "E0"


async def test_paging_gets_to_both_ends() -> None:
    """Page keys always get on, also past rows taller than the screen, and the highlight is seen."""
    app = ListApp()
    tall = Row("T", text="word " * 400)
    rows = (*items(30)[:15], tall, *items(30)[15:])
    async with app.run_test(size=(40, 10)) as pilot:
        app.items.set_rows(rows)
        app.items.first()
        for _ in range(30):
            app.items.page(1)
        await pilot.pause()
        assert app.items.highlighted == "E29"
        assert "text 29" in "".join(screen_lines(app))
        for _ in range(30):
            app.items.page(-1)
        await pilot.pause()
        assert app.items.highlighted == "E0"
        assert "text 0" in screen_lines(app)[0]


async def test_the_highlight_is_kept_in_view() -> None:
    """However far the highlight jumps, and however the terminal changes, it can be seen."""
    app = ListApp()
    async with app.run_test(size=(40, 10)) as pilot:
        app.items.set_rows(items(500))
        for key in ("E250", "E499", "E3"):
            app.items.move_to(key)
            await pilot.pause()
            assert any(line.startswith("▌ 14:32") and key in line for line in screen_lines(app))
        await resize(pilot, 30, 5)
        await pilot.pause()
        assert any(line.startswith("▌ ") and "E3" in line for line in screen_lines(app))


async def test_clicks_highlight_and_open() -> None:
    """One click highlights an item, two open it, and a day rule takes none."""
    app = ListApp()
    async with app.run_test(size=(60, 12)) as pilot:
        app.items.set_rows(MIXED)
        await pilot.pause()
        await pilot.click(offset=(10, 0))
        await pilot.click(offset=(10, 11))
        await pilot.click(offset=(10, 3))
        await pilot.pause()
        assert app.items.highlighted == "E2"
        await pilot.click(offset=(10, 3), times=2)
        await settled(pilot, lambda: ("opened", "E2") in app.seen)
        assert app.seen.count(("clicked", "E2")) >= 1


async def test_the_wheel_scrolls_without_moving_the_highlight() -> None:
    """Looking elsewhere leaves the highlight where it is."""
    app = ListApp()
    async with app.run_test(size=(40, 10)) as pilot:
        app.items.set_rows(items(100))
        await pilot.pause()
        app.items.scroll_to(y=50, animate=False)
        await pilot.pause()
        assert "text 50" in screen_lines(app)[0]
        assert app.items.highlighted == "E0"


async def test_flashed_items_are_lit_by_more_than_colour() -> None:
    """What changed carries a dot while it is lit, so that no colour is needed to see it."""
    app = ListApp()
    async with app.run_test(size=(40, 10)) as pilot:
        app.items.set_rows(items(5))
        app.items.flash(["E2", "unknown", ""])
        await pilot.pause()
        assert screen_lines(app)[2].startswith("• ")
        app.items._put_out()
        await pilot.pause()
        assert screen_lines(app)[2].startswith("  ")


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
async def test_hostile_rows_are_literal_at_every_size(hostile: str) -> None:
    """No text in any place of a row is interpreted, hides, or breaks the drawing at any size."""
    app = ListApp()
    row = Row("E1", hostile, hostile, hostile, (Tag(hostile, "warning"),), hostile, depth=3)
    rows = (row, *(Row("", text=hostile, kind=kind) for kind in ("rule", "silence", "heading", "hint")))
    async with app.run_test(size=(100, 30)) as pilot:
        app.items.set_rows(rows)
        for size in SIZES:
            await resize(pilot, *size)
            app.items.move(1)
            app.items.page(1)
        app.items.scroll_home(animate=False)
        await pilot.pause()
        shown = "".join(screen_lines(app))
        assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in shown)
        assert "\u202e" not in shown


async def test_brackets_are_shown() -> None:
    """Text that looks like markup is on the screen as it was typed."""
    app = ListApp()
    async with app.run_test(size=(100, 10)) as pilot:
        app.items.set_rows((Row("E1", text=HOSTILE[0]),))
        await pilot.pause()
        assert HOSTILE[0] in screen_lines(app)[0]


async def test_a_theme_change_changes_the_drawing() -> None:
    """The list follows the theme."""
    app = ListApp()
    async with app.run_test(size=(40, 10)) as pilot:
        app.items.set_rows(items(3))
        await pilot.pause()
        dark = app.items.render_line(0)
        app.theme = LIGHT.name
        await pilot.pause()
        assert [segment.style for segment in app.items.render_line(0)] != [each.style for each in dark]


KEYS = st.lists(st.integers(0, 40), unique=True, max_size=25)


@settings(max_examples=100, deadline=None)
@given(KEYS, KEYS, st.booleans())
def test_rows_kept_are_laid_out_as_new_ones_are(
    before: list[int], after: list[int], fresh: bool
) -> None:
    """Going from any rows to any others gives the same drawing as beginning with the others."""
    pool = {n: Row(f"E{n}", text="word " * n) for n in range(41)}
    laid = LaidRows()
    laid.lay_out([pool[n] for n in before], 30)
    if fresh:
        pool = {n: Row(f"E{n}", text="word " * (n + 1)) for n in range(41)}
    rows = [pool[n] for n in after]
    laid.lay_out(rows, 30)
    columns = columns_for(rows, 30)
    assert [laid.layout(place) for place in range(len(rows))] == [laid_out(row, columns) for row in rows]
    assert laid.height == sum(laid_out(row, columns).height for row in rows)
    for place in range(len(rows)):
        assert laid.place_at(laid.top(place)) == laid.place_at(laid.top(place + 1) - 1) == place


def test_one_new_row_among_ten_thousand_wraps_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """A change of one row leaves the wrapping of all the others as it was."""
    rows = items(10_000)
    laid = LaidRows()
    laid.lay_out(rows, 80)
    wrapped_rows: list[Row] = []

    def counting(row: Row, columns: object) -> object:
        wrapped_rows.append(row)
        return laid_out(row, columns)  # type: ignore[arg-type]  # handed through as it came

    monkeypatch.setattr("pirtui.widgets.laid_rows.laid_out", counting)
    new = Row("E77", lead="14:33", badge="E77", text="new")
    laid.lay_out((*rows[:5_000], new, *rows[5_000:]), 80)
    assert wrapped_rows == [new]
