"""What only the facilitator sees, and what it changes."""

from pathlib import Path

from pirtui.domain.people import Person
from pirtui.domain.review import Stage
from pirtui.screens.facilitator import FacilitatorScreen
from pirtui.widgets.preview_row import PreviewRow
from tests.screens.played import titled
from tests.screens.room import Room, on_disk, room, stored

BLAMING = "14:10 the deployer failed to check the canary graph"


def _marked(there: Room) -> bool:
    return there.screen.query_one(PreviewRow).is_marked


async def test_a_mark_says_nothing_to_the_room_and_opens_by_key(library_path: Path) -> None:
    """Blaming words raise one small circle; the reason and better words are behind a key."""
    stored(library_path, titled("new", "x"))
    async with room(library_path, "new") as there:
        await there.until(lambda: there.screen.wording.is_ready)
        there.screen.enter(Stage.TIMELINE)
        await there.line("14:00 the health check failed to start")
        assert not _marked(there)
        await there.paste(BLAMING)
        assert _marked(there)
        assert "failed to" not in there.said.partition("\n")[2]
        await there.keys("enter")
        assert _marked(there)
        assert there.review.events[-1].text.startswith("the deployer failed")
        await there.keys("ctrl+r")
        assert isinstance(there.app.screen, FacilitatorScreen)
        assert there.rows[1].lead == "E2"
        assert "Rather:" in there.rows[1].detail
        await there.keys("enter")
        assert there.is_open
        assert there.screen.editing == "E2"
        assert there.in_line.startswith("14:10")


async def test_words_can_stay_as_they_are(library_path: Path) -> None:
    """Space leaves them, also after a restart; other words in their place are looked at again."""
    stored(library_path, titled("new", "x"))
    async with room(library_path, "new") as there:
        await there.until(lambda: there.screen.wording.is_ready)
        there.screen.enter(Stage.TIMELINE)
        await there.line(BLAMING)
        await there.keys("ctrl+r", "space", "escape")
        assert not _marked(there)
    async with room(library_path, "new") as there:
        await there.keys("ctrl+r")
        assert all(row.lead != "E1" for row in there.rows)


async def test_seats_are_ticked_off_by_role(library_path: Path) -> None:
    """Who was heard moves behind those still waited for, and the review itself is untouched."""
    people = (
        Person(label="P1", name="Ada", role="support"),
        Person(label="P2", name="Bo", role="database"),
    )
    stored(library_path, titled("new", "x").changed(people=people, last_numbers={"P": 2}))
    before = on_disk(library_path, "new")
    async with room(library_path, "new") as there:
        await there.line("/heard ada")
        await there.keys("ctrl+r")
        told = [(row.lead, row.text) for row in there.rows if row.key.startswith("seat:")]
        assert told == [("not yet", "database"), ("heard", "support")]
    assert on_disk(library_path, "new") == before


async def test_the_closing_round_is_counted_without_names(library_path: Path) -> None:
    """Three numbers are stored, Enter brings them back into the line, and undo takes them back."""
    stored(library_path, titled("new", "x"))
    async with room(library_path, "new") as there:
        there.screen.enter(Stage.WRAP_UP)
        await there.line("/hands learned 6 of 8, again 7")
        assert there.review.close_round.answered == 8
        there.screen.highlight("round")
        await there.keys("enter")
        assert there.in_line == "/hands learned 6, again 7, of 8"
        await there.keys("f7")
        assert not there.review.close_round.is_counted


async def test_a_parked_idea_becomes_an_action_by_one_key(library_path: Path) -> None:
    """It knows where it came up, and Space at wrap-up makes it a candidate."""
    stored(library_path, titled("new", "x"))
    async with room(library_path, "new") as there:
        there.screen.enter(Stage.TIMELINE)
        await there.line("14:00 the disk filled")
        await there.line("/park action: alert on disk growth")
        assert there.review.parked[0].origin_label == "E1"
        there.screen.enter(Stage.WRAP_UP)
        there.screen.highlight("K1")
        await there.keys("space")
        assert [action.text for action in there.review.actions] == ["alert on disk growth"]
        assert there.review.parked[0].resolution == "became A1"
