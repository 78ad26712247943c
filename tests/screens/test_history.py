"""The history of a review: every change, what became of it, and nothing to break."""

from datetime import timedelta

from pirtui.screens.history import HistoryScreen
from pirtui.store.journal import HistoryEntry, State
from pirtui.widgets.item_list import ItemList
from tests.screens.dialog_host import DialogHost, Reader
from tests.screens.room import MORNING
from tests.widgets.widget_app import HOSTILE, SIZES


def _entries(*summaries: str, state: State = State.LIVE) -> tuple[HistoryEntry, ...]:
    return tuple(
        HistoryEntry(MORNING + timedelta(minutes=number), summary, state)
        for number, summary in enumerate(summaries)
    )


async def test_changes_stand_with_their_time_and_what_became_of_them() -> None:
    """Each change has its time and words; one that was taken back says so."""
    entries = (*_entries("Add E1"), *_entries("Add E2", state=State.UNDONE))
    app = DialogHost(lambda: HistoryScreen(entries))
    async with app.run_test() as pilot:
        lines = Reader(app, pilot).shown.split("\n")
    (kept,) = [line for line in lines if "Add E1" in line]
    (undone,) = [line for line in lines if "Add E2" in line]
    assert "23 Nov 10:00" in kept
    assert "taken back" not in kept
    assert "taken back" in undone


async def test_a_long_history_scrolls_and_closes() -> None:
    """The keys reach the last of a thousand changes; Escape closes without an answer."""
    app = DialogHost(lambda: HistoryScreen(_entries(*(f"Change {n}." for n in range(1000)))))
    async with app.run_test(size=(80, 24)) as pilot:
        reader = Reader(app, pilot)
        await reader.keys("end")
        assert "Change 999." in reader.shown
        await reader.keys("ctrl+home", "pagedown", "up", "down")
        assert "Change 999." not in reader.shown
        await reader.keys("escape")
        assert app.answers == [None]


async def test_an_empty_history_says_so() -> None:
    """Without changes there is one sentence, and the keys do no harm."""
    app = DialogHost(lambda: HistoryScreen(()))
    async with app.run_test() as pilot:
        reader = Reader(app, pilot)
        await reader.keys("down", "pagedown", "end")
        assert "Nothing has been changed yet" in reader.shown
        assert reader.screen.query_one(ItemList).highlighted == ""


async def test_hostile_words_are_shown_literally() -> None:
    """No summary is interpreted, at any size of the terminal."""
    app = DialogHost(lambda: HistoryScreen(_entries(*HOSTILE)))
    async with app.run_test(size=(140, 40)) as pilot:
        reader = Reader(app, pilot)
        assert "[SEV1] [/ [@click=app.quit]x[/]" in reader.shown
        for width, height in SIZES:
            await reader.resize(width, height)
            await reader.keys("end", "home")
            assert "\x1b" not in reader.shown
