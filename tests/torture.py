"""How hard the tests of crashes, of two at once and of hostile input try, and what they count.

`make test` runs a short version of each; `make torture` a long one, and prints the counts.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Protocol

import pytest

LONG = bool(os.environ.get("PIRTUI_TORTURE"))
"""Whether the long version was asked for."""

Tally = Callable[[str, int], None]
"""Adds a number to what is counted under a name, such as `kills` or `inputs tried`."""

_COUNTED = "torture: "


class _Reported(Protocol):
    """What a test's report has that is looked at here."""

    when: str
    user_properties: list[tuple[str, object]]


def often(short: int, long: int) -> int:
    """How many times to try something: the first number in `make test`, the second in `make torture`."""
    return long if LONG else short


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Tally:
    """Count what a test does, for the summary at the end of `make torture`; `lost` must stay 0."""

    def add(name: str, number: int) -> None:
        record_property(f"{_COUNTED}{name}", number)

    return add


def totals(reports: Iterable[_Reported]) -> Counter[str]:
    """Everything that was counted, by name, over all workers."""
    found: Counter[str] = Counter()
    for report in reports:
        for name, number in report.user_properties if report.when == "call" else ():
            if name.startswith(_COUNTED) and isinstance(number, int):
                found[name.removeprefix(_COUNTED)] += number
    return found
