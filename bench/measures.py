"""What is measured, each as the median of several rounds taken in turns."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench import smallest
from bench.libraries import library_with, review_with, single
from bench.program import Program
from pirtui.report.markdown import to_markdown

FEW, MANY = 100, 10_000
_PIRTUI = (sys.executable, "-m", "pirtui")
_SMALLEST = (sys.executable, "-m", "bench.smallest")
_KEYS = 25

Timed = Callable[[], float]


def in_turns(rounds: int, timed: dict[str, Timed]) -> dict[str, float]:
    """The median seconds of each, measured in turns so that a busy machine is unfair to none."""
    seconds: dict[str, list[float]] = {name: [] for name in timed}
    for _ in range(rounds):
        for name, measure in timed.items():
            seconds[name].append(measure())
    return {name: median(values) for name, values in seconds.items()}


def first_paints(folder: Path, rounds: int) -> dict[str, float]:
    """Start to first paint: the smallest app, the library with few and many reviews, one review."""
    few = library_with(folder / "few.db", 10)
    many = library_with(folder / "many.db", 1000)
    one = single(folder / "one.db", FEW)
    return in_turns(
        rounds,
        {
            "smallest": lambda: _until_start_shows(_SMALLEST, smallest.READY),
            "10 reviews": lambda: _until_start_shows(_library(few), "Incident-number-0009"),
            "1000 reviews": lambda: _until_start_shows(_library(many), "Incident-number-0999"),
            "review": lambda: _until_start_shows(_review(one), f"event-{FEW:05}"),
        },
    )


def at_both_sizes(folder: Path) -> tuple[dict[str, float], dict[str, float]]:
    """Letter, arrow and added event, in seconds from key to paint, at few and at many events."""
    few = single(folder / "key-few.db", FEW)
    many = single(folder / "key-many.db", MANY)
    with Program(_review(few)) as small, Program(_review(many)) as large:
        small.seconds_until_start_shows(f"event-{FEW:05}")
        large.seconds_until_start_shows(f"event-{MANY:05}")
        return _keys(small, large)


def opened(folder: Path, rounds: int) -> float:
    """Seconds from the shell until a review of many events is on the screen."""
    many = single(folder / "open-many.db", MANY)
    return in_turns(rounds, {"open": lambda: _until_start_shows(_review(many), f"event-{MANY:05}")})[
        "open"
    ]


def exported(rounds: int) -> tuple[float, float]:
    """Seconds to write the Markdown report of a tenth of many events, and of all of them."""
    tenth, whole = review_with(MANY // 10), review_with(MANY)
    to_markdown(review_with(1))
    found = in_turns(
        rounds,
        {
            "tenth": lambda: _timed(lambda: to_markdown(tenth)),
            "whole": lambda: _timed(lambda: to_markdown(whole)),
        },
    )
    return found["tenth"], found["whole"]


def _keys(small: Program, large: Program) -> tuple[dict[str, float], dict[str, float]]:
    both = {"few": (small, FEW), "many": (large, MANY)}
    medians: dict[str, dict[str, float]] = {name: {} for name in both}
    for kind, measure in (("letter", _letter), ("arrow", _arrow), ("add", _add)):
        numbers = iter(range(_KEYS))
        seconds: dict[str, list[float]] = {name: [] for name in both}
        for number in numbers:
            for name, (program, size) in both.items():
                seconds[name].append(measure(program, size, number))
        for name, values in seconds.items():
            medians[name][kind] = median(values)
    return medians["few"], medians["many"]


def _letter(program: Program, _size: int, _number: int) -> float:
    taken = program.seconds_until("q", "q")
    program.seconds_until("\x7f", "")
    return taken


def _arrow(program: Program, _size: int, number: int) -> float:
    return program.seconds_until("\x1b[A" if number % 2 else "\x1b[B", "")


def _add(program: Program, _size: int, number: int) -> float:
    """The text stands in the line before Enter, and is written again only as a row of the list."""
    text = f"added-{number:03}"
    program.seconds_until(f"2026-03-03 23:{number:02} {text}", text)
    return program.seconds_until("\r", text)


def _library(path: Path) -> tuple[str, ...]:
    return (*_PIRTUI, "--library", str(path))


def _review(path: Path) -> tuple[str, ...]:
    return (*_library(path), "open", "review-0000")


def _until_start_shows(command: tuple[str, ...], text: str) -> float:
    with Program(command) as program:
        return program.seconds_until_start_shows(text)


def _timed(do: Callable[[], object]) -> float:
    started = time.perf_counter()
    do()
    return time.perf_counter() - started
