"""A review as full as a long meeting makes it, and how fast each stage of it answers."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

from bench.libraries import START, review_with
from bench.program import Program
from pirtui.domain.actions import Action, ActionStatus
from pirtui.domain.factors import Category, Factor, Theme
from pirtui.domain.gaps import Gap, GapKind, Span, Verdict
from pirtui.domain.people import Person
from pirtui.domain.review import Review, Stage
from pirtui.session import Draft, Session
from pirtui.store.library import Library

EVENTS, GAPS, FACTORS, ACTIONS = 300, 40, 60, 40
_ROUNDS = 15
_THEMES = ("retries", "ownership", "no-staging", "alerts")


def full_review() -> Review:
    """300 events, 40 gaps, 60 factors in a tree and 40 actions, each tied to the others."""
    review = review_with(EVENTS)
    return review.changed(
        ref="full",
        stage=Stage.WRAP_UP,
        people=tuple(
            Person(label=f"P{n}", name=f"Person {n}", role=f"role {n % 6}") for n in range(1, 11)
        ),
        gaps=tuple(map(_gap, range(1, GAPS + 1))),
        themes=tuple(
            Theme(label=f"T{n}", name=name, text="Seen in several places at once.")
            for n, name in enumerate(_THEMES, 1)
        ),
        factors=tuple(map(_factor, range(1, FACTORS + 1))),
        actions=tuple(map(_action, range(1, ACTIONS + 1))),
        last_numbers={"E": EVENTS, "G": GAPS, "F": FACTORS, "A": ACTIONS, "P": 10, "T": len(_THEMES)},
    )


def _gap(number: int) -> Gap:
    start = START + timedelta(seconds=70 * number)
    return Gap(
        label=f"G{number}",
        kind=list(GapKind)[number % 4],
        text=f"gap-{number:03} the error rate of the checkout had no alert for a long while",
        evidence=(f"E{number * 7}", f"E{number * 7 + 1}"),
        span=Span(start=start, end=start + timedelta(minutes=4)),
        verdict=Verdict.GAP if number % 3 else Verdict.EXPLAINED,
    )


def _factor(number: int) -> Factor:
    return Factor(
        label=f"F{number}",
        category=list(Category)[number % 4],
        subcategory="other",
        text=f"factor-{number:03} retries of every client doubled the load on the one primary",
        evidence=(f"G{number % GAPS + 1}", f"E{number}"),
        parent=f"F{number - 1}" if number % 6 else None,
        themes=(_THEMES[number % 4],),
    )


def _action(number: int) -> Action:
    return Action(
        label=f"A{number}",
        text=f"Limit action-{number:03} retries to three in the client of the checkout",
        owner=f"role-{number % 6}",
        status=ActionStatus.AGREED if number % 2 else ActionStatus.PROPOSED,
        done_test="a load test shows it",
        evidence=(f"F{number}",),
    )


def seconds_in_stages(folder: Path) -> dict[str, dict[str, list[float]]]:
    """For each stage the seconds from a letter, and from an arrow, to the paint."""
    return {stage.value: _in_stage(folder, stage) for stage in Stage}


def _in_stage(folder: Path, stage: Stage) -> dict[str, list[float]]:
    path = folder / f"full-{stage.value}.db"
    with Library.open(path, clock=lambda: START) as library:
        made = library.create(full_review())
        Session.open(library, made.ref).keep_place(stage, "", Draft())
    command = (sys.executable, "-m", "pirtui", "--library", str(path), "open", "full")
    with Program(command) as program:
        program.seconds_until_start_shows(stage.heading)
        program.settle()
        letters, arrows = [], []
        for number in range(_ROUNDS):
            letters.append(program.seconds_until("q", "q"))
            program.seconds_until("\x7f", "")
            arrows.append(program.seconds_until("\x1b[B" if number % 2 else "\x1b[A", ""))
    return {"letter": letters, "arrow": arrows}
