"""The ground rules: shown to be read aloud, and answered when they were."""

import pytest

from pirtui.domain.prompts import GROUND_RULES
from pirtui.screens.ground_rules import GroundRulesScreen
from tests.screens.dialog_host import DialogHost, Reader
from tests.widgets.widget_app import SIZES


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_every_rule_can_be_read_at_once(size: tuple[int, int]) -> None:
    """At 80x24 and above the whole of the rules stands on the screen, none cut off."""
    app = DialogHost(GroundRulesScreen)
    async with app.run_test(size=size) as pilot:
        words = " ".join(Reader(app, pilot).shown.replace("│", " ").split())
    assert all(rule in words for rule in GROUND_RULES)


@pytest.mark.parametrize(("key", "answer"), [("enter", True), ("escape", None), ("space", None)])
async def test_only_enter_says_that_they_were_read(key: str, answer: bool | None) -> None:
    """Enter, Escape and Space close; only Enter answers that the rules were read aloud."""
    app = DialogHost(GroundRulesScreen)
    async with app.run_test() as pilot:
        await Reader(app, pilot).keys(key)
        assert app.answers == [answer]
        assert not app.is_open


async def test_the_rules_survive_every_size() -> None:
    """In a tiny terminal the rules scroll; no size breaks them."""
    app = DialogHost(GroundRulesScreen)
    async with app.run_test(size=(140, 40)) as pilot:
        reader = Reader(app, pilot)
        for width, height in SIZES:
            await reader.resize(width, height)
        await reader.resize(20, 5)
        await reader.keys("end")
        assert "drift" in reader.shown
