"""The example in docs: a review typed from empty to report, and the report that the app made of it."""

from pathlib import Path

import pytest

from tests.screens.room import room
from tools.example import REPORT, SCRIPT, Facilitator, RefusedError, report_of

REFUSED = (
    ("/severty sev2", "no command /severty"),
    ("severity: enormous", "The severity is sev1"),
    ("<Home>", "no key Home"),
    ("<to E1>", "no row E1"),
)


def test_the_example_report_is_what_the_app_makes_of_the_example_review() -> None:
    """Whoever changes the one refreshes the other: `make example`."""
    assert report_of(SCRIPT.read_text(encoding="utf-8")) == REPORT.read_text(encoding="utf-8")


async def test_a_step_that_the_app_does_not_take_stops_the_example(library_path: Path) -> None:
    """A misspelt command, value, key or label is named, so that no report is made without it."""
    async with room(library_path) as there:
        facilitator = Facilitator(there)
        await facilitator.carry_out("/new Login is down")
        for line, reason in REFUSED:
            with pytest.raises(RefusedError, match=reason):
                await facilitator.carry_out(line)
            await there.keys("ctrl+u")


def test_the_line_that_was_not_taken_is_named() -> None:
    """The number of the line in the file stands before the reason."""
    with pytest.raises(RefusedError, match=r"Line 2: nonsense: sev2"):
        report_of("/new Login is down\nnonsense: sev2\n<F4>\nnot yet typed")
