"""Text that tries to be something else: on every surface it is shown as it is, and nothing obeys it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from pirtui.domain import changes
from pirtui.domain.actions import Action
from pirtui.domain.factors import Category, Factor, Theme
from pirtui.domain.gaps import Gap, GapKind
from pirtui.domain.incident import Impact, Link
from pirtui.domain.learnings import Learning, LearningKind, Parked, ParkedKind
from pirtui.domain.people import Person
from pirtui.domain.review import Review, Stage
from pirtui.domain.visible import visible
from tests.domain.making import happened
from tests.screens.played import titled
from tests.screens.room import Room, on_disk, room, stored
from tests.widgets.widget_app import HOSTILE

MARKUP = "[SEV1] [/ [@click=app.quit]x[/]"
SPOKEN = tuple(text for text in HOSTILE if text.strip())
TEXTS = {
    "markup": " ".join(SPOKEN[:3]),
    "hidden and wide": " ".join(SPOKEN[3:8]),
    "long": SPOKEN[8],
}
"""The same texts, a few at a time."""
PREFIXES = {
    Stage.PREPARE: "summary: ",
    Stage.TIMELINE: "14:32 ",
    Stage.GAPS: "detection: ",
    Stage.FACTORS: "technical: ",
    Stage.ACTIONS: "Fix ",
    Stage.WRAP_UP: "well: ",
}


def is_clean(shown: str) -> bool:
    """Whether nothing on the screen can reach the terminal as a control or turn the text around."""
    bare = shown.replace("\n", "")
    return not any(unicodedata.category(c) in ("Cc", "Cs") for c in bare) and not (
        set(bare) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069")
    )


def flat(shown: str) -> str:
    """What stands on the screen, without its line breaks and gaps."""
    return " ".join(shown.split())


def soaked(text: str) -> Review:
    """A review in which every text is this one."""
    review = titled("soaked", text)
    incident = review.incident.changed(
        summary=text,
        services=(text,),
        owner_team=text,
        impact=Impact(scope=text, numbers=text, not_affected=text),
        links=(Link(url="https://e.x", comment=text),),
    )
    review = changes.updated(review, incident=incident, question=text)
    event = happened(10, text).changed(note=text, actor=text, source=text, doubt=text)
    for item in (
        Person(label="P0", name=text, role=text, team=text),
        event,
        Gap(label="G0", kind=GapKind.RESPONSE, text=text, note=text, no_factor_reason=text),
        Theme(label="T0", name=text, text=text, accepted_because=text),
        Factor(label="F0", category=Category.HUMAN, subcategory=text, text=text, note=text),
        Factor(label="F0", category=Category.HUMAN, text=text, parent="F1", themes=(text,)),
        Action(label="A0", text=text, owner=text, done_test=text, tracker=text, status_reason=text),
        Parked(label="K0", kind=ParkedKind.QUESTION, text=text, resolution=text),
        Learning(label="L0", kind=LearningKind.QUESTION, text=text, owner=text),
    ):
        review = changes.add(review, item)
    return review


@pytest.mark.parametrize("stage", list(Stage))
async def test_hostile_lines_are_stored_and_shown_as_they_are(library_path: Path, stage: Stage) -> None:
    """Typed or pasted at any stage: previewed, stored, listed, and put back into the line."""
    stored(library_path, titled("new", "x"))
    async with room(library_path, "new", size=(140, 40)) as there:
        there.screen.enter(stage)
        for text in SPOKEN:
            await there.paste(PREFIXES[stage] + text)
            assert is_clean(there.shown)
            await there.keys("enter")
            assert there.in_line == "", there.said
            assert is_clean(there.shown)
        await there.type(PREFIXES[stage] + MARKUP)
        assert MARKUP in flat(there.said)
        await there.keys("enter")
        assert MARKUP in flat(there.shown)
        there.screen.query_one("ItemList").move_by_key("ctrl+home")  # type: ignore[attr-defined]  # the list
        await there.keys("enter")
        assert is_clean(there.shown)
        assert there.app._exit is False
        assert there.review == on_disk(library_path, "new")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
async def test_every_surface_shows_hostile_text_as_it_is(library_path: Path, text: str) -> None:
    """Lists, panels, strip, title, details and history of a review that is full of it."""
    stored(library_path, soaked(text))
    async with room(library_path, "soaked", size=(100, 30)) as there:
        for stage in Stage:
            there.screen.enter(stage)
            await there.rest()
            assert is_clean(there.shown)
            there.screen.highlight(f"{'PEGFAL'[stage.number - 1]}1")
            await there.keys("f2")
            assert not there.is_open
            assert is_clean(there.shown)
            await there.keys("escape")
            assert there.is_open
        await there.line(f"/find {text}")
        await there.line("/history")
        assert is_clean(there.shown)


@pytest.mark.parametrize("text", list(TEXTS.values())[:2], ids=list(TEXTS)[:2])
async def test_the_report_preview_shows_hostile_text_as_it_is(library_path: Path, text: str) -> None:
    """The rendered report neither fails nor obeys."""
    stored(library_path, soaked(text))
    async with room(library_path, "soaked", size=(100, 30)) as there:
        await there.line("/report")
        assert not there.is_open
        for _ in range(6):
            assert is_clean(there.shown)
            await there.keys("pagedown")
        await there.keys("escape")
        assert there.is_open


async def test_a_paste_full_of_it_goes_through_the_tray(library_path: Path) -> None:
    """Shown as it is before it is accepted, and after."""
    stored(library_path, titled("new", "x"))
    pasted = "\n".join(f"14:{n:02} {text}" for n, text in enumerate(SPOKEN))
    async with room(library_path, "new", size=(140, 40)) as there:
        there.screen.enter(Stage.TIMELINE)
        await there.paste(pasted)
        assert not there.is_open
        assert is_clean(there.shown)
        assert MARKUP in flat(there.shown)
        await there.keys("a", "f4")
        assert len(there.review.events) >= len(SPOKEN)
        assert is_clean(there.shown)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
async def test_titles_filters_and_notices_show_it_as_it_is(library_path: Path, text: str) -> None:
    """In the library: as a title, a filter, a command, an argument, and in what is said about them."""
    stored(library_path, titled("new", "x"))
    async with room(library_path, size=(140, 40)) as there:
        await there.paste(text)
        assert is_clean(there.shown)
        await there.keys("ctrl+u")
        for command in ("/open", "/nonsense", f"/{text}", "/new"):
            await there.line(f"{command} {text}")
            assert is_clean(there.shown)
            if there.at_home:
                await there.keys("ctrl+u")
        await there.until(lambda: not there.at_home and there.screen.is_open)
        await _notices(there, text)
        await there.keys("f5")
        await there.until(lambda: there.at_home)
        await there.rest()
        assert is_clean(there.shown)
        await there.keys("delete")
        assert is_clean(there.shown)


async def _notices(there: Room, text: str) -> None:
    assert there.review.incident.title == visible(text).strip()
    for line in (
        f"/{text}",
        f"/find {text}",
        f"/met {text}",
        f"/export /nowhere/{text[:50]}",
        f"zone: {text}",
    ):
        await there.line(line)
        assert is_clean(there.shown)
        await there.keys("ctrl+u")


async def test_markup_in_a_notice_is_literal(library_path: Path) -> None:
    """What was typed is repeated letter for letter."""
    stored(library_path, titled("new", "x"))
    async with room(library_path, "new", size=(140, 40)) as there:
        await there.type("/[red]x[/]\r")
        assert "There is no command /[red]x[/]." in there.shown
        await there.keys("ctrl+u")
        await there.type("zone: [/]\r")
        assert "[/] is not a time zone." in there.shown


async def test_hostile_text_is_searched_and_completed(library_path: Path) -> None:
    """People, roles and themes that look like markup are offered as words."""
    stored(library_path, soaked(MARKUP))
    async with room(library_path, "soaked", size=(140, 40)) as there:
        there.screen.enter(Stage.TIMELINE)
        await there.type("14:32 x @")
        assert there.offers
        assert is_clean(there.shown)
        await there.keys("tab")
        assert there.in_line.startswith("14:32 x @[sev1]")
