"""The one door for evidence: a material becomes candidates, ready for the tray or for a script."""

import re
from dataclasses import replace

from pirtui.capture.candidates import (
    Assumptions,
    Candidate,
    Evidence,
    Progress,
    UnreadableSource,
    no_progress,
)
from pirtui.capture.known_events import known_events
from pirtui.capture.likely_milestones import suggestions
from pirtui.capture.material import Material
from pirtui.capture.notes.reader import FORMAT as NOTES
from pirtui.capture.secret_words import secrets_in
from pirtui.capture.sources.registry import FORMATS, format_named, format_of
from pirtui.domain.review import Review

AUTOMATIC = "auto"
_JSON_BEGINS = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])")
"""JSON rather than notes, of which one may well begin with `[14:32]`."""


def read(
    material: Material,
    assumptions: Assumptions,
    *,
    format: str = AUTOMATIC,  # noqa: A002 - the word of the command line
    progress: Progress = no_progress,
) -> Evidence:
    """Read a material in the format with this name, or in the one that its content shows.

    An archive or a folder that is no format of its own is read member by member.

    Raises:
        UnreadableSource: if it is not in that format, or in none.
        ReadingCancelled: if `progress` raised it.
    """
    if not material.members and not material.content.strip():
        raise UnreadableSource(material.name, "expected lines of text, but it is empty.")
    known = format_of(material) if format == AUTOMATIC else format_named(format)
    if known is NOTES and format == AUTOMATIC and _is_json(material):
        known = None
    if known is not None:
        return _with_decoding(known.read(material, assumptions, progress), material)
    if material.members:
        return _of_members(material, assumptions, progress)
    raise _refusal(material, format)


def _is_json(material: Material) -> bool:
    return _JSON_BEGINS.match(material.text) is not None


def _refusal(material: Material, format_name: str) -> UnreadableSource:
    if format_name != AUTOMATIC:
        return UnreadableSource(material.name, f"there is no format {format_name}.")
    _ = material.json  # broken JSON says for itself where it breaks
    names = ", ".join(each.name for each in FORMATS)
    return UnreadableSource(
        material.name, f"this is JSON, but of no shape that is known; --format names one of {names}."
    )


def _with_decoding(evidence: Evidence, material: Material) -> Evidence:
    notices = material.decoding_notices if material.content else ()
    return replace(evidence, notices=(*notices, *evidence.notices)) if notices else evidence


def _of_members(material: Material, assumptions: Assumptions, progress: Progress) -> Evidence:
    """Everything that the members of an archive or a folder hold, one after another, by their paths."""
    found: list[Evidence] = []
    notices: list[str] = []
    for path in sorted(material.members):
        member = replace(material.members[path], name=f"{material.name}/{path}")
        try:
            found.append(read(member, assumptions, progress=progress))
        except UnreadableSource as problem:
            notices.append(str(problem))
    if not found:
        raise UnreadableSource(material.name, "expected files with evidence in it; none can be read.")
    return replace(
        found[0],
        name=material.name,
        candidates=tuple(candidate for each in found for candidate in each.candidates),
        notices=(*notices, *(f"{each.name}: {notice}" for each in found for notice in each.notices)),
        columns=(),
    )


def prepared(evidence: Evidence, review: Review, *, emails: bool = False) -> Evidence:
    """The evidence as a tray shows it for this review.

    Each candidate carries the event that the timeline already has for it, the milestones that its words
    suggest, and the secrets in them (`emails` counts addresses as such).
    """
    known = known_events(evidence.candidates, review.events)
    held = {milestone for event in review.events for milestone in event.milestones}
    told = [None if each.noise else each.event for each in evidence.candidates]
    offered = suggestions(told, held)
    return replace(
        evidence,
        candidates=tuple(
            replace(
                each,
                known=known.get(place, ""),
                suggested=tuple(
                    milestone
                    for milestone in dict.fromkeys((*each.suggested, *suggested))
                    if milestone not in held
                ),
                secrets=secrets_in(_told(each), emails=emails),
            )
            for place, (each, suggested) in enumerate(zip(evidence.candidates, offered, strict=True))
        ),
    )


def _told(candidate: Candidate) -> str:
    """The words of a candidate with whatever of its event does not stand in them, such as who wrote."""
    event = candidate.event
    stored = (event.text, event.note, event.actor, event.source) if event else ()
    others = (text for text in stored if text not in candidate.wording)
    return "\n".join((candidate.wording, *others))
