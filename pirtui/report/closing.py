"""How the report came about, and what is still open: the honest end of the back half."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pirtui.domain.close_round import close_round_text
from pirtui.domain.events import Event
from pirtui.domain.intervals import is_estimate
from pirtui.domain.loose_ends import QUESTION_SIGN, LooseEnd, closed_with_a_reason, loose_ends
from pirtui.domain.moments import Instant
from pirtui.domain.people import Person
from pirtui.domain.roles import NameStyle
from pirtui.domain.thread import whole_chain
from pirtui.report.blocks import Entry, entries, joined, labelled
from pirtui.report.escape import Markdown, inline
from pirtui.report.material import Material, date_text, sentence

_NAMING = {
    NameStyle.ROLES: "This report names roles, not people; whoever answers for an action is named.",
    NameStyle.INITIALS: "This report gives people's initials.",
    NameStyle.NAMES: "This report names people.",
}


NAMED_EVENTS = 10
"""How many events a count names before it says how many more there are."""


@dataclass(frozen=True)
class Closing:
    """What to know about the making of the report, and what it leaves open."""

    method: tuple[Entry, ...]
    still_open: tuple[Entry, ...]
    left_open: tuple[Entry, ...]


def closing(material: Material) -> Closing:
    """Write the end of the report."""
    return Closing(
        method=entries(_method(material)),
        still_open=tuple(Entry(each) for each in _ends(material, loose_ends(material.review))),
        left_open=_left_open(material),
    )


def _method(material: Material) -> Iterator[str]:
    review = material.review
    if question := material.words.text(review.question):
        yield f"**The question we brought:** {question}"
    yield from _people(material)
    yield f"**Names:** {_NAMING[material.style]}"
    yield f"**Times:** {_times(material)}"
    yield from _sources(material)
    yield from _thread(material)
    yield from _dates(material)
    if counted := close_round_text(material.review.close_round):
        yield f"**At the close, by show of hands:** {counted}."


def _people(material: Material) -> Iterator[str]:
    present = [person for person in material.review.people if person.present]
    missing = [person for person in material.review.people if not person.present]
    if present:
        yield f"**In the room:** {_named(material, present)}"
    if missing:
        yield f"**Not in the room:** {_named(material, missing)}"


def _named(material: Material, people: Iterable[Person]) -> str:
    counts = Counter(_person(material, person) for person in people)
    return ", ".join(f"{count} × {name}" if count > 1 else name for name, count in counts.items())


def _person(material: Material, person: Person) -> Markdown:
    name = material.words.actor(person.name)
    role = Markdown("") if material.style is NameStyle.ROLES else inline(person.role)
    team = inline(person.team)
    return joined((joined((name, role), ", "), f"({team})" if team else ""), " ")


def _times(material: Material) -> str:
    zone = material.zone
    shown = zone.label if zone.is_utc else f"{_zone_with_offsets(material)} and in UTC"
    estimated = [event for event in material.events if is_estimate(event.time)]
    unknown = [event for event in material.events if event.time.start is None]
    return joined(
        (
            f"shown in {shown}.",
            _counted(material, estimated, "estimated"),
            _counted(material, unknown, "not known"),
        ),
        " ",
    )


def _zone_with_offsets(material: Material) -> str:
    offsets = inline(material.zone.offsets(event.time for event in material.events))
    return joined((material.zone.label, f"({offsets})" if offsets else ""), " ")


def _counted(material: Material, events: list[Event], word: str) -> str:
    if not events:
        return ""
    which = material.references.links(event.label for event in events[:NAMED_EVENTS])
    if len(events) > NAMED_EVENTS:
        which = Markdown(f"{which} and {len(events) - NAMED_EVENTS} more")
    return f"{sentence(word)}: {len(events)} of {len(material.events)} ({which})."


def _sources(material: Material) -> Iterator[str]:
    sourced = sum(bool(event.source.strip()) for event in material.events)
    if material.events:
        yield f"**Sources:** {_with_source(sourced, len(material.events))}."
    held_back = len(material.review.events) - len(material.events)
    if held_back:
        count = "1 event is" if held_back == 1 else f"{held_back} events are"
        yield f"**Left out:** {count} kept out of this report."


def _with_source(sourced: int, events: int) -> str:
    if sourced > 1:
        return f"{sourced} of {events} events name their source"
    return f"1 of {events} events names its source" if sourced else "no event names its source"


def _dates(material: Material) -> Iterator[str]:
    dates = material.review.dates
    if dates.met:
        yield f"**Review held:** {date_text(dates.met)}"
    if dates.drafted:
        yield f"**Drafted:** {_day(material, dates.drafted)}"
    if dates.published:
        yield f"**Published:** {_day(material, dates.published)}"


def _day(material: Material, instant: Instant) -> Markdown:
    return date_text(instant.astimezone(material.zone.zone).date())


def _thread(material: Material) -> Iterator[str]:
    chain = whole_chain(material.review)
    if not chain.actions:
        return
    loose = [label for label in chain.actions if label not in chain.traced]
    without = f"; without one: {material.references.links(loose)}" if loose else ""
    count = f"{len(chain.traced)} of {len(chain.actions)}"
    yield f"**Thread:** {count} actions traced back to an event{without}."


def _left_open(material: Material) -> tuple[Entry, ...]:
    """What the room left open on purpose, each with its reason."""
    ends = _told(material, closed_with_a_reason(material.review))
    reasons = (labelled("Because", material.words.text(end.reason)) for end in ends)
    heads = _ends(material, ends)
    return tuple(Entry(head, (reason,)) for head, reason in zip(heads, reasons, strict=True))


def _told(material: Material, ends: Iterable[LooseEnd]) -> tuple[LooseEnd, ...]:
    """The ends that are not about an event which is kept out of the report."""
    left_out = {event.label for event in material.review.events if not event.in_report}
    return tuple(end for end in ends if end.label not in left_out)


def _ends(material: Material, ends: Iterable[LooseEnd]) -> Iterator[Markdown]:
    return (_loose_end(material, end) for end in _told(material, ends))


def _loose_end(material: Material, end: LooseEnd) -> Markdown:
    """The loose end after a link to its item; a question of the timeline names events instead."""
    text = material.words.text(end.text)
    if end.label.startswith(QUESTION_SIGN):
        return material.references.linked(text)
    return joined((material.references.link(end.label), text), ": ")
