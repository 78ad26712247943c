"""Evidence made by hand, and a source that is read again under other assumptions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from pirtui.capture import zones
from pirtui.capture.candidates import (
    Assumptions,
    Candidate,
    Evidence,
    Progress,
    Secret,
    no_progress,
)
from pirtui.capture.reading import Alternative
from pirtui.capture.sources.building import candidate
from pirtui.domain.events import Milestone
from pirtui.domain.moments import Moment, Precision

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
DAY = date(2026, 11, 20)
ASSUMED = Assumptions(NOW, "UTC", DAY)
TOKEN = "xoxb-1234-not-real"
CST = "CST read as US Central Standard Time, UTC-06:00."


@dataclass(frozen=True)
class Said:
    """A row of a made source: hours and minutes on the day, the words, and what else it is."""

    clock: str
    words: str
    actor: str = ""
    noise: str = ""
    questions: tuple[str, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)


ROWS: tuple[Said, ...] = (
    Said("23:50", "disk alert fires", "monitoring", extra={"suggested": (Milestone.DETECTED,)}),
    Said("23:55", "Ada joined #incident", noise="joined"),
    Said("23:56", "Bo joined #incident", noise="joined"),
    Said("23:57", "deploy bot: build 4811 passed", noise="notification"),
    Said("24:10", "paged the database team [link=http://x]this[/]", "Ada"),
    Said("24:12", f"restart with --token {TOKEN}", "Bo", extra={"secrets": (Secret("token", TOKEN),)}),
    Said(
        "24:15",
        "replica is back",
        questions=("Is 00:15 on the next day?",),
        extra={"alternatives": (Alternative("twelve hours later", "2026-11-21 12:15 replica is back"),)},
    ),
    Said("24:40", "failed over", "Ada", extra={"known": "E7"}),
    Said("", "", extra={"event": None, "wording": "14:??", "problem": "Say what happened."}),
)


@dataclass
class MadeSource:
    """Reads its rows in the zone and on the day that are assumed, and counts how often."""

    rows: Sequence[Said] = ROWS
    columns: tuple[tuple[str, str], ...] = ()
    notices: tuple[str, ...] = ()
    readings: list[Assumptions] = field(default_factory=list)

    def __call__(self, assumptions: Assumptions, progress: Progress = no_progress) -> Evidence:
        """Read all rows."""
        self.readings.append(assumptions)
        read = []
        for number, row in enumerate(self.rows, 1):
            progress(number, len(self.rows))
            read.append(_read(number, row, assumptions))
        return Evidence(
            "chat.txt",
            "notes",
            tuple(read),
            self.notices,
            zone=assumptions.zone,
            zone_from="you" if assumptions.zone_is_certain else "the review",
            on=assumptions.on,
            day_from="a heading",
            columns=assumptions.columns or self.columns,
        )


def _read(number: int, row: Said, assumptions: Assumptions) -> Candidate:
    made = candidate(
        _moment(row.clock, assumptions),
        row.words,
        line=number,
        origin=f"chat.txt:{number}",
        actor=row.actor,
        noise=row.noise,
        questions=row.questions,
    )
    return replace(made, **row.extra) if row.extra else made


def _moment(clock: str, assumptions: Assumptions) -> Moment:
    if not clock:
        return Moment()
    hours, minutes = (int(part) for part in clock.split(":"))
    midnight = datetime.combine(assumptions.on or DAY, time(), zones.review_zone(assumptions.zone))
    return Moment(
        start=midnight + timedelta(hours=hours, minutes=minutes), precision=Precision.MINUTE, raw=clock
    )


def many(count: int, noise_every: int = 0) -> MadeSource:
    """A chat of so many messages, one a minute."""
    return MadeSource(
        tuple(
            Said(
                f"{number // 60}:{number % 60:02}",
                f"message number {number} about the disk and what the room did with it",
                f"person {number % 7}",
                "joined" if noise_every and number % noise_every == 0 else "",
            )
            for number in range(count)
        )
    )
