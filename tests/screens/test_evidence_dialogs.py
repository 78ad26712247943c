"""Evidence comes into a review: by a paste, by a file, by keys that come like a paste; in one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events

from pirtui.capture import evidence
from pirtui.capture.candidates import Assumptions, Evidence, Progress, UnreadableSource
from pirtui.capture.material import Material
from pirtui.domain.review import Review, Stage
from pirtui.screens.evidence_dialogs import path_from
from pirtui.screens.evidence_reading import ReadingScreen
from pirtui.screens.evidence_tray import EvidenceTrayScreen
from pirtui.screens.item_commands import CannotDoError
from pirtui.store.errors import LibraryProblem
from pirtui.widgets.entry_line import EntryLine
from tests.screens.evidence_made import MadeSource, many
from tests.screens.played import played
from tests.screens.room import Room, on_disk, room, stored
from tests.widgets.widget_app import key, post, typed

PASTED = """\
13:42 disk alert !detected
- 14:03 image pulls fail
  no space left on device
2023-09-19
10:30 fix validated
"""


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Callable[[MadeSource], None]:
    """Let every source be read as one that was made by hand."""

    def use(source: MadeSource) -> None:
        def read(
            _material: Material, assumptions: Assumptions, *, progress: Progress, **_named: str
        ) -> Evidence:
            return source(assumptions, progress)

        monkeypatch.setattr(evidence, "read", read)

    return use


def _texts(review: Review) -> list[str]:
    return [event.text for event in review.events]


async def _timeline(there: Room) -> None:
    there.screen.enter(Stage.TIMELINE)
    await there.rest()


# Pasted lines


async def test_pasted_events_are_stored_when_accepted(library_path: Path) -> None:
    """All that can be events are kept at first; Space drops one; F4 stores the rest in one step."""
    stored(library_path, played(Stage.PREPARE))
    async with room(library_path, "node-disk") as there:
        await _timeline(there)
        await there.paste(PASTED)
        assert isinstance(there.app.screen, EvidenceTrayScreen)
        assert not there.review.events
        assert "3 of 3 kept" in there.shown
        assert "image pulls fail" in there.shown
        await there.keys("down", "space", "f4")
        assert _texts(there.review) == ["disk alert", "fix validated"]
        validated = next(each for each in there.review.events if each.text == "fix validated")
        assert validated.time.start is not None
        assert validated.time.start.day == 19
        assert there.said == "2 events added. F7 takes them back."
        assert _texts(on_disk(library_path, "node-disk")) == _texts(there.review)
        await there.keys("f7")
        assert there.said == "Took back: Add 2 events"
        assert not there.review.events


async def test_escape_stores_nothing_and_loses_nothing(library_path: Path) -> None:
    """The timeline and the line are as they were; /tray brings back every decision."""
    stored(library_path, played(Stage.PREPARE))
    async with room(library_path, "node-disk") as there:
        await _timeline(there)
        await there.type("13:00 half")
        await there.paste(PASTED)
        await there.keys("space", "escape")
        assert not there.review.events
        said = "Nothing was stored. /tray brings it back."
        assert (there.said, there.in_line) == (said, "13:00 half")
        await there.keys("ctrl+u")
        await there.line("/tray")
        assert "2 of 3 kept" in there.shown
        await there.keys("f4")
        assert _texts(there.review) == ["image pulls fail no space left on device", "fix validated"]
        await there.line("/tray")
        assert there.said == "No evidence was set aside."


async def test_what_could_not_be_stored_is_still_there(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is said, and the tray comes back with everything in it."""
    stored(library_path, played(Stage.PREPARE))
    async with room(library_path, "node-disk") as there:
        await _timeline(there)
        await there.paste(PASTED)
        with monkeypatch.context() as patched:

            def full(*_arguments: object, **_named: object) -> None:
                raise LibraryProblem("The disk is full.")

            patched.setattr(there.screen.session, "apply", full)
            await there.keys("f4")
            assert there.said == "The disk is full."
        await there.line("/tray")
        await there.keys("f4")
        assert len(there.review.events) == 3


async def test_what_the_timeline_has_already_is_not_kept(library_path: Path) -> None:
    """It is marked, and dropped until somebody keeps it."""
    stored(library_path, played(Stage.PREPARE))
    async with room(library_path, "node-disk") as there:
        await _timeline(there)
        await there.line("13:42 Disk alert")
        await there.paste(PASTED)
        assert "2 of 3 kept, 1 known" in there.shown
        assert "known E1" in there.shown
        await there.keys("space", "f4")
        assert len(there.review.events) == 4


async def test_the_same_lines_twice_add_nothing(library_path: Path) -> None:
    """What was stored from a paste is known in the next one."""
    stored(library_path, played(Stage.PREPARE))
    async with room(library_path, "node-disk") as there:
        await _timeline(there)
        await there.paste(PASTED)
        await there.keys("f4")
        await there.paste(PASTED)
        assert "0 of 3 kept, 3 known" in there.shown
        assert "known E1" in there.shown


async def test_keys_behind_a_paste_go_to_the_tray(library_path: Path) -> None:
    """In one burst: the paste, a decision and F4; then the line again."""
    stored(library_path, played(Stage.PREPARE))
    async with room(library_path, "node-disk") as there:
        await _timeline(there)
        burst = [events.Paste(PASTED), key("space"), key("f4"), *typed("11:00 typed behind\r")]
        await there.send(burst)
        await there.until(lambda: len(there.review.events) == 3)
        assert "typed behind" in _texts(there.review)


async def test_a_source_that_cannot_be_read_is_said_in_a_sentence(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Name, line and what was expected stand above the line; the screen is as it was."""

    def read(*_arguments: object, **_named: object) -> Evidence:
        raise UnreadableSource("pasted text", "expected JSON.", 3)

    monkeypatch.setattr(evidence, "read", read)
    stored(library_path, played(Stage.PREPARE))
    async with room(library_path, "node-disk") as there:
        await _timeline(there)
        await there.paste(PASTED)
        assert there.is_open
        assert there.said == "pasted text, line 3: expected JSON."


# A long reading


async def test_a_long_reading_goes_on_beside_the_interface(
    library_path: Path, made: Callable[[MadeSource], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not waited for; when it is over, the tray opens."""
    monkeypatch.setattr("pirtui.screens.evidence_reading.AT_ONCE", 0.0)
    monkeypatch.setattr("pirtui.screens.evidence_dialogs._READ_AT_ONCE", 0)
    made(many(500))
    stored(library_path, played(Stage.PREPARE))
    async with room(library_path, "node-disk") as there:
        await _timeline(there)
        post(there.app, [events.Paste(PASTED)])
        await there.until(lambda: isinstance(there.app.screen, EvidenceTrayScreen))
        await there.rest()
        assert "500 of 500 kept" in there.shown


async def test_a_long_reading_is_cancelled_with_escape(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Escape ends the reading itself too, and nothing is stored."""
    told: list[int] = []

    def read(
        _material: Material, _assumptions: Assumptions, *, progress: Progress, **_named: str
    ) -> Evidence:
        while True:
            told.append(len(told))
            progress(len(told), 0)

    monkeypatch.setattr(evidence, "read", read)
    stored(library_path, played(Stage.PREPARE))
    async with room(library_path, "node-disk") as there:
        await _timeline(there)
        post(there.app, [events.Paste(PASTED)])
        await there.until(lambda: isinstance(there.app.screen, ReadingScreen))
        await there.until(lambda: "Reading pasted text: " in there.shown)
        await there.keys("escape")
        assert there.is_open
        assert there.said == "The reading was given up; nothing was stored."
        count = len(told)
        await there.rest()
        assert len(told) == count


# Addresses


async def test_addresses_of_people_are_secrets_if_asked(library_path: Path) -> None:
    """X looks for them in the whole source, Shift+R takes them out, and X again forgets them."""
    stored(library_path, played(Stage.PREPARE))
    async with room(library_path, "node-disk") as there:
        await _timeline(there)
        await there.paste("13:42 mail from ada@example.org\n14:03 answered")
        assert "with secrets" not in there.shown
        await there.keys("x")
        assert "1 with secrets" in there.shown
        assert "e-mail addresses are secrets" in there.shown
        await there.keys("R", "f4")
        assert "mail from [e-mail address redacted]" in _texts(there.review)


# Columns


async def test_columns_are_remembered_for_tables_of_the_same_kind(
    library_path: Path, made: Callable[[MadeSource], None]
) -> None:
    """What the room said about the columns holds for the next table alike, in the next sitting too."""
    source = MadeSource(columns=(("When", "time"), ("Seen", ""), ("What", "text")))
    made(source)
    stored(library_path, played(Stage.PREPARE))
    async with room(library_path, "node-disk") as there:
        await _timeline(there)
        await there.paste(PASTED)
        await there.keys("c")
        await there.keys("down", "space", "enter")
        await there.keys("R", "f4")
        await there.paste(PASTED)
        assert source.readings[-1].columns == (("When", ""), ("Seen", "time"), ("What", "text"))
    async with room(library_path, "node-disk") as there:
        await _timeline(there)
        await there.paste(PASTED)
        assert source.readings[-1].columns == (("When", ""), ("Seen", "time"), ("What", "text"))


# Files


async def test_a_file_is_imported_from_any_stage(library_path: Path, tmp_path: Path) -> None:
    """The events go to the timeline, with the file and the line as their source."""
    file = tmp_path / "the notes.txt"
    file.write_text(PASTED, encoding="utf-8")
    stored(library_path, played(Stage.PREPARE))
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.ACTIONS)
        await there.line(f"/import '{file}'")
        assert "the notes.txt" in there.shown
        await there.keys("f4")
        assert len(there.review.events) == 3
        assert there.review.events[0].source == "the notes.txt:1"
        assert there.screen.stage is Stage.ACTIONS


@pytest.mark.parametrize(
    ("typed_name", "said"),
    [("", "Type the name of a file"), ("/nowhere/at/all.txt", "There is no file /nowhere/at/all.txt.")],
)
async def test_a_file_that_is_not_there_is_a_sentence(
    library_path: Path, typed_name: str, said: str
) -> None:
    """What was typed stays in the line, to be put right."""
    stored(library_path, played(Stage.PREPARE))
    async with room(library_path, "node-disk") as there:
        await _timeline(there)
        await there.line(f"/import {typed_name}")
        assert there.said.startswith(said)
        assert there.in_line == f"/import {typed_name}"


def test_every_spelling_of_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Quoted, escaped, as an address, or below the home folder."""
    file = tmp_path / "it's the log (1).txt"
    file.write_text("x", encoding="utf-8")
    escaped = str(file).replace("'", "\\'").replace(" ", "\\ ").replace("(", "\\(")
    monkeypatch.setenv("HOME", str(tmp_path))
    for spelled in (
        str(file),
        f"  {file} ",
        f'"{file}"',
        escaped,
        file.as_uri(),
        "~/it's the log (1).txt",
    ):
        assert path_from(spelled) == file
    for wrong in ("'", '"', "~nobody-here/x", "a\x00b", "x" * 5000, "file://"):
        with pytest.raises(CannotDoError):
            path_from(wrong)


# Keys that come like a paste


async def test_a_paste_of_single_keys_opens_the_tray(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A terminal without bracketed paste sends keys; the tray opens, and the draft is still there."""
    monkeypatch.setattr(EntryLine, "alone_for", 0.025)
    stored(library_path, played(Stage.PREPARE))
    lines = [f"13:{number:02} message {number}" for number in range(30)]
    async with room(library_path, "node-disk") as there:
        await _timeline(there)
        await there.send([key("m", at=1.0), *typed("\r".join(lines), at=2.0)])
        await there.until(lambda: isinstance(there.app.screen, EvidenceTrayScreen))
        await there.rest()
        assert "30 of 30 kept" in there.shown
        await there.keys("f4")
        assert _texts(there.review) == [f"message {number}" for number in range(30)]
        assert there.in_line == "m"


async def test_a_few_lines_of_single_keys_are_entered_as_ever(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dozen lines in one burst are a dozen events, and the unfinished one stays in the line."""
    monkeypatch.setattr(EntryLine, "alone_for", 0.025)
    stored(library_path, played(Stage.PREPARE))
    lines = [f"13:{number:02} message {number}" for number in range(12)]
    async with room(library_path, "node-disk") as there:
        await _timeline(there)
        await there.send(typed("\r".join((*lines, "13:50 half")), at=2.0))
        await there.until(lambda: there.in_line == "13:50 half")
        assert _texts(there.review) == [f"message {number}" for number in range(12)]


async def test_other_stages_take_every_line_of_a_burst(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the timeline has a tray; elsewhere lines are what they say."""
    monkeypatch.setattr(EntryLine, "alone_for", 0.025)
    stored(library_path, played(Stage.GAPS))
    lines = [f"detection: nothing told us {number}" for number in range(15)]
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.GAPS)
        before = len(there.review.gaps)
        await there.send(typed("\r".join(lines) + "\r", at=2.0))
        await there.until(lambda: len(there.review.gaps) == before + 15)
