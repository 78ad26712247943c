"""One row of the table: what was found, how far it spreads, and what it is held against."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from statistics import median, quantiles

_HEAD = """# How fast pirtui is

Written by `make bench`. Every figure is the median of several rounds, taken in turns with what it is
compared with; beside it stand the lower and the upper quartile. Ratios are of one run on one machine, so
that they mean the same on another one.

- **The smallest app** is `bench/smallest.py`: a Textual app that shows one word.
- **To paint**: from a key sent to pirtui in a terminal of 140 columns and 40 rows until what it changes
  has been written.
- **100 and 10,000 events**: reviews whose events lie ten seconds apart (`bench/libraries.py`). A **full
  review** has 300 events, 40 gaps, 60 factors and 40 actions, each tied to others (`bench/full.py`).
- Byte code is compiled first, as an installation does.

"""
_COLUMNS = (
    "| what | found | quartiles | target | | seconds behind it |\n"
    "| --- | ---: | ---: | ---: | --- | --- |\n"
)


@dataclass(frozen=True)
class Result:
    """One measure: its values, ratios or of one unit, the target, and the seconds behind it."""

    name: str
    values: Sequence[float]
    target: float
    unit: str
    behind: str = ""

    @property
    def found(self) -> float:
        """The middle of the values."""
        return median(self.values)

    @property
    def quartiles(self) -> tuple[float, float]:
        """Between which half of the values lie."""
        if len(self.values) < 2:
            return self.found, self.found
        low, _, high = quantiles(self.values, n=4, method="inclusive")
        return low, high

    @property
    def is_met(self) -> bool:
        """Whether it is within its target."""
        return self.found <= self.target

    @property
    def told(self) -> str:
        """The measure as one line for a terminal."""
        found = f"{self.found:6.2f} {self.unit}   target {self.target:6.2f} {self.unit}"
        return f"{self.name:<58}{found}  {'ok' if self.is_met else 'over':<5} {self.behind}".rstrip()

    @property
    def row(self) -> str:
        """The measure as a row of the table."""
        low, high = self.quartiles
        return (
            f"| {self.name} | {self.found:.2f} {self.unit} | {low:.2f}-{high:.2f} | {self.target:.2f} |"
            f" {'met' if self.is_met else '**over**'} | {self.behind} |\n"
        )


def ratio(
    name: str, above: Sequence[float], below: Sequence[float], target: float, *, size: float = 1.0
) -> Result:
    """How many times as long the one takes as the other, which has `size` times less to do."""
    least = median(below) * size
    behind = f"{median(above) * 1000:.0f} ms : {median(below) * 1000:.0f} ms"
    return Result(name, [each / least for each in above], target, "x", behind)


def table(results: Sequence[Result], rounds: int, on: date) -> str:
    """The whole file."""
    machine = (
        f"Measured on {on:%d %B %Y}: {os.cpu_count()} cores, {platform.system()} on"
        f" {platform.machine()}, Python {platform.python_version()}, Textual {version('textual')},"
        f" {rounds} starts of each program.\n\n"
    )
    return _HEAD + machine + _COLUMNS + "".join(result.row for result in results)
