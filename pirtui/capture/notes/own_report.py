"""pirtui's own report, read back: what its timeline states beside the words goes where it came from."""

import re
from collections.abc import Sequence

from pirtui.capture.notes.lines import LineKind, NoteLine
from pirtui.domain.events import Event, Milestone

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_OPEN_QUESTION = re.compile(r"\s*\*\(open question\)\*")
_TO_CONFIRM = re.compile(r"\s*\*To confirm:\*\s*.*$")
_NAMED = {milestone.value.replace("-", " "): milestone for milestone in Milestone}
_MILESTONES = re.compile(
    rf"(?:\*\*)?((?:{'|'.join(_NAMED)})(?:, (?:{'|'.join(_NAMED)}))*):(?:\*\*)?\s+", re.I
)
_FACTS = ("ref:", "milestones:", "interval_minutes:")


def is_own(lines: Sequence[NoteLine]) -> bool:
    """Whether these are the lines of a report that pirtui wrote."""
    front = [line.text for line in lines if line.kind is LineKind.FRONT]
    return all(any(fact.startswith(name) for fact in front) for name in _FACTS)


def restored(event: Event) -> Event:
    """An event of such a report with its milestones and its open question taken out of the words."""
    text = _TO_CONFIRM.sub("", event.text)
    bare = _OPEN_QUESTION.sub("", text)
    named = _MILESTONES.match(bare)
    milestones = tuple(_NAMED[name.lower()] for name in named[1].split(", ")) if named else ()
    words = bare[named.end() :] if named else bare
    return event.changed(
        text=_ESCAPED.sub(r"\1", words).strip() or event.text,
        actor=_ESCAPED.sub(r"\1", event.actor),
        milestones=milestones,
        open_question=bare != text,
    )
