"""What follows: actions in full, what was considered and not done, questions and parked remarks."""

from collections.abc import Iterator
from dataclasses import dataclass

from pirtui.domain.action_rules import STRENGTH_TEXT, in_order
from pirtui.domain.actions import Action, ActionStatus
from pirtui.domain.learnings import Learning, LearningKind, Parked, ParkedKind
from pirtui.report.blocks import Entry, Table, entries, joined, labelled, sentences, table
from pirtui.report.escape import Markdown, link, web_address
from pirtui.report.material import Material, date_text, in_words
from pirtui.report.references import ACTIONS, anchor, marked

_PARKED_WORDS = {
    ParkedKind.ACTION: "Action idea",
    ParkedKind.QUESTION: "Question",
    ParkedKind.OFF_TOPIC: "Off topic",
}

_NOT_AGREED = (ActionStatus.PROPOSED, ActionStatus.NOT_DOING)
_HEADINGS = (
    "Action",
    "What",
    "Owner",
    "Due",
    "Kind",
    "Strength",
    "Priority",
    "Status",
    "Because of",
    "Done when",
    "Effect seen in",
    "Tracker",
)


@dataclass(frozen=True)
class FollowUp:
    """Everything that somebody still looks after, and what nobody will."""

    place: Markdown
    actions: Table | None
    candidates: Table | None
    not_doing: tuple[Entry, ...]
    questions: tuple[Entry, ...]
    related: tuple[Entry, ...]
    links: tuple[Entry, ...]
    parked: tuple[Entry, ...]


def follow_up(material: Material) -> FollowUp:
    """Write what follows from the review."""
    ordered = in_order(material.review.actions)
    agreed = [action for action in ordered if action.status not in _NOT_AGREED]
    candidates = [action for action in ordered if action.status is ActionStatus.PROPOSED]
    not_doing = [action for action in ordered if action.status is ActionStatus.NOT_DOING]
    return FollowUp(
        place=anchor(ACTIONS),
        actions=_action_table(material, agreed),
        candidates=_action_table(material, candidates),
        not_doing=tuple(_not_doing(material, action) for action in not_doing),
        questions=entries(_questions(material)),
        related=entries(_related(material)),
        links=entries(link(each.comment, each.url) for each in material.review.incident.links),
        parked=entries(_parked(material, parked) for parked in material.review.parked),
    )


def _action_table(material: Material, actions: list[Action]) -> Table | None:
    rows = [_action_row(material, action) for action in actions]
    return table(_HEADINGS, rows) if rows else None


def _action_row(material: Material, action: Action) -> tuple[Markdown, ...]:
    words = material.words
    return (
        Markdown(f"{anchor(action.label)}{action.label}"),
        sentences(words.text(action.text), words.text(action.detail)),
        words.owner(action.owner) or Markdown("no owner yet"),
        date_text(action.due) or Markdown("no date yet"),
        joined((action.kind or "", in_words(action.family or "")), ", "),
        Markdown(STRENGTH_TEXT[action.strength] if action.strength else ""),
        Markdown(action.priority),
        Markdown(joined((in_words(action.status), words.text(action.status_reason)), ": ")),
        material.references.links(action.evidence),
        words.text(action.done_test),
        words.text(action.effect_measure),
        _tracker(material, action.tracker),
    )


def _tracker(material: Material, tracker: str) -> Markdown:
    if not web_address(tracker.strip()):
        return material.words.text(tracker)
    return link(tracker.strip().rstrip("/").rsplit("/", 1)[-1], tracker)


def _not_doing(material: Material, action: Action) -> Entry:
    head = joined((marked(action.label), material.words.text(action.text)), " ")
    reason = material.words.text(action.status_reason) or "no reason was recorded"
    answers = labelled("Would have answered", material.references.links(action.evidence))
    detail = material.words.text(action.detail)
    lines = (detail, labelled("Not done, because", reason), answers)
    return Entry(head, tuple(line for line in lines if line))


def _questions(material: Material) -> Iterator[Markdown]:
    for learning in material.review.learnings:
        if learning.kind is LearningKind.QUESTION:
            yield _question(material, learning)
    for event in material.events:
        if event.open_question:
            yield joined((material.references.link(event.label), material.words.text(event.text)), ": ")


def _question(material: Material, learning: Learning) -> Markdown:
    owner = material.words.owner(learning.owner) or Markdown("no owner yet")
    answered_by = joined((owner, f"by {date_text(learning.due)}" if learning.due else ""), ", ")
    return joined((marked(learning.label), material.words.text(learning.text), f"({answered_by})"), " ")


def _related(material: Material) -> Iterator[Markdown]:
    incident = material.review.incident
    for reference in incident.recurrence_of:
        yield labelled("Shares factors with, and came after", _reference(material, reference))
    for reference in incident.related_to:
        yield labelled("Related to", _reference(material, reference))


def _reference(material: Material, reference: str) -> Markdown:
    is_address = web_address(reference.strip())
    return link(reference, reference) if is_address else material.words.text(reference)


def _parked(material: Material, parked: Parked) -> Markdown:
    text = material.words.text(parked.text)
    became = material.words.text(parked.resolution) or Markdown("*not resolved yet*")
    kind = f"{_PARKED_WORDS[parked.kind]}:"
    origin = material.references.link(parked.origin_label) if parked.origin_label else ""
    came_up = f"(came up at {origin})" if origin else ""
    return joined((marked(parked.label), kind, text, came_up, "→", became), " ")
