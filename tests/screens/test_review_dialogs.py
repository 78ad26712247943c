"""The screens that open over a review: what they show, and what their answers change."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, Static

from pirtui import commands
from pirtui.commands import Place
from pirtui.domain import changes
from pirtui.domain.actions import Action
from pirtui.domain.prompts import GROUND_RULES
from pirtui.domain.review import Stage, Status
from pirtui.screens.details import DetailsScreen
from pirtui.screens.ground_rules import GroundRulesScreen
from pirtui.screens.help import GRAMMAR, HelpScreen
from pirtui.screens.history import HistoryScreen
from pirtui.screens.palette import PaletteScreen
from pirtui.screens.report_preview import ReportPreviewScreen
from pirtui.session import Session
from pirtui.store.library import Library
from tests.screens.played import finished, played, titled
from tests.screens.room import MORNING, Room, on_disk, room, stored

# Details


async def in_field(there: Room, name: str, text: str) -> None:
    """Type a text into a field of the form, in place of what it holds."""
    screen = there.app.screen
    assert isinstance(screen, DetailsScreen)
    form = screen.query_one("FieldForm")
    entry = form._entries[name]  # type: ignore[attr-defined]  # the form's own index of its fields
    screen.set_focus(entry)
    if isinstance(entry, Input):
        await there.keys("end", "ctrl+u")
    await there.type(text)


def remark(there: Room) -> str:
    """What the form says about its values."""
    return str(there.app.screen.query_one(".remark", Static).content)


async def test_details_changed_elsewhere_are_asked_about_once(library_path: Path) -> None:
    """A field that both changed is told with their version; saving again keeps ours, and theirs else."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.ACTIONS)
        there.screen.highlight("A1")
        await there.keys("f2")
        await in_field(there, "owner", "jane")
        with Library.open(library_path, clock=lambda: MORNING) as library:
            theirs = changes.find(there.review, "A1").changed(owner="joe", tracker="OPS-9")
            Session.open(library, "node-disk").apply("Elsewhere", lambda now: changes.put(now, theirs))
        await there.keys("f2")
        assert not there.is_open
        assert remark(there) == (
            "Owner was changed elsewhere to: joe. Saving again keeps what stands here."
        )
        await there.keys("f2")
        kept = changes.find(there.review, "A1")
        assert isinstance(kept, Action)
        assert (kept.owner, kept.tracker) == ("jane", "OPS-9")
        assert on_disk(library_path, "node-disk") == there.review


async def test_details_are_saved_with_f2(library_path: Path) -> None:
    """Every field that was changed is stored in one step, which one undo takes back."""
    before = stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.ACTIONS)
        there.screen.highlight("A1")
        await there.keys("f2")
        await in_field(there, "owner", "jane")
        await in_field(there, "tracker", "OPS-7")
        await there.keys("f2")
        wanted = changes.find(before, "A1").changed(owner="jane", tracker="OPS-7")
        assert changes.find(there.review, "A1") == wanted
        assert on_disk(library_path, "node-disk") == there.review
        await there.keys("f7")
        assert there.said == "Took back: Details of A1"
        assert there.review.actions == before.actions


async def test_details_that_cannot_be_read_stay_in_the_form(library_path: Path) -> None:
    """The sentence names the field; what was typed in every field is still there."""
    before = stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.ACTIONS)
        there.screen.highlight("A1")
        await there.keys("f2")
        await in_field(there, "owner", "jane")
        await in_field(there, "due", "someday")
        await there.keys("f2")
        assert remark(there).startswith("Due: write the day as 2026-12-04, fri")
        assert there.review.actions == before.actions
        await in_field(there, "due", "2026-12-04")
        await there.keys("f2")
        action = changes.find(there.review, "A1")
        assert (dict(action)["owner"], str(dict(action)["due"])) == ("jane", "2026-12-04")


async def test_escape_asks_before_it_drops_changes(library_path: Path) -> None:
    """Untouched, the form closes at once; touched, only when asked twice."""
    before = stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.GAPS)
        there.screen.highlight("G1")
        await there.keys("f2", "escape")
        assert there.is_open
        await there.keys("f2")
        await in_field(there, "no_factor_reason", "rare")
        await there.keys("escape")
        assert "Esc again leaves" in remark(there)
        await there.keys("escape")
        assert there.is_open
        assert there.review.gaps == before.gaps


async def test_the_incident_has_details_at_prepare(library_path: Path) -> None:
    """F2 opens the record of the incident, whatever is highlighted."""
    stored(library_path, finished())
    async with room(library_path, "node-disk", size=(100, 40)) as there:
        there.screen.enter(Stage.PREPARE)
        await there.keys("f2")
        await in_field(there, "owner_team", "Payments")
        await there.keys("f2")
        assert there.review.incident.owner_team == "Payments"
        assert there.review.incident.links == finished().incident.links


async def test_the_line_keeps_its_text_under_a_dialog(library_path: Path) -> None:
    """What was half typed is there when the dialog closes, and keys meant for the dialog are not."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        await there.type("half a sent")
        for opening, kind in (("f1", HelpScreen), ("f2", DetailsScreen), ("ctrl+p", PaletteScreen)):
            there.screen.enter(Stage.PREPARE)
            await there.type("ence")
            before = there.in_line
            await there.keys(opening)
            assert isinstance(there.app.screen, kind)
            await there.keys("escape")
            assert there.is_open
            assert there.in_line == before


@pytest.mark.parametrize(
    ("stage", "sentence"),
    [(Stage.GAPS, "Answer the question first"), (Stage.ACTIONS, "There is nothing to open yet.")],
)
async def test_details_of_nothing_are_a_sentence(
    library_path: Path, stage: Stage, sentence: str
) -> None:
    """A question without an answer, and an empty list, have no fields to open."""
    stored(library_path, played(Stage.TIMELINE))
    async with room(library_path, "node-disk") as there:
        there.screen.enter(stage)
        await there.keys("f2")
        assert there.is_open
        assert there.said.startswith(sentence)


# The palette


async def test_a_command_is_found_and_given(library_path: Path) -> None:
    """A few letters narrow the palette; Enter gives the command."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.PREPARE)
        await there.keys("ctrl+p")
        await there.type("ground rules")
        assert [each.key for each in there.rows] == ["rules"]
        await there.keys("enter")
        await there.rest()
        assert isinstance(there.app.screen, GroundRulesScreen)


async def test_a_command_with_an_argument_begins_the_line(library_path: Path) -> None:
    """The palette puts it into the line, where its argument is typed."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        await there.keys("ctrl+p")
        await there.type("park")
        await there.keys("enter")
        assert there.in_line == "/park "


async def test_the_palette_offers_what_the_stage_allows(library_path: Path) -> None:
    """Commands of other stages are not listed; nothing found says so."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.ACTIONS)
        await there.keys("ctrl+p")
        listed = {each.key for each in there.rows}
        allowed = {command.name for command in commands.available(Place.REVIEW, Stage.ACTIONS)}
        assert listed == allowed - {"palette"}
        await there.type("volcano")
        await there.keys("enter")
        assert isinstance(there.app.screen, PaletteScreen)


# Help


async def test_help_follows_the_stage(library_path: Path) -> None:
    """The grammar of this stage, by key and by name; F1 closes it again."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        for stage in (Stage.TIMELINE, Stage.ACTIONS):
            there.screen.enter(stage)
            await there.line("/help")
            assert GRAMMAR[stage][0][0] in there.shown
            await there.keys("f1")
            assert there.is_open


# Ground rules


async def test_reading_the_rules_opens_the_meeting(library_path: Path) -> None:
    """Enter records that they were read, and the day; the review is then in review."""
    stored(library_path, played(Stage.PREPARE))
    async with room(library_path, "node-disk", size=(100, 60)) as there:
        there.screen.enter(Stage.PREPARE)
        there.screen.highlight("rules")
        await there.keys("enter")
        joined = " ".join(there.shown.replace("│", " ").split())
        assert all(rule in joined for rule in GROUND_RULES)
        await there.keys("enter")
        assert there.review.ground_rules_read
        assert there.review.status is Status.IN_REVIEW
        assert there.review.dates.met == there.screen.now.date()


async def test_closing_the_rules_records_nothing(library_path: Path) -> None:
    """Escape only closes."""
    stored(library_path, played(Stage.PREPARE))
    async with room(library_path, "node-disk") as there:
        await there.line("/rules")
        await there.keys("escape")
        assert not there.review.ground_rules_read


# History


async def test_the_history_names_every_change(library_path: Path) -> None:
    """The newest first, with what was taken back."""
    stored(library_path, titled("new", "x"))
    async with room(library_path, "new") as there:
        await there.line("/history")
        assert isinstance(there.app.screen, HistoryScreen)
        assert "Nothing has been changed yet." in there.shown
        await there.keys("escape")
        await there.lines(("severity: SEV1", "Jane, ic", "zone: UTC"))
        await there.keys("f7")
        await there.line("/history")
        assert [row.text for row in there.rows] == ["Set zone", "Add person", "Set severity"]
        assert [tag.text for tag in there.rows[0].tags] == ["taken back"]
        await there.keys("down")
        assert there.highlighted == there.rows[1].key


# The report


async def test_the_report_is_read_and_then_written(
    library_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rendered as readers will see it; E closes the preview and writes the file."""
    monkeypatch.chdir(tmp_path)
    stored(library_path, titled("new", "Checkout errors"))
    async with room(library_path, "new") as there:
        await there.line("/report")
        assert isinstance(there.app.screen, ReportPreviewScreen)
        assert "Checkout errors" in there.shown
        await there.keys("e")
        assert there.is_open
        assert there.said == f"The report is in {tmp_path / 'new.md'}"
        assert (tmp_path / "new.md").exists()
