"""A person on Prepare: `Jane Doe, incident commander, Payments`; a leading `-` marks an absent one."""

import re

from pirtui.capture import previews
from pirtui.capture.comma_lists import read_list, written_value
from pirtui.capture.editing import edited
from pirtui.capture.reading import LineContext, Reading
from pirtui.domain.changes import new_label
from pirtui.domain.people import Person
from pirtui.domain.visible import visible

_FIELDS = ("name", "role", "team", "present")
_LIKE_A_FIELD = re.compile(r"([A-Za-z][A-Za-z_-]*):(\s|$)")


def parse_person(line: str, context: LineContext, base: Person | None = None) -> Reading[Person]:
    """Read a line as a person, or as a change of the person `base`."""
    return edited(line, base, _read, lambda person: print_person(person, context), _FIELDS)


def print_person(person: Person, _context: LineContext) -> str:
    """Print a person as the line that reads back as the same person."""
    values = [written_value(value) for value in (person.name, person.role, person.team)]
    while len(values) > 1 and not values[-1]:
        values.pop()
    return f"{'' if person.present else '- '}{', '.join(values)}"


def _read(line: str) -> Reading[Person]:
    text = visible(line).strip()
    absent = text.startswith("-")
    name, role, *teams = [*read_list(text[1:] if absent else text), "", ""]
    person = Person(
        label=new_label(Person),
        name=name,
        role=role,
        team=", ".join(team for team in teams if team),
        present=not absent,
    )
    return Reading(
        item=person if name else None,
        parts=previews.parts(
            ("person", name),
            ("role", role),
            ("team", person.team),
            ("presence", "absent" if absent else ""),
        ),
        problem="" if name else "Start with a name, then a role and a team after commas.",
        doubts=_doubts(name),
    )


def _doubts(name: str) -> tuple[str, ...]:
    """A misspelt field reads as a name, and says so before it is stored."""
    like = _LIKE_A_FIELD.match(name)
    return (f"There is no field {like[1]}; this adds a person.",) if like else ()
