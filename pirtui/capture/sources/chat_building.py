"""How every chat becomes evidence: what all of them share once a message has been understood."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from pirtui.capture.candidates import Candidate, Evidence, Progress
from pirtui.capture.sources.building import candidate
from pirtui.domain.moments import Moment

PROGRESS_EVERY = 250
"""After so many messages the reader says how far it is."""

_EDITED = "Edited afterwards."


@dataclass(frozen=True)
class Message:
    """One message, understood: when and by whom, its words, where it stands, and why it is noise.

    `words` may hold fenced code. `edited` says that these are not the words that were sent first.
    """

    moment: Moment
    actor: str
    words: str
    line: int
    origin: str
    noise: str = ""
    edited: bool = False


def message_candidate(message: Message, questions: tuple[str, ...] = ()) -> Candidate:
    """A candidate for a message, with the doubts about its time."""
    made = candidate(
        message.moment,
        message.words,
        line=message.line,
        origin=message.origin,
        actor=message.actor,
        noise=message.noise,
        questions=questions,
    )
    if not message.edited or made.event is None:
        return made
    note = f"{made.event.note}\n{_EDITED}".strip()
    return replace(made, event=made.event.model_copy(update={"note": note}))


def exact_evidence(
    name: str,
    format_name: str,
    messages: Iterable[Message],
    notices: Sequence[str],
    progress: Progress,
) -> Evidence:
    """Messages with exact times as evidence: earliest first, those of one instant as they came."""
    ordered = sorted(messages, key=_start)
    candidates = []
    for done, message in enumerate(ordered):
        if done % PROGRESS_EVERY == 0:
            progress(done, len(ordered))
        candidates.append(message_candidate(message))
    progress(len(ordered), len(ordered))
    return Evidence(name, format_name, tuple(candidates), tuple(notices))


def _start(message: Message) -> tuple[bool, datetime]:
    start = message.moment.start
    return start is None, start or datetime.min.replace(tzinfo=UTC)


def skipped(places: Sequence[str], why: str) -> list[str]:
    """A notice for records that were passed over, naming where the first of them are; else none."""
    if not places:
        return []
    shown = ", ".join(places[:3]) + (f" and {len(places) - 3} more" if len(places) > 3 else "")
    return [f"{shown}: {why}, so nothing was read there."]
