"""Commands that change the highlighted item, each as a pure change with a name to undo it by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from pirtui.domain import changes
from pirtui.domain.actions import Action, ActionStatus
from pirtui.domain.events import Event, Milestone
from pirtui.domain.factor_tree import would_cycle
from pirtui.domain.factors import Category, Confidence, Factor, Theme
from pirtui.domain.gaps import Gap, Verdict
from pirtui.domain.learnings import Parked
from pirtui.domain.moments import Moment
from pirtui.domain.questions import GapQuestion, answer
from pirtui.domain.review import Review
from pirtui.domain.value import Item
from pirtui.domain.visible import visible
from pirtui.screens.stages.base import Intent, setting
from pirtui.screens.stages.gaps import question_of

Chosen = TypeVar("Chosen", bound=Item)


class CannotDoError(Exception):
    """The command does not fit the highlighted item; the message says what it needs."""


def note(review: Review, key: str, text: str) -> Intent:
    """Write a note on an event, a gap, a question or a factor."""
    question = question_of(review, key) if key.startswith("?") else None
    if question is not None:
        return _answered(question, Verdict.OPEN, visible(text))
    item = _item(review, key, Item)
    if not hasattr(item, "note"):
        raise CannotDoError("A note goes on an event, a gap or a factor.")
    return setting(key, f"Note on {key}", note=visible(text))


def milestone(review: Review, key: str, name: str) -> Intent:
    """Set a milestone on the event, or clear it where it stands."""
    event = _item(review, key, Event)
    wanted = _milestone_named(name)
    held = event.milestones
    chosen = tuple(each for each in held if each is not wanted) if wanted in held else (*held, wanted)
    return setting(key, f"Milestone on {key}: {wanted.value.replace('-', ' ')}", milestones=chosen)


def ask(review: Review, key: str, _text: str) -> Intent:
    """Mark the event as an open question, or as answered."""
    event = _item(review, key, Event)
    summary = f"{key} is answered" if event.open_question else f"Open question on {key}"
    return setting(key, summary, open_question=not event.open_question)


def key_moment(review: Review, key: str, _text: str) -> Intent:
    """Mark the event as a key moment, or not."""
    event = _item(review, key, Event)
    return setting(key, f"Key moment {key}", key_moment=not event.key_moment)


def source(review: Review, key: str, text: str) -> Intent:
    """Say where the event is written down."""
    _item(review, key, Event)
    return setting(key, f"Source of {key}", source=visible(text).strip())


def in_report(review: Review, key: str, _text: str) -> Intent:
    """Keep the event out of the report, or in it."""
    event = _item(review, key, Event)
    return setting(key, f"{key} in report: {not event.in_report}", in_report=not event.in_report)


def next_day(review: Review, key: str, _text: str) -> Intent:
    """Move the event to the next day and take its doubt away."""
    event = _item(review, key, Event)
    if event.time.start is None:
        raise CannotDoError(f"{key} has no time to move.")
    return setting(key, f"Move {key} to the next day", time=_a_day_later(event.time), doubt="")


def time_is_right(review: Review, key: str, _text: str) -> Intent:
    """Confirm the event's time and take its doubt away."""
    _item(review, key, Event)
    return setting(key, f"Confirm the time of {key}", doubt="")


def answer_question(review: Review, key: str, text: str) -> Intent:
    """Answer a question of the timeline, or change the verdict on a gap."""
    verdict, note_text = _verdict_and_note(text)
    question = question_of(review, key) if key.startswith("?") else None
    if question is not None:
        return _answered(question, verdict, note_text)
    gap = _item(review, key, Gap)
    return setting(key, f"Answer {key}", verdict=verdict, note=note_text or gap.note)


def no_factor(review: Review, key: str, text: str) -> Intent:
    """Say why no factor follows from the gap."""
    _item(review, key, Gap)
    return setting(key, f"No factor for {key}", no_factor_reason=visible(text).strip())


def trigger(review: Review, key: str, _text: str) -> Intent:
    """Mark the factor as the trigger, or not."""
    factor = _item(review, key, Factor)
    return setting(key, f"Trigger {key}", trigger=not factor.trigger)


def stop(review: Review, key: str, text: str) -> Intent:
    """Say why the room stops asking "how come?" at this factor."""
    _item(review, key, Factor)
    return setting(key, f"Stop at {key}", stop_reason=visible(text).strip())


def under(review: Review, key: str, text: str) -> Intent:
    """Put the factor under another one, or back to the top of its category."""
    _item(review, key, Factor)
    parent = text.strip().upper() or None
    if parent is not None:
        _item(review, parent, Factor)
        if would_cycle(review.factors, key, parent):
            raise CannotDoError(f"{parent} already rests on {key}.")
    return setting(key, f"Move {key} under {parent or 'its category'}", parent=parent)


def confidence(review: Review, key: str, text: str) -> Intent:
    """Say how sure the room is that the factor contributed; alone, take that back."""
    _item(review, key, Factor)
    word = text.strip().lower()
    if word and word not in set(Confidence):
        raise CannotDoError("Say high, medium or low; alone, /confidence clears it.")
    level = Confidence(word) if word else None
    return setting(key, f"Confidence in {key}: {word or 'not said'}", confidence=level)


def needs(review: Review, key: str, text: str) -> Intent:
    """Say which evidence the factor still needs; alone, none."""
    _item(review, key, Factor)
    needed = visible(text).strip()
    summary = f"Evidence needed for {key}" if needed else f"{key} needs no more evidence"
    return setting(key, summary, evidence_needed=needed)


def gather(review: Review, key: str, text: str) -> Intent:
    """Put the factor into a theme, or take it out of it."""
    leaves = _item(review, key, Factor).themes
    name, _ = _theme_and_words(review, text)

    def change(fresh: Review) -> Review:
        factor = _item(fresh, key, Factor)
        others = tuple(each for each in factor.themes if each != name)
        return changes.put(fresh, factor.changed(themes=others if name in leaves else (*others, name)))

    return Intent(f"{key} is {'not ' if name in leaves else ''}in #{name}", change)


def of_kind(key: str, category: Category, subcategory: str) -> Intent:
    """Give the factor another kind."""
    kind = f"{category.value}/{subcategory}" if subcategory else category.value
    return setting(key, f"{key} is {kind}", category=category, subcategory=subcategory)


def no_action(review: Review, key: str, text: str) -> Intent:
    """Say why no action follows from the factor."""
    _item(review, key, Factor)
    return setting(key, f"No action for {key}", no_action_reason=visible(text).strip())


def describe_theme(review: Review, _key: str, text: str) -> Intent:
    """Describe a theme, made if it is new."""
    name, words = _theme_and_words(review, text)
    return Intent(f"Describe theme #{name}", lambda fresh: _with_theme(fresh, name, text=words))


def accept_theme(review: Review, key: str, text: str) -> Intent:
    """Accept a theme without an action, because."""
    highlighted = changes.find(review, key) if changes.has(review, key) else None
    if isinstance(highlighted, Theme) and not text.startswith("#"):
        name, words = highlighted.name, visible(text).strip()
    else:
        name, words = _theme_and_words(review, text)
    if not words:
        raise CannotDoError("Say why: /accept THEME because …")
    return Intent(
        f"Accept theme #{name}", lambda fresh: _with_theme(fresh, name, accepted_because=words)
    )


def not_doing(review: Review, key: str, text: str) -> Intent:
    """Decide against the action, because."""
    _item(review, key, Action)
    if not text.strip():
        raise CannotDoError("Say why: /not-doing REASON")
    reason = visible(text).strip()
    return setting(key, f"Not doing {key}", status=ActionStatus.NOT_DOING, status_reason=reason)


def tracker(review: Review, key: str, text: str) -> Intent:
    """Give the action its ticket."""
    _item(review, key, Action)
    return setting(key, f"Tracker of {key}", tracker=visible(text).strip())


def resolve(review: Review, key: str, text: str) -> Intent:
    """Say what became of the parked remark."""
    _item(review, key, Parked)
    return setting(key, f"Resolve {key}", resolution=visible(text).strip() or "done")


ITEM_COMMANDS: dict[str, Callable[[Review, str, str], Intent]] = {
    "note": note,
    "milestone": milestone,
    "ask": ask,
    "key-moment": key_moment,
    "source": source,
    "in-report": in_report,
    "next-day": next_day,
    "time-is-right": time_is_right,
    "answer": answer_question,
    "no-factor": no_factor,
    "trigger": trigger,
    "stop": stop,
    "under": under,
    "confidence": confidence,
    "needs": needs,
    "gather": gather,
    "no-action": no_action,
    "theme": describe_theme,
    "accept": accept_theme,
    "not-doing": not_doing,
    "tracker": tracker,
    "resolve": resolve,
}
"""The command's name, and the change it makes: (review, highlighted key, argument) to an intent."""


def _item(review: Review, key: str, kind: type[Chosen]) -> Chosen:
    found = changes.find(review, key) if key and changes.has(review, key) else None
    if not isinstance(found, kind):
        raise CannotDoError(f"Highlight {_article(kind)} first.")
    return found


def _article(kind: type[Item]) -> str:
    name = {"Item": "item", "Parked": "parked remark"}.get(kind.__name__, kind.__name__.lower())
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _answered(question: GapQuestion, verdict: Verdict, note_text: str) -> Intent:
    summary = f"Answer: {verdict.value.replace('-', ' ')}"
    return Intent(summary, lambda fresh: answer(fresh, question, verdict, note_text))


def _milestone_named(name: str) -> Milestone:
    wanted = name.strip().lower().lstrip("!").replace(" ", "-")
    starts = [each for each in Milestone if each.value.startswith(wanted)] if wanted else []
    if len(starts) != 1 and wanted not in set(Milestone):
        raise CannotDoError("Name one milestone, such as /milestone detected.")
    return Milestone(wanted) if wanted in set(Milestone) else starts[0]


def _verdict_and_note(text: str) -> tuple[Verdict, str]:
    words = visible(text).strip()
    for verdict in Verdict:
        for spelling in (verdict.value, verdict.value.replace("-", " ")):
            if words.lower() == spelling or words.lower().startswith(f"{spelling} "):
                return verdict, words[len(spelling) :].strip()
    raise CannotDoError("Answer gap, explained or not-a-gap, then a note.")


def _theme_and_words(review: Review, text: str) -> tuple[str, str]:
    name, _, words = visible(text).strip().lstrip("#").partition(" ")
    if not name:
        known = ", ".join(f"#{theme.name}" for theme in review.themes) or "none yet"
        raise CannotDoError(f"Name a theme first (known: {known}).")
    return name.rstrip(":"), words.strip()


def _with_theme(review: Review, name: str, **fields: Any) -> Review:
    theme = next((each for each in review.themes if each.name == name), None)
    if theme is None:
        return changes.add(review, Theme(label=changes.new_label(Theme), name=name, **fields))
    return changes.put(review, theme.changed(**fields))


def _a_day_later(time: Moment) -> Moment:
    def later(instant: datetime | None) -> datetime | None:
        return None if instant is None else instant + timedelta(days=1)

    return time.changed(start=later(time.start), end=later(time.end))
