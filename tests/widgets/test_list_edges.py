"""The list at its edges: headings above the first item, items taller than the screen, no items."""

from __future__ import annotations

import pytest
from textual.app import App

from pirtui.widgets.item_list import ItemList, Row
from tests.widgets.widget_app import WidgetApp, screen_lines, settled


def heading(text: str) -> Row:
    """A row that cannot be highlighted."""
    return Row("", text=text, kind="heading")


def items(count: int) -> tuple[Row, ...]:
    """So many items of a line each."""
    return tuple(Row(f"E{n}", text=f"item {n}") for n in range(count))


def shown(app: App[None]) -> str:
    """The screen as one text."""
    return "\n".join(screen_lines(app))


async def test_headings_are_seen_with_their_first_item() -> None:
    """Going up to the first item of a part brings its heading back into view."""
    rows = (heading("Top"), heading("One"), *items(20), heading("Two"), Row("X", text="last"))
    app = WidgetApp(ItemList)
    async with app.run_test(size=(40, 6)) as pilot:
        view = app.query_one(ItemList)
        view.set_rows(rows)
        view.last()
        await pilot.pause()
        assert "Two" in shown(app)
        view.first()
        await pilot.pause()
        assert screen_lines(app)[0].strip() == "Top"
        assert "item 0" in shown(app)
        view.move_to("E10")
        view.move_to("E0")
        await pilot.pause()
        assert "One" in shown(app)


async def test_what_follows_the_last_item_can_be_seen() -> None:
    """Rows below the last item come into view with it."""
    app = WidgetApp(ItemList)
    async with app.run_test(size=(40, 6)) as pilot:
        view = app.query_one(ItemList)
        view.set_rows((*items(20), heading("The end")))
        view.last()
        await pilot.pause()
        assert "The end" in shown(app)
        assert "item 19" in shown(app)


async def test_a_list_without_items_scrolls() -> None:
    """The list keys scroll where there is nothing to highlight."""
    app = WidgetApp(ItemList)
    async with app.run_test(size=(40, 6)) as pilot:
        view = app.query_one(ItemList)
        view.set_rows(tuple(heading(f"line {n}") for n in range(30)))
        for name, first in (("down", 1), ("pagedown", 6), ("pageup", 1), ("up", 0), ("up", 0)):
            view.move_by_key(name)
            await pilot.pause()
            assert screen_lines(app)[0].split()[:2] == ["line", str(first)]


async def test_an_item_taller_than_the_screen_can_be_read_to_its_end() -> None:
    """Paging goes through a tall item before it goes on to the next one, and back again."""
    tall = Row("T", text=" ".join(f"word{n:03}" for n in range(100)))
    app = WidgetApp(ItemList)
    async with app.run_test(size=(30, 6)) as pilot:
        view = app.query_one(ItemList)
        view.set_rows((Row("A", text="before"), tall, Row("Z", text="after")), "T")
        seen = ""
        for _ in range(40):
            await pilot.pause()
            seen += shown(app)
            if view.highlighted == "Z":
                break
            view.page(1)
        assert view.highlighted == "Z"
        assert all(f"word{n:03}" in seen for n in range(100))
        view.move(-1)
        for _ in range(40):
            view.page(-1)
        assert view.highlighted == "A"


@pytest.mark.parametrize("width", range(6))
async def test_any_width_draws_something_or_nothing(width: int) -> None:
    """A list squeezed to a few cells, or to none, still moves and can be given rows."""
    app = WidgetApp(ItemList)
    async with app.run_test(size=(40, 10)) as pilot:
        view = app.query_one(ItemList)
        view.styles.width = width
        await pilot.pause()
        view.set_rows((heading("Top"), *items(50)), "E5")
        for name in ("down", "pagedown", "up", "pageup", "ctrl+end", "ctrl+home"):
            view.move_by_key(name)
            await pilot.pause()
        assert view.highlighted == "E0"
        view.styles.width = 40
        await pilot.pause()
        assert "item 0" in shown(app)


async def test_rows_given_before_the_list_is_on_the_screen() -> None:
    """Rows, highlight and light set before the first drawing are there in it."""
    view = ItemList()
    app = WidgetApp(lambda: view)
    async with app.run_test(size=(40, 10)) as pilot:
        await view.remove()
        later = ItemList()
        later.set_rows(items(30), "E25")
        later.move(1)
        await app.mount(later)
        await pilot.pause()
        assert later.highlighted == "E26"
        assert "▌ item 26" in shown(app)


async def test_a_list_changed_in_place_is_drawn_anew() -> None:
    """Rows are taken as they are when given, whatever becomes of the caller's list."""
    rows = list(items(3))
    app = WidgetApp(ItemList)
    async with app.run_test(size=(40, 10)) as pilot:
        view = app.query_one(ItemList)
        view.set_rows(rows)
        rows.insert(1, Row("N", text="new one"))
        view.set_rows(rows)
        await pilot.pause()
        assert [line.strip() for line in screen_lines(app)[:4]] == [
            "▌ item 0",
            "new one",
            "item 1",
            "item 2",
        ]


async def test_sixty_down_keys_at_once_among_ten_thousand() -> None:
    """A burst of keys ends where it should, in view."""
    app = WidgetApp(ItemList)
    async with app.run_test(size=(80, 24)) as pilot:
        view = app.query_one(ItemList)
        view.set_rows(items(10_000))
        for _ in range(60):
            view.move_by_key("down")
        await settled(pilot, lambda: "▌ item 60" in shown(app))
        assert view.highlighted == "E60"


async def test_the_highlight_is_seen_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Under NO_COLOR a bar marks the highlighted item and a dot each fresh one."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = WidgetApp(ItemList)
    async with app.run_test(size=(40, 6)) as pilot:
        assert app.no_color
        view = app.query_one(ItemList)
        view.set_rows(items(3), "E1")
        view.flash(["E2"])
        await pilot.pause()
        lines = [line.rstrip() for line in screen_lines(app)[:3]]
        assert lines == ["  item 0", "▌ item 1", "• item 2"]
