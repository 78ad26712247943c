"""The evidence tray: pasted lines, each kept or dropped, and nothing stored by looking at them."""

from typing import Any
from zoneinfo import ZoneInfo

import pytest

from pirtui.capture.paste import Candidate, candidates
from pirtui.screens.evidence_tray import EvidenceTrayScreen
from pirtui.widgets.item_list import ItemList
from tests.domain.making import review_of
from tests.screens.dialog_host import DialogHost, Reader
from tests.screens.room import MORNING
from tests.widgets.widget_app import HOSTILE, SIZES

_LONDON = ZoneInfo("Europe/London")
_PASTED = """2026-11-20 23:50 disk alert fires @monitoring !detected
00:10 paged the database team
00:12 somebody said [link=http://x]this[/]
00:40 failed over !mitigated
"""


def _read(text: str) -> tuple[Candidate, ...]:
    return candidates(text, review_of(), MORNING)


def _host(text: str = _PASTED) -> DialogHost:
    return DialogHost(lambda: EvidenceTrayScreen(_read(text), _LONDON))


def _kept(app: DialogHost) -> list[str]:
    (answer,) = app.answers
    return [candidate.reading.item.text for candidate in answer]


async def test_candidates_stand_in_their_order_as_they_were_understood() -> None:
    """Day, time, milestone and role of each line are seen before anything is stored."""
    app = _host()
    async with app.run_test(size=(120, 30)) as pilot:
        shown = Reader(app, pilot).shown
    order = ("Fri 20 Nov 2026", "23:50", "disk alert fires", "00:10", "00:12", "failed over")
    places = [shown.index(part) for part in order]
    assert places == sorted(places)
    assert "@monitoring" in shown
    assert "!mitigated" in shown
    assert "[link=http://x]this[/]" in shown
    assert "4 of 4 kept" in shown


async def test_doubts_are_marked() -> None:
    """A time that jumps back is shown with its question, and counted at the top."""
    read = _read(_PASTED)
    app = _host()
    async with app.run_test(size=(120, 30)) as pilot:
        shown = " ".join(Reader(app, pilot).shown.replace("│", " ").split())
    doubts = [doubt for each in read for doubt in each.reading.doubts]
    assert doubts
    assert all(f"? {doubt}" in shown for doubt in doubts)
    assert f"{sum(bool(each.reading.doubts) for each in read)} in doubt" in shown


async def test_enter_answers_with_what_was_kept() -> None:
    """Space drops the highlighted line and goes on; Enter answers with the others, in order."""
    app = _host()
    async with app.run_test() as pilot:
        await Reader(app, pilot).keys("down", "space", "space", "up", "space", "enter")
        assert _kept(app) == ["disk alert fires", "somebody said [link=http://x]this[/]", "failed over"]


@pytest.mark.parametrize(("keys", "number"), [(("n",), 0), (("n", "a"), 4), (("n", "space"), 1)])
async def test_all_and_none(keys: tuple[str, ...], number: int) -> None:
    """One key keeps every line, another drops them all."""
    app = _host()
    async with app.run_test() as pilot:
        await Reader(app, pilot).keys(*keys, "enter")
        assert len(_kept(app)) == number


async def test_escape_stores_nothing() -> None:
    """Escape answers nothing at all, which is not the same as keeping none."""
    app = _host()
    async with app.run_test() as pilot:
        await Reader(app, pilot).keys("escape", "escape")
        assert app.answers == [None]


async def test_a_line_that_is_no_event_cannot_be_kept() -> None:
    """A time without a text is shown with the reason, and is never part of the answer."""
    app = _host("14:02\n14:03 alert fires\n14:05\n")
    async with app.run_test() as pilot:
        reader = Reader(app, pilot)
        unread: list[Any] = [
            row for row in reader.screen.query_one(ItemList).rows if row.key and not row.lead
        ]
        await reader.keys("a", "ctrl+home", "space", "enter")
        assert all(row.tags for row in unread)
        assert "alert fires" in _kept(app)
        assert all(_kept(app))


async def test_nothing_found() -> None:
    """Without a candidate the tray says so, and its keys do no harm."""
    app = _host(" \n \n")
    async with app.run_test() as pilot:
        reader = Reader(app, pilot)
        assert "No event was found" in reader.shown
        await reader.keys("space", "a", "n", "down", "enter")
        assert app.answers == [()]


async def test_the_mouse_works() -> None:
    """A click on a key at the bottom does what the key does."""
    app = _host()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.click("KeyFooter", offset=(2, 0))
        await pilot.pause()
        assert len(_kept(app)) == 4


async def test_hostile_lines_at_every_size() -> None:
    """Nothing pasted is interpreted, whatever the size of the terminal."""
    text = "\n".join(f"14:{number:02d} {line}" for number, line in enumerate(HOSTILE))
    app = _host(text)
    async with app.run_test(size=(140, 40)) as pilot:
        reader = Reader(app, pilot)
        assert "[SEV1] [/ [@click=app.quit]x[/]" in reader.shown
        for width, height in SIZES:
            await reader.resize(width, height)
            await reader.keys("end", "space", "home", "space")
            assert "\x1b" not in reader.shown
        assert app.is_open
