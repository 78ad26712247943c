"""`pirtui new` and `pirtui list`."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import asdict
from datetime import date

from pirtui.capture.lines import PREPARE, accept_line
from pirtui.cli.console import Problem, columns, pour, say
from pirtui.cli.world import World, library_path, summaries
from pirtui.domain import changes
from pirtui.domain.review import Review, ReviewDates
from pirtui.domain.summaries import ReviewSummary
from pirtui.domain.visible import visible


def new(options: Namespace, world: World) -> int:
    """Start a review and print its ref."""
    fields = {
        "title": " ".join(options.title),
        "zone": options.tz,
        "date": options.date or "",
        "severity": options.severity or "",
    }
    if not visible(fields["title"]).strip():
        raise Problem("Give the review a title.")
    review = _blank(world)
    for name, value in fields.items():
        review = _with_field(review, name, value, world)
    with world.library(library_path(options.library)) as library:
        ref = library.unique_ref(review.incident.title, review.incident.on)
        say(library.create(changes.updated(review, ref=ref)).ref)
    return 0


def _blank(world: World) -> Review:
    return Review(id=world.new_id(), ref="", dates=ReviewDates(created=world.clock()))


def _with_field(review: Review, name: str, value: str, world: World) -> Review:
    accepted = accept_line(PREPARE, f"{name}: {value}", review, world.clock())
    if accepted.change is None:
        raise Problem(accepted.problem)
    return accepted.change(review)


def day_of(given: str, world: World) -> date:
    """The day that `--date` names, such as 2026-03-14 or yesterday.

    Raises:
        Problem: if it names none.
    """
    day = _with_field(_blank(world), "date", given, world).incident.on
    if day is None:
        raise Problem(f"{given} is no date; name one such as 2026-03-14 after --date.")
    return day


def list_reviews(options: Namespace, _world: World) -> int:
    """List the reviews, the newest incident first."""
    found = summaries(library_path(options.library), with_archived=options.archived)
    if options.json:
        pour(f"{json.dumps([_as_json(each) for each in found], indent=2)}\n")
    elif found:
        _say_table(found)
    else:
        say("There are no reviews yet; `pirtui new TITLE` starts one.")
    return 0


def _as_json(summary: ReviewSummary) -> dict[str, object]:
    known = asdict(summary)
    return {name: v if isinstance(v, (int, str)) else _iso(v) for name, v in known.items()}


def _iso(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _say_table(found: tuple[ReviewSummary, ...]) -> None:
    heading = ("REF", "DATE", "SEVERITY", "STATUS", "STAGE", "OPEN ACTIONS", "TITLE")
    for line in columns([heading, *map(_row, found)]):
        say(line)


def _row(summary: ReviewSummary) -> tuple[str, ...]:
    return (
        summary.ref,
        summary.on.isoformat() if summary.on else "-",
        summary.severity or "-",
        f"{summary.status.value}, archived" if summary.archived else summary.status.value,
        f"{summary.stage.number} {summary.stage.heading}",
        str(summary.open_actions),
        visible(summary.title),
    )
