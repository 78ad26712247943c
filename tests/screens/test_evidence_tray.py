"""The evidence tray: candidates, each kept or dropped, and nothing stored by looking at them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from textual import events

from pirtui.capture.candidates import Secret
from pirtui.domain.events import Event, Milestone
from pirtui.screens.evidence_choices import Tray
from pirtui.screens.evidence_questions import SecretsScreen, TrayKeysScreen
from pirtui.screens.evidence_reading import ReadingScreen
from pirtui.screens.evidence_tray import EvidenceTrayScreen, TrayAnswer
from pirtui.widgets.item_list import ItemList, Row
from pirtui.widgets.preview_row import PreviewRow
from tests.screens.dialog_host import DialogHost, Reader
from tests.screens.evidence_made import ASSUMED, CST, ROWS, TOKEN, MadeSource, Said, many
from tests.widgets.widget_app import HOSTILE, key, typed

_UTC = ZoneInfo("UTC")
_KEPT_AT_FIRST = [
    "disk alert fires",
    "paged the database team [link=http://x]this[/]",
    f"restart with --token {TOKEN}",
    "replica is back",
]


class TrayReader(Reader):
    """A person in front of a tray."""

    @property
    def tray(self) -> EvidenceTrayScreen:
        """The tray's screen, also beneath another one."""
        (found,) = (each for each in self.app.screen_stack if isinstance(each, EvidenceTrayScreen))
        return found

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the tray."""
        return tuple(self.tray.query_one(ItemList).rows)

    @property
    def heading(self) -> str:
        """The first line of the screen."""
        return self.shown.split("\n")[0].strip()

    @property
    def said(self) -> str:
        """What stands below the list."""
        return self.tray.query_one(PreviewRow).told

    async def type(self, text: str) -> None:
        """Press these characters, in which a carriage return is Enter."""
        await self.send(typed(text))

    @property
    def answer(self) -> TrayAnswer:
        """What the tray answered."""
        (answer,) = self.app.answers
        assert isinstance(answer, TrayAnswer)
        return answer

    @property
    def texts(self) -> list[str]:
        """What the events say that the tray answered with."""
        return [event.text for event in self.answer.events]


@asynccontextmanager
async def _open(
    source: MadeSource | None = None, size: tuple[int, int] = (120, 30)
) -> AsyncIterator[TrayReader]:
    made = source or MadeSource()

    def screen() -> EvidenceTrayScreen:
        return EvidenceTrayScreen(Tray(made(ASSUMED), ASSUMED), made, "UTC", _UTC)

    app = DialogHost(screen)
    async with app.run_test(size=size) as pilot:
        reader = TrayReader(app, pilot)
        await reader.keys()
        yield reader


def _without(words: Iterable[str], *dropped: str) -> list[str]:
    return [text for text in words if text not in dropped]


# What is shown


async def test_candidates_stand_in_their_order_as_they_were_understood() -> None:
    """Day, time, person, suggestion, question, secret and what is known are seen at once."""
    async with _open(MadeSource(notices=("The file is cut off at line 9.",))) as there:
        shown = there.shown
    order = (
        *("The file is cut off", "Fri 20 Nov 2026 ─", "23:50", "2 × joined, 1 × notification"),
        *("Sat 21 Nov 2026 ─", "00:10", "[link=http://x]this[/]", "00:12", "00:15", "00:40", "14:??"),
    )
    places = [shown.index(part) for part in order]
    assert places == sorted(places)
    for part in (
        "@monitoring",
        "!detected?",
        "secret: token",
        "known E7",
        "? Is 00:15 on the next day?",
    ):
        assert part in shown
    assert "Evidence: 4 of 9 kept, 1 in question, 1 known, 3 folded, 1 with secrets" in shown
    assert "UTC (the review) · Fri 20 Nov 2026 (a heading) · notes · chat.txt" in shown


async def test_the_highlighted_candidate_says_how_its_time_was_understood() -> None:
    """Below the list stand the time in words, the source's own spelling, and every doubt."""
    async with _open() as there:
        assert "23:50 UTC, Fri 20 Nov 2026" in there.said
        assert "“23:50”" in there.said
        await there.keys("down", "down", "down", "down")
        assert "Is 00:15 on the next day?" in there.said
        assert "1: twelve hours later" in there.said


async def test_nothing_found() -> None:
    """Without a candidate the tray says so, and its keys do no harm."""
    async with _open(MadeSource(())) as there:
        assert "No event was found" in there.shown
        await there.keys("space", "a", "n", "f", "m", "r", "R", "t", "v", "enter", "down", "f4", "c")
        assert there.app.is_open
        await there.keys("escape")
        assert there.app.answers == [None]


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40), (20, 5)], ids=str)
async def test_the_main_keys_fit(size: tuple[int, int]) -> None:
    """However small the terminal is, the highlighted candidate is on it."""
    async with _open(size=size) as there:
        assert "disk alert" in " ".join(there.shown.replace("▌", "").split())
        if size[1] >= 24:
            assert "F4 Store" in there.shown


async def test_hostile_lines_at_every_size() -> None:
    """Nothing that a source holds is interpreted, whatever the size of the terminal."""
    rows = tuple(
        Said(f"14:{n:02}", text or "-", text, questions=(f"{text}?",), extra={"wording": text})
        for n, text in enumerate(HOSTILE)
    )
    noise = tuple(replace(row, noise=row.words, clock="15:00") for row in rows)
    source = MadeSource((*rows, *noise), columns=(("[/x]", "time"),), notices=HOSTILE)
    async with _open(source, size=(140, 40)) as there:
        for width, height in ((140, 40), (80, 24), (20, 5)):
            await there.resize(width, height)
            await there.keys("f", "end", "space", "home", "space", "up", "enter", "escape")
            await there.keys("slash", "[", "escape", "z", "[", "tab", "escape")
            for name in ("c", "escape", "f1", "escape"):
                await there.keys(name)
            assert "\x1b" not in there.shown
        assert there.app.is_open


# Keeping and dropping


async def test_f4_answers_with_what_was_kept() -> None:
    """Space drops the highlighted candidate and goes on; F4 answers with the others, in order."""
    async with _open() as there:
        await there.keys("space", "down", "space", "R", "f4")
        assert there.texts == ["restart with --token [token redacted]", "replica is back"]


async def test_known_and_noise_are_dropped_until_somebody_keeps_them() -> None:
    """What the timeline has already, and what says nothing, is there but not kept."""
    async with _open() as there:
        await there.keys("down", "enter", "down", "space", "end", "up", "space", "R", "f4")
        assert "Ada joined #incident" in there.texts
        assert "failed over" in there.texts


async def test_a_candidate_that_is_no_event_cannot_be_kept() -> None:
    """It says why, and no key keeps it."""
    async with _open() as there:
        await there.keys("end", "space", "a")
        assert "4 of 9 kept" in there.heading
        assert "Say what happened." in there.shown


async def test_one_key_keeps_all_and_another_drops_all() -> None:
    """N drops all; A keeps all that is evidence and not known yet."""
    async with _open() as there:
        await there.keys("n")
        assert "0 of 9 kept" in there.heading
        await there.keys("a")
        assert "4 of 9 kept" in there.heading


async def test_all_means_all_that_the_filter_shows() -> None:
    """With words in the filter, what they hide is left as it is."""
    async with _open() as there:
        await there.type("/disk\r")
        await there.keys("n", "escape")
        assert there.shown.count(" drop ") == 3
        assert "3 of 9 kept" in there.heading
        await there.type("/known\r")
        await there.keys("a")
        assert "4 of 9 kept" in there.heading


@pytest.mark.parametrize(
    "moves", [("v", "down", "down"), ("shift+down", "shift+down")], ids=("v", "shift")
)
async def test_a_range_is_dropped_with_one_key(moves: tuple[str, ...]) -> None:
    """What is in the range is marked; Space applies to all of it, and forgets it."""
    async with _open() as there:
        await there.keys("down", "down", *moves)
        assert there.shown.count("›keep") == 3
        await there.keys("space")
        assert "1 of 9 kept" in there.heading
        assert "›" not in there.shown
        await there.keys("space")
        assert "2 of 9 kept" in there.heading


async def test_escape_forgets_a_range_then_a_filter_and_only_then_leaves() -> None:
    """Each press of Escape takes back the newest of them."""
    async with _open() as there:
        await there.keys("k", "v", "down")
        assert "›" in there.shown
        await there.keys("escape")
        assert "›" not in there.shown
        assert "only kept" in there.heading
        await there.keys("escape")
        assert "only" not in there.heading
        assert there.app.is_open
        await there.keys("escape", "escape")
        assert there.app.answers == [None]


async def test_every_decision_can_be_taken_back() -> None:
    """F7 takes back keeping, dropping, editing and redacting, one after another."""
    async with _open() as there:
        before = there.shown
        await there.keys("n", "a", "space", "m", "R")
        await there.keys(*["f7"] * 5)
        await there.keys("home")
        assert there.shown == before
        await there.keys("f7")
        assert there.said == "There is nothing to take back."


async def test_nothing_kept_is_not_stored_by_accident() -> None:
    """F4 with nothing kept says what to do, and stays."""
    async with _open() as there:
        await there.keys("n", "f4")
        assert there.app.is_open
        assert "Nothing is kept yet" in there.said


# Noise


async def test_noise_opens_and_closes() -> None:
    """Enter on folded rows opens them, F within them closes them again."""
    async with _open() as there:
        assert "Bo joined" not in there.shown
        await there.keys("down", "enter")
        assert "Bo joined" in there.shown
        await there.keys("down", "down", "f")
        assert "Bo joined" not in there.shown
        assert there.tray.query_one(ItemList).highlighted.startswith("fold:")
        await there.keys("home", "f")
        assert "Bo joined" in there.shown


async def test_folded_rows_say_how_many_of_them_are_kept() -> None:
    """What was kept inside does not vanish when the fold closes."""
    async with _open() as there:
        await there.keys("down", "enter", "down", "space", "f")
        assert "1 kept" in there.shown.split("folded:")[1].split("\n")[0]


# Filters


async def test_words_narrow_the_list_while_they_are_typed() -> None:
    """Only candidates with all words are shown, folded ones too; Escape shows everything again."""
    async with _open() as there:
        await there.type("/joined bo")
        texts = [row.text for row in there.rows if row.key]
        assert texts == ["Bo joined #incident"]
        await there.keys("escape")
        assert "disk alert" in there.shown
        await there.type("/nothing like it\r")
        assert "Nothing here fits" in there.shown
        await there.keys("space", "a", "enter", "f4")
        assert "4 of 9" in there.heading or there.app.screen is not there.tray


async def test_only_questions_and_only_kept() -> None:
    """One key shows what is in question, another what is kept; again, everything."""
    async with _open() as there:
        await there.keys("question_mark")
        assert [row.text for row in there.rows if row.key] == ["replica is back"]
        await there.keys("question_mark", "k")
        assert [row.text for row in there.rows if row.key] == _KEPT_AT_FIRST
        await there.keys("k")
        assert len([row for row in there.rows if row.key]) == 7


# Editing


async def test_enter_edits_the_candidate_in_the_line() -> None:
    """The line holds the event in the grammar of the timeline; Enter takes what it says."""
    async with _open() as there:
        await there.keys("enter")
        assert "disk alert fires @monitoring" in there.shown.split("\n")[-2]
        await there.type("!?")
        await there.keys("ctrl+u")
        await there.type("23:48 disk fills up @sre !impact-start\r")
        await there.keys("R", "f4")
        first = there.answer.events[0]
        assert (first.text, first.actor) == ("disk fills up", "sre")
        assert first.milestones == (Milestone.IMPACT_START,)
        assert first.time.start == datetime(2026, 11, 20, 23, 48, tzinfo=UTC)


async def test_the_line_says_how_it_is_understood_before_enter() -> None:
    """The reading stands above the line, live."""
    async with _open() as there:
        await there.keys("enter", "ctrl+u")
        await there.type("23:41 seen")
        assert "23:41 UTC, Fri 20 Nov 2026" in there.said
        await there.keys("ctrl+u", "enter")
        assert "Say what happened" in there.said
        assert there.tray.is_asking


async def test_escape_leaves_the_candidate_as_it_was() -> None:
    """Nothing of what was typed is kept, and the next key is a command again."""
    async with _open() as there:
        before = there.rows
        await there.keys("enter")
        await there.type(" and more")
        await there.keys("escape")
        assert there.rows == before
        await there.keys("n")
        assert "0 of 9 kept" in there.heading


async def test_what_is_no_event_becomes_one_in_the_line() -> None:
    """The source's own words are put right, and are kept from then on."""
    async with _open() as there:
        await there.keys("end", "enter", "ctrl+u")
        await there.type("01:05 somebody noticed\r")
        assert "5 of 9 kept" in there.heading
        await there.keys("R", "f4")
        assert there.texts[-1] == "somebody noticed"
        assert there.answer.events[-1].time.is_clocked


async def test_keys_typed_ahead_keep_their_order() -> None:
    """In one burst: open the line, change it, Enter, then commands; nothing overtakes."""
    async with _open() as there:
        burst = [key("enter"), key("ctrl+u"), *typed("23:51 as asked\r"), key("down"), key("down")]
        await there.send([*burst, key("space"), key("slash"), *typed("failed\r"), key("space")])
        assert "failed" in there.heading
        await there.keys("escape", "R", "f4")
        kept = _without(_KEPT_AT_FIRST, "disk alert fires", _KEPT_AT_FIRST[1], _KEPT_AT_FIRST[2])
        assert there.texts == ["as asked", "restart with --token [token redacted]", *kept, "failed over"]


async def test_another_reading_is_taken_with_one_key() -> None:
    """Tab takes the first of the source's other readings; its question is answered by it."""
    async with _open() as there:
        await there.keys("down", "down", "down", "down", "tab")
        assert "in question" not in there.heading
        await there.keys("R", "f4")
        taken = next(event for event in there.answer.events if event.text == "replica is back")
        assert taken.time.start == datetime(2026, 11, 21, 12, 15, tzinfo=UTC)
        assert taken.source == "chat.txt:7"
        assert taken.doubt == ""


async def test_a_time_can_be_confirmed() -> None:
    """T answers the question: the time is right as it stands."""
    async with _open() as there:
        await there.keys("question_mark", "home", "t", "escape", "R", "f4")
        taken = next(event for event in there.answer.events if event.text == "replica is back")
        assert taken.doubt == ""
        assert taken.time.start == datetime(2026, 11, 21, 0, 15, tzinfo=UTC)


async def test_a_suggested_milestone_is_set_only_when_taken_over() -> None:
    """It is shown with a question mark; M sets it, M again gives it back."""
    async with _open() as there:
        assert _event(there, 0).milestones == ()
        await there.keys("m")
        assert _event(there, 0).milestones == (Milestone.DETECTED,)
        assert "!detected?" not in there.shown
        await there.keys("m")
        assert _event(there, 0).milestones == ()


def _event(there: TrayReader, place: int) -> Event:
    event = there.tray.tray.event(place)
    assert event is not None
    return event


# Secrets


async def test_secrets_are_asked_about_before_they_are_stored() -> None:
    """F4 asks once in plain words; Escape goes back, and nothing was answered."""
    async with _open() as there:
        await there.keys("f4")
        assert isinstance(there.screen, SecretsScreen)
        assert "1 × token" in there.shown
        await there.keys("escape")
        assert there.app.answers == []
        await there.keys("f4", "enter")
        assert "restart with --token [token redacted]" in there.texts


async def test_secrets_can_be_stored_as_they_are() -> None:
    """The room decides; F4 again stores them."""
    async with _open() as there:
        await there.keys("f4")
        await there.keys("f4")
        assert f"restart with --token {TOKEN}" in there.texts


async def test_a_secret_is_redacted_with_one_key() -> None:
    """R takes it out of every field of the highlighted candidate and puts it back again."""
    extra = {"secrets": (Secret("token", TOKEN),)}
    row = Said("10:00", f"token {TOKEN}\n```\ncurl {TOKEN}\n```", TOKEN, extra=extra)
    async with _open(MadeSource((row,))) as there:
        await there.keys("r")
        assert TOKEN not in there.shown
        assert "with secrets" not in there.heading
        await there.keys("r")
        assert TOKEN in there.shown
        await there.keys("r", "f4")
        assert TOKEN not in repr(there.answer)


async def test_dropped_secrets_ask_nothing() -> None:
    """What is not stored needs no question."""
    async with _open() as there:
        await there.keys("down", "down", "down", "space", "f4")
        assert there.texts == _without(_KEPT_AT_FIRST, _KEPT_AT_FIRST[2])


# The source as a whole


async def test_a_zone_for_all_changes_every_time_at_once() -> None:
    """The source is read again; what was kept, dropped and edited stays so."""
    source = MadeSource()
    async with _open(source) as there:
        await there.keys("enter", "end")
        await there.type(" twice\r")
        await there.keys("down", "down", "space")
        await there.type("ztokyo\r")
        assert "Asia/Tokyo (you)" in there.shown
        assert "14:50" in there.shown
        assert "3 of 9 kept" in there.heading
        assert source.readings[-1].zone_is_certain
        await there.keys("R", "f4")
        assert there.texts[0] == "disk alert fires twice"
        starts = [event.time.start for event in there.answer.events]
        assert starts[0] == datetime(2026, 11, 20, 14, 50, tzinfo=UTC)


async def test_an_edited_time_is_not_read_again() -> None:
    """A time that the room wrote itself stands, whatever zone the source is in."""
    async with _open() as there:
        await there.keys("enter", "ctrl+u")
        await there.type("22:22 written by us\r")
        await there.type("zAsia/Tokyo\r")
        await there.keys("R", "f4")
        assert there.texts[0] == "written by us"
        assert there.answer.events[0].time.start == datetime(2026, 11, 20, 22, 22, tzinfo=UTC)


async def test_only_a_zone_that_exists_is_taken() -> None:
    """Abbreviations and offsets are zones too; anything else is refused with a word."""
    source = MadeSource()
    async with _open(source) as there:
        await there.type("zNowhere\r")
        assert "Type the name of a zone" in there.said
        await there.keys("ctrl+u")
        await there.type("UTC+02:00\r")
        assert source.readings[-1].zone == "UTC+02:00"
        await there.type("zcet\r")
        assert source.readings[-1].zone == "CET"


async def test_an_ambiguous_abbreviation_is_asked_once() -> None:
    """One row on top stands for the question of all candidates, and opens the zone."""
    rows = tuple(Said(f"10:{n:02}", f"message {n}", questions=(CST,)) for n in range(20))
    source = MadeSource(rows)
    async with _open(source) as there:
        assert there.shown.count("CST read as") == 1
        assert "20 times" in there.shown
        assert "20 in question" in there.heading
        await there.keys("home", "enter")
        assert "Asia/Shanghai" in there.shown
        await there.keys("down", "enter")
        assert source.readings[-1].zone == "Asia/Shanghai"


async def test_a_day_for_all() -> None:
    """Any spelling of a day is understood; the source is read again on it."""
    source = MadeSource()
    async with _open(source) as there:
        await there.type("dsometime")
        assert "Type a day" in there.said
        await there.keys("enter", "ctrl+u")
        await there.type("4 May 2026\r")
        assert "Mon 4 May 2026" in there.shown
        assert source.readings[-1].day_is_certain
        await there.type("d2026-05-06\r")
        assert "Wed 6 May 2026" in there.shown


async def test_the_day_order_is_turned_with_one_key() -> None:
    """Day first, month first, and as the source has it."""
    source = MadeSource()
    async with _open(source) as there:
        await there.keys("o")
        assert "3/4 is 3 April" in there.shown
        await there.keys("o")
        assert "3/4 is 4 March" in there.shown
        await there.keys("o")
        assert "3/4" not in there.shown
        assert [each.day_first for each in source.readings] == [None, True, False, None]


async def test_columns_of_a_table_are_chosen_and_answered() -> None:
    """Each column says what it holds; the choice is part of the answer, to be remembered."""
    source = MadeSource(columns=(("When", "time"), ("Seen", ""), ("What", "text")))
    async with _open(source) as there:
        await there.keys("c")
        assert "Seen" in there.shown
        await there.keys("down", "space", "enter")
        chosen = (("When", ""), ("Seen", "time"), ("What", "text"))
        assert source.readings[-1].columns == chosen
        await there.keys("R", "f4")
        assert there.answer.columns == chosen


async def test_notes_have_no_columns_to_choose() -> None:
    """The key says so and opens nothing."""
    async with _open() as there:
        await there.keys("c")
        assert "no table" in there.said


async def test_a_long_reading_shows_its_progress_and_can_be_cancelled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A second reading goes on beside the interface; Escape leaves everything as it was."""
    monkeypatch.setattr("pirtui.screens.evidence_asking.read_at_once", lambda *_: None)
    source = MadeSource()
    async with _open(source) as there:
        await there.keys("o")
        await there.until(lambda: there.app.screen is there.tray and "3/4" in there.shown)
        monkeypatch.setattr(there.app, "run_worker", lambda *_arguments, **_named: None)
        await there.keys("o")
        assert "Reading chat.txt" in there.shown
        there.screen.post_message(ReadingScreen.Progressed(4000, 20000))
        await there.keys()
        assert "4,000 of 20,000" in there.shown
        await there.keys("escape")
        assert "3/4 is 3 April" in there.shown
        assert there.said == "Everything is as it was."


# The rest


async def test_help_names_every_key() -> None:
    """F1 lists what the footer has no room for; Escape goes back to the tray."""
    async with _open() as there:
        await there.keys("f1")
        assert isinstance(there.screen, TrayKeysScreen)
        assert "Redact the secrets" in there.shown
        await there.keys("escape")
        assert there.screen is there.tray


async def test_the_mouse_works() -> None:
    """A click on a key at the bottom does what the key does; a double click keeps or drops."""
    async with _open(MadeSource(ROWS[:2])) as there:
        await there.pilot.click(ItemList, offset=(20, 1), times=2)
        await there.keys()
        assert "0 of 2 kept" in there.heading
        await there.keys("a")
        end = there.shown.split("\n")[-1]
        await there.pilot.click("KeyFooter", offset=(end.index("F4") - 1, 0))
        await there.keys()
        assert there.texts == ["disk alert fires"]


async def test_a_paste_onto_the_tray_is_no_command() -> None:
    """Without a line there is no place for it, and the tray says so; into the line it goes."""
    async with _open() as there:
        await there.send([events.Paste("one\ntwo\nnand")])
        assert "4 of 9 kept" in there.heading
        assert "then paste the next" in there.said
        await there.keys("slash")
        await there.send([events.Paste("disk\nalert"), key("enter")])
        assert [row.text for row in there.rows if row.key] == ["disk alert fires"]


async def test_twenty_thousand_candidates_draw_only_what_changed() -> None:
    """Keeping one of very many draws one row again; the others stay the same objects."""
    async with _open(many(20_000, noise_every=5)) as there:
        before = there.rows
        await there.keys("down", "down", "space")
        after = there.rows
        changed = [
            n for n, (one, other) in enumerate(zip(before, after, strict=True)) if one is not other
        ]
        assert len(changed) == 1
        assert "16,000" in there.heading or "15,999" in there.heading
