"""A parked remark: `question: who owns the runbook?`; without a prefix it is a question."""

from pirtui.capture import previews
from pirtui.capture.editing import edited
from pirtui.capture.prefixes import prefixed
from pirtui.capture.reading import LineContext, Reading
from pirtui.domain.changes import new_label
from pirtui.domain.learnings import Parked, ParkedKind
from pirtui.domain.visible import visible

_FIELDS = ("kind", "text")


def parse_parked(line: str, context: LineContext, base: Parked | None = None) -> Reading[Parked]:
    """Read a line as a parked remark, or as a change of the remark `base`."""
    return edited(line, base, _read, lambda parked: print_parked(parked, context), _FIELDS)


def print_parked(parked: Parked, _context: LineContext) -> str:
    """Print a parked remark as the line that reads back as the same remark."""
    return f"{parked.kind.value}: {visible(parked.text).strip()}"


def _read(line: str) -> Reading[Parked]:
    kind, text = prefixed(line, ParkedKind)
    parked = Parked(label=new_label(Parked), kind=kind or ParkedKind.QUESTION, text=text)
    return Reading(
        item=parked if text else None,
        parts=previews.parts(("kind", parked.kind.value), ("text", text)),
        problem="" if text else "Say what to come back to, in a few words.",
    )
