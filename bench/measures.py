"""What is measured, each in several rounds taken in turns."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench import smallest
from bench.libraries import library_with, review_with, single
from bench.program import Program
from pirtui.report.markdown import to_markdown
from pirtui.store.search import search

FEW, MANY = 100, 10_000
_PIRTUI = (sys.executable, "-m", "pirtui")
_SMALLEST = (sys.executable, "-m", "bench.smallest")
_KEYS = 25

Timed = Callable[[], float]
Seconds = dict[str, list[float]]


def in_turns(rounds: int, timed: dict[str, Timed]) -> dict[str, list[float]]:
    """The seconds of each round, measured in turns so that a busy machine is unfair to none."""
    seconds: dict[str, list[float]] = {name: [] for name in timed}
    for _ in range(rounds):
        for name, measure in timed.items():
            seconds[name].append(measure())
    return seconds


def first_paints(folder: Path, rounds: int) -> dict[str, list[float]]:
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


def at_both_sizes(folder: Path) -> tuple[Seconds, Seconds]:
    """Letter, arrow and added event, in seconds from key to paint, at few and at many events."""
    few = single(folder / "key-few.db", FEW)
    many = single(folder / "key-many.db", MANY)
    with Program(_review(few)) as small, Program(_review(many)) as large:
        small.seconds_until_start_shows(f"event-{FEW:05}")
        large.seconds_until_start_shows(f"event-{MANY:05}")
        return _keys(small, large)


def opened(folder: Path, rounds: int) -> list[float]:
    """Seconds from the shell until a review of many events is on the screen."""
    many = single(folder / "open-many.db", MANY)
    shown = f"event-{MANY:05}"
    return in_turns(rounds, {"open": lambda: _until_start_shows(_review(many), shown)})["open"]


def exported(rounds: int) -> tuple[list[float], list[float]]:
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


def searched(folder: Path, rounds: int) -> tuple[list[float], list[float]]:
    """Seconds to search half of a thousand reviews of 100 events, and all of them."""
    half = library_with(folder / "half.db", 500, FEW)
    whole = library_with(folder / "whole.db", 1000, FEW)
    found = in_turns(
        rounds,
        {
            "half": lambda: _timed(lambda: search(half, "event-00042 checkout")),
            "whole": lambda: _timed(lambda: search(whole, "event-00042 checkout")),
        },
    )
    return found["half"], found["whole"]


def megabytes(folder: Path) -> float:
    """The memory that pirtui holds with a review of many events, after some work in it."""
    with Program(_review(single(folder / "memory.db", MANY))) as program:
        program.seconds_until_start_shows(f"event-{MANY:05}")
        for number in range(_KEYS):
            _arrow(program, MANY, number)
            _add(program, MANY, number)
        return program.megabytes()


def _keys(small: Program, large: Program) -> tuple[Seconds, Seconds]:
    found: dict[str, Seconds] = {"few": {}, "many": {}}
    both = {"few": (small, FEW), "many": (large, MANY)}
    for kind, measure in (("letter", _letter), ("arrow", _arrow), ("add", _add)):
        for number in range(_KEYS):
            for name, (program, size) in both.items():
                found[name].setdefault(kind, []).append(measure(program, size, number))
    return found["few"], found["many"]


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
