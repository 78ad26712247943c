"""The report in the app: readable at once, hostile text harmless, names as the room wants them."""

import threading
from datetime import timedelta

from textual.containers import VerticalScroll
from textual.widgets import Markdown

from pirtui.domain.events import Event
from pirtui.domain.moments import Moment, Precision
from pirtui.domain.roles import NameStyle
from pirtui.report.markdown import to_markdown
from pirtui.screens.report_preview import ReportPreviewScreen
from pirtui.screens.report_text import LONGEST_SHOWN, for_screen
from tests.domain.making import DAY, review_of
from tests.screens.dialog_host import DialogHost, Reader
from tests.screens.played import finished
from tests.widgets.widget_app import HOSTILE, SIZES


async def _written(app: DialogHost, reader: Reader) -> None:
    await app.workers.wait_for_complete()
    await reader.keys()


async def test_the_report_is_rendered() -> None:
    """The report of a whole review stands on the screen, without its machine-readable front."""
    report = to_markdown(finished())
    app = DialogHost(lambda: ReportPreviewScreen(lambda _: report))
    async with app.run_test(size=(100, 30)) as pilot:
        reader = Reader(app, pilot)
        await _written(app, reader)
        assert "Summary" in reader.shown
        assert "schema_version" not in reader.shown


async def test_it_opens_before_the_report_is_written() -> None:
    """While a long report is still being written the screen is there, and can be left."""
    go_on = threading.Event()

    def slow(_: NameStyle) -> str:
        go_on.wait(20)
        return "# Done"

    app = DialogHost(lambda: ReportPreviewScreen(slow))
    async with app.run_test() as pilot:
        reader = Reader(app, pilot)
        assert "Writing the report" in reader.shown
        await reader.keys("escape")
        assert app.answers == [None]
        go_on.set()
        await app.workers.wait_for_complete()


async def test_n_changes_how_people_are_named() -> None:
    """Roles, then initials, then names, then roles again; the heading says which."""
    app = DialogHost(lambda: ReportPreviewScreen(lambda style: f"# Style {style.value}."))
    async with app.run_test() as pilot:
        reader = Reader(app, pilot)
        for style in (*NameStyle, NameStyle.ROLES):
            await _written(app, reader)
            assert f"Style {style.value}." in reader.shown
            assert f"people by {style.value}" in reader.shown
            await reader.keys("n")


async def test_the_last_style_asked_for_is_the_one_shown() -> None:
    """Pressing N several times at once shows one report, the last one."""
    app = DialogHost(lambda: ReportPreviewScreen(lambda style: f"# Style {style.value}."))
    async with app.run_test() as pilot:
        reader = Reader(app, pilot)
        await reader.keys("n", "n")
        await _written(app, reader)
        assert f"Style {list(NameStyle)[2].value}." in reader.shown


async def test_e_asks_for_the_export() -> None:
    """E answers `export`; Escape answers nothing."""
    for key, answer in (("e", "export"), ("escape", None)):
        app = DialogHost(lambda: ReportPreviewScreen(lambda _: "# Report"))
        async with app.run_test() as pilot:
            await Reader(app, pilot).keys(key)
            assert app.answers == [answer]


async def test_the_keys_scroll() -> None:
    """The first and the last section can be reached, and the pages between them."""
    text = "\n\n".join(f"## Section {n}." for n in range(60))
    app = DialogHost(lambda: ReportPreviewScreen(lambda _: text))
    async with app.run_test(size=(80, 24)) as pilot:
        reader = Reader(app, pilot)
        await _written(app, reader)
        await reader.keys("end")
        await reader.until(lambda: "Section 59." in reader.shown)
        await reader.keys("home")
        await reader.until(lambda: "Section 0." in reader.shown)
        await reader.keys("pagedown", "down")
        await reader.until(lambda: reader.screen.query_one(VerticalScroll).scroll_offset.y > 10)


async def test_hostile_text_is_shown_and_never_obeyed() -> None:
    """No markup, link, escape or HTML in what people typed does anything in the preview."""
    events = tuple(
        Event(label="E0", text=text.encode("utf-8", "replace").decode() or "empty") for text in HOSTILE
    )
    report = to_markdown(review_of(*events))
    app = DialogHost(lambda: ReportPreviewScreen(lambda _: report))
    async with app.run_test(size=(140, 40)) as pilot:
        reader = Reader(app, pilot)
        await _written(app, reader)
        for width, height in SIZES:
            await reader.resize(width, height)
            await reader.keys("end")
            assert "\x1b" not in reader.shown
        assert app.is_open
        assert "@click=app" in reader.screen.query_one(Markdown).source


def test_a_long_timeline_is_shortened_and_says_so() -> None:
    """Of ten thousand events the preview shows the first, says so, and keeps what comes after."""
    events = tuple(
        Event(
            label=f"E{n}",
            time=Moment(start=DAY + timedelta(seconds=n), precision=Precision.SECOND),
            text=f"thing {n}.",
        )
        for n in range(1, 1001)
    )
    review = review_of().changed(events=events)
    shown = for_screen(to_markdown(review))
    assert "thing 1." in shown
    assert "thing 900." not in shown
    assert f"first {LONGEST_SHOWN} of these 1000 lines; the exported report has them all" in shown
    assert shown.rstrip().endswith("When was it declared over?")


def test_a_long_list_keeps_its_words() -> None:
    """Rows that are drawn as lines keep every cell, and an escaped bar stays text."""
    rows = [f"| E{n} | 12:00 | a \\| b {n} | |" for n in range(100)]
    shown = for_screen(
        "\n".join(["before", "", "| A | B | C | D |", "| - | - | - | - |", *rows, "", "after"])
    )
    assert "E99 · 12:00 · a \\| b 99" in shown
    assert shown.startswith("before\n")
    assert shown.endswith("\nafter")
