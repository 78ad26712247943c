"""A line of the safeguards: `held: the rate limiter capped the retries [E4]`."""

from pirtui.capture import previews, words
from pirtui.capture.editing import edited
from pirtui.capture.prefixes import prefixed
from pirtui.capture.reading import LineContext, Reading
from pirtui.capture.references import print_references, read_references
from pirtui.capture.words import Vocabulary
from pirtui.domain.changes import new_label
from pirtui.domain.safeguards import Safeguard, SafeguardState

_NOTE = "note"
_REFERS_TO = "EGF"

SAFEGUARD_WORDS = Vocabulary(quoted=frozenset({_NOTE}), references=True)
"""The tokens of a safeguard's line."""

_FIELDS = ("state", "text", "note", "evidence")


def is_safeguard(line: str) -> bool:
    """Whether a line of the factors speaks of a safeguard: it begins with how one fared."""
    return prefixed(line, SafeguardState)[0] is not None


def parse_safeguard(
    line: str, context: LineContext, base: Safeguard | None = None
) -> Reading[Safeguard]:
    """Read a line as a safeguard, or as a change of the safeguard `base`."""
    return edited(
        line,
        base,
        lambda text: _read(text, context),
        lambda safeguard: print_safeguard(safeguard, context),
        _FIELDS,
    )


def print_safeguard(safeguard: Safeguard, context: LineContext) -> str:
    """Print a safeguard as the line that reads back as the same safeguard."""
    return words.joined(
        f"{safeguard.state.value}:",
        words.escaped(safeguard.text, SAFEGUARD_WORDS),
        print_references(safeguard.evidence, _REFERS_TO, context.labels),
        words.keyed(_NOTE, safeguard.note),
    )


def _read(line: str, context: LineContext) -> Reading[Safeguard]:
    state, body = prefixed(line, SafeguardState)
    if state is None:
        return Reading(None, problem="Start with held:, absent: or bypassed:")
    scanned = words.scan(body, SAFEGUARD_WORDS)
    references = read_references(scanned, _REFERS_TO, context.labels)
    safeguard = Safeguard(
        label=new_label(Safeguard),
        state=state,
        text=references.text,
        note=scanned.value(_NOTE),
        evidence=references.labels,
    )
    return Reading(
        item=safeguard if safeguard.text else None,
        parts=previews.parts(
            ("state", f"safeguard {state.value}"),
            ("text", safeguard.text),
            ("evidence", ", ".join(safeguard.evidence)),
            ("note", safeguard.note),
        ),
        problem="" if safeguard.text else "Say which safeguard it was, in a few words.",
        doubts=(*references.doubts, *words.doubts_about(scanned.unknown)),
    )
