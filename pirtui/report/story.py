"""The story for engineers: every event with its time, role, marks and source, and the intervals."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from pirtui.domain.events import Event
from pirtui.domain.intervals import Interval, intervals
from pirtui.domain.milestones import Mark, words
from pirtui.domain.moments import Precision
from pirtui.report.blocks import Table, aligned, full_table, joined, sentences, table
from pirtui.report.escape import Markdown, web_address
from pirtui.report.material import Material, sentence
from pirtui.report.references import TIMELINE, anchor


@dataclass(frozen=True)
class Day:
    """The events of one day under their heading."""

    heading: str
    table: Table


@dataclass(frozen=True)
class Story:
    """The timeline by day, and how long its parts took.

    `single` holds the table instead of `days` when all events lie on the main day.
    """

    place: Markdown
    times_note: Markdown
    single: Table | None
    days: tuple[Day, ...]
    intervals: Table | None


def story(material: Material) -> Story:
    """Write the timeline and its intervals."""
    days = _days(material)
    is_long = len(days) > 1
    return Story(
        place=anchor(TIMELINE),
        times_note=_times_note(material),
        single=None if is_long or not days else days[0].table,
        days=days if is_long else (),
        intervals=_intervals(material) if material.marks else None,
    )


def _times_note(material: Material) -> Markdown:
    estimated = any(event.time.approximate for event in material.events)
    hourly = any(event.time.precision is Precision.HOUR for event in material.events)
    legend = joined(
        (
            "`~` marks an estimate" if estimated else "",
            "`??` marks a time known only to the hour" if hourly else "",
        ),
        ", ",
    )
    return Markdown(f"{joined((f'Times are in {material.zone.label}', legend), '; ')}.")


def _days(material: Material) -> tuple[Day, ...]:
    used: set[str] = set()
    headings: list[str] = []
    tables: list[Table] = []
    for heading, pairs in groupby(_with_headings(material), key=lambda pair: pair[0]):
        headings.append(_unused(heading, used))
        tables.append(_event_table(material, (event for _, event in pairs)))
    return tuple(Day(*day) for day in zip(headings, aligned(tables), strict=True))


def _with_headings(material: Material) -> Iterator[tuple[str, Event]]:
    """Each event with the heading it stands under; without a time, that of the event before it."""
    heading = ""
    for event in material.events:
        if event.time.start is not None or not heading:
            heading = material.zone.heading(event.time)
        yield heading, event


def _unused(heading: str, used: set[str]) -> str:
    """The heading, numbered when it has stood before, so that every heading is unique."""
    unique, count = heading, 1
    while unique in used:
        count += 1
        unique = f"{heading}, part {count}"
    used.add(unique)
    return unique


def _event_table(material: Material, events: Iterable[Event]) -> Table:
    headings = (
        "Event",
        material.zone.label,
        "UTC",
        "Role",
        "What happened",
        "Evidence for",
        "Source",
    )
    return full_table(headings, (_event_row(material, event) for event in events))


def _event_row(material: Material, event: Event) -> tuple[Markdown, ...]:
    return (
        Markdown(f"{anchor(event.label)}{event.label}"),
        material.zone.clock(event.time),
        Markdown("") if material.zone.is_utc else material.zone.utc(event.time),
        material.words.actor(event.actor),
        _what_happened(material, event),
        material.references.citing(event.label),
        _source(material, event.source),
    )


def _what_happened(material: Material, event: Event) -> Markdown:
    reached = ", ".join(words(milestone) for milestone in event.milestones)
    return joined(
        (
            f"**{sentence(reached)}:**" if reached else "",
            sentences(material.words.text(event.text), material.words.text(event.note)),
            "*(open question)*" if event.open_question else "",
            f"*To confirm:* {doubt}" if (doubt := material.words.text(event.doubt)) else "",
        ),
        " ",
    )


def _source(material: Material, source: str) -> Markdown:
    target = web_address(source.strip())
    return Markdown(f"[source]({target})") if target else material.words.text(source)


def _intervals(material: Material) -> Table:
    return table(
        ("Interval", "Length", "From", "To"),
        (
            (
                Markdown(sentence(each.name)),
                _length(each),
                _end(material, words(each.start), each.start_mark),
                _end(material, words(each.end), each.end_mark),
            )
            for each in intervals(material.review)
        ),
    )


def _length(each: Interval) -> Markdown:
    if each.is_negative:
        return Markdown(f"{each.minutes_text}: the ends are out of order")
    return Markdown(each.minutes_text)


def _end(material: Material, name: str, mark: Mark | None) -> Markdown:
    if mark is None:
        return Markdown(f"{name}: not known")
    time = material.zone.short(mark.time, material.main_day)
    return Markdown(f"{name}: {time} ({material.references.link(mark.label)})")
