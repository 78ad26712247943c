"""The meeting around a review: the question on the screen, the agenda, and the stage clock."""

from __future__ import annotations

from pathlib import Path

import pytest

from pirtui.domain.prompts import DEFAULT_BOOK
from pirtui.domain.review import Stage
from pirtui.prompt_file import prompt_path
from pirtui.screens.agenda_dialog import AgendaScreen, PlansScreen
from pirtui.screens.prompts_dialog import PromptsScreen
from pirtui.store.kept_room import StageTime
from pirtui.store.library import Library
from pirtui.widgets.item_list import ItemList
from pirtui.widgets.prompt_row import PromptRow
from tests.conftest import SteppedClock
from tests.screens.played import finished
from tests.screens.room import MORNING, Room, room, stored

TIMELINE = [prompt.text for prompt in DEFAULT_BOOK.groups["timeline"]]


def asked_now(there: Room) -> str:
    """The question on the screen."""
    return there.screen.query_one(PromptRow).told


def title(there: Room) -> str:
    """The title row, with its clock."""
    return there.shown.splitlines()[0]


def kept_time(library_path: Path, stage: Stage) -> StageTime:
    """The time of a stage as it is on disk."""
    with Library.open(library_path, clock=lambda: MORNING) as library:
        found = library.load("node-disk")
        return library.room(found.id).stage_times.get(stage.value, StageTime())


async def wait(there: Room, clock: SteppedClock, minutes: float) -> None:
    """Let some minutes pass, and the clock be looked at."""
    clock.move(minutes=minutes)
    there.screen.meeting.tick()
    await there.rest()


async def test_asked_and_skipped_questions_stay_so_after_a_restart(library_path: Path) -> None:
    """Ctrl+N marks and shows the next, Ctrl+O puts off; neither touches what is typed."""
    stored(library_path, finished())
    async with room(library_path, "node-disk", size=(80, 24)) as there:
        there.screen.enter(Stage.TIMELINE)
        await there.type("14:32 half a sent")
        assert asked_now(there) == TIMELINE[0]
        await there.keys("ctrl+n")
        assert asked_now(there) == TIMELINE[1]
        await there.keys("ctrl+o")
        assert asked_now(there) == TIMELINE[2]
        assert there.in_line == "14:32 half a sent"
        assert there.shown.splitlines()[2].startswith(f" Ask  {TIMELINE[2]}")
        assert there.screen.query_one(ItemList).size.height >= 12
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.TIMELINE)
        assert asked_now(there) == TIMELINE[2]
        await there.line("/asked")
        await there.line("/skip")
        assert asked_now(there) == TIMELINE[4]


async def test_the_question_belongs_to_what_is_highlighted(library_path: Path) -> None:
    """On Gaps it is one for the kind, on Factors one for the category."""
    before = stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.GAPS)
        for gap in before.gaps:
            there.screen.highlight(gap.label)
            await there.rest()
            assert asked_now(there) == DEFAULT_BOOK.groups[gap.kind.value][0].text
        there.screen.enter(Stage.FACTORS)
        for factor in before.factors:
            there.screen.highlight(factor.label)
            await there.rest()
            assert asked_now(there) == DEFAULT_BOOK.groups[factor.category.value][0].text
        there.screen.highlight(before.themes[0].label)
        await there.rest()
        assert asked_now(there) == DEFAULT_BOOK.groups["themes"][0].text


async def test_questions_are_listed_marked_and_chosen(
    library_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Space marks one as asked, Enter shows one now; the words of the file are read anew."""
    monkeypatch.setenv("PIRTUI_SETTINGS", str(tmp_path))
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.TIMELINE)
        prompt_path().write_text('[timeline]\n2 = "Which [b]screen[/b] was it?"\n')
        await there.line("/prompts")
        assert isinstance(there.app.screen, PromptsScreen)
        assert "prompts.toml" in there.shown
        await there.keys("space")
        assert "1 of 12 asked" in there.shown
        await there.keys("down", "down", "down", "enter")
        assert there.is_open
        assert asked_now(there) == TIMELINE[3]
        await there.keys("ctrl+n")
        assert asked_now(there) == "Which [b]screen[/b] was it?"
        assert "Which [b]screen[/b] was it?" in there.shown


async def test_questions_can_be_hidden(library_path: Path) -> None:
    """Off stays off after a restart, a question that nobody sees cannot be asked, and a low screen
    has no room for one."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.TIMELINE)
        await there.resize(100, 19)
        assert not there.screen.query_one(PromptRow).display
        await there.resize(100, 30)
        assert there.screen.query_one(PromptRow).display
        await there.line("/prompts off")
        assert not there.screen.query_one(PromptRow).display
        await there.keys("ctrl+n")
        assert there.said == "No question is on the screen; /prompts lists them."
    async with room(library_path, "node-disk") as there:
        assert not there.screen.query_one(PromptRow).display
        there.screen.enter(Stage.TIMELINE)
        await there.line("/prompts on")
        assert asked_now(there) == TIMELINE[0]


async def test_a_broken_file_of_questions_is_said_once(
    library_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence above the line, and pirtui's own questions."""
    monkeypatch.setenv("PIRTUI_SETTINGS", str(tmp_path))
    prompt_path().write_text("[timeline")
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        assert there.said.startswith("prompts.toml cannot be used: ")
        there.screen.enter(Stage.TIMELINE)
        await there.rest()
        assert there.said == ""
        assert asked_now(there) == TIMELINE[0]


async def test_the_clock_tells_an_overrun_once_and_kindly(
    library_path: Path, clock: SteppedClock
) -> None:
    """Never over what is typed, once for a box, again only after the box was extended and ended."""
    stored(library_path, finished())
    async with room(library_path, "node-disk", clock=clock, size=(80, 24)) as there:
        there.screen.enter(Stage.TIMELINE)
        await wait(there, clock, 5)
        assert "Timeline 5 min" in title(there)
        await there.line("/agenda 60")
        assert there.said.startswith("60 minutes: Prepare 4, Timeline 25")
        await wait(there, clock, 12)
        assert "Timeline 12 of 25 min · 48 left" in title(there)
        await there.type("half")
        await wait(there, clock, 15)
        assert "Timeline 27 of 25 min · 2 over" in title(there)
        assert "has had its" not in there.said
        await there.keys("ctrl+u")
        await wait(there, clock, 0)
        assert there.said.startswith("Timeline has had its 25 minutes: move on, /extend, or /park")
        await there.type("more")
        await there.keys("ctrl+u")
        await wait(there, clock, 1)
        assert there.said == ""
        await there.line("/extend 5")
        assert there.said == "Timeline has 30 minutes now."
        await wait(there, clock, 2)
        await wait(there, clock, 0)
        assert there.said.startswith("Timeline has had its 30 minutes")


async def test_the_minutes_are_kept_and_leaving_pauses(library_path: Path, clock: SteppedClock) -> None:
    """Time counts while the review is open; a pause and a clock set back add none."""
    stored(library_path, finished())
    async with room(library_path, "node-disk", clock=clock) as there:
        there.screen.enter(Stage.TIMELINE)
        await there.line("/agenda 90")
        await wait(there, clock, 10)
        await there.line("/pause")
        assert "paused" in title(there)
        await wait(there, clock, 20)
        await there.line("/pause")
        await wait(there, clock, -60)
        await wait(there, clock, 60)
        clock.move(minutes=-60)
        clock.move(minutes=2)
        there.screen.enter(Stage.GAPS)
        clock.move(minutes=4)
        await there.pilot.press("f10")
    assert kept_time(library_path, Stage.TIMELINE).seconds == 70 * 60
    assert kept_time(library_path, Stage.GAPS).seconds == 4 * 60
    clock.move(minutes=30)
    async with room(library_path, "node-disk", clock=clock, size=(140, 40)) as there:
        assert "Gaps 4 of 15 min · 16 left" in title(there)
        await there.line("/agenda off")
        assert "left" not in title(there)
    clock.move(hours=20)
    async with room(library_path, "node-disk", clock=clock) as there:
        await wait(there, clock, 2)
        assert "Gaps 2 min" in title(there)


async def test_the_rest_can_be_shared_out_again(library_path: Path, clock: SteppedClock) -> None:
    """The agenda shows the suggestion; Enter takes it over, and it holds after a restart."""
    stored(library_path, finished())
    async with room(library_path, "node-disk", clock=clock, size=(80, 24)) as there:
        there.screen.enter(Stage.TIMELINE)
        await there.line("/agenda")
        assert isinstance(there.app.screen, PlansScreen)
        await there.keys("enter")
        assert there.said.startswith("60 minutes:")
        await wait(there, clock, 39)
        await there.line("/agenda")
        assert isinstance(there.app.screen, AgendaScreen)
        assert "21 of 60 minutes are left." in there.shown
        await there.keys("enter")
        shared = "60 minutes: Prepare 4, Timeline 39, Gaps 7, Factors 7, Actions 5, Wrap-up 2."
        assert there.said == shared
        await there.keys("f4")
        assert "Gaps 0 of 7 min · 21 left" in title(there)
        await wait(there, clock, 1)
        assert there.said == ""
    async with room(library_path, "node-disk", clock=clock, size=(80, 24)) as there:
        there.screen.enter(Stage.GAPS)
        await there.rest()
        assert "Gaps 1 of 7 min · 20 left" in title(there)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("/agenda 45", "Write /agenda 30, 60 or 90"),
        ("/extend", "There is no plan to extend yet."),
        ("/extend soon", "Write how many minutes to add"),
        ("/prompts never", "Write /prompts, /prompts off or /prompts on."),
    ],
)
async def test_what_cannot_be_done_is_a_sentence(library_path: Path, line: str, sentence: str) -> None:
    """It says what to write, and the line comes back."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        await there.line(line)
        assert there.said.startswith(sentence)
        assert there.in_line == line
