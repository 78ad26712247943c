"""The form: what was not touched comes back as it was, and nothing pasted is cut off."""

from __future__ import annotations

import pytest
from textual import events
from textual.widgets import Input, Select, TextArea

from pirtui.widgets.field_form import FieldForm, FormField
from tests.widgets.widget_app import (
    HOSTILE,
    SIZES,
    WidgetApp,
    key,
    post,
    resize,
    screen_lines,
    settled,
    typed,
)

FIELDS = (
    FormField("title", "Title", "Disk full", hint="what [people] saw"),
    FormField("severity", "Severity", "SEV2", choices=("SEV1", "SEV2")),
    FormField("kind", "Kind", "", choices=("incident", "[b]drill[/b]")),
    FormField("summary", "Summary", "one\ntwo", multiline=True),
)


def form_app(fields: tuple[FormField, ...] = FIELDS) -> WidgetApp:
    """An app that shows a form."""
    return WidgetApp(lambda: FieldForm(fields))


def values(app: WidgetApp) -> dict[str, str]:
    """What the form answers."""
    return app.query_one(FieldForm).values


async def test_an_untouched_form_answers_what_it_was_given() -> None:
    """Values go out as they came in, a blank choice included."""
    app = form_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert values(app) == {field.name: field.value for field in FIELDS}
        assert not app.query_one(FieldForm).changed


async def test_the_order_of_tab() -> None:
    """The first field has the focus; Tab goes down the form, Shift+Tab back up."""
    app = form_app()
    async with app.run_test() as pilot:
        visited = [app.focused]
        for _ in FIELDS[1:]:
            await pilot.press("tab")
            visited.append(app.focused)
        kinds = (Input, Select, Select, TextArea)
        assert all(isinstance(each, kind) for each, kind in zip(visited, kinds, strict=True))
        await pilot.press("shift+tab")
        assert app.focused is visited[-2]


async def test_enter_goes_on() -> None:
    """Enter in a line goes to the next field and changes nothing."""
    app = form_app()
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert isinstance(app.focused, Select)
        assert not app.query_one(FieldForm).changed


async def test_a_typed_value_is_a_change() -> None:
    """A change is seen, and gone again when it is taken back."""
    app = form_app()
    async with app.run_test() as pilot:
        await pilot.press("end", "!")
        assert values(app)["title"] == "Disk full!"
        assert app.query_one(FieldForm).changed
        await pilot.press("backspace")
        assert not app.query_one(FieldForm).changed


async def test_a_choice_is_made_by_keys_and_can_be_cleared() -> None:
    """A choice opens with Enter, takes another value, and takes none."""
    app = form_app()
    async with app.run_test() as pilot:
        await pilot.press("tab", "enter", "up", "enter")
        assert values(app)["severity"] == "SEV1"
        await pilot.press("enter", "home", "enter")
        assert values(app)["severity"] == ""


async def test_a_value_outside_the_choices_is_not_lost() -> None:
    """An unknown value is kept and stays on offer."""
    app = form_app((FormField("severity", "Severity", "P-Zero", choices=("SEV1",)),))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert values(app) == {"severity": "P-Zero"}
        assert "P-Zero" in "".join(screen_lines(app))


async def test_an_untouched_value_keeps_what_cannot_be_shown() -> None:
    """Control characters are made visible on the screen and given back as they were."""
    app = form_app((FormField("title", "Title", "a\x1bb\nc"),))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "a␛b c" in screen_lines(app)[0]
        assert values(app) == {"title": "a\x1bb\nc"}


async def test_pasted_lines_are_joined_in_a_line_and_kept_in_an_area() -> None:
    """A paste loses no line, and no control character reaches the screen."""
    app = form_app((FormField("title", "Title"), FormField("note", "Note", multiline=True)))
    async with app.run_test() as pilot:
        post(app, [events.Paste("one\r\n  two\n\nthree\x1b")])
        await settled(pilot, lambda: values(app)["title"] != "")
        assert values(app)["title"] == "one two three␛"
        await pilot.press("tab")
        post(app, [events.Paste("one\r\n\x1btwo")])
        await settled(pilot, lambda: values(app)["note"] != "")
        assert values(app)["note"] == "one\n␛two"


@pytest.mark.parametrize("multiline", [False, True], ids=["line", "area"])
@pytest.mark.parametrize("stolen", [f"ctrl+{letter}" for letter in "hijmszwb"])
async def test_stolen_keys_do_nothing(stolen: str, *, multiline: bool) -> None:
    """Keys that terminals and multiplexers take have no effect when they do arrive."""
    app = form_app((FormField("note", "Note", "one two", multiline=multiline), FIELDS[0]))
    async with app.run_test() as pilot:
        await pilot.press("end")
        post(app, [events.Key(stolen, None), *typed("x")])
        await settled(pilot, lambda: app.query_one(FieldForm).changed)
        assert values(app)["note"] == "one twox"


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
async def test_hostile_text_is_shown_and_not_obeyed(hostile: str) -> None:
    """Labels, values, hints and choices are literal at every size."""
    app = form_app(
        (
            FormField("a", hostile, hostile, hint=hostile),
            FormField("b", "B", "", hint=hostile),
            FormField("c", "C", hostile, choices=(hostile, "other")),
            FormField("d", "D", hostile, multiline=True),
        )
    )
    async with app.run_test() as pilot:
        for size in SIZES[::3]:
            await resize(pilot, *size)
            shown = "".join(screen_lines(app))
            assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in shown)
            assert "\u202e" not in shown
        await pilot.press("tab", "tab", "enter")
        post(app, [key("escape")])
        await pilot.pause()
        assert values(app) == {"a": hostile, "b": "", "c": hostile, "d": hostile}


async def test_brackets_in_a_choice_are_literal() -> None:
    """An open choice shows its options as they are."""
    app = form_app((FormField("kind", "Kind", "", choices=("[b]drill[/b]", "[/x]")),))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        shown = "\n".join(screen_lines(app))
        assert "[b]drill[/b]" in shown
        assert "[/x]" in shown
        assert "not set" in shown


async def test_text_survives_a_tiny_terminal() -> None:
    """Going from large to tiny and back loses nothing that was typed."""
    app = form_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("end", "!")
        for size in ((20, 5), (140, 40)):
            await resize(pilot, *size)
        assert values(app)["title"] == "Disk full!"
        assert "Disk full!" in screen_lines(app)[0]


async def test_no_fields_no_harm() -> None:
    """An empty form answers nothing."""
    app = form_app(())
    async with app.run_test() as pilot:
        await pilot.pause()
        assert values(app) == {}
        assert not app.query_one(FieldForm).changed
