"""Measure everything, print it beside its target, and write `bench/RESULTS.md`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from compileall import compile_dir
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.full import seconds_in_stages
from bench.measures import (
    FEW,
    MANY,
    at_both_sizes,
    exported,
    first_paints,
    megabytes,
    opened,
    searched,
)
from bench.results import Result, ratio, table

_FRAME = 1000 / 60
_ROOT = Path(__file__).parents[1]
_RESULTS = _ROOT / "bench" / "RESULTS.md"


def main() -> int:
    """Measure everything; 1 if a target is missed."""
    parser = ArgumentParser(prog="bench", description="How fast pirtui is, as ratios in one run.")
    parser.add_argument("--rounds", type=int, default=11, help="starts of each program, 11 if left out")
    rounds = parser.parse_args().rounds
    compile_dir(_ROOT / "pirtui", quiet=2)
    compile_dir(_ROOT / "bench", quiet=2)
    results: list[Result] = []
    with TemporaryDirectory(prefix="pirtui-bench-") as folder:
        for measure in (_starts, _keys, _stages, _whole, _searches, _memory):
            for result in measure(Path(folder), rounds):
                sys.stdout.write(f"{result.told}\n")
                sys.stdout.flush()
                results.append(result)
    _RESULTS.write_text(table(results, rounds, datetime.now(UTC).date()), encoding="utf-8")
    return 0 if all(result.is_met for result in results) else 1


def _starts(folder: Path, rounds: int) -> list[Result]:
    found = first_paints(folder, rounds)
    least, few, many = found["smallest"], found["10 reviews"], found["1000 reviews"]
    return [
        ratio("first paint with 10 reviews : the smallest app", few, least, 1.3),
        ratio("first paint with 1,000 reviews : the smallest app", many, least, 1.3),
        ratio("first paint with 1,000 reviews : with 10", many, few, 1.2),
        ratio(
            f"a review of {FEW} events from the shell : the smallest app", found["review"], least, 2.5
        ),
    ]


def _keys(folder: Path, _rounds: int) -> list[Result]:
    few, many = at_both_sizes(folder)
    named = (
        ("letter to paint", "letter", 1.25),
        ("arrow to paint", "arrow", 1.25),
        ("an event added", "add", 2.0),
    )
    return [
        ratio(f"{name}, {MANY:,} events : {FEW}", many[key], few[key], target)
        for name, key, target in named
    ]


def _stages(folder: Path, _rounds: int) -> list[Result]:
    return [
        Result(f"{kind} to paint in {stage}, full review", _in_ms(seconds), _FRAME, "ms")
        for stage, kinds in seconds_in_stages(folder).items()
        for kind, seconds in kinds.items()
    ]


def _whole(folder: Path, rounds: int) -> list[Result]:
    tenth, whole = exported(min(rounds, 5))
    return [
        Result(f"a review of {MANY:,} events opened", opened(folder, min(rounds, 5)), 1.0, "s"),
        Result(f"{MANY:,} events exported to Markdown", whole, 1.0, "s"),
        ratio(f"export for each event, {MANY:,} : {MANY // 10:,}", whole, tenth, 1.25, size=10),
    ]


def _searches(folder: Path, rounds: int) -> list[Result]:
    half, whole = searched(folder, max(rounds, 15))
    return [
        Result("1,000 reviews of 100 events searched", _in_ms(whole), 50.0, "ms"),
        ratio("search for each review, 1,000 : 500", whole, half, 1.25, size=2),
    ]


def _memory(folder: Path, _rounds: int) -> list[Result]:
    return [Result(f"memory of a review of {MANY:,} events", [megabytes(folder)], 120.0, "MB")]


def _in_ms(seconds: list[float]) -> list[float]:
    return [each * 1000 for each in seconds]


if __name__ == "__main__":
    raise SystemExit(main())
