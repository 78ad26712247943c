"""The details of an item: a form that gives its values back, and never drops them unasked."""

from collections.abc import Mapping

import pytest
from textual.widgets import Input

from pirtui.screens.details import DetailField, DetailsScreen
from tests.screens.dialog_host import DialogHost, Reader
from tests.widgets.widget_app import HOSTILE, SIZES, typed

_FIELDS = (
    DetailField("text", "Text", "rolled back"),
    DetailField("verdict", "Verdict", "open", choices=("open", "gap")),
    DetailField("note", "Note", "one\ntwo", multiline=True),
    DetailField("due", "Due", "", hint="2026-12-04"),
)
_VALUES = {"text": "rolled back", "verdict": "open", "note": "one\ntwo", "due": ""}


def _host(fields: tuple[DetailField, ...] = _FIELDS, title: str = "E3") -> DialogHost:
    return DialogHost(lambda: DetailsScreen(title, fields))


async def test_f2_answers_with_every_value() -> None:
    """What was typed a moment before F2, in the same burst, is part of the answer."""
    app = _host()
    async with app.run_test() as pilot:
        await Reader(app, pilot).keys("end", "!", "?", "f2")
        assert app.answers == [{**_VALUES, "text": "rolled back!?"}]
        assert not app.is_open


async def test_enter_and_tab_go_to_the_next_field() -> None:
    """Enter on a line goes on, as Tab does; in a text of several lines Enter begins another one."""
    app = _host()
    async with app.run_test() as pilot:
        reader = Reader(app, pilot)
        await reader.keys("enter")
        await reader.keys("tab")
        await reader.keys("down")
        await reader.keys("end")
        await reader.keys("enter", "x", "tab")
        await reader.keys(*"soon", "f2")
        assert app.answers == [{**_VALUES, "note": "one\ntwo\nx", "due": "soon"}]


async def test_escape_without_changes_closes() -> None:
    """Whoever only looked is not asked anything."""
    app = _host()
    async with app.run_test() as pilot:
        await Reader(app, pilot).keys("escape")
        assert app.answers == [None]


async def test_escape_with_changes_asks_once() -> None:
    """The first Escape says what a second one would do; going on to type takes it back."""
    app = _host()
    async with app.run_test(size=(80, 24)) as pilot:
        reader = Reader(app, pilot)
        await reader.keys("x")
        await reader.keys("escape")
        assert "Esc again leaves without these changes; F2 saves them." in reader.shown
        await reader.keys("y")
        assert "Esc again" not in reader.shown
        await reader.keys("escape")
        assert app.is_open
        await reader.keys("escape")
        assert app.answers == [None]


async def test_a_value_that_cannot_be_understood_stays_in_the_form() -> None:
    """F2 says in one sentence what is wrong; nothing that was typed is lost, and it can be mended."""

    def check(values: Mapping[str, str]) -> str:
        return "" if values["due"] else "Due: write the day as [2026-12-04]."

    app = DialogHost(lambda: DetailsScreen("A1", _FIELDS, check))
    async with app.run_test() as pilot:
        reader = Reader(app, pilot)
        await reader.keys("x", "f2")
        assert "Due: write the day as [2026-12-04]." in reader.shown
        reader.screen.query(Input).last().focus()
        await reader.keys(*"fri", "f2")
        assert app.answers[0]["due"] == "fri"
        assert "x" in app.answers[0]["text"]


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_long_form_scrolls_to_its_field(size: tuple[int, int]) -> None:
    """With more fields than lines, the field that listens is always on the screen."""
    fields = tuple(DetailField(f"f{n}", f"Field {n}.", "") for n in range(40))
    app = _host(fields)
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        assert "Field 0." in reader.shown
        for _ in range(39):
            pilot.app.screen.focus_next()
        await reader.keys("z")
        assert "Field 39." in reader.shown
        await reader.keys("f2")
        assert app.answers[0]["f39"] == "z"


async def test_the_mouse_saves() -> None:
    """A click on the key at the bottom does what the key does."""
    app = _host()
    async with app.run_test() as pilot:
        await pilot.click("KeyFooter", offset=(1, 0))
        await pilot.pause()
        assert app.answers == [_VALUES]


async def test_hostile_values_come_back_as_they_were() -> None:
    """Nothing in a title, a label or a value is interpreted; what nobody touched is unaltered."""
    fields = tuple(
        DetailField(f"f{n}", text[:30], text, multiline=bool(n % 2), hint=text[:30])
        for n, text in enumerate(HOSTILE)
    )
    app = _host(fields, title=HOSTILE[0])
    async with app.run_test(size=(140, 40)) as pilot:
        reader = Reader(app, pilot)
        assert "[SEV1] [/ [@click=app.quit]x[/]" in reader.shown
        for width, height in SIZES:
            await reader.resize(width, height)
            assert "\x1b" not in reader.shown
        await reader.keys("f2")
        assert app.answers == [{field.name: field.value for field in fields}]


async def test_keys_without_function_do_nothing() -> None:
    """Ctrl+S does not save, Ctrl+Q does not leave: terminals take them."""
    app = _host()
    async with app.run_test() as pilot:
        reader = Reader(app, pilot)
        await reader.keys("ctrl+s", "ctrl+q", "ctrl+w", "ctrl+z")
        assert app.is_open
        await reader.send(typed("x"))
        await reader.keys("f2")
        assert app.answers[0]["text"].replace("x", "") == "rolled back"
