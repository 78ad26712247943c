"""Stage 1: the incident's facts, the people in the room, and the question to answer."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import ClassVar

from pirtui.capture.incident_fields import FIELDS, parse_field, print_field
from pirtui.domain import changes
from pirtui.domain.people import Person
from pirtui.domain.readiness import missing
from pirtui.domain.review import Review, Stage
from pirtui.screens.rows import heading
from pirtui.screens.stages.base import Change, Intent, Panel, PanelLine, StageView, setting
from pirtui.widgets.item_list import Row, Tag

FIELD = "field:"
"""The sign before a field's name, where an item has its label."""

RULES = "rules"
"""The key of the row that stands for the ground rules."""


class PrepareStage(StageView):
    """One row a field, then people and links; Space marks a person present or absent."""

    stage: ClassVar[Stage] = Stage.PREPARE
    grammar: ClassVar[str] = "prepare"
    placeholder: ClassVar[str] = "severity: SEV2    or a person: name, role, team"

    def rows(self, review: Review) -> Sequence[Row]:
        """The fields in their order, then people, links and the ground rules."""
        return (
            heading("The incident"),
            *(_field_row(field.name, field.heading, field.hint, review) for field in FIELDS),
            *_link_rows(review),
            heading("In the room"),
            _rules_row(review),
            *_people_rows(review),
        )

    def panel(self, review: Review, key: str, now: datetime) -> Panel:
        """What is still needed before the room starts."""
        needed = missing(review, Stage.PREPARE)
        present = sum(person.present for person in review.people)
        return Panel(
            "Before we start",
            (
                PanelLine(needed or "Ready for the timeline", "", "warning" if needed else "good"),
                PanelLine("people present", str(present)),
                PanelLine("absent", str(len(review.people) - present)),
            ),
        )

    def marked(self, review: Review, key: str) -> Intent | None:
        """Mark a person present or absent; mark the ground rules as read."""
        if key == RULES:
            read = not review.ground_rules_read
            return Intent(
                "Ground rules read" if read else "Ground rules not read",
                lambda fresh: changes.updated(fresh, ground_rules_read=read),
            )
        person = changes.find(review, key) if changes.has(review, key) else None
        if not isinstance(person, Person):
            return None
        present = not person.present
        return setting(key, f"{key} present" if present else f"{key} absent", present=present)

    def removed(self, review: Review, key: str) -> Intent | None:
        """Clear a field; take a link away."""
        if key.startswith(FIELD):
            return _cleared(key.removeprefix(FIELD), review)
        if key.startswith("link:"):
            return _without_link(int(key.removeprefix("link:")) - 1)
        return None

    def completions(self, review: Review) -> dict[str, tuple[str, ...]]:
        """The names of the fields at the start of the line."""
        return {"": tuple(f"{field.name}:" for field in FIELDS)}


def _field_row(name: str, heading_text: str, hint_text: str, review: Review) -> Row:
    value = print_field(name, review).partition(":")[2].strip()
    return Row(
        key=f"{FIELD}{name}",
        lead=heading_text,
        text=value or hint_text,
        tone="" if value else "muted",
    )


def _link_rows(review: Review) -> Iterator[Row]:
    for number, link in enumerate(review.incident.links, start=1):
        yield Row(key=f"link:{number}", lead="Link", text=f"{link.url}  {link.comment}".rstrip())


def _rules_row(review: Review) -> Row:
    read = review.ground_rules_read
    return Row(
        key=RULES,
        lead="Ground rules",
        text="read aloud" if read else "Enter shows them to read aloud",
        tone="good" if read else "muted",
    )


def _people_rows(review: Review) -> Iterator[Row]:
    for person in review.people:
        where = ", ".join(part for part in (person.role, person.team) if part)
        yield Row(
            key=person.label,
            lead="present" if person.present else "absent",
            badge=person.label,
            text=person.name,
            tags=(Tag(where, "muted"),) if where else (),
            tone="" if person.present else "muted",
        )


def _cleared(name: str, review: Review) -> Intent | None:
    change = parse_field(f"{name}:", review).change
    if change is None or change(review) == review:
        return None
    return Intent(f"Clear {name}", change)


def _without_link(place: int) -> Intent:
    def change(fresh: Review) -> Review:
        kept = tuple(link for index, link in enumerate(fresh.incident.links) if index != place)
        return changes.updated(fresh, incident=fresh.incident.model_copy(update={"links": kept}))

    drop: Change = change
    return Intent("Remove link", drop)
