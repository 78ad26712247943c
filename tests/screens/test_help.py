"""Help: the keys, the commands and the line of where one is, at any size."""

import pytest

from pirtui import commands
from pirtui.commands import Place
from pirtui.domain.stages import Stage
from pirtui.screens.help import GRAMMAR, HelpScreen
from tests.screens.dialog_host import DialogHost, Reader
from tests.widgets.widget_app import SIZES

_TALL = (120, 150)


@pytest.mark.parametrize("stage", [None, *Stage])
async def test_help_names_everything_that_can_be_given_here(stage: Stage | None) -> None:
    """Every key and every command of the place is there, and so are the signs of its line."""
    place = Place.REVIEW if stage else Place.HOME
    app = DialogHost(lambda: HelpScreen(place, stage))
    async with app.run_test(size=_TALL) as pilot:
        shown = Reader(app, pilot).shown
    for command in commands.available(place, stage):
        assert command.summary in shown
        assert command.by_key_only or f"/{command.name}" in shown
        assert all(commands.key_name(each) in shown for each in command.all_keys)
    for example, _ in GRAMMAR[stage] if stage else ():
        assert example in shown


async def test_help_leaves_out_what_cannot_be_given_here() -> None:
    """The commands of other stages are not in the way."""
    app = DialogHost(lambda: HelpScreen(Place.REVIEW, Stage.ACTIONS))
    async with app.run_test(size=_TALL) as pilot:
        shown = Reader(app, pilot).shown
    assert "/tracker" in shown
    assert "/milestone" not in shown


@pytest.mark.parametrize("size", [(80, 24), (20, 5)])
async def test_help_can_be_read_to_its_end(size: tuple[int, int]) -> None:
    """The arrow and page keys reach the first and the last line, at 80x24 and in a tiny terminal."""
    app = DialogHost(lambda: HelpScreen(Place.HOME))
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.keys("home")
        first = reader.shown
        await reader.keys("end")
        assert "brings it back" in reader.shown
        await reader.keys("home")
        assert reader.shown == first
        await reader.keys("pagedown")
        paged = reader.shown
        assert paged != first
        await reader.keys("pageup", "down", "up")
        assert reader.shown == first


@pytest.mark.parametrize("way_out", ["escape", "f1"])
async def test_help_closes(way_out: str) -> None:
    """Escape closes it, and so does the key that opened it; twice at once closes it once."""
    app = DialogHost(lambda: HelpScreen(Place.HOME))
    async with app.run_test() as pilot:
        reader = Reader(app, pilot)
        await reader.keys(way_out, way_out)
        assert app.answers == [None]
        assert not app.is_open


async def test_what_is_typed_after_closing_reaches_the_line() -> None:
    """In a burst of keys, those behind Escape belong to the line below, in their order."""
    app = DialogHost(lambda: HelpScreen(Place.HOME))
    async with app.run_test() as pilot:
        reader = Reader(app, pilot)
        await reader.keys("escape", *"hello", "enter")
        await reader.until(lambda: app.typed == "hello")


async def test_help_survives_every_size() -> None:
    """From a large terminal down to a single cell and back, nothing breaks."""
    app = DialogHost(lambda: HelpScreen(Place.REVIEW, Stage.TIMELINE))
    async with app.run_test(size=(140, 40)) as pilot:
        reader = Reader(app, pilot)
        await reader.keys("home")
        before = reader.shown
        for width, height in (*SIZES, (140, 40)):
            await reader.resize(width, height)
        assert reader.shown == before
