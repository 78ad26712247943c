"""A line of the timeline: `14:32 rolled back to 4811 @ic !mitigated`."""

from pirtui.capture import previews, words
from pirtui.capture.editing import edited
from pirtui.capture.reading import LineContext, Part, Reading
from pirtui.capture.times import LeadingTime, guarded, print_time, read_leading_time, unguarded
from pirtui.capture.words import PERSON, Scanned, Vocabulary
from pirtui.domain.changes import new_label
from pirtui.domain.events import Event, Milestone

_MILESTONE = "milestone"
_KEY_MOMENT = "key-moment"
_QUESTION = "question"
_SOURCE = "src"
_NOTE = "note"

MILESTONE_ALIASES: dict[str, Milestone] = {
    "impact": Milestone.IMPACT_START,
    "impact-started": Milestone.IMPACT_START,
    "signal": Milestone.FIRST_SIGNAL,
    "detect": Milestone.DETECTED,
    "notify": Milestone.NOTIFIED,
    "ack": Milestone.ACKNOWLEDGED,
    "acked": Milestone.ACKNOWLEDGED,
    "acknowledge": Milestone.ACKNOWLEDGED,
    "declare": Milestone.DECLARED,
    "mobilise": Milestone.MOBILISED,
    "mobilize": Milestone.MOBILISED,
    "mobilized": Milestone.MOBILISED,
    "diagnose": Milestone.DIAGNOSED,
    "mitigate": Milestone.MITIGATED,
    "recover": Milestone.RECOVERED,
    "verify": Milestone.VERIFIED,
    "resolve": Milestone.RESOLVED,
}
"""Shorter and other spellings of milestones."""

EVENT_WORDS = Vocabulary(
    words={
        **words.choices("!", _MILESTONE, [milestone.value for milestone in Milestone]),
        **{f"!{alias}": (_MILESTONE, known.value) for alias, known in MILESTONE_ALIASES.items()},
        "^": (_KEY_MOMENT, ""),
    },
    quoted=frozenset({_NOTE}),
    valued={_SOURCE: words.anything},
    trailing={"?": _QUESTION},
    several=frozenset({_MILESTONE}),
    person=True,
)
"""The tokens of a timeline line."""

EVENT_FIELDS = (
    "time",
    "text",
    "note",
    "actor",
    "milestones",
    "source",
    "open_question",
    "key_moment",
    "doubt",
)
"""What a line of the timeline says of an event."""


def parse_event(line: str, context: LineContext, base: Event | None = None) -> Reading[Event]:
    """Read a line as an event, or as a change of the event `base`."""
    return edited(
        line,
        base,
        lambda text: _read(text, context),
        lambda event: print_event(event, context),
        EVENT_FIELDS,
        {"doubt": "time"},
    )


def print_event(event: Event, context: LineContext) -> str:
    """Print an event as the line that reads back as the same event."""
    body = words.joined(
        words.escaped(event.text, EVENT_WORDS),
        words.marked("@", event.actor),
        *(f"!{milestone.value}" for milestone in event.milestones),
        "^" if event.key_moment else "",
        words.keyed_word(_SOURCE, event.source),
        words.keyed(_NOTE, event.note),
        "?" if event.open_question else "",
    )
    return guarded(print_time(event.time, context), body, context)


def _read(line: str, context: LineContext) -> Reading[Event]:
    leading = read_leading_time(line, context)
    scanned = words.scan(unguarded(leading, context), EVENT_WORDS)
    event = Event(
        label=new_label(Event),
        time=leading.moment,
        text=scanned.text or _in_words(scanned),
        note=scanned.value(_NOTE),
        actor=scanned.value(PERSON),
        milestones=tuple(Milestone(value) for value in scanned.values(_MILESTONE)),
        source=scanned.value(_SOURCE),
        open_question=scanned.has(_QUESTION),
        key_moment=scanned.has(_KEY_MOMENT),
        doubt=" ".join(leading.doubts),
    )
    problem = "" if event.text else "Say what happened, in a few words."
    return Reading(
        item=event if event.text else None,
        parts=_parts(event, leading, context),
        problem=problem,
        doubts=(*leading.doubts, *words.doubts_about(scanned.unknown)),
        alternatives=leading.alternatives,
    )


def _in_words(scanned: Scanned) -> str:
    """A milestone that stands alone says itself what happened."""
    names = [value.replace("-", " ") for value in scanned.values(_MILESTONE)]
    return ", ".join(names).capitalize()


def _parts(event: Event, leading: LeadingTime, context: LineContext) -> tuple[Part, ...]:
    return (
        Part("time", previews.moment_text(leading.moment, context.zone)),
        *previews.several("milestone", (milestone.value for milestone in event.milestones)),
        *previews.parts(
            ("person", event.actor),
            ("key", "key moment" if event.key_moment else ""),
            ("question", "open question" if event.open_question else ""),
            ("text", event.text),
            ("source", event.source),
            ("note", event.note),
        ),
    )
