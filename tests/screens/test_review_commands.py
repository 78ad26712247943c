"""Commands in a review: by key, by name and by menu; also to another stage without leaving this one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual import events

from pirtui.commands import COMMANDS, Place
from pirtui.domain.review import Stage, Status
from pirtui.screens.action_commands import ACTION_COMMANDS
from pirtui.screens.help import HelpScreen
from pirtui.screens.home import HomeScreen
from pirtui.screens.item_commands import ITEM_COMMANDS
from pirtui.screens.palette import PaletteScreen
from pirtui.widgets.key_footer import KeyFooter
from pirtui.widgets.side_panel import SidePanel
from pirtui.widgets.stage_bar import StageBar
from tests.conftest import SteppedClock
from tests.screens.played import finished, played, titled
from tests.screens.room import on_disk, room, stored
from tests.widgets.widget_app import screen_lines

ELSEWHERE = (
    ("/event 14:32 rolled back !mitigated", "events"),
    ("/gap detection: nothing compared the sizes", "gaps"),
    ("/factor technical: a smaller disk", "factors"),
    ("/action Compare the sizes @sam", "actions"),
    ("/park question: who owns the runbook?", "parked"),
    ("/takeaway lucky: only one cluster", "learnings"),
    ("/person Jane Doe, support, Payments", "people"),
)


@pytest.mark.parametrize("stage", list(Stage))
async def test_another_stage_is_added_to_from_here(library_path: Path, stage: Stage) -> None:
    """The line is stored where it belongs, its label is named, and the room stays where it is."""
    stored(library_path, titled("new", "x"))
    async with room(library_path, "new") as there:
        there.screen.enter(stage)
        for line, collection in ELSEWHERE:
            await there.line(line)
            (item,) = getattr(there.review, collection)
            assert there.said.startswith(f"Added: {item.label}")
        assert there.screen.stage is stage
        assert there.in_line == ""


async def test_a_parked_remark_knows_where_it_came_from(library_path: Path) -> None:
    """The stage at which it came up is kept with it."""
    stored(library_path, titled("new", "x"))
    async with room(library_path, "new") as there:
        there.screen.enter(Stage.GAPS)
        await there.line("/park question: who owns the runbook?")
        assert there.review.parked[0].origin == "gaps"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("/nonsense", "There is no command /nonsense. Two slashes begin ordinary text."),
        ("/answer gap", "/answer belongs to Gaps."),
        ("/accept drift because", "/accept belongs to Factors or Actions or Wrap-up."),
        ("/event", "Type what to add after the command."),
        ("/person severity: SEV1", "A person is a name, a role and a team, with commas between."),
        ("/milestone sooner", "Name one milestone, such as /milestone detected."),
        ("/met yesterday", "Write the day as 2026-11-23."),
        ("/action @sam", ""),
    ],
)
async def test_a_command_that_cannot_be_carried_out_says_why(
    library_path: Path, line: str, sentence: str
) -> None:
    """One sentence stands above the line, the line keeps the command, and nothing changed."""
    before = stored(library_path, played(Stage.TIMELINE))
    async with room(library_path, before.ref) as there:
        there.screen.enter(Stage.TIMELINE)
        await there.type(f"{line}\r")
        assert there.in_line == line
        assert sentence in there.said
        assert there.said
        assert there.review == before


@pytest.mark.parametrize("stage", list(Stage))
async def test_every_command_with_nothing_highlighted_is_answered(
    library_path: Path, stage: Stage
) -> None:
    """On an empty review, each command does its work or says what it needs; none fails."""
    stored(library_path, titled("new", "x"))
    async with room(library_path, "new") as there:
        there.screen.enter(stage)
        for name in (*ITEM_COMMANDS, *ACTION_COMMANDS):
            await there.line(f"/{name} words")
            assert there.said or there.review.themes
            await there.keys("ctrl+u")


async def test_two_slashes_begin_ordinary_text(library_path: Path) -> None:
    """A line about a path is text."""
    stored(library_path, played(Stage.PREPARE))
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.TIMELINE)
        await there.type("//var was full\r")
        assert [event.text for event in there.review.events] == ["/var was full"]


async def test_the_menu_follows_what_is_typed(library_path: Path) -> None:
    """Names after the slash, with their keys; Tab takes the chosen one; values after it."""
    stored(library_path, played(Stage.TIMELINE))
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.TIMELINE)
        await there.type("/mi")
        assert there.offers == ("milestone",)
        await there.keys("tab")
        assert there.in_line == "/milestone "
        assert there.offers[:2] == ("impact-start", "first-signal")
        await there.type("ver")
        await there.keys("tab", "enter")
        assert there.review.events[-1].milestones[-1].value == "verified"
        assert there.offers == ()


async def test_up_and_down_choose_in_the_menu(library_path: Path) -> None:
    """While a command is typed, they choose an offer and leave the highlight alone."""
    stored(library_path, played(Stage.TIMELINE))
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.TIMELINE)
        before = there.highlighted
        await there.type("/p")
        chosen = there.offers
        await there.keys("down", "down", "up", "tab")
        assert there.in_line == f"/{chosen[1]} "
        assert there.highlighted == before


@pytest.mark.parametrize(
    ("stage", "begun", "taken"),
    [
        (Stage.PREPARE, "sev", "severity: "),
        (Stage.TIMELINE, "14:32 back @on", "14:32 back @on-call-engineer "),
        (Stage.TIMELINE, "14:32 back !mit", "14:32 back !mitigated "),
        (Stage.FACTORS, "tooling/al", "tooling/alerting: "),
        (Stage.FACTORS, "human: tired #sil", "human: tired #silent-defaults "),
        (Stage.ACTIONS, "Page ~det", "Page ~detect "),
        (Stage.WRAP_UP, "luc", "lucky: "),
    ],
)
async def test_tab_completes_the_word(library_path: Path, stage: Stage, begun: str, taken: str) -> None:
    """Known words are offered after their sign, and at the start of the line."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(stage)
        await there.type(begun)
        await there.keys("tab")
        assert there.in_line == taken


async def test_tab_takes_the_other_day(library_path: Path) -> None:
    """A time before the last one may be past midnight: the line says so, and Tab says it plainly."""
    stored(library_path, played(Stage.PREPARE))
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.TIMELINE)
        await there.type("23:50 alarms\r")
        await there.type("00:10 still going")
        assert "Tue 19 Sep" in there.said
        assert "Tab: " in there.said
        as_it_stands = there.review.events
        await there.keys("tab")
        assert there.in_line != "00:10 still going"
        await there.keys("enter")
        assert there.review.events[:1] == as_it_stands
        start = there.review.events[1].time.start
        assert start is not None
        assert start.isoformat() == "2023-09-19T00:10:00+01:00"
        assert there.review.events[1].doubt == ""


async def test_a_doubt_is_stored_with_the_line(library_path: Path) -> None:
    """Nobody is stopped by a doubt; it stays visible on the item until it is answered."""
    stored(library_path, played(Stage.PREPARE))
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.TIMELINE)
        await there.type("23:50 alarms\r00:10 still going\r")
        late = next(event for event in there.review.events if event.text == "still going")
        assert late.doubt
        assert late.doubt in there.shown.replace("\n", " ") or late.doubt[:20] in there.shown
        there.screen.highlight(late.label)
        await there.line("/next-day")
        assert [event.text for event in there.review.events] == ["alarms", "still going"]
        assert there.review.events[1].doubt == ""


# Keys


async def test_the_keys_of_the_footer_do_what_they_say(library_path: Path) -> None:
    """F1, F2, F4, F7, Space and Ctrl+P; a dialog closes with Escape."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.PREPARE)
        await there.keys("f1")
        assert isinstance(there.app.screen, HelpScreen)
        await there.keys("escape", "ctrl+p")
        assert isinstance(there.app.screen, PaletteScreen)
        await there.keys("escape", "f4")
        assert there.screen.stage is Stage.TIMELINE


async def test_tab_and_function_keys_go_through_the_stages(library_path: Path) -> None:
    """Forward and back, stopping at both ends."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.PREPARE)
        await there.keys("tab", "f4", "shift+tab")
        assert there.screen.stage is Stage.TIMELINE
        await there.keys(*["f4"] * 7)
        assert there.screen.stage is Stage.WRAP_UP
        await there.keys(*["f3"] * 7)
        assert there.screen.stage is Stage.PREPARE


@pytest.mark.parametrize("stage", list(Stage))
async def test_a_stage_is_reached_by_name_or_number(library_path: Path, stage: Stage) -> None:
    """`/gaps` and `/3` go to the third stage; the furthest one reached is remembered."""
    stored(library_path, titled("new", "x"))
    async with room(library_path, "new") as there:
        await there.line(f"/{stage.value}")
        assert there.screen.stage is stage
        there.screen.enter(Stage.PREPARE)
        await there.line(f"/{stage.number}")
        assert there.screen.stage is stage
        assert on_disk(library_path, "new").stage is stage


async def test_reaching_a_stage_is_not_undone(library_path: Path) -> None:
    """Undo takes back what was said, not where the room went."""
    stored(library_path, titled("new", "x"))
    async with room(library_path, "new") as there:
        await there.keys("f4", "f4", "f7")
        assert there.said == "There is nothing to take back."
        assert there.review.stage is Stage.GAPS


async def test_f6_shows_and_hides_the_panel(library_path: Path) -> None:
    """At any width; at 80 columns it is hidden at first."""
    stored(library_path, finished())
    for width, at_first in ((80, False), (100, True), (140, True)):
        async with room(library_path, "node-disk", size=(width, 24)) as there:
            panel = there.screen.query_one(SidePanel)
            assert panel.display is at_first
            await there.keys("f6")
            assert panel.display is not at_first


async def test_f5_goes_back_to_the_library(library_path: Path) -> None:
    """The review is highlighted nowhere else than in the list."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        await there.keys("f5")
        assert isinstance(there.app.screen, HomeScreen)
        assert there.highlighted == "node-disk"


async def test_control_c_leaves_when_pressed_twice(library_path: Path, clock: SteppedClock) -> None:
    """Once, it says so; after a while it has to be pressed twice again."""
    stored(library_path, finished())
    async with room(library_path, "node-disk", clock=clock) as there:
        await there.keys("ctrl+c")
        assert there.said == "Press Ctrl+C again to leave. Everything is saved."
        clock.move(seconds=10)
        await there.keys("ctrl+c")
        assert not there.app._exit
        clock.move(seconds=1)
        await there.pilot.press("ctrl+c")
        assert there.app._exit


# The mouse


async def test_the_mouse_works_too(library_path: Path) -> None:
    """A stage, a key of the footer and a row can be clicked; the line keeps the focus."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        await there.pilot.click(StageBar, offset=(16, 0))
        await there.rest()
        assert there.screen.stage is Stage.TIMELINE
        await there.pilot.click(KeyFooter, offset=(2, 0))
        await there.rest()
        assert isinstance(there.app.screen, HelpScreen)
        await there.keys("escape")
        there.screen.post_message(StageBar.Chosen(Stage.ACTIONS))
        await there.rest()
        assert there.screen.stage is Stage.ACTIONS
        assert there.app.focused is there.screen.line


# What is shown


async def test_find_narrows_the_list(library_path: Path) -> None:
    """Only rows with all the words; alone, `/find` shows everything again."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.TIMELINE)
        await there.line("/find NODE old")
        keys = {each.key for each in there.rows}
        assert keys == {"E5", "E6", "E8", "E11", "E14"}
        await there.line("/find no such words")
        assert there.rows[0].text.startswith("Nothing here says “no such words”.")
        await there.line("/find")
        assert len(there.rows) > 14


async def test_a_new_line_is_seen_although_the_list_is_narrowed(library_path: Path) -> None:
    """What was just said is never hidden by an earlier search."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.TIMELINE)
        await there.line("/find uncordoned")
        await there.line("2023-09-20 20:00 all quiet")
        assert there.highlighted == "E15"


async def test_the_theme_changes_with_a_command(library_path: Path) -> None:
    """Dark and light, at once."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        await there.line("/light")
        assert there.app.theme == "pirtui-light"
        await there.line("/dark")
        assert there.app.theme == "pirtui-dark"


async def test_the_stage_clock_counts_minutes(library_path: Path, clock: SteppedClock) -> None:
    """How long the room has been at this stage stands in the title row, from the first minute on."""
    stored(library_path, finished())
    async with room(library_path, "node-disk", clock=clock) as there:
        there.screen.enter(Stage.GAPS)
        clock.move(minutes=12)
        there.screen.frame.show_title()
        await there.rest()
        assert "Gaps 12 min" in screen_lines(there.app)[0]


# Meeting and publishing


async def test_the_meeting_is_recorded(library_path: Path) -> None:
    """`/met` records today, or the day that is named; a draft is then in review."""
    stored(library_path, played())
    async with room(library_path, "node-disk") as there:
        await there.line("/met 2026-11-20")
        assert there.review.dates.met == date(2026, 11, 20)
        assert there.review.status is Status.IN_REVIEW
        await there.line("/met")
        assert there.review.dates.met == date(2026, 11, 23)


async def test_a_review_is_published_and_taken_back(library_path: Path) -> None:
    """The second time it goes back to review."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        await there.line("/publish")
        assert there.said == "This review is published."
        assert there.review.dates.published == there.screen.now
        await there.line("/publish")
        assert there.said == "This review is in review."
        assert there.review.dates.published is None


async def test_the_report_is_written_to_a_file(
    library_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F9 writes it beside the place from which pirtui runs; again, it is replaced."""
    monkeypatch.chdir(tmp_path)
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        await there.keys("f9")
        written = tmp_path / "node-disk.md"
        assert there.said == f"The report is in {written}"
        assert "Nodes short of disk" in written.read_text()
        assert there.review.dates.drafted == there.screen.now
        await there.keys("f9")
        assert [each.name for each in tmp_path.glob("*.md")] == ["node-disk.md"]


async def test_an_export_never_replaces_a_named_file(library_path: Path, tmp_path: Path) -> None:
    """A file that is there already is named in a sentence and left alone."""
    stored(library_path, finished())
    taken = tmp_path / "mine.md"
    taken.write_text("mine")
    async with room(library_path, "node-disk") as there:
        await there.line(f"/export {taken}")
        assert "exists already" in there.said
        assert taken.read_text() == "mine"
        assert there.in_line == f"/export {taken}"
        assert there.review.dates.drafted is None


async def test_every_key_of_the_registry_reaches_the_line(library_path: Path) -> None:
    """Whatever key a command has, the line hands it over."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        line = there.screen.line
        for command in COMMANDS:
            if Place.REVIEW in command.places:
                assert set(command.keys) <= line.command_keys
                assert set(command.empty_keys) <= line.empty_keys | line.command_keys


async def test_several_lines_at_another_stage_are_read_one_by_one(library_path: Path) -> None:
    """What cannot be read is left in the line, with how many there were."""
    stored(library_path, titled("new", "x"))
    async with room(library_path, "new") as there:
        await there.send([events.Paste("severity: SEV1\nzone: UTC\nseverity: huge\n")])
        assert there.review.incident.zone == "UTC"
        assert there.in_line == "severity: huge"
        assert there.said == "1 of 3 lines could not be read; they are in the line."
