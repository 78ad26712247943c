"""A line of the wrap-up: `well: the rollback drill paid off`, `question: who owns it? @jane due:fri`."""

from pirtui.capture import previews, words
from pirtui.capture.due_dates import is_due, read_due, today
from pirtui.capture.editing import edited
from pirtui.capture.prefixes import prefixed
from pirtui.capture.reading import LineContext, Reading
from pirtui.capture.words import PERSON, Vocabulary
from pirtui.domain.changes import new_label
from pirtui.domain.learnings import Learning, LearningKind

_DUE = "due"

QUESTION_WORDS = Vocabulary(valued={_DUE: is_due}, person=True)
"""The tokens of an open question; other learnings have none."""

_NO_WORDS = Vocabulary()
_FIELDS = ("kind", "text")
_QUESTION_FIELDS = (*_FIELDS, "owner", "due")


def parse_learning(line: str, context: LineContext, base: Learning | None = None) -> Reading[Learning]:
    """Read a line as a learning, or as a change of the learning `base`."""
    kind, _ = prefixed(line, LearningKind)
    return edited(
        line,
        base,
        lambda text: _read(text, context),
        lambda learning: print_learning(learning, context),
        _QUESTION_FIELDS if kind is LearningKind.QUESTION else _FIELDS,
    )


def print_learning(learning: Learning, _context: LineContext) -> str:
    """Print a learning as the line that reads back as the same learning."""
    if learning.kind is not LearningKind.QUESTION:
        return words.joined(f"{learning.kind.value}:", words.escaped(learning.text, _NO_WORDS))
    return words.joined(
        f"{learning.kind.value}:",
        words.escaped(learning.text, QUESTION_WORDS),
        words.marked("@", learning.owner),
        f"due:{learning.due.isoformat()}" if learning.due else "",
    )


def _read(line: str, context: LineContext) -> Reading[Learning]:
    kind, body = prefixed(line, LearningKind)
    if kind is None:
        problem = "Start with well:, wrong:, lucky:, surprise:, learned: or question:"
        return Reading(None, problem=problem)
    scanned = words.scan(body, QUESTION_WORDS if kind is LearningKind.QUESTION else _NO_WORDS)
    due = scanned.value(_DUE)
    learning = Learning(
        label=new_label(Learning),
        kind=kind,
        text=scanned.text,
        owner=scanned.value(PERSON),
        due=read_due(due, today(context)) if due else None,
    )
    return Reading(
        item=learning if learning.text else None,
        parts=previews.parts(
            ("kind", kind.value),
            ("text", learning.text),
            ("owner", learning.owner),
            ("due", previews.due_text(learning.due)),
        ),
        problem="" if learning.text else "Say what the room takes away, in a few words.",
        doubts=tuple(words.doubts_about(scanned.unknown)),
    )
