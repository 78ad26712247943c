"""Print every measure beside its target; nothing is written."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.full import seconds_in_stages
from bench.measures import FEW, MANY, at_both_sizes, exported, first_paints, opened

_FRAME = 1000 / 60


@dataclass(frozen=True)
class Result:
    """One measure: the ratio (or the seconds) that was found, its target, and the seconds behind it."""

    name: str
    value: float
    target: float
    unit: str
    behind: str

    @property
    def row(self) -> str:
        """The measure as one line of the table."""
        verdict = "ok" if self.value <= self.target else "over"
        found = f"{self.value:5.2f} {self.unit}   target {self.target:4.2f} {self.unit}"
        return f"{self.name:<54}{found}  {verdict:<5} {self.behind}".rstrip()


def main() -> int:
    """Measure everything and print a table."""
    parser = ArgumentParser(prog="bench", description="How fast pirtui is, as ratios in one run.")
    parser.add_argument("--rounds", type=int, default=7, help="starts of each program, 7 if left out")
    rounds = parser.parse_args().rounds
    with TemporaryDirectory(prefix="pirtui-bench-") as folder:
        for measure in (_starts, _keys, _stages, _whole):
            for result in measure(Path(folder), rounds):
                sys.stdout.write(f"{result.row}\n")
                sys.stdout.flush()
    return 0


def _starts(folder: Path, rounds: int) -> list[Result]:
    found = first_paints(folder, rounds)
    named = (
        ("first paint, 10 reviews : smallest Textual app", "10 reviews", 1.3),
        ("first paint, 1000 reviews : smallest Textual app", "1000 reviews", 1.3),
        (f"review of {FEW} events from the shell : smallest app", "review", 2.5),
    )
    least = found["smallest"]
    return [
        Result(name, found[key] / least, target, "x", _milliseconds(found[key], least))
        for name, key, target in named
    ]


def _keys(folder: Path, _rounds: int) -> list[Result]:
    few, many = at_both_sizes(folder)
    named = (("letter to paint", "letter", 1.25), ("arrow to paint", "arrow", 1.25), ("add", "add", 2.0))
    return [
        Result(
            f"{name}, {MANY} : {FEW} events",
            many[key] / few[key],
            target,
            "x",
            _milliseconds(many[key], few[key]),
        )
        for name, key, target in named
    ]


def _stages(folder: Path, _rounds: int) -> list[Result]:
    found = seconds_in_stages(folder)
    return [
        Result(f"{kind} to paint in {stage}, full review", seconds * 1000, _FRAME, "ms", "")
        for stage, kinds in found.items()
        for kind, seconds in kinds.items()
    ]


def _whole(folder: Path, rounds: int) -> list[Result]:
    tenth, whole = exported(min(rounds, 3))
    return [
        Result(f"open a review of {MANY} events", opened(folder, min(rounds, 3)), 1.0, "s", ""),
        Result(f"export {MANY} events to Markdown", whole, 1.0, "s", ""),
        Result(
            f"export, per event, {MANY} : {MANY // 10} events",
            whole / tenth / 10,
            1.25,
            "x",
            _milliseconds(whole, tenth),
        ),
    ]


def _milliseconds(first: float, second: float) -> str:
    return f"({first * 1000:.0f} ms : {second * 1000:.0f} ms)"


if __name__ == "__main__":
    raise SystemExit(main())
