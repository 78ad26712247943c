"""The front half of a report: one page for everyone, without jargon.

Source: research/facilitation.md, section 8.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pirtui.domain.action_rules import in_order
from pirtui.domain.actions import Action, ActionStatus
from pirtui.domain.durations import duration_text
from pirtui.domain.events import Event, Milestone
from pirtui.domain.factor_tree import theme_members
from pirtui.domain.factors import Factor, Theme
from pirtui.domain.incident import DetectionSource, IncidentKind
from pirtui.domain.intervals import (
    TIME_TO_MITIGATE,
    TIME_TO_RECOVER,
    TIME_TO_RESOLVE,
    Interval,
    interval,
    minutes_between,
)
from pirtui.domain.learnings import LearningKind
from pirtui.domain.milestones import words
from pirtui.domain.moments import Moment
from pirtui.report.blocks import Entry, Table, entries, joined, labelled, table
from pirtui.report.escape import Markdown, inline
from pirtui.report.material import Material, date_text, in_words, sentence, theme_words
from pirtui.report.references import ACTIONS, TIMELINE

STORY_LINES = 8
TOP_ACTIONS = 5

_NOTICED: dict[DetectionSource | None, Markdown] = {
    DetectionSource.ALERT: Markdown("an alert"),
    DetectionSource.STAFF: Markdown("staff"),
    DetectionSource.CUSTOMER: Markdown("a customer"),
    DetectionSource.THIRD_PARTY: Markdown("a third party"),
}

_TURNING_POINTS = (
    Milestone.IMPACT_START,
    Milestone.DETECTED,
    Milestone.MITIGATED,
    Milestone.RESOLVED,
)


@dataclass(frozen=True)
class Front:
    """What everyone reads."""

    title: Markdown
    facts: Table
    summary: tuple[Markdown, ...]
    impact: tuple[Entry, ...]
    story: tuple[Entry, ...]
    story_rest: Markdown
    learned: tuple[Entry, ...]
    changes: Table | None
    changes_rest: Markdown
    went_well: tuple[Entry, ...]
    got_lucky: tuple[Entry, ...]
    contact: Markdown


def front(material: Material) -> Front:
    """Write the front half."""
    told = _story_events(material)
    top, rest = _top_actions(material)
    return Front(
        title=material.words.text(material.review.incident.title)
        or Markdown("Incident without a title"),
        facts=_facts(material),
        summary=material.words.paragraphs(material.review.incident.summary),
        impact=_impact(material),
        story=tuple(_story_line(material, event) for event in told),
        story_rest=_story_rest(material, told),
        learned=_learned(material),
        changes=_changes(material, top) if top else None,
        changes_rest=_changes_rest(rest),
        went_well=_learnings(material, LearningKind.WELL),
        got_lucky=_learnings(material, LearningKind.LUCKY),
        contact=material.words.text(material.review.incident.owner_team),
    )


def _facts(material: Material) -> Table:
    incident = material.review.incident
    kind = "" if incident.kind is IncidentKind.INCIDENT else sentence(in_words(incident.kind))
    return table(
        ("Date", "Severity", "Kind", "Length of impact", "Services", "Status"),
        [
            (
                date_text(material.main_day) or "not known",
                incident.severity or "not set",
                kind,
                _length_of_impact(material),
                joined((material.words.text(service) for service in incident.services), ", "),
                sentence(in_words(material.review.status)),
            )
        ],
    )


def _length_of_impact(material: Material) -> Markdown:
    found = (
        interval(definition, material.marks)
        for definition in (TIME_TO_MITIGATE, TIME_TO_RECOVER, TIME_TO_RESOLVE)
    )
    known = next((each for each in found if each.minutes is not None and not each.is_negative), None)
    return _interval_words(known) if known else _window_length(material.review.incident.impact.window)


def _interval_words(known: Interval) -> Markdown:
    return Markdown(f"{known.minutes_text}, from {words(known.start)} to {words(known.end)}")


def _window_length(window: Moment | None) -> Markdown:
    if window is None or window.end is None:
        return Markdown("not known")
    minutes = minutes_between(window, window.model_copy(update={"start": window.end}))
    if minutes is None or minutes < 0:
        return Markdown("not known")
    return Markdown(f"{'about ' if window.approximate else ''}{duration_text(minutes)}")


def _impact(material: Material) -> tuple[Entry, ...]:
    impact = material.review.incident.impact
    window = material.zone.short(impact.window, material.main_day) if impact.window else ""
    parts = (
        ("Reach", material.words.text(impact.scope)),
        ("In numbers", material.words.text(impact.numbers)),
        ("Noticed by", _NOTICED.get(material.review.incident.detection_source, Markdown(""))),
        ("Not affected", material.words.text(impact.not_affected)),
        ("When", f"{window} ({material.zone.label})" if window else ""),
    )
    return entries(f"**{name}:** {text}" for name, text in parts if text)


def _story_events(material: Material) -> tuple[Event, ...]:
    """The few events that tell the story: turning points, key moments, then other milestones."""
    by_label = {event.label: event for event in material.events}
    chosen: dict[str, Event] = {}
    for label in _story_labels(material):
        if label in by_label and len(chosen) < STORY_LINES:
            chosen[label] = by_label[label]
    return tuple(event for event in material.events if event.label in chosen)


def _story_labels(material: Material) -> Iterator[str]:
    yield from (material.marks[point].label for point in _TURNING_POINTS if point in material.marks)
    yield from (event.label for event in material.events if event.key_moment)
    yield from (mark.label for mark in material.marks.values())


def _story_line(material: Material, event: Event) -> Entry:
    time = material.zone.short(event.time, material.main_day)
    reached = ", ".join(words(milestone) for milestone in event.milestones)
    return Entry(
        joined(
            (
                f"**{time}**",
                material.words.text(event.text),
                f"*({reached})*" if reached else "",
                f"({material.references.link(event.label)})",
            ),
            " ",
        )
    )


def _story_rest(material: Material, told: tuple[Event, ...]) -> Markdown:
    if not told or len(told) == len(material.events):
        return Markdown("")
    return Markdown(f"The [full timeline](#{TIMELINE}) has {len(material.events)} events.")


def _learned(material: Material) -> tuple[Entry, ...]:
    members = theme_members(material.review)
    themes = tuple(
        _theme(material, theme, members.get(theme.name, ())) for theme in material.review.themes
    )
    return (*themes, *_learnings(material, LearningKind.LEARNED))


def _theme(material: Material, theme: Theme, members: Iterable[Factor]) -> Entry:
    name = inline(theme_words(material, theme.name))
    threads = material.references.links(factor.label for factor in members)
    said = material.words.text(theme.text) or labelled("seen in", threads)
    where = f"({material.references.link(theme.label)})"
    return Entry(joined((f"**{name}:**", said, where), " "))


def _learnings(material: Material, kind: LearningKind) -> tuple[Entry, ...]:
    held = (learning for learning in material.review.learnings if learning.kind is kind)
    return entries(material.words.text(learning.text) for learning in held)


def _top_actions(material: Material) -> tuple[tuple[Action, ...], int]:
    going_ahead = [
        action
        for action in in_order(material.review.actions)
        if action.status is not ActionStatus.NOT_DOING
    ]
    going_ahead.sort(key=lambda action: action.status is ActionStatus.PROPOSED)
    return tuple(going_ahead[:TOP_ACTIONS]), max(0, len(going_ahead) - TOP_ACTIONS)


def _changes(material: Material, actions: tuple[Action, ...]) -> Table:
    return table(
        ("What changes", "Owner", "Due", "Kind", "Status"),
        [
            (
                joined(
                    (material.words.text(action.text), f"({material.references.link(action.label)})"),
                    " ",
                ),
                material.words.actor(action.owner) or "no owner yet",
                date_text(action.due) or "no date yet",
                action.kind or "",
                in_words(action.status),
            )
            for action in actions
        ],
    )


def _changes_rest(rest: int) -> Markdown:
    if not rest:
        return Markdown("")
    words_for_rest = "One more is" if rest == 1 else f"{rest} more are"
    return Markdown(f"{words_for_rest} in the [list of actions](#{ACTIONS}).")
