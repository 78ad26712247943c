"""The fields of Prepare as lines: `title: …`, `zone: Europe/London`, `link: https://… the alert`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from pirtui.capture import field_values
from pirtui.capture.field_values import FieldValue
from pirtui.capture.previews import parts
from pirtui.capture.reading import Alternative, Part
from pirtui.domain import changes
from pirtui.domain.review import Review
from pirtui.domain.visible import visible

Change = Callable[[Review], Review]

LINK = "link"
_PREFIX = re.compile(r"([A-Za-z][A-Za-z_ -]*?)\s*:\s*")


@dataclass(frozen=True)
class FieldSpec:
    """A field of Prepare: the word in a line, the heading in the list, a hint while it is empty."""

    name: str
    heading: str
    hint: str
    required: bool = False


@dataclass(frozen=True)
class FieldReading:
    """How a field's line was understood.

    `field` is empty when the line names no field; it is then a person. `change` is `None` when the
    value cannot be taken, and `problem` says why. `change` may be applied to a newer review.
    """

    change: Change | None
    field: str
    parts: tuple[Part, ...] = ()
    problem: str = ""
    doubts: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec("title", "Title", "what happened, in a few words", required=True),
    FieldSpec("kind", "Kind", "incident, near-miss, false-alarm, cancelled or drill"),
    FieldSpec("severity", "Severity", "sev1 to sev5", required=True),
    FieldSpec("services", "Services", "with commas between them"),
    FieldSpec("team", "Owner team", "the team that owns the service"),
    FieldSpec("zone", "Time zone", "such as Europe/London or UTC", required=True),
    FieldSpec("date", "Date", "the day a bare 14:32 belongs to, such as 2026-03-14"),
    FieldSpec("detected-by", "Detected by", "alert, staff, customer or third-party"),
    FieldSpec("summary", "Summary", "two or three sentences without jargon"),
    FieldSpec("scope", "Impact: scope", "who and what was reached"),
    FieldSpec("numbers", "Impact: numbers", "users, requests, money, tickets"),
    FieldSpec("not-affected", "Not affected", "what kept working"),
    FieldSpec("window", "Impact: window", "such as 22:52-23:03, with dates where needed"),
    FieldSpec("ask", "Question", "what the room wants to have answered"),
    FieldSpec(LINK, "Link", "an address, then a comment"),
)
"""The fields of Prepare, in the order of the list."""

FIELD_NAMES = frozenset(spec.name for spec in FIELDS)

_ALIASES = {"tz": "zone", "sev": "severity", "service": "services", "owner-team": "team"}


def parse_field(
    line: str, review: Review, now: datetime | None = None, *, editing: str = ""
) -> FieldReading:
    """Read a line that sets a field of Prepare; an empty value clears the field.

    `now` is needed for words such as `yesterday`; without it the day on which the review was opened
    counts. `editing` names the link that the line replaces, such as `link:1`.
    """
    text = visible(line).strip()
    match = _PREFIX.match(text)
    name = _name(match[1]) if match else ""
    if match is None or name not in FIELD_NAMES:
        return FieldReading(None, "", problem="Start with a field, such as title: or severity:")
    value = text[match.end() :]
    if name == LINK:
        return _link(value, editing)
    read = field_values.READERS[name](value, review, now or review.dates.created)
    shown = read.shown or value
    return FieldReading(
        change=None if read.problem else _setting(name, value, read),
        field=name,
        parts=parts(("field", _heading(name)), ("value", shown or "cleared")),
        problem=read.problem,
        doubts=read.doubts,
        alternatives=tuple(Alternative(other, f"{name}: {other}") for other in read.others),
    )


def print_field(field: str, review: Review) -> str:
    """Print a field's line; `link:1` is the first link, and `link` the start of another one.

    Raises:
        LookupError: if there is no such field or link.
    """
    name, _, number = field.partition(":")
    if name not in FIELD_NAMES:
        raise LookupError(field)
    if name == LINK:
        return f"{LINK}: {_link_text(review, number)}".strip()
    return f"{name}: {field_values.SHOWN[name](review)}".strip()


def _name(word: str) -> str:
    name = re.sub(r"[_ ]+", "-", word.strip().casefold())
    return _ALIASES.get(name, name)


def _heading(name: str) -> str:
    return next(spec.heading for spec in FIELDS if spec.name == name)


def _setting(name: str, value: str, read: FieldValue) -> Change:
    def change(review: Review) -> Review:
        unchanged = field_values.SHOWN[name](review) == value
        return review if unchanged else read.change(review)

    return change


def _link_text(review: Review, number: str) -> str:
    if not number:
        return ""
    links = review.incident.links
    if not number.isdecimal() or not 0 < int(number) <= len(links):
        raise LookupError(f"{LINK}:{number}")
    return field_values.link_text(links[int(number) - 1])


def _link(value: str, editing: str) -> FieldReading:
    place = editing.partition(":")[2]
    link = field_values.read_link(value)
    if link is None and not place:
        return FieldReading(None, LINK, problem="Give an address, then a comment if you like.")

    def change(review: Review) -> Review:
        held = review.incident.links
        if not place.isdecimal() or not 0 < int(place) <= len(held):
            links = (*held, link) if link is not None else held
        else:
            index = int(place) - 1
            if field_values.link_text(held[index]) == value:
                return review
            links = (*held[:index], *((link,) if link is not None else ()), *held[index + 1 :])
        incident = review.incident.model_copy(update={"links": links})
        return changes.updated(review, incident=incident)

    shown = parts(("field", "Link"), ("value", value or "removed"))
    return FieldReading(change, LINK, shown)
