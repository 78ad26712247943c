"""A line of the gaps: `detection: error rate had no alert for 19 min [E3..E7]`."""

from pirtui.capture import previews, words
from pirtui.capture.editing import edited
from pirtui.capture.prefixes import prefixed
from pirtui.capture.reading import LineContext, Reading
from pirtui.capture.references import print_references, read_references
from pirtui.capture.words import Vocabulary
from pirtui.domain.changes import new_label
from pirtui.domain.gaps import Gap, GapKind, Verdict

_VERDICT = "verdict"
_NOTE = "note"
_NO_FACTOR = "no-factor"
_REFERS_TO = "E"

GAP_WORDS = Vocabulary(
    words=words.choices("!", _VERDICT, [verdict.value for verdict in Verdict]),
    quoted=frozenset({_NOTE, _NO_FACTOR}),
    references=True,
)
"""The tokens of a gap's line."""

_FIELDS = ("kind", "text", "note", "evidence", "verdict", "no_factor_reason")


def parse_gap(line: str, context: LineContext, base: Gap | None = None) -> Reading[Gap]:
    """Read a line as a gap, or as a change of the gap `base`."""
    return edited(
        line,
        base,
        lambda text: _read(text, context),
        lambda gap: print_gap(gap, context),
        _FIELDS,
    )


def print_gap(gap: Gap, context: LineContext) -> str:
    """Print a gap as the line that reads back as the same gap."""
    return words.joined(
        f"{gap.kind.value}:",
        words.escaped(gap.text, GAP_WORDS),
        print_references(gap.evidence, _REFERS_TO, context.labels),
        f"!{gap.verdict.value}" if gap.verdict is not Verdict.GAP else "",
        words.keyed(_NOTE, gap.note),
        words.keyed(_NO_FACTOR, gap.no_factor_reason),
    )


def _read(line: str, context: LineContext) -> Reading[Gap]:
    kind, body = prefixed(line, GapKind)
    if kind is None:
        return Reading(None, problem="Start with detection:, response:, containment: or recovery:")
    scanned = words.scan(body, GAP_WORDS)
    references = read_references(scanned, _REFERS_TO, context.labels)
    gap = Gap(
        label=new_label(Gap),
        kind=kind,
        text=references.text,
        note=scanned.value(_NOTE),
        evidence=references.labels,
        verdict=Verdict(scanned.value(_VERDICT) or Verdict.GAP),
        no_factor_reason=scanned.value(_NO_FACTOR),
    )
    return Reading(
        item=gap if gap.text else None,
        parts=previews.parts(
            ("kind", kind.value),
            ("verdict", gap.verdict.value),
            ("text", gap.text),
            ("evidence", ", ".join(gap.evidence)),
            ("note", gap.note),
            ("reason", gap.no_factor_reason),
        ),
        problem="" if gap.text else "Say what the gap was, in a few words.",
        doubts=(*references.doubts, *words.doubts_about(scanned.unknown)),
    )
