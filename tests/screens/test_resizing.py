"""Any terminal, down to one cell: nothing fails, nothing typed is lost, the line stays in sight."""

from __future__ import annotations

from pathlib import Path

import pytest

from pirtui.domain.review import Stage
from tests.screens.played import finished
from tests.screens.room import room, stored
from tests.widgets.widget_app import SIZES


@pytest.mark.parametrize("stage", list(Stage))
async def test_a_half_typed_line_survives_every_size(library_path: Path, stage: Stage) -> None:
    """From 140x40 down to 20x5 and further, and back: the same text, the same picture."""
    stored(library_path, finished())
    async with room(library_path, "node-disk", size=(140, 40)) as there:
        there.screen.enter(stage)
        await there.type("half a sentence")
        before = there.shown
        for size in SIZES:
            await there.resize(*size)
            assert there.in_line == "half a sentence"
        await there.resize(140, 40)
        await there.until(lambda: there.shown == before)
        await there.type(", and the rest")
        assert there.in_line == "half a sentence, and the rest"


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40), (40, 10), (20, 5)])
async def test_the_line_is_always_in_sight(library_path: Path, size: tuple[int, int]) -> None:
    """However small the terminal, what is typed can be seen, also with a menu open above it."""
    stored(library_path, finished())
    async with room(library_path, "node-disk", size=size) as there:
        for stage in Stage:
            there.screen.enter(stage)
            await there.type("/p")
            line = there.screen.line.region
            assert line.height == 1
            assert line.bottom <= size[1]
            assert "/p" in there.shown.split("\n")[line.y]
            await there.keys("ctrl+u")


@pytest.mark.parametrize("opening", ["f1", "f2", "ctrl+p"])
async def test_a_dialog_survives_every_size(library_path: Path, opening: str) -> None:
    """Opened large, made tiny, and closed again."""
    stored(library_path, finished())
    async with room(library_path, "node-disk", size=(140, 40)) as there:
        there.screen.enter(Stage.PREPARE)
        await there.type("half")
        await there.keys(opening)
        for size in ((80, 24), (20, 5), (3, 2), (140, 40)):
            await there.resize(*size)
        await there.keys("escape")
        assert there.is_open
        assert there.in_line == "half"


async def test_lines_are_stored_in_a_tiny_terminal(library_path: Path) -> None:
    """Twenty columns and five rows are enough to go on typing."""
    stored(library_path, finished())
    async with room(library_path, "node-disk", size=(20, 5)) as there:
        there.screen.enter(Stage.TIMELINE)
        await there.type("2023-09-20 20:00 all quiet\r")
        assert there.review.events[-1].text == "all quiet"
        assert there.highlighted == "E15"
