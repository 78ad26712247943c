"""The palette: a command found by a few letters, answered by its name."""

import pytest

from pirtui import commands
from pirtui.commands import Place
from pirtui.domain.stages import Stage
from pirtui.screens.palette import PaletteScreen
from pirtui.widgets.item_list import ItemList
from tests.screens.dialog_host import DialogHost, Reader
from tests.widgets.widget_app import HOSTILE, SIZES, typed


def _listed(reader: Reader) -> list[str]:
    return [row.key for row in reader.screen.query_one(ItemList).rows if row.key]


async def test_every_command_of_the_place_is_listed() -> None:
    """With nothing typed, all commands that can be given here are there, and no others."""
    app = DialogHost(lambda: PaletteScreen(Place.REVIEW, Stage.GAPS))
    async with app.run_test() as pilot:
        names = [each.name for each in commands.available(Place.REVIEW, Stage.GAPS)]
        assert _listed(Reader(app, pilot)) == [name for name in names if name != "palette"]


async def test_a_few_letters_find_a_command() -> None:
    """Words are looked for in names, summaries and keys; a name that begins so comes first."""
    app = DialogHost(lambda: PaletteScreen(Place.REVIEW, Stage.TIMELINE))
    async with app.run_test() as pilot:
        reader = Reader(app, pilot)
        for text, first in (
            ("und", "undo"),
            ("/mile", "milestone"),
            ("dark theme", "dark"),
            ("f9", "export"),
        ):
            await reader.keys("ctrl+u")
            await reader.send(typed(text))
            assert _listed(reader)[0] == first
        await reader.send(typed(" volcano"))
        assert _listed(reader) == []
        await reader.keys("enter")
        assert app.is_open


async def test_a_burst_of_letters_and_enter_answers() -> None:
    """Letters and Enter in one write give the command that they name, once."""
    app = DialogHost(lambda: PaletteScreen(Place.HOME))
    async with app.run_test() as pilot:
        reader = Reader(app, pilot)
        await reader.send(typed("archived\rtext\r"))
        await reader.until(lambda: app.typed == "text")
        assert app.answers == ["archived"]


async def test_the_list_keys_choose() -> None:
    """The highlight moves while the line keeps listening; Enter on an empty line answers too."""
    app = DialogHost(lambda: PaletteScreen(Place.HOME))
    async with app.run_test() as pilot:
        reader = Reader(app, pilot)
        second, last = _listed(reader)[1], _listed(reader)[-1]
        await reader.keys("ctrl+end")
        assert reader.screen.query_one(ItemList).highlighted == last
        await reader.keys("ctrl+home", "down", "enter")
        assert app.answers == [second]


async def test_a_click_answers() -> None:
    """The mouse works as well."""
    app = DialogHost(lambda: PaletteScreen(Place.HOME))
    async with app.run_test() as pilot:
        name = _listed(Reader(app, pilot))[2]
        await pilot.click(ItemList, offset=(4, 2))
        await pilot.pause()
        assert app.answers == [name]


@pytest.mark.parametrize("way_out", ["escape", "f1", "ctrl+p", "ctrl+c"])
async def test_closing_answers_nothing(way_out: str) -> None:
    """Whatever was typed, leaving gives no command."""
    app = DialogHost(lambda: PaletteScreen(Place.HOME))
    async with app.run_test() as pilot:
        await Reader(app, pilot).keys("q", way_out, way_out)
        assert app.answers == [None]
        assert not app.is_open


async def test_hostile_text_and_sizes() -> None:
    """Nothing that is typed is interpreted, and no size of the terminal breaks the list."""
    app = DialogHost(lambda: PaletteScreen(Place.HOME))
    async with app.run_test() as pilot:
        reader = Reader(app, pilot)
        for text in HOSTILE:
            await reader.send(typed(text[:200].replace("\r", " ")))
            await reader.keys("ctrl+u")
        for width, height in SIZES:
            await reader.resize(width, height)
        assert app.is_open
        assert app.answers == []
