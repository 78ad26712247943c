"""The library's screen: what it lists, how it narrows, and the way into a review and out again."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from textual import events

from pirtui.domain import changes
from pirtui.domain.actions import Action
from pirtui.domain.events import Event, Milestone
from pirtui.domain.incident import Impact, Severity
from pirtui.domain.moments import Moment, Precision
from pirtui.domain.people import Person
from pirtui.domain.review import Review, ReviewDates, Stage
from pirtui.store.library import Library
from pirtui.widgets.item_list import ItemList
from tests.conftest import SteppedClock
from tests.screens.room import MORNING, Room, on_disk, room, stored
from tests.widgets.widget_app import HOSTILE, SIZES, key, typed

_COLUMNS = ((80, 24), (100, 30), (140, 40))


def _review(
    number: int,
    title: str,
    severity: Severity | None = None,
    *,
    on: date | None = None,
    resolved: datetime | None = None,
    actions: int = 0,
    stage: Stage = Stage.PREPARE,
) -> Review:
    review = Review(
        id=f"r{number}", ref=f"review-{number}", stage=stage, dates=ReviewDates(created=MORNING)
    )
    review = review.changed(
        incident=review.incident.changed(title=title, severity=severity, on=on, zone="Europe/London")
    )
    if resolved:
        time = Moment(start=resolved, precision=Precision.MINUTE)
        over = Event(label="E0", time=time, text="over", milestones=(Milestone.RESOLVED,))
        review = changes.add(review, over)
    for _ in range(actions):
        review = changes.add(review, Action(label="A0", text="do something"))
    return review


def _fill(library_path: Path) -> None:
    """A review whose meeting is due, one that is late, and one without a deadline."""
    due = _review(
        1,
        "Checkout errors",
        Severity.SEV1,
        on=date(2026, 11, 22),
        resolved=MORNING - timedelta(hours=30),
        actions=3,
        stage=Stage.GAPS,
    )
    late = _review(
        2, "Search is slow", Severity.SEV2, on=date(2026, 11, 18), resolved=MORNING - timedelta(days=5)
    )
    small = _review(3, "Login page in the wrong language", Severity.SEV4, on=date(2026, 9, 2))
    for review in (due, late, small):
        stored(library_path, review)


def _titles(there: Room) -> list[str]:
    return [row.text.strip() for row in there.rows if row.key]


# What is listed


async def test_an_empty_library_teaches_the_first_step(library_path: Path) -> None:
    """Who starts pirtui for the first time is told what to type, what follows, and where to look."""
    async with room(library_path) as there:
        assert "Type the incident's title and press Enter" in there.shown
        assert "pirtui demo" in there.shown
        assert not library_path.exists()


async def test_a_row_says_where_a_review_stands(library_path: Path) -> None:
    """Severity, date, title, status, stage, open actions and the deadline stand in each row."""
    _fill(library_path)
    async with room(library_path, size=(140, 40)) as there:
        line = next(line for line in there.shown.split("\n") if "Checkout errors" in line)
        parts = ("2026-11-22", "SEV1", "draft", "3 Gaps", "3 open actions", "review due Wed 25 Nov")
        assert all(part in line for part in parts)
        assert "overdue by 2 d" in there.shown


@pytest.mark.parametrize("size", _COLUMNS)
async def test_what_is_alike_stands_in_a_column(library_path: Path, size: tuple[int, int]) -> None:
    """Stage and deadline begin at the same place in every row, and no row is cut off."""
    _fill(library_path)
    stored(library_path, _review(9, "日本語のタイトル " * 12, Severity.SEV3, stage=Stage.TIMELINE))
    async with room(library_path, size=size) as there:
        stages = ("1 Prepare", "2 Timeline", "3 Gaps")
        rows = there.app.screen.query_one(ItemList)
        lines = [rows.render_line(y) for y in range(rows.size.height)]
        found = [line for line in lines if any(stage in line.text for stage in stages)]
        starts = {
            line.crop(0, len(line.text)).text.index(" draft") for line in found if line.text.isascii()
        }
        assert len(found) == 4
        assert len(starts) == 1


async def test_the_list_fits_the_terminal_after_a_resize(library_path: Path) -> None:
    """A smaller terminal lays the columns out anew, down to one cell and back, and nothing is lost."""
    _fill(library_path)
    async with room(library_path, size=(140, 40)) as there:
        before = there.shown
        await there.type("che")
        for width, height in SIZES:
            await there.resize(width, height)
        await there.resize(140, 40)
        assert there.in_line == "che"
        await there.keys("backspace", "backspace", "backspace")
        assert there.shown == before


async def test_a_review_that_was_held_says_when(library_path: Path) -> None:
    """A meeting that took place is no longer due."""
    held = _review(1, "Checkout", Severity.SEV1, resolved=MORNING - timedelta(days=9))
    stored(library_path, held.changed(dates=held.dates.changed(met=date(2025, 12, 31))))
    async with room(library_path, size=(140, 40)) as there:
        assert "held Wed 31 Dec 2025" in there.shown
        assert "overdue" not in there.shown


# Narrowing


async def test_typing_narrows_the_list(library_path: Path) -> None:
    """Every word counts, in any order and any case, over title, ref, severity, status and stage."""
    _fill(library_path)
    async with room(library_path) as there:
        for words, found in (
            ("slow", ["Search is slow"]),
            ("SEV1 check", ["Checkout errors"]),
            ("gaps", ["Checkout errors"]),
            ("REVIEW-3 draft", ["Login page in the wrong language"]),
        ):
            await there.keys("ctrl+u")
            await there.type(words)
            assert _titles(there) == found
            assert there.highlighted == there.rows[0].key


async def test_nothing_found_says_how_to_start_one(library_path: Path) -> None:
    """When no review fits, the list says so and names the way on; Escape shows them all again."""
    _fill(library_path)
    async with room(library_path) as there:
        await there.type("volcano")
        assert "No review says “volcano”" in there.shown
        assert "/new TITLE" in there.shown
        await there.keys("escape")
        assert len(_titles(there)) == 3


async def test_escape_sets_the_line_aside_and_brings_it_back(library_path: Path) -> None:
    """A title that is half typed is not lost to Escape."""
    async with room(library_path) as there:
        await there.type("Checkout err")
        await there.keys("escape")
        assert there.in_line == ""
        await there.keys("escape")
        assert there.in_line == "Checkout err"


# Into a review


async def test_the_first_title_starts_the_first_review(library_path: Path) -> None:
    """In an empty library a plain title and Enter are enough; the review opens at Prepare."""
    async with room(library_path) as there:
        await there.line("Checkout errors")
        await there.until(lambda: not there.at_home and there.screen.is_open)
        assert there.review.incident.title == "Checkout errors"
        assert there.screen.stage is Stage.PREPARE
        assert on_disk(library_path, there.review.ref) == there.review


async def test_enter_opens_the_highlighted_review(library_path: Path) -> None:
    """The arrow keys choose while the line listens, and Enter opens, with and without a filter."""
    _fill(library_path)
    async with room(library_path) as there:
        await there.keys("down", "enter")
        await there.until(lambda: not there.at_home and there.screen.is_open)
        assert there.review.ref == "review-2"
        await there.keys("f5")
        await there.until(lambda: there.at_home)
        await there.type("login\r")
        await there.until(lambda: not there.at_home and there.screen.is_open)
        assert there.review.ref == "review-3"


async def test_new_starts_another_review(library_path: Path) -> None:
    """`/new` takes the title; the same title again gives another ref."""
    _fill(library_path)
    async with room(library_path) as there:
        await there.line("/new Checkout errors [bold]again[/]")
        await there.until(lambda: not there.at_home and there.screen.is_open)
        assert there.review.incident.title == "Checkout errors [bold]again[/]"
        assert there.screen.stage is Stage.PREPARE


async def test_the_key_for_a_new_review_keeps_what_was_typed(library_path: Path) -> None:
    """F3 turns the words that found nothing into the title of a new review."""
    _fill(library_path)
    async with room(library_path) as there:
        await there.type("Kafka lag")
        await there.keys("f3")
        assert there.in_line == "/new Kafka lag"


async def test_a_duplicate_has_the_same_people_and_nothing_that_happened(library_path: Path) -> None:
    """People, services, team, zone and severity are taken over; the story is not."""
    model = _review(1, "Checkout", Severity.SEV2, on=date(2026, 11, 1), resolved=MORNING, actions=2)
    model = changes.add(model, Person(label="P0", name="Jane Doe", role="incident commander"))
    incident = model.incident.changed(services=("checkout",), owner_team="Payments", summary="It broke")
    stored(library_path, model.changed(incident=incident.changed(impact=Impact(scope="all"))))
    async with room(library_path) as there:
        await there.line("/duplicate")
        await there.until(lambda: not there.at_home and there.screen.is_open)
        new = there.review
    assert new.ref != "review-1"
    assert new.incident.title == "Checkout (new)"
    assert [person.name for person in new.people] == ["Jane Doe"]
    assert (new.incident.services, new.incident.owner_team) == (("checkout",), "Payments")
    assert (new.incident.zone, new.incident.severity) == ("Europe/London", Severity.SEV2)
    assert (new.incident.on, new.incident.summary, new.incident.impact.scope) == (None, "", "")
    assert (new.events, new.actions) == ((), ())


async def test_a_ref_that_is_not_there_is_said_in_one_sentence(library_path: Path) -> None:
    """`/open` with an unknown ref stays in the library and leaves the line as it is."""
    _fill(library_path)
    async with room(library_path) as there:
        await there.line("/open nonsense")
        assert there.at_home
        assert "nonsense" in there.said
        assert there.in_line == "/open nonsense"


async def test_a_burst_goes_on_in_the_review(library_path: Path) -> None:
    """Keys typed ahead while a new review opens are its lines, in their order, and none is lost."""
    async with room(library_path) as there:
        burst = "Checkout errors\rseverity: SEV2\rJane Doe, incident commander, Payments\rhalf a li"
        await there.type(burst)
        await there.until(lambda: not there.at_home and there.screen.is_open)
        await there.until(lambda: there.in_line == "half a li")
        assert there.review.incident.severity is Severity.SEV2
        assert [person.name for person in there.review.people] == ["Jane Doe"]


# The list itself


async def test_deleting_hides_until_it_is_taken_back(library_path: Path) -> None:
    """Delete and F7, also after a restart: the review is there again, as it was."""
    _fill(library_path)
    before = on_disk(library_path, "review-1")
    async with room(library_path) as there:
        await there.keys("delete")
        assert "Deleted Checkout errors; F7 takes it back" in there.said
        assert "Checkout errors" not in _titles(there)
        assert there.highlighted == "review-2"
    async with room(library_path) as there:
        await there.keys("f7")
        assert there.highlighted == "review-1"
    assert on_disk(library_path, "review-1") == before


async def test_archived_reviews_are_shown_on_demand(library_path: Path) -> None:
    """Archive puts a review out of the way; it can be shown, brought back, and all of it undone."""
    _fill(library_path)
    async with room(library_path) as there:
        await there.line("/archive")
        assert "Checkout errors" not in _titles(there)
        await there.keys("f6")
        assert "Checkout errors" in _titles(there)
        assert "archived" in there.shown
        await there.keys("f6", "f7")
        assert "Checkout errors" in _titles(there)
        await there.keys("f8")
        assert "Checkout errors" not in _titles(there)


async def test_undo_and_redo_say_when_there_is_nothing(library_path: Path) -> None:
    """With nothing to take back or make again, the line says so."""
    async with room(library_path) as there:
        await there.keys("f7")
        assert "nothing to take back" in there.said
        await there.keys("f8")
        assert "nothing to make again" in there.said


async def test_delete_is_an_editing_key_while_the_line_holds_text(library_path: Path) -> None:
    """Delete in the middle of a word removes a letter, never a review."""
    _fill(library_path)
    async with room(library_path) as there:
        await there.type("slow")
        await there.keys("home", "delete")
        assert there.in_line == "low"
        await there.keys("end", "ctrl+u")
        assert len(_titles(there)) == 3


# Commands and leaving


async def test_a_slash_offers_commands(library_path: Path) -> None:
    """Commands are completed with Tab and chosen with the arrow keys; unknown ones are named."""
    _fill(library_path)
    async with room(library_path) as there:
        await there.type("/ar")
        assert there.offers[:2] == ("archive", "archived")
        assert len(_titles(there)) == 3
        await there.keys("down", "tab")
        assert there.in_line == "/archived "
        await there.keys("ctrl+u")
        await there.line("/nonsense")
        assert "There is no command /nonsense here" in there.said


async def test_a_command_chosen_in_the_palette_is_carried_out(library_path: Path) -> None:
    """The palette takes what is typed behind its key in one burst; none of it reaches the list."""
    _fill(library_path)
    async with room(library_path) as there:
        await there.send([key("ctrl+p"), *typed("dark"), key("enter")])
        await there.until(lambda: there.at_home)
        assert there.in_line == ""
        assert there.app.theme.endswith("dark")
        await there.send([key("ctrl+p"), *typed("start a review"), key("enter")])
        await there.until(lambda: there.at_home and there.in_line == "/new ")


async def test_themes_change(library_path: Path) -> None:
    """Light and dark are a command each."""
    async with room(library_path) as there:
        await there.line("/light")
        light = there.app.theme
        await there.line("/dark")
        assert there.app.theme != light


@pytest.mark.parametrize("leave", [("f10",), ("ctrl+c", "ctrl+c")])
async def test_leaving(library_path: Path, leave: tuple[str, ...]) -> None:
    """F10 leaves, and so does Ctrl+C pressed twice."""
    async with room(library_path) as there:
        for each in leave:
            assert there.app.is_running
            there.app.post_message(key(each))
            await there.pilot.pause()
        await there.until(lambda: not there.app._running or there.app._exit)


async def test_one_ctrl_c_only_says_how_to_leave(library_path: Path, clock: SteppedClock) -> None:
    """A stray Ctrl+C, and another one much later, do not end the app."""
    async with room(library_path, clock=clock) as there:
        await there.keys("ctrl+c")
        assert "Press Ctrl+C again to leave" in there.said
        clock.move(minutes=1)
        await there.keys("ctrl+c")
        assert not there.app._exit


async def test_a_message_for_the_library_is_shown_quietly(library_path: Path) -> None:
    """What another screen has to say stands above the line, as it is."""
    async with room(library_path) as there:
        there.app.show_home("There is no review [/x].")
        await there.rest()
        await there.until(lambda: there.said == "There is no review [/x].")


async def test_pasted_lines_are_not_lost_on_the_list(library_path: Path) -> None:
    """A timeline pasted too early gets a hint and changes nothing."""
    async with room(library_path) as there:
        await there.send([events.Paste("14:02 alert\n14:05 paged")])
        assert "Open a review first" in there.said
        assert there.at_home


# What can be wrong


async def test_a_foreign_file_is_one_sentence(library_path: Path) -> None:
    """A file that is not a library is named in one sentence; it is not touched, and F10 leaves."""
    library_path.parent.mkdir(parents=True)
    library_path.write_text("not a library at all, but something that somebody needs")
    async with room(library_path) as there:
        assert "The library cannot be opened" in there.shown
        await there.line("Checkout errors")
        await there.keys("f3", "f4", "f5", "delete", "f7")
        assert there.at_home
        await there.keys("f1")
        await there.keys("escape")
        there.app.post_message(key("f10"))
        await there.until(lambda: there.app._exit)
    assert library_path.read_text() == "not a library at all, but something that somebody needs"


async def test_a_library_that_works_again_is_read_again(library_path: Path, tmp_path: Path) -> None:
    """Enter tries a library again that could not be read before."""
    _fill(library_path)
    aside = tmp_path / "aside.db"
    library_path.rename(aside)
    library_path.write_text("something else for now")
    async with room(library_path) as there:
        assert not _titles(there)
        library_path.unlink()
        aside.rename(library_path)
        await there.keys("enter")
        await there.until(lambda: not there.at_home or len(_titles(there)) == 3)


@pytest.mark.parametrize("theme", ["pirtui-dark", "pirtui-light"])
async def test_hostile_titles_are_shown_literally(library_path: Path, theme: str) -> None:
    """No title is interpreted, hides anything, or breaks the list, the filter or the palette's way."""
    for number, text in enumerate(HOSTILE):
        stored(library_path, _review(number, text.encode("utf-8", "replace").decode(), Severity.SEV2))
    async with room(library_path, size=(140, 40), theme=theme) as there:
        assert "[SEV1] [/ [@click=app.quit]x[/]" in there.shown
        assert "\x1b" not in there.shown
        assert "\u202e" not in there.shown
        for text in HOSTILE:
            await there.send([events.Paste(text)])
            await there.keys("ctrl+u")
        for width, height in SIZES:
            await there.resize(width, height)
        await there.keys("delete")
        assert there.at_home


async def test_a_very_long_title_makes_a_review(library_path: Path) -> None:
    """Ten thousand characters are a title like any other."""
    async with room(library_path) as there:
        await there.line("x" * 10_000)
        await there.until(lambda: not there.at_home and there.screen.is_open)
        assert there.review.incident.title == "x" * 10_000


async def test_a_thousand_reviews_are_listed(library_path: Path, ids: Callable[[], str]) -> None:
    """A large library narrows as quickly as it is typed, and its last review can be reached."""
    with Library.open(library_path, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC)) as library:
        for number in range(300):
            library.create(_review(number, f"Incident {number}", on=date(2026, 1, 1)).changed(id=ids()))
    async with room(library_path) as there:
        await there.until(lambda: len(there.rows) >= 300)
        await there.keys("ctrl+end")
        last = there.highlighted
        assert last == there.rows[-1].key
        await there.type("incident 7")
        assert all("7" in row.text for row in there.rows)
